"""The files under samples/ made: résumés, the truth about them, and the demo job."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ml.samples import plain, word
from ml.samples.model import Resume, read_people, truth
from ml.samples.typeset import Typesetter

ROOT = Path(__file__).parents[2] / "samples"
JOB = Path(__file__).parent / "job.toml"
HOW = {
    "pdf": "typst",
    "docx": "python-docx",
    "doc": "python-docx, then LibreOffice",
    "txt": "written as text",
}


class NoOffice(Exception):
    """LibreOffice is needed for DOC and is not installed."""


def document(resume: Resume, typesetter: Typesetter) -> bytes:
    """The résumé in its own format. Raises NoOffice."""
    if resume.format == "pdf":
        return typesetter.pdf(resume)
    if resume.format == "docx":
        return word.docx(resume)
    if resume.format == "txt":
        return plain.text(resume).encode()
    command = word.office()
    if command is None:
        raise NoOffice(resume.file_name)
    return word.doc(resume, command)


def truth_text(resume: Resume) -> str:
    """The truth as JSON, ending in a newline."""
    return as_json(truth(resume, HOW[resume.format]))


def job_text() -> str:
    """The demo job as JSON."""
    job = tomllib.loads(JOB.read_text(encoding="utf-8"))
    return as_json({**job, "description": job["description"].strip()})


def as_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def make_samples(root: Path = ROOT) -> tuple[list[Path], list[Path]]:
    """The files written, and those that were kept because LibreOffice is missing."""
    return make(read_people(), root / "resumes", root / "truth", root / "job.json")


def make(
    resumes: Iterable[Resume], documents: Path, truths: Path | None, job: Path | None = None
) -> tuple[list[Path], list[Path]]:
    """Writes documents, truths and job; gives back what was written and what was kept as it was."""
    written: list[Path] = []
    kept: list[Path] = []
    documents.mkdir(parents=True, exist_ok=True)
    if truths:
        truths.mkdir(parents=True, exist_ok=True)
    if job:
        job.write_text(job_text(), encoding="utf-8")
        written.append(job)
    typesetter = Typesetter()
    for resume in resumes:
        path = documents / resume.file_name
        try:
            path.write_bytes(document(resume, typesetter))
            written.append(path)
        except NoOffice:
            kept.append(path)
        if truths:
            (truths / f"{resume.stem}.json").write_text(truth_text(resume), encoding="utf-8")
    return written, kept
