"""The operations on models of the adjustment: learned anew, looked at, promoted, taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from ats_core.access import hiring_team, recruiters
from ats_core.errors import NotFound, RuleRefused
from ats_core.fairness.guard import guard
from ats_core.matching import learning
from ats_core.matching.model import (
    Figures,
    LearnedModel,
    LearnedModels,
    LearningUnavailable,
    ModelEvaluation,
    ModelVersion,
    ModelWorse,
    TooFewOutcomes,
)
from ats_core.operations import Service, operation, task

if TYPE_CHECKING:
    from ats_core.matcher.trees import Adjustment
    from ats_core.matching.refitting import Refitted


class ModelService(Service):
    """Models of the adjustment: what was learned from outcomes, and which one is in force."""

    noun = "models"

    @operation("GET", "/matching/models", allow=hiring_team)
    def list(self) -> LearnedModels:
        """All models, newest first; the last is the one that comes with the ATS."""
        from ats_core.matcher.trees import shipped

        rows = self.tx.matching.models()
        _, memory = learning.in_force(self.tx)
        models = [_learned(row) for row in rows]
        models.append(_shipped(shipped(), in_force=not any(m.in_force for m in models)))
        return LearnedModels(models=models, outcomes=len(memory.outcomes))

    @operation("GET", "/matching/models/{version}", allow=hiring_team)
    def get(self, version: ModelVersion) -> LearnedModel:
        """One model with its card: what it was made from, how good it is, what it is not for."""
        return self._shown(version)

    @operation("GET", "/matching/models/{version}/evaluation", allow=hiring_team)
    def evaluate(self, version: ModelVersion) -> ModelEvaluation:
        """The model's figures on all outcomes that are known, beside those of the formula alone.

        Where the model has learned from some of them, the figures flatter it: `learned_from` says of how
        many.
        """
        from ats_core.matching import refitting

        model = self._model(version)
        kept = self.tx.matching.labelled()
        rows = refitting.rows_of(kept)
        both = len({r.label for r in rows}) == 2
        told = [refitting.figures(model, rows), refitting.figures_of_formula(rows)] if both else []
        shown = [Figures.model_validate(t.to_json()) for t in told]
        return ModelEvaluation(
            version=version,
            outcomes=len(rows),
            learned_from=sum(o.number <= model.learned_through for o in kept),
            adjusted=shown[0] if both else None,
            formula=shown[1] if both else None,
        )

    def _refit_outside(self) -> Refitted:
        from ats_core.matching import refitting

        active, _ = learning.in_force(self.tx)
        return refitting.refitted(self.tx.matching.labelled(), active, self.now, guard(self.tx))

    @operation("POST", "/matching/refit", allow=recruiters, status=201, before=_refit_outside)
    def refit(self) -> LearnedModel:
        """A new model, learned from all outcomes but the newest quarter, and tried on that quarter.

        It comes into force if neither AUC nor calibration nor any impact ratio is worse than those of the
        model before it; else it is kept as a candidate, with the reason.
        """
        made: Refitted = self.prepared
        self._keep(made)
        return self._shown(made.model.version)

    def _refit_if_due(self) -> Refitted | None:
        models = self.tx.matching.models()
        seen = models[0].artifact["card"].get("newest_outcome", 0) if models else 0
        if not self.tx.matching.labelled(after=seen, most=1):
            return None
        try:
            return self._refit_outside()
        except (TooFewOutcomes, LearningUnavailable):
            return None

    @task(every="23 3 * * 1", before=_refit_if_due)
    def refit_weekly(self) -> None:
        """Refits each week, if there are new outcomes and enough of them, under the same guard."""
        if self.prepared is not None:
            self._keep(self.prepared)

    def _keep(self, made: Refitted) -> None:
        """Keeps the model; brings it into force if nothing speaks against it."""
        key = self.tx.matching.add_model(
            {
                "version": made.model.version,
                "status": "candidate",
                "artifact": made.model.to_json(),
                "figures": made.figures,
                "reason": " ".join(made.reasons) or None,
                "outcomes": made.model.outcomes,
                "created_by": self.actor.id,
                "created_at": self.now,
            }
        )
        self.tx.record("match_model.refitted", ("match_model", key), ["artifact"], version=made.model.version)
        if not made.reasons:
            self._promote(key, made.model.version)

    @operation("POST", "/matching/models/{version}/promote", allow=recruiters)
    def promote(self, version: ModelVersion) -> LearnedModel:
        """Brings a candidate into force, if on the outcomes known today it is no worse than the one there
        is.
        """
        from ats_core.matching import refitting

        row = self.tx.matching.model(version, lock=True)
        if row is None:
            raise NotFound(f"There is no learned model {version}.", hint="ats model list")
        if row.status == "promoted":
            return self._shown(version)
        active, _ = learning.in_force(self.tx)
        model = learning.model_named(self.tx, version)
        known = self.tx.matching.labelled()
        reasons = refitting.compared(known, model, active, fairer=guard(self.tx)).reasons
        if reasons:
            raise ModelWorse(
                f"Model {version} is worse than {active.version}: {' '.join(reasons)}",
                hint="It stays a candidate. More outcomes may tell otherwise.",
                version=version,
            )
        self._promote(row.id, version)
        return self._shown(version)

    @operation("POST", "/matching/rollback", allow=recruiters)
    def rollback(self) -> LearnedModel:
        """Takes the model in force back: the one before it, or the one that came with the ATS, counts
        again.
        """
        from ats_core.matcher.trees import shipped

        row = self.tx.matching.promoted(lock=True)
        if row is None:
            raise RuleRefused(
                "The model that came with the ATS is in force; there is none before it.",
                hint="ats model list",
            )
        self.tx.matching.change_model(row.id, {"status": "retired"})
        before = self.tx.matching.version_by_id(row.replaced_id)
        if row.replaced_id is not None:
            self.tx.matching.change_model(row.replaced_id, {"status": "promoted"})
        self.tx.record("match_model.rolled_back", ("match_model", row.id), ["status"], version=row.version)
        return self._shown(before or shipped().version)

    def _promote(self, key: UUID, version: str) -> None:
        before = self.tx.matching.promoted(lock=True)
        if before is not None:
            self.tx.matching.change_model(before.id, {"status": "retired"})
        self.tx.matching.change_model(
            key,
            {
                "status": "promoted",
                "promoted_at": self.now,
                "reason": None,
                "replaced_id": before.id if before is not None else None,
            },
        )
        self.tx.record("match_model.promoted", ("match_model", key), ["status"], version=version)

    def _model(self, version: str) -> Adjustment:
        try:
            return learning.model_named(self.tx, version)
        except LookupError:
            raise NotFound(f"There is no model {version}.", hint="ats model list") from None

    def _shown(self, version: str) -> LearnedModel:
        from ats_core.matcher.trees import shipped

        if version == shipped().version:
            return _shipped(shipped(), in_force=self.tx.matching.promoted() is None)
        row = self.tx.matching.model(version)
        if row is None:
            raise NotFound(f"There is no model {version}.", hint="ats model list")
        return _learned(row)


def _learned(row: Any) -> LearnedModel:
    from ats_core.matcher.trees import BOUND, BOUND_LEARNED, ENOUGH_OUTCOMES

    return LearnedModel(
        version=row.version,
        status=row.status,
        in_force=row.status == "promoted",
        outcomes=row.outcomes,
        bound=BOUND_LEARNED if row.outcomes >= ENOUGH_OUTCOMES else BOUND,
        reason=row.reason,
        created_at=row.created_at,
        promoted_at=row.promoted_at,
        figures=row.figures,
        card=row.artifact["card"],
    )


def _shipped(model: Adjustment, in_force: bool) -> LearnedModel:
    figures = {"new": model.card.get("adjusted", {}), "formula": model.card.get("formula", {})}
    return LearnedModel(
        version=model.version, status="shipped", in_force=in_force, outcomes=0, bound=model.bound,
        reason=None, created_at=None, promoted_at=None, figures=figures, card=model.card,
    )  # fmt: skip
