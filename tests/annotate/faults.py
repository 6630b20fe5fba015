"""Faults of every kind, planted by a seed into the labelled sample, to measure what the radar sees."""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from depeche import paths
from depeche.annotate.radar.finding import REMARKS, Finding
from depeche.core.article import Article, DateOrigin, State
from depeche.core.change import Change, Part, Standing
from depeche.core.ids import new_key
from depeche.core.span import Span
from depeche.store import articles, journal
from depeche.store.project import Project
from depeche.suggest.pipeline import actors

LABELS = Path(__file__).resolve().parents[2] / "corpus" / "labels"
_WEEK = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_SAME_LENGTH = {"lundi": "mardi", "mardi": "jeudi", "jeudi": "lundi"}
_TITLED = re.compile(r"\b(?:président|présidente|ministre|général|députée?|porte-parole|M\.|Mme|procureure?)\s$")
_LED = re.compile(r"(?:\b(?:la|le|les|La|Le|Les)\s|\b[lL]['’])$")
_ALONE = re.compile(
    r"\b(?:le|la) (ministre|président|présidente|porte-parole|procureur|général|gouverneur|maire)\b(?! [A-ZÉ])"
)
_ADJECTIVE = re.compile(
    r"(?<=[a-zé] )(?:russe|belge|iranien|iranienne|turc|chinois|américaine?|lituanien|arménien|brésilien)\b"
)
_SPOKEN = re.compile(r"[«“\"].*[»”\"]", re.DOTALL)


@dataclass
class Text:
    """An article that is being spoilt."""

    name: str
    text: str
    date: str | None
    spans: list[Span]
    spoilt: set[str] = field(default_factory=set)
    """The keys of the spans that faults already hang on: no second one is planted there."""


@dataclass(frozen=True)
class Fault:
    """What was planted, and where one would have to look."""

    kind: str
    name: str
    start: int
    end: int
    keys: frozenset[str]


@dataclass
class World:
    """All texts, and the chance that faults are planted by."""

    texts: list[Text]
    chance: random.Random

    def pick(self, fits: Callable[[Text, Span], bool]) -> tuple[Text, Span] | None:
        """Return a span not yet spoilt that fits."""
        found = [(t, s) for t in self.texts for s in t.spans if s.key not in t.spoilt and fits(t, s)]
        return self.chance.choice(found) if found else None

    def spoil(self, kind: str, text: Text, old: Span | None, *new: Span) -> Fault:
        """Put spans in place of one and return the fault that this is."""
        if old is not None:
            text.spans.remove(old)
        text.spans += new
        about = [one for one in (old, *new) if one is not None]
        keys = frozenset(one.key for one in about)
        text.spoilt |= keys
        return Fault(kind, text.name, min(s.start for s in about), max(s.end for s in about), keys)

    def words(self, text: Text, span: Span) -> str:
        return text.text[span.start : span.end]

    def forms(self) -> Counter[tuple[str, str]]:
        """How often words are marked under a label."""
        return Counter((self.words(t, s), s.label) for t in self.texts for s in t.spans)


def sample() -> list[Text]:
    """Return the labelled sample."""
    found = []
    for path in sorted(LABELS.glob("*.jsonl")):
        data = json.loads(path.read_text(encoding="utf-8").splitlines()[0])
        spans = [_span(one) for one in data["spans"]]
        found.append(Text(data["id"], data["text"], data.get("date"), spans))
    return found


def _span(one: dict[str, object]) -> Span:
    value = one.get("value")
    attrs = {name: one[name] for name in ("unit", "mod") if name in one}
    given = tuple(value) if isinstance(value, list) else value
    return Span(one["start"], one["end"], one["label"], one.get("kind"), given, attrs, new_key())  # type: ignore[arg-type]


def _other_label(world: World) -> Fault | None:
    forms = world.forms()
    met = world.pick(lambda t, s: s.label == "ACTOR" and forms[world.words(t, s), s.label] > 2)
    if met is None:
        return None
    text, span = met
    return world.spoil("label", text, span, replace(span, label="DATE", kind=None, value=text.date))


def _other_kind(world: World) -> Fault | None:
    forms = world.forms()
    met = world.pick(lambda t, s: s.label == "ACTOR" and forms[world.words(t, s), s.label] > 2)
    if met is None:
        return None
    text, span = met
    kinds = [kind for kind in ("PER", "ORG", "GPE", "GRP") if kind != span.kind]
    return world.spoil("kind", text, span, replace(span, kind=world.chance.choice(kinds)))


def _other_value(world: World) -> Fault | None:
    forms = world.forms()
    values = sorted({str(s.value) for t in world.texts for s in t.spans if s.label == "ACTOR"})
    met = world.pick(lambda t, s: s.label == "ACTOR" and forms[world.words(t, s), s.label] > 2)
    if met is None:
        return None
    text, span = met
    other = world.chance.choice([value for value in values if value != span.value])
    return world.spoil("value", text, span, replace(span, value=other))


