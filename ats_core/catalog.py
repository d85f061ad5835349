"""The list of services, nothing else. A new noun is one line here, and every door has it."""

from __future__ import annotations

from ats_core.applications.service import ApplicationService
from ats_core.candidates.service import CandidateService
from ats_core.fairness.blinding.service import ScreeningService
from ats_core.fairness.service import FairnessService
from ats_core.identity.service import IdentityService
from ats_core.imports.service import ImportService
from ats_core.jobs.service import JobService
from ats_core.matching.models import ModelService
from ats_core.matching.service import MatchingService
from ats_core.operations import Operation, Service
from ats_core.resumes.service import ResumeService

SERVICES: tuple[type[Service], ...] = (
    JobService,
    CandidateService,
    ApplicationService,
    ImportService,
    ResumeService,
    MatchingService,
    ModelService,
    ScreeningService,
    FairnessService,
    IdentityService,
)


def operations() -> list[Operation]:
    """Every operation of every service, in the catalog's order."""
    return [declared for service in SERVICES for declared in service.operations.values()]


def tasks() -> list[Operation]:
    """Every task of every service: what the queue carries out."""
    return [declared for service in SERVICES for declared in service.tasks.values()]


def reactions() -> dict[str, list[Operation]]:
    """The tasks that run after an event, by the event's type."""
    found: dict[str, list[Operation]] = {}
    for declared in tasks():
        for event in declared.on:
            found.setdefault(event, []).append(declared)
    return found
