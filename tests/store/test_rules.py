"""The rules that the database itself keeps, each broken once."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
import sqlalchemy as sa
from psycopg import errors as pg

from ats_core.store.metadata import metadata
from tests.store.rows import EARLIER, LATER, NEEDED, NOON, SHA256, change, make, read


def refused(connection: sa.Connection, name: str, /, **values: Any) -> str | None:
    """The constraint that a row is refused by, or the kind of the refusal; None if it was taken."""
    try:
        with connection.begin_nested():
            make(connection, name, **values)
    except sa.exc.DBAPIError as error:
        diagnosis = getattr(error.orig, "diag", None)
        return getattr(diagnosis, "constraint_name", None) or type(error.orig).__name__
    return None


@pytest.mark.parametrize("name", sorted(metadata.tables))
def test_a_plain_row_is_taken(connection: sa.Connection, name: str) -> None:
    assert name in NEEDED
    assert make(connection, name)


BROKEN: list[tuple[str, dict[str, Any], str]] = [
    ("users", {"role": "owner"}, "ck_users_role"),
    ("users", {"email": "nobody"}, "ck_users_email"),
    ("users", {"email": "two words@example.com"}, "ck_users_email"),
    ("users", {"permissions": {}}, "ck_users_permissions"),
    ("users", {"failed_count": -1}, "ck_users_failed_count"),
    ("users", {"token_version": 0}, "ck_users_token_version"),
    ("users", {"department_id": uuid4()}, "fk_users_department_id"),
    ("departments", {"name": "  "}, "ck_departments_name_not_blank"),
    ("self_identifications", {"sex": "f"}, "ck_self_identifications_sex"),
    ("self_identifications", {"race_ethnicity": "unknown"}, "ck_self_identifications_race_ethnicity"),
    ("self_identifications", {"consent_version": " "}, "ck_self_identifications_consent_version_not_blank"),
    ("judgements", {"verdict": "reject"}, "ck_judgements_verdict"),
    ("judgements", {"reason": ""}, "ck_judgements_reason_not_blank"),
    ("judgements", {"match_score": 101}, "ck_judgements_match_score"),
    ("pseudonym_keys", {"key": "secret"}, "ck_pseudonym_keys_key"),
    ("refresh_tokens", {"token_hash": "A" * 64}, "ck_refresh_tokens_token_hash"),
    ("refresh_tokens", {"expires_at": EARLIER.replace(year=2000)}, "ck_refresh_tokens_expires_at"),
    ("mfa_secrets", {"backup_codes": {}}, "ck_mfa_secrets_backup_codes"),
    ("jobs", {"status": "published"}, "ck_jobs_status"),
    ("jobs", {"employment_type": "gig"}, "ck_jobs_employment_type"),
    ("jobs", {"title": " "}, "ck_jobs_title_not_blank"),
    ("jobs", {"title": "x" * 256}, "StringDataRightTruncation"),
    ("jobs", {"hiring_manager_id": None}, "NotNullViolation"),
    ("jobs", {"salary_range_min": 2, "salary_range_max": 1}, "ck_jobs_salary_range"),
    ("jobs", {"salary_range_min": -1}, "ck_jobs_salary_range_min"),
    ("jobs", {"salary_range_max": -1}, "ck_jobs_salary_range_max"),
    ("jobs", {"salary_range_currency": "eur"}, "ck_jobs_salary_range_currency"),
    ("jobs", {"salary_range_period": "week"}, "ck_jobs_salary_range_period"),
    ("jobs", {"required_education": "phd"}, "ck_jobs_required_education"),
    ("jobs", {"required_experience_months": -1}, "ck_jobs_required_experience_months"),
    ("jobs", {"required_skills": {"name": "Python"}}, "ck_jobs_required_skills"),
    ("jobs", {"openings_count": 0}, "ck_jobs_openings_count"),
    ("jobs", {"status": "pending-approval"}, "ck_jobs_submitted"),
    ("jobs", {"status": "approved"}, "ck_jobs_approved"),
    ("jobs", {"status": "open"}, "ck_jobs_published"),
    ("jobs", {"status": "closed"}, "ck_jobs_closed"),
    ("jobs", {"status": "archived"}, "ck_jobs_archived"),
    ("job_approvals", {"status": "approved"}, "ck_job_approvals_decided"),
    ("job_approvals", {"decided_at": NOON}, "ck_job_approvals_decided"),
    ("job_publications", {"status": "published"}, "ck_job_publications_published"),
    ("candidates", {"email": "@"}, "ck_candidates_email"),
    ("candidates", {"phone": "+1-555-0123"}, "ck_candidates_phone"),
    ("candidates", {"phone": "+0123"}, "ck_candidates_phone"),
    ("candidates", {"experience_months": -1}, "ck_candidates_experience_months"),
    ("candidates", {"skills": {"name": "Python"}}, "ck_candidates_skills"),
    ("candidates", {"work_history": "none"}, "ck_candidates_work_history"),
    ("candidates", {"provenance": []}, "ck_candidates_provenance"),
    ("candidates", {"salary_expectation_min": 2, "salary_expectation_max": 1},
     "ck_candidates_salary_expectation"),
    ("candidate_emails", {"email_normalised": "M@Example.com"}, "ck_candidate_emails_email_normalised"),
    ("candidate_phones", {"phone": "912345678"}, "ck_candidate_phones_phone"),
    ("candidate_tags", {"tag": ""}, "ck_candidate_tags_tag_not_blank"),
    ("candidate_attachments", {"kind": "photo"}, "ck_candidate_attachments_kind"),
    ("consents", {"basis": "because"}, "ck_consents_basis"),
    ("consents", {"expires_at": NOON}, "ck_consents_expires_at"),
    ("consents", {"withdrawn_at": EARLIER}, "ck_consents_withdrawn_at"),
    ("stages", {"key": "Two Words"}, "ck_stages_key"),
    ("stages", {"kind": "waiting"}, "ck_stages_kind"),
    ("applications", {"status": "lost", "ended_at": NOON}, "ck_applications_status"),
    ("applications", {"status": "hired"}, "ck_applications_ended"),
    ("applications", {"ended_at": NOON}, "ck_applications_ended"),
    ("applications", {"status": "rejected", "ended_at": NOON}, "ck_applications_rejection_reason"),
    ("applications", {"ai_match_score": 101}, "ck_applications_ai_match_score"),
    ("applications", {"overall_rating": 0.5}, "ck_applications_overall_rating"),
    ("applications", {"offer_accepted_at": NOON}, "ck_applications_offer_accepted"),
    ("application_events", {"type": "vanished"}, "ck_application_events_type"),
    ("application_events", {"type": "moved"}, "ck_application_events_moved"),
    ("application_events", {"type": "rejected"}, "ck_application_events_rejected"),
    ("evaluations", {"rating": 6}, "ck_evaluations_rating"),
    ("evaluations", {"recommendation": "perhaps"}, "ck_evaluations_recommendation"),
    ("evaluations", {"submitted_at": NOON}, "ck_evaluations_submitted"),
    ("interviews", {"ends_at": NOON}, "ck_interviews_times"),
    ("interviews", {"status": "lost"}, "ck_interviews_status"),
    ("offers", {"salary": 1}, "ck_offers_salary_complete"),
    ("offers", {"status": "extended"}, "ck_offers_extended"),
    ("offers", {"status": "accepted", "extended_at": NOON}, "ck_offers_accepted"),
    ("offers", {"status": "declined", "extended_at": NOON}, "ck_offers_declined"),
    ("offers", {"status": "withdrawn"}, "ck_offers_withdrawn"),
    ("offers", {"extended_at": NOON, "expires_at": EARLIER}, "ck_offers_expires_at"),
    ("offer_approvals", {"status": "rejected"}, "ck_offer_approvals_decided"),
    ("communications", {"channel": "pigeon"}, "ck_communications_channel"),
    ("communications", {"direction": "inbound"}, "ck_communications_received"),
    ("communications", {"status": "sent"}, "ck_communications_sent"),
    ("ai_insights", {"query": ""}, "ck_ai_insights_query_not_blank"),
    ("ai_insights", {"subject_id": uuid4()}, "ck_ai_insights_subject"),
    ("imports", {"status": "finished"}, "ck_imports_finished"),
    ("imports", {"failed_count": -1}, "ck_imports_failed_count"),
    ("import_files", {"sha256": "short"}, "ck_import_files_sha256"),
    ("import_files", {"status": "skipped"}, "ck_import_files_status"),
    ("import_files", {"reason": None}, "NotNullViolation"),
    ("parsed_resumes", {"parsed_data": None}, "ck_parsed_resumes_outcome"),
    ("parsed_resumes", {"parsing_errors": {}}, "ck_parsed_resumes_outcome"),
    ("parsed_resumes", {"confidence_score": 1.001}, "ck_parsed_resumes_confidence_score"),
    ("match_scores", {"score": 100.01}, "ck_match_scores_score"),
    ("match_scores", {"explanation": []}, "ck_match_scores_explanation"),
    ("stored_files", {"sha256": "Z" * 64}, "ck_stored_files_sha256"),
    ("stored_files", {"size_bytes": -1}, "ck_stored_files_size_bytes"),
    ("audit_log", {"operation": " "}, "ck_audit_log_operation_not_blank"),
    ("idempotency_keys", {"status_code": 99}, "ck_idempotency_keys_status_code"),
    ("idempotency_keys", {"response": {}}, "ck_idempotency_keys_answered"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "values", "rule"), BROKEN, ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_row_that_breaks_a_rule_is_refused(
    connection: sa.Connection, name: str, values: dict[str, Any], rule: str
) -> None:
    assert refused(connection, name, **values) == rule


def test_an_address_signs_in_one_living_user_whatever_its_case(connection: sa.Connection) -> None:
    first = make(connection, "users", email="Ada@example.com")
    assert refused(connection, "users", email="ada@EXAMPLE.com") == "uq_users_email_live"
    change(connection, "users", first, deleted_at=NOON)
    assert refused(connection, "users", email="ada@example.com") is None


def test_an_address_belongs_to_one_living_candidate_whatever_its_case(connection: sa.Connection) -> None:
    first = make(connection, "candidates", email="Mirela@example.com")
    assert refused(connection, "candidates", email="mirela@example.com") == "uq_candidates_email_live"
    change(connection, "candidates", first, deleted_at=NOON)
    assert refused(connection, "candidates", email="mirela@example.com") is None


def test_any_number_of_candidates_have_no_address(connection: sa.Connection) -> None:
    make(connection, "candidates", email=None)
    assert refused(connection, "candidates", email=None) is None


def test_a_candidate_has_one_main_address_and_number(connection: sa.Connection) -> None:
    person = make(connection, "candidates")
    make(connection, "candidate_emails", candidate_id=person, is_primary=True)
    make(connection, "candidate_phones", candidate_id=person, is_primary=True, phone="+14155550100")
    for name, more in (("candidate_emails", {}), ("candidate_phones", {"phone": "+14155550101"})):
        found = refused(connection, name, candidate_id=person, is_primary=True, **more)
        assert found == f"uq_{name}_primary"
        assert refused(connection, name, candidate_id=person, **more) is None


def test_a_tag_is_worn_once_whatever_its_case(connection: sa.Connection) -> None:
    person = make(connection, "candidates")
    make(connection, "candidate_tags", candidate_id=person, tag="Senior")
    assert refused(connection, "candidate_tags", candidate_id=person, tag="senior") == "uq_candidate_tags_tag"


def test_a_requisition_number_never_comes_back(connection: sa.Connection) -> None:
    first = make(connection, "jobs", requisition_number="REQ-2026-1")
    change(connection, "jobs", first, deleted_at=NOON)
    assert refused(connection, "jobs", requisition_number="REQ-2026-1") == "uq_jobs_requisition_number"


def test_a_candidate_applies_once_at_a_time_and_again_later(connection: sa.Connection) -> None:
    pair = {"job_id": make(connection, "jobs"), "candidate_id": make(connection, "candidates")}
    first = make(connection, "applications", **pair)
    assert refused(connection, "applications", **pair, attempt=2) == "uq_applications_active"
    change(connection, "applications", first, status="withdrawn", ended_at=NOON)
    assert refused(connection, "applications", **pair) == "uq_applications_attempt_live"
    assert refused(connection, "applications", **pair, attempt=2) is None


def test_a_merged_row_names_another_and_is_gone(connection: sa.Connection) -> None:
    for name in ("candidates", "applications"):
        kept = make(connection, name)
        assert refused(connection, name, merged_into_id=kept) == f"ck_{name}_merged"
        assert refused(connection, name, merged_into_id=kept, deleted_at=NOON) is None


def test_an_evaluator_has_one_scorecard_for_an_application(connection: sa.Connection) -> None:
    pair = {"application_id": make(connection, "applications"), "evaluator_id": make(connection, "users")}
    first = make(connection, "evaluations", **pair)
    assert refused(connection, "evaluations", **pair) == "uq_evaluations_evaluator_live"
    change(connection, "evaluations", first, deleted_at=NOON)
    assert refused(connection, "evaluations", **pair) is None


def test_an_application_has_one_open_offer_and_many_revisions(connection: sa.Connection) -> None:
    application = make(connection, "applications")
    first = make(connection, "offers", application_id=application)
    assert refused(connection, "offers", application_id=application, revision=2) == "uq_offers_open"
    change(connection, "offers", first, status="withdrawn", withdrawn_at=NOON)
    assert refused(connection, "offers", application_id=application, revision=1) == "uq_offers_revision"
    assert refused(connection, "offers", application_id=application, revision=2) is None


def test_an_import_runs_once_at_a_time(connection: sa.Connection) -> None:
    first = make(connection, "imports", key=SHA256)
    assert refused(connection, "imports", key=SHA256) == "uq_imports_running"
    change(connection, "imports", first, status="finished", finished_at=NOON)
    assert refused(connection, "imports", key=SHA256) is None


def test_a_file_of_an_import_is_noted_once(connection: sa.Connection) -> None:
    run = make(connection, "imports")
    make(
        connection,
        "import_files",
        import_id=run,
        path="a.pdf",
        sha256=None,
        status="failed",
        reason="unreadable",
    )
    assert refused(connection, "import_files", import_id=run, path="a.pdf") == "uq_import_files_path"


def test_a_resume_is_kept_once_for_a_candidate(connection: sa.Connection) -> None:
    same = {"candidate_id": make(connection, "candidates"), "sha256": SHA256}
    first = make(connection, "parsed_resumes", **same)
    assert refused(connection, "parsed_resumes", **same) == "uq_parsed_resumes_live"
    change(connection, "parsed_resumes", first, deleted_at=NOON)
    assert refused(connection, "parsed_resumes", **same) is None


def test_an_idempotency_key_is_its_actor_s_own(connection: sa.Connection) -> None:
    actor = make(connection, "users")
    make(connection, "idempotency_keys", key="k", actor_id=actor)
    make(connection, "idempotency_keys", key="k", actor_id=None)
    assert refused(connection, "idempotency_keys", key="k", actor_id=actor) == "uq_idempotency_keys_actor_key"
    assert refused(connection, "idempotency_keys", key="k") == "uq_idempotency_keys_key_anonymous"
    assert refused(connection, "idempotency_keys", key="k", actor_id=make(connection, "users")) is None


@pytest.mark.parametrize(("months", "years"), [(57, 5), (54, 5), (53, 4), (5, 0), (6, 1), (None, None)])
def test_years_of_experience_are_the_months_rounded(
    connection: sa.Connection, months: int | None, years: int | None
) -> None:
    person = make(connection, "candidates", experience_months=months)
    assert read(connection, "candidates", person).years_of_experience == years


@pytest.mark.parametrize(
    ("first", "last", "full"),
    [("Mirela", "Tavora", "Mirela Tavora"), ("", "Tavora", "Tavora"), ("Mirela", "", "Mirela"), ("", "", "")],
)
def test_the_full_name_is_both_names(connection: sa.Connection, first: str, last: str, full: str) -> None:
    person = make(connection, "candidates", first_name=first, last_name=last)
    assert read(connection, "candidates", person).full_name == full


@pytest.mark.parametrize("name", sorted(set(metadata.tables) - {"audit_log", "application_events"}))
def test_updated_at_follows_each_change(database_connection: sa.Connection, name: str) -> None:
    key = make(database_connection, name)
    database_connection.commit()
    before = read(database_connection, name, key)
    database_connection.commit()
    change(database_connection, name, key, created_at=before.created_at, updated_at=EARLIER)
    after = read(database_connection, name, key)
    assert after.updated_at > before.updated_at
    assert after.created_at == before.created_at


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_log SET operation = 'other'",
        "DELETE FROM audit_log",
        "TRUNCATE audit_log",
        "UPDATE application_events SET type = 'hired'",
        "UPDATE application_events SET note = 'another story'",
        "UPDATE application_events SET note = NULL, data = '{}', occurred_at = now() - interval '1 day'",
        "DELETE FROM application_events",
        "TRUNCATE application_events",
    ],
)
def test_what_happened_is_never_rewritten(connection: sa.Connection, statement: str) -> None:
    make(connection, "audit_log")
    make(connection, "application_events", note="They called.", data={"door": "cli"})
    with pytest.raises(sa.exc.IntegrityError) as refused, connection.begin_nested():
        connection.exec_driver_sql(statement)
    assert isinstance(refused.value.orig, pg.RestrictViolation)


def test_the_free_text_of_an_event_can_be_erased(connection: sa.Connection) -> None:
    """The right to erasure (GDPR, article 17) reaches what was said, not that something happened."""
    event = make(connection, "application_events", note="Mirela called.", data={"name": "Mirela"})
    change(connection, "application_events", event, note=None, data={})
    assert read(connection, "application_events", event).note is None


def test_what_others_refer_to_can_not_go(connection: sa.Connection) -> None:
    application = make(connection, "applications")
    row = read(connection, "applications", application)
    for name, key in (("jobs", row.job_id), ("candidates", row.candidate_id), ("stages", row.stage_id)):
        with pytest.raises(sa.exc.IntegrityError), connection.begin_nested():
            connection.execute(sa.delete(metadata.tables[name]).where(metadata.tables[name].c.id == key))


def test_what_belongs_to_a_candidate_goes_along(connection: sa.Connection) -> None:
    person = make(connection, "candidates")
    belongings = ("candidate_emails", "candidate_notes", "consents", "parsed_resumes", "match_scores")
    for name in belongings:
        make(connection, name, candidate_id=person)
    noted = make(connection, "import_files", candidate_id=person)
    candidates = metadata.tables["candidates"]
    connection.execute(sa.delete(candidates).where(candidates.c.id == person))
    for name in belongings:
        table = metadata.tables[name]
        count = sa.select(sa.func.count()).where(table.c.candidate_id == person)
        assert connection.scalar(count) == 0, name
    assert read(connection, "import_files", noted).candidate_id is None


def test_an_offer_may_be_extended_and_accepted(connection: sa.Connection) -> None:
    offer = make(connection, "offers", salary=50000, salary_currency="EUR", salary_period="year")
    change(connection, "offers", offer, status="extended", extended_at=NOON, expires_at=LATER)
    change(connection, "offers", offer, status="accepted", accepted_at=LATER)
    assert read(connection, "offers", offer).status == "accepted"