def _unmarked(world: World) -> Fault | None:
    forms, lists = world.forms(), actors()
    met = world.pick(
        lambda t, s: (
            s.label != "QUOTE" and forms[world.words(t, s), s.label] > 2 and not lists.is_place(world.words(t, s))
        )
    )
    return None if met is None else world.spoil("unmarked", met[0], met[1])


def _other_name(world: World) -> Fault | None:
    used = Counter(s.value for t in world.texts for s in t.spans if s.label == "ACTOR" and s.kind == "PER")
    met = world.pick(lambda t, s: s.kind == "PER" and used[s.value] > 2 and " " in str(s.value))
    if met is None:
        return None
    text, span = met
    first, *middle, last = str(span.value).split()
    forms = [
        " ".join([last, first, *middle]),
        " ".join([first, "K.", *middle, last]),
        str(span.value).upper(),
        str(span.value).replace("-", " ") if "-" in str(span.value) else f"{first}  {last}".lower(),
    ]
    return world.spoil("name", text, span, replace(span, value=world.chance.choice(forms)))


def _no_speaker(world: World) -> Fault | None:
    def named_beside(t: Text, s: Span) -> bool:
        if s.label != "QUOTE" or not isinstance(s.value, str) or s.kind != "direct":
            return False
        return any(
            one.label == "ACTOR" and one.value == s.value and one.kind == "PER"
            and (0 <= one.start - s.end < 80 or 0 <= s.start - one.end < 40) and "\n" not in
            t.text[min(one.start, s.start) : max(one.end, s.end)].replace(t.text[s.start : s.end], "")
            for one in t.spans
        )  # fmt: skip

    met = world.pick(named_beside)
    return None if met is None else world.spoil("speaker", met[0], met[1], replace(met[1], value=None))


def _no_value(label: str) -> Callable[[World], Fault | None]:
    def plant(world: World) -> Fault | None:
        met = world.pick(lambda t, s: s.label == label and s.value is not None and t.date is not None)
        if met is None:
            return None
        return world.spoil(f"no value {label}", met[0], met[1], replace(met[1], value=None, attrs={}))

    return plant


def _crossing(world: World) -> Fault | None:
    def roomy(t: Text, s: Span) -> bool:
        after = t.text[s.end : s.end + 12]
        free = not any(o is not s and o.label != "QUOTE" and o.start < s.end + 12 and s.start < o.end for o in t.spans)
        return s.label == "ACTOR" and " " in world.words(t, s) and free and re.match(r" \w{3,9}\b", after) is not None

    met = world.pick(roomy)
    if met is None:
        return None
    text, span = met
    start = span.start + world.words(text, span).rindex(" ") + 1
    end = span.end + re.match(r" \w{3,9}", text.text[span.end :]).end()  # type: ignore[union-attr]
    return world.spoil("crossing", text, None, Span(start, end, "ACTOR", "ORG", "autre", {}, new_key()))


def _doubled(world: World) -> Fault | None:
    met = world.pick(lambda t, s: True)
    return None if met is None else world.spoil("doubled", met[0], None, replace(met[1], key=new_key()))


def _edge(world: World) -> Fault | None:
    def loose(t: Text, s: Span) -> bool:
        return s.label != "QUOTE" and (
            t.text[s.end : s.end + 1] in (" ", ",", ".", "\u202f", "»", ")") or t.text[s.start - 1] in " «("
        )

    met = world.pick(loose)
    if met is None:
        return None
    text, span = met
    if text.text[span.end : span.end + 1] in (" ", ",", "\u202f", "»", ")"):
        return world.spoil("edge", text, span, replace(span, end=span.end + 1))
    return world.spoil("edge", text, span, replace(span, start=span.start - 1))


def _marks(world: World) -> Fault | None:
    met = world.pick(
        lambda t, s: s.label == "QUOTE" and _SPOKEN.fullmatch(world.words(t, s)) is not None and s.end - s.start > 20
    )
    if met is None:
        return None
    text, span = met
    if world.chance.random() < 0.5:
        return world.spoil("marks", text, span, replace(span, end=text.text.rindex(" ", span.start, span.end - 2)))
    return world.spoil("marks", text, span, replace(span, start=text.text.index(" ", span.start + 2, span.end) + 1))


def _weekday(world: World) -> Fault | None:
    met = world.pick(
        lambda t, s: s.label == "DATE" and world.words(t, s) in _WEEK and isinstance(s.value, str)
        and re.fullmatch(r"\d{4}-\d\d-\d\d", s.value) is not None
    )  # fmt: skip
    if met is None:
        return None
    text, span = met
    other = date.fromordinal(date.fromisoformat(str(span.value)).toordinal() + world.chance.choice((-1, 1, 2)))
    return world.spoil("weekday", text, span, replace(span, value=other.isoformat()))


