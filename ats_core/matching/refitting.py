"""A new model from the outcomes that are known, tried on those that it has not seen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from ats_core.matching.learning import imprint_of
from ats_core.matching.model import LearningUnavailable, TooFewOutcomes

if TYPE_CHECKING:
    from ats_core.fairness.guard import Fairer
    from ats_core.matcher.evaluation import Evaluation
    from ats_core.matcher.fitting import Row
    from ats_core.matcher.trees import Adjustment
    from ats_core.matching.store import KeptOutcome

FEWEST = 60  # outcomes: three quarters to learn from, one to be tried on
KEPT_OUT = 4  # one in so many, the newest, is kept out of the learning


class Refitted(NamedTuple):
    """A new model, its figures beside those of the one before, and why it must not be promoted, if so."""

    model: Adjustment
    figures: dict[str, Any]
    reasons: list[str]


class Compared(NamedTuple):
    new: Evaluation
    old: Evaluation
    reasons: list[str]


def refitted(
    outcomes: list[KeptOutcome], active: Adjustment, now: datetime, fairer: Fairer | None = None
) -> Refitted:
    """A model from `outcomes`, oldest first. TooFewOutcomes; LearningUnavailable without XGBoost."""
    from ats_core.matcher import fitting

    usable = [o for o in outcomes if imprint_of(o) is not None]
    if len(usable) < FEWEST or len({o.label for o in usable}) < 2:
        raise TooFewOutcomes(
            f"There are {len(usable)} labelled outcomes; a refit needs {FEWEST}, of both kinds.",
            hint="Until then the memory alone learns, at once, from each outcome.",
            outcomes=len(usable),
        )
    if not fitting.available():
        raise LearningUnavailable(
            "Learning needs XGBoost, which is not installed. Scoring works without.",
            hint='pip install "lti-ats[learning]"',
        )
    kept = len(usable) - len(usable) // KEPT_OUT
    learning, fresh = usable[:kept], usable[kept:]
    _require_both_kinds(fresh)
    card: dict[str, Any] = {
        "trained_on": "outcomes of this organisation's applications",
        "rows": len(learning),
        "successes": sum(o.label for o in learning),
        "test_rows": len(fresh),
        "made_at": now.isoformat(),
        "newest_outcome": usable[-1].number,
        "features": "ats_core/matcher/features.py; none is a protected trait or a proxy that was found",
        "intended_use": "an order in which to read applications; never a decision",
        "limits": "it repeats what was decided before, faults and all; look at the impact ratios",
    }
    made = fitting.fit(
        rows_of(learning),
        f"outcomes-{now:%Y%m%d-%H%M%S-%f}",
        outcomes=len(learning),
        learned_through=learning[-1].number,
        card=card,
    )
    compared_ = compared(fresh, made, active, fairer=fairer)
    figures = {
        "new": compared_.new.to_json(),
        "before": {"version": active.version, **compared_.old.to_json()},
        "formula": figures_of_formula(rows_of(fresh)).to_json(),
    }
    return Refitted(made, figures, compared_.reasons)


def compared(
    outcomes: list[KeptOutcome],
    new: Adjustment,
    old: Adjustment,
    groups: Sequence[str | None] | None = None,
    fairer: Fairer | None = None,
) -> Compared:
    """Both models on outcomes that `new` has not learned from, and in what `new` is worse.

    `fairer` says of which groups' people the new model thinks less, and knows by itself who they are.

    `groups`, one for each outcome, if they are known, add an impact ratio for each group to the guard.
    """
    from ats_core.matcher.evaluation import worsened

    fresh = [(o, g) for o, g in zip(outcomes, groups or [None] * len(outcomes), strict=True)
             if o.number > new.learned_through and imprint_of(o) is not None]  # fmt: skip
    _require_both_kinds([o for o, _ in fresh])
    rows = rows_of([o for o, _ in fresh])
    named = [g for _, g in fresh] if groups is not None else None
    found = figures(new, rows, named), figures(old, rows, named)
    reasons = worsened(*found)
    if fairer is not None:
        people = [o.candidate_id for o, _ in fresh]
        reasons += fairer(people, scores_of(new, rows), scores_of(old, rows))
    return Compared(*found, reasons)


def _require_both_kinds(fresh: Sequence[KeptOutcome]) -> None:
    if len({o.label for o in fresh}) < 2:
        raise TooFewOutcomes(
            "The newest outcomes are all of one kind, so no model can be tried on them.",
            hint="Wait for some of the other kind.",
        )


def rows_of(outcomes: Sequence[KeptOutcome]) -> list[Row]:
    """The outcomes as fitting takes them; those of other features are left out."""
    from ats_core.matcher.fitting import Row

    return [
        Row(imprint.features, o.formula, o.label, o.weight)
        for o in outcomes
        if (imprint := imprint_of(o)) is not None
    ]


def scores_of(model: Adjustment, rows: Sequence[Row]) -> list[float]:
    """The model's scores of `rows`, 0-100."""
    from ats_core.matcher.trees import lift

    return [lift(r.formula, model.points(r.features), model.bound) for r in rows]


def figures(model: Adjustment, rows: Sequence[Row], groups: Sequence[str | None] | None = None) -> Evaluation:
    """How the model's scores do on `rows`."""
    from ats_core.matcher.evaluation import evaluate

    scores = scores_of(model, rows)
    return evaluate([r.label for r in rows], [model.calibration.probability(s) for s in scores], groups)


def figures_of_formula(rows: Sequence[Row]) -> Evaluation:
    """How the bare formula does, calibrated on the same rows: better than it could do on others."""
    from ats_core.matcher.evaluation import evaluate
    from ats_core.matcher.fitting import platt

    scores, labels = [r.formula for r in rows], [r.label for r in rows]
    curve = platt(scores, labels, [r.weight for r in rows])
    return evaluate(labels, [curve.probability(s) for s in scores])
