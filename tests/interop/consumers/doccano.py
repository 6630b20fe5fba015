"""doccano reads a JSONL file into a project of its own data base, and exports it again: `doccano.py FILE OUT ANSWER`.

Run by the Python of .venv-interop-doccano. The answer: what it refused, and what stands in its data base.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path


def main(file: Path, out: Path, answer: Path) -> None:
    import backend

    home = Path(tempfile.mkdtemp(prefix="doccano-"))
    sys.path.insert(0, str(Path(backend.__file__).parent))
    os.environ.update(
        DJANGO_SETTINGS_MODULE="config.settings.development",
        DATABASE_URL=f"sqlite:///{home}/doccano.sqlite3",
        MEDIA_ROOT=str(home),
    )
    import django

    django.setup()
    from data_export.celery_tasks import create_collaborative_dataset, create_individual_dataset
    from data_export.pipeline.factories import create_formatter, create_writer
    from data_import.datasets import load_dataset
    from data_import.pipeline.catalog import create_file_format
    from data_import.pipeline.readers import FileName
    from django.contrib.auth import get_user_model
    from django.core.management import call_command
    from examples.models import Example
    from labels.models import Span
    from projects.models import Member, ProjectType, SequenceLabelingProject
    from roles.models import Role

    call_command("migrate", verbosity=0)
    call_command("create_roles", verbosity=0)
    said = {}
    for overlaps in (True, False):
        user = get_user_model().objects.create_user(username=f"claire{overlaps}", password="x")
        project = SequenceLabelingProject.objects.create(
            name="p", project_type=ProjectType.SEQUENCE_LABELING, created_by=user, allow_overlapping=overlaps
        )
        Member.objects.create(project=project, user=user, role=Role.objects.first())
        names = [FileName(full_path=str(file), generated_name=file.name, upload_name=file.name)]
        form = create_file_format("JSONL")
        dataset = load_dataset("SequenceLabeling", form, names, project, encoding="utf_8", column_label="label")
        dataset.save(user, batch_size=1000)
        folder = out / ("overlaps" if overlaps else "flat")
        folder.mkdir(parents=True)
        for create in (create_individual_dataset, create_collaborative_dataset):
            create(project, str(folder), False, create_formatter(project, "JSONL"), create_writer("JSONL"))
        said[folder.name] = {
            "errors": [one.dict() for one in dataset.errors],
            "articles": [
                {
                    "name": one.meta.get("id") or one.meta.get("name") or "",
                    "text": one.text,
                    "meta": one.meta,
                    "spans": [
                        [span.start_offset, span.end_offset, span.label.text]
                        for span in Span.objects.filter(example=one).select_related("label")
                    ],
                }
                for one in Example.objects.filter(project=project).order_by("id")
            ],
        }
    answer.write_text(json.dumps(said), "utf-8")


main(*map(Path, sys.argv[1:]))
