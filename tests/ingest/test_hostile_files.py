"""Files made to hurt: each ends in articles or in one clear sentence, memory and time bounded; 100 mutations each."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap

import pytest

from depeche import paths
from depeche.ingest.kinds import READERS, recognise
from depeche.store import articles
from depeche.store.project import Project
from tests.ingest import hostile, mutate
from tests.ingest.seeds import seeds

pytestmark = pytest.mark.skipif(os.name != "posix", reason="it makes links, pipes and names of POSIX")


MEASURED = """
    import resource, sys
    from pathlib import Path
    from depeche.__main__ import main
    status = main(sys.argv[1:])
    try:  # what `resource` tells counts the process that this one came from
        said = Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]
    except OSError:
        said = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(int(said) * 1024)
    sys.exit(status)
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Where all of them lie, each in a folder of its own below `fichiers`."""
    place = tmp_path_factory.mktemp("hostile")
    assert hostile.make_all(place) > 150
    return place


def test_each_is_an_article_or_a_sentence_and_all_take_less_than_a_gigabyte(folder, tmp_path):
    before = {path.relative_to(folder) for path in folder.iterdir()}
    Project.create(tmp_path / "p", paths.default_scheme(), "Claire").close()
    words = ["ingest", tmp_path / "p", folder / "fichiers", "--report", "json"]
    command = [sys.executable, "-c", textwrap.dedent(MEASURED), *words]
    work = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert "Traceback" not in work.stderr
    assert work.returncode == 1, work.stderr
    said, memory = work.stdout.splitlines()
    assert int(memory) < 10**9
    done = json.loads(said)
    new, refused = done["new"], done["refused"]
    assert done["read"] == new + done["known"] + len(refused)
    assert len(refused) > 1000
    assert all("fichiers" in one["where"] and one["why"] for one in refused)
    assert all(len(one["where"]) + len(one["why"]) < 1500 and "\n" not in one["why"] for one in refused)
    with Project.open(tmp_path / "p") as project, project.read() as db:
        texts = [one.text for one in articles.after(db, 0, new + 1)]
    assert len(texts) == new
    assert all(text.strip() and hostile.SECRET not in text for text in texts)
    assert {path.relative_to(folder) for path in folder.iterdir()} == before  # nothing came out of an archive


@pytest.mark.parametrize("kind", [name for name in seeds() if name not in ("unread", "companion")])
def test_every_good_file_is_known_for_what_it_is_and_read(kind):
    for files in seeds()[kind]:
        source = mutate.in_memory(files)
        assert recognise(source).name == kind
        done = mutate.Outcome()
        mutate.read(next(one for one in READERS if one.name == kind), files, done)
        assert done.articles > 0
        assert done.refusals == 0


@pytest.mark.parametrize("reader", [one.name for one in READERS])
def test_a_hundred_mutated_files_end_in_articles_or_sentences(reader):
    done = mutate.run(reader, 0, 100)
    assert list(done.crashes) == []
    assert done.articles + done.refusals + done.nothing >= 100
