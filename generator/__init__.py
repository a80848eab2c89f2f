"""Mujaz turns a folder of raw Arabic articles into a bilingual briefing site."""

__version__ = "0.1.0"
