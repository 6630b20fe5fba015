"""Annotated files of other tools: text and spans come out as they stand there, and what is wrong is one sentence."""

from __future__ import annotations

import json
import random
import zipfile
from pathlib import Path

import pytest

from depeche.core.article import DateOrigin, State
from depeche.core.record import Mark, Record
from depeche.errors import InputError
from depeche.ingest.kinds import recognise
from depeche.ingest.reader import AS_IT_IS, Asked, Found
from depeche.ingest.source import file_source
from tests.ingest import foreign_files as foreign

TEXT = "À Nice, 😀 Léa Ott\u202f: «\u00a0non\u00a0». Le 3\u202f000e jour.\r\nFin à Nice."


def found_in(*paths: Path, asked: Asked = AS_IT_IS) -> list[Found]:
    found: list[Found] = []
    for path in paths:
        reader = recognise(file_source(path))
        assert reader.read is not None
        found += reader.read(file_source(path), asked)
    return found


def read(folder: Path, name: str, content: object, asked: Asked = AS_IT_IS) -> list[Found]:
    data = content if isinstance(content, bytes) else content.encode() if isinstance(content, str) else None
    path = folder / name
    path.write_bytes(foreign.dumps(content) if data is None else data)
    return found_in(path, asked=asked)


def record(found: list[Found]) -> Record:
    assert len(found) == 1
    assert isinstance(found[0].record, Record), found[0].record
    return found[0].record


def refusal(found: list[Found]) -> str:
    assert len(found) == 1
    assert isinstance(found[0].record, InputError)
    return str(found[0].record)


def places(marks: tuple[Mark, ...]) -> list[tuple[int, int, str]]:
    return sorted((mark.start, mark.end, mark.label) for mark in marks)


@pytest.mark.parametrize("kind", foreign.EXACT)
def test_any_text_and_spans_come_out_as_they_are(kind, tmp_path):
    chance = random.Random(kind)
    texts = [foreign.random_text(chance, chance.choice([3, 40, 700])) for _ in range(8)]
    articles = [(text, foreign.random_spans(chance, text, 12)) for text in texts]
    paths = foreign.put(tmp_path, foreign.EXACT[kind](articles))

    assert {recognise(file_source(path)).name for path in paths} - {"companion"} == {kind.split(",")[0]}
    found = found_in(*paths)
    assert [one.record.article.text for one in found] == texts
    assert [places(one.record.marks) for one in found] == [spans for _, spans in articles]


def test_a_document_of_spacys_has_the_spans_of_all_groups_once(tmp_path):
    chance = random.Random(5)
    text = foreign.random_text(chance, 200)
    spans = foreign.random_spans(chance, text, 9)
    assert places(record(found_in(*foreign.put(tmp_path, foreign.spacy_doc([(text, spans)])))).marks) == spans


def test_prodigys_answers_are_kept(tmp_path):
    span = {"start": 2, "end": 6, "label": "ACTOR", "token_start": 1, "token_end": 1}
    tasks = [
        {"text": TEXT, "spans": [span], "answer": answer, "_annotator_id": "a", "_session_id": "b", "meta": {"id": "x"}}
        for answer in ("accept", "reject", "ignore")
    ]
    accepted, rejected, ignored = read(tmp_path, "t.jsonl", "\n".join(map(json.dumps, tasks)))
    assert [accepted.record.marks[0].status, accepted.record.marks[0].by] == ["accepted", "a"]
    assert (accepted.record.state, accepted.record.annotator) == (State.DONE, "a")
    assert (rejected.record.marks[0].status, rejected.record.state) == ("rejected", None)
    assert (ignored.record.marks[0].status, ignored.record.state) == (None, State.FLAGGED)
    assert accepted.record.article.name == "x"
    assert not accepted.named
    assert accepted.record.marks[0].attrs == {}
    assert "à revoir" in ignored.note


