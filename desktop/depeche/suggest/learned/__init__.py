"""A project's own model as a source: what it is asked of an article, and what becomes of its answers."""
