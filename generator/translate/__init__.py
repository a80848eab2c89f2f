"""English drafts of Arabic articles: machines' words, marked as such. No build ever comes here."""
