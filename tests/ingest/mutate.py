"""Mutated files through every reader: `python -m tests.ingest.mutate [-n 10000] [READER…]`, or `make fuzz N=10000`.

Each reader gets its good files with bytes flipped, cut, doubled, mixed and planted; inside a zip also its members. It
must yield articles or refuse by a sentence (InputError), within `SECONDS` and a gigabyte. Work is done in child
processes; the same seed gives the same files.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import resource
import signal
import sys
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from depeche.core.record import to_line
from depeche.errors import InputError
from depeche.ingest.kinds import READERS, recognise
from depeche.ingest.reader import AS_IT_IS, Reader
from depeche.ingest.source import Source
from tests.ingest.seeds import Files, seeds

SECONDS = 10.0
"""How long one file of a few kilobytes may take at most."""
PLANTED = (
    b"\0",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xed\xa0\x80",
    b"\\ud800",
    b"NaN",
    b"1e999",
    b"-1",
    b"9" * 400,
    b'"',
    b"'",
    b"<",
    b">",
    b"&amp;",
    b"&x;",
    b"]]>",
    b"<![CDATA[",
    b"<!DOCTYPE a [<!ENTITY x 'y'>]>",
    b"[" * 300,
    b"{" * 300,
    b"<p>" * 300,
    b"\r",
    b"\n",
    b"\t",
    b";",
    b",",
    b"true",
    b"null",
    b"[]",
    b"{}",
    b"\xf0\x9f\x98\x80",
    b"\xc2\xa0",
    b"../../x",
    b"=1+1",
    b"T1\t",
    b"B-",
    b"I-",
    b"Content-Length: -1",
    b"charset=zip",
    b"charset=utf-7",
    b"Content-Transfer-Encoding: base64",
    b"/Kids [2 0 R]",
    b"0 0 R",
    b"\x7f\xff\xff\xff",
    b"\xff\xff\xff\xff",
    b"PK\x03\x04",
    b"WARC/1.0",
    b"2147483648",
    b"18446744073709551616",
)


@dataclass
class Outcome:
    """What became of mutated files: counts, the worst of time and memory, and how to see each crash again."""

    articles: int = 0
    refusals: int = 0
    nothing: int = 0
    hangs: int = 0
    slowest: float = 0.0
    peak: int = 0
    crashes: Counter[str] = field(default_factory=Counter)

    def take(self, other: Outcome) -> None:
        self.articles += other.articles
        self.refusals += other.refusals
        self.nothing += other.nothing
        self.hangs += other.hangs
        self.slowest = max(self.slowest, other.slowest)
        self.peak = max(self.peak, other.peak)
        self.crashes += other.crashes


class Hang(BaseException):
    """A file took too long. No `except Exception` catches it."""


def mutated(good: Files, chance: random.Random) -> Files:
    """Return the files with one of them changed."""
    names = list(good)
    name = chance.choice(names)
    return good | {name: _changed(good[name], chance)}


def _changed(data: bytes, chance: random.Random) -> bytes:
    if data.startswith(b"PK\x03\x04") and chance.random() < 0.7:
        return _inside(data, chance)
    for _ in range(chance.choice((1, 1, 1, 2, 4, 16))):
        data = _struck(data, chance)
    return data


def _inside(data: bytes, chance: random.Random) -> bytes:
    """Return an archive with one member changed, or its name."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        hit = "word/document.xml" if "word/document.xml" in names and chance.random() < 0.7 else chance.choice(names)
        for name in names:
            held = old.read(name)
            new.writestr(name, _struck(_struck(held, chance), chance) if name == hit else held)
    return out.getvalue()


def _struck(data: bytes, chance: random.Random) -> bytes:
    if not data:
        return chance.choice(PLANTED)
    a, b = sorted((chance.randrange(len(data) + 1), chance.randrange(len(data) + 1)))
    near = min(a + chance.randrange(1, 40), len(data))
    match chance.randrange(9):
        case 0:  # a bit
            at = chance.randrange(len(data))
            return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]
        case 1:  # a byte
            return data[:a] + bytes([chance.randrange(256)]) + data[a + 1 :]
        case 2:
            return data[:a] + data[near:]
        case 3:
            return data[:a]
        case 4:  # doubled, now and then many times
            return data[:a] + data[a:near] * chance.choice((2, 2, 3, 200)) + data[near:]
        case 5:
            return data[:a] + chance.choice(PLANTED) + data[a:]
        case 6:
            return data[:a] + chance.choice(PLANTED) + data[near:]
        case 7:  # a piece elsewhere
            return data[:b] + data[a:near] + data[b:]
        case _:  # a digit: offsets, lengths
            places = [n for n, one in enumerate(data[:20_000]) if 48 <= one <= 57]
            at = chance.choice(places) if places else 0
            return data[:at] + b"%d" % chance.choice((0, 1, 7, 9, 10, 99, 100_000, 2**31, 2**63)) + data[at + 1 :]


def in_memory(files: Files) -> Source:
    """Return the first of these files as a source, with the others beside it."""

    def one(name: str) -> Source:
        return Source(
            name, Path(name).stem, name, lambda: io.BytesIO(files[name]), lambda n: one(n) if n in files else None
        )

    return one(next(iter(files)))


