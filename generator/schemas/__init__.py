"""JSON Schemas of what editors write and of what the site publishes, made from the types."""
