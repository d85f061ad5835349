"""A bias audit as one HTML page that can be published: nothing is fetched, nothing runs, all is text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html import escape

from ats_core.fairness.chart import bars
from ats_core.fairness.lines import CATEGORY_NAMES
from ats_core.fairness.report import BiasAudit, Category, Group, Measure, Rate

_STYLE = """
:root { color-scheme: light; }
body { font: 16px/1.5 system-ui, sans-serif; color: #1b1f24; background: #fff; max-width: 72rem;
       margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.7rem; line-height: 1.25; } h2 { margin-top: 2.2rem; font-size: 1.3rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1.2rem; }
dt { font-weight: 600; } dd { margin: 0; }
.table { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding: .4rem 0; }
th, td { padding: .35rem .6rem; border-bottom: 1px solid #d0d7de; text-align: right; vertical-align: top; }
th[scope=row], th:first-child, th:last-child, td.words { text-align: left; }
td.words { min-width: 14rem; font-size: .9rem; }
thead th { background: #f3f5f7; border-bottom: 2px solid #8c959f; }
td strong { font-weight: 400; } tr.below th[scope=row], tr.below strong { color: #a40e26; font-weight: 700; }
tr.aside { color: #57606a; }
svg { max-width: 100%; height: auto; } .note { border-left: 4px solid #8c959f; padding-left: .8rem; }
.verdict { border: 2px solid #57606a; border-radius: 6px; padding: .6rem 1rem; }
@media print { body { max-width: none; padding: 0; } h2 { break-after: avoid; } tr { break-inside: avoid; } }
"""

_METHOD = """
<dl>
<dt>Selection rate</dt><dd>people of a group who were selected, divided by the people of the group
(6 RCNY 5-300).</dd>
<dt>Scoring rate</dt><dd>people of a group who scored above the median score of the full sample, divided by
the people of the group who have a score. A score that equals the median is not above it; the full sample
includes those whose group is not known (6 RCNY 5-300).</dd>
<dt>Impact ratio</dt><dd>the rate of a group divided by the highest rate of the groups that count.</dd>
<dt>Left out</dt><dd>a group of less than 2 % of the data may be left out of the ratios by the auditor, with
the reason, its count and its rate shown (6 RCNY 5-301(d)).</dd>
<dt>Below 4/5</dt><dd>an impact ratio under 0.8 (29 CFR 1607.4 D). It is evidence to look into, no verdict;
the city's law sets no pass mark.</dd>
<dt>p</dt><dd>how likely a difference from the highest group at least so large would be if both groups were
chosen from alike; two-sided, by Fisher's exact test where an expected count is below 5, by the z test with
the pooled rate otherwise, not corrected for the number of comparisons.</dd>
</dl>
"""

_DUTIES = """
<ul>
<li>The bias audit is made by an independent auditor, at most one year before the tool is used
(Administrative Code 20-871). This page is a calculation; it makes nobody an independent auditor.</li>
<li>Published on the employer's website before use, and kept up until 6 months after the last use: the date of
the audit, the source and explanation of the data, the number of people whose group is not known, counts,
rates and impact ratios, and the distribution date of the tool (6 RCNY 5-302, 5-303).</li>
<li>Candidates who live in the city are told at least 10 business days before: that the tool is used, which
qualities it looks at, and how to ask for another way or an accommodation (6 RCNY 5-304).</li>
</ul>
"""


def page(audit: BiasAudit, *, distributed_on: date | None = None, mark: float = 0.8) -> str:
    """The report as HTML; `distributed_on` is the day from which the tool was first used."""
    title = f"Bias audit of {audit.audited_on.isoformat()}"
    body = "\n".join(
        [
            f"<h1>{title}</h1>",
            _verdict(audit, mark),
            "<h2>What was audited</h2>",
            _facts(audit, distributed_on),
            *(_note(n) for n in audit.notes),
            *(part for category in audit.categories for part in _category(category, mark)),
            "<h2>How the numbers are made</h2>",
            _METHOD,
            "<h2>What Local Law 144 of New York City asks for</h2>",
            _DUTIES,
        ]
    )
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n"
        "</body>\n</html>\n"
    )


def _verdict(audit: BiasAudit, mark: float) -> str:
    found = [
        f"{CATEGORY_NAMES[category.name]}: {escape(group.group)} {rate.impact_ratio:.3f} ({what})"
        for category in audit.categories
        for group in category.groups
        for what, rate in _measures(group)
        if rate.impact_ratio is not None and rate.impact_ratio < mark
    ]
    if found:
        items = "".join(f"<li>{each}</li>" for each in found)
        return f'<div class="verdict"><p>Impact ratios below {mark:g}:</p><ul>{items}</ul></div>'
    counted = any(
        rate.impact_ratio is not None
        for category in audit.categories
        for group in category.groups
        for _, rate in _measures(group)
    )
    told = f"No impact ratio is below {mark:g}." if counted else "There is no impact ratio to tell."
    return f'<p class="verdict">{told}</p>'


def _measures(group: Group) -> Iterator[tuple[Measure, Rate]]:
    yield "selection", group.selection
    if group.scoring:
        yield "scoring", group.scoring


def _facts(audit: BiasAudit, distributed_on: date | None) -> str:
    facts = [
        ("Date of the audit", audit.audited_on.isoformat()),
        ("Tool", f"LTI ATS {audit.ats_version}, matcher {audit.matcher_version}"),
        ("Distribution date of the tool", distributed_on.isoformat() if distributed_on else "not stated"),
        ("Data", audit.source),
        ("Job", audit.job or "all"),
        ("Period", _period(audit)),
        ("Selected means", audit.selected_means),
        ("People", f"{audit.people}, of whom {audit.selected} were selected and {audit.scored} have a score"),
        ("Median score", "none" if audit.median_score is None else f"{audit.median_score:.2f}"),
    ]
    return "<dl>" + "".join(f"<dt>{k}</dt><dd>{escape(v)}</dd>" for k, v in facts) + "</dl>"


def _period(audit: BiasAudit) -> str:
    if audit.since is None and audit.until is None:
        return "not limited"
    return f"{audit.since or 'the beginning'} to {audit.until or audit.audited_on}"


def _category(category: Category, mark: float) -> Iterator[str]:
    name = CATEGORY_NAMES[category.name]
    yield f"<h2>{name}</h2>"
    if not category.groups:
        yield f"<p>No group is known or shown. {category.unknown} people are of unknown group.</p>"
    else:
        yield from _measure(category, "selection", mark)
        if any(g.scoring for g in category.groups):
            yield from _measure(category, "scoring", mark)
        yield (
            f"<p>{category.unknown} people, of whom {category.unknown_selected} were selected, have not said "
            "or declined; they are in no group and no ratio.</p>"
        )
    yield from (_note(n) for n in category.notes)


def _note(text: str) -> str:
    return f'<p class="note">{escape(text)}</p>'


def _measure(category: Category, measure: Measure, mark: float) -> Iterator[str]:
    chart = bars(category, measure, mark)
    if chart:
        yield f"<figure>{chart}</figure>"
    reached, rate = ("Selected", "Selection rate") if measure == "selection" else _SCORING
    head = ["Group", "People", "Share", reached, rate, "Impact ratio", "p", "Remark"]
    name = f"{CATEGORY_NAMES[category.name]}: {rate.lower()} and impact ratio"
    cells = "".join(f'<th scope="col">{h}</th>' for h in head)
    rows = "".join(_row(g, r) for g in category.groups if (r := dict(_measures(g)).get(measure)))
    yield (
        f'<div class="table" role="region" tabindex="0" aria-label="{name}"><table>'
        f"<caption>{name}</caption>"
        f"<thead><tr>{cells}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


_SCORING = ("Above median", "Scoring rate")


def _row(group: Group, rate: Rate) -> str:
    kind = "below" if rate.below_four_fifths else "aside" if group.left_out else ""
    p_value = "&ndash;" if rate.p_value is None else f"{_chance(rate.p_value)} ({rate.test})"
    values = (
        str(rate.people),
        f"{group.share:.1%}",
        str(rate.reached),
        _number(rate.rate),
        f"<strong>{_number(rate.impact_ratio)}</strong>",
        p_value,
    )
    return (
        f'<tr class="{kind}"><th scope="row">{escape(group.group)}</th>'
        f"{''.join(f'<td>{value}</td>' for value in values)}"
        f'<td class="words">{escape(_told(group, rate))}</td></tr>'
    )


def _told(group: Group, rate: Rate) -> str:
    if group.left_out:
        return f"Left out: {group.left_out}"
    mark = "Below 4/5. " if rate.below_four_fifths else "Highest. " if rate.highest else ""
    return (mark + (rate.caution or "")).strip()


def _chance(p_value: float) -> str:
    return "&lt;.0001" if p_value < 0.0001 else f"{p_value:.4f}"


def _number(value: float | None) -> str:
    return "&ndash;" if value is None else f"{value:.3f}"
