"""What an outcome says about the fit of a pair, and what it does not."""

from __future__ import annotations

from typing import Literal, NamedTuple

OutcomeKind = Literal["hired", "rejected", "withdrawn", "success", "failure", "reopened"]
Told = Literal["success", "failure", "hired", "rejected", "withdrawn"]


class Label(NamedTuple):
    """1 a success, 0 a failure, None nothing about the fit; and how much it counts."""

    value: int | None
    weight: float


NO_LABEL = Label(None, 0.0)
_BY_KIND: dict[str, Label] = {
    "hired": Label(1, 1.0),
    # How somebody has done in the job says more than that they were hired.
    "success": Label(1, 2.0),
    "failure": Label(0, 2.0),
}
# Reasons that speak of the fit. Another candidate was better, so this one may have been good: half as much.
# Salary, place, silence and a closed position say nothing that the other terms do not, or nothing at all.
_BY_REASON: dict[str, Label] = {
    "not-qualified": Label(0, 1.0),
    "not-enough-experience": Label(0, 1.0),
    "missing-skills": Label(0, 1.0),
    "another-candidate": Label(0, 0.5),
}


def label_of(kind: OutcomeKind, reason: str | None) -> Label:
    """What the outcome teaches. A rejection without a reason, told by hand, is one for lack of fit."""
    if kind == "rejected":
        return _BY_REASON.get(reason, NO_LABEL) if reason else Label(0, 1.0)
    return _BY_KIND.get(kind, NO_LABEL)
