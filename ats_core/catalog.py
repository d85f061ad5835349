"""The list of services, nothing else. A new noun is one line here, and every door has it."""

from __future__ import annotations

from ats_core.applications.service import ApplicationService
from ats_core.candidates.service import CandidateService
from ats_core.identity.service import IdentityService
from ats_core.imports.service import ImportService
from ats_core.jobs.service import JobService
from ats_core.matching.service import MatchingService
from ats_core.operations import Operation, Service

SERVICES: tuple[type[Service], ...] = (
    JobService,
    CandidateService,
    ApplicationService,
    ImportService,
    MatchingService,
    IdentityService,
)


def operations() -> list[Operation]:
    """Every operation of every service, in the catalog's order."""
    return [declared for service in SERVICES for declared in service.operations.values()]
