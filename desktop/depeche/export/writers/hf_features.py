"""The columns of a Hugging Face data set, told three ways: to `datasets` in Parquet's metadata, to Arrow, in the card.

A feature is written down as `datasets` 5 writes it into JSON: `{"dtype": "string", "_type": "Value"}`,
`{"names": […], "_type": "ClassLabel"}`, `{"feature": …, "_type": "List"}`, or an object of features by name. Stored
integers of a ClassLabel are places in `names`. Source: `Features.arrow_schema` and `Features._to_yaml_list` there.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow as pa

Feature = Mapping[str, Any]

_TEXT: Feature = {"dtype": "string", "_type": "Value"}
_TRUTH: Feature = {"dtype": "bool", "_type": "Value"}
_OFFSET: Feature = {"dtype": "int32", "_type": "Value"}


def features(label: Feature, tag: Feature) -> dict[str, Feature]:
    """Return the columns in their order, with what stands for a label and for a tag."""
    span = {
        "start": _OFFSET,
        "end": _OFFSET,
        "label": label,
        "kind": _TEXT,
        "value": _listed(_TEXT),
        "text": _TEXT,
        "status": _TEXT,
        "annotator": _TEXT,
        "attributes": _TEXT,
    }
    names = ("id", "text", "title", "date", "date_origin", "source", "url", "licence")
    return {
        **dict.fromkeys(names, _TEXT),
        "assisted": _TRUTH,
        "state": _TEXT,
        "annotator": _TEXT,
        "spans": _listed(span),
        "tokens": _listed(_TEXT),
        "ner_tags": _listed(tag),
        "meta": _TEXT,
        "extra": _TEXT,
    }


def numbered(labels: Sequence[str], tags: Sequence[str]) -> dict[str, Feature]:
    """Return the columns with labels and tags as ClassLabel."""
    return features(_class_label(labels), _class_label(tags))


def spelled() -> dict[str, Feature]:
    """Return the columns with labels and tags as strings."""
    return features(_TEXT, _TEXT)


def arrow_schema(columns: Mapping[str, Feature]) -> pa.Schema:
    """Return the Arrow schema, with the metadata by which `datasets` knows the columns again."""
    import pyarrow as pa

    schema = pa.schema([pa.field(name, _arrow(feature)) for name, feature in columns.items()])
    return schema.with_metadata({"huggingface": json.dumps({"info": {"features": columns}})})


def card_features(columns: Mapping[str, Feature]) -> list[dict[str, Any]]:
    """Return the columns as the YAML of a card lists them under `features`."""
    return [{"name": name} | _in_card(feature) for name, feature in columns.items()]


def _listed(feature: Feature) -> Feature:
    return {"feature": feature, "_type": "List"}


def _class_label(names: Sequence[str]) -> Feature:
    return {"names": list(names), "_type": "ClassLabel"}


def _arrow(feature: Feature) -> pa.DataType:
    import pyarrow as pa

    match feature.get("_type"):
        case "List":
            return pa.list_(_arrow(feature["feature"]))
        case "ClassLabel":
            return pa.int64()
        case "Value":
            return {"string": pa.string(), "bool": pa.bool_(), "int32": pa.int32()}[feature["dtype"]]
        case _:
            return pa.struct([pa.field(name, _arrow(one)) for name, one in feature.items()])


def _in_card(feature: Feature) -> dict[str, Any]:
    match feature.get("_type"):
        case "List":
            inner = _in_card(feature["feature"])
            return {"list": inner["dtype"] if set(inner) == {"dtype"} else inner["struct"]}
        case "ClassLabel":
            return {"dtype": {"class_label": {"names": {str(n): one for n, one in enumerate(feature["names"])}}}}
        case "Value":
            return {"dtype": feature["dtype"]}
        case _:
            return {"struct": card_features(feature)}
