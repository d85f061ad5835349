"""Candidates in the database: the person, and what hangs on the person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Row,
    Select,
    Text,
    bindparam,
    delete,
    func,
    insert,
    literal_column,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert as upsert

from ats_core.candidates.identity import email_key, name_key
from ats_core.candidates.model import Attachment, Candidate, Filter, Note
from ats_core.candidates.tables import (
    candidate_attachments,
    candidate_emails,
    candidate_notes,
    candidate_phones,
    candidate_tags,
    candidates,
)
from ats_core.ids import uuid7
from ats_core.jobs.model import salary_of
from ats_core.paging import Window
from ats_core.store.lists import capped_count, file_id_of, windowed
from ats_core.store.tables import stored_files
from ats_core.store.work import Work


def _array(table: Any, column: Any) -> Any:
    """The values of `column` of the candidate's rows in `table`, the primary first, as one array."""
    order = [table.c.is_primary.desc(), table.c.id] if "is_primary" in table.c else [func.lower(column)]
    rows = select(column).where(table.c.candidate_id == candidates.c.id)
    if "deleted_at" in table.c:
        rows = rows.where(func.num_nulls(table.c.deleted_at) == literal_column("1"))
    return func.array(rows.order_by(*order).correlate(candidates).scalar_subquery(), type_=ARRAY(Text))


_COLUMNS = (
    candidates.c.id, candidates.c.first_name, candidates.c.last_name, candidates.c.full_name,
    candidates.c.email, candidates.c.phone, candidates.c.location, candidates.c.linkedin_url,
    candidates.c.portfolio_url, candidates.c.current_company, candidates.c.current_title,
    candidates.c.experience_months, candidates.c.years_of_experience, candidates.c.skills,
    candidates.c.education, candidates.c.work_history, candidates.c.certifications, candidates.c.languages,
    candidates.c.salary_expectation_min, candidates.c.salary_expectation_max,
    candidates.c.salary_expectation_currency, candidates.c.salary_expectation_period, candidates.c.source,
    candidates.c.provenance, candidates.c.version, candidates.c.created_at, candidates.c.updated_at,
    candidates.c.last_activity,
    _array(candidate_emails, candidate_emails.c.email).label("emails"),
    _array(candidate_phones, candidate_phones.c.phone).label("phones"),
    _array(candidate_tags, candidate_tags.c.tag).label("tags"),
)  # fmt: skip
_LIVE = candidates.c.deleted_at.is_(None)
# For look-ups by key: written so that no partial index offers itself (without statistics, as in a large first
# import, the planner takes IS NULL for rare and scans one of them).
ALIVE = func.num_nulls(candidates.c.deleted_at) == literal_column("1")
_CANDIDATE: Select[Any] = select(*_COLUMNS)
_BY_ID = _CANDIDATE.where(candidates.c.id == bindparam("key"), ALIVE)
_BY_EMAIL = _CANDIDATE.join(candidate_emails, candidate_emails.c.candidate_id == candidates.c.id).where(
    candidate_emails.c.email_normalised == bindparam("key"), candidate_emails.c.deleted_at.is_(None), ALIVE
)

_BIGINT = stored_files.c.size_bytes.type
# Made once: building a statement anew for each file costs an import more than running it.
_ADD = insert(candidates)
_REGISTER = upsert(stored_files).on_conflict_do_nothing()
_ATTACH = (
    upsert(candidate_attachments)
    .values(file_id=file_id_of(bindparam("of_sha256", type_=Text)))
    .on_conflict_do_nothing()
)
# Taken out of a subquery in order: a bare SELECT may take the locks in any order.
_IN_ORDER = select(func.unnest(bindparam("numbers", type_=ARRAY(_BIGINT))).label("n")).subquery()
_LOCK_ALL = select(func.pg_advisory_xact_lock(_IN_ORDER.c.n))


