"""Every form of export, by its format."""

from __future__ import annotations

from depeche.export import docbin, jsonl, spacy_project
from depeche.export.form import Form, Format

FORMS: dict[Format, Form] = {form.format: form for form in (jsonl.FORM, docbin.FORM, spacy_project.FORM)}
