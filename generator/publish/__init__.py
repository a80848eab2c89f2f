"""Puts a finished site in the place of the old one in one step."""
