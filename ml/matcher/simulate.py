"""A simulator of hiring outcomes, to train and test the shipped adjustment on. Nobody here is real.

No public data says who was hired and why (see docs/matching.md), so the shipped model learns from pairs of
invented jobs and profiles whose outcome a documented rule decides. The rule is not the formula: it is a
hiring team that wants every required skill (the weakest one counts on its own), looks at how long and how
lately each was used, cares for a degree only in the trades where it is needed, turns away those who expect
too much or live far off, and is now and then unsure (logistic noise). What a résumé leaves out, the team
finds out in the interview, so some outcomes can't be told from the profile at all.

Groups (sex, origin) are drawn apart from everything else and go nowhere but into the tables by group.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import log
from typing import Any, NamedTuple

from ats_core.matcher import JobCriteria, Profile
from ats_core.matcher.fitting import Row
from ats_core.matcher.scoring import appraise, formula_of

TODAY = date(2026, 11, 1)
NOISE = 0.35  # scale of the logistic noise on the team's opinion


class Trade(NamedTuple):
    """A kind of work: titles, skills (the first ones are the core), fields of study, whether a degree
    counts.
    """

    titles: tuple[str, ...]
    skills: tuple[str, ...]
    studies: tuple[str, ...]
    degree_counts: float
    duties: tuple[str, ...]


def _trade(titles: str, skills: str, studies: str, degree: float, duties: str) -> Trade:
    return Trade(*(tuple(x.strip() for x in t.split(";")) for t in (titles, skills, studies)), degree,
                 tuple(x.strip() for x in duties.split(";")))  # type: ignore[arg-type]  # fmt: skip


TRADES = (
    _trade(
        "Backend Engineer; Python Developer; Software Engineer; Desarrollador backend; Entwickler Backend",
        "Python; PostgreSQL; Docker; REST APIs; Redis; Django; AWS; Kubernetes; Kafka; Java; Go; MySQL",
        "Computer Science; Informatics", 0.1,
        "design and run services behind an API; keep queries fast and data safe; review code and mentor",
    ),
    _trade(
        "Frontend Developer; Web Developer; UI Engineer; Développeur web; Desenvolvedor web",
        "JavaScript; React; TypeScript; CSS; HTML; Angular; Vue.js; Node.js; GraphQL; Git; Webpack",
        "Computer Science; Media Design", 0.0,
        "build accessible pages and components; test in every browser; work with designers on forms",
    ),
    _trade(
        "Data Analyst; BI Analyst; Analista de datos; Datenanalyst",
        "SQL; Microsoft Excel; Power BI; Python; Tableau; Statistics; R; pandas; Machine learning; Snowflake",
        "Statistics; Economics; Mathematics", 0.5,
        "answer questions with queries and charts; keep dashboards right; explain numbers to managers",
    ),
    _trade(
        "DevOps Engineer; Site Reliability Engineer; System Administrator; Systemadministrator",
        "Linux; Kubernetes; Terraform; AWS; Docker; Ansible; CI/CD; Python; Prometheus; Bash; Azure",
        "Computer Science; Telecommunications", 0.1,
        "keep clusters up and alerts quiet; automate deployments; write runbooks after incidents",
    ),
    _trade(
        "Nurse; Registered Nurse; Enfermera; Krankenpfleger; Infirmier",
        "Patient care; Wound care; First aid; Medication administration; Intensive care; Elderly care",
        "Nursing", 1.5,
        "care for patients after surgery; give medication and keep records; talk with families and doctors",
    ),
    _trade(
        "Accountant; Financial Accountant; Contable; Buchhalter; Comptable",
        "Accounting; Bookkeeping; SAP; Microsoft Excel; Payroll; Auditing; IFRS; Budgeting; Tax accounting",
        "Accounting; Business Administration", 1.0,
        "close the books each month; prepare tax returns and audits; check invoices and payments",
    ),
    _trade(
        "Sales Manager; Account Manager; Comercial; Vertriebsleiter; Commercial",
        "Sales; Negotiation; Salesforce; CRM; B2B sales; Marketing; Microsoft Excel",
        "Business Administration; Marketing", 0.1,
        "win new customers and keep the old; plan visits and forecasts; negotiate prices and terms",
    ),
    _trade(
        "Electrician; Industrial Electrician; Electricista; Elektriker; Électricien",
        "Electrical installation; Wiring; PLC programming; Electrical maintenance; First aid; Maintenance",
        "Electrical engineering; Electronics", 0.8,
        "install wiring and panels in plants; find faults and mend machines; read plans and test circuits",
    ),
    _trade(
        "Cook; Chef de partie; Cocinero; Koch; Cuisinier",
        "Cooking; Food safety; HACCP; Menu planning; Pastry; Kitchen management; Inventory management",
        "Hospitality; Gastronomy", 0.0,
        "prepare dishes for two hundred guests; order goods and keep stores; keep the kitchen clean",
    ),
    _trade(
        "Warehouse Manager; Logistics Coordinator; Jefe de almacén; Lagerleiter; Magasinier",
        "Logistics; Warehouse management; Inventory management; SAP; Forklift; Supply chain management",
        "Logistics; Business Administration", 0.2,
        "plan shifts and lorries; count stock and find losses; receive goods and check deliveries",
    ),
    _trade(
        "HR Manager; Recruiter; Técnico de recursos humanos; Personalreferent",
        "Recruiting; Payroll; Labour law; Human resources; Microsoft Excel; Onboarding; SAP",
        "Psychology; Business Administration; Law", 0.4,
        "find and interview people; keep contracts and pay right; train managers on talks and reviews",
    ),
    _trade(
        "Marketing Manager; Digital Marketing Specialist; Responsable de marketing; Chargé de marketing",
        "SEO; Google Analytics; Content marketing; Social media; Google Ads; Email marketing; Copywriting",
        "Marketing; Communication", 0.3,
        "plan campaigns and budgets; write and test pages; report what each channel brings",
    ),
)  # fmt: skip
PLACES = ("Lisbon, Portugal", "Porto, Portugal", "Madrid, Spain", "Barcelona", "Lyon, France", "Paris",
          "Berlin", "Hamburg, Germany", "Leeds, UK", "London")  # fmt: skip
DEGREES = ("high-school", "vocational", "bachelor", "master", "doctorate")
DEGREE_NAMES = {"high-school": "High school", "vocational": "Vocational diploma", "bachelor": "BSc",
                "master": "MSc", "doctorate": "PhD"}  # fmt: skip
SEXES = ("female", "male")
ORIGINS = ("a", "b", "c")


@dataclass(frozen=True)
class Case:
    """One pair with its outcome and, for the tables only, the groups of the person."""

    job: JobCriteria
    profile: Profile
    hired: bool
    sex: str
    origin: str


def cases(count: int, seed: int) -> Iterator[Case]:
    """`count` pairs; the same ones for the same seed."""
    dice = random.Random(seed)
    for _ in range(count):
        yield _case(dice)


def rows(made: list[Case]) -> list[Row]:
    """The pairs as the fitting takes them: features, the formula's score, the outcome."""
    found = []
    for case in made:
        seen = appraise(case.job, case.profile, today=TODAY)
        formula = formula_of(seen.found.values)
        found.append(Row(seen.features, formula, int(case.hired)))
    return found


