"""Trains the adjustment that is shipped, and says how good it is on simulated outcomes it has never seen.

    python -m ml.matcher.train            evaluates the shipped model
    python -m ml.matcher.train --write    trains it anew and writes ats_core/matcher/adjustment.json

Simulated data only (ml/matcher/simulate.py): the figures say that the machinery learns what there is to
learn, not how right it is about real people. Needs the extra `learning` to train; evaluating needs nothing.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from ats_core.matcher.evaluation import Evaluation, evaluate
from ats_core.matcher.fitting import Row, fit, platt
from ats_core.matcher.trees import Adjustment, lift, shipped
from ml.matcher import simulate

TRAIN, TEST = (12_000, 1), (4_000, 2)  # how many, and the seed
SHIPPED = Path(__file__).parents[2] / "ats_core" / "matcher" / "adjustment.json"
VERSION = "simulated-1"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m ml.matcher.train", description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true", help="train and write the shipped model")
    chosen = parser.parse_args(arguments)
    train = simulate.rows(list(simulate.cases(*TRAIN)))
    made = list(simulate.cases(*TEST))
    test = simulate.rows(made)
    model = fit(train, VERSION) if chosen.write else shipped()
    formula, adjusted = tables(model, train, test, None)
    if chosen.write:
        model = Adjustment(
            model.version, model.trees, model.scale, model.calibration, card=_card(formula, adjusted)
        )
        SHIPPED.write_text(json.dumps(model.to_json(), separators=(",", ":")) + "\n", encoding="utf-8")
    show("formula", formula)
    show("with adjustment", adjusted)
    for name, groups in (("sex", [c.sex for c in made]), ("origin", [c.origin for c in made])):
        for group in sorted(set(groups)):
            inside = [row for row, g in zip(test, groups, strict=True) if g == group]
            show(f"{name} {group}", tables(model, train, inside, None)[1])
        print(f"impact ratios by {name}: {tables(model, train, test, groups)[1].impact}")
    return 0


def tables(
    model: Adjustment, train: Sequence[Row], test: Sequence[Row], groups: Sequence[str] | None
) -> tuple[Evaluation, Evaluation]:
    """The figures of the bare formula, calibrated on the training rows, and of the adjusted score."""
    labels = [r.label for r in test]
    bare = platt([r.formula for r in train], [r.label for r in train], [1.0] * len(train))
    before = [bare.probability(r.formula) for r in test]
    after = [model.calibration.probability(adjusted_score(model, r)) for r in test]
    return evaluate(labels, before, groups), evaluate(labels, after, groups)


def adjusted_score(model: Adjustment, row: Row) -> float:
    return lift(row.formula, model.points(row.features), model.bound)


def show(name: str, figures: Evaluation) -> None:
    print(
        f"{name:16} n {figures.rows:5}  majority {figures.majority:.3f}  accuracy {figures.accuracy:.3f}"
        f"  macro-F1 {figures.macro_f1:.3f}  AUC {figures.auc:.4f}  Brier {figures.brier:.4f}"
        f"  ECE {figures.ece:.4f}"
    )


def _card(formula: Evaluation, adjusted: Evaluation) -> dict[str, object]:
    return {
        "trained_on": "simulated outcomes (ml/matcher/simulate.py), no real people",
        "rows": TRAIN[0],
        "seed": TRAIN[1],
        "test_rows": TEST[0],
        "test_seed": TEST[1],
        "formula": formula.to_json(),
        "adjusted": adjusted.to_json(),
        "intended_use": "an order in which to read applications; never a decision",
        "limits": "the figures are of a simulator's test split and say nothing about real hiring",
    }


if __name__ == "__main__":
    sys.exit(main())
