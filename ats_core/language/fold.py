"""Text folded for comparison: without accents, case and punctuation."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_PUNCTUATION = re.compile(r"[^\w+#]+")


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """`text` in lower case without accents; every run of punctuation becomes one space ("C++" and "C#"
    survive).
    """
    if text.isascii():
        return _PUNCTUATION.sub(" ", text.lower()).strip()
    plain = unicodedata.normalize("NFKD", text).replace("ß", "ss").replace("\u00ad", "")
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()
    return _PUNCTUATION.sub(" ", plain).strip()


def words(text: str) -> list[str]:
    """The folded words of `text`, in order."""
    return fold(text).split()
