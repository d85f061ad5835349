"""`ats parse --fixture` and `--check`: documents as regression cases of a team's own."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ats_cli.output import Column, say, short, show_list
from ats_cli.session import ats

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ats_core.parser.pool import ParserPool

_DIFFERENCES: list[Column] = [
    ("CASE", "case"),
    ("WHAT", "path"),
    ("EXPECTED", lambda d: short(d["expected"])),
    ("FOUND", lambda d: short(d["found"])),
]


def write(sources: Sequence[Any], pool: ParserPool, region: str | None, folder: Path) -> int:
    """Makes a case of each source, as people have corrected it where they have; how many failed."""
    from ats_core.parser import ParseError
    from ats_sdk.cases import write_case
    from ats_sdk.sources import Unreadable

    failed = 0
    with ats() as opened:
        for source in sources:
            try:
                content = source.read()
                sha256 = hashlib.sha256(content).hexdigest()
                known = [r for r in opened.resumes.list(sha256=sha256).resumes if r.reviewed_at]
                if known:
                    data = opened.resumes.get(known[0].id).candidate_data.model_dump()
                else:
                    data = pool.parse(content, source.name, region)["candidate_data"]
            except (ParseError, Unreadable) as error:
                failed += 1
                say(f"{source.label}: {error.message}")
                continue
            case = write_case(folder, source.name, sha256, content, data)
            how = "as reviewed" if known else "as parsed now: look it through"
            say(f"{case}: {source.label}, {how}")
    say("The cases hold personal data: keep them where that belongs.")
    return failed


def check(folders: Sequence[str], pool: ParserPool, region: str | None) -> int:
    """Parses the cases below `folders` again and prints what is not as expected; how many differ."""
    from ats_core.parser import ParseError
    from ats_sdk.cases import differences, read_cases

    rows: list[dict[str, Any]] = []
    count, wrong = 0, set()
    for folder in folders:
        for case in read_cases(Path(folder)):
            count += 1
            name = case.document.parent.name
            try:
                data = pool.parse(case.document.read_bytes(), case.document.name, region)["candidate_data"]
            except ParseError as error:
                wrong.add(name)
                rows.append({"case": name, "path": "", "expected": None, "found": str(error.code)})
                continue
            for change in differences(case, data):
                wrong.add(name)
                rows.append(
                    {"case": name, "path": change.path, "expected": change.before, "found": change.after}
                )
    show_list(rows, _DIFFERENCES)
    say(f"{count} cases, {len(wrong)} not as expected.")
    return len(wrong)
