"""Résumés as PDF, set by typst in this process with the fonts that it brings along."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ml.samples.labels import HEADINGS, contact_lines, personal_rows, study_dates, study_line, work_dates
from ml.samples.model import Resume

TEMPLATES = Path(__file__).parent / "templates"
LAYOUTS = {
    "classic": "one-column",
    "modern": "one-column",
    "two_column": "two-column",
    "sidebar": "sidebar",
    "table": "table",
}


class Typesetter:
    """Sets many résumés quickly: a template is compiled anew only in what the résumé changes."""

    def __init__(self) -> None:
        self._compilers: dict[str, Any] = {}

    def pdf(self, resume: Resume) -> bytes:
        """The document; the same bytes for the same résumé and the same typst."""
        compiler = self._compilers.get(resume.template)
        if compiler is None:
            import typst

            path = str(TEMPLATES / f"{resume.template}.typ")
            compiler = typst.Compiler(path, root=str(TEMPLATES), ignore_system_fonts=True)
            self._compilers[resume.template] = compiler
        inputs = {"resume": json.dumps(_inputs(resume), ensure_ascii=False)}
        made = compiler.compile(format="pdf", sys_inputs=inputs)
        if not isinstance(made, bytes):
            raise TypeError(f"{resume.stem}: typst gave back {type(made).__name__}, not one document")
        return made


def _inputs(resume: Resume) -> dict[str, Any]:
    language = resume.language
    return {
        "name": resume.contact.name,
        "title": HEADINGS[language]["title"],
        "headline": resume.headline,
        "summary": resume.summary,
        "contact": contact_lines(resume),
        "personal": [{"label": label, "value": value} for label, value in personal_rows(resume)],
        "headings": HEADINGS[language],
        "side": resume.side,
        "accent": resume.accent,
        "work": [
            {
                "title": w.title,
                "company": w.company,
                "place": w.place,
                "dates": work_dates(w, language),
                "bullets": list(w.bullets),
            }
            for w in resume.work
        ],
        "education": [
            {"line": study_line(e, language), "institution": e.institution, "dates": study_dates(e)}
            for e in resume.education
        ],
        "skills": [{"label": s.label, "items": list(s.items)} for s in resume.skills],
        "certifications": list(resume.certifications),
        "languages": list(resume.languages),
    }
