"""`ats audit`: whether what was decided, and what was scored, weighs alike on all groups."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ats_cli.output import Column, Format, chosen, confirm, prints, say, show_list, show_one
from ats_cli.session import ats, candidate_id

if TYPE_CHECKING:
    from ats_core.fairness.report import BiasAudit, Category

app = typer.Typer(
    help="Audits: selection and scoring rates by group, and what candidates say of themselves.",
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
)


def _fraction(name: str) -> Any:
    def shown(line: Any) -> str | None:
        value = getattr(line, name)
        return None if value is None else f"{value:.3f}"

    return shown


def _significance(name: str) -> Any:
    def shown(line: Any) -> str | None:
        value = getattr(line, name)
        if value is None:
            return None
        return "<.0001" if value < 0.0001 else f"{value:.4f}"

    return shown


_SELECTION: list[Column] = [
    ("GROUP", "group"),
    ("PEOPLE", "people"),
    ("SHARE", lambda n: None if n.share is None else f"{n.share:.1%}"),
    ("SELECTED", "selected"),
    ("RATE", _fraction("selection_rate")),
    ("IMPACT", _fraction("impact_ratio")),
    ("P", _significance("p_value")),
]
_SCORING: list[Column] = [
    ("OVER MEDIAN", "above_median"),
    ("RATE", _fraction("scoring_rate")),
    ("IMPACT", _fraction("scoring_impact_ratio")),
]
_REMARKS: list[Column] = [("FLAG", "flag"), ("REMARK", "remark")]
_CSV = (
    "category", "group", "people", "share", "selected", "selection_rate", "impact_ratio", "p_value", "test",
    "scored", "above_median", "scoring_rate", "scoring_impact_ratio", "scoring_p_value", "flag", "remark",
)  # fmt: skip


@app.command()
@prints
def bias(
    job: Annotated[
        str | None, typer.Argument(help="Requisition number or id; all jobs if unset.", metavar="JOB")
    ] = None,
    since: Annotated[str | None, typer.Option(help="Applied on this day or later: 2026-01-01.")] = None,
    until: Annotated[str | None, typer.Option(help="Applied on this day or earlier.")] = None,
    from_: Annotated[
        str | None,
        typer.Option("--from", help="Audit this CSV file (- is stdin) instead: counts, or a line a person."),
    ] = None,
    selected: Annotated[
        str,
        typer.Option(
            help="Who counts as selected: interview (reached it, or more) or hired. With --from, a column."
        ),
    ] = "",
    keep_small: Annotated[
        bool, typer.Option("--keep-small", help="Leave no group out for having less than 2 % of the people.")
    ] = False,
    html: Annotated[Path | None, typer.Option(help="Write a report to publish, with charts, here.")] = None,
    distributed: Annotated[
        str | None, typer.Option(help="The day from which the tool was used, for the report.")
    ] = None,
    fail_under: Annotated[
        float | None,
        typer.Option(help="Exit with 7 if an impact ratio is below, as 0.8.", min=0, max=1),
    ] = None,
) -> None:
    """Selection rates, scoring rates and impact ratios by sex, race/ethnicity and both together.

    \b
    ats audit bias REQ-2026-0001
    ats audit bias --since 2026-01-01 --html audit.html --csv
    ats audit bias --from counts.csv --fail-under 0.8

    The definitions are those of Local Law 144 of New York City, the mark of 4/5 is that of 29 CFR 1607.4 D.
    A ratio below it is evidence, no verdict. docs/fairness.md says how to read the numbers.
    """
    from ats_core.errors import UsageError

    if from_ is not None and (job or since or until):
        raise UsageError("--from is a file of its own; it goes with neither a job nor dates.")
    first_use, first, last = (
        None if day is None else _day(day, option)
        for day, option in ((distributed, "--distributed"), (since, "--since"), (until, "--until"))
    )
    if from_ is not None:
        report = _of_file(from_, selected or None, keep_small)
    else:
        which: Any = selected or "interview"
        if which not in ("interview", "hired"):
            raise UsageError(f"--selected is interview or hired, not {which}.")
        with ats() as opened:
            report = opened.fairness.audit(
                job_id=job,
                since=first,
                until=last,
                selected=which,
                leave_out_small=not keep_small,
            )
    if html is not None:
        from ats_core.fairness.page import page

        html.write_text(page(report, distributed_on=first_use, mark=fail_under or 0.8), "utf-8")
        say(f"Written: {html}")
    _print(report)
    if fail_under is not None:
        _require(report, fail_under)


Person = Annotated[str, typer.Argument(help="Id, e-mail address or name.", metavar="CANDIDATE")]


@app.command()
@prints
def questions() -> None:
    """What candidates may be asked about themselves, and the text that they consent to."""
    fields: list[Column] = [
        ("Sex", "sex"),
        ("Race/ethnicity", "race_ethnicity"),
        ("Consent", "consent_text"),
        ("Version", "consent_version"),
    ]
    with ats() as opened:
        show_one(opened.fairness.questions(), fields)


@app.command()
@prints
def identify(
    candidate: Person,
    sex: Annotated[str, typer.Option(help="The answer; ats audit questions lists them.")],
    race_ethnicity: Annotated[str, typer.Option(help="The answer; ats audit questions lists them.")],
    consent: Annotated[str, typer.Option(help="Version of the text that they consented to.")],
) -> None:
    """Keeps what a candidate said of themselves, by consent. Nothing gives it back: the audit counts it.

    \b
    ats audit questions
    ats audit identify ana.silva@example.com --sex female --race-ethnicity declined --consent 2026-11
    ats audit forget ana.silva@example.com
    """
    answers: Any = {"sex": sex, "race_ethnicity": race_ethnicity, "consent_version": consent}
    fields: list[Column] = [
        ("Candidate id", "candidate_id"),
        ("Consent", "consent_version"),
        ("When", "consented_at"),
    ]
    with ats() as opened:
        show_one(opened.fairness.identify(candidate_id(opened, candidate), answers), fields)


@app.command()
@prints
def forget(
    candidate: Person,
    yes: Annotated[bool, typer.Option("--yes", help="Don't ask.")] = False,
) -> None:
    """Deletes what a candidate said of themselves, for good: they have withdrawn their consent."""
    with ats() as opened:
        key = candidate_id(opened, candidate)
        confirm("Delete what the candidate said, for good?", yes)
        show_one(opened.fairness.withdraw(key), [("Deleted", lambda d: "yes" if d.success else "no")])


def _of_file(name: str, selected: str | None, keep_small: bool) -> BiasAudit:
    import sys
    from datetime import UTC, datetime

    from ats_core.errors import NotFound, UsageError
    from ats_core.fairness.audit import SMALL_SHARE, Scope, audit
    from ats_core.fairness.counts import read_counts

    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        text = data.decode("utf-8")
    except FileNotFoundError:
        raise NotFound(f"There is no file {name}.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{name} can't be read: {error}") from None
    found = read_counts(text, selected)
    kind = "one line a person" if found.per_person else "counts of groups"
    scope = Scope(
        audited_on=datetime.now(UTC).date(),
        source=f"The file {'on stdin' if name == '-' else Path(name).name}, {kind}.",
        selected_means=f"Column {found.selected_by} of the file.",
        matcher_version="not stated",
        leave_out_below=0.0 if keep_small else SMALL_SHARE,
    )
    return audit(found.tallies, scope, found.median_score)


def _day(text: str, option: str) -> Any:
    from datetime import date

    from ats_core.errors import UsageError

    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{option} {text} is no date, such as 2026-01-31.") from None


def _print(report: BiasAudit) -> None:
    from ats_core.fairness.lines import CATEGORY_NAMES, lines

    flat = lines(report)
    if chosen() is Format.JSON:
        print(report.model_dump_json(indent=2))
        return
    if chosen() is not Format.TABLE:
        show_list(flat, [(name, _plainly(name)) for name in _CSV])
        return
    columns = [*_SELECTION, *(_SCORING if report.scored else []), *_REMARKS]
    for category in report.categories:
        print(f"{CATEGORY_NAMES[category.name]}")
        show_list([n for n in flat if n.category == category.name], columns)
        print()
    _say(report)


def _plainly(name: str) -> Any:
    """A value as CSV has it: numbers whole, not rounded to what a table shows."""

    def shown(line: Any) -> str | None:
        value = getattr(line, name)
        return repr(value) if isinstance(value, float) else value

    return shown


def _say(report: BiasAudit) -> None:
    say(f"{report.people} applications, {report.selected} selected ({report.selected_means})")
    for note in [*report.notes, *(n for c in report.categories for n in c.notes)]:
        say(note)
    for category in report.categories:
        say(_lowest(category))


def _lowest(category: Category) -> str:
    from ats_core.fairness.lines import CATEGORY_NAMES

    told = [
        f"{lowest.impact_ratio:.3f} ({what}: {lowest.group})"
        for what, lowest in (("selection", category.lowest_selection), ("scoring", category.lowest_scoring))
        if lowest is not None
    ]
    return f"{CATEGORY_NAMES[category.name]}: lowest impact ratio {', '.join(told) or 'none'}."


def _require(report: BiasAudit, mark: float) -> None:
    """Nothing; BiasFound if a counted ratio is below `mark`."""
    from ats_core.fairness.report import BiasFound, shortfalls

    found = shortfalls(report, mark)
    if not any(c.lowest_selection or c.lowest_scoring for c in report.categories):
        say(f"There is no impact ratio to hold against {mark:g}: too few people have said who they are.")
    if found:
        told = "; ".join(f"{s.group} {s.impact_ratio:.3f} ({s.measure})" for s in found)
        raise BiasFound(
            f"Impact ratios below {mark:g}: {told}.",
            hint="docs/fairness.md says how to read them.",
            shortfalls=[s.model_dump(mode="json") for s in found],
        )
