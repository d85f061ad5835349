"""The operations of importing résumés: one file, one transaction, one outcome.

The caller (the SDK's `imports.run`, or any HTTP client) starts an import, sends each file, and finishes it.
An import that was cut off is taken up where it stopped when it is started again with the same key.
"""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from ats_core.access import hiring_team, recruiters
from ats_core.applications.model import Application
from ats_core.applications.service import ApplicationService
from ats_core.candidates.identity import email_key, name_key
from ats_core.candidates.model import TRACKED, Candidate, is_edited
from ats_core.errors import Conflict, NotFound
from ats_core.fields import Cursor, Limit, PageNumber, Sha256, Short
from ats_core.imports.model import (
    REASONS,
    FilePath,
    FileStatus,
    Forecast,
    Import,
    ImportedFile,
    ImportFilePage,
    ImportPage,
    Message,
    Planned,
    ReasonCode,
    RunKey,
    Seen,
    StartedImport,
)
from ats_core.jobs.model import Job, JobRef, require_open_for_candidates
from ats_core.matching import scoring
from ats_core.operations import Service, Upload, operation
from ats_core.paging import DEFAULT_LIMIT, listing, window
from ats_core.resumes.merge import Document, merge
from ats_core.resumes.renewal import renew
from ats_core.resumes.service import Outcome, record_attempt, resume_columns

# The service has an operation called list, which hides the type of that name inside it.
People = list[Candidate]


@dataclass(frozen=True, slots=True)
class Read:
    """One file, read and parsed, before anything is written of it."""

    sha256: str
    started: float
    parsed: dict[str, Any] | None = None
    error: tuple[str, str] | None = None
    parse_ms: int = 0

    @property
    def ms(self) -> int:
        return round((time.perf_counter() - self.started) * 1000)

    @property
    def document(self) -> Document | None:
        if self.parsed is None:
            return None
        data = {**self.parsed["candidate_data"], "skill_details": self.parsed.get("skill_details")}
        return Document(self.sha256, data, float(self.parsed["parsing_metadata"]["overall_confidence"]))


