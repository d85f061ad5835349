"""Data to develop with, made through the operations like everybody else's. All people are invented."""

from __future__ import annotations

from typing import Any

from ats_core.errors import NotFound
from ats_sdk.client import Ats

JOBS: list[dict[str, Any]] = [
    {
        "requisition_number": "SEED-ENG",
        "title": "Backend Engineer",
        "location": "Lisboa, Portugal",
        "description": "Builds and runs the services behind our product.",
        "required_skills": ["Python", "PostgreSQL", "Docker"],
        "preferred_skills": ["Kubernetes", "FastAPI"],
        "required_experience_months": 36,
        "required_education": "bachelor",
        "salary_range": {"min": "42000", "max": "60000", "currency": "EUR", "period": "year"},
        "openings_count": 2,
    },
    {
        "requisition_number": "SEED-NURSE",
        "title": "Registered Nurse",
        "location": "Leeds, United Kingdom",
        "required_skills": ["Patient Care", "Triage"],
        "required_experience_months": 24,
        "employment_type": "part-time",
    },
]

# (first name, last name, title, location, months, skills, job, stage)
PEOPLE: list[tuple[str, str, str, str, int, list[str], str, str]] = [
    ("Inês", "Valadares", "Backend Developer", "Porto, Portugal", 74,
     ["Python", "PostgreSQL", "Docker", "FastAPI"], "SEED-ENG", "interview"),
    ("Jonas", "Brückmann", "Software Engineer", "Köln, Germany", 51,
     ["Python", "MySQL", "Kubernetes"], "SEED-ENG", "screening"),
    ("Maëlle", "Duvernois", "Data Analyst", "Lyon, France", 30,
     ["SQL", "Excel", "Python"], "SEED-ENG", "applied"),
    ("Tomás", "Escalante", "DevOps Engineer", "Bilbao, Spain", 96,
     ["Docker", "Kubernetes", "Terraform", "Python"], "SEED-ENG", "offer"),
    ("Hazel", "Thornbury", "Staff Nurse", "Leeds, United Kingdom", 88,
     ["Patient Care", "Triage", "Wound Care"], "SEED-NURSE", "interview"),
    ("Callum", "Westerby", "Healthcare Assistant", "York, United Kingdom", 26,
     ["Patient Care"], "SEED-NURSE", "applied"),
]  # fmt: skip


def seed(ats: Ats) -> int:
    """How many things were added: 0 when all of it was there."""
    added = 0
    for job in JOBS:
        try:
            ats.jobs.get(job["requisition_number"])
        except NotFound:
            ats.jobs.create(job)  # type: ignore[arg-type]
            added += 1
    for number, person in enumerate(PEOPLE, 1):
        added += _person(ats, number, *person)
    return added


def _person(
    ats: Ats, number: int, first: str, last: str, title: str, location: str, months: int, skills: list[str],
    job: str, stage: str,
) -> int:  # fmt: skip
    email = f"seed.{number}@example.org"
    try:
        ats.candidates.find(email)
        return 0
    except NotFound:
        pass
    fields: Any = {
        "first_name": first,
        "last_name": last,
        "emails": [email],
        "current_title": title,
        "location": location,
        "experience_months": months,
        "skills": skills,
        "source": "Seed",
    }
    candidate = ats.candidates.create(fields)
    application = ats.applications.apply(job_id=job, candidate_id=candidate.id)
    if stage != "applied":
        ats.applications.move(application.id, to=stage)
    return 2
