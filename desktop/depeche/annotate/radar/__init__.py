"""A project's spans in, what doesn't fit together in them out, each with a fix. Knows no source of suggestions."""