class ImportService(Service):
    """Files in, people out: every file ends as created, updated, duplicate or failed."""

    noun = "imports"

    @operation("POST", "/imports", allow=recruiters, status=201)
    def start(
        self,
        key: RunKey,
        source: Short | None = None,
        job_id: JobRef | None = None,
        planned: Planned = 0,
    ) -> StartedImport:
        """A new import, or the one with the same `key` that did not finish.

        `key` is a SHA-256 (hex) over whatever makes two runs the same: the paths, the job, the source.
        """
        job = self._job(job_id) if job_id is not None else None
        if job is not None:
            require_open_for_candidates(job)
        started = self.tx.imports.start(
            key, source, job.id if job else None, planned, self.actor.id, self.now
        )
        if started is not None:
            self.tx.record("import.started", ("import", started), job_id=str(job.id) if job else None)
            return StartedImport(id=started, resumed=False, done=[])
        running = self.tx.imports.running(key)
        if running is None:
            raise Conflict("The import with that key has finished this very moment.", hint="Run it again.")
        return StartedImport(id=running, resumed=True, done=self.tx.imports.files(running))

    def _read(self, import_id: UUID, path: FilePath, file: Upload) -> Read:
        """The file parsed and stored on the disk, unless it is known already."""
        started = time.perf_counter()
        sha256 = hashlib.sha256(file.content).hexdigest()
        seen = self._look(import_id, path, sha256)
        if seen.done or seen.owner is not None:
            return Read(sha256, started)
        began = time.perf_counter()
        parsed, error = self._parse(file)
        parse_ms = round((time.perf_counter() - began) * 1000)
        if file.content:
            self.context.resources.files.put(file.content)
        return Read(sha256, started, parsed, error, parse_ms)

    def _parse(self, file: Upload) -> tuple[dict[str, Any] | None, tuple[str, str] | None]:
        from ats_core.parser import ParseError

        region = self.context.resources.settings.default_region
        try:
            return self.context.resources.parser.parse(file.content, file.filename, region), None
        except ParseError as error:
            return None, (str(getattr(error.code, "value", error.code)), error.message)

    @operation("POST", "/imports/{import_id}/files", allow=recruiters, status=201, before=_read)
    def add_file(self, import_id: UUID, path: FilePath, file: Upload) -> ImportedFile:
        """What became of the file, which is all saved, or (failed) kept with its error and nothing else.

        The same path of the same import again gets the same answer.
        """
        read: Read = self.prepared
        self.tx.candidates.lock_keys(
            [f"import:{import_id}:{path}", f"file:{read.sha256}", *_person_keys(read)]
        )
        seen = self._look(import_id, path, read.sha256, read.document)
        done = self.tx.imports.file(import_id, path) if seen.done else None
        if done is not None:
            return done
        run, owner = seen.run, seen.owner
        if owner is None and read.parsed is None and read.error is None:
            raise Conflict("The file's candidate was deleted this very moment.", hint="Send the file again.")
        if owner is not None:
            return self._report(run, path, read, FileStatus.DUPLICATE, "same_file", owner)
        if read.error is not None:
            return self._failed(run, path, file, read, *read.error)
        return self._absorb(seen, path, file, read)

    @operation("POST", "/imports/{import_id}/failures", allow=recruiters, status=201)
    def add_failure(
        self,
        import_id: UUID,
        path: FilePath,
        reason: ReasonCode,
        message: Message,
        sha256: Sha256 | None = None,
    ) -> ImportedFile:
        """Puts on record that a file could not even be sent: unreadable, refused in an archive, and so on."""
        self._import(import_id)
        self.tx.candidates.lock_keys([f"import:{import_id}:{path}"])
        done = self.tx.imports.file(import_id, path)
        if done is not None:
            return done
        entry = _entry(path, sha256, FileStatus.FAILED, reason, message)
        self.tx.imports.add_file(import_id, entry, self.now)
        self.tx.record("import.file_failed", ("import", import_id), reason=reason)
        return entry

    @operation("POST", "/imports/{import_id}/finish", allow=recruiters)
    def finish(self, import_id: UUID) -> Import:
        """The import, closed, with totals that add up to the files."""
        run = self._import(import_id)
        if run.status != "finished":
            self.tx.imports.finish(import_id, self.now)
            self.tx.record("import.finished", ("import", import_id), ["status"])
        return self._import(import_id)

    @operation("GET", "/imports", allow=hiring_team)
    def list(
        self, limit: Limit = DEFAULT_LIMIT, cursor: Cursor | None = None, page: PageNumber | None = None
    ) -> ImportPage:
        """Imports, newest first."""
        found, total, capped = self.tx.imports.page(window(limit, cursor, page))
        return ImportPage(imports=found, **listing(found, (total, capped), limit, page))

    @operation("GET", "/imports/{import_id}", allow=hiring_team)
    def get(self, import_id: UUID) -> Import:
        """One import; its totals are there once it has finished."""
        return self._import(import_id)

    @operation("GET", "/imports/{import_id}/files", allow=hiring_team)
    def files(
        self,
        import_id: UUID,
        limit: Limit = DEFAULT_LIMIT,
        cursor: Cursor | None = None,
        page: PageNumber | None = None,
    ) -> ImportFilePage:
        """The import's files and what became of each, newest first."""
        self._import(import_id)
        files, after, total, capped = self.tx.imports.file_page(import_id, window(limit, cursor, page))
        return ImportFilePage(
            files=files,
            total=total,
            total_capped=capped,
            page=page,
            limit=limit,
            next_cursor=after,
        )

    def _glance(self, path: FilePath, file: Upload) -> Read:
        started = time.perf_counter()
        sha256 = hashlib.sha256(file.content).hexdigest()
        if self.tx.imports.owner_of(sha256) is not None:
            return Read(sha256, started)
        parsed, error = self._parse(file)
        return Read(sha256, started, parsed, error)

    @operation("POST", "/imports/preview", allow=recruiters, reads=True, before=_glance)
    def preview(self, path: FilePath, file: Upload) -> Forecast:
        """What an import would make of the file; nothing is written."""
        read: Read = self.prepared
        owner = self.tx.imports.owner_of(read.sha256)
        if owner is not None:
            return self._forecast(path, read, FileStatus.DUPLICATE, "same_file", owner)
        document = read.document
        if document is None:
            code, message = read.error or ("unreadable", REASONS["unreadable"])
            return Forecast(
                path=path, sha256=read.sha256, status=FileStatus.FAILED, reason=code, message=message,
                candidate_id=None, candidate_name=None, identity=[],
            )  # fmt: skip
        if not _somebody(document):
            return self._forecast(path, read, FileStatus.FAILED, "nobody_found", None)
        known, reason = self._known(document)
        if not known:
            return self._forecast(path, read, FileStatus.CREATED, "new_person", None)
        return self._forecast(path, read, FileStatus.UPDATED, reason, min(known))

    def _forecast(
        self, path: str, read: Read, status: FileStatus, reason: str, owner: UUID | None
    ) -> Forecast:
        candidate = self.tx.candidates.get(owner) if owner else None
        name = candidate.full_name if candidate else None
        if candidate is None and read.document is not None:
            name = " ".join(read.document.name).strip() or None
        return Forecast(
            path=path,
            sha256=read.sha256,
            status=status,
            reason=reason,
            message=REASONS[reason],
            candidate_id=owner,
            candidate_name=name,
            identity=_person_keys(read),
        )

    def _import(self, import_id: UUID) -> Import:
        found = self.tx.imports.get(import_id)
        if found is None:
            raise NotFound(f"There is no import {import_id}.")
        return found

    def _job(self, ref: JobRef | UUID) -> Job:
        job = self.tx.jobs.get(ref)
        if job is None:
            raise NotFound.of("job", ref)
        return job

    def _look(self, import_id: UUID, path: str, sha256: str, document: Document | None = None) -> Seen:
        """All that the store knows of the file and of whom it is about."""
        seen = self.tx.imports.look(import_id, path, sha256, document)
        if seen is None:
            raise NotFound(f"There is no import {import_id}.")
        return seen

    def _known(self, document: Document) -> tuple[set[UUID], str]:
        """The live candidates that the document is about, and by what they were recognised."""
        return recognised(
            self.tx.candidates.with_any_email(document.emails),
            self.tx.candidates.with_name_and_phone(*document.name, document.phones),
        )

    def _absorb(self, seen: Seen, path: str, file: Upload, read: Read) -> ImportedFile:
        """The parsed file, as a new person or as news about a known one."""
        document = read.document
        if document is None or not _somebody(document):
            return self._failed(seen.run, path, file, read, "nobody_found", REASONS["nobody_found"])
        # Whoever adds one of these addresses or numbers holds the locks that are ours now: nobody known is
        # nobody known.
        people, reason = self._lock_known(document) if seen.by_email | seen.by_name else ([], "")
        documents = [*self.tx.resumes.documents([p.id for p in people]), document]
        if people:
            target, status = self._merge_people(people), FileStatus.UPDATED
            fields, provenance = merge(documents, target.model_dump())
            renew(self.tx, target, fields, provenance, self.now)
            key = target.id
        else:
            status, reason = FileStatus.CREATED, "new_person"
            fields, provenance = merge(documents, {})
            key = self._create(seen.run, fields, provenance)
        self._keep(key, file, read)
        return self._report(seen.run, path, read, status, reason, key)

    def _lock_known(self, document: Document) -> tuple[People, str]:
        """The known candidates, oldest first, locked; looked up again until nobody slips in between."""
        known, reason = self._known(document)
        while True:
            people = [p for key in sorted(known) if (p := self.tx.candidates.get(key, lock=True))]
            again, reason = self._known(document)
            if again == {p.id for p in people}:
                return people, reason
            known = again

    def _merge_people(self, people: People) -> Candidate:
        """One candidate out of several that the document shows to be one person.

        Records that a person has edited are never merged into another one by a machine: the first such
        record takes up the untouched ones, and further edited ones stay for a person to decide.
        """
        edited = [p for p in people if any(is_edited(dict(p.provenance), f) for f in TRACKED)]
        target = edited[0] if edited else people[0]
        for other in people:
            if other.id != target.id and other not in edited:
                self._take_up(target, other)
        return target

    def _take_up(self, target: Candidate, other: Candidate) -> None:
        self.tx.candidates.move_belongings(other.id, target.id)
        self.tx.resumes.move(other.id, target.id)
        self.tx.imports.move_trail(other.id, target.id)
        for application in self.tx.applications.of_candidate(other.id):
            self._hand_over(application, target)
        self.tx.candidates.bury(other.id, self.now, merged_into=target.id)
        self.tx.record(
            "candidate.merged", ("candidate", other.id), ["merged_into_id"], merged_into_id=str(target.id)
        )

    def _hand_over(self, application: Application, target: Candidate) -> None:
        """Gives the application to `target`, or folds it into the one that runs for `target` on that job."""
        running = self.tx.applications.active(application.job_id, target.id)
        changes: dict[str, Any] = {"candidate_id": target.id}
        if running is not None and application.ended_at is None:
            changes = {"deleted_at": self.now, "merged_into_id": running.id}
        else:
            changes["attempt"] = self.tx.applications.attempts(application.job_id, target.id) + 1
        self.tx.applications.change(application.id, changes, self.now)
        self.tx.applications.append(application.id, "merged", self.actor.id, self.now)
        self.tx.record("application.merged", ("application", application.id), [*changes])

    def _create(self, run: Import, fields: dict[str, Any], provenance: dict[str, Any]) -> UUID:
        emails, phones = fields.pop("emails"), fields.pop("phones")
        key = self.tx.candidates.add(
            {
                **fields,
                "email": emails[0] if emails else None,
                "phone": phones[0] if phones else None,
                "provenance": provenance,
                "source": run.source,
                "created_at": self.now,
                "updated_at": self.now,
                "last_activity": self.now,
            }
        )
        self.tx.candidates.set_emails(key, emails)
        self.tx.candidates.set_phones(key, phones)
        self.tx.record("candidate.created", ("candidate", key), [*fields], import_id=str(run.id))
        return key

    def _keep(self, candidate_id: UUID, file: Upload, read: Read) -> None:
        """The file and what was parsed of it, with the candidate."""
        assert read.parsed is not None  # noqa: S101 - a failed file never comes here
        settings = self.context.resources.settings
        columns = resume_columns(read.parsed, settings.review_below)
        self._register(file, read)
        self.tx.candidates.attach(candidate_id, read.sha256, _base(file.filename), "resume", self.now)
        self.tx.resumes.add(
            {
                "candidate_id": candidate_id,
                "filename": _base(file.filename),
                "sha256": read.sha256,
                "region": settings.default_region or "",
                "created_at": self.now,
                **columns,
            }
        )
        attempt = Outcome(read.sha256, columns["parser_version"], "", read.parse_ms, read.parsed)
        record_attempt(self.tx, attempt, columns["doubtful_count"], self.now)

    def _register(self, file: Upload, read: Read) -> None:
        from ats_core.store.media import media_type

        self.tx.candidates.register_file(read.sha256, len(file.content), media_type(file.content))

    def _failed(
        self, run: Import, path: str, file: Upload, read: Read, code: str, message: str
    ) -> ImportedFile:
        """The file, kept with its error; of a person nothing is saved."""
        from ats_core.parser import PARSER_VERSION

        if file.content:
            self._register(file, read)
        if not self.tx.resumes.has_failed_before(read.sha256, code, PARSER_VERSION):
            self.tx.resumes.add(
                {
                    "candidate_id": None,
                    "filename": _base(file.filename),
                    "sha256": read.sha256,
                    "parsing_errors": {"code": code, "message": message},
                    "parser_version": PARSER_VERSION,
                    "created_at": self.now,
                }
            )
        attempt = Outcome(read.sha256, PARSER_VERSION, "", read.parse_ms, None, (code, message))
        record_attempt(self.tx, attempt, 0, self.now)
        entry = _entry(path, read.sha256, FileStatus.FAILED, code, message, ms=read.ms)
        self.tx.imports.add_file(run.id, entry, self.now, kept=bool(file.content))
        self.tx.record("import.file_failed", ("import", run.id), reason=code)
        return entry

    def _report(
        self, run: Import, path: str, read: Read, status: FileStatus, reason: str, key: UUID
    ) -> ImportedFile:
        """The file's outcome on record, with the application that the import's job asks for, and scores."""
        name, score = " ".join(read.document.name).strip() if read.document else "", None
        if run.job_id or status is not FileStatus.CREATED:
            candidate = self._still_there(key)
            name = candidate.full_name
            if run.job_id:
                score = self._apply(run.job_id, candidate, anew=status is not FileStatus.DUPLICATE)
            if status is FileStatus.UPDATED:
                scoring.rescore(self.tx, candidate, self.now)
        entry = _entry(path, read.sha256, status, reason, REASONS[reason], key, name, score, read.ms)
        self.tx.imports.add_file(run.id, entry, self.now)
        self.tx.record(
            f"import.file_{status.value}", ("import", run.id), candidate_id=str(key), reason=reason
        )
        return entry

    def _still_there(self, key: UUID) -> Candidate:
        candidate = self.tx.candidates.get(key)
        if candidate is None:
            raise Conflict("The file's candidate was deleted this very moment.", hint="Send the file again.")
        return candidate

    def _apply(self, job_id: UUID, candidate: Candidate, *, anew: bool) -> float | None:
        """The candidate's score on the job, for which there is an application now.

        One that has ended is not opened again by the same old file; a new one (`anew`) is a new attempt.
        """
        job = self.tx.jobs.uncounted(job_id)
        if job is None:
            raise NotFound.of("job", job_id)
        application = self.tx.applications.active(job_id, candidate.id)
        if application is None and not anew and self.tx.applications.attempts(job_id, candidate.id):
            return None
        if application is None:
            return self.other(ApplicationService).enter(job, candidate, candidate.source)[1]
        return scoring.keep_score(self.tx, job, candidate, application.id, self.now)


