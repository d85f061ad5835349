"""Europass pages without data inside: their labels say which lines tell languages, and which tell skills."""

from __future__ import annotations

import re

from ats_core.language import fold
from ats_core.parser.document import Line
from ats_core.parser.headings import heading_section
from ats_core.parser.profile import Profile

# Labels as `fold` leaves them, without the plural in brackets.
_MOTHER = re.compile(
    r"mother tongues?|lenguas? maternas?|idiomas? maternos?|linguas? maternas?|"
    r"langues? maternelles?|muttersprachen?"
)
_OTHER = re.compile(
    r"other languages?|otros? idiomas?|otras? lenguas?|outras? linguas?|outros? idiomas?|autres? langues?|"
    r"(?:weitere|sonstige|andere) sprachen?"
)
_SKILLS = re.compile(
    r"(?:digital|computer|job related|technical) (?:skills?|competences?)|"
    r"competencias (?:digitales|informaticas|relacionadas con el empleo)|"
    r"competencias (?:digitais|informaticas|relacionadas com o trabalho)|"
    r"competences (?:numeriques|informatiques|liees emploi)|"
    r"(?:digitale|berufliche|computer) ?(?:kompetenzen?|fahigkeiten|kenntnisse)"
)
# Labels that end the list of the label before.
_ENDS = re.compile(
    r"(?:communication|organi[sz]ational|managerial|other|social|driving|artistic) (?:\w+ )?"
    r"(?:skill|licence|compet)|competenci?[ae]s |fuhrerschein|permis|carta de conducao|soziale|sonstige"
)
_LEVELS = re.compile(r"(?:\b[ABC][12]\b\W{0,3}){2,}.*$")
_NAME = re.compile(r"[^\W\d_]{3,20}")


def europass_labels(lines: list[Line]) -> Profile | None:
    """A profile of languages and skills alone; None if the lines have no labels of Europass."""
    mother = next((i for i, line in enumerate(lines) if _labelled(line, _MOTHER) is not None), None)
    if mother is None:
        return None
    profile = Profile("europass-layout")
    target: list[str] | None = None
    names = False
    for line in lines[mother:]:
        for pattern, chosen in (
            (_MOTHER, profile.languages), (_OTHER, profile.languages), (_SKILLS, profile.skills),
        ):  # fmt: skip
            if (rest := _labelled(line, pattern)) is not None:
                target, names = chosen, chosen is profile.languages
                _take(rest, target, names)
                break
        else:
            if heading_section(line.text) is not None or _ENDS.match(fold(line.text)):
                if target is profile.skills:
                    break
                target = None
            elif target is not None:
                _take(line.text, target, names)
    return profile if profile.languages or profile.skills else None


def _labelled(line: Line, pattern: re.Pattern[str]) -> str | None:
    """What stands behind the label that the line begins with; None if it begins with no such label."""
    head, _, rest = line.text.replace(":", "\t", 1).partition("\t")
    label = " ".join(word for word in fold(head).split() if len(word) > 1)
    return rest.strip() if pattern.fullmatch(label) else None


def _take(text: str, target: list[str], names: bool) -> None:
    """Adds the items of a line: names of languages, or skills that a list parts."""
    if names:
        told = _LEVELS.sub("", text)
        parts = re.split(r"[\t,;/|]| and | y | e | et | und ", told)
        target.extend(
            part.strip() for part in parts if _NAME.fullmatch(part.strip()) and part.strip()[0].isupper()
        )
        return
    items = (part.strip(" .-–▪•") for part in re.split(r"[\t,;|•▪]", text))
    target.extend(item for item in items if item and len(item.split()) <= 5)
