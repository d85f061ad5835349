"""The operations on candidates."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ats_core.access import hiring_team, recruiters
from ats_core.candidates.identity import email_key, phone_number
from ats_core.candidates.model import (
    Attachment,
    AttachmentKind,
    Attachments,
    Candidate,
    CandidateChanges,
    CandidatePage,
    Filter,
    NewCandidate,
    Note,
    Notes,
    Tag,
    by_person,
    money_columns,
)
from ats_core.errors import Conflict, Invalid, NotFound, RuleRefused, TooLarge
from ats_core.fields import Cursor, Email, Limit, Line, Moment, PageNumber, Remark, Short, YesNo
from ats_core.jobs.service import canonical, require_version
from ats_core.matching import scoring
from ats_core.operations import Done, Download, Service, Upload, operation
from ats_core.paging import DEFAULT_LIMIT, listing, window

ATTACHMENT_LIMIT_MB = 10

# The service has an operation called list, which hides the type of that name inside it.
Texts = list[str]


class PhoneRefused(RuleRefused):
    """The number is none in any country, or none that can be told without knowing the country."""

    code = "phone_refused"


class CandidateService(Service):
    """People who might be hired: who they are, how to reach them, what is known about them."""

    noun = "candidates"

    @operation("POST", "/candidates", allow=recruiters, status=201)
    def create(self, candidate: NewCandidate) -> Candidate:
        """A new candidate, entered by hand.

        An e-mail address that a candidate has already is a conflict: it names that candidate.
        """
        fields = {name: getattr(candidate, name) for name in type(candidate).model_fields}
        fields["phones"] = self._numbers(candidate.phones)
        if candidate.salary_expectation is not None:
            candidate.salary_expectation.require_ordered()
        emails, phones, tags = _unique(fields.pop("emails")), fields.pop("phones"), fields.pop("tags")
        self._claim_emails(emails, None)
        set_by_hand = [*candidate.model_fields_set]
        values = _columns(fields) | {
            "email": emails[0] if emails else None,
            "phone": phones[0] if phones else None,
            "provenance": by_person(set_by_hand, self.actor.id, self.now.isoformat()),
            "created_at": self.now,
            "updated_at": self.now,
            "last_activity": self.now,
        }
        key = self.tx.candidates.add(values)
        self.tx.candidates.set_emails(key, emails)
        self.tx.candidates.set_phones(key, phones)
        self.tx.candidates.add_tags(key, tags, self.actor.id)
        self.tx.record("candidate.created", ("candidate", key), set_by_hand)
        return self._candidate(key)

    @operation("GET", "/candidates", allow=hiring_team)
    def list(
        self,
        skill: Short | None = None,
        tag: Tag | None = None,
        source: Short | None = None,
        created_after: Moment | None = None,
        updated_after: Moment | None = None,
        limit: Limit = DEFAULT_LIMIT,
        cursor: Cursor | None = None,
        page: PageNumber | None = None,
    ) -> CandidatePage:
        """Candidates, newest first.

        By name or e-mail search instead: personal data does not belong into a URL, where logs keep it.
        """
        return self._page(
            {"skill": skill, "tag": tag, "source": source, "created_after": created_after,
             "updated_after": updated_after},
            limit, cursor, page,
        )  # fmt: skip

    @operation("POST", "/candidates/search", allow=hiring_team, reads=True)
    def search(
        self,
        name: Line | None = None,
        email: Email | None = None,
        skill: Short | None = None,
        tag: Tag | None = None,
        source: Short | None = None,
        deleted: YesNo = False,
        limit: Limit = DEFAULT_LIMIT,
        cursor: Cursor | None = None,
        page: PageNumber | None = None,
    ) -> CandidatePage:
        """Candidates who have all that is named: words of a name, an address, a skill, a tag, a source.

        With `deleted`, those who were deleted and can be restored.
        """
        wanted = {
            "name": name,
            "email": email,
            "skill": skill,
            "tag": tag,
            "source": source,
            "deleted": deleted,
        }
        return self._page(wanted, limit, cursor, page)

    @operation("POST", "/candidates/find", allow=hiring_team, reads=True)
    def find(self, email: Email) -> Candidate:
        """The candidate who has that e-mail address."""
        candidate = self.tx.candidates.with_email(email)
        if candidate is None:
            raise NotFound(
                f"No candidate has the address {email}.", hint="ats candidate list --name finds by name."
            )
        return candidate

    @operation("GET", "/candidates/{candidate_id}", allow=hiring_team)
    def get(self, candidate_id: UUID) -> Candidate:
        """One candidate, by id."""
        return self._candidate(candidate_id)

    @operation("PUT", "/candidates/{candidate_id}", allow=recruiters)
    def update(self, candidate_id: UUID, changes: CandidateChanges, if_match: int | None = None) -> Candidate:
        """The candidate with `changes` made, which no import overwrites; fields not named stay."""
        candidate = self._candidate(candidate_id, lock=True)
        require_version(candidate.version, if_match)
        named: dict[str, Any] = {name: getattr(changes, name) for name in changes.model_fields_set}
        if not named:
            return candidate
        if named.get("salary_expectation") is not None:
            named["salary_expectation"].require_ordered()
        provenance = {**candidate.provenance, **by_person([*named], self.actor.id, self.now.isoformat())}
        values = _columns({k: v for k, v in named.items() if k not in ("emails", "phones", "tags")})
        if "emails" in named:
            emails = _unique(named["emails"])
            self._claim_emails(emails, candidate_id)
            self.tx.candidates.set_emails(candidate_id, emails, candidate.emails)
            values["email"] = emails[0] if emails else None
        if "phones" in named:
            phones = self._numbers(named["phones"])
            self.tx.candidates.set_phones(candidate_id, phones, candidate.phones)
            values["phone"] = phones[0] if phones else None
        if "tags" in named:
            self.tx.candidates.remove_tags(candidate_id, keep=named["tags"])
            self.tx.candidates.add_tags(candidate_id, named["tags"], self.actor.id)
        self.tx.candidates.change(candidate_id, {**values, "provenance": provenance}, self.now)
        self.tx.record("candidate.updated", ("candidate", candidate_id), [*named])
        changed = self._candidate(candidate_id)
        scoring.rescore(self.tx, changed, self.now)
        return changed

    @operation("DELETE", "/candidates/{candidate_id}", allow=recruiters)
    def delete(self, candidate_id: UUID, if_match: int | None = None) -> Done:
        """Takes the candidate out of all lists. It is no erasure: restore brings the candidate back."""
        candidate = self._candidate(candidate_id, lock=True)
        require_version(candidate.version, if_match)
        self.tx.candidates.bury(candidate_id, self.now)
        self.tx.record("candidate.deleted", ("candidate", candidate_id), ["deleted_at"])
        return Done()

    @operation("POST", "/candidates/{candidate_id}/restore", allow=recruiters)
    def restore(self, candidate_id: UUID) -> Candidate:
        """The deleted candidate, back; a conflict if somebody else has one of the addresses by now."""
        if not self.tx.candidates.dig_up(candidate_id, self.now):
            raise NotFound(f"There is no deleted candidate {candidate_id}.")
        self.tx.record("candidate.restored", ("candidate", candidate_id), ["deleted_at"])
        return self._candidate(candidate_id)

    @operation("POST", "/candidates/{candidate_id}/tags", allow=hiring_team)
    def add_tag(self, candidate_id: UUID, tag: Tag) -> Candidate:
        """The candidate, with the tag."""
        candidate = self._candidate(candidate_id, lock=True)
        self.tx.candidates.add_tags(candidate_id, [tag], self.actor.id)
        self._tags_edited(candidate)
        return self._candidate(candidate_id)

    @operation("DELETE", "/candidates/{candidate_id}/tags/{tag}", allow=hiring_team)
    def remove_tag(self, candidate_id: UUID, tag: Tag) -> Done:
        """Takes the tag off the candidate."""
        candidate = self._candidate(candidate_id, lock=True)
        if not self.tx.candidates.remove_tags(candidate_id, only=tag):
            raise NotFound(f"The candidate has no tag {tag}.")
        self._tags_edited(candidate)
        return Done()

    @operation("POST", "/candidates/{candidate_id}/notes", allow=hiring_team, status=201)
    def add_note(self, candidate_id: UUID, body: Remark) -> Note:
        """A new note on the candidate."""
        self._candidate(candidate_id, lock=True)
        note = self.tx.candidates.add_note(candidate_id, self.actor.id, body, self.now)
        self.tx.record("candidate.note_added", ("candidate", candidate_id), ["notes"], note_id=str(note.id))
        return note

    @operation("GET", "/candidates/{candidate_id}/notes", allow=hiring_team)
    def notes(self, candidate_id: UUID) -> Notes:
        """The candidate's notes, newest first."""
        self._candidate(candidate_id)
        return Notes(notes=self.tx.candidates.notes(candidate_id))

    @operation("DELETE", "/candidates/{candidate_id}/notes/{note_id}", allow=hiring_team)
    def delete_note(self, candidate_id: UUID, note_id: UUID) -> Done:
        """Takes the note away."""
        if not self.tx.candidates.remove_note(candidate_id, note_id, self.now):
            raise NotFound(f"The candidate has no note {note_id}.")
        self.tx.record("candidate.note_deleted", ("candidate", candidate_id), ["notes"], note_id=str(note_id))
        return Done()

    def _store_file(self, candidate_id: UUID, file: Upload, kind: AttachmentKind = "other") -> str:
        self._candidate(candidate_id)
        if not file.content:
            raise Invalid(f"{file.filename} is empty.")
        if len(file.content) > ATTACHMENT_LIMIT_MB * 1024 * 1024:
            raise TooLarge(f"{file.filename} is larger than {ATTACHMENT_LIMIT_MB} MB.")
        return self.context.resources.files.put(file.content)

    @operation(
        "POST", "/candidates/{candidate_id}/attachments", allow=hiring_team, status=201, before=_store_file
    )
    def attach(self, candidate_id: UUID, file: Upload, kind: AttachmentKind = "other") -> Attachment:
        """The file, kept with the candidate. The same content twice is kept once. At most 10 MB."""
        from ats_core.store.media import media_type

        self._candidate(candidate_id, lock=True)
        sha256: str = self.prepared
        self.tx.candidates.register_file(sha256, len(file.content), media_type(file.content))
        self.tx.candidates.attach(candidate_id, sha256, file.filename, kind, self.now)
        self.tx.record("candidate.file_attached", ("candidate", candidate_id), ["attachments"], sha256=sha256)
        found = self.tx.candidates.attachments(candidate_id)
        return next(a for a in found if a.sha256 == sha256 and a.kind == kind)

    @operation("GET", "/candidates/{candidate_id}/attachments", allow=hiring_team)
    def attachments(self, candidate_id: UUID) -> Attachments:
        """The candidate's files, oldest first."""
        self._candidate(candidate_id)
        return Attachments(attachments=self.tx.candidates.attachments(candidate_id))

    @operation("GET", "/candidates/{candidate_id}/attachments/{attachment_id}", allow=hiring_team)
    def download(self, candidate_id: UUID, attachment_id: UUID) -> Download:
        """The file itself."""
        self._candidate(candidate_id)
        found = self.tx.candidates.attachments(candidate_id, attachment_id)
        if not found:
            raise NotFound(f"The candidate has no file {attachment_id}.")
        return Download(
            found[0].filename, found[0].media_type, self.context.resources.files.get(found[0].sha256)
        )

    @operation("DELETE", "/candidates/{candidate_id}/attachments/{attachment_id}", allow=recruiters)
    def detach(self, candidate_id: UUID, attachment_id: UUID) -> Done:
        """Takes the file away from the candidate."""
        if not self.tx.candidates.detach(candidate_id, attachment_id, self.now):
            raise NotFound(f"The candidate has no file {attachment_id}.")
        self.tx.record("candidate.file_detached", ("candidate", candidate_id), ["attachments"])
        return Done()

    def _candidate(self, candidate_id: UUID, *, lock: bool = False) -> Candidate:
        candidate = self.tx.candidates.get(candidate_id, lock=lock)
        if candidate is None:
            raise NotFound.of("candidate", candidate_id)
        return candidate

    def _page(
        self, wanted: dict[str, Any], limit: int, cursor: str | None, page: int | None
    ) -> CandidatePage:
        if wanted.get("skill"):
            wanted["skill"] = canonical([wanted["skill"]])[0]["name"]
        found, total, capped = self.tx.candidates.page(window(limit, cursor, page), Filter(**wanted))
        return CandidatePage(candidates=found, **listing(found, (total, capped), limit, page))

    def _numbers(self, phones: Texts) -> Texts:
        """The numbers in E.164; Invalid names the one that is none."""
        found: Texts = []
        for place, phone in enumerate(phones):
            try:
                found.append(phone_number(phone, self.context.resources.settings.default_region))
            except ValueError as error:
                raise PhoneRefused(
                    f"{phone} {error}.",
                    errors=[{"pointer": f"/phones/{place}", "code": "phone", "detail": str(error)}],
                ) from None
        return list(dict.fromkeys(found))

    def _claim_emails(self, emails: Texts, candidate_id: UUID | None) -> None:
        """Nothing; Conflict if somebody else has one of the addresses."""
        self.tx.candidates.lock_keys(f"email:{email_key(e)}" for e in emails)
        for email in emails:
            other = self.tx.candidates.with_any_email([email]) - {candidate_id}
            if other:
                key = other.pop()
                raise Conflict(
                    f"{email} belongs to another candidate already.",
                    hint=f"ats candidate show {key}",
                    candidate_id=str(key),
                )

    def _tags_edited(self, candidate: Candidate) -> None:
        provenance = {**candidate.provenance, **by_person(["tags"], self.actor.id, self.now.isoformat())}
        self.tx.candidates.change(candidate.id, {"provenance": provenance}, self.now)
        self.tx.record("candidate.updated", ("candidate", candidate.id), ["tags"])


def _unique(emails: list[str]) -> list[str]:
    return list({email_key(e): e for e in reversed(emails)}.values())[::-1]


def _columns(fields: dict[str, Any]) -> dict[str, Any]:
    """Column values for fields of NewCandidate or CandidateChanges."""
    values = dict(fields)
    if "salary_expectation" in values:
        values |= money_columns(values.pop("salary_expectation"))
    if "skills" in values:
        values["skills"] = [
            {"name": s["name"], "raw": None, "confidence": 1.0, "id": s["id"]}
            for s in canonical(values["skills"])
        ]
    for name in ("education", "work_history"):
        if name in values:
            values[name] = [record.model_dump(mode="json") for record in values[name]]
    return values
