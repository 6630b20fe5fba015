"""The one tokenizer: what it keeps doesn't grow with what it has read."""

from __future__ import annotations

from depeche import nlp


def test_the_vocabulary_is_made_anew_where_it_has_met_many_words(monkeypatch):
    monkeypatch.setattr(nlp, "_MANY", 2_000)
    docs, sizes = [], set()
    for n in range(60):
        docs.append(nlp.doc(" ".join(f"mot{n}x{m}" for m in range(200))))
        sizes.add(len(nlp.french().vocab))
    assert max(sizes) < 2_000 + 200 + 500
    assert len({id(one.vocab) for one in docs}) > 3
    assert [one.text for one in docs[0]][:2] == ["mot0x0", "mot0x1"], "what was read before keeps its words"
    assert nlp.tokens("L’Otan, à 20h30.") == nlp.tokens("L’Otan, à 20h30.")


def test_words_are_cut_as_spacy_cuts_them_wherever_they_stand(monkeypatch):
    """A word shown to spaCy by itself is cut as in its text: also abbreviations, signs, and blanks of every kind."""
    import spacy

    text = (
        "M. Vorga, n° 3 (cf. p. ex.) :-) dit\u00a0: «\u202fQu’est-ce que c’est-à-dire ?\u202f» "
        "www.a.fr/x?y=1 12,5% etc.\r\n😀"
    )
    monkeypatch.setattr(nlp, "_MOST_MET", 12)
    for said in (text, text + " M. Belmare etc.", text.lower() + "\n\n" + text):
        own = spacy.blank("fr").tokenizer(said)
        assert [(one.idx, one.text, one.norm_, one.whitespace_) for one in nlp.doc(said)] == [
            (one.idx, one.text, one.norm_, one.whitespace_) for one in own
        ]
