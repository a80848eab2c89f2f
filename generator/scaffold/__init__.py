"""What ``mujaz edit`` and ``mujaz new`` write: text that is right at once."""
