"""A module a kind of file, or two that are alike; what they have in common is `ingest/reader.py`."""
