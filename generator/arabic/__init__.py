"""The only place that knows Arabic letters; everything in it keeps offsets into the original."""
