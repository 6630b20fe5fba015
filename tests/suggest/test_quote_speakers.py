"""Who speaks, where the order of words or the name makes it hard: a test for each rule, with what it must not touch."""

from __future__ import annotations

import pytest

from depeche.core.article import Article
from depeche.core.suggestion import Suggestion
from depeche.suggest.quotes import Quotes

QUOTES = Quotes()
ACTORS = {
    "Marc Delorme": ("PER", "Marc Delorme"),
    "Anna Kovac": ("PER", "Anna Kovac"),
    "Ivan Petrov": ("PER", "Ivan Petrov"),
    "Odile": ("ORG", "Odile"),
    "Mme Brandt": ("PER", "Brandt"),
    "Otan": ("ORG", "Otan"),
    "Reuters": ("ORG", "Reuters"),
    "police ruritanienne": ("ORG", "police ruritanienne"),
    "Forêts vives": ("ORG", "Forêts vives"),
    "Ruritanie": ("GPE", "Ruritanie"),
    "Syldavie": ("GPE", "Syldavie"),
}


def propose(text: str) -> list[Suggestion]:
    found = []
    for words, (kind, name) in ACTORS.items():
        at = text.find(words)
        while at >= 0:
            found.append(Suggestion(at, at + len(words), "ACTOR", kind, name))
            at = text.find(words, at + 1)
    return QUOTES.propose(Article(text), sorted(found, key=lambda s: s.start))


def values(text: str) -> list[object]:
    return [quote.value for quote in propose(text)]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("« C'est faux », a répliqué Bakou.", ["Azerbaïdjan"]),
        ("Une mesure « injuste », a aussitôt réagi Brasilia.", ["Brésil"]),
        ("Tokyo et Séoul ont dénoncé « une provocation ».", [("Japon", "Corée du Sud")]),
        ("Le texte est « équilibré » aux yeux de Paris.", ["France"]),
        ("Pour Washington, c'est « un acte de piraterie ».", ["États-Unis"]),
        ("Marc Delorme a promis à Tokyo « un effort sans précédent ».", ["Marc Delorme"]),
        ("« C'est faux », a répondu à Bakou un voisin.", [None]),
    ],
)
def test_a_capital_that_speaks_is_its_state_and_a_place_is_nobody(text: str, speakers: list[object]) -> None:
    assert values(text) == speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("« Nous partons », a affirmé dans un communiqué Anna Kovac.", "Anna Kovac"),
        ("« Nous partons », a lancé à l'issue du vote Anna Kovac.", "Anna Kovac"),
        ("« Nous partons », a assuré de son côté Anna Kovac.", "Anna Kovac"),
        ("« Nous partons », a plaidé d'une même voix Madrid.", "Espagne"),
        ("« Nous partons », s'est borné à répondre Anna Kovac.", "Anna Kovac"),
        ("« Nous partons », s'est exclamé, ému, le secrétaire général de l'Otan, Marc Delorme.", "Marc Delorme"),
        ("« Nous partons », a écrit un proche d'Anna Kovac.", None),
    ],
)
def test_groups_between_verb_and_subject_are_skipped(text: str, speaker: str | None) -> None:
    assert values(text) == [speaker]


def test_a_first_name_goes_on_and_a_family_name_is_the_whole_name() -> None:
    text = "L'économiste Odile Brandt reste prudente. Mme Brandt juge la hausse « modeste »."
    assert values(text) == ["Odile Brandt"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "L'historienne Anna Kovac est venue. « La trêve tient, juge-t-elle ce lundi. Mais pour combien ? »",
            "Anna Kovac",
        ),
        ("La chercheuse Anna Kovac doute. « La trêve tient, rappelle l'autrice du rapport. Mais mal. »", "Anna Kovac"),
        ("« La trêve tient, prévient la directrice du centre, Anna Kovac. Mais mal. »", "Anna Kovac"),
        ("« La trêve tient, dit un voisin. Mais mal. »", None),
    ],
)
def test_the_incise_inside_the_marks(text: str, speaker: str | None) -> None:
    assert values(text)[-1] == speaker


