"""Where each value of a parse comes from, as rows of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any


def explained(parsed: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a parse with their receipts, and what was left out, as JSON values."""
    return {
        "file": parsed["file"],
        "values": list(_rows(parsed)),
        "hidden_text": parsed["hidden_text"],
        "warnings": parsed["parsing_metadata"]["warnings"],
    }


def _rows(parsed: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for path, receipt in parsed["receipts"].items():
        yield {"field": path, "value": _value(parsed["candidate_data"], path), **receipt}
    for index, skill in enumerate(parsed["skill_details"]):
        yield {
            "field": f"skills[{index}]",
            "value": skill["name"],
            **(skill["receipt"] or {"raw": skill["raw"], "confidence": skill["confidence"]}),
        }


def _value(data: Any, path: str) -> Any:
    """The value at the path; what a running job's end stands for is "present"."""
    for part in re.findall(r"[^.\[\]]+", path):
        data = data[int(part)] if part.isdigit() else data[part]
    return "present" if data is None and path.endswith(".end_date") else data


def place_of(row: Mapping[str, Any]) -> str:
    """ "page 1 (72, 90)-(210, 104)" where there are pages, else "characters 0-14"."""
    box = row.get("box")
    if row.get("page") and box:
        left, top, right, bottom = (round(value) for value in box)
        return f"page {row['page']} ({left}, {top})-({right}, {bottom})"
    if row.get("start") is not None:
        return f"characters {row['start']}-{row['end']}"
    return "a link" if row.get("found_by") else ""


def hidden_lines(parsed: Mapping[str, Any]) -> Iterator[str]:
    """A line for each piece of hidden text."""
    for item in parsed["hidden_text"]:
        page = f", page {item['page']}" if item["page"] else ""
        yield f"left out ({item['reason']}{page}): {item['excerpt']}"


COLUMNS: Any = [
    ("FIELD", "field"),
    ("VALUE", "value"),
    ("SURE", lambda row: f"{row['confidence']:.0%}"),
    ("FOUND BY", "found_by"),
    ("PLACE", place_of),
    ("RAW", "raw"),
]
