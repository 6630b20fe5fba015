"""What a person can put right. All else is a bug and shows itself as one."""

from __future__ import annotations


class UserError(Exception):
    """Something cannot be done as asked, and the person can mend it.

    `message` is one sentence that names the thing (which file, which line); `hint` says what to do. Raised deep, caught
    at a door (command line or window), shown without a traceback.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class ProjectError(UserError):
    """A project can't be opened or written: absent, damaged, of a newer version, in use elsewhere, read-only."""


class DamagedError(ProjectError):
    """What lies where a project should be isn't what Dépêche wrote there."""


class InputError(UserError):
    """Something read from outside isn't what it should be."""


class SchemeError(InputError):
    """A label scheme says something that can't hold."""
