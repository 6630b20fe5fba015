"""What the processes of `depeche predict --jobs` need, read once: imported by the process that they are forked from."""

from __future__ import annotations

import gc

from depeche.cli.predict import pipeline
from depeche.core.article import Article

pipeline().propose(Article("Lundi, « oui », a dit Ilan Vorga, de la Ligue du Fleuve, à 3 % des élus."))
gc.freeze()  # what stays is never looked at again, so its pages stay shared
