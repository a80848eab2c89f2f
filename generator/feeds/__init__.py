"""The briefing for machines: feeds, sitemap, data files. Nothing here is HTML for people."""
