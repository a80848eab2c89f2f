"""Turns the linked briefing into page objects; the only place that makes HTML."""
