# ruff: noqa: E501 - the lines of a template belong together
"""A résumé as rows of runs, and its rendering for typst, Word, web pages, markdown and plain text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from ml.parser.templates.sheets import h, t, web


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one look; `larger` is in points above the body size."""

    text: str
    bold: bool = False
    italic: bool = False
    grey: bool = False
    larger: float = 0.0


@dataclass(frozen=True, slots=True)
class Row:
    """One row: runs at the left, runs at the right margin, and runs hanging in a left column (`hang`).

    `kind` is title, heading, text, bullet, centre or gap.
    """

    kind: str
    left: tuple[Run, ...] = ()
    right: tuple[Run, ...] = ()
    hang: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a line of column heads."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Two columns side by side; `share` is the width of the left one, 0-1."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]
    share: float


Block = Row | Table | Columns


@dataclass(frozen=True, slots=True)
class Theme:
    """How the whole looks: fonts, headings, bullets, width of the hanging column in cm."""

    font: str = "Libertinus Serif"
    size: float = 10.0
    caps: bool = False
    rule: bool = True
    colour: str = "#222222"
    heading_larger: float = 3.0
    heading_bold: bool = True
    bullet: str = "•"
    hang_cm: float = 3.0
    margin_cm: float = 1.8
    underline: str = ""  # a row of this sign under the headings of plain text
    extra: dict[str, str] = field(default_factory=dict)


def text(*runs: Run | str, right: Sequence[Run | str] = (), hang: Sequence[Run | str] = ()) -> Row:
    """A row of text."""
    return Row("text", _runs(runs), _runs(right), _runs(hang))


def bullet(words: str) -> Row:
    """A row with a bullet sign."""
    return Row("bullet", (Run(words),))


GAP = Row("gap")


def _runs(runs: Iterable[Run | str]) -> tuple[Run, ...]:
    return tuple(run if isinstance(run, Run) else Run(run) for run in runs)


# --- typst


def to_typst(blocks: Sequence[Block], theme: Theme) -> str:
    """The source of a typst document."""
    head = (
        f'#set page(margin: {theme.margin_cm}cm)\n#set text(font: "{theme.font}", size: {theme.size}pt)\n'
        f"#set par(leading: 0.55em, spacing: 0.75em)\n#set list(marker: [{t(theme.bullet)}])\n"
    )
    return head + "\n\n".join(_typst(block, theme) for block in blocks)


def _typst(block: Block, theme: Theme) -> str:
    if isinstance(block, Columns):
        left, right = ("\n\n".join(_typst(b, theme) for b in side) for side in (block.left, block.right))
        return f"#grid(columns: ({block.share}fr, {1 - block.share:.2f}fr), column-gutter: 8mm, [{left}], [{right}])"
    if isinstance(block, Table):
        cells = ", ".join(f"[{t(cell)}]" for row in block.rows for cell in row)
        return f"#table(columns: {len(block.rows[0])}, inset: 5pt, {cells})"
    if block.kind == "gap":
        return "#v(2pt)"
    left = _typst_runs(block.left, theme)
    if block.kind == "heading":
        words = left.upper() if theme.caps else left
        style = f'size: {theme.size + theme.heading_larger}pt, fill: rgb("{theme.colour}")'
        style += ', weight: "bold"' if theme.heading_bold else ""
        line = "\n#v(-4pt)#line(length: 100%, stroke: 0.4pt)" if theme.rule else ""
        return f"#v(4pt)#text({style})[{words}]{line}"
    if block.kind in {"title", "centre"}:
        return f"#align(center)[{left}]" if block.kind == "centre" else left
    if block.kind == "bullet":
        return f"- {left}"
    body = f"{left} #h(1fr) {_typst_runs(block.right, theme)}" if block.right else left
    if block.hang:
        hang = _typst_runs(block.hang, theme)
        return f"#grid(columns: ({theme.hang_cm}cm, 1fr), column-gutter: 4mm, [{hang}], [{body}])"
    return body


