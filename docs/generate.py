"""Writes what the reference pages say from the code itself: `python -m docs.generate`.

`--check` writes nothing and ends with 1 if a page is not what the code says now.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from docs.making import cli, errors, limits, operations, reasons, settings

DOCS = Path(__file__).parent

PAGES: Mapping[str, Callable[[], str]] = {
    "reference/cli.md": cli.page,
    "reference/operations.md": operations.page,
    "reference/settings.md": settings.page,
    "reference/errors.md": errors.page,
}

# A part of a page that a person writes, between two comments that name it.
PARTS: Mapping[str, Mapping[str, Callable[[], str]]] = {
    "importing.md": {"limits": limits.table, "reasons": reasons.table},
    "cli.md": {"exit-codes": errors.exit_codes},
    "http.md": {"statuses": errors.statuses},
}


def made() -> dict[Path, str]:
    """Every file that is made from the code, as it should be."""
    found = {DOCS / name: page() for name, page in PAGES.items()}
    for name, parts in PARTS.items():
        text = (DOCS / name).read_text("utf-8")
        for part, make in parts.items():
            text = filled(text, part, make())
        found[DOCS / name] = text
    return found


def filled(text: str, part: str, content: str) -> str:
    """`text` with `content` between the comments that name `part`. ValueError if they are not there once."""
    begin, end = f"<!-- made by docs.generate: {part} -->", f"<!-- end of {part} -->"
    pattern = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.DOTALL)
    if len(pattern.findall(text)) != 1:
        raise ValueError(f"a page lacks the comments of its part {part}")
    return pattern.sub(lambda _: f"{begin}\n\n{content.strip()}\n\n{end}", text)


def main(arguments: list[str]) -> int:
    outdated = {
        path: text for path, text in made().items() if not path.exists() or path.read_text("utf-8") != text
    }
    for path, text in outdated.items():
        print(f"{'outdated' if '--check' in arguments else 'written'}: {path.relative_to(DOCS.parent)}")
        if "--check" not in arguments:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    return 1 if outdated and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
