"""Measures a built site on every kind of page: ``make audit``; the quick part in ``make test``."""
