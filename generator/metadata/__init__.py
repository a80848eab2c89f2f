"""What machines read of a page: how it is shared, its place in the site, what it is about."""
