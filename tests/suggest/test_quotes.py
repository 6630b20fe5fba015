"""Quotes: which marks belong together, which words are somebody's own, and whose."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.core.article import Article
from depeche.core.suggestion import Suggestion
from depeche.suggest.quotes import Quotes
from depeche.suggest.quotes.cues import conjugate, load
from depeche.suggest.quotes.pairing import pair
from tests.examples import examples
from tests.growth import in_proportion

ARTICLES = Path(__file__).resolve().parents[3] / "shared" / "articles"
QUOTES = Quotes()
PEOPLE = {
    "Marc Delorme": ("PER", "Marc Delorme"),
    "M. Delorme": ("PER", "Marc Delorme"),
    "Anna Kovac": ("PER", "Anna Kovac"),
    "Mme Kovac": ("PER", "Anna Kovac"),
    "Ivan Petrov": ("PER", "Ivan Petrov"),
    "ministère des Armées": ("ORG", "ministère des Armées"),
    "Tass": ("ORG", "Tass"),
    "Reuters": ("ORG", "Reuters"),
    "Conseil de sécurité": ("ORG", "Conseil de sécurité"),
    "Ruritanie": ("GPE", "Ruritanie"),
    "Syldavie": ("GPE", "Syldavie"),
    "responsables syldaves": ("GRP", "responsables syldaves"),
}


def actors(text: str) -> list[Suggestion]:
    found = []
    for words, (kind, name) in PEOPLE.items():
        at = text.find(words)
        while at >= 0:
            found.append(Suggestion(at, at + len(words), "ACTOR", kind, name))
            at = text.find(words, at + 1)
    return sorted(found, key=lambda s: s.start)


def propose(text: str) -> list[Suggestion]:
    return QUOTES.propose(Article(text), actors(text))


def spans(text: str) -> list[str]:
    return [text[q.start : q.end] for q in propose(text)]


def only(text: str) -> Suggestion:
    (one,) = propose(text)
    return one


# marks


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("a « b » c", ["« b »"]),
        ("a «\u00a0b\u202f» c «d»", ["«\u00a0b\u202f»", "«d»"]),
        ("a “b” c „d“ e ‹f›", ["“b”", "„d“", "‹f›"]),
        ('a "b" c "d" e', ['"b"', '"d"']),
        ('a qualifié ces propos "d\'inepties" et l\'a "dit"', ['"d\'inepties"', '"dit"']),
        ("l’“état” des lieux", ["“état”"]),
        ("« a « b » c » d", ["« a « b » c »"]),
        ('"il a dit "non" à tous" et', ['"il a dit "non" à tous"']),
        ('« il a dit "non" » et', ['« il a dit "non" »']),
        ('« a, " dit X. "b"', ['« a, "', '"b"']),
        ('couru en 12\' 30", soit "un exploit"', ['"un exploit"']),
        ('un écran de 27" et "le reste"', ['"le reste"']),
        ('un chrono de 19"78 et "le reste"', ['"le reste"']),
        ("fin » puis « a »", ["« a »"]),
        ("« Un.\n« Deux.\n« Trois », a-t-il dit. « Quatre »", ["« Un.\n« Deux.\n« Trois »", "« Quatre »"]),
        ("« Un.\r\nDeux », a-t-il dit", ["« Un.\r\nDeux »"]),
        ("« Il disait : « Viens », a-t-il raconté", ["« Il disait : « Viens »"]),
        ("« Un.\nJ'ai dit « Viens ! »\nDeux. »\nFin « x »", ["« Un.\nJ'ai dit « Viens ! »\nDeux. »", "« x »"]),
        ("« Un.\nDeux « a », trois « b ».\nQuatre. »", ["« Un.\nDeux « a », trois « b ».\nQuatre. »"]),
        ("« Un.\nIl dit « a ».\nPuis « b ».", ["« Un.", "« a »", "« b »"]),
        ("« Un.\nIl part « là », a-t-il dit. Oui »", ["« Un.", "« là »"]),
        ("« »", []),
    ],
)
def test_marks_are_paired(text: str, pairs: list[str]) -> None:
    assert [text[p.start : p.end] for p in pair(text)] == pairs


def test_a_forgotten_closing_mark_never_shifts_the_pairs_after_it() -> None:
    text = "Marc Delorme promet « un effort sans précédent. Il évoque « la paix ».\nAnna Kovac dit « non »."
    quotes = propose(text)
    assert [text[q.start : q.end] for q in quotes] == ["« un effort sans précédent.", "« la paix »", "« non »"]
    assert [q.attrs.get("flag") for q in quotes] == ["guillemet non fermé", None, None]


def test_an_unclosed_quote_ends_where_the_reporter_takes_the_word_again() -> None:
    text = "« Nous ne céderons pas, a déclaré Marc Delorme.\n« Nous non plus », a répondu Anna Kovac."
    assert spans(text) == ["« Nous ne céderons pas", "« Nous non plus »"]


def test_offsets_are_code_points_of_the_text_as_it_is() -> None:
    text = "🙂 L\u2019e\u0301te\u0301.\r\nMarc Delorme a promis «\u00a0la paix 🕊\u202f»."
    assert spans(text) == ["«\u00a0la paix 🕊\u202f»"]


# said or not


@pytest.mark.parametrize(
    "text",
    [
        "Le dossier dit « sensible » reste fermé.",
        "L'opération baptisée « Aube calme » a commencé lundi.",
        "Dans une vidéo intitulée « Nous sommes tous ici et nous y resterons encore longtemps », on chante.",
        "Le film « Le Dernier Train » sort mercredi.",
        "Le terme « frontière » figure dans la loi.",
        "Le navire « Étoile du Nord » a quitté le port.",
        'Le boxeur Bruno "Le Marteau" Silva est arrivé.',
        "Le quotidien « La Gazette du Soir » paraît à midi.",
        "Le Festival « Jazz en Ville » ouvre ses portes.",
        "Ils se sont garés devant le « château ».",
    ],
)
def test_words_that_nobody_says_are_left_alone(text: str) -> None:
    assert propose(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Marc Delorme a promis un soutien « inconditionnel » à la Ruritanie.",
        'Anna Kovac a qualifié ces propos "d\'inepties".',
        "La Ruritanie dénonce une « provocation ».",
        "Marc Delorme appelle « à la retenue » des deux côtés.",
        "Marc Delorme s'est dit « attristé » par cette perte.",
    ],
)
def test_fragments_with_a_speaker_are_mixed_quotes(text: str) -> None:
    assert only(text).kind == "mixed"


def test_a_whole_sentence_is_direct_and_a_fragment_mixed() -> None:
    assert only("« Nous sommes prêts », a déclaré Marc Delorme.").kind == "direct"
    assert only("Marc Delorme a déclaré : « Nous sommes prêts. »").kind == "direct"
    assert only("Marc Delorme a déclaré que la Ruritanie « répondrait à toute attaque ».").kind == "mixed"


def test_a_fragment_in_a_headline_is_the_quote_that_holds_the_same_words() -> None:
    text = "Un « appui sans faille » à la Syldavie\n\n« Notre appui sans faille demeure », a assuré Marc Delorme."
    quotes = propose(text)
    assert [q.value for q in quotes] == ["Marc Delorme", "Marc Delorme"]


# speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("« Nous partons demain », a déclaré Marc Delorme.", "Marc Delorme"),
        ("« Nous partons demain », a déclaré jeudi à Reuters Marc Delorme.", "Marc Delorme"),
        ("« Nous partons demain », a déclaré à la foule Anna Kovac.", "Anna Kovac"),
        ("« Nous partons demain », a tenu à préciser Anna Kovac.", "Anna Kovac"),
        ("Marc Delorme a déclaré : « Nous partons demain. »", "Marc Delorme"),
        ("Marc Delorme : « Nous partons demain »", "Marc Delorme"),
        ("Selon Anna Kovac, la Ruritanie « joue avec le feu ».", "Anna Kovac"),
        ("La Ruritanie « joue avec le feu », d'après Anna Kovac.", "Anna Kovac"),
        ("Pour Anna Kovac, « la paix est loin ».", "Anna Kovac"),
        ("Aux yeux d'Anna Kovac, c'est « une erreur historique ».", "Anna Kovac"),
        ("Marc Delorme a salué une « avancée majeure ».", "Marc Delorme"),
        ("Marc Delorme a reçu Anna Kovac, saluant « un moment rare ».", "Marc Delorme"),
        ("Marc Delorme, qui avait critiqué Anna Kovac, a évoqué « une page tournée ».", "Marc Delorme"),
        ("Marc Delorme, directeur du musée de la ville, assure que « tout est prêt ».", "Marc Delorme"),
        ("Le texte a été qualifié de « honteux » par Anna Kovac.", "Anna Kovac"),
        ("Le texte, qualifié par Anna Kovac de « honteux », sera voté.", "Anna Kovac"),
        ("C'est l'occasion pour Marc Delorme de dénoncer « un complot ».", "Marc Delorme"),
        ("« Nous partons, a expliqué Marc Delorme, et nous reviendrons. »", "Marc Delorme"),
        ("« Nous partons », a indiqué un officier de la base.", None),
        ("« Nous partons », a déclaré le conseiller, Ivan Petrov.", "Ivan Petrov"),
        ("« Nous partons », a affirmé le ministère des Armées.", "ministère des Armées"),
        ("Les responsables syldaves « déplorent un malentendu », ont-ils dit.", "responsables syldaves"),
    ],
)
def test_the_speaker_is_found(text: str, speaker: str | None) -> None:
    quotes = propose(text)
    assert quotes[-1].value == speaker


def test_two_may_speak_at_once() -> None:
    assert only("« Nous sommes d'accord », ont déclaré Marc Delorme et Anna Kovac.").value == (
        "Marc Delorme",
        "Anna Kovac",
    )
    assert only("La Ruritanie et la Syldavie dénoncent « une provocation ».").value == ("Ruritanie", "Syldavie")


def test_a_function_stands_for_the_person_it_was_given_to() -> None:
    text = (
        "Le ministre ruritanien des Affaires étrangères, Ivan Petrov, a rencontré Marc Delorme. "
        "Le chef de la diplomatie ruritanienne a dénoncé « un chantage ».\n"
        "« Rien n'est joué », a ajouté le ministre ruritanien."
    )
    assert [q.value for q in propose(text)] == ["Ivan Petrov", "Ivan Petrov"]


def test_pronouns_point_back() -> None:
    text = "Anna Kovac a rencontré Marc Delorme. Mme Kovac était souriante. Elle a promis « un geste fort »."
    assert only(text).value == "Anna Kovac"
    assert only("Marc Delorme est arrivé lundi. « Je suis confiant », a-t-il dit.").value == "Marc Delorme"


def test_the_latter_is_who_was_named_last() -> None:
    text = "Marc Delorme a reçu Ivan Petrov. Ce dernier a promis « un geste »."
    assert only(text).value == "Ivan Petrov"


def test_a_quote_may_carry_on_the_one_before() -> None:
    text = "« C'est un bon accord », estime Anna Kovac. « Il faut maintenant le signer et le faire vivre. »"
    assert [q.value for q in propose(text)] == ["Anna Kovac", "Anna Kovac"]


def test_a_paragraph_of_its_own_carries_on_the_quote_right_before() -> None:
    text = "« C'est un bon accord », a dit Anna Kovac.\n« Il faut maintenant le signer et le faire vivre. »"
    assert [q.value for q in propose(text)] == ["Anna Kovac", "Anna Kovac"]


def test_a_nameless_speaker_stays_nameless_in_what_follows() -> None:
    text = "Marc Delorme est venu. « Tout brûle », a dit un témoin. « Il faut partir », a-t-il ajouté."
    assert [q.value for q in propose(text)] == [None, None]


def test_the_incise_of_a_very_long_quote_is_found() -> None:
    words = "Nous avons longtemps attendu et nous attendrons encore " * 200
    assert only(f"« {words}», a déclaré Anna Kovac.").value == "Anna Kovac"
    assert only(f"Anna Kovac a déclaré : « {words}».").value == "Anna Kovac"


def test_the_verb_of_the_sentence_is_no_incise() -> None:
    assert only("Anna Kovac, redoutant un « bilan lourd », a demandé des mesures.").value == "Anna Kovac"
    assert propose("Marc Delorme, membre des « Amis du Lac », confirme que la route est coupée.") == []


def test_forms_that_are_also_nouns_are_told_apart() -> None:
    assert propose("Marc Delorme, écrivain, critique gastronomique connu pour ses « coups de gueule », est mort.") == []
    assert only("Marc Delorme critique un « cirque ».").value == "Marc Delorme"


def test_of_somebody_reporting_another_the_quoted_one_speaks() -> None:
    text = "Ivan Petrov a affirmé que Marc Delorme espère « la poursuite du dialogue », selon l'agence Tass."
    one = only(text)
    assert one.value == "Marc Delorme"
    assert one.attrs["relay"] == "Tass"


def test_who_passed_the_words_on_is_the_relay() -> None:
    one = only("« Nous partons », a déclaré Marc Delorme, a rapporté l'agence Tass.")
    assert (one.value, one.attrs["relay"]) == ("Marc Delorme", "Tass")
    alone = only("L'entretien fut « franc et utile », selon Tass.")
    assert (alone.value, alone.attrs.get("relay")) == ("Tass", None)


def test_speakers_are_ranked_with_scores_and_reasons() -> None:
    one = only("Marc Delorme a répondu à Anna Kovac que la Ruritanie « ne cédera pas ».")
    speakers = one.attrs["speakers"]
    assert speakers[0]["name"] == one.value == "Marc Delorme"
    assert [s["score"] for s in speakers] == sorted((s["score"] for s in speakers), reverse=True)
    assert all(0 <= s["score"] <= 1 and s["reason"] for s in speakers)
    assert "répondu" in one.reason


def test_names_beside_the_cue_do_without_actors() -> None:
    (one,) = QUOTES.propose(Article("« Nous partons », a déclaré Paul Verdier."), [])
    assert one.value == "Paul Verdier"


# cues


def test_cue_verbs_are_conjugated() -> None:
    forms = {form for form, _, _ in conjugate("rappeler", "")}
    assert {"rappelle", "rappelait", "rappelé", "rappelant", "rappela", "rappellera"} <= forms
    assert {"espère", "espérait"} <= {form for form, _, _ in conjugate("espérer", "")}
    assert {"annonçait", "annonçant"} <= {form for form, _, _ in conjugate("annoncer", "")}


def test_a_broken_table_says_which_verb(tmp_path: Path) -> None:
    table = tmp_path / "cues.tsv"
    table.write_text("infinitive\tkind\tquote\tforms\ndire\tsay\tdirect\tdit disent\n", encoding="utf-8")
    with pytest.raises(ValueError, match="dire"):
        load(table)


# robustness


@examples(60)
@given(st.text(alphabet="aZé .,:!?«»“”„‟\"'’‹›\n\r\u00a0\u202f\u0301-123()🙂", max_size=120))
def test_no_text_breaks_it(text: str) -> None:
    quotes = propose(f"Marc Delorme a dit {text} selon Tass")
    assert all(q.start < q.end for q in quotes)
    assert all(a.end <= b.start for a, b in pairwise(quotes))


@pytest.mark.parametrize("piece", ["« ", '"a ', "« a « b » c. ", "« a\n", "il a dit « a » ", "M. X dit « "])
def test_time_grows_with_the_length_of_the_text(piece: str) -> None:
    assert in_proportion(lambda n: QUOTES.propose(Article(piece * (n // len(piece))), []), 4_000, 40_000)


@pytest.mark.skipif(not ARTICLES.is_dir(), reason="the shared articles are not on this machine")
def test_real_articles_keep_their_marks() -> None:
    for path in ARTICLES.glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        for quote in QUOTES.propose(Article(text), []):
            assert text[quote.start] in '«“„"‹‟'
            assert "flag" in quote.attrs or text[quote.end - 1] in '»”“"›'