def test_a_pronoun_is_who_came_after_the_speaker_before() -> None:
    text = (
        "« Nous verrons », a dit la ministre Anna Kovac.\n"
        "Punir tout le monde serait absurde, s'est alarmé Marc Delorme. « On nous oublie », s'est-il emporté."
    )
    assert values(text) == ["Anna Kovac", "Marc Delorme"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Marc Delorme a jugé ce plan « utile », Anna Kovac « dangereux ».", ["Marc Delorme", "Anna Kovac"]),
        ("La Ruritanie a dénoncé « un piège », la Syldavie une « insulte ».", ["Ruritanie", "Syldavie"]),
        ("Ankara applaudit, Moscou « prend note ».", ["Russie"]),
        ("La Ruritanie se contentait de « prendre note » du texte.", ["Ruritanie"]),
        ("La Syldavie a « fermement condamné » ce tir.", ["Syldavie"]),
        ("Anna Kovac a dit que Marc Delorme « regrettait » ce choix.", ["Anna Kovac"]),
        ("Marc Delorme a prévenu que la Syldavie répondrait « à chaque tir ».", ["Marc Delorme"]),
    ],
)
def test_fragments_whose_verb_is_unsaid_or_their_own(text: str, speakers: list[object]) -> None:
    assert values(text) == speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("La mission de l'Otan a relevé des incidents « sans gravité ».", "Otan"),
        ("« C'est fini », indique-t-on à l'Otan.", "Otan"),
        ("« C'est fini », a-t-on appris auprès de la police ruritanienne.", "police ruritanienne"),
        ("Les mots « terre brûlée », lancés par Marc Delorme, ont choqué.", "Marc Delorme"),
        ("« Une erreur » : c'est ainsi que Marc Delorme a résumé le plan.", "Marc Delorme"),
        ("Malgré les promesses de Marc Delorme de « tout changer », rien ne bouge.", "Marc Delorme"),
        ("« C'est fini », a confié le directeur de cabinet du chef de l'Otan, Marc Delorme.", "Marc Delorme"),
        ("Un porte-parole de l'Otan a déclaré : « Nous verrons bien. »", "Otan"),
        ("« Nous verrons bien », a dit la porte-parole de l'Otan.", "Otan"),
        ("Une source de l'Otan a déclaré : « Nous verrons bien. »", None),
        ("Le plan est, à ses yeux, « une erreur ».", None),
        ("Selon un document consulté par Reuters, le pays est « en défaut ».", None),
        ("Selon des informations fournies par Marc Delorme, le pays est « en défaut ».", "Marc Delorme"),
    ],
)
def test_bodies_and_signs_without_a_plain_subject(text: str, speaker: str | None) -> None:
    assert values(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("La police ruritanienne est venue. La police évoque « un accident ».", "police ruritanienne"),
        ("Forêts vives a publié une étude. « Il est tard », regrette l'association.", "Forêts vives"),
        ("Anna Kovac a gagné hier. « J'en ai rêvé », a dit la nageuse.", "Anna Kovac"),
        ("Anna Kovac a gagné hier. « J'en ai rêvé », a dit une nageuse.", None),
        ("« Nous paierons », a dit Anna Kovac. L'ancienne ministre craint « le pire ».", "Anna Kovac"),
        ("« Nous paierons », a dit Anna Kovac. Le porte-parole de la banque craint « le pire ».", None),
    ],
)
def test_common_nouns_stand_for_who_was_named(text: str, speaker: str | None) -> None:
    assert values(text)[-1] == speaker


def test_who_has_no_name_is_nobody_and_the_others_stay_to_choose_from() -> None:
    text = "Ils étaient 500, d'après la police ruritanienne – « plus de mille », rétorquent les organisateurs."
    (quote,) = propose(text)
    assert quote.value is None
    assert quote.attrs["speakers"][0]["name"] == "police ruritanienne"


def test_two_set_apart_by_commas_speak_together() -> None:
    text = "Le ministre, Marc Delorme, et son homologue, Ivan Petrov, ont salué « un tournant »."
    assert values(text) == [("Marc Delorme", "Ivan Petrov")]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("« Trop tôt, tranche la négociatrice Anna Kovac.\n« Non », dit Ivan Petrov.", ["« Trop tôt", "« Non »"]),
        (
            '"Nous voulons voter, pas une "farce" de plus, a-t-il lancé.',
            ['"Nous voulons voter, pas une "farce" de plus'],
        ),
        ("Anna Kovac dit : « Trop tôt, tranche le juge ».", ["« Trop tôt, tranche le juge »"]),
    ],
)
def test_unclosed_marks_end_before_the_incise(text: str, spans: list[str]) -> None:
    assert [text[q.start : q.end] for q in propose(text)] == spans


