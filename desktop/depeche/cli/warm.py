"""What the processes of `depeche predict --jobs` need, read once: imported by the process that they are forked from."""

from __future__ import annotations

import gc

from depeche.cli.predict import pipeline
from depeche.core.article import Article

# A name that no rule explains, so that the model is read too.
pipeline().propose(Article("Lundi, « oui », a dit Ilan Vorga à 3 % des élus. Le Zorblat a parlé à Mekanik."))
gc.freeze()  # what stays is never looked at again, so its pages stay shared
