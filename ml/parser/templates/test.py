# ruff: noqa: E501 - the lines of a template belong together
"""The templates that no rule was written for: what they score when first seen is the honest number."""

from __future__ import annotations

from dataclasses import replace

from ml.parser.templates.people import Person, date_text, range_text
from ml.parser.templates.sheets import Sheet, Template, h, items, page, t, titled, web


def narrow_left(p: Person) -> Sheet:
    """Thin centred name over two columns: schools and skills left, jobs right, employer | title in one
    line.
    """

    def head(text: str) -> str:
        return f'#text(14pt, fill: rgb("#555555"), weight: 300)[{text.upper()}]'

    left = [head(p.w["study"])]
    for s in p.studies:
        left.append(f'*{t(s.school.upper())}*\\ #text(fill: gray)[{t(s.degree)}{t(p.w["in"])}{t(s.field)}]\\ '
                    f"#text(8pt)[{s.end} | {t(p.place)}]")  # fmt: skip
    left += [
        head(p.w["skills"]),
        f"*Top*\\ {t(' • '.join(p.skills[:3]))}\\ *Plus*\\ {t(' • '.join(p.skills[3:]))}",
    ]
    left += [head(p.w["tongues"]), "\\ ".join(t(f"{a} – {b}") for a, b in p.tongues)]
    right = [head(p.w["work"])]
    for j in p.jobs:
        right.append(f'#text(11pt)[*{t(j.company.upper())}* | #smallcaps[{t(j.title)}]]\\ '
                     f'#text(8pt, fill: gray)[{t(range_text(p, j, "short"))} | {t(j.place)}]\n\n{items(j.tasks)}')  # fmt: skip
    right += [head(p.w["certs"]), *(f"{y} #h(5mm) {t(n)}, {t(i)}" for n, i, y in p.certificates)]
    top = (f"#align(center)[#text(32pt, weight: 300)[{t(p.first)} {t(p.last)}]\\ #text(9pt)[{t(p.mail)} | {t(p.phone)} "
           f"| {t(p.place)}]]\n#line(length: 100%)\n")  # fmt: skip
    nl = "\n\n"
    return Sheet(
        "typ",
        page(
            f"{top}#grid(columns: (1fr, 2fr), column-gutter: 8mm, [{nl.join(left)}], [{nl.join(right)}])",
            margin="1.5cm",
        ),
        "two-column",
        "short",
    )


def engineering(p: Person) -> Sheet:
    """Title and employer in one sentence with the place, dates at the right, bullets; skills by group."""
    out = [f'#align(center)[#text(22pt, weight: "bold")[{t(p.name)}]\n\n{t(p.place)} #h(2mm) | #h(2mm) {t(p.mail)} #h(2mm) | '
           f"#h(2mm) {t(p.phone)}]"]  # fmt: skip

    def head(text: str) -> str:
        return f'#text(12pt, weight: "bold")[{text}]\n#line(length: 100%)'

    out += [head(p.w["study"])]
    for s in p.studies:
        out.append(
            f"*{t(s.school)}*, {t(titled(p, s.degree, s.field))} #h(1fr) {s.start} – {s.end}\n- {t(p.w['hobby'])}: {t(p.w['hobbies'])}\n"
        )
    out += [head(p.w["work"])]
    for j in p.jobs:
        out.append(
            f"*{t(j.title)}*, {t(j.company)} – {t(j.place)} #h(1fr) {t(range_text(p, j, 'long'))}\n{items(j.tasks)}"
        )
    out += [head(p.w["skills"]), f"*A:* {t(', '.join(p.skills[:4]))}", f"*B:* {t(', '.join(p.skills[4:]))}"]
    out += [head(p.w["certs"]), *(f"- {t(n)} ({t(i)}), {y}" for n, i, y in p.certificates)]
    return Sheet("typ", page("\n\n".join(out), font="New Computer Modern"), "one-column", "long")


def dates_first(p: Person) -> Sheet:
    """Dates alone above each entry, title at employer below; apostrophe years; degrees after the name."""
    titled_name = f"Dr. {p.name}" if p.language in {"de", "fr"} else f"{p.name}, M.Sc."
    out = [
        f"= {t(titled_name)}",
        f"{t(p.headline)}\\ {t(p.phone)}\\ {t(p.mail)}\\ {t(p.place)}",
        f"== {p.w['work']}",
    ]
    for j in p.jobs:
        out.append(
            f"#text(8pt, fill: gray)[{t(range_text(p, j, 'apostrophe'))}]\\ *{t(j.title + p.w['at'] + j.company)}*\\ {t(' '.join(x + '.' for x in j.tasks))}"
        )
    out.append(f"== {p.w['study']}")
    for s in p.studies:
        out.append(
            f"#text(8pt, fill: gray)[{s.start} – {s.end}]\\ *{t(s.degree)}: {t(s.field)}*\\ {t(s.school)}"
        )
    out.append(
        f"== {p.w['skills']}\n#grid(columns: (1fr, 1fr), row-gutter: 5pt, "
        + ", ".join(f"[{t(s)}], [★★★★☆]" for s in p.skills)
        + ")"
    )
    out.append(f"== {p.w['certs']}")
    out += [f"{t(n)}\\ {t(i)} · {y}" for n, i, y in p.certificates]
    return Sheet("typ", page("\n\n".join(out), size="11pt"), "one-column", "short")


