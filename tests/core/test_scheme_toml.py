"""A scheme goes into a TOML file and comes back the same, whatever its words; what is hostile is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche import paths
from depeche.core.attribute import RESERVED, Attribute, AttributeType
from depeche.core.scheme import (
    Kind,
    Label,
    Scheme,
    ValueType,
    label_from_json,
    label_to_json,
    parse_scheme,
)
from depeche.core.scheme_draft import Draft
from depeche.core.scheme_toml import to_toml
from depeche.errors import SchemeError
from tests.examples import examples

NAMES = st.from_regex(r"[A-Za-zÉé_][A-Za-z0-9é_-]{0,20}", fullmatch=True).filter(lambda name: name[0] != "_")
SHOWN = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=40)
GUIDANCE = st.text(st.characters(exclude_categories=("Cs",)), max_size=200).map(str.strip)
KINDS = st.lists(st.builds(Kind, NAMES, SHOWN), max_size=4, unique_by=lambda one: one.kind).map(tuple)
CHOICES = st.lists(SHOWN, min_size=1, max_size=3, unique=True).map(tuple)
ATTRIBUTE = st.one_of(
    st.builds(Attribute, NAMES, SHOWN, st.sampled_from([AttributeType.TEXT, AttributeType.FLAG])),
    st.builds(Attribute, NAMES, SHOWN, st.just(AttributeType.CHOICE), CHOICES),
).filter(lambda one: one.attribute not in RESERVED)
ATTRIBUTES = st.lists(ATTRIBUTE, max_size=3, unique_by=lambda one: one.attribute).map(tuple)
LABELS = st.builds(
    Label,
    label=NAMES,
    name=SHOWN,
    key=st.just(""),
    colour=st.from_regex(r"#[0-9a-f]{6}", fullmatch=True),
    nests=st.booleans(),
    value=st.sampled_from(list(ValueType)),
    kinds=KINDS,
    guidance=GUIDANCE,
    retired=st.booleans(),
    attributes=ATTRIBUTES,
)
SCHEMES = st.builds(
    Scheme,
    SHOWN,
    st.lists(LABELS, min_size=1, max_size=5, unique_by=lambda one: one.label).map(tuple),
    st.integers(0, 2**31 - 1),
    GUIDANCE,
)


@examples(300)
@given(SCHEMES)
def test_what_is_written_is_read_again(scheme: Scheme) -> None:
    toml = to_toml(scheme)
    assert parse_scheme(toml, "x") == scheme
    assert to_toml(parse_scheme(toml, "x"), toml) == toml
    assert [label_from_json(label_to_json(one)) for one in scheme.labels] == list(scheme.labels)


def test_the_default_keeps_its_comments_and_its_guidance_its_lines() -> None:
    toml = paths.default_scheme()
    scheme = parse_scheme(toml, "x")
    written = to_toml(scheme, toml)
    assert parse_scheme(written, "x") == scheme
    assert written.splitlines()[0] == toml.splitlines()[0]
    assert "\n".join(scheme.labels[0].guidance.splitlines()[:2]) in written


@pytest.mark.parametrize(
    ("toml", "why"),
    [
        ("x" * 10_000_000, "trop long"),
        ("a = " + "[" * 20_000, "ligne 1"),
        ("\n\nn = " + "9" * 10_000, "ligne 3"),
        ('[[label]]\nlabel = "A"\n' * 201, "plus de 200"),
        ('[[label]]\nlabel = "A"\n\n[[label]]\nlabel = "A\\u0000"\n', "ligne 4"),
        ('[[label]]\nlabel = "A"\nname = "' + "n" * 81 + '"', "« name »"),
        ('[[label]]\nlabel = "A"\nname = "deux\\nlignes"', "« name »"),
        ('[[label]]\nlabel = "A"\nkey = "\\t"', "une seule touche"),
        ('[[label]]\nlabel = "A"\ncolour = "#12345g"', "#2f6fb5"),
        ('[[label]]\nlabel = "A"\nbase = "B"\n[[label]]\nlabel = "C"\nbase = "B"', "origine (base)"),
        ('[[label]]\nlabel = "A"\nkinds = [{ kind = "K" }, { kind = "K" }]', "deux fois"),
        ('[[label]]\nlabel = "A"\nkinds = [{ kind = "a b" }]', "ne convient pas"),
        ('[[label]]\nlabel = "A"\nattributes = [{ attribute = "start" }]', "réservé"),
        ('[[label]]\nlabel = "A"\nattributes = [{ attribute = "u", type = "poids" }]', "text, ni choice"),
        ('[[label]]\nlabel = "A"\nattributes = [{ attribute = "u", type = "choice" }]', "choices"),
        ('[[label]]\nlabel = "A"\nattributes = [{ attribute = "u" }, { attribute = "u" }]', "deux fois"),
        ("version = 99999999999999999999\n[[label]]\nlabel = 'A'", "nombre entier"),
    ],
    ids=lambda value: value[:24] if isinstance(value, str) else None,
)
def test_what_is_hostile_is_refused_in_one_sentence(toml: str, why: str) -> None:
    with pytest.raises(SchemeError) as refusal:
        parse_scheme(toml, "e.toml")
    said = str(refusal.value).replace("\u202f", " ")
    assert why in said
    assert said.startswith("e.toml")
    assert len(said) < 200


@examples(100)
@given(SCHEMES, st.data())
def test_a_draft_knows_what_it_renames(scheme: Scheme, data: st.DataObject) -> None:
    draft = Draft(scheme)
    at = data.draw(st.integers(0, len(draft.entries) - 1))
    entry = draft.entries[at]
    draft.put(at, replace(entry.label, label="TOUT_AUTRE_NOM_QUE_LES_AUTRES"), entry.kinds)
    draft.move(at, data.draw(st.integers(-3, 3)))
    assert draft.renames.labels == {entry.label.label: "TOUT_AUTRE_NOM_QUE_LES_AUTRES"}
    other = Draft(scheme)
    other.take(draft.scheme, draft.renames)
    assert (other.scheme, other.renames) == (draft.scheme, draft.renames)
