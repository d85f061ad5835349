"""LTI ATS from Python: the same operations in process or against a server.

from ats_sdk import Ats

with Ats.local() as ats:                       # or Ats.connect("http://127.0.0.1:8000", token=...)
    job = ats.jobs.create(NewJob(title="Nurse", location="Porto"))
    report = ats.import_resumes(["cvs/"], job=job.requisition_number)
    for match in ats.matching.rank(job.requisition_number).matches:
        print(match.rank, match.candidate_name, match.match_score, match.strengths)
"""

from __future__ import annotations

from ats_core.applications.model import Application
from ats_core.candidates.model import Candidate, CandidateChanges, NewCandidate
from ats_core.errors import AtsError
from ats_core.fields import SalaryRange
from ats_core.jobs.model import Job, JobChanges, NewJob
from ats_core.operations import Upload
from ats_sdk.client import Ats
from ats_sdk.importing import ImportReport

__all__ = [
    "Application",
    "Ats",
    "AtsError",
    "Candidate",
    "CandidateChanges",
    "ImportReport",
    "Job",
    "JobChanges",
    "NewCandidate",
    "NewJob",
    "SalaryRange",
    "Upload",
]
