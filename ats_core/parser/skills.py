"""Skills and spoken languages, as their sections list them and as the taxonomy names them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from ats_core.language import fold
from ats_core.parser.document import Document
from ats_core.parser.found import Found
from ats_core.parser.items import list_items, names_one_skill
from ats_core.parser.sections import Section
from ats_core.parser.tongues import HUMAN_LANGUAGES
from ats_core.parser.vocabulary import title_score
from ats_core.parser.wordlist import words_of

_NO_OTHER = words_of(
    """js ms microsoft google apache adobe oracle amazon aws ibm sap atlassian language programming software
    framework sprache lenguaje linguagem langage db database suite tool the and"""
)
_SEVERAL = 5
_OFTEN = 3
_CERTAIN = 0.9  # what the taxonomy is less sure of may be another skill, so it is not merged with the first


@dataclass(slots=True)
class Skill:
    """A skill by its canonical name, with how it was printed."""

    name: str
    found: Found
    shown: str = ""  # the name that a reader of the résumé knows
    listed: bool = True  # False for a word of running text that the person does not call a skill

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

    Without such a section, those that the taxonomy finds anywhere in the text, most of them not `listed`.
    """
    items = list_items(*(section.lines for section in sections)) or _alone_on_lines(document)
    if not items:
        return _scanned(document)
    skills: dict[str, Skill] = {}
    for item in items:
        for skill in _normalised(item):
            sure = skill.found.confidence >= 0.5 + 0.49 * _CERTAIN - 0.001
            known = skills.setdefault(skill.name if sure else _letters(skill.shown), skill)
            if _letters(known.shown) == _letters(skill.shown):
                continue
            if _is_variant(known.found.raw, skill.found.raw):
                known.shown = known.name  # printed in several ways: one name for all
            else:
                skills.setdefault(_letters(skill.shown), skill)
    return list({_letters(skill.shown) or skill.name: skill for skill in reversed(skills.values())}.values())[
        ::-1
    ]


def _alone_on_lines(document: Document) -> list[Found]:
    """The skills that stand alone on lines under no heading of theirs, where there are several."""
    lines = [line for line in document.lines if names_one_skill(line)]
    if len(lines) < _SEVERAL:
        return []
    names = [line.text.strip(" :•-") for line in lines]
    return [Found(name, name, 0.8, line, by="list-item") for name, line in zip(names, lines, strict=True)]


def _is_variant(one: str, other: str) -> bool:
    """True if one name is another spelling of the other ("Postgres", "PostgreSQL"; "Excel", "MS Excel").

    "Docker Compose" is more than "Docker", and "Verilog" no spelling of "VHDL", whatever they have in common.
    """
    bare, rest = (_words(name) for name in (one, other))
    return bare == rest or (len(bare) == len(rest) and "".join(bare)[:3] == "".join(rest)[:3])


def _words(name: str) -> list[str]:
    """The words of a name without vendors, versions and brackets."""
    words = fold(re.sub(r"\s*\([^()]*\)", "", name)).split()
    kept = [word.removesuffix("js") for word in words if not word.isdigit() and word not in _NO_OTHER]
    return [word for word in kept if word] or words


def _letters(name: str) -> str:
    return fold(name).replace(" ", "")


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
    """The skills of running text; as good as listed are technical ones that come up often."""
    from ats_core.taxonomy import scan

    skills: dict[str, Skill] = {}
    mentions: Counter[str] = Counter()
    for hit in scan(document.text):
        raw = document.text[hit.start : hit.end]
        if fold(raw) in HUMAN_LANGUAGES or hit.kind not in {"technical", "professional"}:
            continue
        if title_score(raw) > 0:
            continue  # "Forklift Driver" is what the person was, not what a list of skills would say
        mentions[hit.name] += 1
        if hit.name in skills:
            skills[hit.name].listed = hit.kind == "technical" and mentions[hit.name] >= _OFTEN
            continue
        found = Found(hit.name, raw, round(0.8 * hit.confidence, 3), by="text-scan")
        skills[hit.name] = Skill(hit.name, found, listed=False)
    return list(skills.values())


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
