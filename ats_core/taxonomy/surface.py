"""Surface rules: how differently written names become the same key."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

# Separators vanish; "&" is a word; "+" and "#" distinguish C, C++ and C#.
_DROP = {ord(c): None for c in " .-_/\\'’`´,;:()[]{}\"“”«»*·•|!?~^=<>@%$€£\t\r\n®™©–—‐‑\u00ad\u00a0"}
_DROP_ASCII = _DROP | {ord("&"): "and"}

# Initials joined by "&" are one word (R&D, S&OP).
TOKEN = re.compile(
    r"(?<!\w)[^\W\d_]{1,3}(?:&[^\W\d_]{1,3})+(?!\w)|(?:(?<!\w)\.(?=net\b))?[^\W_]+[+#]*", re.IGNORECASE
)
# The accented letters of Latin alphabets, for speed; all else is taken apart by Unicode's own rules.
_ACCENTS = {
    code: plain
    for code in range(0xC0, 0x180)
    if (plain := unicodedata.normalize("NFKD", chr(code).casefold())[:1]).isascii() and chr(code) != "ß"
}
_FOLDED_KEY = _ACCENTS | _DROP_ASCII
_BETWEEN = "\x1f"  # between names; nothing of a name
_VERSION = re.compile(r"(?:(?<=[^\W\d])|(?<=[+#]))[\s.-]*v?\d+(?:\.[\dx]+)*[a-z]?\+?$", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*")


def word_set(text: str) -> frozenset[str]:
    """The words of `text`; keeps lists of words readable in the source."""
    return frozenset(text.split())


VENDORS = word_set(
    "microsoft ms apache adobe google amazon aws azure autodesk atlassian ibm oracle hashicorp cisco"
)


def folded(text: str) -> str:
    """`text` in lower case without accents; German sharp s is ss."""
    if text.isascii():
        return text.lower()
    low = text.casefold().translate(_ACCENTS)
    if low.isascii():
        return low
    plain = unicodedata.normalize("NFKD", low)
    return "".join(c for c in plain if not unicodedata.combining(c))


def keys(texts: Sequence[str]) -> list[str]:
    """The keys of many names, faster than one by one: what is plain ASCII goes in one piece."""
    simple = [t.isascii() and not t.startswith(".") and _BETWEEN not in t for t in texts]
    joined = _BETWEEN.join([text for text, plain in zip(texts, simple, strict=True) if plain])
    done = iter(joined.lower().replace("&", "and").translate(_DROP).split(_BETWEEN))
    return [next(done) if plain else key(text) for text, plain in zip(texts, simple, strict=True)]


def key(text: str) -> str:
    """The key under which a name is kept: "React.js", "ReactJS" and "react js" are all `reactjs`."""
    if not text.isascii():
        low = text.casefold().translate(_FOLDED_KEY)
        if low.isascii():
            return low if text[0] != "." else "dot" + low
    low = folded(text)
    if low.startswith("."):  # .NET is not the net
        low = "dot" + low
    return low.translate(_DROP_ASCII)


def tokens(text: str) -> list[tuple[str, int, int]]:
    """The words of `text` with their places, folded: (word, start, end)."""
    if text.isascii():
        return [(m.group(), m.start(), m.end()) for m in TOKEN.finditer(text.lower())]
    return [(folded(m.group()), m.start(), m.end()) for m in TOKEN.finditer(text)]


def slug(name: str) -> str:
    """The id that a name gives: lower case, hyphens; "C++" is `cpp`, "C#" is `csharp`, ".NET" is `dotnet`."""
    low = folded(name).replace("+", "p").replace("#", "sharp").replace("&", " and ")
    if low.startswith("."):
        low = "dot" + low[1:]
    return "-".join(re.findall(r"[a-z0-9]+", low))


def without_version(text: str) -> str:
    """`text` without a version at its end: "Python 3.11" is "Python", "HTML5" is "HTML"."""
    return _VERSION.sub("", text.strip())


def without_brackets(text: str) -> str:
    return _BRACKETS.sub(" ", text).strip()


def singulars(compact: str) -> tuple[str, ...]:
    """Keys of the singular that a plural key may stand for."""
    if compact.endswith("ies"):
        return (compact[:-3] + "y", compact[:-1])
    if compact.endswith("es"):
        return (compact[:-1], compact[:-2])
    if compact.endswith("s") and not compact.endswith("ss") and len(compact) > 3:
        return (compact[:-1],)
    return ()
