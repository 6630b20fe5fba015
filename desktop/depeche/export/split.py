"""Which part of a dataset an article belongs to: that of its story, where stories are known, else that of its text."""

from __future__ import annotations

PARTS = ("train", "dev", "test")

BY_TEXT = "by a hash of each text"


def part_of(text_hash: str) -> str:
    """Return `train` (8 of 10 articles), `dev` or `test` (1 of 10 each), from the SHA-256 of the text alone."""
    bucket = int(text_hash[:8], 16) % 10
    return "test" if bucket == 0 else "dev" if bucket == 1 else "train"


def by_story(groups: int, shared: float, shared_test: float) -> str:
    """Return in words how articles were split, in how many stories, and what share of copy crosses."""
    return (
        f"by story, {groups} in all by the wording they share, not by event, so that copies are on one side; of the "
        "runs of five words of test "
        f"{100 * shared_test:.1f} % are also in train or dev, of those of dev and test {100 * shared:.1f} % in train "
        "(every eighth run was compared; `depeche train` counts the words that stand in such runs, which are more)"
    )