class CandidateStore:
    def __init__(self, work: Work) -> None:
        self.work = work

    def get(self, candidate_id: UUID, *, lock: bool = False) -> Candidate | None:
        """The live candidate with that id; locked against changes if asked."""
        query = _BY_ID.with_for_update(of=candidates) if lock else _BY_ID
        row = self.work.execute(query, {"key": candidate_id}).first()
        return None if row is None else _candidate(row)

    def with_email(self, email: str) -> Candidate | None:
        """The live candidate who has that address, however it is spelled."""
        row = self.work.execute(_BY_EMAIL, {"key": email_key(email)}).first()
        return None if row is None else _candidate(row)

    def several(self, ids: Sequence[UUID]) -> list[Candidate]:
        """The live ones among `ids`, in any order."""
        rows = self.work.execute(_CANDIDATE.where(candidates.c.id.in_(ids), ALIVE))
        return [_candidate(row) for row in rows]

    def page(self, window: Window, wanted: Filter) -> tuple[list[Candidate], int, bool]:
        """`(candidates, total, capped)`, newest first."""
        gone = candidates.c.deleted_at.is_not(None) & candidates.c.merged_into_id.is_(None)
        conditions = [gone if wanted.deleted else _LIVE, *_conditions(wanted)]
        rows = self.work.execute(windowed(_CANDIDATE.where(*conditions), candidates, window))
        total, capped = capped_count(self.work, candidates, *conditions)
        return [_candidate(row) for row in rows], total, capped

    def with_any_email(self, emails: Iterable[str]) -> set[UUID]:
        """The live candidates who have one of these addresses."""
        keys = [email_key(e) for e in emails]
        if not keys:
            return set()
        query = select(candidate_emails.c.candidate_id).where(
            candidate_emails.c.email_normalised.in_(keys), candidate_emails.c.deleted_at.is_(None)
        )
        return set(self.work.execute(query).scalars())

    def with_name_and_phone(self, first: str, last: str, phones: Iterable[str]) -> set[UUID]:
        """The live candidates of this name (words in any order, accents aside) with one of these numbers."""
        numbers, wanted = list(phones), name_key(first, last)
        if not numbers or not wanted:
            return set()
        query = (
            select(candidates.c.id, candidates.c.first_name, candidates.c.last_name)
            .join(candidate_phones, candidate_phones.c.candidate_id == candidates.c.id)
            .where(candidate_phones.c.phone.in_(numbers), candidate_phones.c.deleted_at.is_(None), _LIVE)
        )
        return {
            row.id for row in self.work.execute(query) if name_key(row.first_name, row.last_name) == wanted
        }

    def lock_keys(self, keys: Iterable[str]) -> None:
        """Waits until nobody else works on one of `keys`; held to the end of the transaction.

        Taken in one order, so that two of us never wait for one another.
        """
        numbers = sorted({_lock_number(key) for key in keys})
        if numbers:
            self.work.execute(_LOCK_ALL, {"numbers": numbers})

    def add(self, values: dict[str, Any]) -> UUID:
        key: UUID = values.get("id") or uuid7()
        self.work.later(_ADD, {**values, "id": key})
        return key

    def change(self, candidate_id: UUID, values: dict[str, Any], now: datetime) -> None:
        self.work.execute(
            update(candidates)
            .where(candidates.c.id == candidate_id)
            .values(**values, version=candidates.c.version + 1, updated_at=now, last_activity=now)
        )

    def set_emails(self, candidate_id: UUID, emails: Sequence[str], known: Sequence[str] = ()) -> None:
        """Makes `emails` the candidate's addresses, the first one the primary; `known` are those now."""
        if list(emails) == list(known):
            return
        if known:
            self.work.later(
                delete(candidate_emails).where(
                    candidate_emails.c.candidate_id == candidate_id, candidate_emails.c.deleted_at.is_(None)
                )
            )
        if emails:
            self.work.later(
                insert(candidate_emails),
                [
                    {
                        "id": uuid7(),
                        "candidate_id": candidate_id,
                        "email": email,
                        "email_normalised": email_key(email),
                        "is_primary": place == 0,
                    }
                    for place, email in enumerate(emails)
                ],
            )

    def set_phones(self, candidate_id: UUID, phones: Sequence[str], known: Sequence[str] = ()) -> None:
        """Makes `phones` (E.164) the candidate's numbers, the first one the primary."""
        if list(phones) == list(known):
            return
        if known:
            self.work.later(
                delete(candidate_phones).where(
                    candidate_phones.c.candidate_id == candidate_id, candidate_phones.c.deleted_at.is_(None)
                )
            )
        if phones:
            self.work.later(
                insert(candidate_phones),
                [
                    {"id": uuid7(), "candidate_id": candidate_id, "phone": phone, "is_primary": place == 0}
                    for place, phone in enumerate(phones)
                ],
            )

    def add_tags(self, candidate_id: UUID, tags: Iterable[str], actor_id: UUID) -> None:
        rows = [
            {"id": uuid7(), "candidate_id": candidate_id, "tag": tag, "created_by": actor_id} for tag in tags
        ]
        if rows:
            self.work.execute(upsert(candidate_tags).on_conflict_do_nothing(), rows)

    def remove_tags(self, candidate_id: UUID, keep: Sequence[str] = (), only: str | None = None) -> int:
        """How many tags were taken off: `only` that one, or all that are not in `keep`."""
        query = delete(candidate_tags).where(candidate_tags.c.candidate_id == candidate_id)
        if only is not None:
            query = query.where(func.lower(candidate_tags.c.tag) == func.lower(only))
        elif keep:
            query = query.where(candidate_tags.c.tag.not_in(keep))
        return self.work.execute(query).rowcount

    def bury(self, candidate_id: UUID, now: datetime, merged_into: UUID | None = None) -> None:
        """Soft-deletes the candidate with addresses and numbers, so that these are free again."""
        self.change(candidate_id, {"deleted_at": now, "merged_into_id": merged_into}, now)
        for table in (candidate_emails, candidate_phones):
            self.work.execute(
                update(table)
                .where(table.c.candidate_id == candidate_id, table.c.deleted_at.is_(None))
                .values(deleted_at=now)
            )

    def dig_up(self, candidate_id: UUID, now: datetime) -> bool:
        """Undoes a soft delete; False if there is no such deleted candidate (or it was merged)."""
        row = self.work.execute(
            select(candidates.c.deleted_at)
            .where(
                candidates.c.id == candidate_id,
                candidates.c.deleted_at.is_not(None),
                candidates.c.merged_into_id.is_(None),
            )
            .with_for_update()
        ).first()
        if row is None:
            return False
        for table in (candidate_emails, candidate_phones):
            self.work.execute(
                update(table)
                .where(table.c.candidate_id == candidate_id, table.c.deleted_at == row.deleted_at)
                .values(deleted_at=None)
            )
        self.change(candidate_id, {"deleted_at": None}, now)
        return True

    def move_belongings(self, from_id: UUID, to_id: UUID) -> None:
        """Hands notes, tags and attachments of one candidate to another, into which the first is merged."""
        self.work.execute(
            update(candidate_notes)
            .where(candidate_notes.c.candidate_id == from_id)
            .values(candidate_id=to_id)
        )
        theirs = select(candidate_tags.c.tag, candidate_tags.c.created_by).where(
            candidate_tags.c.candidate_id == from_id
        )
        for row in self.work.execute(theirs).all():
            self.add_tags(to_id, [row.tag], row.created_by)
        mine = select(candidate_attachments.c.file_id).where(
            candidate_attachments.c.candidate_id == to_id, candidate_attachments.c.deleted_at.is_(None)
        )
        self.work.execute(
            update(candidate_attachments)
            .where(
                candidate_attachments.c.candidate_id == from_id, candidate_attachments.c.file_id.not_in(mine)
            )
            .values(candidate_id=to_id)
        )

    def add_note(self, candidate_id: UUID, author_id: UUID, body: str, now: datetime) -> Note:
        key = uuid7()
        self.work.execute(
            insert(candidate_notes).values(
                id=key, candidate_id=candidate_id, author_id=author_id, body=body, created_at=now
            )
        )
        return Note(id=key, candidate_id=candidate_id, author_id=author_id, body=body, created_at=now)

    def notes(self, candidate_id: UUID) -> list[Note]:
        """The notes, newest first."""
        table = candidate_notes
        rows = self.work.execute(
            select(table.c.id, table.c.candidate_id, table.c.author_id, table.c.body, table.c.created_at)
            .where(table.c.candidate_id == candidate_id, table.c.deleted_at.is_(None))
            .order_by(table.c.created_at.desc(), table.c.id.desc())
        )
        return [Note.model_construct(**row._mapping) for row in rows]

    def remove_note(self, candidate_id: UUID, note_id: UUID, now: datetime) -> bool:
        table = candidate_notes
        done = self.work.execute(
            update(table)
            .where(table.c.id == note_id, table.c.candidate_id == candidate_id, table.c.deleted_at.is_(None))
            .values(deleted_at=now)
        )
        return done.rowcount == 1

    def register_file(self, sha256: str, size: int, media_type: str) -> None:
        """Makes the row of the file with that content, if it is new."""
        self.work.later(
            _REGISTER,
            {
                "id": uuid7(), "sha256": sha256, "size_bytes": size, "media_type": media_type,
                "storage_key": sha256,
            },
        )  # fmt: skip

    def attach(self, candidate_id: UUID, sha256: str, filename: str, kind: str, now: datetime) -> None:
        """Hangs the file on the candidate; nothing if it hangs there already."""
        self.work.later(
            _ATTACH,
            {
                "id": uuid7(), "candidate_id": candidate_id, "of_sha256": sha256,
                "filename": filename[-255:], "kind": kind, "created_at": now,
            },
        )  # fmt: skip

    def attachments(self, candidate_id: UUID, attachment_id: UUID | None = None) -> list[Attachment]:
        """The candidate's files (or that one), oldest first."""
        table = candidate_attachments
        query = (
            select(
                table.c.id, table.c.candidate_id, table.c.filename, table.c.kind, stored_files.c.media_type,
                stored_files.c.size_bytes, stored_files.c.sha256, table.c.created_at,
            )
            .join(stored_files, stored_files.c.id == table.c.file_id)
            .where(table.c.candidate_id == candidate_id, table.c.deleted_at.is_(None))
            .order_by(table.c.created_at, table.c.id)
        )  # fmt: skip
        if attachment_id is not None:
            query = query.where(table.c.id == attachment_id)
        return [Attachment.model_construct(**row._mapping) for row in self.work.execute(query)]

    def detach(self, candidate_id: UUID, attachment_id: UUID, now: datetime) -> bool:
        table = candidate_attachments
        done = self.work.execute(
            update(table)
            .where(
                table.c.id == attachment_id,
                table.c.candidate_id == candidate_id,
                table.c.deleted_at.is_(None),
            )
            .values(deleted_at=now)
        )
        return done.rowcount == 1