def _typst_runs(runs: Sequence[Run], theme: Theme) -> str:
    made = ""
    for run in runs:
        words = " \\ ".join(t(part) for part in run.text.split("\n"))
        style = [f"size: {theme.size + run.larger}pt"] if run.larger else []
        style += ['weight: "bold"'] if run.bold else []
        style += ['style: "italic"'] if run.italic else []
        style += ["fill: gray"] if run.grey else []
        made += f"#text({', '.join(style)})[{words}];" if style else words
    return made


# --- web page


def to_html(blocks: Sequence[Block], theme: Theme) -> str:
    """The source of a web page."""
    css = (
        f"body{{font:{theme.size}pt {theme.extra.get('web', 'sans-serif')}}}.r{{display:flex;justify-content:space-between}}"
        f".h{{display:flex;gap:4mm}}.h>.d{{width:{theme.hang_cm}cm}}.c{{display:flex;gap:8mm}}.g{{color:#777}}"
        f"h2{{font-size:{theme.size + theme.heading_larger}pt;color:{theme.colour};margin:8px 0 4px"
        f"{';text-transform:uppercase' if theme.caps else ''}{';border-bottom:1px solid' if theme.rule else ''}"
        f"{'' if theme.heading_bold else ';font-weight:normal'}}}ul{{margin:2px 0}}p{{margin:2px 0}}h1{{margin:0}}"
    )
    return web(_html_all(blocks, theme), css)


def _html_all(blocks: Sequence[Block], theme: Theme) -> str:
    made, open_list = "", False
    for block in blocks:
        is_item = isinstance(block, Row) and block.kind == "bullet"
        if is_item != open_list:
            made += "<ul>" if is_item else "</ul>"
            open_list = is_item
        made += _html(block, theme)
    return made + ("</ul>" if open_list else "")


def _html(block: Block, theme: Theme) -> str:
    if isinstance(block, Columns):
        sides = (
            f"<div style='flex:{share}'>{_html_all(side, theme)}</div>"
            for side, share in ((block.left, block.share), (block.right, 1 - block.share))
        )
        return f"<div class=c>{''.join(sides)}</div>"
    if isinstance(block, Table):
        rows = "".join(f"<tr>{''.join(f'<td>{h(cell)}</td>' for cell in row)}</tr>" for row in block.rows)
        return f"<table>{rows}</table>"
    left, right = _html_runs(block.left, theme), _html_runs(block.right, theme)
    if block.kind == "gap":
        return "<div style='height:4px'></div>"
    if block.kind == "heading":
        return f"<h2>{left}</h2>"
    if block.kind == "title":
        return f"<h1>{left}</h1>"
    if block.kind == "bullet":
        return f"<li>{left}</li>"
    if block.hang:
        return f"<div class=h><div class=d>{_html_runs(block.hang, theme)}</div><div>{left}{' ' + right if right else ''}</div></div>"
    if right:
        return f"<div class=r><span>{left}</span> <span>{right}</span></div>"
    centre = " style='text-align:center'" if block.kind == "centre" else ""
    return f"<p{centre}>{left}</p>"


def _html_runs(runs: Sequence[Run], theme: Theme) -> str:
    made = ""
    for run in runs:
        words = h(run.text).replace("\n", "<br>")
        words = f"<b>{words}</b>" if run.bold else words
        words = f"<i>{words}</i>" if run.italic else words
        style = f"font-size:{theme.size + run.larger}pt" if run.larger else ""
        made += f"<span{' class=g' if run.grey else ''}{f' style={chr(34)}{style}{chr(34)}' if style else ''}>{words}</span>"
    return made


# --- Word


def to_docx(blocks: Sequence[Block], theme: Theme) -> Any:
    """A python-docx document; columns are a table without borders, right and hanging runs stand at tabs."""
    import docx

    document = docx.Document()
    _docx_all(document, blocks, theme)
    return document