@pytest.mark.parametrize(
    "text",
    [
        "Anna Kovac est l'autrice de « Casernes et palais de la côte ».",
        "Le quotidien titrait lundi sur « L'hiver des chaises vides ».",
        "Anna Kovac joue un « héros » ordinaire.",
        "L'exercice « Bouclier du soir » a commencé.",
    ],
)
def test_titles_and_names_stay_unsaid(text: str) -> None:
    assert propose(text) == []


def test_a_whole_utterance_without_a_verb_is_direct() -> None:
    (quote,) = propose("« Pas de commentaire », s'est borné à dire Anna Kovac.")
    assert quote.kind == "direct"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Le quotidien local Odile a tout vu. Reuters se tait. « C'est fini », indique le quotidien.", "Odile"),
        ("Odile, une chaîne privée, a tout vu. L'Otan se tait. « C'est fini », selon la chaîne.", "Odile"),
        ("La fédération des bergers, Transhuma, proteste. L'Otan se tait. « Halte », dit la fédération.", "Transhuma"),
        ("La chaîne des montagnes, Odile, proteste. L'Otan se tait. « Halte », dit la chaîne.", "Odile"),
        ("Selon le parti au pouvoir, Marc Delorme, élu, partira. « Halte », dit le parti.", None),
        ("L'Otan se tait. « C'est fini », indique le quotidien.", None),
        ("Le journal proche de l'Otan a tout vu. « C'est fini », indique le journal.", None),
        ("Le groupe minier Odile embauche. L'Otan se tait. « Tout va », assure le groupe. « Très bien. »", "Odile"),
    ],
)
def test_a_noun_stands_for_the_body_it_was_joined_to(text: str, speaker: str | None) -> None:
    assert values(text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Marc Delorme (Odile) a dénoncé « une faute grave ».", "Marc Delorme"),
        ("Marc Delorme (Odile) a écrit : « C'est une faute. »", "Marc Delorme"),
        ("« Nous irons », a dit Anna Kovac (Odile).", "Anna Kovac"),
    ],
)
def test_a_party_in_brackets_is_no_speaker(text: str, speaker: str) -> None:
    assert values(text) == [speaker]


def test_a_whole_sentence_may_follow_its_verb_without_a_colon() -> None:
    assert values("« Oui », a dit Anna Kovac. Marc Delorme a poursuivi « Nous partons demain. »")[-1] == "Marc Delorme"
    assert values("Anna Kovac a plaidé. Marc Delorme a poursuivi « la même voie ».")[-1:] in ([], [None])


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Marc Delorme a évoqué le vote de mardi. « Nous n'avons rien perdu. »", "Marc Delorme"),
        ("Anna Kovac a pris la parole. Elle a nuancé les chiffres. « Nous n'avons rien perdu. »", "Anna Kovac"),
        ("Marc Delorme a évoqué le vote.\n« Nous n'avons rien perdu. »", "Marc Delorme"),
        ("« Oui », a dit Anna Kovac. Marc Delorme a critiqué ce choix. « C'est une erreur. »", "Marc Delorme"),
        ("Marc Delorme reste sceptique. « Nous n'avons rien perdu. »", "Marc Delorme"),
        ("Marc Delorme reste sceptique.\n« Nous n'avons rien perdu. »", None),
        ("Marc Delorme a critiqué le vote.\n« Nous n'avons rien perdu », a dit Anna Kovac.", "Anna Kovac"),
        ("Marc Delorme a rencontré Anna Kovac. « Nous n'avons rien perdu. »", None),
        ("Les faits ont été cités par Marc Delorme ?\n« Nous n'avons rien perdu. »", None),
    ],
)
def test_a_sentence_of_quoted_words_is_said_by_whom_the_sentence_before_tells_of(
    text: str, speaker: str | None
) -> None:
    assert values(text)[-1] == speaker


def test_a_participle_before_the_words_has_the_subject_of_its_sentence() -> None:
    spoken = "« C'est un bon texte », a dit Anna Kovac. "
    fragment = "« débat un peu long, et qui ne mène à rien »"
    assert values(f"{spoken}Marc Delorme, élu local, est sorti, trouvant le {fragment}.") == [
        "Anna Kovac",
        "Marc Delorme",
    ]
    assert values(f"{spoken}Marc Delorme aurait mené un {fragment}.") == ["Anna Kovac", "Anna Kovac"]
