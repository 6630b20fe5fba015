"""Which part of a dataset an article belongs to. The same text is always in the same part."""

from __future__ import annotations

PARTS = ("train", "dev", "test")


def part_of(text_hash: str) -> str:
    """Return `train` (8 of 10 articles), `dev` or `test` (1 of 10 each), from the SHA-256 of the text alone."""
    bucket = int(text_hash[:8], 16) % 10
    return "test" if bucket == 0 else "dev" if bucket == 1 else "train"
