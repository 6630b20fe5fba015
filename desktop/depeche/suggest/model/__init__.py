"""A trained model reads the names that the rules left open. Knows spaCy and the lists of names, no store and no Qt."""
