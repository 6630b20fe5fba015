"""Closed classes of French words that the search for a speaker goes by; all lower case, apostrophes straight."""

from __future__ import annotations

AUXILIARIES = frozenset(
    "a ont avait avaient aurait auraient aura auront eut eurent ait aient est sont était étaient serait seraient "
    "sera "
    "fut furent soit ayant étant avoir être".split()
)
BEING = frozenset("est sont était étaient serait seraient sera fut furent soit étant être".split())
VERBAL = frozenset("a ont est sont avait avaient était étaient aurait auraient".split())
"""Forms that end a phrase: what stands before them is no part of the name after them."""

CLITICS = frozenset("se s' lui leur l' le la les en y me m' nous ne n'".split())
REFLEXIVE = frozenset("s' se m' me nous".split())
PRONOUNS = frozenset("il elle ils elles on je nous".split())
THIRD = frozenset(("il", "elle", "ils", "elles"))
IMPERSONAL = frozenset("agit agissait agirait faut fallait faudra faudrait y convient suffit semble paraît".split())
"""What follows an « il » that is nobody: « il s'agit », « il n'y a »."""
STRESSED = {"lui": "il", "elle": "elle", "eux": "ils", "elles": "elles"}
SUBORDINATE = frozenset("qui que qu' dont où laquelle lequel lesquels".split())

DETERMINERS = frozenset(
    "le la les l' un une son sa ses leur leurs ce cet cette ces notre nos votre vos mon ma mes plusieurs certains "
    "deux "
    "trois quelques".split()
)
CONTRACTED = frozenset("du au aux des".split())
BEFORE_NOUN = frozenset(
    "le la les l' un une des ce cet cette ces son sa ses leur leurs du au aux de d' aucun aucune nulle sans".split()
)
PHRASE = frozenset("un une le la les l' des ce cet cette ces son sa ses leur leurs plusieurs certains deux".split())
PREPOSITIONS = frozenset(
    "de d' à dans en sur sous contre avec par pour chez vers depuis entre devant selon avant après sans envers face "
    "parmi malgré dès jusqu'à jusqu' jusque lors via hors concernant".split()
)
ACCORDING = frozenset("selon suivant dixit".split())
STOP = frozenset("qui que qu' dont où et ou mais est a ont sont était avait ne n' se s' il elle ils elles".split())
DAYS = frozenset("lundi mardi mercredi jeudi vendredi samedi dimanche semaine mois veille lendemain matin soir".split())
LEADING = frozenset(
    "au aux du de d' tous toutes tout certains plusieurs quand comme quant lorsque alors cependant pourtant mais "
    "et pour "
    "selon car or ainsi enfin si dans à en sur après avant depuis avec il elle ils elles on ce cela ceci celui-ci "
    "le la "
    "les l' un une des ses son sa vers lors puis cet cette".split()
)
"""Words that may open a sentence with a capital and are no name."""


def clitic(word: str) -> str:
    """Return the pronoun of « -t-il » or « -elles », "" for any other word."""
    if word[0] not in "-–":
        return ""
    bare = word.lstrip("-–").removeprefix("t-").lstrip("-")
    return bare if bare in PRONOUNS else ""
