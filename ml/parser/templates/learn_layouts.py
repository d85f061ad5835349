# ruff: noqa: E501 - the lines of a template belong together
"""Layouts and composed templates of the learn split."""

from __future__ import annotations

from itertools import groupby

from ml.parser.templates import blocks as b
from ml.parser.templates.blocks import Block, Row, Run
from ml.parser.templates.compose import Kit, Recipe, each_job, each_study, no_resume, promoted, template
from ml.parser.templates.people import Job, Person, Study, date_text
from ml.parser.templates.sheets import Template, titled

# --- heads


def _centred(p: Person, k: Kit) -> list[Block]:
    parts = [part for part in (p.place, p.phone, p.mail) if part]
    return [
        Row("centre", (Run(p.name, bold=True, larger=10),)),
        Row("centre", (Run(p.headline),)),
        Row("centre", (Run(k.sep.join(parts)),)),
    ]


def _stacked(p: Person, k: Kit) -> list[Block]:
    return [Row("title", (Run(p.name, bold=True, larger=12),)), b.text(p.headline),
            *(b.text(part) for part in (p.place, p.phone, p.mail) if part)]  # fmt: skip


def _labelled(p: Person, k: Kit) -> list[Block]:
    pairs = [("name", p.name), ("place", p.place), ("phone", p.phone), ("mail", p.mail)]
    return [Row("title", (Run("Curriculum Vitae", larger=8),)),
            *(b.text(Run(f"{p.w[key]}: ", bold=True), value) for key, value in pairs if value)]  # fmt: skip


def _name_only(p: Person, k: Kit) -> list[Block]:
    return [Row("title", (Run(p.name, larger=14),))]


# --- jobs


def _title_right_dates(p: Person, j: Job, k: Kit) -> list[Block]:
    return [b.text(Run(j.title, bold=True), right=[k.range(p, j)]),
            b.text(Run(j.company, italic=True), right=[j.place] if k.places else []), *k.tasks(j)]  # fmt: skip


def _one_sentence(p: Person, j: Job, k: Kit) -> list[Block]:
    return [b.text(Run(f"{j.title}{p.w['at']}{j.company}", bold=True), f" ({k.range(p, j)})"), *k.tasks(j)]


def _hanging_dates(p: Person, j: Job, k: Kit) -> list[Block]:
    return [b.text(Run(j.title, bold=True), hang=[k.range(p, j)]), b.text(k.at(j), hang=[" "]), *k.tasks(j)]


def _dates_on_top(p: Person, j: Job, k: Kit) -> list[Block]:
    return [
        b.text(Run(k.range(p, j), grey=True)),
        b.text(Run(k.at(j), bold=True)),
        b.text(Run(j.title, italic=True)),
        *k.tasks(j),
    ]


def _employer_dash_title(p: Person, j: Job, k: Kit) -> list[Block]:
    return [
        b.text(Run(j.company, bold=True), f" — {j.title}"),
        b.text(Run(k.range(p, j), italic=True)),
        *k.tasks(j),
    ]


def _bars(p: Person, j: Job, k: Kit) -> list[Block]:
    parts = [j.title, j.company, *([j.place] if k.places else []), k.range(p, j)]
    return [b.text(Run(" | ".join(parts), bold=True)), *k.tasks(j)]


def _undated(p: Person, j: Job, k: Kit) -> list[Block]:
    return [b.text(Run(j.title, bold=True), f", {j.company}"), *k.tasks(j)]


def _undated_two_lines(p: Person, j: Job, k: Kit) -> list[Block]:
    return [b.text(Run(k.at(j), bold=True)), b.text(Run(j.title, italic=True)), *k.tasks(j)]


def _terse(p: Person, j: Job, k: Kit) -> list[Block]:
    return [b.text(f"{k.range(p, j)}  {j.title}, {k.at(j)}")]


def _company_once(p: Person, k: Kit) -> list[Block]:
    made: list[Block] = []
    for company, jobs in groupby(p.jobs, key=lambda j: j.company):
        held = list(jobs)
        made.append(b.text(Run(company, bold=True, larger=1), right=[held[0].place] if k.places else []))
        for j in held:
            made += [b.text(Run(j.title, italic=True), right=[k.range(p, j)]), *k.tasks(j)]
        made.append(b.GAP)
    return made


# --- studies


def _degree_right_years(p: Person, s: Study, k: Kit) -> list[Block]:
    return [
        b.text(Run(titled(p, s.degree, s.field), bold=True), right=[k.years(s)]),
        b.text(Run(s.school, italic=True)),
    ]


def _school_then_degree(p: Person, s: Study, k: Kit) -> list[Block]:
    return [
        b.text(Run(s.school, bold=True), right=[str(s.end)]),
        b.text(f"{s.degree}, {s.field}" if s.field else s.degree),
    ]


