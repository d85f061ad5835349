"""The same bytes are not parsed twice within a day, and nothing is kept longer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import text

from ats_core.operations import Upload
from ats_core.resumes.model import NotParsed
from ats_core.resumes.service import ResumeService
from ats_core.runtime import Runtime
from ats_sdk import Ats

Cv = Callable[..., bytes]


def rows(runtime: Runtime, query: str) -> int:
    with runtime.engine.connect() as connection:
        found: int = connection.scalar(text(query))
        return found


def age(runtime: Runtime, hours: int) -> None:
    with runtime.engine.begin() as connection:
        connection.execute(
            text("UPDATE parsed_resumes SET expires_at = expires_at - make_interval(hours => :h)"),
            {"h": hours},
        )


def forget(runtime: Runtime) -> None:
    runtime.call(ResumeService.tasks["forget"], {}, runtime.context(runtime.owner, door="queue"))


def test_the_same_content_is_read_once_a_day(ats: Ats, runtime: Runtime, cv: Cv) -> None:
    first = ats.resumes.parse(Upload("a.txt", cv()))
    again = ats.resumes.parse(Upload("another name.txt", cv()))
    assert not first.parsing_metadata.cached
    assert again.parsing_metadata.cached
    assert again.candidate_data == first.candidate_data
    age(runtime, 25)
    assert not ats.resumes.parse(Upload("a.txt", cv())).parsing_metadata.cached
    assert rows(runtime, "SELECT count(*) FROM parsed_resumes") == 1


def test_another_version_of_the_parser_reads_anew(local: Ats, runtime: Runtime, cv: Cv) -> None:
    local.resumes.parse(Upload("a.txt", cv()))
    with runtime.engine.begin() as connection:
        connection.execute(text("UPDATE parsed_resumes SET parser_version = '0.1'"))
    assert not local.resumes.parse(Upload("a.txt", cv())).parsing_metadata.cached


def test_after_a_day_nothing_of_it_is_left(local: Ats, runtime: Runtime, cv: Cv) -> None:
    local.resumes.parse(Upload("a.txt", cv()))
    forget(runtime)
    assert rows(runtime, "SELECT count(*) FROM parsed_resumes") == 1
    age(runtime, 25)
    forget(runtime)
    assert rows(runtime, "SELECT count(*) FROM parsed_resumes") == 0
    # How it went is no personal data, and stays for the rates.
    assert local.resumes.statistics().parsed == 1


def test_a_candidate_s_resume_is_not_forgotten(local: Ats, runtime: Runtime, cv: Cv) -> None:
    started = local.imports.start(key="0" * 64)
    local.imports.add_file(started.id, path="a.txt", file=Upload("a.txt", cv()))
    forget(runtime)
    assert rows(runtime, "SELECT count(*) FROM parsed_resumes WHERE candidate_id IS NOT NULL") == 1


def test_rates_count_successes_failures_and_the_cache(ats: Ats, cv: Cv) -> None:
    for _ in range(2):
        ats.resumes.parse(Upload("a.txt", cv()))
    with pytest.raises(NotParsed):
        ats.resumes.parse(Upload("b.pdf", b"%PDF-1.4 nothing"))
    told = ats.resumes.statistics()
    assert (told.attempts, told.parsed, told.failed, told.cached) == (3, 2, 1, 1)
    assert told.success_rate == round(2 / 3, 4)
    assert told.median_ms is not None
    later = ats.resumes.statistics(since=told.since + timedelta(days=31))
    assert (later.attempts, later.success_rate) == (0, None)
