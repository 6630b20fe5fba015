"""French words of the calendar that tell a date from a figure. Plain facts; knows no sentence."""

from __future__ import annotations

MONTHS = frozenset(
    "janvier février fevrier mars avril mai juin juillet août aout septembre octobre novembre décembre decembre "
    "janv févr sept oct nov déc vendémiaire brumaire thermidor".split()
)
WEEKDAYS = frozenset("lundi mardi mercredi jeudi vendredi samedi dimanche".split())
YEAR_CUES = MONTHS | frozenset(
    "en depuis dès fin début mi été hiver automne printemps année années avant après vers courant horizon saison "
    "exercice agenda édition mondial euro promotion millésime".split()
)
"""The words right before a number of four digits that make it a year."""