def _case(dice: random.Random) -> Case:
    trade = dice.choice(TRADES)
    core = trade.skills[: max(5, len(trade.skills) * 2 // 3)]
    required = tuple(dice.sample(core, k=dice.randint(3, min(5, len(core)))))
    rest = [s for s in trade.skills if s not in required]
    preferred = tuple(dice.sample(rest, k=min(len(rest), dice.randint(0, 3))))
    need = dice.choice((12, 24, 36, 60, 60, 96))
    degree = "bachelor" if trade.degree_counts >= 0.4 or dice.random() < 0.4 else dice.choice(DEGREES[:3])
    most = dice.choice((35_000, 45_000, 60_000, 75_000))
    place, remote = dice.choice(PLACES), dice.random() < 0.25
    job = JobCriteria(
        title=dice.choice(trade.titles), description=". ".join(trade.duties) + ".",
        required_skills=required, preferred_skills=preferred, required_experience_months=need,
        required_education=degree, location=place, remote=remote or None,
        salary_max=most, salary_currency="EUR", salary_period="year",
    )  # fmt: skip
    person = _person(dice, trade, job, need, most, place)
    opinion = _opinion(dice, trade, job, person, need, most, place)
    chance = dice.random()
    hired = opinion + NOISE * log(chance / (1 - chance)) > 0
    sex = dice.choices(SEXES, (0.47, 0.53))[0]
    origin = dice.choices(ORIGINS, (0.6, 0.3, 0.1))[0]
    return Case(job, _profile(dice, person), hired, sex, origin)


@dataclass(frozen=True)
class _Person:
    """What is true of somebody, whether the résumé says it or not. Skill -> (months of use, months ago)."""

    trade: Trade
    skills: dict[str, tuple[int, int]]
    months: int
    degree: str
    study: str
    place: str
    wish: float


def _person(
    dice: random.Random, trade: Trade, job: JobCriteria, need: int, most: float, place: str
) -> _Person:
    own = trade if dice.random() < 0.78 else dice.choice(TRADES)
    months = max(0, round(dice.lognormvariate(log(need * 1.15), 0.6)))
    able = dice.betavariate(5, 1.6) if own is trade else dice.betavariate(1, 4)
    skills: dict[str, tuple[int, int]] = {}
    for skill in dict.fromkeys((*job.required_skills, *job.preferred_skills, *trade.skills, *own.skills)):
        chance = able if skill in own.skills or skill in trade.skills else 0.1
        if dice.random() < chance:
            used = round(months * dice.betavariate(2.2, 1.2))
            ago = 0 if dice.random() < 0.62 else round(dice.uniform(0, max(1, months - used)))
            skills[skill] = (used, ago)
    degree = dice.choices(DEGREES, (2, 3, 6, 4, 0.5) if own.degree_counts > 0.3 else (3, 4, 5, 2, 0.2))[0]
    lives = place if dice.random() < 0.65 else dice.choice(PLACES)
    return _Person(
        own, skills, months, degree, dice.choice(own.studies), lives, most * dice.gauss(0.93, 0.13)
    )


def _opinion(
    dice: random.Random, trade: Trade, job: JobCriteria, person: _Person, need: int, most: float, place: str
) -> float:
    """What the hiring team thinks; above 0 is a hire. The rule of the simulator, in full."""
    enough = min(max(need, 12), 60)
    grasp = []
    for skill in job.required_skills:
        if skill not in person.skills:
            grasp.append(0.0)
            continue
        used, ago = person.skills[skill]
        grasp.append(0.25 + 0.5 * min(1.0, used / enough) + 0.25 * (ago <= 24))
    wished = [s in person.skills for s in job.preferred_skills]
    opinion = -5.0
    opinion += 5.0 * sum(grasp) / len(grasp)
    opinion += 3.0 * min(grasp)
    opinion += 0.5 * (sum(wished) / len(wished) if wished else 0.5)
    opinion += 1.0 * (person.trade is trade)
    opinion += 1.0 * min(1.0, person.months / need)
    met = DEGREES.index(person.degree) >= DEGREES.index(str(job.required_education))
    opinion += trade.degree_counts * (0.5 if met else -0.8)
    if person.wish > 1.1 * most:
        opinion -= 1.6
    if not job.remote and person.place != place:
        opinion -= 0.7
    return opinion + dice.gauss(0, 0.15)


def _profile(dice: random.Random, person: _Person) -> Profile:
    """What the résumé says: most of it, not all."""
    history = _history(dice, person)
    listed = [s for s in person.skills if dice.random() < 0.93]
    dice.shuffle(listed)
    told: dict[str, Any] = {
        "skills": listed,
        "experience_months": person.months if dice.random() < 0.92 else None,
        "work_history": history,
        "education": []
        if dice.random() < 0.08
        else [{"degree": DEGREE_NAMES[person.degree], "field": person.study}],
        "location": None if dice.random() < 0.07 else person.place,
    }
    if dice.random() < 0.7:
        told |= {"salary_min": round(person.wish, -2), "salary_currency": "EUR", "salary_period": "year"}
    return Profile.model_validate(told)


def _history(dice: random.Random, person: _Person) -> list[dict[str, Any]]:
    """Positions without a break, newest first, each with the skills that were used in its time."""
    now = TODAY.year * 12 + TODAY.month
    jobs, left, end = [], person.months, now
    while left > 0:
        length = min(left, dice.randint(14, 60))
        start = end - length
        used = [
            s for s, (months, ago) in person.skills.items()
            if start < now - ago and end > now - ago - months and dice.random() < 0.88
        ]  # fmt: skip
        title = dice.choice(person.trade.titles)
        text = dice.choice(person.trade.duties).capitalize() + "."
        if used:
            text += " Worked with " + ", ".join(used) + "."
        jobs.append(
            {
                "title": title, "current": end == now, "description": text,
                "start_date": f"{(start - 1) // 12:04d}-{(start - 1) % 12 + 1:02d}",
                "end_date": None if end == now else f"{(end - 1) // 12:04d}-{(end - 1) % 12 + 1:02d}",
            }
        )  # fmt: skip
        left, end = left - length, start
    return jobs
