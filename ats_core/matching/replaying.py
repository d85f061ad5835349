"""A stored score made again from what is kept of it: values, features, the model, the outcomes it
recalled.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ats_core.matching import learning
from ats_core.matching.model import ReplayedScore

if TYPE_CHECKING:
    from ats_core.matching.store import KeptScore
    from ats_core.store.transaction import Transaction


def again(tx: Transaction, kept: KeptScore) -> ReplayedScore:
    """The score of `kept`, made again to the last digit; the reason where that can't be."""
    basis = kept.result.get("basis")
    if basis is None:
        return _shown(kept, None, None, "It was made by an earlier version, which kept less.")
    try:
        model = learning.model_named(tx, basis["model"])
    except LookupError:
        return _shown(kept, basis, None, f"The model {basis['model']} is not kept any more.")
    from ats_core.matcher import MATCHER_VERSION
    from ats_core.matcher.model import Basis
    from ats_core.matcher.scoring import terms, total

    labels = tx.matching.labels_of([n["outcome"] for n in basis["neighbours"]])
    if len(labels) < len(basis["neighbours"]):
        return _shown(kept, basis, None, "An outcome that it recalled has been erased with its person.")
    if kept.result["matcher_version"] != MATCHER_VERSION:
        return _shown(kept, basis, None, f"The formula was {kept.result['matcher_version']} then.")
    successes = round(sum(n["weight"] for n in basis["neighbours"] if labels[n["outcome"]]), 6)
    weight = round(sum(n["weight"] for n in basis["neighbours"]), 6)
    made = Basis.model_validate({**basis, "successes": successes, "weight": weight})
    values = {part["name"]: part["value"] for part in kept.result["parts"]}
    parts = terms(values, made, model)
    same = [p.model_dump() for p in parts] == kept.result["parts"] and total(parts) == kept.score
    return _shown(kept, basis, total(parts), None if same else "It came out otherwise.", same=same)


def _shown(
    kept: KeptScore, basis: dict[str, Any] | None, score: float | None, reason: str | None, same: bool = False
) -> ReplayedScore:
    return ReplayedScore(
        candidate_id=kept.candidate_id,
        stored=kept.score,
        again=score,
        same=same,
        model_version=basis["model"] if basis else None,
        memory_version=basis["memory"] if basis else None,
        reason=reason,
    )
