"""The whole schema: importing this loads every table module."""

from __future__ import annotations

import ats_core.applications.tables
import ats_core.candidates.tables
import ats_core.communications.tables
import ats_core.evaluations.tables
import ats_core.fairness.tables
import ats_core.identity.tables
import ats_core.imports.tables
import ats_core.insights.tables
import ats_core.interviews.tables
import ats_core.jobs.tables
import ats_core.matching.tables
import ats_core.offers.tables
import ats_core.resumes.tables
import ats_core.store.tables  # noqa: F401 - each import registers its tables
from ats_core.store.schema import metadata

__all__ = ["metadata"]
