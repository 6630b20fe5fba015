"""What today's suggestions are worth: `make evaluate` counts them against labelled texts. Not collected by pytest.

Comes in: the sample corpus, the labelled sets beside the checkout (`../shared/data`) where they are there, folders
given as arguments. Goes out: `exports/evaluation.md`, and what changed against the committed one. Each set is scored
only on the labels it marks; how its guideline differs from ours is told in one place, `foreign.py`.
"""
