"""Folded forms of regular French verbs, as news uses them. Irregular forms stand in the tables."""

from __future__ import annotations


def third_person(infinitive: str) -> frozenset[str]:
    """Return the third person forms of a folded infinitive: present, imperfect, future, conditional, simple past.

    Regular verbs in -er, -ir (-iss-) and -re only; folding makes `cède` and `céder` share their stem.
    """
    stem = infinitive[:-2]
    if infinitive.endswith("er"):
        stems = {stem}
        if stem.endswith("g"):
            stems.add(stem + "e")
        if stem.endswith("y"):
            stems.add(stem[:-1] + "i")
        return frozenset(s + ending for s in stems for ending in "e ent ait aient era erait eront a erent".split())
    if infinitive.endswith("oir"):
        return frozenset()
    if infinitive.endswith("ir"):
        return frozenset(stem + ending for ending in "it issent issait issaient ira irait iront irent".split())
    return frozenset((stem, *(stem + ending for ending in "ent ait aient ra rait ront it irent".split())))


def present_participle(infinitive: str) -> str:
    """Return the form in -ant of a folded infinitive (`réclamer` → `reclamant`)."""
    stem = infinitive[:-2]
    if infinitive.endswith("er"):
        return stem + ("eant" if stem.endswith("g") else "ant")
    return stem + ("issant" if infinitive.endswith("ir") and not infinitive.endswith("oir") else "ant")


def past_participles(infinitive: str) -> frozenset[str]:
    """Return the folded past participles of a folded infinitive, without those in -s of the feminine."""
    stem = infinitive[:-2]
    if infinitive.endswith("er"):
        return frozenset((stem + "e", stem + "es"))
    return frozenset((stem + "i",)) if infinitive.endswith("ir") else frozenset((stem + "u",))
