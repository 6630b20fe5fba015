"""Whether words between marks are somebody's own: not titles, nicknames or words set apart. Knows no speaker."""

from __future__ import annotations

import re

from depeche.suggest.quotes.attribution import SURE, Attribution
from depeche.suggest.quotes.pairing import Pair
from depeche.suggest.quotes.reading import MASK, Reading
from depeche.suggest.quotes.roles import speaks
from depeche.suggest.quotes.titles import is_title

_NAMED = re.compile(
    r"\b(?:appelée?s?|appelle(?:nt)?|baptisée?s?|rebaptisée?s?|surnommée?s?|nommée?s?|dénommée?s?|intitulée?s?|"
    r"titr(?:é|e|a)(?:e?s?|nt|it|ient)(?:\s\w+)? sur|titrée?s?|"
    r"prénommée?s?|connue?s? sous le nom (?:de|d['’])|sous le nom (?:de|d['’])|soi-disant|alias|"
    r"(?:les?|la|l['’]|du|au|un|une|des|les|son|sa|cette|ce)\s?(?:[^\W\d_]+ )?(?:opération|film|roman|livre|album|"
    r"chanson|série|émission|journal|magazine|"
    r"hebdomadaire|quotidien|navire|frégate|groupe|association|collectif|mouvement|programme|projet|label|tube|"
    r"titre|single|ouvrage|"
    r"documentaire|organisation|pétition|hashtag|article|tribune|éditorial|enquête|reportage|"
    r"revue|site|exposition|compétition|concours|prix|festival|pièce|opéra|poème|tableau|terme|mot|"
    r"expression|notion|concept|"
    r"nom|surnom|pseudonyme|sobriquet|catégorie|rubrique|section|chapitre|mention|système|logiciel|jeu|fusée|"
    r"satellite|mission|"
    r"sous-marin|porte-avions|missile|drone|restaurant|hôtel|bar|club|yacht|bateau|cargo|pétrolier|chaîne|podcast|"
    r"phénomène|effet|syndrome|théorie|bouton|fonction|style|affaire|loi|sculpture|statue|toile|peinture|photographie|ballet|comédie|blog|campagne|séminaire|colloque|spectacle|"
    r"ouragan|cyclone|typhon|tempête|liste|parti|plan|dispositif|sommet|forum|exercice|manœuvre|formule)|"
    r"(?:co-?)?(?:auteure?|autrice|réalisateur|réalisatrice|traducteur|traductrice|rédacteur en chef))s?"
    r"(?:\s+(?:de|des|du)|\s+d['’])?\s*[:,]?\s*$",
    re.IGNORECASE,
)
_SAID_NOUN = re.compile(
    r"\b(?:accus|promess|promet|appel|menac|propos|déclar|discours|critiqu|dénonci|condamn|soutien|réclam|exig|"
    r"demand|avertiss|"
    r"engag|hommage|remerci|salut|convict|jug|parl|évoqu|mots?|termes?|réaffirm|félicit|espér|crain|regret|"
    r"excus|slogans?|refus|"
    r"volonté|souhait|détermin|inquiét|préoccup|colère|motif|raison)\w*",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"\b(?:appelée?s?|(?:re)?baptisée?s?|surnommée?s?|d?é?nommée?s?|intitulée?s?)\s*:?\s*$", re.IGNORECASE
)
_CALLS_FOR = re.compile(r"(?:à|au|aux)\s|(?:[^\W\d_]+\s){2,6}à\s", re.IGNORECASE)
_TERM = re.compile(
    r"\b(?:mots?|termes?|expression|formule|slogan|notion|concept|(?:sur)?noms?|soi-disant|alias|titr\w+)"
    r"(?:\s(?:de|sur)|\sd['’])?\s*$",
    re.IGNORECASE,
)
_TERMED = re.compile(r"\bce qu(?:e\s|['’])[^,;:.]*\bappell\w+\s*$", re.IGNORECASE)
_VOTE = re.compile(r"\b(?:le|du|au|un|camps?|partisans)\s$", re.IGNORECASE)
"""« le « oui » » is an answer on a ballot."""
_NEAR = 32
"""How many characters before the mark a noun of speech (« des accusations de ») may stand."""
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|\d[\d.,]*")
_CLAUSE = re.compile(
    r"\b(?:est|sont|a|ont|sera|seront|serait|était|étaient|avait|avaient|avons|avez|ai|suis|sommes|êtes|peut|"
    r"peuvent|doit|doivent|faut|va|vont|"
    r"fait|font|veut|veulent|n['’]\w+ pas|ne \w+ pas|c['’]est|je|j['’]\w+|nous|vous|il|elle|ils|elles|on|qui)\b"
    r"|\w{3,}(?:ent|ait|aient|ons|ez|era|eront|erait)\b",
    re.IGNORECASE,
)
_SO_CALLED = re.compile(r"(?:([^\W\d_]+)\s+)?([^\W\d_]+['’]?)\s+(?:soi-disant|dite?s?)\s*$")
_THAT = re.compile(r"\b(?:que|qu['’])(?:[^«»:;.]{0,40},)?$")
_LONG = 5
_SUBJECTS = frozenset("il elle ils elles on qui est sont a ont avait avaient était étaient se lui leur ne".split())
_ANSWERS = frozenset(
    "oui non si merci jamais rien personne bravo adieu bonjour bonsoir bienvenue assez pardon désolé désolée peut-être "
    "certainement absolument évidemment toujours aucun aucune".split()
)
"""Words that are an answer by themselves."""
_SMALL = frozenset("de du des la le les l d et à au aux en of the and in for to y el der die das a".split())


