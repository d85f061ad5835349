"""Text without case and accents, letter for letter, so that what is found in it has a place in the text."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


def fold(text: str) -> str:
    """`text` in small letters without accents, of the same length."""
    return "".join(map(_letter, text))


@lru_cache(maxsize=4096)
def _letter(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0].lower()[0]
