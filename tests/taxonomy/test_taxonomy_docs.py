"""The examples of docs/taxonomy.md run, and it names every field of the format."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ats_core.taxonomy import KINDS, check, read
from ats_core.taxonomy.model import FLAGS

PAGE = (Path(__file__).parents[2] / "docs" / "taxonomy.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("code", re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL))
def test_the_examples_run(code: str) -> None:
    exec(code, {})  # noqa: S102


def test_the_format_s_example_can_be_read() -> None:
    [example] = re.findall(r"(?:^    .*\n)+", PAGE, re.MULTILINE)
    skills = list(read("".join(line[4:] for line in example.splitlines(keepends=True))))
    assert [s.name for s in skills] == ["Web development", "JavaScript framework", "React", "Go"]
    assert all("does not exist" in problem for problem in check(skills))


def test_every_kind_and_flag_is_named() -> None:
    assert all(kind in PAGE for kind in KINDS)
    assert all(f"`!{flag}`" in PAGE for flag in FLAGS)
