"""Which class each line of a made résumé belongs to, by laying the truth beside the lines as our reader
reads them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import Any

from ats_core.parser.dates import is_only_date
from ats_core.parser.document import Line
from ats_core.parser.places import place_score
from ml.parser.judge import folded
from ml.parser.templates import learn_layouts, test_layouts
from ml.parser.templates.people import LANGUAGES, split_words


@cache
def headings() -> frozenset[str]:
    """All words by which the templates head a section, folded."""
    made: set[str] = set()
    for language in LANGUAGES:
        words = import_module(f"ml.parser.words.{language}")
        for options in words.HEADINGS.values():
            made |= {folded(option) for option in split_words(options)}
        labels = dict(pair.split("=", 1) for pair in words.LABELS.split(";"))
        keys = (
            "work",
            "study",
            "skills",
            "certs",
            "tongues",
            "about",
            "contact",
            "hobby",
            "project",
            "publications",
        )
        made |= {folded(labels[key]) for key in (*keys, "refs")}
    for recipe in (*learn_layouts.RECIPES, *test_layouts.RECIPES):
        made |= {folded(option) for options in recipe.words.values() for option in options}
    return frozenset(made)


def labels_of(lines: Sequence[Line], truth: Mapping[str, Any]) -> list[str]:
    """One class of `ats_core.parser.learned.lines.CLASSES` for each line."""
    texts = [folded(line.text) for line in lines]
    known = _Known(truth)
    made = [_label(line, text, known) for line, text in zip(lines, texts, strict=True)]
    _mark_headline(texts, made, known)
    _spread(lines, made)
    return [label or "other" for label in made]


class _Known:
    """The folded texts of the truth."""

    def __init__(self, truth: Mapping[str, Any]) -> None:
        contact = truth["contact"]
        self.name = folded(f"{contact['first_name'] or ''} {contact['last_name'] or ''}")
        self.contact = [folded(contact[key]) for key in ("email", "phone", "location") if contact.get(key)]
        self.titles = [folded(job["title"]) for job in truth["work_history"]]
        self.heads = {*self.titles, *(folded(job["company"]) for job in truth["work_history"])}
        self.tasks = folded(" \n ".join(job["description"] for job in truth["work_history"]))
        self.task_list = {
            folded(task) for job in truth["work_history"] for task in job["description"].split("\n")
        } - {""}
        self.studies = {folded(study["institution"]) for study in truth["education"]}
        self.studies |= {folded(f"{s['degree']} {s['field'] or ''}") for s in truth["education"]}
        self.degrees = {folded(s["degree"]) for s in truth["education"]}
        self.fields = {folded(s["field"]) for s in truth["education"] if s["field"]}
        self.skills = {folded(skill) for skill in truth["skills"]}
        self.certificates = {folded(name) for name in truth["certifications"]}
        self.tongues = {folded(name) for name in truth["tongues"]}


def _label(line: Line, text: str, known: _Known) -> str | None:
    if not text:
        return None
    first = folded(line.cells[0])
    if text in headings() or (len(line.cells) > 1 and first in headings() and len(first) > 5):
        return "heading"
    padded = f" {text} "

    def holds(words: set[str]) -> bool:
        return any(f" {word} " in padded for word in words if word)

    if known.name and known.name in text:
        return "name"
    if (len(text) > 14 and f" {text} " in f" {known.tasks} ") or holds(known.task_list):
        return "task"
    if holds(known.studies) or (holds(known.degrees) and (holds(known.fields) or text in known.degrees)):
        return "study" if not _more_job(padded, known) else "job"
    if any(part and part in text for part in known.contact) and not holds(known.heads):
        return "contact"
    if holds(known.heads):
        return "job"
    if holds(known.certificates):
        return "certificate"
    if holds(known.skills):
        return "skill"
    if text in known.fields:
        return "study"
    return "tongue" if holds(known.tongues) else None


def _more_job(padded: str, known: _Known) -> bool:
    """True for an employer that is also a school: the line has a title and no degree."""
    return any(f" {title} " in padded for title in known.titles) and not any(
        f" {degree} " in padded for degree in known.degrees
    )


def _mark_headline(texts: Sequence[str], made: list[str | None], known: _Known) -> None:
    """The title under the name belongs to the contact: it is the first of more lines than jobs have that
    title.
    """
    title = next(iter(known.titles), "")
    at = [index for index, text in enumerate(texts) if text == title]
    if title and len(at) > known.titles.count(title):
        made[at[0]] = "contact"


def _spread(lines: Sequence[Line], made: list[str | None]) -> None:
    """Dates and places on lines of their own belong to the nearest head, above all to the one just above."""
    for index, line in enumerate(lines):
        if made[index] is not None or not (is_only_date(line.text) or place_score(line.text) >= 0.6):
            continue
        near = [
            made[other] for other in (index - 1, index + 1, index - 2, index + 2) if 0 <= other < len(made)
        ]
        made[index] = next((label for label in near if label in {"job", "study"}), None)
