"""A static site generator for hand-curated, source-cited chronologies."""
