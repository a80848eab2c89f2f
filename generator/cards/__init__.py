"""Draws the pictures that other sites show when somebody shares a page.

Pillow draws with Raqm, which joins Arabic letters and orders mixed text; it never reads a picture
or a font that is not ours.
"""