def whole_sentence(reading: Reading, pair: Pair, attribution: Attribution) -> bool:
    """Tell whether the quoted words are a sentence of their own (direct), not a piece of the reporter's (mixed)."""
    inner = reading.text[pair.inner_start : pair.inner_end].strip()
    ahead = reading.told[max(0, pair.start - 80) : pair.start]
    before = ahead.rstrip()
    first = next((c for c in inner if c.isalpha()), "")
    ends = inner[-1:] in ".!?…"
    opens = not before or before[-1] in ".!?…:;" + MASK or "\n" in ahead[len(before) :]
    if not _CLAUSE.search(inner):
        if before.endswith(":") and attribution.cue is not None and attribution.cue.kind in ("say", "write", "answer"):
            return len(_WORD.findall(inner)) > 3 or first.isupper()  # « a répondu : « Oui. » »
        stands = ends or before.endswith(":") or (attribution.how == "incise" and opens)
        return stands and first.isupper()
    if attribution.how in ("incise", "selon", "relais") and opens:
        return True
    if before.endswith(":") or (first.isupper() and (ends or opens)):
        return True
    if _THAT.search(before) and len(_WORD.findall(inner)) > _LONG and (first.isupper() or ends):
        return True  # « a affirmé que « Nous partons. » »
    after = reading.told[pair.end : pair.end + 3].lstrip()
    return attribution.how == "incise" and after[:1] == "," and (before.endswith(",") or first.isupper())