def test_label_studio_keeps_who_said_what(tmp_path):
    def region(start, end, label, **more):
        value = {"start": start, "end": end, "text": TEXT[start:end], "labels": [label]}
        return {"type": "labels", "value": value, **more}

    task = {
        "id": 7,
        "data": {"text": TEXT, "title": "Nice", "date": "2025-07-13T08:00:00Z", "id": "n-1", "rubrique": "Monde"},
        "annotations": [
            {"completed_by": {"id": 3, "email": "lea@example.org"}, "result": [region(2, 6, "ACTOR", origin="manual")]},
            {"completed_by": 4, "result": [region(2, 6, "DATE", origin="prediction")]},
            {"completed_by": 5, "was_cancelled": True, "result": [region(2, 6, "QUOTE")]},
        ],
        "predictions": [{"model_version": "m1", "score": 0.5, "result": [region(10, 17, "ACTOR", score=0.25)]}],
        "drafts": [{"result": [region(2, 6, "ACTOR"), region(10, 17, "ACTOR")]}],
    }
    found = read(tmp_path, "e.json", [task])
    one = record(found)
    said = [(mark.start, mark.label, mark.status, mark.by, mark.source, mark.score) for mark in one.marks]
    assert said == [
        (2, "ACTOR", "added", "lea@example.org", None, None),
        (2, "DATE", "accepted", "4", None, None),
        (10, "ACTOR", "suggested", None, "m1", 0.25),
    ]
    assert one.states == {"lea@example.org": State.DONE, "4": State.DONE, "5": State.SKIPPED}
    article = one.article
    assert (article.title, article.date, article.date_origin) == ("Nice", "2025-07-13", DateOrigin.GIVEN)
    assert (article.name, article.meta["rubrique"]) == ("n-1", "Monde")
    assert "annulée" in found[0].note
    assert "2 × passage d’un brouillon" in found[0].note


def test_offsets_that_fit_no_count_are_refused(tmp_path):
    value = {"start": 11, "end": 18, "text": "Léa Ot", "labels": ["ACTOR"]}
    task = {"data": {"text": TEXT}, "annotations": [{"result": [{"type": "labels", "value": value}]}]}
    assert "n’est pas ce que le texte porte" in refusal(read(tmp_path, "e.json", [task]))


def test_offsets_in_utf_16_are_said_to_be(tmp_path):
    files = foreign.label_studio_old([(TEXT, [(10, 17, "ACTOR")])])
    (found,) = found_in(*foreign.put(tmp_path, files))
    assert TEXT[found.record.marks[0].start : found.record.marks[0].end] == "Léa Ott"
    assert "UTF-16" in found.note


def test_a_file_of_doccanos_archive_is_its_annotators(tmp_path):
    data = foreign.doccano([(TEXT, [(2, 6, "ACTOR")])])["a.jsonl"]
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as archive:
        archive.writestr("claire.jsonl", data)
        archive.writestr("all.jsonl", data)
    packed = file_source(tmp_path / "export.zip")
    claire, everybody = recognise(packed).members(packed)
    (found,) = recognise(claire).read(claire, AS_IT_IS)
    assert [mark.by for mark in found.record.marks] == ["claire"]
    (found,) = recognise(everybody).read(everybody, AS_IT_IS)
    assert [mark.by for mark in found.record.marks] == [None]
    assert [mark.by for mark in record(read(tmp_path, "claire.jsonl", data)).marks] == [None]


def test_what_brat_says_of_a_span_is_kept(tmp_path):
    (tmp_path / "annotation.conf").write_text("[entities]\nACTOR\n")
    (tmp_path / "n.txt").write_bytes(TEXT.encode())
    (tmp_path / "n.ann").write_bytes(
        "T1\tACTOR 2 6\tNice\nT2\tQUOTE 20 28\t«\u00a0non\u00a0».\nT3\tACTOR 2 6;10 13\tNice Léa\n"
        'A1\tsur T2\nN1\tRef T2 Wikidata:Q1\tLéa\n#1\tAnnotatorNotes T1\t{"value": ["a", "b"], "kind": "PER", '
        '"status": "accepted", "by": "z", "attrs": {"unit": "x"}}'
        "\n#2\tAnnotatorNotes T2\tà voir\nR1\tx Arg1:T1 Arg2:T2".encode()
    )
    found = found_in(*sorted(tmp_path.iterdir()))
    first, second = record(found).marks
    assert first == Mark(2, 6, "ACTOR", "PER", ("a", "b"), {"unit": "x"}, "accepted", "z")
    assert (second.value, second.attrs) == ("Léa", {"sur": True, "reference": "Wikidata:Q1", "note": "à voir"})
    assert "1 × relation" in found[0].note
    assert "1 × passage en plusieurs morceaux" in found[0].note


