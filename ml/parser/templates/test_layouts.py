# ruff: noqa: E501 - the lines of a template belong together
"""Layouts and composed templates of the test split: no rule is written for them and no weight is fitted to
them.
"""

from __future__ import annotations

from itertools import groupby

from ml.parser.templates import blocks as b
from ml.parser.templates.blocks import Block, Row, Run, Table
from ml.parser.templates.compose import Kit, Recipe, each_job, each_study, no_resume, promoted, template
from ml.parser.templates.people import Job, Person, Study
from ml.parser.templates.sheets import Template, titled

# --- heads


def _name_right(p: Person, k: Kit) -> list[Block]:
    parts = [part for part in (p.mail, p.phone, p.place) if part] or [p.w["contact"]]
    return [b.text(Run(p.name, larger=11), right=[Run(parts[0], grey=True)]),
            b.text(Run(p.headline, italic=True), right=[Run(k.sep.join(parts[1:]), grey=True)])]  # fmt: skip


def _bar_line(p: Person, k: Kit) -> list[Block]:
    parts = [part for part in (p.phone, p.mail, p.place) if part]
    return [
        Row("title", (Run(p.name.upper(), bold=True, larger=8),)),
        b.text(" | ".join([p.headline, *parts])),
    ]


def _last_first(p: Person, k: Kit) -> list[Block]:
    return [Row("title", (Run(f"{p.first} {p.last.upper()}", larger=9),)),
            b.text("  ".join(part for part in (p.place, p.mail) if part)), *([b.text(f"{p.w['phone']}: {p.phone}")] if p.phone else [])]  # fmt: skip


def _bare_name(p: Person, k: Kit) -> list[Block]:
    return [Row("centre", (Run(p.name, bold=True, larger=9),)), Row("centre", (Run(p.headline, grey=True),))]


# --- jobs


def _employer_right_dates(p: Person, j: Job, k: Kit) -> list[Block]:
    return [b.text(Run(j.company, bold=True), right=[k.range(p, j)]),
            b.text(Run(j.title, italic=True), right=[j.place] if k.places else []), *k.tasks(j)]  # fmt: skip


def _colon_line(p: Person, j: Job, k: Kit) -> list[Block]:
    return [b.text(f"{k.range(p, j)}: {j.title}, {j.company}"), *k.tasks(j)]


def _network(p: Person, j: Job, k: Kit) -> list[Block]:
    rows: list[Block] = [
        b.text(Run(j.title, bold=True, larger=1)),
        b.text(j.company),
        b.text(Run(k.range(p, j), grey=True)),
    ]
    return [*rows, *([b.text(Run(j.place, grey=True))] if k.places else []), *k.tasks(j)]


def _hanging_with_place(p: Person, j: Job, k: Kit) -> list[Block]:
    return [b.text(Run(j.company, bold=True), hang=[k.range(p, j)]),
            b.text(Run(j.title), hang=[j.place if k.places else " "]), *k.tasks(j)]  # fmt: skip


def _dash_right(p: Person, j: Job, k: Kit) -> list[Block]:
    return [b.text(Run(j.title, bold=True), f" – {k.at(j)}", right=[k.range(p, j)]), *k.tasks(j)]


def _two_bars(p: Person, j: Job, k: Kit) -> list[Block]:
    return [b.text(Run(k.at(j, " | "), bold=True)), b.text(f"{j.title} | {k.range(p, j)}"), *k.tasks(j)]


def _with_slogan(p: Person, j: Job, k: Kit) -> list[Block]:
    return [
        b.text(Run(f"{j.title}, {k.range(p, j)}", bold=True)),
        b.text(Run(k.at(j), italic=True)),
        *k.tasks(j),
    ]


def _undated_reversed(p: Person, j: Job, k: Kit) -> list[Block]:
    return [b.text(Run(j.title, bold=True, larger=1)), b.text(Run(k.at(j), italic=True)), *k.tasks(j)]


def _undated_dash(p: Person, j: Job, k: Kit) -> list[Block]:
    return [b.text(Run(f"{j.company} – {j.title}", bold=True)), *k.tasks(j)]


def _as_table(p: Person, k: Kit) -> list[Block]:
    head = (p.w["period"], p.w["position"], p.w["employer"])
    return [Table((head, *((k.range(p, j), j.title, j.company) for j in p.jobs)))]


def _roles_in_bullets(p: Person, k: Kit) -> list[Block]:
    made: list[Block] = []
    for company, jobs in groupby(p.jobs, key=lambda j: j.company):
        held = list(jobs)
        made.append(b.text(Run(company, bold=True), f", {held[0].place}" if k.places else ""))
        for j in held:
            made += [b.text(f"{j.title} ({k.range(p, j)})"), *k.tasks(j)]
        made.append(b.GAP)
    return made


# --- studies