def recognised(by_email: set[UUID], by_name: set[UUID]) -> tuple[set[UUID], str]:
    """`(everybody, reason)` for those found by e-mail and by name with phone."""
    known = by_email | by_name
    if len(known) > 1:
        return known, "merged_people"
    return known, "same_email" if by_email else "same_name_and_phone"


def _somebody(document: Document) -> bool:
    """Whether the text is about a person: it says how to reach one, or a name and what they have done."""
    if document.emails or document.phones:
        return True
    done = ("work_history", "education", "skills", "certifications")
    return any(document.name) and any(document.data.get(name) for name in done)


def _person_keys(read: Read) -> list[str]:
    """What two files about one person have in common, one key each."""
    document = read.document
    if document is None:
        return []
    name = name_key(*document.name)
    return [f"email:{email_key(e)}" for e in document.emails] + [
        f"person:{name}:{p}" for p in document.phones
    ]


def _base(filename: str) -> str:
    """The last part of a path, at most 255 characters."""
    last = filename.replace("\\", "/").rsplit("/", 1)[-1].replace("\x00", "")
    return last.encode("utf-8", "replace").decode()[-255:] or "file"


def _entry(
    path: str,
    sha256: str | None,
    status: FileStatus,
    reason: str,
    message: str,
    candidate_id: UUID | None = None,
    name: str | None = None,
    score: float | None = None,
    ms: int = 0,
) -> ImportedFile:
    return ImportedFile(
        path=path,
        sha256=sha256,
        status=status,
        reason=reason,
        message=message,
        candidate_id=candidate_id,
        candidate_name=name,
        match_score=score,
        ms=ms,
    )
