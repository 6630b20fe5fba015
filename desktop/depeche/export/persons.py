"""Who is named in an export, by all the names they go by, and what they are called there."""

from __future__ import annotations

import re
from collections.abc import Iterable

from depeche.core.words import folded
from depeche.export.naming import Naming
from depeche.export.person import WORD, Person, keys_of
from depeche.export.surrogates import Surrogates

_JOINED = re.compile(f"{WORD.pattern}(?:[-\u2010\u2011]{WORD.pattern})*")


class Persons:
    """All who get another name. `learn`, `hear` and `know_other` first, then `settle`, then the rest.

    `naming` finds them in texts, once all is settled.
    """

    def __init__(self, secret: str) -> None:
        self._secret = secret
        self._by_name: dict[str, Person] = {}
        self._others: set[str] = set()
        self._heard: dict[str, str] = {}
        self._settled = False
        self.naming = Naming(())
        self._surrogates = Surrogates(secret, ())

    @property
    def count(self) -> int:
        """How many there are."""
        return len({id(one) for one in self._by_name.values()})

    def learn(self, name: str, forms: Iterable[str], *, is_person: bool) -> None:
        """Take in somebody by their canonical name, and names they go by."""
        key = folded(name) or name
        person = self._by_name.setdefault(key, Person(name, is_person))
        for form in forms:
            if form not in person.forms:
                person.forms.add(form)
                self._by_name.setdefault(folded(form) or form, person)

    def know_other(self, name: str) -> None:
        """Take in the name of somebody who keeps it."""
        self._others.add(folded(name))

    def hear(self, name: str) -> None:
        """Take in the name of a speaker of whom nothing is known yet."""
        self._heard.setdefault(folded(name), name)

    def settle(self) -> None:
        """Give everybody another name; those who only spoke count as persons, unless they are known to be none."""
        if self._settled:
            return
        self._settled = True
        for key, name in self._heard.items():
            if key and key not in self._others and key not in self._by_name:
                self.learn(name, (name,), is_person=True)
        self._unite()
        everybody = list({id(one): one for one in self._by_name.values()}.values())
        taken = {
            word for one in everybody for form in (*one.forms, one.name_before) for word in folded(form).split(" ")
        }
        self._surrogates = Surrogates(self._secret, taken)
        for person in everybody:
            self._name(person)
        self.naming = Naming(everybody)

    def of(self, name: str) -> Person:
        """Return who goes by a name; somebody new who was never learned of gets one too."""
        known = self.known(name)
        if known is None:
            known = Person(name, is_person=True, forms={name})
            self._name(known)
            self._by_name[folded(name) or name] = known
        return known

    def known(self, name: str) -> Person | None:
        """Return who goes by a name, None where nobody does."""
        return self._by_name.get(folded(name) or name)

    def code(self, name: str) -> str:
        """Return a code for an article's name."""
        return self._surrogates.code("article", name)

    def _unite(self) -> None:
        """Make one of those whose canonical name is only the family name of one other."""
        by_last: dict[str, set[int]] = {}
        for key, person in self._by_name.items():
            if person.is_person and " " in key:
                by_last.setdefault(key.rsplit(" ", 1)[1], set()).add(id(person))
        all_ = {id(one): one for one in self._by_name.values()}
        for key, person in list(self._by_name.items()):
            longer = by_last.get(key, set()) - {id(person)}
            if person.is_person and " " not in key and folded(person.name_before) == key and len(longer) == 1:
                other = all_[longer.pop()]
                other.forms |= person.forms
                for name in [name for name, one in self._by_name.items() if one is person]:
                    self._by_name[name] = other

    def _name(self, person: Person) -> None:
        key = folded(person.name_before) or person.name_before
        words = [one.group() for one in _JOINED.finditer(person.name_before)] or [key]
        alone = {folded(form) for form in person.forms}
        if person.is_person and len(words) > 1:  # « Kim » for Kim Jong-un: the family's name comes first
            person.is_family_first = folded(words[0]) in alone and folded(words[-1]) not in alone
            firsts = words[1:] if person.is_family_first else words[:1]
            person.firsts = frozenset(word for one in firsts for word in keys_of(one))
            own = {word for form in (*person.forms, person.name_before) for word in keys_of(form)}
            person.first = self._surrogates.given(key, firsts[0], own)
            words = words[:1] if person.is_family_first else words[1:]
        person.last = self._surrogates.family(key, words[0])
