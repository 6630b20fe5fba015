"""What counts as boilerplate, and what of an article stays."""

from __future__ import annotations

import pytest

from depeche.suggest.boilerplate import boilerplate
from tests.growth import in_proportion


def masked(text: str) -> list[str]:
    return [text[b.start : b.end] for b in boilerplate(text)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Source : https://exemple.fr/monde", "source"),
        ("Sources\u202f: AFP, Reuters", "source"),
        ("Crédit photo : Jeanne Durand", "credit"),
        ("© 2025 Le Journal du soir", "credit"),
        ("Quelle est votre réaction ?", "invite"),
        ("À lire aussi : Le sommet reporté d'une semaine", "invite"),
        ("Partager cet article", "invite"),
        ("Abonnez-vous pour lire la suite.", "invite"),
        ("(AFP) Note : ce texte a été relu par la rédaction.", "note"),
        ("NDLR : les prénoms ont été modifiés.", "note"),
        ("Cet article a été traduit de l'anglais.", "note"),
        ("TASS VIA KNS/AFP", "agence"),
        ("(avec AFP)", "agence"),
    ],
)
def test_a_line_of_boilerplate_is_masked_whole(line: str, kind: str) -> None:
    text = f"Le ministre est arrivé.\r\n  {line} \r\nIl repart demain."
    assert [(text[b.start : b.end], b.kind) for b in boilerplate(text)] == [(line, kind)]


@pytest.mark.parametrize(
    "line",
    [
        "Le président à la tribune du forum, le 3 mai 2024",
        "Selon l'AFP, la source de l'incendie reste inconnue.",
        "Sources et témoins se contredisent sur les faits.",
        "Une photo de l'agence montre les deux hommes.",
        "L'article a été adopté par les députés.",
        "Réactions en chaîne après l'annonce du retrait américain de la région. Les marchés ont reculé.",
    ],
)
def test_text_and_captions_stay(line: str) -> None:
    assert masked(line) == []


def test_only_the_credit_of_a_caption_is_masked() -> None:
    assert masked("Le ministre reçu à Hanoï, le 19 juin 2024 POOL/AFP/Archives") == ["POOL/AFP/Archives"]
    assert masked("Le ministre reçu à Hanoï, le 19 juin 2024 AFP") == ["AFP"]
    assert masked("Les deux pays se sont accordés (Reuters)") == ["(Reuters)"]


def test_the_agency_of_a_dateline_is_masked() -> None:
    assert masked("HANOÏ (AFP) – Le ministre est arrivé.") == ["(AFP)"]


def test_offsets_are_code_points() -> None:
    text = "🙂 e\u0301té\nSource : AFP"
    (one,) = boilerplate(text)
    assert text[one.start : one.end] == "Source : AFP"


def test_a_megabyte_takes_no_more_than_its_share() -> None:
    for piece in ("A/", "(AFP) ", "Source ", "© A\n", " \t"):
        assert in_proportion(lambda n, piece=piece: boilerplate(piece * (n // len(piece))), 100_000, 1_000_000)


@pytest.mark.parametrize(
    "line",
    [
        "Vous pouvez également consulter les articles suivants :",
        "Partager cet article\u202f:",
        "Facebook,",
        "LinkedIn",
        "Article sur Wikipédia.",
    ],
)
def test_lists_of_places_to_share_and_read_on_are_masked(line):
    assert masked(f"Le ministre est arrivé.\n{line}\nIl repart demain.") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Facebook a fermé des comptes.",
        "Vous pouvez dormir tranquilles, dit le ministre.",
        "Article sur article, le texte avance.",
        "Partager le pouvoir sur deux ans, voilà l'accord : il tient.",
    ],
)
def test_lines_that_only_begin_so_stay(line):
    assert masked(f"Le ministre est arrivé.\n{line}\nIl repart demain.") == []


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Le Figaro avec AFP", "agence"),
        ("LE MONDE avec AFP", "agence"),
        ("Par Jeanne Durand avec AFP", "agence"),
        ("Jeanne Durand et Paul Petit (avec Reuters)", "agence"),
        ("Photo AFP", "credit"),
        ("Photo d'archives Paul Petit/AP", "credit"),
        ("Que pensez-vous de cet article\u202f?", "invite"),
    ],
)
def test_bylines_with_an_agency_and_bare_credits_are_masked(line: str, kind: str) -> None:
    assert [b.kind for b in boilerplate(f"Le port rouvre.\n{line}\nIl gèle.")] == [kind]
    assert masked(f"Le port rouvre.\n{line}\nIl gèle.") == [line]


@pytest.mark.parametrize(
    "credit",
    [
        "(Photo AFP)",
        "(Photo : Paul Petit/AFP)",
        "AP/Paul Petit",
        "Paul Petit/AP",
        "Photo: Sputnik",
        "Photo : P. Petit/AFP",
        "Crédit : Jeanne Durand",
        "Photo Reuters",
    ],
)
def test_the_credit_behind_a_caption_is_masked(credit: str) -> None:
    assert masked(f"Le port sous la neige, le 3 mai. {credit}") == [credit]


def test_of_a_caption_that_is_announced_only_the_head_word_is_masked() -> None:
    assert masked("Légende : Le ministre à Bergen (Photo AFP)") == ["Légende :", "(Photo AFP)"]


@pytest.mark.parametrize(
    "line",
    [
        "Le Monde avec l'AFP a révélé que le port ferme.",
        "Entretien du ministre avec Reuters",
        "Que pensez-vous de cette guerre ?",
        "Le port rouvre. Photo : le quai sous la neige",
        "Le ministre arrive (photo prise par l'AFP)",
        "Photo AFP du ministre à Bergen",
    ],
)
def test_text_that_names_an_agency_or_a_photo_stays(line: str) -> None:
    assert masked(line) == []
