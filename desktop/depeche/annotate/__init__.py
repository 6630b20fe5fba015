"""A person's hand in, spans and verdicts out. Knows the desk; doesn't know where suggestions come from, nor Qt."""
