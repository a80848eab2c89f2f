"""Coverage-guided fuzzing: ``make fuzz TARGET=text SECONDS=1800``. Needs atheris (Linux, macOS)."""
