"""Extractive summaries: the article's own sentences, whole and in its order.

News says the point first, and on human extracts of Arabic texts no classical method beats the lead
of equal length, so position decides. Everything else guards sense: no sentence that hangs on one
left out, no question, no half of a quotation, nothing said twice.
"""

from __future__ import annotations

from generator.analysis.summary.choose import summarise

__all__ = ["summarise"]
