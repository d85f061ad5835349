"""An import: a run over many files, each of which ends as created, updated, duplicate or failed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BeforeValidator, Field, StringConstraints

from ats_core.fields import CleanText, Timestamp, whole
from ats_core.operations import Model

FilePath = Annotated[CleanText, Field(min_length=1, max_length=4096)]
RunKey = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Planned = Annotated[
    int,
    Field(ge=0, le=2**31 - 1, description="How many files there are to do."),
    BeforeValidator(whole),
]
ReasonCode = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,63}$")]
Message = Annotated[CleanText, Field(max_length=2000)]


class FileStatus(StrEnum):
    CREATED = "created"
    UPDATED = "updated"
    DUPLICATE = "duplicate"
    FAILED = "failed"


class ImportedFile(Model):
    """What became of one file, with the reason as a code and as a sentence."""

    path: str
    sha256: str | None = Field(description="Of the content; null if it could not be read.")
    status: FileStatus
    reason: str
    message: str
    candidate_id: UUID | None
    candidate_name: str | None = None
    match_score: float | None = None
    ms: int = Field(description="Milliseconds from reading to the commit.")


class Import(Model):
    id: UUID
    status: Literal["running", "finished", "interrupted"]
    source: str | None
    job_id: UUID | None
    inputs: int
    created: int
    updated: int
    duplicate: int
    failed: int
    created_at: Timestamp
    updated_at: Timestamp
    finished_at: Timestamp | None


class StartedImport(Model):
    """An import that runs; `done` are the files that an earlier, interrupted run of it has finished."""

    id: UUID
    resumed: bool
    done: list[ImportedFile]


@dataclass(frozen=True, slots=True)
class Seen:
    """What the store knows before a file is saved: its import, whether it is done, whose, who is known."""

    run: Import
    done: bool
    owner: UUID | None
    by_email: frozenset[UUID]
    by_name: frozenset[UUID]


class ImportPage(Model):
    imports: list[Import]
    total: int
    total_capped: bool
    page: int | None
    limit: int
    next_cursor: str | None


class ImportFilePage(Model):
    files: list[ImportedFile]
    total: int
    total_capped: bool
    limit: int
    page: int | None
    next_cursor: str | None


class Forecast(Model):
    """What an import would make of one file (`--plan`); nothing is written."""

    path: str
    sha256: str
    status: FileStatus
    reason: str
    message: str
    candidate_id: UUID | None
    candidate_name: str | None
    identity: list[str] = Field(description="What another file about the same person would share.")


REASONS: dict[str, str] = {
    "new_person": "A person that was not known before.",
    "same_email": "A known person, by e-mail address; what the résumé adds was added.",
    "same_name_and_phone": "A known person, by name and phone; what the résumé adds was added.",
    "merged_people": "The résumé shows that several known records are one person; they were merged.",
    "same_file": "The very same file was imported before.",
    "nobody_found": "No name, e-mail address or phone number was found in the text. If it is a résumé, add "
    "the person by hand (ats candidate create) and attach the file.",
    "unreadable": "The file could not be read. Check its permissions.",
    "not_a_file": "This is no regular file.",
    "encrypted_archive": "The zip file is encrypted. Unpack it first.",
    "bad_archive": "The zip file is damaged or not a zip file.",
    "archive_member_refused": "This member of the zip file breaks a limit.",
}
