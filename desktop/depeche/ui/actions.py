"""Every action of the window in one table: name, words, keys, menu and deed. Menus, shortcuts and the help read it.

Keys are the same letters on AZERTY and QWERTY; digits come with the sign that AZERTY has on the same key, so that they
need no Shift there. Single keys act while the article or the list of spans has the focus, never in a text field.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from depeche.core.article import State
from depeche.core.order import Order, order_words
from depeche.core.scheme import Scheme
from depeche.messages import tr

if TYPE_CHECKING:
    from depeche.ui.window import Window

AZERTY_DIGITS = "&é\"'(-è_ç"
"""What the keys 1 to 9 give on AZERTY without Shift."""
BY_LETTER = "+letter"
"""How the names of the actions end that label what a letter stands at; no label's name has a sign like that."""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a person can do. `anywhere`: also while another part of the window has the focus.

    `choice`: it is one of several of which one holds, in a menu of that name below `menu`.
    """

    name: str
    words: str
    keys: tuple[str, ...]
    menu: str
    deed: Callable[[Window], object]
    anywhere: bool = False
    needs_article: bool = True
    choice: str = ""


def table() -> list[Action]:
    """Return all actions but the label keys, which the scheme decides, in the order of the menus."""
    file, edit, doubt, words = tr("&Fichier"), tr("É&dition"), tr("&Suggestions"), tr("&Passage")
    article, view, helping = tr("&Article"), tr("Afficha&ge"), tr("A&ide")
    found = [
        _wide("new", tr("Nouveau projet…"), ("Ctrl+N",), file, lambda w: w.dialogs.new_project()),
        _wide("open", tr("Ouvrir un projet…"), ("Ctrl+O",), file, lambda w: w.dialogs.open_project()),
        _wide("open_package", tr("Ouvrir un lot de travail…"), (), file, lambda w: w.packages.choose()),
        _wide("give_back", tr("Rendre le travail…"), (), file, lambda w: w.packages.give_back()),
        _wide("ingest", tr("Importer des articles…"), ("Ctrl+I",), file, lambda w: w.dialogs.ingest()),
        _wide("export", tr("Exporter…"), ("Ctrl+E",), file, lambda w: w.dialogs.export()),
        _wide("backup", tr("Faire une copie de sécurité"), (), file, lambda w: w.work.back_up()),
        _wide("check", tr("Vérifier le projet"), (), file, lambda w: w.work.check()),
        _wide("close", tr("Fermer le projet"), ("Ctrl+W",), file, lambda w: w.close_project()),
        _wide("quit", tr("Quitter"), ("Ctrl+Q",), file, lambda w: w.close()),
        _wide("undo", tr("Annuler l’action"), ("Ctrl+Z",), edit, lambda w: w.labels.undo()),
        _wide("redo", tr("Rétablir"), ("Ctrl+Y", "Ctrl+Shift+Z"), edit, lambda w: w.labels.redo()),
        _wide("history", tr("Historique…"), ("Ctrl+H",), edit, lambda w: w.dialogs.history()),
        _wide("registry", tr("Registre des acteurs…"), ("Ctrl+R",), edit, lambda w: w.dialogs.actors()),
        _wide("search", tr("Rechercher dans le projet…"), ("Ctrl+Shift+F",), edit, lambda w: w.dialogs.search()),
        _wide("labels", tr("Étiquettes…"), ("F3",), edit, lambda w: w.labels.edit()),
        _wide("stories", tr("Récits et contradictions…"), ("F4",), edit, lambda w: w.stories.open()),
        _wide("same_story", tr("Articles du même récit…"), ("Shift+F4",), edit,
              lambda w: w.stories.open(to_board=True)),
        _wide("radar", tr("Radar de cohérence…"), ("F8", "Ctrl+Shift+R"), edit, lambda w: w.radar.open()),
        _wide("bindings", tr("Changer les touches…"), ("Ctrl+K",), edit, lambda w: w.keys.open()),
        _wide("preferences", tr("Préférences…"), ("Ctrl+,",), edit, lambda w: w.keys.preferences()),
        _wide("notes", tr("Cas limites…"), ("Ctrl+Shift+B",), edit, lambda w: w.notes.list_all()),
        _wide("statistics", tr("Statistiques…"), ("F7",), edit, lambda w: w.statistics.open()),
        _wide("learning", tr("Apprentissage…"), ("F9",), edit, lambda w: w.learning.open()),
        _wide("find", tr("Filtrer les articles"), ("Ctrl+F",), edit, lambda w: w.articles_panel.focus_filter()),
        Action("next_doubt", tr("Suggestion suivante"), ("Tab",), doubt, lambda w: w.step_doubt(1)),
        Action("previous_doubt", tr("Suggestion précédente"), ("Shift+Tab",), doubt,
               lambda w: w.step_doubt(-1)),
        Action("accept", tr("Accepter"), ("Space",), doubt, lambda w: w.session.accept()),
        Action("reject", tr("Rejeter la suggestion, ou supprimer le passage"), ("X", "Del", "Backspace"), doubt,
               lambda w: w.session.reject()),
        Action("accept_above", tr("Accepter les plus sûres…"), ("Shift+Space",), doubt,
               lambda w: w.bulk.accept_above()),
        Action("accept_label", tr("Accepter celles de cette étiquette…"), ("J",), doubt,
               lambda w: w.bulk.accept_label()),
        Action("accept_alike", tr("Accepter les mêmes…"), ("Shift+J",), doubt, lambda w: w.bulk.accept_alike()),
        Action("reject_everywhere", tr("Rejeter partout…"), ("Shift+X",), doubt, lambda w: w.bulk.reject_everywhere()),
        _wide("suggest", tr("Chercher des suggestions"), ("F5",), doubt, lambda w: w.work.suggest()),
        _wide("suggest_model", tr("Chercher avec une chaîne spaCy…"), (), doubt,
              lambda w: w.dialogs.suggest_with_model()),
        Action("next_mark", tr("Passage suivant"), ("Down",), words, lambda w: w.strokes.step_mark(1)),
        Action("previous_mark", tr("Passage précédent"), ("Up",), words, lambda w: w.strokes.step_mark(-1)),
        Action("five_down", tr("Cinq passages plus loin"), ("Shift+Down",), words, lambda w: w.strokes.step_marks(5)),
        Action("five_up", tr("Cinq passages plus haut"), ("Shift+Up",), words, lambda w: w.strokes.step_marks(-5)),
        Action("next_unmarked", tr("Oubli possible suivant"), (";",), words, lambda w: w.strokes.step_unmarked(1)),
        Action("previous_unmarked", tr("Oubli possible précédent"), (",",), words,
               lambda w: w.strokes.step_unmarked(-1)),
        Action("reach", tr("Autres bornes vraisemblables"), ("Shift+E",), words, lambda w: w.strokes.reach()),
        Action("start_left", tr("Début : un mot avant"), ("U",), words, lambda w: w.session.move_border("start", -1)),
        Action("start_right", tr("Début : un mot après"), ("I",), words, lambda w: w.session.move_border("start", 1)),
        Action("end_left", tr("Fin : un mot avant"), ("O",), words, lambda w: w.session.move_border("end", -1)),
        Action("end_right", tr("Fin : un mot après"), ("P",), words, lambda w: w.session.move_border("end", 1)),
        Action("start_left_5", tr("Début : cinq mots avant"), ("Shift+U",), words,
               lambda w: w.session.move_border("start", -5)),
        Action("start_right_5", tr("Début : cinq mots après"), ("Shift+I",), words,
               lambda w: w.session.move_border("start", 5)),
        Action("end_left_5", tr("Fin : cinq mots avant"), ("Shift+O",), words,
               lambda w: w.session.move_border("end", -5)),
        Action("end_right_5", tr("Fin : cinq mots après"), ("Shift+P",), words,
               lambda w: w.session.move_border("end", 5)),
        Action("kind", tr("Genre suivant (personne, organisation…)"), ("G",), words, lambda w: w.values.next_kind()),
        Action("kind_back", tr("Genre précédent"), ("Shift+G",), words, lambda w: w.values.next_kind(-1)),
        Action("value", tr("Écrire la valeur"), ("V",), words, lambda w: w.sight.edit_value()),
        Action("attributes", tr("Attributs…"), ("Shift+V",), words, lambda w: w.labels.attributes()),
        Action("no_value", tr("Sans valeur"), ("0", "à"), words, lambda w: w.values.choose_none()),
        Action("reading", tr("Autre valeur possible"), ("L",), words, lambda w: w.values.next_reading()),
        Action("confirm", tr("Confirmer l’acteur partout…"), ("R",), words, lambda w: w.known_actors.draft()),
        Action("power", tr("Ville : lieu ou puissance"), ("K",), words, lambda w: w.turns.place_or_power()),
        Action("everywhere", tr("Étiqueter partout…"), ("W",), words, lambda w: w.bulk.label_everywhere()),
        _wide("note", tr("Noter un cas limite…"), ("Ctrl+B",), words, lambda w: w.notes.write()),
        Action("outer", tr("Passage englobant"), ("E",), words, lambda w: w.focus_outer()),
        Action("token_left", tr("Mot précédent"), ("Left",), words, lambda w: w.session.step_token(-1)),
        Action("token_right", tr("Mot suivant"), ("Right",), words, lambda w: w.session.step_token(1)),
        Action("extend_left", tr("Étendre la sélection à gauche"), ("Shift+Left",), words,
               lambda w: w.session.step_token(-1, extend=True)),
        Action("extend_right", tr("Étendre la sélection à droite"), ("Shift+Right",), words,
               lambda w: w.session.step_token(1, extend=True)),
        Action("jump_left", tr("Dix mots avant"), ("Ctrl+Left",), words, lambda w: w.session.step_token(-10)),
        Action("jump_right", tr("Dix mots après"), ("Ctrl+Right",), words, lambda w: w.session.step_token(10)),
        Action("let_go", tr("Lâcher la sélection"), ("Esc",), words, lambda w: w.let_go()),
        Action("done", tr("Terminé, et article suivant"), ("F",), article, lambda w: w.session.finish()),
        Action("flag", tr("Signaler l’article"), ("M",), article, lambda w: w.session.set_state(State.FLAGGED)),
        Action("skip", tr("Passer l’article"), ("S",), article, lambda w: w.session.skip()),
        Action("todo", tr("Remettre à faire"), ("T",), article, lambda w: w.session.set_state(State.TODO)),
        Action("next_article", tr("Article suivant"), ("N", "Ctrl+PgDown"), article,
               lambda w: w.session.step_article(1)),
        Action("previous_article", tr("Article précédent"), ("B", "Ctrl+PgUp"), article,
               lambda w: w.session.step_article(-1)),
        Action("unmask", tr("Prendre la ligne grisée pour du texte"), ("H",), article, lambda w: w.turns.unmask()),
        Action("mask", tr("Griser de nouveau la ligne"), ("Shift+H",), article, lambda w: w.turns.mask()),
        _wide("date", tr("Date de publication…"), ("Ctrl+D",), article, lambda w: w.dialogs.publication_date()),
        _wide("next_order", tr("Changer d’ordre"), ("Ctrl+T",), article, lambda w: w.queueing.turn()),
        *(
            Action(f"order_{order}", order_words(order), (), article, lambda w, one=order: w.queueing.use(one),  # type: ignore[misc]
                   anywhere=True, choice=tr("Ordre"))
            for order in Order
        ),
        _wide("blind", tr("Articles témoins…"), ("Ctrl+Shift+T",), article, lambda w: w.blind.open()),
        _wide("larger", tr("Texte plus grand"), ("Ctrl++", "Ctrl+="), view, lambda w: w.zoom(1)),
        _wide("smaller", tr("Texte plus petit"), ("Ctrl+-",), view, lambda w: w.zoom(-1)),
        _wide("normal", tr("Taille normale"), ("Ctrl+0", "Ctrl+à"), view, lambda w: w.zoom(0)),
        _wide("wider", tr("Lignes plus longues"), ("Ctrl+Shift+Right",), view, lambda w: w.sight.widen(1)),
        _wide("narrower", tr("Lignes plus courtes"), ("Ctrl+Shift+Left",), view, lambda w: w.sight.widen(-1)),
        _wide("usual_width", tr("Longueur de ligne normale"), (), view, lambda w: w.sight.widen(0)),
        _wide("unseen", tr("Espaces insécables et caractères invisibles"), ("Ctrl+Shift+N",), view,
              lambda w: w.sight.turn_unseen()),
        _wide("minimap", tr("Carte de l’article"), ("Ctrl+M",), view, lambda w: w.sight.turn_minimap()),
        _wide("alone", tr("Concentration"), ("F11",), view, lambda w: w.sight.turn_alone()),
        _wide("guide", tr("Guide d’annotation"), ("F2",), view, lambda w: w.guide.open()),
        _wide("panel", tr("Partie suivante de la fenêtre"), ("F6",), view, lambda w: w.next_part(1)),
        _wide("panel_back", tr("Partie précédente"), ("Shift+F6",), view, lambda w: w.next_part(-1)),
        *(
            Action(name, words, (), view, deed, anywhere=True, needs_article=False, choice=choice)
            for choice, name, words, deed in _preferences()
        ),
        _wide("keys", tr("Touches"), ("F1", "?"), helping, lambda w: w.dialogs.keys()),
        _wide("tutorial", tr("Didacticiel"), ("F12",), helping, lambda w: w.tutor.open()),
        _wide("about", tr("À propos de Dépêche"), (), helping, lambda w: w.dialogs.about()),
    ]  # fmt: skip
    for rank, sign in enumerate(AZERTY_DIGITS):
        found.append(
            Action(
                f"choose_{rank + 1}",
                tr("Valeur possible n° {rank}", rank=rank + 1),
                (str(rank + 1), sign),
                words,
                lambda w, at=rank: w.values.choose(at),  # type: ignore[misc]
            )
        )
    return found


def labels(scheme: Scheme) -> list[Action]:
    """Return the actions that label, with the keys that the scheme gives them: `label_ACTOR`, `label_ACTOR+letter`."""
    found = []
    for one in scheme.active:
        key = one.key.upper()
        found += [
            Action(
                f"label_{one.label}",
                tr("Étiqueter : {name}", name=one.name),
                (key,) if key else (),
                tr("&Passage"),
                lambda w, label=one.label: w.session.label(label),  # type: ignore[misc]
            ),
            Action(
                f"label_{one.label}{BY_LETTER}",
                tr("Étiqueter un oubli par sa lettre : {name}", name=one.name),
                (f"Shift+{key}",) if key.isalpha() else (),
                tr("&Passage"),
                lambda w, label=one.label: w.letters.start(label),  # type: ignore[misc]
            ),
        ]
    return found


def _preferences() -> list[tuple[str, str, str, Callable[[Window], object]]]:
    """Return what a person can choose for all projects: menu, name, words (a language's own in itself) and deed."""
    theme, letters, language = tr("&Thème"), tr("Caractères"), tr("&Langue")
    return [
        (theme, "theme_system", tr("Comme le système"), lambda w: w.use_theme("system")),
        (theme, "theme_light", tr("Clair"), lambda w: w.use_theme("light")),
        (theme, "theme_dark", tr("Sombre"), lambda w: w.use_theme("dark")),
        (letters, "letters_serif", tr("Avec empattements"), lambda w: w.sight.use_letters("serif")),
        (letters, "letters_sans", tr("Sans empattements"), lambda w: w.sight.use_letters("sans")),
        (letters, "letters_airy", tr("Sans empattements, espacés"), lambda w: w.sight.use_letters("airy")),
        (language, "language_fr", "Français", lambda w: w.use_language("fr")),
        (language, "language_en", "English", lambda w: w.use_language("en")),
    ]


def _wide(name: str, words: str, keys: tuple[str, ...], menu: str, deed: Callable[[Window], object]) -> Action:
    project_free = {
        "new", "open", "quit", "keys", "about", "larger", "smaller", "normal", "panel", "panel_back", "tutorial"
    }  # fmt: skip
    return Action(name, words, keys, menu, deed, anywhere=True, needs_article=name not in project_free)


def make(actions: list[Action], window: Window, desk: QWidget) -> dict[str, QAction]:
    """Return the actions as Qt's, by name, put into the window or the desk. Their keys are given by `Keys`."""
    made: dict[str, QAction] = {}
    for one in actions:
        action = QAction(one.words, window)
        wide = Qt.ShortcutContext.WindowShortcut
        action.setShortcutContext(wide if one.anywhere else Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setCheckable(bool(one.choice))
        action.triggered.connect(lambda _checked=False, deed=one.deed: deed(window))
        (window if one.anywhere else desk).addAction(action)
        made[one.name] = action
    return made


def key_words(key: str) -> str:
    """Return a key as it is written on a French keyboard: « Maj+Tab », « Espace », « Suppr »."""
    named = {
        "Space": tr("Espace"), "Del": tr("Suppr"), "Backspace": tr("Retour arr."), "Esc": tr("Échap"), "Left": "←",
        "Right": "→", "Up": "↑", "Down": "↓", "Shift": tr("Maj"), "PgDown": tr("Pg suiv."), "PgUp": tr("Pg préc."),
    }  # fmt: skip
    if key.endswith("++"):
        return key
    return "+".join(named.get(part, part) for part in key.split("+"))


def shown_keys(action: QAction) -> list[str]:
    """Return an action's keys as a person reads them."""
    portable = QKeySequence.SequenceFormat.PortableText
    return [key_words(key.toString(portable)) for key in action.shortcuts()]
