"""What the figure source marks, what it leaves alone, and what its values say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.core.article import Article
from depeche.core.suggestion import Suggestion
from depeche.suggest.figures import Figures, is_figure_value, parse_figure
from tests.examples import examples
from tests.growth import in_proportion

NNBSP, NBSP, THIN = "\u202f", "\u00a0", "\u2009"


def found_in(text: str, *dates: str) -> list[tuple[str, str, str | None, str | None]]:
    """Return (words, value, unit, mod) of every figure proposed, with `dates` claimed by the date source."""
    claimed = [Suggestion(text.index(d), text.index(d) + len(d), "DATE") for d in dates]
    proposed = Figures().propose(Article(text), claimed)
    return [(text[s.start : s.end], str(s.value), s.attrs.get("unit"), s.attrs.get("mod")) for s in proposed]


def words_in(text: str, *dates: str) -> list[str]:
    return [words for words, *_ in found_in(text, *dates)]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Le port emploie 11.000 dockers étrangers.", ("11.000", "11000", "dockers", None)),
        (f"Le port emploie 11{NNBSP}000 dockers.", (f"11{NNBSP}000", "11000", "dockers", None)),
        (f"Le port emploie 11{NBSP}000 dockers.", (f"11{NBSP}000", "11000", "dockers", None)),
        (f"Le port emploie 1{THIN}011{THIN}000 dockers.", (f"1{THIN}011{THIN}000", "1011000", "dockers", None)),
        ("Le port emploie 11 000 dockers.", ("11 000", "11000", "dockers", None)),
        ("La dette atteint 2,5 milliards d'euros cette fois.", ("2,5 milliards d'euros", "2500000000", "EUR", None)),
        ("Un prêt de 12 milliards de dollars a suivi.", ("12 milliards de dollars", "12000000000", "USD", None)),
        ("Un don de 3 Md€ est prévu.", ("3 Md€", "3000000000", "EUR", None)),
        ("Un don de 40 M$ est prévu.", ("40 M$", "40000000", "USD", None)),
        ("Il a payé €5 au guichet.", ("€5", "5", "EUR", None)),
        ("Une amende de 500 dollars canadiens.", ("500 dollars canadiens", "500", "CAD", None)),
        ("La centrale fournit 200 MW au réseau.", ("200 MW", "200", "MW", None)),
        (f"La hausse est de 12,5{NNBSP}%.", (f"12,5{NNBSP}%", "12.5", "%", None)),
        ("La hausse est de cinq pour cent.", ("cinq pour cent", "5", "%", None)),
        ("Elle gagne 2.5 points de pourcentage.", ("2.5 points de pourcentage", "2.5", "points de pourcentage", None)),
        ("La frontière passe à 300 kilomètres de là.", ("300 kilomètres", "300", "km", None)),
        ("Une zone de 40 kilomètres carrés brûle.", ("40 kilomètres carrés", "40", "km²", None)),
        ("Le pays extrait 300 barils par jour.", ("300 barils par jour", "300", "barils par jour", None)),
        ("Un vol part deux fois par semaine.", ("deux fois par semaine", "2", "fois par semaine", None)),
        ("Une escale de trois jours est prévue.", ("trois jours", "3", "jours", None)),
        ("Une trêve d'un mois et demi a tenu.", ("un mois et demi", "1.5", "mois", None)),
        ("Le doyen, 85 ans, a parlé.", ("85 ans", "85", "ans", None)),
        ("Il fait -10 °C au nord.", ("-10 °C", "-10", "°C", None)),
    ],
)
def test_digits_carry_their_multiple_and_measure(text: str, figure: tuple[str, ...]) -> None:
    assert found_in(text) == [figure]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("On compte soixante-dix blessés.", "soixante-dix", "70"),
        ("On compte soixante et onze blessés.", "soixante et onze", "71"),
        ("On compte vingt-et-un blessés.", "vingt-et-un", "21"),
        ("On compte quatre-vingts blessés.", "quatre-vingts", "80"),
        ("On compte septante-cinq blessés.", "septante-cinq", "75"),
        ("On compte nonante blessés.", "nonante", "90"),
        ("On compte mille blessés.", "mille", "1000"),
        ("On compte deux mille cinq cents blessés.", "deux mille cinq cents", "2500"),
        ("On compte un million deux cent mille blessés.", "un million deux cent mille", "1200000"),
        ("On compte deux millions et demi de blessés.", "deux millions et demi", "2500000"),
        ("On compte deux douzaines de blessés.", "deux douzaines", "24"),
    ],
)
def test_number_words_have_their_value(text: str, words: str, value: str) -> None:
    assert found_in(text) == [(words, value, "blessés", None)]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("De 25.000 à 30.000 recrues.", ("25.000 à 30.000", "25000..30000", "recrues", None)),
        ("De 25 à 30.000 recrues.", ("25 à 30.000", "25000..30000", "recrues", None)),
        ("Soit entre 20 et 30 % du total.", ("entre 20 et 30 %", "20..30", "%", None)),
        ("Une hausse de 2 à 3 % suivra.", ("2 à 3 %", "2..3", "%", None)),
        ("Il y faut 20 à 30 millions d'euros.", ("20 à 30 millions d'euros", "20000000..30000000", "EUR", None)),
        ("Il y a eu 200-300 morts.", ("200-300", "200..300", "morts", None)),
        ("Il reste deux ou trois obstacles.", ("deux ou trois", "2..3", "obstacles", None)),
        ("Entre environ 10 et 15 chars.", ("Entre environ 10 et 15", "10..15", "chars", "about")),
    ],
)
def test_a_range_is_one_figure(text: str, figure: tuple[str, ...]) -> None:
    assert found_in(text) == [figure]


def test_going_from_one_amount_to_another_gives_two_figures() -> None:
    assert words_in("Le taux est passé de 2 à 3 %.") == ["2", "3 %"]


@pytest.mark.parametrize(
    ("text", "words", "value", "mod"),
    [
        ("Jusqu’à 25 000 hommes.", "Jusqu’à 25 000", "..25000", "at_most"),
        ("Quelque 600 hommes.", "Quelque 600", "~600", "about"),
        ("Près de 600 hommes.", "Près de 600", "~600", "about"),
        ("Un peu plus de 600 hommes.", "Un peu plus de 600", "600..", "more_than"),
        ("Moins de 600 hommes.", "Moins de 600", "..600", "less_than"),
        ("Pas moins de 600 hommes.", "Pas moins de 600", "600..", "at_least"),
        ("Au moins quelque 600 hommes.", "Au moins quelque 600", "600..", "at_least"),
        ("Plus d'un millier d'hommes.", "Plus d'un millier", "1000..", "more_than"),
        ("Une douzaine d'hommes.", "Une douzaine", "~12", "about"),
        ("Une bonne centaine d'hommes.", "Une bonne centaine", "~100", "about"),
        ("Des milliers d'hommes.", "Des milliers", "2000..", "at_least"),
        ("Plusieurs milliers d'hommes.", "Plusieurs milliers", "2000..", "at_least"),
        ("Quelques centaines d'hommes.", "Quelques centaines", "200..", "at_least"),
        ("Des dizaines de milliers d'hommes.", "Des dizaines de milliers", "20000..", "at_least"),
    ],
)
def test_bounds_and_approximations_belong_to_the_span(text: str, words: str, value: str, mod: str) -> None:
    assert found_in(text) == [(words, value, "hommes", mod)]


def test_a_bound_may_follow_the_measure() -> None:
    assert found_in("Ouvert aux 18 ans et plus.") == [("18 ans et plus", "18..", "ans", "at_least")]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Un tiers des voix.", "Un tiers", "1/3"),
        ("Les deux tiers des voix.", "deux tiers", "2/3"),
        ("Les trois quarts des voix.", "trois quarts", "3/4"),
        ("La moitié des voix.", "moitié", "50 %"),
        ("Plus de la moitié des voix.", "Plus de la moitié", "50 %.."),
    ],
)
def test_shares(text: str, words: str, value: str) -> None:
    assert [figure[:2] for figure in found_in(text)] == [(words, value)]


def test_the_counted_noun_stays_outside_and_gives_the_unit() -> None:
    text = "On signale 15 nouveaux cas, 12 F-16, 600 autres blessés, des milliers d'autres civils et deux sous-marins."
    assert [(words, unit) for words, _, unit, _ in found_in(text)] == [
        ("15", "cas"),
        ("12", "F-16"),
        ("600", "blessés"),
        ("des milliers", "civils"),
        ("deux", "sous-marins"),
    ]


def test_a_figure_never_crosses_a_quotation_mark_yet_keeps_its_bound() -> None:
    text = 'Le rapport évoque jusqu\'à "neuf millions de cartouches" livrées.'
    assert found_in(text) == [("neuf millions", "..9000000", "cartouches", "at_most")]


def test_a_figure_ends_with_its_line() -> None:
    assert words_in("Un bilan de plus de 12 000\n300 soldats, près de\n40 chars") == ["plus de 12 000", "300", "40"]


@pytest.mark.parametrize(
    "text",
    [
        "La deuxième fois, le 2e rang, le XXe siècle, la 1re place.",
        "Le G7, les 5+1, un F-16, un Su-35, un T-72, un 4x4, le Covid-19.",
        "L'article 5, les résolutions 1701 et 1559, la page 12, le n° 3, le numéro un.",
        "Le Boeing 737 s'est posé.",
        "Le gazoduc Nord Stream 2 est fermé.",
        "La guerre de Cent Ans et les Vingt-Sept.",
        "Le sommet s'ouvre à 20h30, puis à 14 h 30 et à 20 heures.",
        "Les deux pays, les chefs des deux partis, aux deux parties, ces deux hommes.",
        "Tous les trois sont rentrés.",
        "Un homme a vu une femme, puisqu'un jour viendra et qu'un week-end commence.",
        "Un véhicule neuf, tolérance zéro.",
        "Appelez le 01 42 34 56 78.",
        "Voir https://exemple.org/2024/12/300 ou 300@exemple.org.",
        "Ils ont gagné 2-1, puis 6-4.",
        "En 2024, depuis 1998, fin 2019, les années 90, la guerre de 2014-2015 (2001).",
        "Le 12 juillet, samedi 12, du 12 au 15 juillet, les 12, 13 et 14 juillet.",
        "Il y a tout juste dix ans.",
        "Il y a dix jours, depuis plus de trois ans, trois jours plus tard, les deux derniers mois.",
    ],
)
def test_numbers_that_count_nothing_are_left_alone(text: str) -> None:
    assert words_in(text) == []


def test_list_numbers_are_left_alone() -> None:
    assert words_in("1. Le retrait\n2) La trêve de 3 mois") == ["3 mois"]


def test_nothing_overlaps_a_date_that_was_found_before() -> None:
    text = "En 48 heures, 300 hommes ont franchi 12 km."
    assert words_in(text, "48 heures") == ["300", "12 km"]


def test_a_sentence_measures_and_a_countdown_is_a_date() -> None:
    assert words_in("Condamné à cinq ans de prison à deux jours du vote.") == ["cinq ans"]


def test_a_rate_is_no_year_to_come() -> None:
    assert words_in("Un taux de 2 % l'an, puis de 3 % l'an prochain.") == ["2 % l'an", "3 %"]


def test_hours_that_measure_are_figures() -> None:
    assert words_in("Une trêve de 48 heures, à deux heures de route.") == ["48 heures", "deux heures"]


def test_offsets_hold_behind_emoji_and_combining_marks() -> None:
    text = "🇫🇷 Après l'e\u0301lection, jusqu\u2019a\u0300 300\u202fblesse\u0301s.\r\n"
    (figure,) = Figures().propose(Article(text), [])
    assert text[figure.start : figure.end] == "jusqu\u2019a\u0300 300"
    assert figure.value == "..300"


def test_a_suggestion_says_why_and_by_whom() -> None:
    (figure,) = Figures().propose(Article("Jusqu'à 300 hommes."), [])
    assert (figure.label, figure.source, figure.version) == ("FIGURE", "figures", "2")
    assert figure.reason == "nombre en chiffres, borne haute «\u202fJusqu'à\u202f»"
    assert 0 < figure.score < 1


@pytest.mark.parametrize(
    ("text", "parsed"),
    [
        ("25.000 à 30.000", ("25000..30000", None, None)),
        ("jusqu'à 25 000", ("..25000", None, "at_most")),
        ("12 milliards d'euros", ("12000000000", "EUR", None)),
        ("quelque 600", ("~600", None, "about")),
        ("une douzaine", ("~12", None, "about")),
        ("12,5 %", ("12.5", "%", None)),
        ("25.000", ("25000", None, None)),
        ("2,5", ("2.5", None, None)),
        ("11.000 soldats nord-coréens", ("11000", "soldats", None)),
        ("la moitié", ("50 %", "%", None)),
        ("..25000", ("..25000", None, "at_most")),
        ("2000..", ("2000..", None, "at_least")),
        ("25000..30000", ("25000..30000", None, None)),
        ("~600", ("~600", None, "about")),
        ("1/3", ("1/3", None, None)),
    ],
)
def test_what_an_annotator_types_is_parsed(text: str, parsed: tuple[str, str | None, str | None]) -> None:
    assert parse_figure(text) == parsed


@pytest.mark.parametrize("text", ["", "  ", "beaucoup", "..", "5 et 6", "hier, 12 hommes"])
def test_what_is_no_figure_is_not_parsed(text: str) -> None:
    assert parse_figure(text) is None


@pytest.mark.parametrize("value", ["11000", "25000..30000", "..25000", "2000..", "~600", "1/3", "2.5", "-10", "50 %"])
def test_values_of_the_guide_are_values(value: str) -> None:
    assert is_figure_value(value)


@pytest.mark.parametrize("value", ["", "..", "25 000", "2,5", "environ 600", "~", "1/", None, 12, "12\n"])
def test_other_spellings_are_no_values(value: object) -> None:
    assert not is_figure_value(value)


PIECES = st.sampled_from(
    "12 ; 25.000 ;, ;. ;- ;/ ;' ;de ;d' ;entre ;et ;à ;un ;deux ;cent ;mille ;millions ;tiers ;moitié ;la ;plus ;"
    "jusqu' ;« ;\" ;% ;€ ;km ;h ;\n;par ;jour ;des ;milliers ;virgule ;zéro ;0 ;soldats ;demi ;fois ;9999999999".split(
        ";"
    )
)


@examples(150)
@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=25).map("".join)))
def test_any_text_gives_ordered_spans_with_legal_values(text: str) -> None:
    last = 0
    for figure in Figures().propose(Article(text), []):
        assert last <= figure.start < figure.end <= len(text)
        assert text[figure.start : figure.end].strip() == text[figure.start : figure.end]
        assert is_figure_value(figure.value)
        last = figure.end
    parsed = parse_figure(text)
    assert parsed is None or is_figure_value(parsed[0])


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Sur la liste, dont un quart auraient fui.", [("un quart", "1/4")]),
        ("Le budget recule d'un tiers par rapport au plan.", [("un tiers", "1/3")]),
        ("Il faut réduire des deux tiers la dette.", [("deux tiers", "2/3")]),
        ("Le colis a été remis par un tiers au gardien.", []),
        ("Elle défend un tiers payant et le tiers monde.", []),
        ("Elle jouera un quart de finale.", []),
        ("Il brigue un cinquième mandat.", []),
        ("La moitié au moins des élus partent.", [("moitié au moins", "50 %..")]),
        ("Le quart au plus des sièges est vide.", [("quart au plus", "..1/4")]),
        ("À peu près la moitié du parc brûle.", [("À peu près la moitié", "~50 %")]),
        ("Pratiquement les deux tiers du parc brûlent.", [("Pratiquement les deux tiers", "~2/3")]),
        ("Jusqu'à la moitié du parc brûle.", [("Jusqu'à la moitié", "..50 %")]),
    ],
)
def test_a_share_needs_no_noun_but_is_no_compound(text: str, figures: list[tuple[str, str]]) -> None:
    assert [(words, value) for words, value, *_ in found_in(text)] == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Le blé a bondi de 7 à 9 % en un jour.", ["7 à 9 %"]),
        ("Les loyers ont augmenté de 2 à 3 %.", ["2 à 3 %"]),
        ("Le porte-parole table sur une hausse de 3 à 5 %.", ["3 à 5 %"]),
        ("Il vise une portée de 300 à 500 km.", ["300 à 500 km"]),
        ("Le taux a été porté de 2 à 3 %.", ["2", "3 %"]),
        ("Le taux est passé de 2 à 3 %.", ["2", "3 %"]),
        ("Il veut relever l'âge légal de 62 à 64 ans.", ["62", "64 ans"]),
    ],
)
def test_only_verbs_of_passage_tear_a_range_apart(text: str, figures: list[str]) -> None:
    assert words_in(text)[: len(figures)] == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Élu par 110 voix sur 230 hier.", [("110", "voix"), ("230", "voix")]),
        ("Neuf juges sur quinze ont dit non.", [("Neuf", "juges"), ("quinze", "juges")]),
        ("Huit sur dix ont dit non.", [("Huit sur dix", None)]),
        ("Un enfant sur cinq a dit non.", [("Un enfant sur cinq", "enfants")]),
        ("Ils ont gagné quatre courses sur quatre.", [("quatre", "courses"), ("quatre", "courses")]),
        ("Le devoir est noté sur 20.", []),
        ("Le port vit 24 heures sur 24.", [("24 heures", "heures")]),
    ],
)
def test_the_whole_behind_sur_is_a_figure_too(text: str, figures: list[tuple[str, str | None]]) -> None:
    assert [(words, unit) for words, _, unit, _ in found_in(text)] == figures


@pytest.mark.parametrize(
    ("text", "words", "unit"),
    [
        ("L'usine produit 12 000 000 de litres par an.", "12 000 000 de litres par an", "L par an"),
        ("Le navire croise à 60 milles des côtes.", "60 milles", "milles"),
        ("Une audience record (3,1 millions) ce soir.", "3,1 millions", None),
        ("Le kilo vaut six centimes d'euro.", "six centimes d'euro", "centimes d'euro"),
        ("Il a versé plus de cent kwachas.", "plus de cent kwachas", "MWK"),
        ("Un café coûte 3 leva.", "3 leva", "BGN"),
        ("Le sac vaut 900 nairas.", "900 nairas", "NGN"),
        ("Le sac vaut 3 000 dinars.", "3 000 dinars", "dinars"),
        ("Un écart de 1,7 point les sépare.", "1,7 point", "points"),
        ("Le parti perd 3 points.", "3 points", "points"),
        ("Le parti a 5 points d'avance.", "5 points", "points"),
        ("Elle présente un plan en 12 points.", "12", "points"),
        ("L'armée tient trois points de contrôle.", "trois", "points"),
        ("On compte 12 milles hommes.", "12", "milles"),
        ("Un quart d'heure plus tard, le toit cède.", "Un quart d'heure", "heures"),
        ("Il marque sept minutes avant la pause.", "sept minutes", "minutes"),
    ],
)
def test_measures_and_currencies_of_the_world(text: str, words: str, unit: str | None) -> None:
    assert [(w, u) for w, _, u, _ in found_in(text)] == [(words, unit)]


@pytest.mark.parametrize(
    "piece",
    [
        "12 à ",
        "deux ",
        "plus de ",
        "1.",
        "1 000 ",
        "a.b+",
        "entre 2 et ",
        "millions de ",
        "9",
        "12, ",
        "un peu plus de 2e ",
    ],
)
def test_time_grows_with_the_length_of_the_text(piece: str) -> None:
    assert in_proportion(lambda n: Figures().propose(Article(piece * n), []), 800, 8_000)