@pytest.mark.parametrize(
    ("ann", "why"),
    [
        ("T1\tACTOR 2 6\tParis", "ligne 1"),
        ("T1\tACTOR 6 2\tNice", "à l’envers"),
        ("T1\tACTOR -2 6\tNice", "nombres entiers"),
        ("T1\tACTOR 2 6.0\tNice", "nombres entiers"),
        ("T1\tACTOR 2 999\tNice", "sort du texte"),
        ("T1\tACTOR 2 6\tNice\nT1\tACTOR 2 6\tNice", "deux fois"),
        ("T1\tACTOR 2 6\tNice\nbonjour", "ligne 2"),
        ("T1", "ce n’est pas une ligne"),
        ("T1\t", "nombres entiers"),
    ],
)
def test_a_wrong_line_of_brats_is_named(ann, why, tmp_path):
    (tmp_path / "n.txt").write_bytes(TEXT.encode())
    (tmp_path / "n.ann").write_bytes(b"T9\tDATE 2 6\tNice\n" * (not ann.startswith("T1\tACTOR")) + ann.encode())
    said = refusal(found_in(tmp_path / "n.txt"))
    assert said.startswith("n.ann, ligne")
    assert why.replace("ligne 1", "ses mots") in said


def test_brat_that_read_line_ends_as_one_is_found_out(tmp_path):
    (tmp_path / "n.txt").write_bytes(TEXT.encode())
    start = TEXT.index("Fin") - 1
    (tmp_path / "n.ann").write_text(f"T1\tDATE {start} {start + 3}\tFin\n")
    (found,) = found_in(tmp_path / "n.txt")
    assert places(found.record.marks) == [(start + 1, start + 4, "DATE")]
    assert "CR LF" in found.note


@pytest.mark.parametrize(
    "tags",
    [
        ["B-PER", "I-PER", "O", "B-LOC", "B-LOC", "O"],
        ["I-PER", "I-PER", "O", "I-LOC", "B-LOC", "O"],
        ["B-PER", "L-PER", "O", "U-LOC", "U-LOC", "O"],
        ["B-PER", "E-PER", "O", "S-LOC", "S-LOC", "O"],
    ],
)
@pytest.mark.parametrize("gap", [" ", "\t"])
def test_every_way_to_tag_tokens_is_read(tags, gap, tmp_path):
    lines = [gap.join(cells) for cells in zip("Léa Ott à Nice Lyon .".split(), ["X"] * 6, tags, strict=True)]
    found = read(tmp_path, "c.conll", "-DOCSTART- -X- O\n\n" + "\n".join(lines) + "\n\nFin X O\n")
    one = record(found)
    assert one.article.text == "Léa Ott à Nice Lyon .\nFin"
    assert [one.article.text[mark.start : mark.end] for mark in one.marks] == ["Léa Ott", "Nice", "Lyon"]
    assert [mark.label for mark in one.marks] == ["PER", "LOC", "LOC"]
    assert "texte refait" in found[0].note


def test_conll_parts_articles_and_spans_end_with_sentences(tmp_path):
    said = (
        "-DOCSTART- -X- O O\n\nun X Y I-A\n\ndeux X Y I-A\n\n-DOCSTART- -X- O O\n\ntrois X Y O\n\n-DOCSTART- -X- O O\n"
    )
    first, second = read(tmp_path, "c.txt", said)
    assert places(first.record.marks) == [(0, 2, "A"), (3, 7, "A")]
    assert (first.place, second.place) == ("ligne 1", "ligne 7")
    assert second.record.article.text == "trois"


def test_a_table_as_excel_writes_it(tmp_path):
    said = "Titre;Parution;Texte;Rubrique;Journal\r\n"
    said += '"Été; chaud";13/07/2025;"Un « bel »\r\nété ; l’air";Monde;Le Point du jour\r\n'
    (found,) = read(tmp_path, "t.csv", said.encode("cp1252"))
    article = found.record.article
    assert article.text == "Un « bel »\r\nété ; l’air"
    assert (article.title, article.date, article.source) == ("Été; chaud", "2025-07-13", "Le Point du jour")
    assert article.meta == {"Rubrique": "Monde"}
    assert found.place == "ligne 2"
    assert "cp1252" in found.note


