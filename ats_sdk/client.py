"""The one class that users hold: every noun's operations, in process or over HTTP."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from ats_core.applications.service import ApplicationService
from ats_core.candidates.service import CandidateService
from ats_core.fairness.blinding.service import ScreeningService
from ats_core.fairness.service import FairnessService
from ats_core.identity.service import IdentityService
from ats_core.imports.service import ImportService
from ats_core.jobs.service import JobService
from ats_core.matching.models import ModelService
from ats_core.matching.service import MatchingService
from ats_core.operations import Send, through
from ats_core.resumes.service import ResumeService
from ats_core.settings import Settings

if TYPE_CHECKING:
    from uuid import UUID

    import httpx

    from ats_core.resumes.model import Reparse
    from ats_core.runtime import Runtime
    from ats_sdk.importing import ImportReport, OnFile, PlanReport


class Ats:
    """An ATS to work with. Close it, or use it in a `with` statement."""

    def __init__(self, send: Send, close: Callable[[], None]) -> None:
        self._close = close
        self.jobs = through(JobService, send)
        self.candidates = through(CandidateService, send)
        self.applications = through(ApplicationService, send)
        self.imports = through(ImportService, send)
        self.resumes = through(ResumeService, send)
        self.matching = through(MatchingService, send)
        self.models = through(ModelService, send)
        self.screening = through(ScreeningService, send)
        self.fairness = through(FairnessService, send)
        self.auth = through(IdentityService, send)

    @classmethod
    def local(
        cls,
        settings: Settings | None = None,
        *,
        database_url: str | None = None,
        runtime: Runtime | None = None,
        door: str = "sdk",
    ) -> Ats:
        """The operations in this process, on the database of the settings (an embedded one by default).

        `runtime` is one to share; it stays open. Unavailable if there is no database to be had.
        """
        from ats_core.runtime import Runtime

        opened = runtime or Runtime.open(settings or Settings.load({"database_url": database_url}))
        used = opened

        def send(declared: object, arguments: dict[str, object]) -> object:
            return used.call(declared, arguments, used.context(used.owner, door=door))  # type: ignore[arg-type]

        return cls(send, (lambda: None) if runtime else opened.close)

    @classmethod
    def connect(
        cls,
        url: str | None = None,
        *,
        token: str | None = None,
        client: httpx.Client | None = None,
    ) -> Ats:
        """The operations of the server at `url`; `token` is what it printed at its start.

        Both come from the settings (`ATS_SERVER`, `ATS_TOKEN`) if not given. `client` is an httpx client to
        use instead of a new one (for a proxy, or an application in process).
        """
        from ats_sdk.remote import Remote

        remote = Remote(url, token, client)
        return cls(remote.send, remote.close)

    @classmethod
    def open(cls, settings: Settings | None = None, *, door: str = "sdk") -> Ats:
        """What the settings say: `connect` if they name a server, else `local`."""
        chosen = settings or Settings.load()
        if chosen.server:
            return cls.connect(chosen.server, token=chosen.token)
        return cls.local(chosen, door=door)

    def import_resumes(
        self,
        paths: Iterable[str | Path],
        *,
        job: str | None = None,
        source: str | None = None,
        workers: int | None = None,
        on_file: OnFile | None = None,
        on_total: Callable[[int], None] | None = None,
    ) -> ImportReport:
        """What became of each file below `paths`: files, folders, globs and zip files of résumés.

        With `job` (an id or requisition number) every person found applies for it. `on_file` is called
        with each outcome as it comes. A run that was cut off is taken up when it is called again with the
        same arguments. See docs/importing.md for the reasons.
        """
        from ats_sdk.importing import run

        return run(self, paths, job=job, source=source, workers=workers, on_file=on_file, on_total=on_total)

    def plan_import(
        self,
        paths: Iterable[str | Path],
        *,
        job: str | None = None,
        workers: int | None = None,
        on_total: Callable[[int], None] | None = None,
    ) -> PlanReport:
        """What `import_resumes` would make of each file; nothing is written."""
        from ats_sdk.importing import plan

        return plan(self, paths, job=job, workers=workers, on_total=on_total)

    def reparse(
        self,
        *,
        candidate_id: UUID | None = None,
        outdated: bool = True,
        apply: bool = False,
        workers: int = 2,
    ) -> Iterator[Reparse]:
        """What parsing kept résumés again changes, one by one; with `apply` the changes are kept.

        `outdated` leaves out those that this version of the parser has read. See docs/resumes.md.
        """
        from ats_sdk.reparsing import reparse

        return reparse(self, candidate_id=candidate_id, outdated=outdated, apply=apply, workers=workers)

    def close(self) -> None:
        self._close()

    def __enter__(self) -> Ats:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