def _lock_number(key: str) -> int:
    """A signed 64-bit number for `key` (the first 8 bytes of its SHA-256)."""
    import hashlib

    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], signed=True)


def _conditions(wanted: Filter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.name is not None:
        found += [
            func.lower(candidates.c.full_name).contains(word, autoescape=True)
            for word in wanted.name.lower().split()
        ]
    if wanted.email is not None:
        found.append(
            select(candidate_emails.c.id)
            .where(
                candidate_emails.c.candidate_id == candidates.c.id,
                candidate_emails.c.email_normalised == email_key(wanted.email),
                candidate_emails.c.deleted_at.is_(None),
            )
            .exists()
        )
    if wanted.skill is not None:
        found.append(candidates.c.skills.contains([{"name": wanted.skill}]))
    if wanted.tag is not None:
        found.append(
            select(candidate_tags.c.id)
            .where(
                candidate_tags.c.candidate_id == candidates.c.id,
                func.lower(candidate_tags.c.tag) == func.lower(wanted.tag),
            )
            .exists()
        )
    if wanted.source is not None:
        found.append(candidates.c.source == wanted.source)
    if wanted.created_after is not None:
        found.append(candidates.c.created_at > wanted.created_after)
    if wanted.updated_after is not None:
        found.append(candidates.c.updated_at > wanted.updated_after)
    return found


def _candidate(row: Row[Any]) -> Candidate:
    values = dict(row._mapping)
    values["salary_expectation"] = salary_of(
        values.pop("salary_expectation_min"),
        values.pop("salary_expectation_max"),
        values.pop("salary_expectation_currency"),
        values.pop("salary_expectation_period"),
    )
    return Candidate.model_construct(**values)
