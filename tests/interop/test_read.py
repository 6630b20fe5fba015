"""What goes out is read by the programs that it is for: text and spans equal, less what the receipt says."""

from __future__ import annotations

import json
from collections import Counter
from xml.etree import ElementTree

import pytest

from depeche.core.offsets import Offsets
from depeche.core.record_reader import from_line
from tests.interop.articles import scheme
from tests.interop.exported import Exported, counted
from tests.interop.programs import ask


def assert_equal(made: Exported, read: dict[str, dict]) -> None:
    """Every article is there with its text, and every span, but for what the receipt says is not."""
    assert read.keys() == made.records.keys()
    for name, one in read.items():
        text = made.records[name].article.text
        assert one["text"] == text, name
        assert counted(one["spans"]) == made.spans(name), name
        if "words" in one:
            assert one["words"] == [text[start:end] for start, end, _ in one["spans"]], name


def test_our_own_jsonl_holds_all(out):
    made = out("jsonl")
    read = [from_line(line, None) for line in (made.folder / "articles.jsonl").read_text("utf-8").split("\n") if line]
    assert {one.article.name: one.marks for one in read} == {name: one.marks for name, one in made.records.items()}
    assert made.receipt["not_represented"] == []
    assert made.receipt["without"] == {}


def test_spacys_jsonl_and_what_training_learns_of_it(out, tmp_path):
    made = out("spacy-jsonl")
    read = {one["meta"]["id"]: one for one in ask("spacy_reads", "jsonl", *made.files(".jsonl"), folder=tmp_path)}
    assert_equal(made, read)
    # Of spans that overlap one is learned; without any, all that fit tokens are.
    flat = {name for name in read if all(label != "QUOTE" for *_, label in read[name]["spans"])} - {"mêmes-bords"}
    assert flat >= {"fines", "bords", "deux-cents", "familles"}
    assert all(read[name]["learned"] == sum(made.spans(name, everywhere=True).values()) for name in flat)


def test_prodigys_tasks(out, tmp_path):
    made = out("prodigy")
    said = ask("prodigy", made.folder / "prodigy.jsonl", tmp_path / "again", folder=tmp_path)
    read = {one["meta"]["id"]: one for one in said["articles"]}
    assert_equal(made, read)
    for one in read.values():
        assert one["same"]  # its tokens make the text
        for (start, end, _), (first, last) in zip(one["spans"], one["token_spans"], strict=True):
            assert (start, end) == (one["tokens"][first][1], one["tokens"][last][2])


def test_doccano_with_overlaps_and_without(out, tmp_path):
    made = out("doccano")
    said = ask("doccano", made.folder / "doccano.jsonl", tmp_path / "again", folder=tmp_path)
    assert said["overlaps"]["errors"] == said["flat"]["errors"] == []
    assert_equal(made, {one["name"]: one for one in said["overlaps"]["articles"]})
    left = sum(len(one["spans"]) for one in said["overlaps"]["articles"])
    flat = sum(len(one["spans"]) for one in said["flat"]["articles"])
    # A project that doesn't allow overlaps drops some of those that the receipt counts.
    assert 0 < left - flat < made.receipt["without"]["overlap"]


def test_label_studio_finds_nothing_wrong_and_converts(out, tmp_path):
    made = out("label-studio")
    files = made.folder / "label_studio.json", made.folder / "label_config.xml"
    said = ask("label_studio", *files, tmp_path / "again", folder=tmp_path)
    assert said["errors"] == []
    read = {}
    for task in said["tasks"]:
        regions = [one for part in task["annotations"] + task["predictions"] for one in part["result"]]
        read[task["data"]["id"]] = {
            "text": task["data"]["text"],
            "spans": [(v["start"], v["end"], v["labels"][0]) for v in (one["value"] for one in regions)],
            "words": [one["value"]["text"] for one in regions],
        }
    assert_equal(made, read)
    assert {label for one in read.values() for *_, label in one["spans"]} <= set(said["labels"])
    for task in said["tasks"]:  # nobody's suggestion is anybody's work
        statuses = Counter(one.status == "suggested" for one in made.records[task["data"]["id"]].marks)
        assert sum(len(one["result"]) for one in task["predictions"]) == statuses[True]


def file_names(made: Exported, table: str) -> dict[str, str]:
    """Return the names of articles by those of their files."""
    lines = (made.folder / table).read_text("utf-8").split("\n")[1:-1]
    return {line.split("\t")[0].removesuffix(".txt"): line.split("\t")[1] for line in lines}


