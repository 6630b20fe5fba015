"""Actors: text in, ACTOR suggestions out. Knows the gazetteers it is given the folder of, no store and no Qt."""

from __future__ import annotations

from depeche.suggest.actors.source import Actors

__all__ = ["Actors"]
