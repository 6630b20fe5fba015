"""The two tables of Dépêche's own CSV: an article a row and a span a row, by the names of their columns."""

from __future__ import annotations

SPANS = (
    "article", "title", "date", "source", "url", "licence", "start", "end", "label", "kind", "value", "text", "status",
    "by", "score", "suggested_by", "version", "reason", "was", "attributes", "sentence",
)  # fmt: skip
ARTICLES = (
    "id", "title", "date", "date_origin", "source", "url", "licence", "state", "annotator", "annotators", "assisted",
    "spans", "meta", "extra", "text",
)  # fmt: skip
"""`text` stands last: where it is too long for a cell, it goes on to the right."""

GUARD = "'"
"""Stands before what a spreadsheet might run, and before itself; taken off where it stands first, all is as before."""
