"""Writes the static search index; its browser part is templates/assets/js/search.js and search/."""
