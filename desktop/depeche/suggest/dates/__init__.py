"""Dates: a text and its day of publication go in, date expressions with their EDTF values come out.

`tokens` and `words` know French spelling. `grammar` finds dates and what they mean (`moments`), with a reader for each
class: `days`, `clock`, `names`, `nights`, `years`, `eras`, `ancient`, `feasts`, `periods`, `parts`, `stretches`,
`amounts`. `values`, `counting`, `pieces` and `recurring` say what that is on the `calendar` in its `setting`, `tense`
which way it looks. `source` proposes dates for an article, `typed` reads what a person drew or typed. Only `source`
knows what an article is.
"""

from depeche.suggest.dates.source import Dates
from depeche.suggest.dates.typed import is_edtf, parse_typed_date, resolve

__all__ = ["Dates", "is_edtf", "parse_typed_date", "resolve"]
