"""Words without number and gender, so that "soldadoras" and "soldador", "Elektrikerin" and "Elektriker" meet.

Coarse on purpose: both sides of a comparison are cut alike, and a cut that two skills share is not used.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ats_core.taxonomy.surface import TOKEN, folded, word_set

# The first ending that fits is replaced: feminine and plural forms of French, Portuguese, Spanish, English.
_ENDINGS = (
    ("trices", "teur"),
    ("trice", "teur"),
    ("euses", "eur"),
    ("euse", "eur"),
    ("iennes", "ien"),
    ("ienne", "ien"),
    ("onnes", "on"),
    ("onne", "on"),
    ("iones", "ion"),
    ("ores", "or"),
    ("ades", "ad"),
    ("oes", "ao"),
    ("aux", "al"),
    ("ais", "al"),
    ("eis", "el"),
    ("ies", "y"),
    ("ss", "ss"),
    ("es", ""),
    ("s", ""),
)
_WORD = re.compile(r"[a-z]+")
# German: a person's trade in the feminine ends in -in behind one of these, or in -frau.
_TRADES = (
    "er", "ent", "ant", "ist", "eur", "or", "ar", "loge", "log", "ag", "wirt", "arzt", "anwalt", "ekt",
    "graf", "koch", "nom", "path", "wart", "bot", "yst", "schmied",
)  # fmt: skip
_SHORTEST = 4

_FEMININE = re.compile(
    r"(?:(?<=\w{3})(?:(?P<eur>euses?)|(?P<teur>trices?)|(?P<or>(?<=[dst])oras?)|(?P<ien>iennes?)|(?P<ier>ieres?)))\b"
)

PARTICLES = word_set("""
    de da do das dos del della du des d l la le les el los las o a e y et ou und oder and or of the for in en
    em au aux der die dem den von vom fur zur zum im am mit with con com avec na no nas nos to an on al
""")


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """`word`, folded already, without the endings of number and gender; short words stay as they are."""
    if len(word) <= _SHORTEST - 1 or not word.isalpha():
        return word
    cut = _singular(_masculine(word))
    return cut[:-1] if len(cut) >= _SHORTEST and cut[-1] in "aeo" else cut


def masculine(text: str) -> str:
    """`text` with trades in the masculine: "Administratorin", "développeuse", "programadora"."""
    low = _FEMININE.sub(lambda found: found.lastgroup or "", folded(text))
    return _WORD.sub(lambda found: _masculine(found.group()), low)


def _masculine(word: str) -> str:
    for ending in ("innen", "in"):
        base = word.removesuffix(ending)
        if base != word and len(base) >= _SHORTEST and base.endswith(_TRADES):
            return base
    if word.endswith(("woman", "women", "person")) and len(word) > 2 * _SHORTEST:  # "fisherwoman"
        return re.sub(r"(?:wom[ae]n|person)$", "man", word)
    if word.endswith("frau") and len(word) > 2 * _SHORTEST:
        return word.removesuffix("frau") + "mann"
    return word


def _singular(word: str) -> str:
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST - 1:
            return word[: -len(ending)] + instead
    return word


def bag(text: str) -> str:
    """The stems of `text` without particles, by alphabet: "gestión de los stocks" is "gestion stock".

    A single letter in capitals is no particle: "permis D" is not "permis".
    """
    words = ((printed, folded(printed)) for printed in TOKEN.findall(text))
    return " ".join(sorted({stem(w) for printed, w in words if not _is_particle(printed, w)}))


def _is_particle(printed: str, word: str) -> bool:
    return word in PARTICLES and not (len(word) == 1 and printed.isupper())
