"""Entries of education sections as people write them, in five languages: what is degree, field and school."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from ats_core.parser.document import make_line
from ats_core.parser.education import find_studies
from ats_core.parser.found import Found
from ats_core.parser.sections import Section

_TABLE = Path(__file__).parent / "data" / "studies.txt"


def _cases() -> list[tuple[list[str], list[str]]]:
    blocks = [block.splitlines() for block in _TABLE.read_text(encoding="utf-8").split("\n\n")]
    made = []
    for block in blocks:
        rows = [row for row in block if row and not row.startswith("#")]
        printed = [row for row in rows if not row.startswith("> ")]
        if printed:
            made.append((printed, [row[2:] for row in rows if row.startswith("> ")]))
    return made


def _read(printed: list[str]) -> list[str]:
    section = Section("education")
    at = 0
    for row in printed:
        line = make_line(row.split("\t"))
        assert line is not None
        line.start = at
        at += len(line.text) + 1
        section.lines.append(line)

    def shown(found: Found | None) -> str:
        return found.value if found is not None else ""

    return [
        "|".join(shown(part) for part in (study.degree, study.field, study.institution, study.year))
        for study in find_studies([section])
    ]


@pytest.mark.parametrize(("printed", "studies"), _cases(), ids=lambda rows: rows[0][:40])
def test_a_study_is_cut_as_it_is_printed(printed: list[str], studies: list[str]) -> None:
    assert _read(printed) == studies


def test_what_is_won_or_certified_is_no_study() -> None:
    printed = [
        "BSc Botany, Elm University, 2012",
        "Certified Tree Climber, Arborist Guild, 2013",
        "Alder Fellowship, Elm University, 2014",
    ]
    assert _read(printed) == ["BSc|Botany|Elm University|2012"]


def test_a_study_without_a_date_below_a_dated_one_is_its_own() -> None:
    printed = [
        "Master in Botany, Elm University, 2012",
        "Bachelor in Chemistry, Oak College",
    ]
    assert _read(printed) == ["Master|Botany|Elm University|2012", "Bachelor|Chemistry|Oak College|"]


def test_long_lines_cost_no_more_than_their_length() -> None:
    for unit in ("Bachelor of ", "University of ", "(Ma ", "Técnico Superior en ", "A. B, ", "Master, "):
        began = time.process_time()
        _read([unit * 120, f"{unit * 60} 2010 - 2012"])
        assert time.process_time() - began < 2
