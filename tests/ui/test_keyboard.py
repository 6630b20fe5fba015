"""What `core/keyboard.py` says of the window's keys is what the window's table has."""

from __future__ import annotations

from depeche.core import keyboard
from depeche.ui import actions, keymap


def test_the_command_line_knows_the_signs_that_single_keys_of_the_window_take() -> None:
    single = {keymap.normal(key) for one in actions.table() for key in one.keys}
    assert {key for key in single if len(key) == 1} == keyboard.TAKEN
