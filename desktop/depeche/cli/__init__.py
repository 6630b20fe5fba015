"""The first door: every verb from a terminal or a script. Knows the verbs; doesn't know Qt."""
