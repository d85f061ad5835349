"""From the nouns to the matcher's inputs: what a job asks for, what is known of a candidate.

Who somebody is (name, addresses, links, tags, notes, source) is not part of a profile and so can't be
part of a score.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

if TYPE_CHECKING:
    from ats_core.candidates.model import Candidate
    from ats_core.jobs.model import Job
    from ats_core.matcher import JobCriteria, MatchResult, Profile
    from ats_core.store.transaction import Transaction


def criteria(job: Job) -> JobCriteria:
    """What `job` asks for; where it names no skills, those that its text speaks of."""
    from ats_core.matcher import JobCriteria, extract_criteria

    salary = job.salary_range
    asked: dict[str, Any] = {
        "title": job.title,
        "description": job.description or "",
        "required_skills": [s["name"] for s in job.required_skills],
        "preferred_skills": [s["name"] for s in job.preferred_skills],
        "required_experience_months": job.required_experience_months,
        "required_education": job.required_education,
        "location": job.location,
        "salary_min": float(salary.min) if salary and salary.min is not None else None,
        "salary_max": float(salary.max) if salary and salary.max is not None else None,
        "salary_currency": salary.currency if salary else None,
        "salary_period": salary.period if salary else None,
    }
    if job.description and not (asked["required_skills"] or asked["preferred_skills"]):
        found = extract_criteria(job.title, job.description)
        asked["required_skills"] = list(found.required_skills)
        asked["preferred_skills"] = list(found.preferred_skills)
        asked["required_experience_months"] = (
            job.required_experience_months or found.required_experience_months
        )
        asked["required_education"] = job.required_education or found.required_education
    return JobCriteria.model_validate(asked)


def profile(candidate: Candidate) -> Profile:
    """What the matcher may know of `candidate`."""
    from ats_core.matcher import Profile
    from ats_core.matcher.mastery import level_in

    salary = candidate.salary_expectation
    return Profile.model_validate(
        {
            "skills": [
                {
                    "name": s["name"],
                    "id": s["id"],
                    "confidence": s["confidence"],
                    "level": level_in(s["raw"]) if s["raw"] and s["raw"] != s["name"] else None,
                }
                for s in candidate.skills
            ],
            "experience_months": candidate.experience_months,
            "work_history": candidate.work_history,
            "education": candidate.education,
            "certifications": candidate.certifications,
            "location": candidate.location,
            "salary_min": float(salary.min) if salary and salary.min is not None else None,
            "salary_max": float(salary.max) if salary and salary.max is not None else None,
            "salary_currency": salary.currency if salary else None,
            "salary_period": salary.period if salary else None,
        }
    )


def score(job: Job, candidate: Candidate, now: datetime) -> MatchResult:
    """How well `candidate` fits `job`, as of the day of `now`."""
    from ats_core.matcher import score as matcher_score

    return matcher_score(criteria(job), profile(candidate), today=now.date())


def rescore(tx: Transaction, candidate: Candidate, now: datetime) -> None:
    """Brings the scores of the candidate's running applications up to date."""
    for application in tx.applications.of_candidate(candidate.id):
        if application.ended_at is None:
            job = tx.jobs.uncounted(application.job_id)
            if job is not None:
                keep_score(tx, job, candidate, application.id, now)


def keep_score(tx: Transaction, job: Job, candidate: Candidate, application_id: UUID, now: datetime) -> float:
    """Scores the pair, keeps the score with its explanation, and gives it back (0-100)."""
    result = score(job, candidate, now)
    tx.matching.keep(job.id, candidate.id, application_id, result, now)
    tx.applications.set_score(application_id, result.match_score)
    return float(result.match_score)
