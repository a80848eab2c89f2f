"""Reads sentences, summary, keywords, mentions, dates, numbers and quotes out of one article."""