def academic(p: Person) -> Sheet:
    """Schools before jobs, years hanging at the left, thesis lines, publications that must not be jobs."""

    def row(left: str, right: str) -> str:
        return f"#grid(columns: (2.6cm, 1fr), [{left}], [{right}])"

    out = [
        f'#text(18pt, weight: "bold")[{t(p.name)}]',
        f"{t(p.place)} #h(1fr) {t(p.mail)}",
        t(p.phone),
        f"== {p.w['study']}",
    ]
    for s in p.studies:
        out.append(
            row(
                f"{s.start}–{s.end}",
                f"*{t(s.degree)}*, {t(s.field)}, {t(s.school)}\\ {t(p.w['thesis'])} “{t(p.jobs[0].tasks[0])}”",
            )
        )
    out.append(f"== {p.w['work']}")
    for j in p.jobs:
        out.append(
            row(
                t(range_text(p, j, "year", "–", since=True)),
                f"{t(j.title)}\\ {t(j.company)}, {t(j.place)}\n{items(j.tasks)}",
            )
        )
    out.append("== Publications")
    out.append(
        f"{t(p.last)}, {t(p.first[0])}. (2018). _{t(p.jobs[-1].tasks[0])}_. Journal of Quiet Studies 12(3), 45–61."
    )
    out.append(f"== {p.w['skills']}\n{t(', '.join(p.skills))}.")
    return Sheet(
        "typ",
        page("\n\n".join(out), font="New Computer Modern", size="11pt", margin="2.5cm"),
        "two-column",
        "year",
        no_certificates=True,
    )


def web_timeline(p: Person) -> Sheet:
    """A web theme: big head with contact grid, a left column with dates and places, keywords as pills."""
    body = (f"<header><h1>{h(p.name)}</h1><div class=s>{h(p.headline)}</div><div class=g><span>{h(p.place)}</span>"
            f"<span>{h(p.mail)}</span><span>{h(p.phone)}</span></div></header><h2>{p.w['about']}</h2><p>{h(p.summary)}</p><h2>{p.w['work']}</h2>")  # fmt: skip
    for j in p.jobs:
        body += (f"<div class=e><div class=l><div>{h(range_text(p, j, 'short', ' — '))}</div><small>{h(j.place)}</small></div><div><b>{h(j.company)}</b>"
                 f"<div>{h(j.title)}</div><ul>{''.join(f'<li>{h(x)}' for x in j.tasks)}</ul></div></div>")  # fmt: skip
    body += f"<h2>{p.w['study']}</h2>"
    for s in p.studies:
        body += f"<div class=e><div class=l>{s.start} — {s.end}</div><div><b>{h(s.school)}</b><div>{h(titled(p, s.degree, s.field))}</div></div></div>"
    body += f"<h2>{p.w['skills']}</h2>" + "".join(f"<span class=p>{h(s)}</span> " for s in p.skills)
    body += f"<h2>{p.w['certs']}</h2>" + "".join(
        f"<div class=e><div class=l>{y}</div><div><b>{h(n)}</b><div>{h(i)}</div></div></div>"
        for n, i, y in p.certificates
    )
    css = ".g{display:grid;grid-template-columns:1fr 1fr 1fr}.e{display:flex;margin:8px 0}.l{width:38mm;color:#777}.p{border:1px solid;border-radius:9px;padding:1px 7px}h2{text-transform:uppercase;letter-spacing:3px;font-size:11pt}"
    return Sheet("html", web(body, css), "two-column", "short")


def web_cards(p: Person) -> Sheet:
    """A web theme: right sidebar, "title · employer" lines, date and place under them in grey."""
    main = f"<h1>{h(p.first)}<br>{h(p.last)}</h1><h2>{p.w['work']}</h2>"
    for j in p.jobs:
        main += f"<h3>{h(j.title)} · {h(j.company)}</h3><div class=m>{h(range_text(p, j, 'num'))} · {h(j.place)}</div><p>{h('. '.join(j.tasks))}.</p>"
    main += f"<h2>{p.w['study']}</h2>"
    for s in p.studies:
        main += (
            f"<h3>{h(titled(p, s.degree, s.field))}</h3><div class=m>{h(s.school)} · {s.start}–{s.end}</div>"
        )
    side = f"<p>{h(p.headline)}</p><p>{h(p.phone)}<br>{h(p.mail)}<br>{h(p.place)}</p><h4>{p.w['skills']}</h4><ul>{''.join(f'<li>{h(s)}' for s in p.skills)}</ul>"
    side += (
        f"<h4>{p.w['tongues']}</h4><ul>{''.join(f'<li>{h(a)} — {h(b)}' for a, b in p.tongues)}</ul><h4>{p.w['certs']}</h4>"
        + "".join(f"<p>{h(n)}<br><small>{h(i)}, {y}</small></p>" for n, i, y in p.certificates)
    )
    css = "body{display:flex}main{flex:2}aside{flex:1;border-left:1px solid #ccc;padding-left:7mm}.m{color:#888}"
    return Sheet("html", web(f"<main>{main}</main><aside>{side}</aside>", css), "sidebar", "num")


