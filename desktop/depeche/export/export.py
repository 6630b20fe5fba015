"""The verb: a project to files, with a receipt."""

from __future__ import annotations

from pathlib import Path

from depeche.core.progress import Report, silent
from depeche.export.choice import EVERYTHING, Choice
from depeche.export.folder import Shelf
from depeche.export.form import Format, Parting
from depeche.export.forms import FORMS
from depeche.export.outgoing import Outgoing
from depeche.export.pseudonyms import Whom
from depeche.export.receipt import Receipt
from depeche.export.receipt_page import FILE, PAGE, earlier, files_of, merged, to_json, to_markdown
from depeche.export.swap import settle
from depeche.export.target import alone_in, check_room, outside_projects
from depeche.store.project import Project


def export(
    project: Project,
    folder: Path,
    format_: Format,
    report: Report = silent,
    *,
    choice: Choice = EVERYTHING,
    parting: Parting | None = None,
    pseudonyms: Whom | None = None,
) -> Receipt:
    """Write what is chosen of a project into `folder` and return the receipt, which is written there too.

    What is to train on holds finished articles only, unless `choice.states` says otherwise, and of each what its
    furthest annotator holds true; the receipt names the others' spans. Train, dev and test are split by `parting`, by a
    hash of each text without it; a spaCy project needs one. With `pseudonyms` actors get other names.

    Files that an earlier export in that format wrote are replaced, and go where this one has none of their name, unless
    somebody changed them since: such are in the receipt's `left_behind`. Other files in the folder stay. On an error, a
    full disk or `Cancelled` out of `report`, the export that was there before stays whole; a swap that was killed
    midway the next export finishes.
    Raises UserError for a choice of what isn't there, and where a file would be replaced that isn't known, or changed.
    """
    outside_projects(folder)
    with alone_in(folder):
        return _export(project, folder, format_, report, choice, parting, pseudonyms)


def _export(
    project: Project,
    folder: Path,
    format_: Format,
    report: Report,
    choice: Choice,
    parting: Parting | None,
    pseudonyms: Whom | None,
) -> Receipt:
    settle(folder)
    check_room(folder, format_, FORMS[format_].own)
    mine = files_of(earlier(folder).get(format_.value, {}))
    with (
        Outgoing(project, format_, report, choice=choice, parting=parting, pseudonyms=pseudonyms) as out,
        Shelf(folder, batch=format_.value, known=mine) as shelf,
    ):
        receipt = out.receipt
        out.write(shelf)
        if receipt.lost_name:
            with shelf.file(receipt.lost_name) as file:
                receipt.write_lost(file)
        files = shelf.digests()
        before = earlier(folder)
        others = {name for kind, one in before.items() if kind != format_.value for name in files_of(one)}
        gone = {name: said for name, said in mine.items() if name not in files}
        receipt.left_behind = shelf.drop({name: said for name, said in gone.items() if name not in others})
        receipts = merged(folder, before, receipt.to_json(files))
        with shelf.file(PAGE, over=True) as file:
            file.write(to_markdown(receipts).encode("utf-8"))
        with shelf.file(FILE, over=True) as file:
            file.writelines(to_json(receipts))
    return receipt
