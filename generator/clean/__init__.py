"""Takes page furniture and foreign text off an article, and says what was cut and why."""
