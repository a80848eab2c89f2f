"""Writes the static search index; its browser part is templates/assets/search.js."""
