"""What only HTTP has: the token, problem documents, headers, health, limits, documentation."""

from __future__ import annotations

import re
from collections.abc import Iterator

import httpx
import pytest
from fastapi import FastAPI

from ats_core.runtime import Runtime
from ats_core.store.engine import make_engine
from ats_server import create_app
from tests.conftest import TOKEN, serving


@pytest.fixture
def http(server_url: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server_url, headers={"Authorization": f"Bearer {TOKEN}"}) as client:
        yield client


JOB = {"title": "Dev", "location": "Porto"}


def problem(response: httpx.Response, status: int, code: str) -> dict[str, object]:
    assert response.status_code == status, response.text
    assert response.headers["Content-Type"] == "application/problem+json"
    body: dict[str, object] = response.json()
    assert (body["status"], body["code"]) == (status, code)
    assert body["request_id"] == response.headers["X-Request-ID"]
    assert all(body[name] for name in ("type", "title", "detail", "instance"))
    return body


@pytest.mark.parametrize("header", [None, "Bearer wrong", f"Basic {TOKEN}", "Bearer", f"bearer  {TOKEN}x"])
def test_no_request_without_the_token(http: httpx.Client, header: str | None) -> None:
    headers = {} if header is None else {"Authorization": header}
    response = httpx.get(f"{http.base_url}/api/v1/jobs", headers=headers)
    problem(response, 401, "not_authenticated")
    assert response.headers["WWW-Authenticate"] == "Bearer"


def test_the_token_in_a_url_counts_for_nothing(http: httpx.Client) -> None:
    assert httpx.get(f"{http.base_url}/api/v1/jobs?token={TOKEN}").status_code == 401


def test_health_needs_no_token(http: httpx.Client) -> None:
    for path in ("livez", "readyz"):
        response = httpx.get(f"{http.base_url}/{path}")
        assert (response.status_code, response.json()) == (200, {"status": "ok"})


def test_not_ready_without_its_database_but_alive(runtime: Runtime) -> None:
    owner = runtime.owner
    away = Runtime(
        runtime.settings, make_engine("postgresql://nobody@127.0.0.1:1/none"), parser=runtime.parser
    )
    away.owner = owner
    with serving(away) as url:
        assert httpx.get(f"{url}/livez").status_code == 200
        response = httpx.get(f"{url}/readyz")
        problem(response, 503, "unavailable")
        assert int(response.headers["Retry-After"]) > 0
        problem(
            httpx.get(f"{url}/api/v1/jobs", headers={"Authorization": f"Bearer {TOKEN}"}), 503, "unavailable"
        )


def test_malformed_requests_say_what_does_not_fit(http: httpx.Client) -> None:
    body = problem(http.post("/api/v1/jobs", json={"location": "X", "extra": 1}), 422, "invalid")
    assert {(e["pointer"], e["code"]) for e in body["errors"]} == {  # type: ignore[attr-defined]
        ("/title", "missing"),
        ("/extra", "extra_forbidden"),
    }
    problem(http.get("/api/v1/jobs?nonsense=1"), 400, "bad_request")
    problem(http.get("/api/v1/jobs?limit=501"), 400, "bad_request")
    problem(http.get("/api/v1/jobs?cursor=forged"), 400, "bad_request")
    problem(
        http.post("/api/v1/jobs", content=b"{", headers={"Content-Type": "application/json"}), 422, "invalid"
    )
    problem(http.get("/api/v1/candidates/not-an-id"), 404, "not_found")
    problem(http.get("/api/v1/nothing"), 404, "not_found")
    response = http.put("/api/v1/jobs", json={})
    problem(response, 405, "method_not_allowed")
    assert response.headers["Allow"] == "GET, POST"


def test_a_body_beyond_the_limit_is_refused_however_it_is_sent(http: httpx.Client) -> None:
    big = b"x" * (17 * 2**20)
    problem(http.post("/api/v1/jobs", content=big), 413, "too_large")
    chunks = (big[i : i + 2**20] for i in range(0, len(big), 2**20))
    assert http.post("/api/v1/jobs", content=chunks).status_code in (413, 400)
    assert http.get("/api/v1/jobs").status_code == 200


def test_versions_are_etags(http: httpx.Client) -> None:
    made = http.post("/api/v1/jobs", json=JOB)
    assert (made.status_code, made.headers["ETag"]) == (201, '"1"')
    path = f"/api/v1/jobs/{made.json()['id']}"
    changed = http.put(path, json={"title": "A"}, headers={"If-Match": made.headers["ETag"]})
    assert changed.headers["ETag"] == '"2"'
    problem(http.put(path, json={"title": "B"}, headers={"If-Match": '"1"'}), 412, "stale")
    problem(http.put(path, json={"title": "B"}, headers={"If-Match": '"another"'}), 412, "stale")
    assert http.put(path, json={"title": "C"}, headers={"If-Match": "*"}).status_code == 200


