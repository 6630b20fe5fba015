"""A chart says the same numbers as a picture, as CSV and in words, and its picture is plain, stable SVG."""

from __future__ import annotations

import csv
import io
import itertools
import re
from dataclasses import replace
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from depeche.core import chart_scale
from depeche.core.chart import Axis, Chart, Mark, Point, Series, csv_text, described, said, table
from depeche.core.chart_frame import least_height
from depeche.core.chart_ink import DARK, HATCHINGS, LIGHT, Palette, contrast, hatching, on_paper
from depeche.core.chart_scale import Scale, amount, day_ticks, number_ticks
from depeche.core.chart_svg import draw, svg
from depeche.messages import set_language

SVG = "{http://www.w3.org/2000/svg}"
MONDAY = date(2025, 6, 2)
TINY = {"svg", "title", "desc", "rect", "path", "text", "g"}


def bars(**fields: object) -> Chart:
    categories = (Point("Acteur", 30), Point("Chiffre", 12.5), Point("Date", 0))
    return Chart(
        "labels", "Passages", Axis("Étiquette", Scale.CATEGORY), Axis("Passages"),
        (Series("Claire", categories), Series("Paul", (Point("Acteur", 7), Point("Citation", 4)))), **fields,  # type: ignore[arg-type]
    )  # fmt: skip


def lines() -> Chart:
    weeks = [MONDAY + timedelta(weeks=n) for n in range(5)]
    points = tuple(Point(day, 6.5 - n, 5.0 - n, 8.0 - n / 2, note="12 articles") for n, day in enumerate(weeks))
    goal = Series("But", (Point(weeks[0], 3), Point(weeks[-1], 3)), Mark.GUIDE)
    return Chart("minutes", "Minutes", Axis("Semaine", Scale.DAY, step=7), Axis("Minutes"),
                 (goal, Series("Claire", points, Mark.LINE)))  # fmt: skip


def reliability() -> Chart:
    points = tuple(Point(x / 10, (x / 10) ** 2, max((x / 10) ** 2 - 0.1, 0), (x / 10) ** 2 + 0.1) for x in range(1, 10))
    return Chart("reliability", "Fiabilité", Axis("Score", Scale.SHARE, high=1), Axis("Part", Scale.SHARE, high=1),
                 (Series("Scores", points, Mark.POINTS),))  # fmt: skip


def histogram() -> Chart:
    points = tuple(Point(n * 500, n * 10, to=n * 500 + 500) for n in range(6))
    return Chart("length", "Longueur", Axis("Signes"), Axis("Articles"), (Series("", points),))


EVERY = [bars(), bars(stacked=True), bars(lying=True), bars(lying=True, stacked=True), lines(), reliability(),
         histogram()]  # fmt: skip


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("chart", EVERY, ids=lambda chart: chart.name)
def test_a_picture_is_plain_svg_with_a_title_and_its_numbers_in_words(chart: Chart, palette: Palette):
    tree = ElementTree.fromstring(svg(chart, palette))
    assert {one.tag.removeprefix(SVG) for one in tree.iter()} <= TINY
    assert tree.findtext(f"{SVG}title") == chart.title
    assert tree.findtext(f"{SVG}desc") == described(chart)
    assert chart.title in [one.text for one in tree.iter(f"{SVG}text")]
    assert svg(chart, palette) == svg(chart, palette)


@pytest.mark.parametrize("chart", EVERY, ids=lambda chart: chart.name)
def test_every_number_has_its_spot_in_the_picture(chart: Chart):
    found = draw(chart, LIGHT, (700, 400))
    numbers = [said(chart, one, point) for one in chart.series if one.mark is not Mark.GUIDE for point in one.points]
    assert [spot.words for spot in found.spots] == numbers
    for spot in found.spots:
        assert -20 <= spot.x <= 700
        assert -20 <= spot.y <= 400


