"""Which encoding a text is in, what else it could be, and wrong decodings undone only when asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from depeche.errors import InputError
from depeche.ingest.decoding import decode, guesses
from depeche.ingest.mojibake import repaired
from depeche.ingest.reader import AS_IT_IS, Asked
from depeche.ingest.readers import text as reader
from depeche.ingest.source import file_source
from depeche.ingest.stream import encoding_of
from tests.ingest.given import given

ENCODINGS = Path(__file__).resolve().parents[3] / "shared" / "data" / "format-samples" / "import" / "encodings"
TEXTS = (
    "À Genève, l’émissaire a dit\u00a0: «\u00a0C’est là un début.\u00a0» Où\u202f? Près du lac, où l’été s’achève.\n",
    "Le coût du cœur : 25\u202f000\u00a0€ — “cher”, dit l’œuvre… Ça va, Noël à Sèvres, août, naïf, aiguë.\r\n",
    "ÉLYSÉE : l’État et l’Église, ÇA SUFFIT. « À l’aube »\n😀 🇫🇷 e\u0301\n",
)
PLAIN = TEXTS[0].replace("\u202f", "\u00a0")


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("wrong", ["latin-1", "mac-roman", "cp437"])
def test_a_wrong_decoding_is_undone_exactly(text, wrong):
    assert repaired(text.encode("utf-8").decode(wrong)) == text


@pytest.mark.parametrize("text", [one for one in TEXTS if "À" not in one])
def test_utf_8_read_as_cp1252_is_undone_exactly(text):
    broken = "".join(bytes([b]).decode("cp1252", "replace") for b in text.encode("utf-8"))
    assert "\ufffd" in broken or repaired(broken) == text


@pytest.mark.parametrize("text", [*TEXTS, "abc", "", "São Paulo, l’Âge d’or, à Ãm"])
def test_a_good_text_is_left_alone(text):
    assert repaired(text) is None


def test_a_repair_that_would_lose_or_leave_something_is_none():
    lost = "Un Ã©tÃ© prÃ¨s de la mer, et lâ\ufffd\ufffdhiver"
    better = repaired(lost)
    assert better is None or better.count("\ufffd") == lost.count("\ufffd")


def test_guesses_say_how_sure_they_are():
    assert [(one.encoding, one.how) for one in guesses(b"\xef\xbb\xbf" + PLAIN.encode())] == [("utf-8", "bom")]
    assert (guesses(PLAIN.encode())[0].encoding, guesses(PLAIN.encode())[0].how) == ("utf-8", "utf-8")
    assert [(one.encoding, one.how) for one in guesses(PLAIN.encode("utf-16"))] == [("utf-16-le", "bom")]
    first, *others = guesses(PLAIN.encode("cp1252"))
    assert (first.encoding, first.how) == ("cp1252", "guessed")
    assert first.sample == PLAIN[:200]
    assert "mac-roman" in [one.encoding for one in others]
    assert {one.how for one in others} == {"other"}
    assert "utf-8" not in [one.encoding for one in others]


def test_guesses_of_a_beginning_pass_over_a_cut_character():
    for text in TEXTS:
        data = text.encode()
        for end in range(1, len(data)):
            assert guesses(data[:end])[0].encoding == "utf-8"


def test_a_sample_shows_what_tells_encodings_apart():
    text = "x" * 5000 + "été" + "y" * 5000
    (sample,) = {one.sample for one in guesses(text.encode("cp1252")) if one.encoding == "cp1252"}
    assert "été" in sample
    assert len(sample) == 200


def test_guesses_never_raise():
    for data in (b"", b"\0", b"\0\x01", b"\xff", b"\xff\xfe", b"\xff\xfe\0", b"\x81\x8d", bytes(range(256)) * 4):
        assert isinstance(guesses(data), list)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "cp1252", "windows-1252", "mac-roman", "utf-16-le", "utf-16", "utf-8-sig"]
)
def test_a_confirmed_encoding_is_honoured(encoding):
    assert decode(PLAIN.encode(encoding), encoding)[0] == PLAIN


@pytest.mark.parametrize(
    ("data", "asked"),
    [
        (PLAIN.encode("cp1252"), "utf-8"),
        (PLAIN.encode("cp1252"), "ascii"),
        (PLAIN.encode("cp1252"), "iso-8859-1"),
        (PLAIN.encode("utf-16"), "utf-8"),
        (b"\xef\xbb\xbfabc", "cp1252"),
        (b"abc\x81", "cp1252"),
        (b"abc", "utf-16-le"),
        (b"abc", "klingon"),
        (b"abc", "base64"),
        (b"abc", "unicode_escape"),
        (b"abc", "x\0y"),
        (b"a\0b", "cp1252"),
    ],
)
def test_a_wrong_one_is_one_refusal(data, asked):
    with pytest.raises(InputError) as refused:
        decode(data, asked)
    assert "\n" not in str(refused.value)


def read(path: Path, asked: Asked = AS_IT_IS) -> tuple[str, str]:
    assert reader.READER.read is not None
    (found,) = reader.READER.read(file_source(path), asked)
    assert not isinstance(found.record, InputError)
    return found.record.article.text, found.note


def test_a_text_file_is_repaired_only_when_asked(tmp_path):
    broken = TEXTS[1].encode("utf-8").decode("latin-1")
    path = tmp_path / "a.txt"
    path.write_bytes(broken.encode("utf-8"))
    assert read(path)[0] == broken
    assert "abîmés" in read(path)[1]
    assert read(path, Asked(repair=True)) == (TEXTS[1], "caractères réparés")


@pytest.mark.skipif(not ENCODINGS.is_dir(), reason="the samples aren't here")
def test_the_eight_files_give_one_text():
    right = (ENCODINGS / "article.utf-8.txt").read_bytes().decode("utf-8")
    files = sorted(ENCODINGS.glob("*.txt"))
    assert len(files) == 8
    for path in files:
        text, note = read(path, Asked(repair=True))
        if "perte" in path.name:  # its apostrophes were lost when it was written
            assert text == right.encode("latin-1", "replace").decode("latin-1")
        else:
            assert text == right, path.name
        first = guesses(path.read_bytes())[0]
        assert note.startswith("lu comme") is (first.encoding != "utf-8")


def test_of_several_ways_back_the_french_one_is_taken():
    for wrong in ("iso8859-15", "iso8859-2"):
        for text in TEXTS[:2]:
            better = repaired(text.encode("utf-8").decode(wrong))
            assert better in (None, text)
    assert repaired(TEXTS[0].encode("utf-8").decode("iso8859-15")) == TEXTS[0]


def test_what_was_broken_twice_or_in_part_is_undone():
    once = TEXTS[0].encode("utf-8").decode("latin-1")
    assert repaired(once.encode("utf-8").decode("latin-1")) == TEXTS[0]
    assert repaired(TEXTS[1] + once) == TEXTS[1] + TEXTS[0]


@pytest.mark.parametrize("lines", [3, 20_000, 40_000])
@pytest.mark.parametrize("shift", range(3))
def test_the_damaged_byte_is_counted_from_the_file_s_beginning(lines, shift):
    data = b"x" * shift + "Été à Nîmes, déjà.\n".encode() * lines
    at = data.rindex("é".encode()) + 1
    with pytest.raises(InputError, match=f"octet n° {at}$"):
        encoding_of(given(data[:at] + data[at + 1 :], "a.csv"), None)