def test_idempotency_keys_replay_the_first_answer(http: httpx.Client) -> None:
    headers = {"Idempotency-Key": "once"}
    first = http.post("/api/v1/jobs", json=JOB, headers=headers)
    again = http.post("/api/v1/jobs", json=JOB, headers=headers)
    assert (first.status_code, again.status_code) == (201, 201)
    assert first.json() == again.json()
    problem(http.post("/api/v1/jobs", json={**JOB, "title": "X"}, headers=headers), 422, "invalid")
    assert http.get("/api/v1/jobs").json()["total"] == 1


def test_lists_link_to_their_next_page(http: httpx.Client) -> None:
    for _ in range(3):
        http.post("/api/v1/jobs", json=JOB)
    first = http.get("/api/v1/jobs?limit=2")
    [link] = re.findall(r'<([^>]+)>; rel="next"', first.headers["Link"])
    second = http.get(link)
    assert len(second.json()["jobs"]) == 1
    assert "Link" not in second.headers
    assert first.json()["next_cursor"] is not None


def test_times_money_and_nulls_have_one_form(http: httpx.Client) -> None:
    job = http.post("/api/v1/jobs", json={**JOB, "salary_range": {"min": 30000, "max": "40000.5"}}).json()
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", job["created_at"])
    assert job["salary_range"] == {"min": "30000.00", "max": "40000.50", "currency": "EUR", "period": "year"}
    assert job["closed_at"] is None


def test_request_ids_come_back_if_they_are_sane(http: httpx.Client) -> None:
    assert http.get("/livez", headers={"X-Request-ID": "abc-123"}).headers["X-Request-ID"] == "abc-123"
    forged = http.get("/livez", headers={"X-Request-ID": "a b\tc"}).headers["X-Request-ID"]
    assert re.fullmatch(r"[0-9a-f]{32}", forged)


def test_a_resume_in_and_out_again(http: httpx.Client) -> None:
    person = http.post("/api/v1/candidates", json={"first_name": "Ana"}).json()
    path = f"/api/v1/candidates/{person['id']}/attachments"
    made = http.post(
        path, files={"file": ("résumé<script>.html", b"<script>alert(1)</script>")}, data={"kind": "resume"}
    )
    assert made.status_code == 201, made.text
    got = http.get(f"{path}/{made.json()['id']}")
    assert got.content == b"<script>alert(1)</script>"
    # Never shown by a browser: whatever it is, it is downloaded.
    assert got.headers["Content-Disposition"].startswith("attachment;")
    assert (got.headers["Content-Type"], got.headers["X-Content-Type-Options"]) == (
        "application/octet-stream",
        "nosniff",
    )


def test_the_documentation_asks_nobody_else_for_its_scripts(http: httpx.Client) -> None:
    page = httpx.get(f"{http.base_url}/docs").text
    assert "https://" not in page.replace("https://fastapi.tiangolo.com", "")
    for asset in re.findall(r'(?:src|href)="([^"]+)"', page):
        assert httpx.get(f"{http.base_url}{asset}").status_code == 200


def test_the_openapi_document_names_every_operation(http: httpx.Client) -> None:
    document = httpx.get(f"{http.base_url}/openapi.json").json()
    job = document["paths"]["/api/v1/jobs"]["post"]
    assert job["operationId"] == "jobs_create"
    assert job["responses"]["201"]["content"]["application/json"]["schema"]["$ref"].endswith("/Job")
    assert set(document["paths"]["/api/v1/candidates/{candidate_id}"]) == {"get", "put", "delete"}
    assert "HTTPValidationError" not in document["components"]["schemas"]


def test_it_can_be_mounted_in_somebody_elses_application(runtime: Runtime) -> None:
    host = FastAPI()
    host.mount("/hiring", create_app(runtime, token=TOKEN))
    import asyncio

    async def ask() -> tuple[int, int, str]:
        transport = httpx.ASGITransport(app=host)
        async with httpx.AsyncClient(transport=transport, base_url="http://host") as client:
            headers = {"Authorization": f"Bearer {TOKEN}"}
            made = await client.post("/hiring/api/v1/jobs", json=JOB, headers=headers)
            docs = await client.get("/hiring/docs")
            return made.status_code, docs.status_code, docs.text

    status, docs_status, page = asyncio.run(ask())
    assert (status, docs_status) == (201, 200)
    assert "/hiring/openapi.json" in page


def test_the_server_does_not_name_its_version(http: httpx.Client) -> None:
    assert "server" not in {h.lower() for h in http.get("/livez").headers}


def test_an_unforeseen_error_tells_nothing_and_has_an_id(
    runtime: Runtime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def explode(*_: object, **__: object) -> None:
        raise RuntimeError("secret of the inside")

    with serving(runtime) as url:
        monkeypatch.setattr(runtime, "call", explode)
        response = httpx.get(f"{url}/api/v1/jobs", headers={"Authorization": f"Bearer {TOKEN}"})
    body = problem(response, 500, "internal")
    assert "secret" not in str(body)
