"""No pattern of the parser takes long over any line, least of all over lines made for it."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

import pytest

import ats_core.parser
from ats_core.parser.document import MAX_LINE

# For every pattern over every line; lines are cut to MAX_LINE before patterns see them.
LIMIT_S = 0.1
PIECES = (
    "a", "A", " ", "1", "-", ".", "@", "(", ")", "é", "\t", "\n", "a ", "A ", "1 ", "a.", "a@", "a.b@",
    "a-", "1-", "1.", "1,", "+1 ", "2019 - ", "2019", "http://", "www.", "/", "//", "x:", "<", "<a ",
    "[", "[a](", "**", "__", "|", "||", "&", "{", "}", "\\", "\u200b", "1\u200b", "\U000e0041",
    "\u0301", "Jan ", "of ", "de la ", "Dr. ", "O'", "a, ", ", ", "; ", "• ", "ab cd ", "AB CD ", "#",
    "= ", "\x00", "\xff", "ﬁ",
)  # fmt: skip


def patterns() -> Iterator[tuple[str, re.Pattern[Any]]]:
    """Every compiled pattern of every module of the parser."""
    for module in pkgutil.walk_packages(ats_core.parser.__path__, "ats_core.parser."):
        if module.name.endswith(".preload"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, re.Pattern):
                yield f"{module.name.rpartition('.')[2]}.{name}", value


ALL = dict(patterns())


def sample(tree: Any, take: int) -> str:
    """A short text that the pattern nearly matches; `take` chooses among alternatives."""
    made = ""
    for operation, argument in tree:
        if operation is codes.LITERAL:
            made += chr(argument)
        elif operation is codes.NOT_LITERAL or operation is codes.ANY:
            made += "a" if argument != ord("a") else "b"
        elif operation is codes.IN:
            made += _of_class(argument, take)
        elif operation in {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}:
            low, high, inner = argument
            made += sample(inner, take) * max(int(low), min(2, int(high)))
        elif operation is codes.SUBPATTERN:
            made += sample(argument[3], take)
        elif operation is codes.ATOMIC_GROUP:
            made += sample(argument, take)
        elif operation is codes.BRANCH:
            branches = argument[1]
            made += sample(branches[take % len(branches)], take)
    return made


def _of_class(items: list[Any], take: int) -> str:
    classes = {codes.CATEGORY_DIGIT: "1", codes.CATEGORY_WORD: "a", codes.CATEGORY_SPACE: " "}
    for operation, argument in items[take % len(items) :] + items:
        if operation is codes.LITERAL:
            return chr(argument)
        if operation is codes.RANGE:
            return chr(argument[0])
        if operation is codes.CATEGORY and argument in classes:
            return classes[argument]
    return "a"


def lines_for(pattern: re.Pattern[Any]) -> Iterator[str]:
    """Lines of full length: pieces repeated, and near misses of the pattern itself."""
    pieces = list(PIECES)
    for take in range(6):
        text = sample(_parser.parse(pattern.pattern, pattern.flags), take)
        pieces += [text, text[:-1], text[: len(text) // 2 + 1], text + " "]
    for piece in dict.fromkeys(pieces):
        if piece:
            line = (piece * (MAX_LINE // len(piece) + 1))[:MAX_LINE]
            yield line
            yield line[:-1] + "\x01"


def spent(pattern: re.Pattern[Any], line: Any) -> float:
    began = time.thread_time()
    for _ in pattern.finditer(line):
        pass
    return time.thread_time() - began


def test_the_patterns_are_found() -> None:
    assert len(ALL) > 100
    assert "contact._PHONE" in ALL


@pytest.mark.parametrize("name", ALL)
def test_no_line_takes_long(name: str) -> None:
    pattern = ALL[name]
    for line in lines_for(pattern):
        given: Any = line.encode("utf-8", "replace") if isinstance(pattern.pattern, bytes) else line
        # The second look tells a slow pattern from a busy machine.
        if spent(pattern, given) > LIMIT_S:
            assert min(spent(pattern, given) for _ in range(3)) < LIMIT_S, repr(line[:60])


# These see more than a line: whole texts, style sheets, the heads of files.
LONG = ("hidden", "instructions", "stylesheet", "rtf", "sniff", "xmltree", "embedded", "webpage")


@pytest.mark.parametrize("name", [name for name in ALL if name.partition(".")[0] in LONG])
def test_what_sees_whole_texts_grows_no_faster_than_they_do(name: str) -> None:
    pattern = ALL[name]
    for piece in PIECES:
        text: Any = (piece * (40_000 // len(piece)))[:40_000]
        if isinstance(pattern.pattern, bytes):
            text = text.encode()
        if spent(pattern, text) > 0.5:
            assert min(spent(pattern, text) for _ in range(2)) < 0.5, repr(piece)
