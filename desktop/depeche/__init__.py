"""Dépêche: from French geopolitical news to a labelled dataset."""

__version__ = "0.1.0"