def test_brats_files_in_edsnlp(out, tmp_path):
    made = out("brat")
    names = file_names(made, "names.tsv")
    lines = (made.folder / "labels.tsv").read_text("utf-8").split("\n")[1:-1]
    labels = dict(line.split("\t") for line in lines)
    said = ask("brat", made.folder / "articles", tmp_path / "again", folder=tmp_path)
    read = {names[f"articles/{one['name']}"]: one for one in said["articles"]}
    assert read.keys() == made.records.keys()
    for name, one in read.items():
        text = made.records[name].article.text
        # edsnlp takes CR LF for one character and counts offsets by two: a defect of its own; brat reads bytes.
        assert one["text"] == text.replace("\r\n", "\n"), name
        spans = [(start, end, labels[label]) for start, end, label in one["spans"]]
        if "\r" in text:  # and so doesn't see that there is but a line end between two pieces of a span
            assert {one[0] for one in spans} >= {start for start, _, _ in made.spans(name)}
            assert {one[1] for one in spans} >= {end for _, end, _ in made.spans(name)}
        else:
            assert counted(spans) == made.spans(name), name
            # Words on two lines stand in one line there, with a space between.
            assert [words.split() for words in one["words"]] == [text[start:end].split() for start, end, _ in spans]


def test_conll_in_spacy_and_seqeval(out, tmp_path):
    made = out("conll")
    said = ask("spacy_reads", "conll", *made.files(".conll"), folder=tmp_path)
    wanted = Counter(
        ("".join(record.article.text[start:end].split()), label)
        for name, record in made.records.items()
        for (start, end, label), number in made.spans(name).items()
        for _ in range(number)
    )
    found, strict, converted = Counter(), 0, Counter()
    for file in said.values():
        assert file["returncode"] == 0, file["errors"]
        assert file["columns"] in ([], [4])
        found += Counter(("".join(words), label) for words, label in file["seqeval"])
        converted += Counter(("".join(words.split()), label) for words, label in file["spacy"])
        strict += file["strict"]
    # The one word that would begin another article is written otherwise.
    wanted = Counter({(words.replace("-DOCSTART-", "DOCSTART"), label): n for (words, label), n in wanted.items()})
    assert found == converted == wanted
    assert strict == sum(wanted.values())
    assert made.receipt["without"]["text"] == len(made.records)


def test_hugging_faces_folder(out, tmp_path):
    made = out("huggingface")
    said = ask("huggingface", made.folder, tmp_path / "again", folder=tmp_path)
    nests = scheme().nests
    lines = ask("huggingface", made.folder / "jsonl", tmp_path / "lines", folder=tmp_path)
    exact, lined = (
        {row["id"]: row for parts in one["configs"].values() for part in parts.values() for row in part["rows"]}
        for one in (said, lines)
    )
    for name, row in exact.items():
        assert lined[name].pop("date") in (row["date"], f"{row['date']} 00:00:00"), "as the card says"
        assert lined[name] == {column: value for column, value in row.items() if column != "date"}
    for parts in (*said["configs"].values(), *lines["configs"].values()):
        rows = {row["id"]: row for part in parts.values() for row in part["rows"]}
        for row in rows.values():
            row["words"] = [one["text"] for one in row["spans"]]
            row["spans"] = [(one["start"], one["end"], one["label"]) for one in row["spans"]]
        assert_equal(made, rows)
        for name, row in rows.items():
            assert len(row["tokens"]) == len(row["ner_tags"])
            flat = [label for _, _, label in made.spans(name, everywhere=True).elements() if not nests(label)]
            assert Counter(tag[2:] for tag in row["ner_tags"] if tag.startswith("B-")) == Counter(flat)
    first = next(iter(next(iter(said["configs"].values())).values()))
    assert "ClassLabel" in first["features"]["ner_tags"]
    assert said["card"]["language"] == ["fr"] or said["card"]["language"] == "fr"


def test_xmi_in_cassis_with_sentences_and_tokens(out, tmp_path):
    made = out("xmi")
    said = ask("uima", made.folder, tmp_path / "again", folder=tmp_path)
    names = {}
    for path in made.files(".xmi"):
        root = ElementTree.parse(path).getroot()
        names[path.stem] = next(one.get("documentId") for one in root if one.tag.endswith("DocumentMetaData"))
    read = {names[one["name"]]: one for one in said["articles"]}
    assert_equal(made, read)
    for one in read.values():
        inside = {at for start, end in one["sentences"] for at in range(start, end)}
        assert all(set(range(start, end)) <= inside for start, end, _ in one["spans"])  # INCEpTION shows no other
        starts, ends = {start for start, _ in one["tokens"]}, {end for _, end in one["tokens"]}
        text = one["text"]
        cut = [s for s in one["spans"] if s[0] not in starts or s[1] not in ends]
        assert all(text[start].isspace() or text[end - 1].isspace() for start, end, _ in cut)


