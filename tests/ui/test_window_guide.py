"""The guide beside the article: at the label in hand, searched by keys, following the hand; a package's own guide."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from depeche.store.project import Project
from depeche.ui.panels.guide import GuidePanel
from tests.packages import make_package
from tests.ui.hands import Hands, settle


@pytest.fixture
def guide(hands: Hands) -> GuidePanel:
    """The guide, opened by its key with the hand on « Ilan Vorga »."""
    hands.press("F2")
    panel = hands.window.guide.panel
    assert panel is not None
    return panel


def top_line(panel: GuidePanel) -> str:
    """The words at the top of what is seen."""
    return panel.text.cursorForPosition(QPoint(20, 12)).block().text()


def count(panel: GuidePanel) -> str:
    return " ".join(panel.count.text().split())


def test_it_opens_beside_the_article_and_covers_none_of_it(hands: Hands, guide: GuidePanel):
    assert hands.dialogs == []
    assert guide.isVisible()
    view = hands.view
    corners = view.mapToGlobal(view.rect().topRight()), guide.mapToGlobal(guide.rect().topLeft())
    assert corners[0].x() <= corners[1].x()
    assert guide.field.hasFocus()


def test_it_opens_at_the_label_in_hand(hands: Hands, guide: GuidePanel):
    assert (guide.labels.currentText(), top_line(guide)) == ("Acteur", "Acteur")
    hands.press("Esc", "Tab", "F2")
    assert (hands.focused, guide.labels.currentText(), top_line(guide)) == ("samedi 12 juillet", "Date", "Date")


def test_a_key_goes_back_and_a_second_closes(hands: Hands, guide: GuidePanel):
    hands.press("Esc")
    assert hands.view.hasFocus()
    assert guide.isVisible()
    hands.press("F2", "F2")
    assert not guide.isVisible()
    assert hands.view.hasFocus()


def test_a_search_forgives_accents_counts_and_goes_round(hands: Hands, guide: GuidePanel):
    hands.type("ETE 2024")
    total = int(count(guide).split()[-1])
    assert total >= 2
    seen = []
    for _ in range(total + 1):
        seen.append((guide.labels.currentText(), count(guide).split()[0]))
        hands.press("Return")
    assert len({rank for _, rank in seen}) == total
    assert seen[0] == seen[-1]
    assert "Date" in {label for label, _ in seen}
    hands.press("Shift+Return")
    assert count(guide).split()[0] == seen[0][1]


def test_nothing_found_is_said_and_escape_clears_first(hands: Hands, guide: GuidePanel):
    hands.type("zzz")
    assert count(guide) == "rien"
    hands.press("Esc")
    assert (guide.field.text(), count(guide)) == ("", "")
    assert guide.field.hasFocus()


def test_letters_in_the_search_label_nothing(hands: Hands, guide: GuidePanel):
    hands.type("acdq x")
    assert hands.marked == []
    assert hands.focused == "Ilan Vorga"


def test_it_follows_the_hand_only_if_asked(hands: Hands, guide: GuidePanel):
    hands.press("Esc", "Tab")
    assert guide.labels.currentText() == "Acteur"
    guide.follow.setChecked(True)
    assert guide.labels.currentText() == "Date"
    hands.press("Tab")
    assert guide.labels.currentText() == "Citation"
    hands.press("C")
    assert guide.labels.currentText() == "Chiffre"


def test_examples_are_marked_and_counter_examples_struck(guide: GuidePanel):
    document = guide.text.document()
    looks = {}
    block = document.begin()
    while block.isValid():
        for fragment in (one.fragment() for one in block):
            looks.setdefault(fragment.text(), fragment.charFormat())
        block = block.next()
    assert looks["Angela Merkel"].fontUnderline()
    assert looks["Angela Merkel"].background().style() != Qt.BrushStyle.NoBrush
    assert looks["mer Rouge"].fontStrikeOut()


def test_every_control_has_a_name_and_can_be_reached(guide: GuidePanel):
    for widget in (guide.field, guide.labels, guide.text):
        assert widget.accessibleName()
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert guide.follow.text()


def test_a_project_from_a_package_shows_the_packages_guide(open_window: Callable[[Project], Hands], tmp_path: Path):
    from depeche.ingest.package import unpack

    lead = tmp_path / "lead"
    make_package(tmp_path)
    (lead / "guide.md").write_text("# Le nôtre\n\n## Acteur (ACTOR)\n\nSeulement les [chats] <b>gris</b>.\n", "utf-8")
    with Project.open(unpack(make_package(tmp_path, name="b.depeche"), tmp_path / "bilal").folder) as project:
        hands = open_window(project)
        settle(hands.window)
        hands.press("F2")
        QApplication.processEvents()
        panel = hands.window.guide.panel
        assert panel is not None
        assert "Seulement les chats <b>gris</b>." in panel.text.toPlainText()
        assert "canonique" not in panel.text.toPlainText()


def test_f11_hides_it_and_brings_it_back(hands: Hands, guide: GuidePanel):
    hands.press("Esc", "F11")
    assert not guide.isVisible()
    hands.press("F11")
    assert guide.isVisible()
    hands.press("F2", "F2", "F11", "F11")
    assert not guide.isVisible(), "what was closed stays closed"


def test_large_letters_keep_room_beside_it_and_the_list_of_marks_has_its_own_again(hands: Hands):
    before = hands.window.desk_area.sizes()
    for _ in range(10):
        hands.press("Ctrl++")
    hands.press("F2")
    article, marks = hands.window.desk_area.sizes()
    assert marks < before[1]
    assert article > marks
    hands.press("F2")
    QApplication.processEvents()
    assert hands.window.desk_area.sizes()[1] == before[1]
    hands.press("F2")
    QApplication.processEvents()
    assert hands.window.desk_area.sizes()[1] < before[1]
    hands.window.close()
    assert hands.window.desk_area.sizes()[1] == before[1], "what the next start finds"
