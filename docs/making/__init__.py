"""What makes the reference pages: one module a page."""

import html
import re

NOTE = "*Made from the code by `python -m docs.generate`; a test fails when the two differ.*"


def table(headers: list[str], rows: list[list[str]]) -> str:
    """A Markdown table; nothing where there are no rows."""
    if not rows:
        return ""
    lines = [headers, ["---"] * len(headers), *[[escaped(cell) for cell in row] for row in rows]]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def escaped(cell: str) -> str:
    """`cell` for a table: a bar in code is written so that both Python-Markdown and GitHub show it as one."""
    cell = re.sub(r"`([^`]*\|[^`]*)`", lambda m: f"<code>{bars(html.escape(m[1], quote=False))}</code>", cell)
    return bars(cell).replace("\n", " ")


def bars(text: str) -> str:
    return text.replace("|", "&#124;")


def prose(text: str) -> str:
    """Plain help text as Markdown: `<` and `*` mean themselves; the project's own decision log stays out."""
    text = re.sub(r" \(decision C\d+\)", "", text)
    return text.replace("<", "&lt;").replace("*", "\\*")