def test_w3c_annotations_in_recogito(out, tmp_path):
    made = out("w3c")
    names = file_names(made, "texts.tsv")
    items = json.loads((made.folder / "annotations.jsonld").read_text("utf-8"))["items"]
    by_source: dict[str, list] = {f"{file}.txt": [] for file in names}
    for one in items:
        by_source[one["target"]["source"]].append(one)
    pages = [
        {"text": (made.folder / source).read_bytes().decode(), "source": source, "annotations": annotations}
        for source, annotations in by_source.items()
    ]
    (tmp_path / "pages.json").write_text(json.dumps(pages), "utf-8")
    said = ask("w3c", tmp_path / "pages.json", folder=tmp_path)
    for page, one in zip(pages, said, strict=True):
        name = names[page["source"].removesuffix(".txt")]
        text = made.records[name].article.text
        assert page["text"] == text
        assert one["failed"] == []
        assert [span["quote"] for span in one["spans"]] == [text[s["start"] : s["end"]] for s in one["spans"]]
        spans = [(span["start"], span["end"], dict(span["bodies"])["tagging"]) for span in one["spans"]]
        assert counted(spans) == made.spans(name)
        # It counts UTF-16, the Recommendation code points: it marks the right place where these are the same.
        if max(text) <= "\uffff":
            assert all(span["marked"] == span["quote"] for span in one["spans"])
        else:
            utf16 = Offsets(text)
            assert any(utf16.to_view(span["end"]) != span["end"] for span in one["spans"])


def test_iramuteq_reads_every_text(out):
    made = out("iramuteq")
    texts: list[list[str]] = []
    for line in made.files(".txt")[0].read_text("utf-8").splitlines():  # IRaMuTeQ's rules: corpus.py
        if line.startswith("****"):
            assert all(one.startswith("*") and "_" in one for one in line.split()[1:])
            texts.append([])
        else:
            assert not line.startswith("-*")
            texts[-1].append(line)
    wanted = [one.article.text.splitlines() for one in made.records.values()]
    changed = sum(a != b for read, own in zip(texts, wanted, strict=True) for a, b in zip(read, own, strict=False))
    assert [" ".join(one).split() for one in texts] == [" ".join(one).split() for one in wanted]
    assert changed == made.receipt["without"]["line"]
    assert made.receipt["without"]["span"] == sum(len(one.marks) for one in made.records.values())


@pytest.mark.parametrize("name", ["jsonl", "doccano", "label-studio", "brat", "conll", "w3c", "xmi", "huggingface"])
def test_an_export_made_twice_is_the_same_to_the_byte(out, name):
    first = {path.name: path.read_bytes() for path in out(name).files("") if path.is_file()}
    assert {path.name: path.read_bytes() for path in out(name).files("") if path.is_file()} == first


@pytest.mark.parametrize("form", ["csv", "csv-raw"])
def test_tables_in_pandas(out, tmp_path, form):
    made = out(form)
    said = ask("pandas_reads", *made.files(".csv"), folder=tmp_path)
    raw = "-raw" if form == "csv-raw" else ""

    def as_it_was(cell: str) -> str:  # as the module says: where a cell begins with an apostrophe, one is too many
        return cell if raw else cell.removeprefix("'")

    read = {as_it_was(row["id"]): {"text": as_it_was(row["text"]), "spans": []} for row in said[f"articles{raw}.csv"]}
    for row in said[f"spans{raw}.csv"]:
        start, end = int(row["start"]), int(row["end"])
        one = read[as_it_was(row["article"])]
        one["spans"].append((start, end, as_it_was(row["label"])))
        assert as_it_was(row["text"]) == one["text"][start:end]
    assert_equal(made, read)
    if not raw:
        cells = [cell for rows in said.values() for row in rows for cell in row.values()]
        assert not any(cell[:1] in ("=", "+", "-", "@", "\t", "\r") for cell in cells)


def test_the_workbook_in_openpyxl_runs_nothing(out):
    from openpyxl import load_workbook

    made = out("xlsx")
    book = load_workbook(made.folder / "depeche.xlsx")
    rows = {sheet.title: list(sheet.iter_rows()) for sheet in book}
    assert all(cell.data_type != "f" for sheet in rows.values() for row in sheet for cell in row)

    def table(title: str) -> list[dict[str, str]]:
        head, *body = [[cell.value for cell in row] for row in rows[title]]
        return [dict(zip(head, row, strict=True)) for row in body]

    read = {row["id"]: {"text": row["text"], "spans": []} for row in table("Articles")}
    for row in table("Passages"):
        read[row["article"]]["spans"].append((row["start"], row["end"], row["label"]))
    assert_equal(made, read)
