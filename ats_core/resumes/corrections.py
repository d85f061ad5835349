"""Doubts about a parse, corrections of it, and the difference between two parses: pure functions.

`parsed` is the parser's result as JSON values; its `candidate_data` is what corrections apply to. They are
kept by block: a contact field by its name, a list as a whole. So no later parse, which may find the entries
in another order, can go over what a person has put right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ats_core.resumes.model import CONTACT, ENTRIES, LISTS, Change, Doubt

Data = Mapping[str, Any]

_PATH = re.compile(r"(\w+)(?:\[(\d+)\])?(?:\.(\w+))?")
# Single skills and languages are worth no one's time, and no record keeps where a job was; all other values
# are looked at.
_REVIEWED = ("contact_info", "education", "work_history", "certifications")
_UNSEEN = re.compile(r"contact_info\.(?:emails|phones)\[|work_history\[\d+\]\.location")


def doubts(parsed: Data, below: float) -> list[Doubt]:
    """The values whose confidence is under `below` (0-1), in the order of the document's data.

    A missing name is one, with confidence 0: without it nobody can tell who the document is about.
    """
    data = parsed["candidate_data"]
    found = []
    contact = data.get("contact_info") or {}
    if not (contact.get("first_name") or contact.get("last_name")):
        found.append(Doubt(path="contact_info.first_name", confidence=0.0))
    for path, receipt in (parsed.get("receipts") or {}).items():
        if receipt["confidence"] >= below or _UNSEEN.match(path) or not path.startswith(_REVIEWED):
            continue
        found.append(
            Doubt(
                path=path,
                value=value_at(data, path),
                raw=receipt.get("raw"),
                confidence=receipt["confidence"],
                found_by=receipt.get("found_by"),
                page=receipt.get("page"),
                box=list(receipt["box"]) if receipt.get("box") else None,
            )
        )
    return found


def steps(path: str) -> tuple[str, int | None, str | None] | None:
    """`(name, index, field)` of a path such as work_history[0].title; None if it is none."""
    match = _PATH.fullmatch(path)
    if match is None:
        return None
    name, index, field = match.groups()
    return name, None if index is None else int(index), field


def value_at(data: Data, path: str) -> Any:
    """The value that `path` names, such as work_history[0].title; None if there is none."""
    found = steps(path)
    if found is None:
        return None
    name, index, field = found
    value: Any = data.get(name)
    if index is not None:
        items = value or []
        value = items[index] if index < len(items) else None
    if field is not None:
        value = value.get(field) if isinstance(value, Mapping) else None
    return value


def combined(earlier: Data | None, later: Data) -> dict[str, Any]:
    """Both sets of corrections as one; the later word counts."""
    made = dict(earlier or {})
    for name, value in later.items():
        made[name] = {**(made.get(name) or {}), **value} if name == "contact_info" else value
    return made


def corrected(data: Data, corrections: Data | None, until: str) -> dict[str, Any]:
    """`data` (candidate_data) with the corrections in force.

    `until` ("YYYY-MM") is the month up to which a running job counts where the work history was corrected.
    """
    made = {**data, "contact_info": dict(data.get("contact_info") or {})}
    if not corrections:
        return made
    _correct_contact(made["contact_info"], corrections.get("contact_info") or {})
    for name in LISTS:
        if name in corrections:
            made[name] = [_entry(item) for item in corrections[name] or []]
    if "work_history" in corrections:
        made["experience_months"] = _months(made["work_history"], until)
        made["years_of_experience"] = round(made["experience_months"] / 12, 1)
    if "skills" in corrections:
        made["skill_details"] = _details(made["skills"])
        made["skills"] = [skill["name"] for skill in made["skill_details"]]
    return made


def _correct_contact(contact: dict[str, Any], changes: Data) -> None:
    for name in CONTACT:
        if name not in changes:
            continue
        before, contact[name] = contact.get(name), changes[name]
        several = {"email": "emails", "phone": "phones"}.get(name)
        if several is not None:
            others = [v for v in contact.get(several) or [] if v not in (before, changes[name])]
            contact[several] = [v for v in (changes[name], *others) if v]
        if name == "phone":
            contact["phone_raw"] = None
    if changes:
        contact["confidence"] = 1.0


def _entry(item: Any) -> Any:
    return {**item, "confidence": 1.0} if isinstance(item, Mapping) else item


def _months(work: list[dict[str, Any]], until: str) -> int:
    from ats_core.parser.experience import months_of

    periods = [
        (job["start_date"], None if job.get("current") else job.get("end_date") or job["start_date"])
        for job in work
        if job.get("start_date")
    ]
    return months_of(periods, until)


def _details(names: list[str]) -> list[dict[str, Any]]:
    from ats_core import taxonomy

    found = []
    for name in names:
        match = taxonomy.find(name)
        known = {"name": match.name, "id": match.id} if match else {"name": name, "id": None}
        found.append({**known, "raw": name, "confidence": 1.0})
    return found


def changes(before: Data, after: Data, corrections: Data | None) -> list[Change]:
    """Where two parses of one document differ; a change that a correction hides is marked as kept."""
    fixed = corrections or {}
    found = [
        Change(path=f"contact_info.{name}", before=old, after=new, kept=name in fixed.get("contact_info", {}))
        for name in CONTACT
        if (old := (before.get("contact_info") or {}).get(name))
        != (new := (after.get("contact_info") or {}).get(name))
    ]
    for name in LISTS:
        for path, old, new in _differences(name, before.get(name) or [], after.get(name) or []):
            found.append(Change(path=path, before=old, after=new, kept=name in fixed))
    return found


def _differences(name: str, before: list[Any], after: list[Any]) -> Iterator[tuple[str, Any, Any]]:
    if name not in ENTRIES:
        if before != after:
            yield name, before, after
        return
    for index in range(max(len(before), len(after))):
        old = _plain(before[index]) if index < len(before) else None
        new = _plain(after[index]) if index < len(after) else None
        if old is None or new is None:
            yield f"{name}[{index}]", old, new
            continue
        for field in dict.fromkeys([*old, *new]):
            if old.get(field) != new.get(field):
                yield f"{name}[{index}].{field}", old.get(field), new.get(field)


def _plain(entry: Mapping[str, Any]) -> dict[str, Any]:
    """The entry without the parser's own measure of itself."""
    return {key: value for key, value in entry.items() if key != "confidence"}