def _docx_all(place: Any, blocks: Sequence[Block], theme: Theme) -> None:
    for block in blocks:
        if isinstance(block, Columns):
            cells = place.add_table(rows=1, cols=2).rows[0].cells
            _docx_all(cells[0], block.left, theme)
            _docx_all(cells[1], block.right, theme)
        elif isinstance(block, Table):
            table = place.add_table(rows=0, cols=len(block.rows[0]))
            for row in block.rows:
                for cell, words in zip(table.add_row().cells, row, strict=True):
                    cell.text = words
        elif block.kind != "gap":
            _docx_row(place, block, theme)


def _docx_row(place: Any, row: Row, theme: Theme) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    if row.kind == "bullet":
        paragraph = place.add_paragraph(style="List Bullet")
    elif row.kind in {"title", "heading"} and theme.extra.get("styles", "yes") == "yes":
        paragraph = place.add_paragraph(style="Title" if row.kind == "title" else "Heading 1")
    else:
        paragraph = place.add_paragraph()
    if row.kind == "centre":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for run in (
        *row.hang,
        *((Run("\t"),) if row.hang else ()),
        *row.left,
        *((Run("\t"),) if row.right else ()),
        *row.right,
    ):
        words = run.text.upper() if row.kind == "heading" and theme.caps else run.text
        made = paragraph.add_run(words)
        made.bold = run.bold or (row.kind == "heading" and theme.heading_bold) or None
        made.italic = run.italic or None
        larger = theme.heading_larger if row.kind == "heading" else run.larger
        if larger:
            made.font.size = Pt(round(theme.size + larger))


# --- plain text and markdown


def to_text(blocks: Sequence[Block], theme: Theme) -> str:
    """Plain text; columns come one after the other, as copied from a page."""
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Columns):
            lines += [to_text(block.left, theme), "", to_text(block.right, theme)]
        elif isinstance(block, Table):
            lines += ["    ".join(row) for row in block.rows]
        elif block.kind == "gap":
            lines.append("")
        elif block.kind == "heading":
            words = _plain(block.left)
            lines += ["", words.upper() if theme.caps else words]
            lines += [theme.underline * len(words)] if theme.underline else []
        else:
            sign = f"{theme.bullet} " if block.kind == "bullet" else ""
            hang = f"{_plain(block.hang)}    " if block.hang else ""
            right = f"    {_plain(block.right)}" if block.right else ""
            lines.append(f"{sign}{hang}{_plain(block.left)}{right}")
    return "\n".join(lines)


def to_markdown(blocks: Sequence[Block], theme: Theme) -> str:
    """Markdown."""
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Columns):
            lines += [to_markdown(block.left, theme), to_markdown(block.right, theme)]
        elif isinstance(block, Table):
            head, *rest = [f"| {' | '.join(row)} |" for row in block.rows]
            lines.append("\n".join([head, "|" + "---|" * len(block.rows[0]), *rest]))
        elif block.kind != "gap":
            sign = {"title": "# ", "heading": "## ", "bullet": "- "}.get(block.kind, "")
            parts = [_marked(block.hang), _marked(block.left), _marked(block.right)]
            lines.append(sign + " | ".join(part for part in parts if part))
    return "\n\n".join(lines)


def _plain(runs: Sequence[Run]) -> str:
    return "".join(run.text for run in runs)


def _marked(runs: Sequence[Run]) -> str:
    made = ""
    for run in runs:
        core = run.text.strip()
        sign = "**" if run.bold else "*" if run.italic else ""
        lead = run.text[: len(run.text) - len(run.text.lstrip())]
        tail = run.text[len(run.text.rstrip()) :] if core else ""
        made += f"{lead}{sign}{core}{sign}{tail}" if core else run.text
    return made.replace("\n", "  \n")
