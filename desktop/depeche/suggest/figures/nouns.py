"""The noun a figure counts, looked for in the words behind it. Knows French endings, no dictionary."""

from __future__ import annotations

from depeche.suggest.figures.numbers import NUMBER_WORDS
from depeche.suggest.figures.tokens import Gap, Kind, Phrases, Token, Tokens

_ADJECTIVES = frozenset(
    "autre autres nouveau nouveaux nouvelle nouvelles premier premiers première premières jeune jeunes ancien anciens "
    "ancienne anciennes grand grands grande grandes petit petits petite petites gros grosse grosses vieux vieille "
    "vieilles simple simples seul seuls seule seules principal principaux principale principales différents "
    "différentes bon bons bonne bonnes mauvais mauvaises haut hauts haute hautes long longs longue longues court "
    "courts courte courtes présumé présumés présumée présumées éventuels éventuelles possibles supposés supposées "
    "futur futurs future futures prétendus prétendues faux fausses vrai vrais vraies meilleur meilleurs meilleure "
    "meilleures dernier derniers dernière dernières prochain prochains prochaine prochaines précédents précédentes "
    "importants importantes grands-".split()
)
_LAST_OR_NEXT = ("derni", "prochain")
_NEVER = ("autre", "premi", "derni", "prochain", "nouve")
# Words in s or x, and short ones, that stand where a noun would without being one.
_FUNCTION = frozenset(
    "dans mais sous vers les des puis plus moins très pas sans ses ces nos vos mes tes leurs depuis après alors "
    "dès hors lors près jamais toujours ailleurs certes envers tous toutes ceux eux aux auprès parfois désormais "
    "quelques plusieurs celles ils elles nous vous dessous dessus dehors dedans tandis volontiers hélas mieux "
    "pires fois est sont ont et ou où à au du de la le l en un une par pour sur avec contre entre chez selon que "
    "qui dont ne se face grâce sa son ce cette cet mon ma si car donc or ni y a fut fait fut sera serait était "
    "avait d s c n j m t qu jusqu lorsqu puisqu quand comme avant pendant durant dont soit voire environ "
    "seulement exactement non notamment respectivement".split()
)
# What is said of those counted before, whose noun isn't said again: « dont trois installées », « contre 37 annoncés ».
_SAID = frozenset(
    "requis requises nécessaires supplémentaires disponibles restants restantes estimés estimées prévus prévues "
    "attendus attendues annoncés annoncées promis promises demandés demandées installés installées recensés recensées "
    "suivants suivantes manquants manquantes interpellés interpellées confirmés confirmées "
    "actuellement auparavant ferme fermes".split()
)
_COMPOUNDS = Phrases(
    dict.fromkeys(
        "chefs d'état, chefs d'etat, secrétaires d'état, secrétaires d'etat, ministres d'état, coups d'état, "
        "coups d'etat, coups de force, coups de feu, coups de couteau, prises d'otages, hommes d'affaires, "
        "femmes d'affaires, chefs de gouvernement, chefs de guerre, gardes à vue, mises en examen, "
        "chefs d'accusation, chefs d'inculpation, gilets jaunes, casques bleus, casques blancs, bonnets rouges, "
        "frères musulmans, khmers rouges".split(", "),
        True,
    )
)
"""Nouns of several words, which make the unit together."""
_OF = frozenset("de d des".split())
_WHOSE = frozenset("ses ces leurs nos vos mes les".split())
_TIME = frozenset("an ans année années mois semaine semaines jour jours journées nuits heures minutes décennies "
                  "siècles trimestres saisons week".split())  # fmt: skip


def counted(tokens: Tokens, index: int, one: bool, of: bool = False) -> str | None:
    """Return the noun that a figure ending before token `index` counts, in the plural; None if no noun is seen.

    `one`: the amount is below two, so that the noun stands in the singular. `of`: « de » must lead to it, as behind
    « millions ».
    """
    if of and tokens[index].text not in _OF:
        return None
    at = noun_at(tokens, index, one)
    if at is None:
        return None
    end = at
    while tokens[end + 1].text == "-" and tokens.joined(end + 1) and tokens.joined(end + 2):
        if tokens[end + 2].kind not in {Kind.WORD, Kind.NUMBER}:
            break
        end += 2
    compound = _COMPOUNDS.at(tokens, at)
    if compound is not None and not one:
        end = compound[0] - 1
    noun = tokens.text[tokens[at].start : tokens[end].end]
    return plural(noun) if one else noun


