"""What is shown of a candidate and of a match while nobody is to know who it is.

A view is built from what may be told, field by field; whatever is not named here is not in it.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from ats_core.candidates.model import Candidate
from ats_core.fairness.blinding.model import BlindEvidence, BlindProfile, BlindSkill, BlindStudy, BlindWork
from ats_core.fairness.blinding.redaction import Identity, Redactor, school_kind
from ats_core.matching.model import Match

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O, U to mistake


def pseudonym(key: bytes, job_id: UUID, candidate_id: UUID) -> str:
    """`Candidate K7Q2-M4XD`: the same for the same person on the same job, another on another job.

    40 bits of HMAC-SHA256 (RFC 2104): without the key it can't be made from the ids.
    """
    digest = hmac.new(key, job_id.bytes + candidate_id.bytes, hashlib.sha256).digest()
    number = int.from_bytes(digest[:5], "big")
    letters = "".join(_LETTERS[number >> shift & 31] for shift in range(35, -1, -5))
    return f"Candidate {letters[:4]}-{letters[4:]}"


def redactor(candidate: Candidate) -> Redactor:
    """What takes `candidate` out of texts."""
    texts = [candidate.current_title]
    for work in candidate.work_history:
        texts += [work["title"], work["description"]]
    return Redactor(
        Identity(
            names=tuple(x for x in (candidate.full_name, candidate.first_name, candidate.last_name) if x),
            addresses=tuple(
                x
                for x in (
                    *candidate.emails, *candidate.phones, candidate.linkedin_url, candidate.portfolio_url,
                )
                if x
            ),
            places=(candidate.location,) if candidate.location else (),
            schools=tuple(s["institution"] for s in candidate.education if s["institution"]),
            told=tuple(x for x in texts if x),
        )
    )  # fmt: skip


def profile(candidate: Candidate, today: date) -> BlindProfile:
    """What the candidate has learned and done."""
    hide = redactor(candidate)
    return BlindProfile(
        experience_months=candidate.experience_months,
        # The taxonomy's own names are about nobody; what it does not know may be anything.
        skills=[s["name"] if s["id"] else hide.text(s["name"]) or "" for s in candidate.skills],
        work_history=[
            BlindWork(
                title=hide.title(work["title"]),
                company=hide.text(work["company"]),
                months=_months(work, today),
                current=work["current"],
                description=hide.text(work["description"]),
            )
            for work in candidate.work_history
        ],
        education=[
            BlindStudy(
                degree=hide.title(study["degree"]),
                field=hide.text(study["field"]),
                institution=school_kind(study["institution"]),
            )
            for study in candidate.education
        ],
        certifications=[hide.title(name) or "" for name in candidate.certifications],
    )


def match_values(match: Match, hide: Redactor) -> dict[str, Any]:
    """The fields of a match that a blind one has, without whatever tells who it is."""
    return {
        "match_score": match.match_score,
        "explanation": match.explanation,
        "parts": match.parts,
        "strengths": [hide.text(x) or "" for x in match.strengths],
        "gaps": [hide.text(x) or "" for x in match.gaps],
        "evidence": [BlindEvidence(field=e.field, text=hide.text(e.text) or "") for e in match.evidence],
        "skills": [
            BlindSkill(
                asked=s.asked,
                required=s.required,
                credit=s.credit,
                relation=s.relation,
                had=hide.text(s.had),
                months=s.months,
                level=s.level,
            )
            for s in match.skills
        ],
        "confidence": match.confidence,
        "notes": match.notes,
        "model_version": match.model_version,
        "matcher_version": match.matcher_version,
    }


def _months(work: Mapping[str, Any], today: date) -> int | None:
    """How long a position lasted or has lasted, in months; None if a date is missing."""
    begin = _month(work["start_date"])
    end = today.year * 12 + today.month - 1 if work["current"] else _month(work["end_date"])
    return None if begin is None or end is None else max(0, end - begin)


def _month(text: str | None) -> int | None:
    if not text:
        return None
    year, _, month = text.partition("-")
    return int(year) * 12 + (int(month) - 1 if month else 0)
