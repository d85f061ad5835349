"""Fenced blocks of the pages: examples to run, and shell lines to look at."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"

_FENCE = re.compile(
    r"(?P<marked><!-- test -->\n)?^(?P<indent> *)```(?P<kind>\w*)[^\n]*\n(?P<text>.*?)^(?P=indent)```$",
    re.M | re.S,
)
_SHELLS = {"bash", "console", "sh", "shell"}


@dataclass(frozen=True, slots=True)
class Block:
    page: Path
    line: int
    kind: str
    text: str
    marked: bool


def pages() -> list[Path]:
    """Every page, and the README."""
    return [*sorted(DOCS.rglob("*.md")), ROOT / "README.md"]


def blocks(page: Path) -> Iterator[Block]:
    text = page.read_text("utf-8")
    for found in _FENCE.finditer(text):
        line = text.count("\n", 0, found.start("kind")) + 1
        yield Block(page, line, found["kind"], found["text"], found["marked"] is not None)


def examples(page: Path) -> list[Block]:
    """The blocks of Python that are to be run, in their order."""
    return [b for b in blocks(page) if b.kind == "python" and b.marked]


def calls(page: Path) -> Iterator[tuple[int, list[str]]]:
    """`(line of the block, words)` of every call of `ats` in the shell examples of the page."""
    for block in blocks(page):
        if block.kind not in _SHELLS:
            continue
        for line in block.text.replace("\\\n", " ").splitlines():
            for words in _commands(line):
                yield block.line, words


def _commands(line: str) -> Iterator[list[str]]:
    """The calls of `ats` in one line, which may have variables before them and pipes behind."""
    lexer = shlex.shlex(line.removeprefix("$ "), posix=True, punctuation_chars="|;&()<>")
    lexer.whitespace_split = True
    command: list[str] = []
    for word in [*lexer, ";"]:
        if set(word) <= set("|;&()<>"):
            while command and (re.fullmatch(r"\w+=.*", command[0]) or command[0] == "export"):
                command.pop(0)
            if command and command[0] == "ats":
                yield command[1:]
            command = []
        else:
            command.append(word)