def _school_right_years(p: Person, s: Study, k: Kit) -> list[Block]:
    return [
        b.text(Run(s.school, bold=True), right=[k.years(s)]),
        b.text(Run(titled(p, s.degree, s.field), italic=True)),
    ]


def _degree_dash_school(p: Person, s: Study, k: Kit) -> list[Block]:
    return [b.text(Run(titled(p, s.degree, s.field), bold=True), f" – {s.school}", right=[str(s.end)])]


def _colon_study(p: Person, s: Study, k: Kit) -> list[Block]:
    return [b.text(f"{k.years(s)}: {s.degree}{': ' + s.field if s.field else ''}, {s.school}")]


def _hanging_study(p: Person, s: Study, k: Kit) -> list[Block]:
    return [
        b.text(Run(s.school, bold=True), hang=[k.years(s)]),
        b.text(titled(p, s.degree, s.field), hang=[" "]),
    ]


def _network_study(p: Person, s: Study, k: Kit) -> list[Block]:
    return [
        b.text(Run(s.school, bold=True, larger=1)),
        b.text(f"{s.degree}, {s.field}" if s.field else s.degree),
        b.text(Run(k.years(s), grey=True)),
    ]


def _bar_study(p: Person, s: Study, k: Kit) -> list[Block]:
    return [b.text(" | ".join([titled(p, s.degree, s.field), s.school, str(s.end)]))]


_ALL = ("typ", "typ", "docx", "page", "txt")
RECIPES = (
    Recipe("ivy", _bar_line, each_job(_employer_right_dates), each_study(_school_right_years),
           order=("study", "work", "certs", "skills", "tongues"), kinds=("typ", "typ", "docx", "html", "odt-pdf", "doc")),
    Recipe("colons", _last_first, each_job(_colon_line), each_study(_colon_study), kinds=_ALL),
    Recipe("network", _bare_name, each_job(_network), each_study(_network_study),
           side=("contact", "skills", "tongues", "certs"), order=("about", "work", "study"), kinds=("typ", "typ", "html")),
    Recipe("hanging_places", _name_right, each_job(_hanging_with_place), each_study(_hanging_study), kinds=("typ",), styles=("short", "num", "dot", "iso", "year"),
           order=("about", "work", "study", "skills", "certs", "tongues")),
    Recipe("dashes", _bar_line, each_job(_dash_right), each_study(_degree_dash_school),
           kinds=("typ", "docx", "page", "md", "txt")),
    Recipe("two_bars", _last_first, each_job(_two_bars), each_study(_bar_study), kinds=_ALL,
           order=("skills", "work", "study", "certs", "hobby")),
    Recipe("right_bar", _name_right, each_job(_with_slogan), each_study(_school_right_years),
           side=("skills", "certs", "tongues"), side_left=False, order=("about", "work", "study"), kinds=("typ", "html")),
    Recipe("no_dates", _bar_line, each_job(_undated_reversed), each_study(_degree_dash_school), dated=False,
           kinds=("typ", "docx", "page")),
    Recipe("no_dates_dash", _last_first, each_job(_undated_dash), each_study(_bar_study), dated=False,
           kinds=("typ", "docx", "txt")),
    Recipe("grid_jobs", _bar_line, _as_table, each_study(_degree_dash_school),
           order=("about", "skills", "work", "study", "certs", "refs"), kinds=("typ", "docx"), told=False),
    Recipe("roles", _last_first, _roles_in_bullets, each_study(_bar_study), change=promoted, kinds=_ALL),
    Recipe("letters", _name_right, each_job(_dash_right), each_study(_network_study),
           words={"work": ("My path so far", "Mein Weg bis heute", "Mon chemin", "Mi camino", "Meu caminho"),
                  "study": ("What I have learned", "Was ich gelernt habe", "Ce que j'ai appris", "Lo que he aprendido", "O que aprendi"),
                  "project": ("Things on the side", "Nebenher", "À côté", "Al margen", "Em paralelo")},
           order=("about", "work", "study", "project", "skills"), kinds=("typ", "docx", "page")),
)  # fmt: skip


def _minutes(p: Person, k: Kit) -> list[Block]:
    """The minutes of a meeting: a word alone, short lines, then items."""
    made: list[Block] = [
        b.text(Run(k.dice.choice([p.w["about"], p.w["period"], p.w["place"]]), bold=True)),
        b.GAP,
    ]
    made += [b.text(task) for task in p.jobs[0].tasks]
    made += [
        b.GAP,
        *(b.bullet(f"{k.range(p, job)}: {job.tasks[0]}") for job in p.jobs),
        b.text(p.w["onrequest"]),
    ]
    return made


TEMPLATES: dict[str, Template] = {recipe.name: template(recipe, "test") for recipe in RECIPES}
TEMPLATES["minutes"] = no_resume("minutes", "test", _minutes)
