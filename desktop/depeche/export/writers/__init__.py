"""A module a form of export, or two that are alike; `export/form.py` says what one is, `export/forms.py` lists them."""
