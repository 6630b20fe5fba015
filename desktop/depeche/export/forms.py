"""Every form of export, by its format."""

from __future__ import annotations

from depeche.export.form import Form, Format
from depeche.export.writers import (
    brat,
    conll,
    csv_spans,
    docbin,
    doccano,
    huggingface,
    iramuteq,
    jsonl,
    label_studio,
    prodigy,
    spacy_jsonl,
    spacy_project,
    w3c,
    xlsx,
    xmi,
)

FORMS: dict[Format, Form] = {
    form.format: form
    for form in (
        jsonl.FORM,
        docbin.FORM,
        spacy_project.FORM,
        spacy_jsonl.FORM,
        prodigy.FORM,
        doccano.FORM,
        label_studio.FORM,
        brat.FORM,
        conll.FORM,
        huggingface.FORM,
        xmi.FORM,
        csv_spans.FORM,
        csv_spans.RAW,
        xlsx.FORM,
        w3c.FORM,
        iramuteq.FORM,
    )
}