def test_a_table_whose_text_nobody_can_tell_names_its_columns(tmp_path):
    with pytest.raises(InputError, match=r"«.un.».*«.deux.»") as caught:
        read(tmp_path, "t.csv", "un,deux\ntrois,quatre\n", Asked(columns={"text": "trois"}))
    assert "trois" in str(caught.value)
    one = record(read(tmp_path, "t.csv", "un,deux\ntrois,quatre\n", Asked(columns={"text": "deux", "title": "un"})))
    assert (one.article.text, one.article.title) == ("quatre", "trois")


def test_a_tables_long_column_is_its_text_and_wrong_rows_are_named(tmp_path):
    said = "a\tb\nx\t" + "mot " * 60 + "\ny\ty\tz\n" + "z\t" + "fin " * 60 + "\n"
    first, wrong, last = read(tmp_path, "t.tsv", said)
    assert first.record.article.text.startswith("mot mot")
    assert str(wrong.record) == "elle a 3 cellules au lieu de 2"
    assert wrong.place == "ligne 3"
    assert last.record.article.meta == {"a": "z"}


def test_a_table_that_is_cut_says_so(tmp_path):
    first, cut = read(tmp_path, "t.csv", 'texte;n\nun;1\n"deux;2\n')
    assert isinstance(first.record, Record)
    assert "la suite n’est pas lue" in str(cut.record)


@pytest.mark.filterwarnings("ignore:open_binary is deprecated")
def test_xmi_that_cassis_writes(tmp_path):
    """Types of one's own, two views, a relation, an empty annotation, and what DKPro says of the document."""
    cassis = pytest.importorskip("cassis")
    types = cassis.load_dkpro_core_typesystem()
    span = types.create_type(name="mine.Span", supertypeName="uima.tcas.Annotation")
    types.create_feature(domainType=span, name="label", rangeType="uima.cas.String")
    types.create_feature(domainType=span, name="sure", rangeType="uima.cas.Boolean")
    named = types.get_type("de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity")
    token = types.get_type("de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token")
    data = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
    about = types.create_type(name=data, supertypeName="uima.tcas.DocumentAnnotation")
    for feature in ("documentTitle", "documentId"):
        types.create_feature(domainType=about, name=feature, rangeType="uima.cas.String")
    cas = cassis.Cas(typesystem=types)
    cas.sofa_string = TEXT
    cas.add(about(begin=0, end=len(TEXT), documentTitle="Nice", documentId="n-1", language="fr"))
    chance = random.Random(9)
    spans = foreign.random_spans(chance, TEXT, 30)
    for start, end, label in spans:
        cas.add(token(begin=start, end=end))
        cas.add(span(begin=start, end=end, label=label, sure=True))
    cas.add(named(begin=2, end=6, value="ACTOR", identifier="http://www.wikidata.org/entity/Q33959"))
    cas.add(named(begin=3, end=3, value="ACTOR"))
    other = cas.create_view("translation")
    other.sofa_string = "😀 Nice"
    other.add(named(begin=2, end=6, value="ACTOR"))
    cas.to_xmi(tmp_path / "n.xmi")
    types.to_xml(tmp_path / "TypeSystem.xml")

    first, second = found_in(tmp_path / "TypeSystem.xml", tmp_path / "n.xmi")
    article = first.record.article
    assert (article.text, article.title, article.name, article.meta["language"]) == (TEXT, "Nice", "n-1", "fr")
    assert places(first.record.marks) == sorted([*spans, (2, 6, "ACTOR")])
    (known,) = [mark for mark in first.record.marks if mark.value]
    assert known.value == "http://www.wikidata.org/entity/Q33959"
    assert "1 × annotation vide" in first.note
    assert second.record.article.text == "😀 Nice"
    assert places(second.record.marks) == [(2, 6, "ACTOR")]
    assert (first.place, second.place) == ("vue _InitialView", "vue translation")


