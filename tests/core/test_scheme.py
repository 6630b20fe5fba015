"""The label scheme: what a person may write, and what is said where it can't hold."""

from __future__ import annotations

import pytest

from depeche import paths
from depeche.core.scheme import ValueType, label_from_json, label_to_json, parse_scheme
from depeche.errors import SchemeError

ONE = '[[label]]\nlabel = "LIEU"\n'


def test_the_default_follows_the_guide():
    scheme = parse_scheme(paths.default_scheme(), "actualite.toml")
    assert [(label.label, label.name) for label in scheme.labels] == [
        ("ACTOR", "Acteur"),
        ("FIGURE", "Chiffre"),
        ("DATE", "Date"),
        ("QUOTE", "Citation"),
    ]
    assert [kind.kind for kind in scheme.get("ACTOR").kinds] == ["PER", "ORG", "GPE", "GRP"]
    assert [label.label for label in scheme.labels if label.nests] == ["QUOTE"]
    assert scheme.get("QUOTE").value is ValueType.SPEAKER
    assert all(label.guidance and label.key for label in scheme.labels)


def test_a_label_needs_only_its_name():
    (label,) = parse_scheme(ONE, "x").labels
    assert (label.label, label.name, label.key, label.nests, label.value) == ("LIEU", "LIEU", "", False, ValueType.NONE)


@pytest.mark.parametrize(
    ("toml", "why"),
    [
        ("", "aucune étiquette"),
        ("label = 3", "aucune étiquette"),
        ("[[label]\n", "ligne 1 "),
        (ONE + "x = [", "ligne 3 "),
        (ONE + ONE, "LIEU"),
        (ONE + 'key = "a"\n' + ONE.replace("LIEU", "B") + 'key = "A"\n', "touche (key)"),
        (ONE + 'couleur = "x"', "« couleur »"),
        (ONE.replace("LIEU", "un lieu"), "étiquette n° 1"),
        (ONE.replace("LIEU", "9"), "« label »"),
        (ONE.replace('"LIEU"', "3"), "doit être un texte"),
        (ONE + 'key = "ab"', "une seule touche"),
        (ONE + 'colour = "rouge"', "#2f6fb5"),
        (ONE + 'nests = "oui"', "true ou false"),
        (ONE + 'value = "poids"', "l’un de"),
        (ONE + "kinds = [1]", "« kinds »"),
        ('version = "1"\n' + ONE, "nombre entier"),
    ],
)
def test_what_cannot_hold_is_said_with_its_place(toml, why):
    with pytest.raises(SchemeError) as refusal:
        parse_scheme(toml, "scheme.toml")
    assert "scheme.toml" in str(refusal.value)
    assert why in str(refusal.value).replace("\u202f", " ").replace("\u00a0", " ")


def test_a_label_comes_back_from_json():
    for label in parse_scheme(paths.default_scheme(), "x").labels:
        assert label_from_json(label_to_json(label)) == label


def test_used_labels_are_kept_retired_and_others_go():
    old = parse_scheme(ONE + ONE.replace("LIEU", "B") + 'key = "b"', "x")
    merged, lost = parse_scheme(ONE, "x").keeping(old, {"LIEU", "B"})
    assert [label.label for label in lost] == ["B"]
    assert [label.label for label in merged.active] == ["LIEU"]
    assert (merged.get("B").retired, merged.get("B").key) == (True, "")
    assert parse_scheme(ONE, "x").keeping(old, {"LIEU"})[1] == ()
    assert merged.nests("INCONNU")
