"""Suggestions for the articles of a file, with no project: a line in, a line out, in the same order."""

from __future__ import annotations

import json
import stat
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from functools import cache
from itertools import islice
from multiprocessing import get_context
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import Any, BinaryIO

from depeche import paths
from depeche.core.record import Record, mark_of, one_line, to_line
from depeche.core.scheme import parse_scheme
from depeche.errors import InputError, UserError, reason
from depeche.export.folder import Shelf
from depeche.ingest.jsonl_file import read_lines
from depeche.messages import tr
from depeche.suggest.pipeline import Pipeline, rules

_AT_ONCE = 8
"""Articles handed to a process at a time."""
_AHEAD = 3
"""So many times that for each process are in memory, so that none waits for the slowest."""


def predict(source: str, target: str, jobs: int = 1) -> list[str]:
    """Write each article of `source` with its suggestions as `spans` to `target` ("-": the standard streams).

    Streams: memory doesn't grow with the file. A line that is no article is left out; returns a sentence for each.
    A file is written beside and swapped in. Raises UserError where one can't be read or written.
    """
    refused: list[str] = []
    with ExitStack() as stack:
        file = sys.stdin.buffer if source == "-" else stack.enter_context(_open(Path(source)))
        out = stack.enter_context(_target(target))
        for line in _predicted(_records(file, source, refused), jobs):
            out.write(line.encode("utf-8") + b"\n")
        out.flush()
    return refused


@contextmanager
def _target(target: str) -> Iterator[BinaryIO]:
    path = Path(target).resolve()  # through a link: its target gets the lines, the link stays
    if target == "-":
        try:
            yield sys.stdout.buffer
        except BrokenPipeError:  # who reads has had enough
            raise
        except OSError as error:
            with suppress(OSError):
                sys.stdout.close()  # or Python tries to write the rest once more as it ends
            raise UserError(tr("{path} ne peut pas être écrit ({why}).", path="-", why=reason(error))) from error
    elif _is_device(path):
        try:
            with path.open("wb") as out:
                yield out
        except OSError as error:
            raise UserError(tr("{path} ne peut pas être écrit ({why}).", path=path, why=reason(error))) from error
    else:
        with Shelf(path.parent, path.name) as shelf, shelf.file(path.name) as out:
            yield out


def _is_device(path: Path) -> bool:
    """Tell whether a path is a pipe or a device, which takes lines but can't be swapped."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _open(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise UserError(tr("{path} ne peut pas être lu ({why}).", path=path, why=reason(error))) from error


def _records(file: BinaryIO, source: str, refused: list[str]) -> Iterator[Record]:
    for number, record in read_lines(file, None):
        if isinstance(record, InputError):
            where = tr("{path}, ligne {line}", path=source, line=number)
            refused.append(tr("{where} : {why}.", where=where, why=record))
        else:
            yield record


def _predicted(records: Iterator[Record], jobs: int) -> Iterator[str]:
    if jobs == 1:
        yield from map(predicted_line, records)
        return
    with ProcessPoolExecutor(jobs, mp_context=_processes()) as pool:
        waiting: deque[Future[list[str]]] = deque()
        while batch := list(islice(records, _AT_ONCE)):
            waiting.append(pool.submit(_lines, batch))
            if len(waiting) > _AHEAD * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _processes() -> BaseContext:
    """Return how processes are begun: never as a fork of this one, which would copy whatever locks threads hold."""
    if sys.platform != "linux" or hasattr(sys, "frozen"):
        return get_context("spawn")
    # Forked from a process that has one thread and has read lists and model: they are in memory once for all.
    context = get_context("forkserver")
    context.set_forkserver_preload(["depeche.cli.warm"])
    return context


def _lines(records: Sequence[Record]) -> list[str]:
    return [predicted_line(record) for record in records]


@cache
def pipeline() -> Pipeline:
    """Return what predicts, made once a process."""
    return Pipeline(rules(), parse_scheme(paths.default_scheme(), "").nests)


def predicted_line(record: Record) -> str:
    """Return the article's line with today's suggestions in place of the marks it came with."""
    proposed = pipeline().propose(record.article)
    marks = tuple(mark_of(one) for one in proposed)
    line: dict[str, Any] = json.loads(to_line(replace(record, marks=marks)))
    for entry, one in zip(line["spans"], proposed, strict=True):
        if one.label == "QUOTE":
            entry["speaker"] = entry["value"]
    return one_line(line)
