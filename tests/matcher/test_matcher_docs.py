"""The example of docs/matching.md runs, and its tables state the numbers that the code uses."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ats_core.matcher import WEIGHTS, education, experience, pay, place, skills

PAGE = (Path(__file__).parents[2] / "docs" / "matching.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("code", re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL))
def test_the_examples_run(code: str) -> None:
    exec(code, {})  # noqa: S102


@pytest.mark.parametrize(("part", "weight"), WEIGHTS.items())
def test_weights_are_stated(part: str, weight: float) -> None:
    assert f"| `{part}` | {weight:.2f} |" in PAGE


@pytest.mark.parametrize(
    ("what", "unknown", "not_asked"),
    [
        ("skills", skills.UNKNOWN, skills.NOT_ASKED),
        ("years of experience", experience.UNKNOWN_YEARS, experience.NOT_ASKED),
        ("nearness of past work", experience.UNKNOWN_FIT, experience.UNKNOWN_FIT),
        ("education", education.UNKNOWN, education.NOT_ASKED),
        ("location", place.UNKNOWN, place.NOT_ASKED),
        ("salary, or another currency", pay.UNKNOWN, pay.NOT_ASKED),
    ],
)
def test_neutral_values_are_stated(what: str, unknown: float, not_asked: float) -> None:
    assert f"| {what} | {unknown:g} | {not_asked:g} |" in PAGE