def _study_sentence(p: Person, s: Study, k: Kit) -> list[Block]:
    return [b.text(f"{titled(p, s.degree, s.field)}, {s.school}, {s.end}")]


def _study_hanging(p: Person, s: Study, k: Kit) -> list[Block]:
    return [
        b.text(Run(titled(p, s.degree, s.field), bold=True), hang=[k.years(s)]),
        b.text(s.school, hang=[" "]),
    ]


def _study_stacked(p: Person, s: Study, k: Kit) -> list[Block]:
    return [
        b.text(Run(s.degree, bold=True)),
        *([b.text(s.field)] if s.field else []),
        b.text(s.school),
        b.text(Run(k.years(s), grey=True)),
    ]


def _study_terse(p: Person, s: Study, k: Kit) -> list[Block]:
    return [b.text(f"{k.years(s)}  {titled(p, s.degree, s.field)}, {s.school}")]


_ALL = ("typ", "typ", "docx", "page", "txt")
RECIPES = (
    Recipe("standard", _centred, each_job(_title_right_dates), each_study(_degree_right_years),
           kinds=("typ", "typ", "docx", "page", "html", "odt-pdf")),
    Recipe("sentences", _stacked, each_job(_one_sentence), each_study(_study_sentence), kinds=_ALL),
    Recipe("hanging", _centred, each_job(_hanging_dates), each_study(_study_hanging), kinds=("typ",), styles=("short", "num", "dot", "iso", "year"),
           order=("work", "study", "tongues", "skills", "certs", "hobby")),
    Recipe("left_bar", _name_only, each_job(_dates_on_top), each_study(_study_stacked),
           side=("contact", "skills", "tongues", "certs"), order=("about", "work", "study"), kinds=("typ", "typ", "html")),
    Recipe("dash_heads", _labelled, each_job(_employer_dash_title), each_study(_school_then_degree),
           kinds=("typ", "docx", "md", "txt"), order=("work", "study", "project", "skills", "certs", "refs")),
    Recipe("bars", _stacked, each_job(_bars), each_study(_study_sentence), kinds=_ALL),
    Recipe("undated", _centred, each_job(_undated), each_study(_degree_right_years), dated=False,
           kinds=("typ", "docx", "txt")),
    Recipe("undated_blocks", _stacked, each_job(_undated_two_lines), each_study(_study_sentence), dated=False,
           kinds=("typ", "docx")),
    Recipe("hybrid", _labelled, each_job(_terse), each_study(_study_terse),
           order=("about", "skills", "project", "work", "study", "certs"), kinds=_ALL, styles=("year", "num", "dot"),
           told=False),
    Recipe("rising", _stacked, _company_once, each_study(_school_then_degree), change=promoted,
           kinds=("typ", "typ", "docx", "page", "txt")),
    Recipe("scholar", _stacked, each_job(_title_right_dates), each_study(_study_hanging),
           order=("study", "work", "publications", "tongues", "skills"), styles=("year", "short"), kinds=("typ",)),
    Recipe("own_words", _centred, each_job(_title_right_dates), each_study(_school_then_degree),
           words={"work": ("Where I have worked", "Was ich bisher gemacht habe", "Ce que j'ai fait", "Lo que he hecho", "O que já fiz"),
                  "study": ("Years of learning", "Lehrjahre", "Mes années d'école", "Mis años de escuela", "Meus anos de escola"),
                  "hobby": ("Off the clock", "Nach Feierabend", "Après le travail", "Fuera del trabajo", "Fora do trabalho")},
           order=("about", "work", "study", "skills", "hobby"), kinds=("typ", "docx", "page")),
)  # fmt: skip


def _memo(p: Person, k: Kit) -> list[Block]:
    """A note about the work: a heading of one word, sentences, a list, a date."""
    tasks = [task for job in p.jobs for task in job.tasks]
    return [
        Row(
            "title",
            (
                Run(
                    k.dice.choice([p.w["project"], p.w["tasks"], p.w["courses"], p.jobs[0].company]), larger=6
                ),
            ),
        ),
        *([b.text(date_text(p, p.jobs[0].start, k.style))] if k.dice.random() < 0.5 else []),
        b.text(". ".join(tasks[:2]) + "."),
        Row("heading", (Run(p.w["tasks"]),)),
        *(b.bullet(task) for task in tasks[2:]),
        b.text(p.summary),
    ]


TEMPLATES: dict[str, Template] = {recipe.name: template(recipe, "learn") for recipe in RECIPES}
TEMPLATES["memo"] = no_resume("memo", "learn", _memo)
