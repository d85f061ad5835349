"""`ats model`: the models of the match score's adjustment."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from ats_cli.output import Column, Format, chosen, plain, prints, say, show_list, show_one
from ats_cli.session import ats, candidate_id

app = typer.Typer(
    help="Models of the match score's adjustment: learn, list, evaluate, promote, roll back.",
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
)

Version = Annotated[str, typer.Argument(help="Name of a model, from ats model list.", metavar="MODEL")]

LIST: list[Column] = [
    ("MODEL", "version"),
    ("STATUS", "status"),
    ("IN FORCE", lambda m: "yes" if m.in_force else ""),
    ("OUTCOMES", "outcomes"),
    ("AUC", lambda m: _figure(m.figures.get("new", {}), "auc")),
    ("CALIBRATION ERROR", lambda m: _figure(m.figures.get("new", {}), "ece")),
    ("REASON", lambda m: m.reason or ""),
]
ONE: list[Column] = [
    ("Model", "version"),
    ("Status", "status"),
    ("In force", lambda m: "yes" if m.in_force else "no"),
    ("Outcomes", "outcomes"),
    ("Bound", lambda m: f"{m.bound:g} points either way"),
    ("Why not promoted", "reason"),
    ("Made", "created_at"),
    ("Promoted", "promoted_at"),
]
FIGURES = ("rows", "majority", "accuracy", "macro_f1", "auc", "brier", "ece")


def _figure(figures: dict[str, Any], name: str) -> str:
    return f"{figures[name]:.4f}" if name in figures else ""


@app.command("list")
@prints
def list_() -> None:
    """All models, newest first; the last is the one that comes with the ATS."""
    with ats() as opened:
        found = opened.models.list()
        note = f"{found.outcomes} outcomes since the model in force was trained; the memory holds them."
        show_list(found.models, LIST, note=note)


@app.command()
@prints
def show(model: Version) -> None:
    """The card of a model: what it was made from, how good it is, what it is not for."""
    with ats() as opened:
        _card(opened.models.get(model))


@app.command()
@prints
def evaluate(model: Version) -> None:
    """A model's figures on all outcomes that are known, beside those of the formula alone."""
    with ats() as opened:
        told = opened.models.evaluate(model)
    if chosen() is not Format.TABLE:
        show_one(told, [("MODEL", "version"), ("OUTCOMES", "outcomes")])
        return
    if told.adjusted is None or told.formula is None:
        say(f"{told.outcomes} outcomes are known, none of one kind: hire, reject, or ats model train.")
        return
    _table({"with adjustment": told.adjusted.model_dump(), "formula alone": told.formula.model_dump()})
    if told.learned_from:
        say(f"The model has learned from {told.learned_from} of these outcomes, which flatters it.")


@app.command()
@prints
def refit() -> None:
    """Learns a new model from the outcomes so far; it comes into force only if it is no worse.

    Run it weekly, from cron or a timer. It needs the extra lti-ats[learning].
    """
    with ats() as opened:
        made = opened.models.refit()
        _card(made)
        say("It is in force." if made.in_force else "It stays a candidate.")


@app.command()
@prints
def promote(model: Version) -> None:
    """Brings a candidate into force, if by now it is no worse than the model there is."""
    with ats() as opened:
        show_one(opened.models.promote(model), ONE)


@app.command()
@prints
def rollback() -> None:
    """Takes the model in force back; the one before it counts again."""
    with ats() as opened:
        show_one(opened.models.rollback(), ONE)


@app.command()
@prints
def train(
    candidate: Annotated[str, typer.Argument(help="Id, e-mail address or name.", metavar="CANDIDATE")],
    job: Annotated[str, typer.Option(help="Requisition number or id.")],
    outcome: Annotated[str, typer.Option(help="success, failure, hired, rejected or withdrawn.")],
) -> None:
    """Writes down what became of a candidate, so that similar candidates' scores change at once.

    \b
    ats model train ana.silva@example.com --job REQ-2026-0001 --outcome success
    """
    told: Any = outcome
    with ats() as opened:
        done = opened.matching.train(job, candidate_id(opened, candidate), told)
        show_one(done, [("Model updated", lambda t: "yes" if t.model_updated else "no")])


def _card(model: Any) -> None:
    show_one(model, ONE)
    if chosen() is not Format.TABLE:
        return
    named = {"new": "with it", "before": "model before", "formula": "formula alone"}
    tables = {named[k]: v for k, v in model.figures.items() if k in named and v}
    if tables:
        print()
        _table(tables)
    for name, value in model.card.items():
        if name not in ("formula", "adjusted"):
            print(plain(f"{name.replace('_', ' ').capitalize():<16} {value}"))


def _table(rows: dict[str, dict[str, Any]]) -> None:
    print(" ".join(["                ", *(f"{name:>9}" for name in FIGURES)]))
    for name, figures in rows.items():
        values = [figures.get(f, "") for f in FIGURES]
        shown = [f"{v:9.4f}" if isinstance(v, float) else f"{v!s:>9}" for v in values]
        print(" ".join([f"{name:<16}", *shown]))
        for group, ratio in (figures.get("impact") or {}).items():
            print(plain(f"  impact ratio of {group}: {ratio:.3f}"))
