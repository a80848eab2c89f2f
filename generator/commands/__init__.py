"""What each command of ``mujaz`` does."""