def test_fields_that_only_look_like_ours_are_kept_beside(tmp_path):
    span = {"start": 2, "end": 6, "label": "A", "status": "new", "score": "0.5", "value": {"a": 1}, "kind": 3}
    (mark,) = record(read(tmp_path, "a.json", {"text": TEXT, "entities": [span]})).marks
    assert mark.attrs == {"file_status": "new", "file_score": "0.5", "file_value": {"a": 1}, "file_kind": 3}
    assert (mark.status, mark.score, mark.value, mark.kind) == (None, None, None, None)


def test_lines_of_json_written_over_many_lines(tmp_path):
    data = b"\n".join(foreign.dumps({"text": text, "entities": []}, 2) for text in ("un", "deux"))
    assert [one.record.article.text for one in read(tmp_path, "a.jsonl", data)] == ["un", "deux"]


def test_conll_with_numbered_words_and_a_second_column_of_tags(tmp_path):
    (found,) = read(tmp_path, "a.tsv", "#\tn-tv\n1\tLéa\tB-PER\tO\n2\tOtt\tI-PER\tB-X\n\n1\tFin\tO\tO\n")
    assert found.record.article.text == "Léa Ott\nFin"
    assert places(found.record.marks) == [(4, 7, "X")]
    assert "autre colonne" in found.note


def test_excels_hint_of_a_separator_is_no_row(tmp_path):
    (found,) = read(tmp_path, "a.csv", "sep=|\r\nTitre|Texte\r\nUn|Deux, trois ; quatre\r\n")
    assert (found.record.article.title, found.record.article.text) == ("Un", "Deux, trois ; quatre")
    assert found.place == "ligne 3"


@pytest.mark.parametrize("indent", [None, 1])
def test_an_array_longer_than_what_is_read_at_once(indent, tmp_path):
    chance = random.Random(2)
    texts = [foreign.random_text(chance, size) for size in (400, 300_000, 5, 90_000, 600_000, 2)]
    tasks = [{"text": text, "entities": [[0, 1, "A"]]} for text in texts]
    found = read(tmp_path, "a.json", foreign.dumps(tasks, indent))
    assert [one.record.article.text for one in found] == texts
    assert [one.place for one in found] == [f"article {n}" for n in range(1, 7)]


def test_a_column_of_headlines_has_no_name(tmp_path):
    said = "Le maire démissionne\nLa grève continue\nUn séisme frappe Nice\n"
    for asked in (AS_IT_IS, Asked(columns={"text": "colonne 1"})):
        found = read(tmp_path, "t.csv", said, asked)
        assert [one.record.article.text for one in found] == said.splitlines()
    found = read(tmp_path, "t.csv", said, Asked(columns={"text": "Le maire démissionne"}))
    assert len(found) == 2


def test_a_first_row_that_is_taken_for_names_is_said_to_be(tmp_path):
    long = "Un texte assez long pour être celui de l’article et non une de ces cellules brèves qui l’entourent. " * 2
    (one,) = read(tmp_path, "t.csv", f"un,deux\nx,{long}\n")
    assert "première ligne prise pour les noms des colonnes" in one.note
    first, second = read(tmp_path, "t.csv", f"un,deux\nx,{long}\n", Asked(columns={"text": "colonne 2"}))
    assert (first.record.article.text, second.record.article.text) == ("deux", long)
    assert "première ligne" not in first.note


def test_an_odd_line_of_conll_is_refused_and_the_rest_goes_in(tmp_path):
    said = "-DOCSTART- O\n\nKim B-ACTOR\nX\n\n-DOCSTART- O\n\nLéa B-ACTOR\nparle O\n"
    wrong, good = read(tmp_path, "c.conll", said)
    assert "la ligne 4 n’a pas d’étiquette IOB" in str(wrong.record)
    assert good.record.article.text == "Léa parle"


@pytest.mark.parametrize("kind", ["doccano", "brat", "xmi"])
def test_a_mark_that_stands_there_twice_is_taken_once_and_told(kind, tmp_path):
    files = foreign.EXACT[kind]([(TEXT, [(2, 6, "ACTOR"), (2, 6, "ACTOR"), (2, 6, "DATE")])])
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    source = file_source(tmp_path / next(iter(files)))
    (found,) = recognise(source).read(source, AS_IT_IS)
    assert [mark.label for mark in found.record.marks] == ["ACTOR", "DATE"]
    assert "un passage en double, pris une fois" in found.note
