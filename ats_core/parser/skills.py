"""Skills, certifications and languages: items of lists, in whatever way the list is set."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from ats_core.language import fold
from ats_core.parser.dates import find_dates, without_dates
from ats_core.parser.document import Document, Line
from ats_core.parser.found import Found
from ats_core.parser.sections import Section
from ats_core.parser.tongues import HUMAN_LANGUAGES, speaks_languages
from ats_core.parser.vocabulary import title_score

_LEVELS = frozenset(
    """beginner; intermediate; advanced; expert; master; proficient; fluent; native; basic; basics; novice;
    competent;
    familiar; experienced; professional; native speaker; mother tongue; working knowledge; skilled;
    excellent; good; elementary;
    basico; intermedio; avanzado; experto; nativo; alto; medio; bajo; fluido; nivel alto; nivel medio;
    principiante;
    intermediario; avancado; fluente; especialista; iniciante; alto nivel; debutant; intermediaire; avance;
    confirme; courant;
    maitrise; notions; bilingue; langue maternelle; bon niveau; natif; grundkenntnisse; fortgeschritten;
    fliessend; experte;
    anfanger; muttersprache; meister; sehr gut; gut; verhandlungssicher; muttersprachler; grundlagen; profi;
    sehr gute kenntnisse;
    gute kenntnisse""".replace("\n", " ").split(";")
)
_LEVELS = frozenset(" ".join(level.split()) for level in _LEVELS)
_LEVEL_TAIL = re.compile(
    r"(?<!\s)\s*(?:[(\[–—:-]\s*)?(?:"
    + "|".join(sorted((re.escape(v) for v in _LEVELS), key=len, reverse=True))
    + r")\s*[)\]]?$",
    re.I,
)
# Each begins at the first of the spaces before it: a long run of them is tried once.
_YEARS_TAIL = re.compile(
    r"(?<!\s)\s*(?:[(–—-]\s*)?\d{1,2}\+?\s*(?:years?|yrs?|años|anos|ans|jahre)\b.*$|(?<!\s)\s*\(\d+\)$|"
    r"(?<!\s)\s*[●○★☆⬤◯▪▫•■□]{2,}.*$|(?<!\s)\s*\d{1,3}\s?%$",
    re.I,
)
_LABEL = re.compile(r"^([^:,;()\t]{2,45}?)\s*:\s*(.*)$")
_SKIP_LABEL = re.compile(
    r"^(?:categor[iy]a?|category|cat[eé]gorie|kategorie|level|nivel|n[ií]vel|niveau)\b", re.I
)
_LANGUAGE_LABEL = re.compile(
    r"^(?:spoken\s+|human\s+|foreign\s+|natural\s+)?(?:languages?|idiomas?|langues?|sprachen|l[ií]nguas)\b",
    re.I,
)
_ITEM_SPLIT = re.compile(r"\t|\s*[,;•·●▪|‣∙◦]\s*(?![^(]*\))|\s+/\s+(?=$)|\s+[–—-]\s+")
_MAX_WORDS = 6


@dataclass(slots=True)
class Skill:
    """A skill by its canonical name, with how it was printed."""

    name: str
    found: Found
    shown: str = ""  # the name that a reader of the résumé knows

    def __post_init__(self) -> None:
        self.shown = self.shown or _shown(self.found.raw, self.name)


def _shown(printed: str, canonical: str) -> str:
    """The printed name; the canonical one where the two differ in spelling alone ("ReactJS" and "React").

    "Budgetplanung" is not shown as "Budgeting".
    """
    letters = _letters(printed)
    return canonical if _letters(canonical) in {letters, letters.removesuffix("js")} else printed


def find_skills(sections: list[Section], document: Document) -> list[Skill]:
    """The skills that the skills sections list, each once as it is shown, named by the taxonomy if it can.

    Without such a section, those that the taxonomy finds anywhere in the text.
    """
    items = [item for section in sections for item in list_items(section.lines)]
    if not items:
        return _scanned(document)
    skills: dict[str, Skill] = {}
    for item in items:
        for skill in _normalised(item):
            known = skills.setdefault(skill.name, skill)
            if _letters(known.shown) != _letters(skill.shown):
                known.shown = known.name  # printed in several ways: one name for all
    return list({_letters(skill.shown) or skill.name: skill for skill in reversed(skills.values())}.values())[
        ::-1
    ]


def _letters(name: str) -> str:
    return fold(name).replace(" ", "")


def list_items(lines: list[Line]) -> list[Found]:
    """The items of a list section, parted by commas, bullets, columns or lines, without labels and levels."""
    items: list[Found] = []
    open_item: str | None = None
    categories = _categories(lines)
    for line in lines:
        text = line.text
        if id(line) in categories or _SKIP_LABEL.match(text) or _is_sentence(text):
            continue
        if open_item is not None and _continues(open_item, text):
            previous = items.pop() if items and items[-1].raw == open_item else None
            text = f"{previous.raw} {text}" if previous is not None else text
        match = _LABEL.match(text)
        if match:
            if _LANGUAGE_LABEL.match(match[1]) and speaks_languages(match[2]):
                continue
            text = match[2]
        slashes = text.count(" / ") > 1 and not re.search(r"[,;•|\t]", text)
        for part in text.split(" / ") if slashes else _ITEM_SPLIT.split(text):
            if (item := _item(part, line)) is not None:
                items.append(item)
        open_item = (
            items[-1].raw
            if items and re.search(r"[,;]", line.text) and not line.text.rstrip().endswith(".")
            else None
        )
    return items


def _is_sentence(text: str) -> bool:
    """True for a remark among the items: many words, or a few with a full stop, and no list of any kind."""
    if re.search(r"[,;:•·|\t]", text):
        return False
    words = len(text.split())
    return words > 9 or (words > 3 and text.endswith("."))


def _categories(lines: list[Line]) -> set[int]:
    """The ids of the lines that only name a group of items: set larger, or bold among plain ones."""
    sizes = sorted(line.size for line in lines)
    usual = sizes[len(sizes) // 2] if sizes else 0.0
    plain = sum(1 for line in lines if not line.bold)
    found = set()
    for line, following in itertools.pairwise(lines):
        if len(line.cells) > 1 or line.bullet or re.search(r"[,;:•|]", line.text):
            continue
        larger = line.level > following.level or (
            usual and line.size > usual + 0.6 and following.size < line.size
        )
        marked = line.bold and not following.bold and plain > 0.6 * len(lines)
        if larger or marked:
            found.add(id(line))
    return found


def _continues(open_item: str, text: str) -> bool:
    """True if the line goes on with the item that the line before broke off."""
    from ats_core.taxonomy import find

    if _LABEL.match(text) or len(open_item.split()) > 3:
        return False
    if text[:1].islower():
        return "," in text or len(text.split()) <= 3
    first = re.split(r"[,;]", text)[0].strip()
    return find(open_item) is None and find(f"{open_item} {first}") is not None


def _item(part: str, line: Line) -> Found | None:
    raw = part.strip(" .,;:-–—*\u2022")
    raw = re.sub(r"^(?:and|y|e|et|und)\s+", "", raw)
    value = _YEARS_TAIL.sub("", raw)
    if fold(value) in _LEVELS:
        return None
    value = _LEVEL_TAIL.sub("", value).strip(" .,;:-–—(")
    if value.count("(") != value.count(")"):
        value = value.strip("()")
    words = value.split()
    if not words or len(words) > _MAX_WORDS or len(value) > 60 or not re.search(r"[^\W\d_]", value):
        return None
    if fold(value) in HUMAN_LANGUAGES or re.match(r"https?:|www\.", value) or "@" in value:
        return None
    return Found(value, value, 0.85, line, by="list-item")


def _normalised(item: Found) -> list[Skill]:
    from ats_core.taxonomy import find

    match = find(item.value)
    if match is None:
        return [Skill(item.value, Found(item.value, item.raw, 0.6, item.line, by="list-item"))]
    return [
        Skill(
            match.name,
            Found(
                match.name, item.raw, round(0.5 + 0.49 * match.confidence, 3), item.line, by="skill-taxonomy"
            ),
        )
    ]


def _scanned(document: Document) -> list[Skill]:
    from ats_core.taxonomy import scan

    skills: dict[str, Skill] = {}
    for hit in scan(document.text):
        raw = document.text[hit.start : hit.end]
        if fold(raw) in HUMAN_LANGUAGES or hit.kind not in {"technical", "professional"}:
            continue
        if title_score(raw) > 0:
            continue  # "Forklift Driver" is what the person was, not what a list of skills would say
        found = Found(hit.name, raw, round(0.8 * hit.confidence, 3), by="text-scan")
        skills.setdefault(hit.name, Skill(hit.name, found))
    return list(skills.values())


def find_certifications(sections: list[Section]) -> list[Found]:
    """The names in the certification sections, without dates, numbers and issuers on lines of their own.

    Where no section is named after certificates, a short list of courses counts as far as it names some.
    """
    named = [section for section in sections if section.kind == "certifications"]
    found: dict[str, Found] = {}
    for section in named or [section for section in sections if len(section.lines) <= _FEW]:
        for line in section.lines:
            for part in _certificates(line, alone=len(section.lines) == 1):
                text = _ISSUED.sub("", _balanced(part))
                fits = 2 < len(text) <= 120 and re.search(r"[^\W\d_]{2}", text) and len(text.split()) <= 16
                if fits and (named or _is_certificate(text)):
                    found.setdefault(fold(text), Found(text, text, 0.85, line, by="heading-section"))
    return list(found.values())


def _is_certificate(text: str) -> bool:
    """True if the text says that it is a certificate, or the taxonomy knows it as one."""
    from ats_core.taxonomy import find

    match = find(text)
    return _CERTIFIED.search(text) is not None or (match is not None and match.kind == "licence")


_FEW = 8  # lines; a longer list tells of courses that were followed
_CERTIFIED = re.compile(
    r"certifi|zertifi|schein\b|lizenz|licen[cs]|licen[cç]a|permis|carn[eé]t?\b|habilitation|accredit|diplom|"
    r"pr[uü]fung|"
    r"beauftragte|fachkunde|zusatzbezeichnung|anerkennung|\b[A-Z]{2,6}-\w+\b|toeic|toefl|\bNR-?\d|\bISO\b|"
    r"first aid|"
    r"erste hilfe|premiers secours|primeros auxilios|primeiros socorros|secouriste",
    re.I,
)
_ISSUED = re.compile(
    r"^(?:issued|expedici[oó]n|emitido|credential|id|valid|g[uü]ltig|obtenu|delivr[eé])\b.*$",
    re.I,
)


def _certificates(line: Line, *, alone: bool) -> list[str]:
    """The names on the line: one, or those between semicolons, or between the commas of the only line."""
    text = without_dates(line.text, find_dates(line.text)).split("\t")[0].strip(" ,;:-–—|")
    if ";" in text:
        return [part.strip(" ,.;") for part in text.split(";")]
    parts = [part.strip(" .") for part in re.split(r",\s+(?![^(]*\))", text)]
    # Of two parts the second may be who issued the first.
    if alone and (len(parts) > 2 or (len(parts) == 2 and all(map(_is_certificate, parts)))):
        return parts
    return [text]


def _balanced(text: str) -> str:
    """The text without brackets that have lost their partner, or that hold all of it."""
    while text.startswith("(") and (text.endswith(")") or ")" not in text):
        text = text.strip("()").strip()
    if text.count("(") < text.count(")"):
        text = text.rstrip(")").rstrip()
    if text.count("(") > text.count(")"):
        head, _, tail = text.rpartition("(")
        text = head.rstrip(" ,;:-–—|") if not tail.strip() else text
    return text


def find_languages(sections: list[Section]) -> list[Found]:
    """The human languages that the person speaks, as printed."""
    found: dict[str, Found] = {}
    for section in sections:
        for line in section.lines:
            for word in re.findall(r"[^\W\d_]+", line.text):
                if fold(word) in HUMAN_LANGUAGES:
                    found.setdefault(
                        fold(word),
                        Found(
                            word.capitalize() if word.isupper() else word,
                            word,
                            0.9,
                            line,
                            by="language-list",
                        ),
                    )
    return list(found.values())
