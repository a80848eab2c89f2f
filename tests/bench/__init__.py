"""Measures Mujaz: ratios against something in the same run, never absolute times alone."""
