"""LTI-006, criterion by criterion, over HTTP in the shapes of the ticket."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.conftest import TOKEN


@pytest.fixture
def http(server_url: str) -> Iterator[httpx.Client]:
    headers = {"Authorization": f"Bearer {TOKEN}"}
    with httpx.Client(base_url=f"{server_url}/api/v1", headers=headers, timeout=60) as client:
        yield client


def job(http: httpx.Client, **fields: Any) -> str:
    made = http.post(
        "/jobs",
        json={"title": "Frontend Developer", "location": "Porto", "required_skills": ["React"]} | fields,
    )
    assert made.status_code == 201, made.text
    return str(made.json()["id"])


def candidate(http: httpx.Client, number: int = 0, **fields: Any) -> str:
    given = {"first_name": f"Mirela {number}", "skills": ["React.js"], "experience_months": 84}
    made = http.post("/candidates", json=given | fields)
    assert made.status_code == 201, made.text
    return str(made.json()["id"])


def score(http: httpx.Client, job_id: str, candidate_id: str) -> dict[str, Any]:
    told = http.post("/matching/score", json={"candidate_id": candidate_id, "job_id": job_id})
    assert told.status_code == 200, told.text
    found: dict[str, Any] = told.json()
    return found


def test_ac1_calculate_match_score_for_candidate_job_pair(http: httpx.Client) -> None:
    told = score(http, job(http), candidate(http))
    assert 0 <= told["match_score"] <= 100
    assert {"skills_match", "experience_match", "education_match", "location_match"} <= set(
        told["explanation"]
    )
    assert sum(part["points"] for part in told["parts"]) == pytest.approx(told["match_score"], abs=1e-4)
    assert told["strengths"]
    assert isinstance(told["gaps"], list)
    assert 0 <= told["confidence"] <= 1


def test_ac2_skills_matching_with_semantic_similarity(http: httpx.Client) -> None:
    assert score(http, job(http), candidate(http))["explanation"]["skills_match"] > 90


def test_ac3_experience_level_matching(http: httpx.Client) -> None:
    wanted = job(http, required_experience_months=60)
    seven, thirty = (
        score(http, wanted, candidate(http, experience_months=months))["explanation"]["experience_match"]
        for months in (84, 360)
    )
    assert seven > 85
    assert thirty == seven


def test_ac4_batch_scoring_for_multiple_candidates(http: httpx.Client) -> None:
    wanted = job(http, required_skills=["React", "TypeScript"], required_experience_months=60)
    ids = [
        candidate(http, n, skills=["React"] if n % 3 else ["React", "TypeScript"], experience_months=n)
        for n in range(100)
    ]
    told = http.post("/matching/batch", json={"job_id": wanted, "candidate_ids": ids})
    assert told.status_code == 200
    results = told.json()["results"]
    assert {r["candidate_id"] for r in results} == set(ids)
    scores = [r["match_score"] for r in results]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] > scores[-1]


def test_ac5_model_learns_from_hiring_outcomes(http: httpx.Client) -> None:
    wanted = job(http, required_skills=["React", "TypeScript", "Node.js"])
    hired, similar = candidate(http, 1), candidate(http, 2, experience_months=96)
    before = score(http, wanted, similar)["match_score"]
    told = http.post(
        "/matching/train", json={"job_id": wanted, "hired_candidate_id": hired, "outcome": "success"}
    )
    assert told.status_code == 200
    assert told.json() == {"model_updated": True}
    assert score(http, wanted, similar)["match_score"] > before
