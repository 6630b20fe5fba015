"""The guide read as chapters and parts, from the scheme or a package's file; and what the shipped one must hold."""

from __future__ import annotations

import pytest

from depeche import paths
from depeche.core import guide
from depeche.core.guide import Chapter, Part
from depeche.core.scheme import parse_scheme
from depeche.core.words import folded

SCHEME = parse_scheme(paths.default_scheme(), "actualite.toml")


def words(chapter: Chapter, part: Part) -> str:
    sections = [section for section in chapter.sections if section.part is part]
    return folded(" ".join(piece.text for one in sections for p in one.paragraphs for piece in p.pieces))


def marked(chapter: Chapter, part: Part) -> list[str]:
    sections = [section for section in chapter.sections if section.part is part]
    return [piece.text for one in sections for p in one.paragraphs for piece in p.pieces if piece.marked]


def chapter(label: str | None) -> Chapter:
    return next(one for one in guide.of_scheme(SCHEME) if one.label == label)


@pytest.mark.parametrize("label", [None, "ACTOR", "FIGURE", "DATE", "QUOTE"])
def test_every_chapter_has_a_rule_examples_counter_examples_and_borderline_cases(label):
    one = chapter(label)
    assert {Part.RULE, Part.EXAMPLES, Part.COUNTER, Part.BORDERLINE} <= {section.part for section in one.sections}
    assert marked(one, Part.EXAMPLES)
    assert marked(one, Part.COUNTER)


@pytest.mark.parametrize(
    ("label", "part", "decided"),
    [
        (None, Part.RULE,
         "blanc|ponctuation|article|démonstratif|titre|légendes|service|chevauchent|plus long"
         "|citation"),
        ("ACTOR", Part.RULE, "nom canonique|sans titre|force armée|gouvernement|tiennent lieu|Russie|groupe|sigle"),
        ("ACTOR", Part.COUNTER,
         "ville|mers|régions|rues|fonction|adjectif|soldats|deux parties|experts|population|X"
         "|forum|place"),
        ("ACTOR", Part.BORDERLINE, "forces armées russes"),
        ("FIGURE", Part.RULE, "unité|25000|2000|600|séparateur|pluriel|EUR|km|guillemet|au plus|au moins"),
        ("FIGURE", Part.EXAMPLES,
         "quelque|plus de|jusqu|des milliers|plusieurs milliers|milliards|km|trois jours|fois"
         "|ans|douzaine|moitié|tiers"),
        ("FIGURE", Part.COUNTER, "ordinaux|un|G7|article 5|juillet|14 h 30|deux pays"),
        ("DATE", Part.RULE, "heure|ancrée|mesure|EDTF|publication|été|semaine|verbe|devine"),
        ("DATE", Part.EXAMPLES,
         "juillet|années 1990|siècle|jeudi|hier|an dernier|fin juin|dernières années|nuit"
         "|lundi|plus de trois ans|moins de trois mois|il y a dix jours|plus tard"),
        ("DATE", Part.COUNTER, "récemment|bientôt|époque|délais|invasion|18 heures|séjour"),
        ("DATE", Part.BORDERLINE, "aujourd hui|à ce jour|hier|rhétoriques|sans valeur"),
        ("QUOTE", Part.RULE,
         "guillemets|sans guillemet fermant|paragraphes|intérieurs|canonique|plusieurs|rien"
         "|relais|fragment"),
        ("QUOTE", Part.COUNTER, "œuvres|surnoms|distance|sans guillemets"),
    ],
)  # fmt: skip
def test_what_the_guide_decides_can_be_found(label, part, decided):
    said = f" {words(chapter(label), part)} "
    assert [one for one in decided.split("|") if f" {folded(one)} " not in said and folded(one) not in said] == []


def test_brackets_are_what_is_marked():
    (one,) = guide.of_markdown("## Acteur\n« l’[Otan] »\n", SCHEME)
    pieces = one.sections[0].paragraphs[0].pieces
    assert [(piece.text, piece.marked) for piece in pieces] == [("« l’", False), ("Otan", True), (" »", False)]


def test_an_old_guidance_without_parts_is_a_rule():
    scheme = parse_scheme('[[label]]\nlabel = "A"\nname = "Lettre"\nguidance = "Un [a].\\n\\nPas un b."', "s")
    (one,) = guide.of_scheme(scheme)
    assert [section.part for section in one.sections] == [Part.RULE]
    assert len(one.sections[0].paragraphs) == 2


def test_a_packages_guide_reads_as_the_schemes_does():
    there = guide.of_markdown(guide.to_markdown(SCHEME, "Titre"), SCHEME)
    here = guide.of_scheme(SCHEME)
    assert [(one.label, one.sections) for one in there] == [(one.label, one.sections) for one in here]
    assert [one.title for one in there][1:] == [one.title for one in here][1:]


def test_a_persons_own_file_needs_no_form():
    found = guide.of_markdown("Avant tout.\n\n# Guide\n\n## Chiffre\n- deux\n\n## Divers\nx\n", SCHEME)
    assert [(one.label, one.title) for one in found] == [
        (None, "Toutes les étiquettes"),
        ("FIGURE", "Chiffre"),
        (None, "Divers"),
    ]
    assert guide.of_markdown("", SCHEME) == []
