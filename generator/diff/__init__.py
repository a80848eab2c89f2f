"""Compares two built sites by the data they publish, and says which input caused what."""
