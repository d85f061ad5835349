"""The impact ratios of a category as a bar chart in SVG, with the mark of four fifths."""

from __future__ import annotations

from html import escape

from ats_core.fairness.lines import CATEGORY_NAMES
from ats_core.fairness.report import Category, Group, Measure, Rate

WIDTH, LABELS, RIGHT = 760, 290, 60  # pixels: the whole, the names on the left, the numbers on the right
BAR, GAP, TOP = 20, 10, 44


def bars(category: Category, measure: Measure, mark: float) -> str | None:
    """The chart; None if the category has no ratio of that measure. Colour is never all that tells."""
    rates = [(g, r) for g in category.groups if (r := _rate(g, measure)) and r.impact_ratio is not None]
    if not rates:
        return None
    height = TOP + len(rates) * (BAR + GAP) + 26
    room = WIDTH - LABELS - RIGHT
    title = f"{CATEGORY_NAMES[category.name]}: impact ratio of the {measure} rate"
    described = "; ".join(f"{g.group} {r.impact_ratio:.3f}" for g, r in rates)
    parts = [
        f'<svg role="img" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
        f'xmlns="http://www.w3.org/2000/svg" font-family="system-ui, sans-serif" font-size="14">',
        f"<title>{escape(title)}</title><desc>{escape(described)}</desc>",
        f'<text x="0" y="18" font-weight="600" fill="#1b1f24">{escape(title)}</text>',
    ]
    x = LABELS + room * min(mark, 1.0)
    parts.append(
        f'<line x1="{x:.1f}" y1="{TOP - 12}" x2="{x:.1f}" y2="{height - 22}" stroke="#1b1f24" '
        f'stroke-width="1.5" stroke-dasharray="5 4"/>'
        f'<text x="{x:.1f}" y="{height - 6}" text-anchor="middle" fill="#1b1f24">'
        f"{mark:g}</text>"
    )
    parts += [_bar(g, r, TOP + place * (BAR + GAP), room, mark) for place, (g, r) in enumerate(rates)]
    parts.append("</svg>")
    return "".join(parts)


def _rate(group: Group, measure: Measure) -> Rate | None:
    return group.selection if measure == "selection" else group.scoring


def _bar(group: Group, rate: Rate, y: int, room: int, mark: float) -> str:
    ratio = rate.impact_ratio or 0.0
    below = ratio < mark
    colour = "#a40e26" if below else "#1f5f99"
    told = f"{ratio:.3f}{' !' if below else ''}"
    text = group.group if len(group.group) <= 42 else f"{group.group[:41]}…"
    return (
        f'<text x="{LABELS - 10}" y="{y + 15}" text-anchor="end" fill="#1b1f24">{escape(text)}</text>'
        f'<rect x="{LABELS}" y="{y}" width="{max(ratio * room, 1):.1f}" height="{BAR}" fill="{colour}"/>'
        f'<text x="{LABELS + ratio * room + 6:.1f}" y="{y + 15}" fill="#1b1f24" stroke="#fff" '
        f'stroke-width="4" paint-order="stroke">{told}</text>'
    )