def model_at(tokens: Tokens, index: int) -> str | None:
    """Return the name of what a figure ending before token `index` counts, which takes no plural: « 24 Rafale »."""
    name, after = tokens[index], tokens[index + 1]
    if name.kind is not Kind.WORD or not name.upper or not tokens.follows(index) or len(name.text) < _SHORTEST_MODEL:
        return None
    if tokens.joined(index) or (after.kind in {Kind.WORD, Kind.NUMBER} and (after.upper or tokens.joined(index + 1))):
        return None
    return tokens.text[name.start : name.end] if after.kind is not Kind.NUMBER else None


_SHORTEST_MODEL = 5


def noun_at(tokens: Tokens, index: int, one: bool = False) -> int | None:
    """Return the position of the noun that a figure ending before token `index` counts."""
    at = index
    if tokens[at].text in _OF and tokens.follows(at):
        at += 2 if tokens[at].text == "d" else 1
        if tokens[at].text in _WHOSE:
            at += 1
    while tokens[at].text in _ADJECTIVES and tokens[at].gap is not Gap.LINE and _is_noun(tokens, at + 1, one):
        if tokens[at].text == "jeunes" and tokens[at + 1].text.endswith(("és", "ées")):
            break  # « trois jeunes tués »
        at += 1
    return at if _is_noun(tokens, at, one) and not tokens[at].text.startswith(_NEVER) else None


def is_stretch_of_calendar(tokens: Tokens, index: int) -> bool:
    """Tell whether what follows a number is « derniers jours », « prochaines années »: a date, not a measure."""
    at = index
    while tokens[at].text in _ADJECTIVES:
        if tokens[at].text.startswith(_LAST_OR_NEXT):
            return tokens[at + 1].text in _TIME
        at += 1
    return tokens[at].text in _TIME and tokens[at + 1].text.startswith(_LAST_OR_NEXT)


def _is_noun(tokens: Tokens, index: int, one: bool) -> bool:
    token = tokens[index]
    if token.kind is not Kind.WORD or token.gap is Gap.LINE:
        return False
    if _hyphenated(tokens, index):
        return True
    raw = tokens.text[token.start : token.end]
    model = tokens[index + 1].kind is Kind.NUMBER and tokens.joined(index + 1)  # « 2014 UZ224 »
    if raw.isupper() and 2 <= len(raw) <= _LONGEST_ACRONYM and tokens.follows(index) and raw not in _ZONES:
        return not _shouting(tokens, index) and not model  # « cinq ONG »
    if token.text in NUMBER_WORDS or token.text in _FUNCTION or len(token.text) < 3 or token.text in _SAID:
        return False
    return (one and not token.upper) or token.text.endswith(("s", "x", "z"))


_LONGEST_ACRONYM = 5
_ZONES = frozenset("UTC GMT CET CEST EDT EST PDT HAE HAA BST AM PM TTC HT TV".split())


def _shouting(tokens: Tokens, index: int) -> bool:
    """Tell whether the next word is all in capitals too, as in a title."""
    after = tokens[index + 1]
    raw = tokens.text[after.start : after.end]
    return after.kind is Kind.WORD and len(raw) > 1 and raw.isupper()


def _hyphenated(tokens: Tokens, index: int) -> bool:
    """Tell whether a hyphen carries the word on to a plural or a model (« porte-avions », « F-16 »)."""
    if tokens[index + 1].text != "-" or not tokens.joined(index + 1) or not tokens.joined(index + 2):
        return False
    model = tokens[index].upper and tokens[index + 2].kind is Kind.NUMBER
    return model or _plural(tokens[index + 2])


def _plural(token: Token) -> bool:
    return token.kind is Kind.WORD and token.text.endswith(("s", "x", "z"))


def plural(noun: str) -> str:
    """Return a French noun in the plural, by the regular endings."""
    if noun.endswith(("s", "x", "z")) or any(letter.isupper() for letter in noun[1:]):
        return noun  # « mSv », « GT » have no plural
    if noun.endswith("al"):
        return f"{noun[:-2]}aux"
    return noun + ("x" if noun.endswith(("eau", "eu")) else "s")