def said(reading: Reading, pair: Pair, attribution: Attribution) -> float:
    """Return how sure it is, between 0 and 1, that the words of `pair` are given as somebody's own."""
    inner = reading.text[pair.inner_start : pair.inner_end].strip()
    before = reading.told[max(0, pair.start - 60) : pair.start]
    before = before[before.rfind("\n") + 1 :]
    after = reading.told[pair.end : pair.end + 40].split("\n")[0]
    words = _WORD.findall(inner)
    if not words:
        return 0.0
    clause = _CLAUSE.search(inner) is not None and len(words) > 2
    beside = attribution.how in ("incise", "deux-points")
    if _nickname(before, after, words):
        return 0.1
    if len(words) == 1 and words[0].lower() in ("oui", "non") and _VOTE.search(before):
        return 0.2
    # « appelle "à la retenue" » names nothing; « les mots "X", lancés par Y » and « ce que Y appelle "X" » are Y's
    calls_for = _CALLS_FOR.match(inner) is not None or _TERMED.search(before) is not None
    term = _TERM.search(before) is not None
    calls_for = calls_for or (attribution.how == "incise" and term)
    judging = attribution.cue is not None and attribution.cue.kind in ("judge", "think")
    judged = _known(attribution) or (attribution.nameless and attribution.cue is not None)
    judges = attribution.how == "verbe" and judging and inner[:1].islower() and judged
    calls_for = calls_for or (judges and not term and not _CALLED.search(before))  # « a jugé ce plan "utile" »
    if _so_called(before) or (_CALLED.search(before) and not calls_for):
        return 0.15
    if _NAMED.search(before) and not calls_for and not (clause and len(words) > 7):
        return 0.15
    uttered = _is_uttered(inner, words)
    if ((_title(words) and not uttered) or is_title(before, inner, after, clause)) and not beside:
        return 0.2
    whole = pair.closed and pair.opened
    if not whole and attribution.how == "" and len(words) < 4:
        return 0.2
    base = {"incise": 0.97, "deux-points": 0.95, "selon": 0.9, "verbe": 0.9, "relais": 0.85}.get(attribution.how, 0.0)
    if attribution.how == "deux-points" and attribution.cue is None and not clause:
        base = 0.7 if len(words) > 3 else 0.6 if attribution.speakers or uttered else 0.4
    cue = attribution.cue
    vague = cue is not None and (cue.form == "infinitive")
    if vague and attribution.how == "verbe" and len(words) < 3 and not _known(attribution):
        base = 0.4
    if not base and not clause and before.strip() == "" and words[0][0].isupper() and inner[-1:] in ".!?…":
        base = 0.7
    if not base:
        if clause:
            base = 0.75 if len(words) > 5 else 0.6
        elif len(words) > 5 or (len(words) > 1 and _SAID_NOUN.search(before[-_NEAR:])):
            base = 0.6
        elif _SAID_NOUN.search(before[-_NEAR:]):
            base = 0.5
        else:
            alone = uttered and before.rstrip().endswith((".", "?", "!"))  # « Que dit-il ? « Rien. » »
            base = 0.6 if alone else 0.3
    return base if whole else base * 0.8


def _known(attribution: Attribution) -> bool:
    return bool(attribution.speakers) and attribution.speakers[0].score > SURE


def _so_called(before: str) -> bool:
    """« le dossier dit "sensible" »: a thing called so, not somebody who says so."""
    found = _SO_CALLED.search(before)
    if found is None:
        return False
    noun = found.group(2)
    people = (
        noun[0].isupper() or noun.lower() in _SUBJECTS or speaks(noun.lower()) or speaks((found.group(1) or "").lower())
    )
    return not people


def _nickname(before: str, after: str, words: list[str]) -> bool:
    """« Ramzan "Le Tigre" Kadyrov »: a name goes on on both sides of the marks."""
    if len(words) > 4:
        return False
    return bool(re.search(r"(?:^|[\s'’])[A-ZÀ-Ý][\w'’-]+\s$", before) and re.match(r"\s[A-ZÀ-Ý][\w'’-]+", after))


def _is_uttered(inner: str, words: list[str]) -> bool:
    """« Oui. », « Vive la Ruritanie ! », « Merci »: a whole answer or cry, however short."""
    return inner[:1].isupper() and (inner[-1] in ".!?…" or (len(words) < 3 and words[0].lower() in _ANSWERS))


def _title(words: list[str]) -> bool:
    """« Volvo Open Cup »: every word of weight has a capital."""
    heavy = [w for w in words if w.lower() not in _SMALL]
    return 0 < len(heavy) <= 8 and all(w[0].isupper() or w[0].isdigit() for w in heavy)
