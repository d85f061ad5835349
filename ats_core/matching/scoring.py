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
    from ats_core.matching.model import Criteria, Origin
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


def stated(job: Job) -> Criteria:
    """The criteria in force, where each comes from, and what the job's text suggests."""
    from ats_core.matcher import extract_criteria
    from ats_core.matcher.place import is_remote
    from ats_core.matching.model import Criteria, CriteriaChanges

    used, told = criteria(job), extract_criteria(job.title, job.description)
    entered: dict[str, Any] = {
        "required_skills": job.required_skills,
        "preferred_skills": job.preferred_skills,
        "required_experience_months": job.required_experience_months,
        "required_education": job.required_education,
    }
    names = list(entered)

    def origin(name: str) -> Origin:
        if entered[name] not in (None, []):
            return "entered"
        return "none" if getattr(used, name) in (None, ()) else "text"

    return Criteria(
        job_id=job.id,
        requisition_number=job.requisition_number,
        required_skills=list(used.required_skills),
        preferred_skills=list(used.preferred_skills),
        required_experience_months=used.required_experience_months,
        required_education=used.required_education,
        location=used.location,
        remote=bool(used.remote) or is_remote(used.location),
        origins={name: origin(name) for name in names},
        suggested=CriteriaChanges.model_validate(told.model_dump(include=set(names))),
    )


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


def score(tx: Transaction, job: Job, candidate: Candidate, now: datetime) -> MatchResult:
    """How well `candidate` fits `job`, as of the day of `now`, with the model and the memory in force."""
    from ats_core.matcher import score as matcher_score
    from ats_core.matching.learning import in_force

    model, memory = in_force(tx)
    return matcher_score(criteria(job), profile(candidate), today=now.date(), model=model, memory=memory)


def rescore(tx: Transaction, candidate: Candidate, now: datetime) -> None:
    """Brings the scores of the candidate's running applications up to date."""
    for application in tx.applications.of_candidate(candidate.id):
        if application.ended_at is None:
            job = tx.jobs.uncounted(application.job_id)
            if job is not None:
                keep_score(tx, job, candidate, application.id, now)


def keep_score(tx: Transaction, job: Job, candidate: Candidate, application_id: UUID, now: datetime) -> float:
    """Scores the pair, keeps the score with its explanation, and gives it back (0-100)."""
    result = score(tx, job, candidate, now)
    tx.matching.keep(job.id, candidate.id, application_id, result, now)
    tx.applications.set_score(application_id, result.match_score)
    return float(result.match_score)
