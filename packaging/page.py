"""The page for people without a terminal: LISEZMOI.md as one HTML file that holds its own pictures."""

from __future__ import annotations

import base64
import re
from pathlib import Path

from identity import ROOT, identity

_STYLE = """
:root { color-scheme: light dark }
body { font: 1.05rem/1.6 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem }
h1, h2 { line-height: 1.25 } h2 { margin-top: 2.5rem }
img { max-width: 100%; border: 1px solid #8888; border-radius: 6px }
table { border-collapse: collapse } td, th { border: 1px solid #8886; padding: .3rem .7rem; text-align: left }
code, kbd { font: .92em ui-monospace, monospace; background: #8882; border-radius: 4px; padding: .1em .35em }
"""


def write(target: Path) -> None:
    """Write the page. Raises FileNotFoundError where a picture of the text isn't there."""
    from markdown_it import MarkdownIt

    source = ROOT / "packaging" / "LISEZMOI.md"
    who = identity()
    text = source.read_text(encoding="utf-8").replace("VERSION", who.version)
    body = MarkdownIt("commonmark").enable("table").render(text)
    body = re.sub(r'src="([^"]+)"', lambda found: f'src="{_picture(source.parent / found[1])}"', body)
    target.write_text(
        f'<!doctype html>\n<html lang="fr">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" '
        f'content="width=device-width">\n<title>{who.name} {who.version}</title>\n<style>{_STYLE}</style>\n</head>\n'
        f"<body>\n{body}</body>\n</html>\n",
        encoding="utf-8",
        newline="\n",
    )


def _picture(path: Path) -> str:
    return f"data:image/png;base64,{base64.b64encode(path.read_bytes()).decode('ascii')}"