def read(reader: Reader, files: Files, done: Outcome) -> None:
    """Read files by a reader, whatever they have become, and count; what it yields must be fit to store."""
    source = in_memory(files)
    try:
        known = recognise(source)
        if reader.name in ("unread", "companion"):  # they have nothing to say of what isn't theirs
            reader = known
        if reader.members is not None:
            for one in reader.members(source):
                if isinstance(one, Source):
                    inner = recognise(one)
                    if inner.read is not None:
                        _count(inner, one, done)
                else:
                    _tell(one.record, done)
        else:
            _count(reader, source, done)
    except InputError as error:
        _tell(error, done)


def _count(reader: Reader, source: Source, done: Outcome) -> None:
    assert reader.read is not None
    found = 0
    try:
        for one in reader.read(source, AS_IT_IS):
            found += 1
            _tell(one.record, done)
    except InputError as error:
        found += 1
        _tell(error, done)
    done.nothing += not found


def _tell(record: object, done: Outcome) -> None:
    if isinstance(record, InputError):
        assert str(record).strip()
        done.refusals += 1
        return
    length = len(record.article.text)  # type: ignore[attr-defined]
    assert record.article.text.strip()  # type: ignore[attr-defined]
    assert "\0" not in to_line(record)  # type: ignore[arg-type]
    to_line(record).encode("utf-8")  # type: ignore[arg-type]
    assert "\\u0000" not in to_line(record).replace("\\\\", "")  # type: ignore[arg-type]
    assert all(0 <= mark.start < mark.end <= length for mark in record.marks)  # type: ignore[attr-defined]
    done.articles += 1


@contextmanager
def _limited(seconds: float) -> Iterator[None]:
    def too_long(number: int, frame: object) -> None:
        raise Hang

    signal.signal(signal.SIGALRM, too_long)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def run(name: str, first: int, number: int, keep: Path | None = None) -> Outcome:
    """Read so many mutated files of a reader, numbered from `first`; a number is always the same file."""
    done = Outcome()
    reader = next(one for one in READERS if one.name == name)
    known = seeds()
    good = known.get(name) or [files for kind in known.values() for files in kind]
    for n in range(first, first + number):
        chance = random.Random(f"{name} {n}")
        files = mutated(chance.choice(good), chance)
        began = time.perf_counter()
        try:
            with _limited(SECONDS):
                read(reader, files, done)
        except Hang:
            done.hangs += 1
            done.crashes[f"{name} {n}: hang"] += 1
        except Exception as error:  # what a mutation is for: to be counted, told and mended
            last = traceback.extract_tb(error.__traceback__)[-1]
            ours = [one for one in traceback.extract_tb(error.__traceback__) if "depeche" in one.filename]
            at = ours[-1] if ours else last
            done.crashes[f"{type(error).__name__} at {Path(at.filename).name}:{at.lineno} ({name} {n})"] += 1
            if keep is not None:
                for file, data in files.items():
                    (keep / f"{name}-{n}-{file}").write_bytes(data)
        done.slowest = max(done.slowest, time.perf_counter() - began)
    done.peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return done


def _bounded() -> None:
    """Bound the memory of this process, so that a file that takes too much of it is a crash and not the machine's."""
    resource.setrlimit(resource.RLIMIT_AS, (4 * 2**30, 4 * 2**30))


def main(arguments: Sequence[str]) -> int:
    """Read mutated files by each reader and print a line of each."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])  # type: ignore[union-attr]
    parser.add_argument("-n", type=int, default=10_000)
    parser.add_argument("-j", "--jobs", type=int, default=min(4, os.cpu_count() or 1))
    parser.add_argument("--keep", type=Path, help="folder for files that crashed a reader")
    parser.add_argument("readers", nargs="*")
    said = parser.parse_args(arguments)
    if said.keep:
        said.keep.mkdir(parents=True, exist_ok=True)
    print(
        f"{'reader':14} {'files':>7} {'articles':>9} {'refusals':>9} {'nothing':>8} {'crashes':>8} {'hangs':>6} "
        f"{'slowest s':>10} {'peak MB':>8} {'files/s':>8}"
    )
    worst = 0
    for reader in READERS:
        if said.readers and reader.name not in said.readers:
            continue
        total, began = Outcome(), time.perf_counter()
        step = max(1, -(-said.n // (said.jobs * 4)))
        with ProcessPoolExecutor(said.jobs, initializer=_bounded) as pool:
            starts = range(0, said.n, step)
            jobs = [pool.submit(run, reader.name, at, min(step, said.n - at), said.keep) for at in starts]
            for job in jobs:
                total.take(job.result())
        crashes = total.crashes.total() - total.hangs
        worst = max(worst, crashes + total.hangs, total.peak > 10**9)
        speed = said.n / (time.perf_counter() - began)
        print(
            f"{reader.name:14} {said.n:7} {total.articles:9} {total.refusals:9} {total.nothing:8} "
            f"{crashes:8} {total.hangs:6} {total.slowest:10.2f} {total.peak / 1e6:8.0f} {speed:8.0f}",
            flush=True,
        )
        for what in list(total.crashes)[:12]:
            print("   ", what)
    return int(worst > 0)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