def test_bars_are_as_long_as_their_numbers():
    spots = {spot.words: spot for spot in draw(bars(), LIGHT).spots}
    actor, figure = spots["Claire, Acteur\u202f: 30"], spots["Claire, Chiffre\u202f: 12,5"]
    assert actor.height / figure.height == pytest.approx(30 / 12.5)
    lying = {spot.words: spot for spot in draw(bars(lying=True), LIGHT).spots}
    assert lying["Claire, Acteur\u202f: 30"].width / lying["Paul, Acteur\u202f: 7"].width == pytest.approx(30 / 7)


def test_stacked_bars_stand_on_one_another():
    claire, *_, paul, _citation = draw(bars(stacked=True), LIGHT).spots
    assert paul.y + paul.height == pytest.approx(claire.y)
    assert paul.x == claire.x


def test_csv_comes_back_as_it_was():
    rows = list(csv.reader(io.StringIO(csv_text(bars()))))
    assert rows == [["Étiquette", "Claire", "Paul"], ["Acteur", "30", "7"], ["Chiffre", "12.5", ""], ["Date", "0", ""],
                    ["Citation", "", "4"]]  # fmt: skip
    rows = list(csv.reader(io.StringIO(csv_text(lines()))))
    assert rows[0] == ["Semaine", "Claire", "Claire, de", "Claire, à"]
    assert rows[1] == ["2025-06-02", "6.5", "5", "8"]


def test_a_name_is_never_run_as_a_formula():
    trap = Chart("x", "x", Axis("Acteur", Scale.CATEGORY), Axis("n"),
                 (Series("=SUM(A1)", (Point('=HYPERLINK("http://x")', 1), Point("-3+2", -5))),))  # fmt: skip
    rows = list(csv.reader(io.StringIO(csv_text(trap))))
    assert rows == [["Acteur", "'=SUM(A1)"], ['\'=HYPERLINK("http://x")', "1"], ["'-3+2", "-5"]]


def test_a_chart_is_told_in_words():
    assert said(lines(), lines().series[1], lines().series[1].points[0]) == (
        "Claire, 2\u00a0juin 2025\u202f: 6,5 (5 à 8) — 12 articles"
    )
    assert described(bars()).startswith("Acteur\u202f: Claire 30, Paul 7. Chiffre\u202f: Claire 12,5.")
    assert table(histogram())[1][1] == ["500 à 1\u202f000", "10"]


def test_an_empty_chart_says_what_will_stand_there():
    empty = Chart("x", "Avancement", Axis(), Axis(), (Series("a", ()),), empty="Les articles terminés viendront ici.")
    texts = [one.text for one in ElementTree.fromstring(svg(empty)).iter(f"{SVG}text")]
    assert texts == ["Rien à montrer encore.", "Les articles terminés viendront ici."]
    assert csv_text(empty) == "Où,a\r\n"
    assert draw(empty).spots == ()


@pytest.mark.parametrize("palette", [LIGHT, DARK, on_paper({"ACTOR": "#ffff00", "X": "#111111"})])
def test_what_is_drawn_stands_out_from_the_ground(palette: Palette):
    inks = [palette.ink(name, 0) for name in palette.named] + [palette.ink("", n) for n in range(12)]
    assert min(contrast(ink, palette.ground) for ink in inks) >= 3
    assert contrast(palette.text, palette.ground) >= 4.5
    assert contrast(palette.muted, palette.ground) >= 4.5


def test_series_are_told_apart_without_colours():
    one = Series("a", (Point("x", 1),))
    many = Chart("x", "x", Axis("", Scale.CATEGORY), Axis(), tuple(Series(str(n), one.points) for n in range(6)))
    drawn = ElementTree.fromstring(svg(many))
    hatched = [len(group.findall(f"{SVG}path")) for group in drawn.iter(f"{SVG}g")]
    assert hatched == [0, 1, 1, 1, 1, 1]
    weeks = tuple(Series(str(n), lines().series[1].points, Mark.LINE) for n in range(3))
    dashes = re.findall(r'stroke-dasharray="([^"]+)"', svg(Chart("x", "x", lines().x, Axis(), weeks)))
    assert len(set(dashes)) == 2  # the first is solid


