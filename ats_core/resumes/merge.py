"""One person out of several résumés: a pure function of the set of documents, whatever their order.

Each field is taken from the document that ranks highest among those that have it. The rank is made of
nothing but the content: the last date that the résumé mentions (a newer résumé wins), then the parser's
confidence, then the SHA-256 of the file, so that no two documents tie. What a person has set by hand is
never touched.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ats_core.candidates.identity import email_key
from ats_core.candidates.model import Origin, is_edited
from ats_core.resumes.model import ENTRIES

_SCALARS = ("location", "linkedin_url", "portfolio_url")
_LISTS = ("education", "work_history")


@dataclass(frozen=True, slots=True)
class Document:
    """One parsed résumé: its file's SHA-256 (hex), and the parser's `candidate_data` and confidence."""

    sha256: str
    data: Mapping[str, Any]
    confidence: float

    @property
    def contact(self) -> Mapping[str, Any]:
        found: Mapping[str, Any] = self.data.get("contact_info") or {}
        return found

    @property
    def emails(self) -> list[str]:
        return _all(self.contact, "emails", "email")

    @property
    def phones(self) -> list[str]:
        return [p for p in _all(self.contact, "phones", "phone") if p.startswith("+")]

    @property
    def name(self) -> tuple[str, str]:
        return (self.contact.get("first_name") or "")[:100], (self.contact.get("last_name") or "")[:100]

    @property
    def as_of(self) -> str:
        """The last date that the résumé mentions, YYYY or YYYY-MM; '' if there is none."""
        work = self.data.get("work_history") or []
        education = self.data.get("education") or []
        dates = [str(w.get(k) or "") for w in work for k in ("start_date", "end_date")]
        return max([*dates, *(str(e.get("graduation_year") or "") for e in education)], default="")

    @property
    def rank(self) -> tuple[str, float, str]:
        return self.as_of, self.confidence, self.sha256


def _all(contact: Mapping[str, Any], several: str, one: str) -> list[str]:
    values = [contact.get(one), *(contact.get(several) or [])]
    return list(dict.fromkeys(str(v) for v in values if v))


def merge(
    documents: Iterable[Document], current: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, Origin]]:
    """`(fields, provenance)` of the person that `documents` are about.

    `current` is the candidate as it stands (its fields and `provenance`): what a person has edited keeps
    its value, and e-mails and phones entered by hand stay in front of those from résumés.
    """
    ranked = sorted(documents, key=lambda d: d.rank, reverse=True)
    provenance: dict[str, Any] = dict(current.get("provenance") or {})
    fields: dict[str, Any] = {}

    def put(name: str, value: Any, source: Document | None) -> None:
        if is_edited(provenance, name):
            fields[name] = current.get(name)
            return
        fields[name] = value
        if source is None:
            provenance.pop(name, None)
        else:
            provenance[name] = Origin(origin="resume", by=source.sha256, at=None)

    named = next((d for d in ranked if any(d.name)), None)
    first, last = named.name if named else ("", "")
    put("first_name", first, named)
    put("last_name", last, named)
    for name in _SCALARS:
        source = next((d for d in ranked if d.contact.get(name)), None)
        put(name, _fit(source.contact[name], 255 if name == "location" else 500) if source else None, source)
    for name in _LISTS:
        source = next((d for d in ranked if d.data.get(name)), None)
        put(name, [_record(r, name) for r in source.data[name]] if source else [], source)
    newest = next((d for d in ranked if d.data.get("work_history")), None)
    title, company = _current(newest.data["work_history"]) if newest else (None, None)
    put("current_title", _fit(title, 255), newest if title else None)
    put("current_company", _fit(company, 255), newest if company else None)
    timed = next((d for d in ranked if d.data.get("experience_months")), None)
    put("experience_months", timed.data["experience_months"] if timed else None, timed)
    top = ranked[0] if ranked else None
    put("skills", _skills(ranked), top)
    put("certifications", _union(ranked, "certifications"), top)
    put("languages", _union(ranked, "languages"), top)
    fields["emails"] = _addresses(
        current, provenance, "emails", [e for d in ranked for e in d.emails], email_key
    )
    fields["phones"] = _addresses(current, provenance, "phones", [p for d in ranked for p in d.phones], str)
    return fields, provenance


def _fit(value: Any, limit: int) -> str | None:
    text = str(value or "").strip()
    return text[:limit] or None


def _record(raw: Mapping[str, Any], kind: str) -> dict[str, Any]:
    return {name: raw.get(name) for name in ENTRIES[kind]}


def _current(work: list[Mapping[str, Any]]) -> tuple[Any, Any]:
    job = next((w for w in work if w.get("current")), work[0])
    return job.get("title"), job.get("company")


def fold(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().strip()


def _skills(ranked: list[Document]) -> list[dict[str, Any]]:
    """All skills, each once by name, with the highest confidence that a document gives it."""
    best: dict[str, dict[str, Any]] = {}
    for document in ranked:
        details = document.data.get("skill_details") or [
            {"name": s} for s in document.data.get("skills") or []
        ]
        for each in details:
            skill = {
                "name": each["name"],
                "raw": each.get("raw"),
                "confidence": each.get("confidence"),
                "id": each.get("id"),
            }
            known = best.setdefault(fold(skill["name"]), skill)
            if (skill["confidence"] or 0) > (known["confidence"] or 0):
                best[fold(skill["name"])] = skill
    return list(best.values())


def _union(ranked: list[Document], name: str) -> list[str]:
    seen: dict[str, str] = {}
    for document in ranked:
        for value in document.data.get(name) or []:
            label = value if isinstance(value, str) else str(value.get("name") or "")
            if label:
                seen.setdefault(fold(label), label)
    return list(seen.values())


def _addresses(
    current: Mapping[str, Any], provenance: Mapping[str, Any], name: str, found: list[str], key: Any
) -> list[str]:
    """Those that a person has entered, then the documents', each once."""
    mine = list(current.get(name) or []) if is_edited(dict(provenance), name) else []
    seen: dict[str, str] = {}
    for value in [*mine, *found]:
        seen.setdefault(key(value), value)
    return list(seen.values())
