"""French words of the calendar that tell a date from a figure. Plain facts; knows no sentence."""

from __future__ import annotations

MONTHS = frozenset(
    "janvier février fevrier mars avril mai juin juillet août aout septembre octobre novembre décembre decembre "
    "janv févr sept oct nov déc vendémiaire brumaire thermidor".split()
)
TAKES = frozenset(
    "prend prendre prendra prenait pris prit dure dura duré durait durée durer durera passé passer passera passait "
    "passent mis met mettra mettre attend attendu attendre attendait attendra patienter patienté faut fallut fallu "
    "faudra faudrait demande nécessite requis purge purger vécu travaillé".split()
)
"""What says of a stretch of time how long something took, so that « avant » behind it anchors nothing."""
WEEKDAYS = frozenset("lundi mardi mercredi jeudi vendredi samedi dimanche".split())
YEAR_CUES = MONTHS | frozenset(
    "en depuis dès fin début mi été hiver automne printemps année années avant après vers courant horizon saison "
    "exercice agenda édition mondial euro promotion millésime".split()
)
"""The words right before a number of four digits that make it a year."""
