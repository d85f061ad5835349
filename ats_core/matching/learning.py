"""What was learned, and what is learned from: the model and the memory in force, outcomes written down.

Outcomes are written by themselves when an application ends, and by `train`. They hold features, ids of skills
and words of titles: what was there, not who it was.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID
from weakref import WeakKeyDictionary

from ats_core.matching import scoring
from ats_core.matching.outcomes import NO_LABEL, Label, OutcomeKind, label_of

if TYPE_CHECKING:
    from ats_core.candidates.model import Candidate
    from ats_core.jobs.model import Job
    from ats_core.matcher.memory import Memory
    from ats_core.matcher.trees import Adjustment
    from ats_core.matching.store import KeptOutcome, State
    from ats_core.store.transaction import Transaction

REMEMBERED = 1000  # outcomes, at most, that the memory holds; older ones wait for the refit
KEPT_MODELS = 8

Learned = tuple["Adjustment", "Memory"]

_LOCK = threading.Lock()
# For each database (its pool of connections): what was in force when it was last looked up.
_IN_FORCE: WeakKeyDictionary[Any, tuple[State, Learned]] = WeakKeyDictionary()
_MODELS: WeakKeyDictionary[Any, OrderedDict[str, Adjustment]] = WeakKeyDictionary()


def in_force(tx: Transaction) -> Learned:
    """The model that is promoted (else the shipped one) and the memory since it was trained.

    One small query says whether what this process knows is still so.
    """
    pool = tx.connection.engine.pool
    state = tx.matching.state()
    with _LOCK:
        known = _IN_FORCE.get(pool)
    if known is not None and known[0] == state:
        return known[1]
    model = model_named(tx, state.model)
    found = (model, _memory(tx, model, state.newest))
    with _LOCK:
        _IN_FORCE[pool] = (state, found)
    return found


def model_named(tx: Transaction, version: str | None) -> Adjustment:
    """The model of that version; the shipped one for None and for its own name. LookupError otherwise."""
    from ats_core.matcher.trees import Adjustment, shipped

    if version is None or version == shipped().version:
        return shipped()
    with _LOCK:
        known = _MODELS.setdefault(tx.connection.engine.pool, OrderedDict())
        if version in known:
            return known[version]
    row = tx.matching.model(version)
    if row is None:
        raise LookupError(version)
    model = Adjustment.from_json(row.artifact)
    with _LOCK:
        known[version] = model
        while len(known) > KEPT_MODELS:
            known.popitem(last=False)
    return model


def _memory(tx: Transaction, model: Adjustment, newest: int) -> Memory:
    from ats_core.matcher.memory import Memory, Outcome

    kept = tx.matching.labelled(after=model.learned_through, most=REMEMBERED)
    outcomes = (Outcome(o.number, o.label, o.weight, i) for o in kept if (i := imprint_of(o)) is not None)
    return Memory(tuple(outcomes), newest)


def imprint_of(outcome: KeptOutcome) -> Any:
    """The outcome's imprint; None if it was made by a version with other features."""
    from ats_core.matcher.memory import Imprint

    try:
        return Imprint.from_json(outcome.imprint)
    except KeyError:
        return None


def remember(
    tx: Transaction,
    job: Job,
    candidate: Candidate,
    kind: OutcomeKind,
    actor_id: UUID,
    now: datetime,
    *,
    reason: str | None = None,
    application_id: UUID | None = None,
) -> bool:
    """Writes the outcome down; whether what is remembered of the pair has changed by it."""
    from ats_core.matcher.scoring import appraise, formula_of

    label = label_of(kind, reason)
    before = tx.matching.newest_of(job.id, candidate.id)
    old = NO_LABEL if before is None else Label(before.label, float(before.weight))
    seen = appraise(scoring.criteria(job), scoring.profile(candidate), today=now.date())
    tx.matching.add_outcome(
        {
            "job_id": job.id,
            "candidate_id": candidate.id,
            "application_id": application_id,
            "outcome": kind,
            "reason": reason,
            "label": label.value,
            "weight": label.weight,
            "formula": formula_of(seen.found.values),
            "imprint": seen.imprint.to_json(),
            "recorded_by": actor_id,
            "occurred_at": now,
        }
    )
    tx.record(
        "match_outcome.recorded",
        ("candidate", candidate.id),
        ["match_outcome"],
        job_id=str(job.id),
        candidate_id=str(candidate.id),
        outcome=kind,
    )
    return label != old


def remember_ending(
    tx: Transaction, job_id: UUID, candidate_id: UUID, kind: str, actor_id: UUID, now: datetime, **about: Any
) -> None:
    """Writes down how an application ended, or that its end was undone; other changes teach nothing."""
    if kind not in ("hired", "rejected", "withdrawn", "reopened"):
        return
    job, candidate = tx.jobs.uncounted(job_id), tx.candidates.get(candidate_id)
    if job is not None and candidate is not None:
        remember(tx, job, candidate, kind, actor_id, now, **about)  # type: ignore[arg-type]
