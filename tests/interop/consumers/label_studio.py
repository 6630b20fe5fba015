"""Label Studio's own library judges tasks and converts them: `label_studio.py TASKS.json CONFIG.xml OUT ANSWER`.

Run by the Python of .venv-interop. The answer: what the validator objects to, the articles as its converter sees them.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path


def main(file: Path, config: Path, out: Path, answer: Path) -> None:
    from label_studio_sdk.converter import Converter
    from label_studio_sdk.label_interface import LabelInterface

    xml = config.read_text("utf-8")
    interface = LabelInterface(xml)
    interface.validate()
    tasks = json.loads(file.read_text("utf-8"))
    errors = []
    for task in tasks:
        missing = [one.value_name for one in interface.objects if one.value_name not in task["data"]]
        errors += [f"no {name} in data" for name in missing]
        for part in ("annotations", "predictions"):
            for one in task.get(part, []):
                errors += interface.validate_prediction(one, return_errors=True)
    numbered = out.with_suffix(".json")  # the server numbers tasks as it takes them in, and exports them so
    numbered.write_text(json.dumps([{"id": n, **task} for n, task in enumerate(tasks, 1)]), "utf-8")
    made = {}
    for form in ("JSON", "JSON_MIN", "CSV", "CONLL2003"):
        (out / form).mkdir(parents=True)
        target = out / form / "result.csv" if form == "CSV" else out / form
        Converter(xml, str(out), download_resources=False).convert(str(numbered), str(target), form, is_dir=False)
        made[form] = sorted(str(one) for one in (out / form).rglob("*") if one.is_file())
    answer.write_text(json.dumps({"errors": errors, "labels": _labels(interface),
                                  "tasks": tasks, "made": made}), "utf-8")  # fmt: skip


def _labels(interface: object) -> list[str]:
    control = interface.get_control()  # type: ignore[attr-defined]
    return sorted(control.labels)


main(*map(Path, sys.argv[1:]))