def word_grid(p: Person) -> Sheet:
    """A Word template: one table, section names in the first column, entries in the second."""
    import docx

    d = docx.Document()
    d.add_heading(p.name, 0)
    d.add_paragraph(f"{p.place} • {p.phone} • {p.mail}")
    table = d.add_table(rows=0, cols=2)

    def row(label: str) -> object:
        cells = table.add_row().cells
        cells[0].paragraphs[0].add_run(label).bold = True
        return cells[1]

    cell = row(p.w["work"])
    for j in p.jobs:
        cell.add_paragraph().add_run(j.title).bold = True  # type: ignore[attr-defined]
        cell.add_paragraph(f"{j.company} | {j.place} | {range_text(p, j, 'dot', ' - ')}")  # type: ignore[attr-defined]
        for x in j.tasks:
            cell.add_paragraph(x, style="List Bullet")  # type: ignore[attr-defined]
    cell = row(p.w["study"])
    for s in p.studies:
        cell.add_paragraph(f"{s.school}, {titled(p, s.degree, s.field)}, {s.end}")  # type: ignore[attr-defined]
    row(p.w["skills"]).add_paragraph(", ".join(p.skills))  # type: ignore[attr-defined]
    row(p.w["tongues"]).add_paragraph(", ".join(f"{a} ({b})" for a, b in p.tongues))  # type: ignore[attr-defined]
    row(p.w["certs"]).add_paragraph("\n".join(f"{n} ({y})" for n, _, y in p.certificates))  # type: ignore[attr-defined]
    return Sheet("docx", d, "table", "num")


def markdown(p: Person) -> Sheet:
    """Markdown through pandoc: employer as heading, title in bold, dates in italics."""
    out = [
        f"# {p.name}",
        f"{p.headline}",
        f"{p.mail} | {p.phone} | {p.place}",
        f"## {p.w['about']}",
        p.summary,
        f"## {p.w['work']}",
    ]
    for j in p.jobs:
        out += [
            f"### {j.company}",
            f"**{j.title}** | *{range_text(p, j, 'long')}* | {j.place}",
            "\n".join(f"- {x}" for x in j.tasks),
        ]
    out.append(f"## {p.w['study']}")
    for s in p.studies:
        out += [f"### {titled(p, s.degree, s.field)}", f"{s.school} — {s.start}-{s.end}"]
    out += [
        f"## {p.w['skills']}",
        "\n".join(
            f"- **{a}:** {b}" for a, b in (("A", ", ".join(p.skills[:4])), ("B", ", ".join(p.skills[4:])))
        ),
    ]
    out += [f"## {p.w['certs']}", "\n".join(f"- {n} — {i} ({y})" for n, i, y in p.certificates)]
    return Sheet("md", "\n\n".join(out), "one-column", "long")


def functional(p: Person) -> Sheet:
    """Plain text of the hybrid kind: skills with remarks first, then a terse list of jobs with dates at
    the end.
    """
    out = [
        p.name,
        f"{p.mail} / {p.phone} / {p.place}",
        "",
        p.w["about"],
        "-" * 20,
        p.summary,
        "",
        p.w["skills"],
        "-" * 20,
    ]
    out += [", ".join(p.skills[:3]), ", ".join(p.skills[3:]), "", p.w["work"], "-" * 20]
    out += [
        f"{j.title}, {j.company}, {date_text(p, j.start, 'year')} - {date_text(p, j.end, 'year') if j.end else p.w['now'].lower()}"
        for j in p.jobs
    ]
    out += [
        "",
        p.w["study"],
        "-" * 20,
        *(f"{titled(p, s.degree, s.field)}, {s.school} ({s.end})" for s in p.studies),
    ]
    out += ["", p.w["certs"], "-" * 20, *(f"{n}, {i}, {y}" for n, i, y in p.certificates)]
    terse = replace(p, jobs=tuple(replace(job, tasks=()) for job in p.jobs))
    return Sheet("txt", "\n".join(out), "one-column", "year", shown=terse)


TEMPLATES: dict[str, Template] = {
    make.__name__: make
    for make in (narrow_left, engineering, dates_first, academic, web_timeline, web_cards, word_grid, markdown, functional)
}  # fmt: skip
