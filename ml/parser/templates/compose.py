# ruff: noqa: E501 - the lines of a template belong together
"""Templates put together from layouts: a head, an order of sections, a way to set jobs and studies, a look.

The layouts of the two splits differ (`learn_layouts`, `test_layouts`); what chance decides within a template
(date style, separators, heading words, fonts, producer) is drawn from one pool.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from ml.parser.templates import blocks as b
from ml.parser.templates.blocks import Block, Columns, Row, Run, Theme
from ml.parser.templates.people import (
    Job,
    Person,
    Study,
    heading,
    now_word,
    range_text,
    with_leaving_certificate,
)
from ml.parser.templates.sheets import Sheet, Template


@dataclass(frozen=True, slots=True)
class Kit:
    """What chance has decided for one résumé."""

    dice: random.Random
    style: str
    dash: str
    sep: str
    now: str
    since: bool
    places: bool
    bullets: bool
    strays: tuple[str, ...]  # dated lines among the jobs that are none

    def range(self, p: Person, j: Job) -> str:
        """The printed time of a job."""
        return range_text(p, j, self.style, self.dash, self.since, self.now)

    def years(self, s: Study) -> str:
        """The printed time of a study."""
        return f"{s.start}{self.dash}{s.end}"

    def tasks(self, j: Job) -> list[Block]:
        """The description of a job: bullets, or one paragraph."""
        if self.bullets:
            return [b.bullet(task) for task in j.tasks]
        return [b.text(". ".join(j.tasks) + ".")]

    def at(self, j: Job, sep: str = ", ") -> str:
        """Employer, with the place where this résumé prints places."""
        return f"{j.company}{sep}{j.place}" if self.places else j.company


_OWN_WORDS = ("en", "de", "fr", "es", "pt")  # the order of the words in `Recipe.words`

WorkLayout = Callable[[Person, Kit], list[Block]]
StudyLayout = Callable[[Person, Kit], list[Block]]
Head = Callable[[Person, Kit], list[Block]]


def each_job(layout: Callable[[Person, Job, Kit], list[Block]]) -> WorkLayout:
    """A layout of all jobs from that of one."""

    def all_jobs(p: Person, k: Kit) -> list[Block]:
        made: list[Block] = [block for j in p.jobs for block in (*layout(p, j, k), b.GAP)]
        for stray in k.strays:
            year = k.dice.choice([str(p.studies[0].end), f"{p.studies[0].start}{k.dash}{p.studies[0].end}"])
            way = k.dice.randint(0, 2)
            row = (
                [b.text(Run(stray, bold=way == 0)), b.text(year)] if way < 2 else [b.text(f"{stray}, {year}")]
            )
            made += [*row, b.GAP]
        return made

    return all_jobs


def each_study(layout: Callable[[Person, Study, Kit], list[Block]]) -> StudyLayout:
    """A layout of all studies from that of one."""

    def all_studies(p: Person, k: Kit) -> list[Block]:
        return [block for s in p.studies for block in (*layout(p, s, k), b.GAP)]

    return all_studies


@dataclass(frozen=True, slots=True)
class Recipe:
    """A template: `side` names the sections that stand in a second column (`side_left`), if any.

    `kinds` are producers (see `Sheet`), drawn by weight of repetition. `words` replace heading words: one for
    English, German, French, Spanish and Portuguese.
    """

    name: str
    head: Head
    work: WorkLayout
    study: StudyLayout
    order: tuple[str, ...] = ("about", "work", "study", "skills", "certs", "tongues")
    side: tuple[str, ...] = ()
    side_left: bool = True
    kinds: tuple[str, ...] = ("typ",)
    styles: tuple[str, ...] = ("short", "long", "num", "dot", "iso", "point", "year")
    dated: bool = True
    told: bool = True  # whether the jobs' descriptions are printed
    headings: bool = True
    change: Callable[[Person], Person] | None = None
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)


def template(recipe: Recipe, split: str) -> Template:
    """The recipe as a template."""

    def make(person: Person) -> Sheet:
        return _sheet(recipe, split, person)

    return make


def _sheet(recipe: Recipe, split: str, person: Person) -> Sheet:
    dice = random.Random(f"{recipe.name}{person.mail}{person.phone}")
    kind = dice.choice(recipe.kinds)
    person = _varied(recipe.change(person) if recipe.change else person, dice, split)
    style = dice.choice(recipe.styles) if recipe.dated else "none"
    kit = Kit(
        dice, style, dice.choice([" – ", " - ", "–", " — ", "-"] if style != "iso" else [" – ", " - "]),
        dice.choice([", ", " | ", " · ", " – ", " • "]), now_word(person, dice), dice.random() < 0.15,
        dice.random() < 0.6, dice.random() < 0.75, _strays(person, dice, split) if dice.random() < 0.1 else (),
    )  # fmt: skip
    theme = _theme(dice, kind)
    main = [key for key in recipe.order if key not in recipe.side]
    body = [block for key in main for block in _section(recipe, key, person, kit)]
    blocks = recipe.head(person, kit)
    if recipe.side:
        side = tuple(block for key in recipe.side for block in _section(recipe, key, person, kit))
        pair = (side, tuple(body)) if recipe.side_left else (tuple(body), side)
        blocks = [*blocks, Columns(*pair, 0.33 if recipe.side_left else 0.66)]
    else:
        blocks = [*blocks, *body]
    if not recipe.told:
        person = replace(person, jobs=tuple(replace(job, tasks=()) for job in person.jobs))
    printed = {*recipe.order, *recipe.side}
    return Sheet(
        kind, _source(kind, blocks, theme), "sidebar" if recipe.side else "one-column", style, shown=person,
        no_skills="skills" not in printed, no_certificates="certs" not in printed,
    )  # fmt: skip


def _strays(person: Person, dice: random.Random, split: str) -> tuple[str, ...]:
    """A line of another kind that got among the jobs: a course, a certificate; in test an interest, a
    word.
    """
    if split == "learn":
        return (
            dice.choice([person.w["courses"], person.certificates[0][0], person.jobs[0].company.split()[-1]]),
        )
    return (
        dice.choice(
            [person.w["hobbies"].split(",")[0], person.w["project"], person.studies[0].school.split()[-1]]
        ),
    )


def _varied(person: Person, dice: random.Random, split: str) -> Person:
    if dice.random() < 0.1:
        person = replace(person, phone="", e164="")
    if dice.random() < 0.1:
        person = replace(person, place="")
    if dice.random() < 0.06:
        person = replace(person, mail="")
    if dice.random() < 0.2:
        person = with_leaving_certificate(person, dice, split)
    return person


def _theme(dice: random.Random, kind: str) -> Theme:
    fonts = ["Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono"]
    return Theme(
        font=dice.choices(fonts, [5, 5, 1])[0], size=dice.choice([9.0, 10.0, 10.5, 11.0]),
        caps=dice.random() < 0.4 or kind == "txt", rule=dice.random() < 0.5,
        colour=dice.choice(["#000000", "#222266", "#8a3324", "#226644"]), heading_larger=dice.choice([1.0, 2.0, 4.0]),
        heading_bold=dice.random() < 0.75, bullet=dice.choice(["•", "-", "–", "▪", "*"]),
        hang_cm=dice.choice([3.4, 3.8, 4.4]), margin_cm=dice.choice([1.4, 1.8, 2.4]),
        underline=dice.choice(["", "", "-", "="]),
        extra={"web": dice.choice(["sans-serif", "serif"]), "styles": dice.choice(["yes", "yes", "no"])},
    )  # fmt: skip


def _source(kind: str, blocks: Sequence[Block], theme: Theme) -> object:
    make: dict[str, Callable[[Sequence[Block], Theme], object]] = {
        "typ": b.to_typst,
        "html": b.to_html,
        "page": b.to_html,
        "md": b.to_markdown,
        "txt": b.to_text,
    }
    return make.get(kind, b.to_docx)(blocks, theme)


def _section(recipe: Recipe, key: str, p: Person, k: Kit) -> list[Block]:
    made = _BODIES[key](recipe, p, k)
    if not made or not recipe.headings:
        return [b.GAP, *made]
    words = recipe.words.get(key)
    title = words[_OWN_WORDS.index(p.language)] if words else _heading_words(p, key, k)
    return [Row("heading", (Run(title),)), *made]


def _heading_words(p: Person, key: str, k: Kit) -> str:
    if key in {"publications", "refs"}:
        return p.w[key]
    return heading(p, key, k.dice)


def _skills(recipe: Recipe, p: Person, k: Kit) -> list[Block]:
    way = k.dice.randint(0, 3)
    if way == 0:
        return [b.bullet(skill) for skill in p.skills]
    if way == 1 and len(p.skills) > 3:
        return [
            b.text(Run("A: ", bold=True), ", ".join(p.skills[:3])),
            b.text(Run("B: ", bold=True), ", ".join(p.skills[3:])),
        ]
    return [b.text(k.dice.choice([", ", " | ", " · ", " • "]).join(p.skills))]


def _certs(recipe: Recipe, p: Person, k: Kit) -> list[Block]:
    way = k.dice.randint(0, 2)
    if way == 0:
        return [b.bullet(f"{name}, {issuer}, {year}") for name, issuer, year in p.certificates]
    if way == 1:
        return [b.text(f"{name} ({issuer})", right=[str(year)]) for name, issuer, year in p.certificates]
    return [b.bullet(f"{name} – {issuer} ({year})") for name, issuer, year in p.certificates]


def _tongues(recipe: Recipe, p: Person, k: Kit) -> list[Block]:
    if k.dice.random() < 0.5:
        return [b.text(", ".join(f"{name} ({level})" for name, level in p.tongues))]
    return [b.bullet(f"{name}: {level}") for name, level in p.tongues]


def _contact(recipe: Recipe, p: Person, k: Kit) -> list[Block]:
    return [b.text(part) for part in (p.phone, p.mail, p.place) if part]


def _publications(recipe: Recipe, p: Person, k: Kit) -> list[Block]:
    initial = f"{p.last}, {p.first[0]}."
    return [b.text(f"{initial} ({year}). {task}. Journal of Quiet Studies 12(3), 45–61.")
            for year, task in zip((2021, 2018), p.jobs[0].tasks, strict=False)]  # fmt: skip


def _hobbies(recipe: Recipe, p: Person, k: Kit) -> list[Block]:
    return [b.text(p.w["hobbies"])]


def _projects(recipe: Recipe, p: Person, k: Kit) -> list[Block]:
    return [b.text(Run(f"{p.jobs[-1].company} 2.0", bold=True)), b.bullet(p.jobs[-1].tasks[0])]


_BODIES: dict[str, Callable[[Recipe, Person, Kit], list[Block]]] = {
    "about": lambda recipe, p, k: [b.text(p.summary)],
    "work": lambda recipe, p, k: recipe.work(p, k),
    "study": lambda recipe, p, k: recipe.study(p, k),
    "skills": _skills, "certs": _certs, "tongues": _tongues, "contact": _contact, "hobby": _hobbies,
    "project": _projects, "publications": _publications,
    "refs": lambda recipe, p, k: [b.text(p.w["onrequest"])],
}  # fmt: skip


def promoted(p: Person) -> Person:
    """The person with the first two jobs at one employer."""
    if len(p.jobs) < 2:
        return p
    return replace(
        p,
        jobs=(
            p.jobs[0],
            replace(p.jobs[1], company=p.jobs[0].company, place=p.jobs[0].place),
            *p.jobs[2:],
        ),
    )


def no_resume(name: str, split: str, words: Callable[[Person, Kit], list[Block]]) -> Template:
    """A document of some other kind: it holds nothing that a parser should find, so every value is wrong."""

    def make(person: Person) -> Sheet:
        dice = random.Random(f"{name}{person.mail}{person.phone}")
        kind = dice.choice(("typ", "docx", "txt"))
        kit = Kit(dice, "long", " - ", ", ", "", False, False, dice.random() < 0.5, ())
        blocks = words(person, kit)
        nobody = replace(
            person, first="", last="", mail="", phone="", e164="", place="", jobs=(), studies=(), skills=(),
            certificates=(), tongues=(),
        )  # fmt: skip
        return Sheet(kind, _source(kind, blocks, _theme(dice, kind)), "one-column", "none", shown=nobody)

    return make
