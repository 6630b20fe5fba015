"""Whether a city stands for a power or is just a place: « selon Moscou », « arrivé à Moscou ».

A rule looks at the words of the clause before the city and at the one after it; what no rule speaks for is a place.
"""

from __future__ import annotations

from depeche.suggest.actors.gazetteer import Gazetteer
from depeche.suggest.actors.headlines import shouted
from depeche.suggest.actors.words import Words

_WINDOW = 8
_OF = frozenset(("de", "d"))
_POWER_PREPOSITIONS = frozenset(
    ("selon", "contre", "avec", "sauf", "envers", "comme", "chez", "dixit", "que", "qu", "outre")
)
_PLACE_PREPOSITIONS = frozenset(("vers", "dans", "depuis", "jusqu", "via", "sous", "hors", "pres", "pour", "en"))
_PRONOUNS = frozenset("le la les l lui leur se s me nous y en ne n".split())


class Powers:
    """Tells capitals that act from capitals that are places."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        power = gazetteer.power
        self._gazetteer = gazetteer
        self._participles = frozenset(power["participle"])
        self._said = frozenset(power["said"])
        self._forms = frozenset(power["form"])
        self._of = frozenset(power["of"])
        self._to = frozenset(power["to"])
        self._travel = frozenset(power["travel"])
        self._events = frozenset(power["event"])
        self._between = frozenset(power["between"])
        self._object = frozenset(power["object"])

    def stands_for_power(self, words: Words, first: int, last: int) -> bool:
        """Tell whether the city of words `first` to `last` is a power here."""
        if words.link[first] in "-/" or words.link[last] in "-/":
            return False
        named = words.joined(last, frozenset(" ")) and (words.capital[last] or words.fold[last].isdigit())
        if named and not (shouted(words, first) and (words.fold[last] in _SMALL_WORDS or self.acts(words, last))):
            return False  # « Washington Examiner », « Londres 2012 » (but « MOSCOU ACCUSE KIEV D'AVOIR MENTI »)
        if words.link[last] == "," and "capitale" in words.fold[last : last + 2]:
            return False  # « à Berlin, la capitale allemande »
        before = words.fold[first - 1] if words.joined(first) else ""
        clause = self._clause(words, first - 1)
        after = words.fold[last] if words.joined(last) else ""
        if before == "a":
            return self._after_to(words, clause, after, last)
        if before in _OF:
            return self._after_of(clause)
        if before in ("entre", "et", "ou") or (before == "a" and "entre" in clause):
            paired = self._paired(words, first, last, clause, after)
            if paired is not None:
                return paired
        if before in ("d",) or (before == "part" and "de" in clause):
            return True
        if before == "apres" and words.at(first - 2) == "d":
            return True
        if before == "pour":
            return not (self._travel & set(clause))
        if before == "par":
            return not (self._travel & set(clause)) and "passer" not in clause and "passant" not in clause
        if before == "sur":
            return bool({"pression", "pressions", "sanctions", "compter"} & set(clause))
        if before in _POWER_PREPOSITIONS:
            return True
        if before in _PLACE_PREPOSITIONS:
            return False
        if before in self._object and (before not in self._travel):
            return True
        if before and words.at(first - 2) == "faire" and before.endswith(("er", "ir", "re")):
            return True
        if before and self._follows_verb(words, first, last, before):
            return True
        return self._is_subject(words, first, last, before)

    def only_houses(self, words: Words, first: int) -> bool:
        """Tell whether a seat is the building: « reçu à l'Élysée », « des travaux au palais de l'Élysée »."""
        at = first - 1
        if words.at(at) in ("l", "la", "le") and words.joined(first):
            at -= 1
        if words.at(at) in ("palais", "hotel"):
            at -= 1
        before = words.at(at)
        if before in ("devant", "dans", "derriere", "vers", "depuis", "ministere") or (
            before == "de" and words.at(at - 1) in ("pres", "cour", "perron", "jardins", "salons", "grilles")
        ):
            return words.joined(at + 1)
        if before not in ("a", "au") or not words.joined(at + 1):
            return False
        clause = self._clause(words, at)
        last = first + 1
        while words.joined(last) and words.capital[last]:
            last += 1
        if words.link[at] in ".\n," and words.link[last] == ",":
            return True  # « Vers 14 heures, à l'Élysée, il … »
        if len(clause) > 1 and clause[1] in ("face", "grace", "quant", "vis", "contrairement", "favorable", "hostile"):
            return False
        for word in clause[1:]:
            if word in self._to:
                return False
            if word in self._travel or word in self._events or word in _HOUSED:
                return True
        return False

    def _clause(self, words: Words, index: int) -> list[str]:
        """Return the folds from `index` back to the beginning of the clause, nearest first."""
        clause: list[str] = []
        while index >= 0 and len(clause) < _WINDOW:
            clause.append(words.fold[index])
            if words.link[index] in ".\n,:;()":
                break
            index -= 1
        return clause

    def _after_to(self, words: Words, clause: list[str], after: str, last: int) -> bool:
        """Decide « … à Moscou »: what is given or done to a power, not what happens there."""
        if len(clause) > 1 and clause[1] in ("face", "grace", "quant", "vis", "contrairement", "favorable", "hostile"):
            return True
        if after in ("de", "d") and len(clause) > 1 and clause[1] in ("etait", "est", "sera", "c"):
            return True
        for word in clause[1:]:
            if word in self._to:
                return True
            if word in self._travel or word in self._events:
                return False
        return False

    def _after_of(self, clause: list[str]) -> bool:
        """Decide « … de Moscou » by the noun before it, over an adjective or two."""
        for word in clause[1:4]:
            if word == "accord":  # « avec l'accord de Rome », but « l'accord de Rome » was signed there
                return bool({"avec", "sans", "obtenu", "donne"} & set(clause))
            if word in self._of:
                return not (word == "appel" and "cour" in clause)
            if word in ("de", "du", "des", "d", "a", "au", "aux", "en"):
                return False
            if word in (
                "ville",
                "region",
                "aeroport",
                "maire",
                "pres",
                "centre",
                "gare",
                "banlieue",
                "quartier",
                "accords",
            ):
                return False
        return False

    def _paired(self, words: Words, first: int, last: int, clause: list[str], after: str) -> bool | None:
        """Decide « entre Moscou et Pyongyang », « Moscou et Pyongyang affirment »; None where the pair says nothing."""
        if clause and "entre" in clause[:4]:
            return not (self._travel & set(clause))
        if clause and clause[0] in ("et", "ou"):
            if len(clause) > 2 and clause[2] in ("a", "de", "d", "dans", "vers", "depuis"):
                return False
            if self.acts(words, last):
                return True
            lone = first > 1 and words.at(first - 3) not in ("et", "ou")  # one step back, never a chain
            other = self._gazetteer.name_at(words, first - 2) if lone else None
            if other is not None and other[0] == first - 1 and other[1].group == "capital":
                return self.stands_for_power(words, first - 2, first - 1)  # « accuse Paris et Rome »
            return None
        return None

    def _is_subject(self, words: Words, first: int, last: int, before: str) -> bool:
        """Decide a city before a verb, at the head of a clause or after a conjunction."""
        if before and before not in CONJUNCTIONS:
            return False
        if self.acts(words, last):
            return not _NATURE & set(words.fold[last + 1 : last + 5])
        if words.at(last) in ("et", "ou") and words.joined(last) and words.is_capital(last + 1):
            other = self._gazetteer.name_at(words, last + 1)
            if other is not None and other[1].group == "place":
                return False  # « Paris et Marseille ont été traversés »
            return self.acts(words, other[0] if other is not None else last + 2)
        gap = words.text[words.end[first - 1] if first else 0 : words.start[first]].rstrip()
        if words.link[last] == '"' and not gap.endswith(tuple('«“"„‹')) and words.at(last) in self._forms:
            return True  # « Moscou “prend note” »
        if words.link[last] == "," and words.at(last) in ("qui", "dont", "de", "isole", "pour"):
            return True  # « Moscou, qui … » and « Moscou, de son côté, a … »
        return self._enumerated(words, last) or self._shares_verb(words, first, last, before)

    def _enumerated(self, words: Words, last: int) -> bool:
        """Decide « Copenhague, Oslo et Stockholm protestent »: only capitals up to the verb."""
        index = last
        for _ in range(_LONGEST_LIST):
            if words.link[index] != "," and not (index > last and words.at(index) == "et" and words.joined(index)):
                return False
            index += words.at(index) == "et"
            found = self._gazetteer.name_at(words, index) if index < len(words) else None
            if found is None or found[1].group not in ("capital", "seat", "state"):
                return False
            index = found[0]
            if self.acts(words, index):
                return True
        return False

    def acts(self, words: Words, index: int) -> bool:
        """Tell whether a finite verb or a present participle stands at `index`, over a pronoun or an adverb."""
        if not words.joined(index, frozenset(" ")):
            return False
        at = index
        while at < index + 3 and words.at(at) in _PRONOUNS | _ADVERBS and words.joined(at + 1):
            at += 1
        word = words.at(at)
        if word in self._forms:
            return True
        if at > index:
            return False
        if word in self._participles:
            return True
        shaped = len(word) > 3 and word.endswith(_VERBAL) and not words.raw[at].lower().endswith(("ée", "é"))
        return (
            shaped
            and word not in _NOT_VERBS
            and words.joined(at + 1, frozenset(" "))
            and words.fold[at + 1] in _AFTER_VERB
        )

    def _shares_verb(self, words: Words, first: int, last: int, before: str) -> bool:
        """Decide « Bakou dénonce une agression, Erevan une provocation »: the verb of the city before."""
        gap = words.text[words.end[first - 1] : words.start[first]] if first else ""
        if ("," not in gap and ";" not in gap) or before or words.at(last) not in _SHARED:
            return False
        if not words.joined(last, frozenset(" ")):
            return False
        index = first - 1
        while index >= 0 and first - index < _SENTENCE:
            if words.capital[index]:
                found = self._gazetteer.name_at(words, index)
                if found is not None and found[1].group in ("capital", "seat"):
                    alone = not words.joined(index) or words.fold[index - 1] in CONJUNCTIONS
                    return alone and self.acts(words, found[0])
            if words.link[index] in ".\n":
                return False
            index -= 1
        return False

    def _follows_verb(self, words: Words, first: int, last: int, before: str) -> bool:
        """Decide a city after its verb: « a répliqué Bakou », « comme le demande Rome »."""
        ends = not words.joined(last) or words.at(last) in ("dans", "qui", "par", "a", "en", "sur", "apres", "hier")
        verb = first - 1
        if before in self._said and ends:
            back = verb - 1
            while words.joined(back + 1, frozenset(" ")) and words.at(back) in _ADVERBS:
                back -= 1
            if words.joined(back + 1) and words.at(back) in ("a", "avait", "aurait", "t"):
                return True
            if before in self._forms and words.link[back + 1] in ',"':
                return True
        if before in ("savoir", "valoir") and words.at(verb - 1) == "fait":
            return True
        if before not in self._forms and before not in self._said:
            return False
        back = verb - 1
        while back > verb - 4 and words.joined(back + 1) and words.at(back) in _PRONOUNS | {"a", "avait", "aurait"}:
            back -= 1
        return words.joined(back + 1) and words.at(back) in ("que", "qu", "dont", "comme")


CONJUNCTIONS = frozenset(
    """que qu si car mais et ou dont alors lorsque quand puisque tandis donc quoi laquelle lequel cependant
    pourtant ni parce comme or""".split()
)
_HOUSED = frozenset(
    """conseil ministres recu recus recue recevra reunion reunions sommet dejeuner diner ceremonie rencontre entretien
    travaux invite invites accueilli convoque convoques installe discours conference dans soir matin""".split()
)
"""What goes on in a palace: « un dîner à la Maison Blanche »."""
_NATURE = frozenset(("capitale", "ville", "situee", "metropole"))
_ADVERBS = frozenset(
    """aussi aussitot desormais egalement ainsi alors deja encore immediatement toujours d emblee rapidement ensuite
    enfin vite meme vivement fermement finalement""".split()
)
_VERBAL = ("e", "ait", "era", "erait", "issent", "ent")
_AFTER_VERB = frozenset(
    """le la les l un une des du son sa ses ce cet cette ces a au aux que qu contre pour avec vers plus pas ne
    deux trois quatre cinq desormais aussi lundi mardi mercredi jeudi vendredi samedi dimanche""".split()
)
_NOT_VERBS = frozenset(
    """comme contre entre outre parce meme libre capitale ville metropole place centre rive cote seule unique autre
    moderne antique romaine chaque quelque telle lorsque puisque presque encore ensemble souvent vraiment
    seulement notamment egalement actuellement recemment evidemment""".split()
)
_DETERMINERS = frozenset("le la l les un une des son sa ses".split())
_SHARED = _DETERMINERS | frozenset("deux trois quatre cinq six sept huit neuf dix".split())
_SMALL_WORDS = _PRONOUNS | CONJUNCTIONS | frozenset("de d du des a au aux et pour par sur dans avec contre".split())
_SENTENCE = 40
_LONGEST_LIST = 5
