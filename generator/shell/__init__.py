"""Puts MkDocs and Material around the pages; the only place that knows either."""
