"""Reads a project: articles, sidecars, topics, sources, overrides, each checked at the door."""
