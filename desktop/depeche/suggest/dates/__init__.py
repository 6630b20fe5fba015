"""Dates: a text and its day of publication go in, date expressions with their EDTF values come out.

`tokens` and `words` know French spelling, `grammar` (with `days`, `periods`, `stretches`, `amounts`) where dates stand
and what they mean (`moments`), `values` what that is on the calendar (`calendar`), `tense` which way they look;
`source` proposes them for an article, `typed` reads what a person typed. Only `source` knows what an article is.
"""

from depeche.suggest.dates.source import Dates
from depeche.suggest.dates.typed import is_edtf, parse_typed_date, resolve

__all__ = ["Dates", "is_edtf", "parse_typed_date", "resolve"]
