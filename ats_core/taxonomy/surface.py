"""Surface rules: how differently written names become the same key."""

from __future__ import annotations

import re
import unicodedata

# Separators vanish; "&" is a word; "+" and "#" distinguish C, C++ and C#.
_DROP = {ord(c): None for c in " .-_/\\'’`´,;:()[]{}\"“”«»*·•|!?~^=<>@%$€£\t\r\n®™©–—‐‑\u00ad\u00a0"}
_DROP_ASCII = _DROP | {ord("&"): "and"}

# Initials joined by "&" are one word (R&D, S&OP).
TOKEN = re.compile(
    r"(?<!\w)[^\W\d_]{1,3}(?:&[^\W\d_]{1,3})+(?!\w)|(?:(?<!\w)\.(?=net\b))?[^\W_]+[+#]*", re.IGNORECASE
)
_VERSION = re.compile(r"(?:(?<=[^\W\d])|(?<=[+#]))[\s.-]*v?\d+(?:\.[\dx]+)*\+?$")
_BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*")


def word_set(text: str) -> frozenset[str]:
    """The words of `text`; keeps lists of words readable in the source."""
    return frozenset(text.split())


VENDORS = word_set(
    "microsoft ms apache adobe google amazon aws azure autodesk atlassian ibm oracle hashicorp"
)

# Words of degree around a skill: en, es, pt, fr, de, and the levels of the European framework for languages.
QUALIFIERS = word_set("""
    advanced basic intermediate expert proficient fluent native good excellent strong solid knowledge of in
    skills skill experience with level working professional mother tongue beginner very conversational
    bilingual
    avanzado avanzada basico basica intermedio intermedia experto conocimientos conocimiento de nivel nativo
    nativa fluido alto medio bajo dominio manejo lengua materna experiencia en con
    avancado avancada intermediario fluente conhecimento conhecimentos em dominio nocoes experiencia com
    avance avancee debutant intermediaire courant maitrise connaissances langue maternelle notions bilingue
    confirme niveau du des
    grundkenntnisse kenntnisse fortgeschritten fortgeschrittene muttersprache fliessend verhandlungssicher
    gute sehr gut erfahrung mit grundlagen
    programming programacion programacao programmation programmierung programmierkenntnisse d l avec langage
    lenguaje linguagem usuario usuaria elementary proficiency certified anwenderkenntnisse praxis
    a1 a2 b1 b2 c1 c2
""")


def folded(text: str) -> str:
    """`text` in lower case without accents; German sharp s is ss."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))


def key(text: str) -> str:
    """The key under which a name is kept: "React.js", "ReactJS" and "react js" are all `reactjs`."""
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


def without_vendor(text: str) -> str:
    """`text` without the maker before its product: "Microsoft Teams", "Apache Kafka"."""
    first, _, rest = text.strip().partition(" ")
    return rest if folded(first) in VENDORS else ""


def without_brackets(text: str) -> str:
    return _BRACKETS.sub(" ", text).strip()


def without_qualifiers(text: str) -> str:
    """`text` without words of degree at either end: "Advanced Excel", "Deutsch Muttersprache"."""
    words = TOKEN.findall(text)
    while words and folded(words[-1]) in QUALIFIERS:
        words.pop()
    while words and folded(words[0]) in QUALIFIERS:
        words.pop(0)
    return " ".join(words)


def singulars(compact: str) -> tuple[str, ...]:
    """Keys of the singular that a plural key may stand for."""
    if compact.endswith("ies"):
        return (compact[:-3] + "y", compact[:-1])
    if compact.endswith("es"):
        return (compact[:-1], compact[:-2])
    if compact.endswith("s") and not compact.endswith("ss") and len(compact) > 3:
        return (compact[:-1],)
    return ()