@given(st.sampled_from(HATCHINGS), st.floats(0, 90), st.floats(0, 90), st.floats(0.5, 80), st.floats(0.5, 80))
def test_hatching_stays_inside(kind: str, x: float, y: float, width: float, height: float):
    numbers = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", hatching(kind, x, y, width, height))]
    assert all(x - 0.01 <= n <= x + width + 0.01 for n in numbers[0::2])
    assert all(y - 0.01 <= n <= y + height + 0.01 for n in numbers[1::2])


@given(st.text(), st.text(max_size=30))
def test_any_name_makes_sound_xml(title: str, name: str):
    chart = Chart("x", title, Axis(name, Scale.CATEGORY), Axis(name), (Series(name, (Point(name, 1),)),), note=title)
    ElementTree.fromstring(svg(chart).encode("utf-8", "strict"))


@example([5e-324], Mark.BARS, False)
@example([-5e-324, 0.0], Mark.LINE, False)
@given(
    st.lists(st.floats(-1e9, 1e9), min_size=1, max_size=20),
    st.sampled_from([Mark.BARS, Mark.LINE, Mark.POINTS]),
    st.booleans(),
)
def test_any_numbers_can_be_drawn(numbers: list[float], mark: Mark, stacked: bool):
    points = tuple(Point(float(n), y) for n, y in enumerate(numbers))
    drawn = draw(Chart("x", "x", Axis(), Axis(), (Series("a", points, mark),), stacked=stacked), LIGHT, (300, 200))
    assert len(drawn.spots) == len(numbers)
    assert "nan" not in drawn.svg
    assert "inf" not in drawn.svg


def test_numbers_are_written_as_the_language_has_them():
    assert [amount(n, Scale.NUMBER) for n in (25000, 3.456, -0.5, 0, 12.04)] == [
        "25\u202f000", "3,46", "\u22120,5", "0", "12",
    ]  # fmt: skip
    assert amount(0.425, Scale.SHARE) == "42,5\u202f%"
    assert amount(MONDAY.toordinal(), Scale.DAY) == "2\u00a0juin 2025"
    set_language("en")
    try:
        assert amount(25000.5, Scale.NUMBER) == "25,000.5"
        assert amount(0.425, Scale.SHARE) == "42.5%"
    finally:
        set_language(None)


def test_ticks_stand_at_round_places():
    assert [tick.words for tick in number_ticks(0, 3, 10, Scale.NUMBER, whole=True)] == ["0", "1", "2", "3"]
    assert [tick.words for tick in number_ticks(0, 1, 5, Scale.SHARE, whole=False)][-1] == "100\u202f%"
    one_year = day_ticks(date(2024, 12, 20).toordinal(), date(2025, 12, 20).toordinal(), 12)
    assert one_year[0] == chart_scale.Tick(date(2025, 1, 1).toordinal(), "1er\u00a0janv.", "2025")
    assert len(one_year) == 12
    mondays = day_ticks(MONDAY.toordinal(), MONDAY.toordinal() + 60, 9)
    assert {date.fromordinal(int(tick.at)).weekday() for tick in mondays} == {0}


@given(st.integers(1, 3_000_000), st.integers(0, 20_000), st.integers(1, 20))
def test_days_never_get_many_more_ticks_than_there_is_room(start: int, length: int, most: int):
    assert len(day_ticks(start, start + length, most)) <= max(most, 12)


@given(st.integers(2, 32), st.integers(13, 20))
def test_every_lying_bar_has_its_name_at_the_least_height(n: int, em: int):
    names = [f"Nom numéro {k} d’une puissance" for k in range(n)]
    points = tuple(Point(name, k + 1.0) for k, name in enumerate(names))
    chart = Chart("x", "Les noms", Axis("Acteur", Scale.CATEGORY), Axis("Passages"), (Series("", points),), lying=True)
    high = round(least_height(chart, float(em)))
    drawn = draw(chart, LIGHT, (640, high), font_px=float(em)).svg
    placed = re.findall(r'y="([\d.]+)" font-size="([\d.]+)"[^>]*>Nom numéro', drawn)
    assert len(placed) == n
    steps = [float(b) - float(a) for (a, _), (b, _) in itertools.pairwise(placed)]
    assert min(steps) >= 0.95 * float(placed[0][1]), "names don't run into one another"
    assert least_height(replace(chart, lying=False), em) == 0
