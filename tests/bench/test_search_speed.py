"""How fast a search answers in 100,000 articles of 3,000 characters, with a million suggestions.

`DEPECHE_BENCH_SEARCH` names the folder of that project. It is made by `python -m tests.bench.test_search_speed FOLDER`,
which takes five minutes and a gigabyte.
"""

from __future__ import annotations

import os
import random
import re
import sys
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from depeche import paths
from depeche.core.article import Article, State
from depeche.core.change import Change, Part, Standing
from depeche.core.finding import Question
from depeche.core.ids import new_key
from depeche.core.span import Span
from depeche.core.suggestion import Suggestion
from depeche.core.words import sought
from depeche.core.worth import parse_worth
from depeche.store import articles, find, spans, suggestions
from depeche.store.project import DATABASE, Project
from tests.bench.conftest import corpus_articles

TOTAL, LENGTH, MARKS = 100_000, 3_000, 10
_SYLLABLES = (
    "ba be bi bo ka ke ki ko la le li lo ma me mi mo na ne ni no ra re ri ro sa se si so ta te ti to va vi".split()
)


def invented(chance: random.Random) -> str:
    """Return a name that a few hundred of the articles have."""
    return "".join(chance.choice(_SYLLABLES) for _ in range(3)).title()


def bodies(total: int) -> Iterator[str]:
    """Yield texts of `LENGTH` characters: sentences of the corpus in ever other order, with names and figures."""
    chance = random.Random(4)
    whole = "\n".join(one.text for one in corpus_articles())
    sentences = [one for one in re.split(r"(?<=[.!?»])\s+", whole) if 20 < len(one) < 400]
    for n in range(total):
        text = f"Dépêche n° {n}\n\n"
        while len(text) < LENGTH:
            text += chance.choice(sentences) + f" {invented(chance)} compte {chance.randint(1, 60_000)} soldats. "
        yield text[:LENGTH]


def marks_of(text: str, chance: random.Random) -> list[Suggestion]:
    """Return suggestions for a text: names of actors and figures of soldiers, as they stand in it."""
    found = []
    for match in list(re.finditer(r"(\w+) compte (\d+) soldats", text))[: MARKS // 2]:
        actor, figure = match.span(1), match.span(2)
        found.append(Suggestion(*actor, "ACTOR", "PER", match[1], source="actors", version="1", score=0.8))
        attrs = {"unit": chance.choice(("soldats", "blessés", "chars"))}
        found.append(Suggestion(*figure, "FIGURE", None, match[2], attrs, source="figures", version="1", score=0.8))
    return found


def fill(project: Project, total: int) -> None:
    """Put the articles into a project, with suggestions, of which every third article has half accepted."""
    chance = random.Random(5)
    batch: list[str] = []
    for n, body in enumerate(bodies(total), 1):
        batch.append(body)
        if len(batch) < 1_000 and n < total:
            continue
        with project.write() as db:
            for text in batch:
                title = text.split("\n", 1)[0]
                day = f"{2015 + chance.randrange(10)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
                made = articles.put(db, Article(text, title=title, name=title, date=day), "bench")
                articles.set_suggested_by(db, made.key, "bench")
                guesses = suggestions.put(db, made.key, marks_of(text, chance))
                if made.number % 3 == 0:
                    mine = [one.to_span(new_key()) for one in guesses[::2]]
                    state = State.FLAGGED if made.number % 9_000 == 0 else State.STARTED
                    items: tuple[Span | Standing, ...] = (*mine, Standing(state))
                    spans.apply(db, Change("bench", (Part(made.key, (), items),)), project.annotator)
        batch = []


@pytest.fixture(scope="module")
def big() -> Iterator[Project]:
    """The project, where somebody made it."""
    folder = Path(os.environ.get("DEPECHE_BENCH_SEARCH", "-"))
    if not (folder / DATABASE).exists():
        pytest.skip("DEPECHE_BENCH_SEARCH names no project")
    with Project.open(folder, read_only=True) as project:
        yield project


QUESTIONS = {
    "a rare name": {"words": ["kaleno", "Mirosa", "tevibo"]},
    "a word of every article": {"words": ["le", "soldats", "compte"]},
    "an elided word": {"words": ["l’Otan", "l'Élysée", "d’Ukraine"]},
    "several words": {"words": ["soldats paix", "président sommet accord", "le de la"]},
    "a phrase": {"words": ["« le président »", '"de la"', '"une paix durable"']},
    "the beginning of a word": {"words": ["prési*", "sol*", "kal*"]},
    "what isn't there": {"words": ["zzyzx", "xylophoniste hongrois"]},
    "a word in flagged articles": {"words": ["soldats", "le"], "states": (State.FLAGGED,)},
    "a word in articles begun, of a month": {
        "words": ["soldats", "paix"],
        "states": (State.STARTED,),
        "since": "2019-03",
        "until": "2019-03",
    },
    "marks of a label": {"labels": ("FIGURE",)},
    "a word in marks of a label": {"words": ["Kaleno", "mar*"], "labels": ("ACTOR",)},
    "figures over 59,990 soldiers": {"worth": "plus de 59 990 soldats"},
    "figures over 10,000 soldiers": {"worth": "plus de 10 000 soldats"},
    "an actor": {"worth": "Kaleno"},
    "suggestions of a source": {"source": "figures"},
}


@pytest.mark.parametrize("asked", QUESTIONS)
@pytest.mark.parametrize("what", ["first page", "count"])
def test_search_in_100_000_articles(benchmark: BenchmarkFixture, big: Project, asked: str, what: str) -> None:
    fields = dict(QUESTIONS[asked])
    words = cycle(fields.pop("words", [""]))
    fields["worth"] = parse_worth(fields.get("worth", ""))

    def answer() -> int | None:
        question = Question(big.annotator, sought(next(words)), **fields)
        with big.read() as db:
            if what == "count":
                return find.count(db, big.scheme, question)
            return len(find.page(db, big.scheme, question).lines)

    benchmark.extra_info["told"] = f"{answer()} found"
    benchmark.pedantic(answer, rounds=30, warmup_rounds=3)


if __name__ == "__main__":
    with Project.create(Path(sys.argv[1]), paths.default_scheme(), "Claire") as made:
        fill(made, TOTAL)