def _written_weekday(world: World) -> Fault | None:
    text = world.chance.choice(world.texts)
    day = date(2025, world.chance.randint(1, 12), world.chance.randint(2, 28))
    months = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
              "novembre", "décembre")  # fmt: skip
    words = f"{_WEEK[(day.weekday() + world.chance.randint(1, 6)) % 7]} {day.day} {months[day.month - 1]} 2025"
    text.text += f"\n\nLe vote aura lieu {words}."
    start = text.text.rindex(words)
    span = Span(start, start + len(words), "DATE", None, day.isoformat(), {}, new_key())
    return world.spoil("written weekday", text, None, span)


def _longer(kind: str, before: re.Pattern[str], of: Callable[[Span], bool]) -> Callable[[World], Fault | None]:
    def plant(world: World) -> Fault | None:
        met = world.pick(
            lambda t, s: of(s) and before.search(t.text[max(0, s.start - 20) : s.start]) is not None
            and not any(o is not s and o.label != "QUOTE" and s.start - 20 < o.end <= s.start for o in t.spans)
        )  # fmt: skip
        if met is None:
            return None
        text, span = met
        led = before.search(text.text[max(0, span.start - 20) : span.start])
        assert led is not None
        return world.spoil(kind, text, span, replace(span, start=span.start - len(led.group())))

    return plant


def _nameless(kind: str, words: re.Pattern[str], group: int) -> Callable[[World], Fault | None]:
    def plant(world: World) -> Fault | None:
        found = [
            (t, m.span(group))
            for t in world.texts
            for m in words.finditer(t.text)
            if not any(s.label != "QUOTE" and s.start < m.end() and m.start() < s.end for s in t.spans)
        ]
        if not found:
            return None
        text, (start, end) = world.chance.choice(found)
        return world.spoil(kind, text, None, Span(start, end, "ACTOR", "PER", text.text[start:end], {}, new_key()))

    return plant


def _credit(world: World) -> Fault | None:
    text = world.chance.choice(world.texts)
    text.text += "\n\nSource : Agence Boréale"
    start = text.text.rindex("Agence")
    return world.spoil(
        "credit", text, None, Span(start, len(text.text), "ACTOR", "ORG", "Agence Boréale", {}, new_key())
    )


def _open_mark(world: World) -> Fault | None:
    text = world.chance.choice(world.texts)
    start = len(text.text) + 2
    text.text += "\n\n«\u202fRien n’est encore joué dans cette affaire, a conclu un observateur."
    fault = Fault("open mark", text.name, start, len(text.text), frozenset())
    return fault


PLANTERS: tuple[Callable[[World], Fault | None], ...] = (
    _other_label, _other_kind, _other_value, _unmarked, _other_name, _no_speaker, _no_value("FIGURE"),
    _no_value("DATE"), _crossing, _doubled, _edge, _marks, _weekday, _written_weekday,
    _longer("title", _TITLED, lambda s: s.kind == "PER"),
    _longer("article", _LED, lambda s: s.label == "ACTOR" and s.kind != "GRP"),
    _nameless("function", _ALONE, 1), _nameless("adjective", _ADJECTIVE, 0), _credit, _open_mark,
)  # fmt: skip


def planted(seed: int, times: int = 50) -> tuple[list[Text], list[Fault]]:
    """Return the sample with that many faults in it, of all kinds in turn."""
    world = World(sample(), random.Random(seed))
    faults: list[Fault] = []
    turn = 0
    while len(faults) < times:
        fault = PLANTERS[turn % len(PLANTERS)](world)
        turn += 1
        if fault is not None:
            faults.append(fault)
    return world.texts, faults


def into_project(folder: Path, texts: list[Text]) -> Project:
    """Return a new project that holds these texts, finished, with these spans."""
    project = Project.create(folder, paths.default_scheme(), "Claire")
    with project.write() as db:
        for one in texts:
            article = Article(one.text, one.name, one.name, one.date, DateOrigin.GIVEN)
            key = articles.put(db, article, "test").key
            part = Part(key, (Standing(State.TODO),), (*one.spans, Standing(State.DONE)))
            journal.do(db, Change("Repris", (part,)), project.annotator)
    return project


def is_of(finding: Finding, fault: Fault, names: dict[str, str]) -> bool:
    """Tell whether a finding is about what was planted: the same span, or the same place. `names` by article's key."""
    if fault.keys & set(finding.spans):
        return True
    return names[finding.article] == fault.name and finding.start < fault.end and fault.start < finding.end


def missed(found: list[Finding], faults: list[Fault], names: dict[str, str]) -> Iterator[Fault]:
    """Yield the faults that no finding is about but remarks on the text."""
    found = [one for one in found if one.kind not in REMARKS]
    for fault in faults:
        if not any(is_of(one, fault, names) for one in found):
            yield fault


def false(found: list[Finding], faults: list[Fault], names: dict[str, str]) -> Iterator[Finding]:
    """Yield the findings that are about no fault; a remark on the text is true of the sample too."""
    for one in found:
        if one.kind in REMARKS:
            continue
        if not any(is_of(one, fault, names) for fault in faults):
            yield one
