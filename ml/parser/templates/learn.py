# ruff: noqa: E501 - the lines of a template belong together
"""The templates that the rules were improved on."""

from __future__ import annotations

from itertools import groupby

from ml.parser.templates.compose import promoted
from ml.parser.templates.people import Person, range_text
from ml.parser.templates.sheets import Sheet, Template, h, items, page, t, titled, web


def date_column(p: Person) -> Sheet:
    """Dates in a left column, everything of an entry in one comma sentence; name with its last part bold."""

    def head(text: str) -> str:
        return (
            f"#v(4pt)#grid(columns: (3cm, 1fr), column-gutter: 4mm, line(length: 100%), text(14pt)[{text}])"
        )

    def row(left: str, right: str) -> str:
        return f"#grid(columns: (3cm, 1fr), column-gutter: 4mm, align(right)[{left}], [{right}])"

    out = [f"#grid(columns: (1fr, auto), [#text(30pt)[{t(p.first)} *{t(p.last)}*]\\ _{t(p.headline)}_], "
           f"align(right)[{t(p.place)}\\ {t(p.phone)}\\ {t(p.mail)}])", head(p.w["work"])]  # fmt: skip
    for j in p.jobs:
        text = f"*{t(j.title)}*, _{t(j.company)}_, {t(j.place)}.\\ {' '.join(t(x) + '.' for x in j.tasks)}"
        out.append(row(t(range_text(p, j, "short", "–")), text))
    out.append(head(p.w["study"]))
    for s in p.studies:
        out.append(row(f"{s.start}–{s.end}", f"*{t(titled(p, s.degree, s.field))}*, _{t(s.school)}_."))
    out.append(head(p.w["tongues"]))
    out += [row(t(a), f"*{t(b)}*") for a, b in p.tongues]
    out.append(head(p.w["skills"]))
    out += [row("IT", t(", ".join(p.skills[:3]))), row("+", t(", ".join(p.skills[3:])))]
    out.append(head(p.w["certs"]))
    out += [row(str(y), t(f"{c}, {i}")) for c, i, y in p.certificates]
    return Sheet("typ", page("\n\n".join(out)), "two-column", "short")


def two_columns_icons(p: Person) -> Sheet:
    """Wide left column with jobs, narrow right one with tags, bars and certificates; coloured small dates."""

    def head(text: str) -> str:
        return f'#text(14pt, weight: "bold", fill: rgb("#8a3324"))[{text.upper()}]\n#line(length: 100%)'

    left = [head(p.w["work"])]
    for j in p.jobs:
        left.append(f'#text(11pt, fill: rgb("#444444"))[{t(j.title)}]\\ #text(weight: "bold", fill: '
                    f'rgb("#8a3324"))[{t(j.company)}]\\ #text(8pt)[▦ {t(range_text(p, j, "long"))} '
                    f"#h(1cm) ◉ {t(j.place)}]\n\n{items(j.tasks)}")  # fmt: skip
    right = [head(p.w["about"]), t(p.summary), head(p.w["skills"])]
    right.append(" ".join(f"#box(stroke: 0.5pt, inset: 3pt)[{t(s)}]" for s in p.skills))
    right.append(head(p.w["tongues"]))
    right += [f"{t(a)} #h(1fr) {'●' * 4}○ " for a, _ in p.tongues]
    right.append(head(p.w["study"]))
    for s in p.studies:
        right.append(f'#text(11pt)[{t(titled(p, s.degree, s.field))}]\\ *{t(s.school)}*\\ '
                     f"#text(8pt)[▦ {s.start} – {s.end}]")  # fmt: skip
    right.append(head(p.w["certs"]))
    right += [f"*{t(c)}*\\ {t(i)}, {y}" for c, i, y in p.certificates]
    top = (f'#text(24pt, weight: "bold")[{t(p.name.upper())}]\\ #text(12pt, fill: rgb("#8a3324"))'
           f"[{t(p.headline)}]\\ \\@ {t(p.mail)} #h(6mm) ☎ {t(p.phone)} #h(6mm) ◉ {t(p.place)}\n\n")  # fmt: skip
    body = f"{top}#grid(columns: (6fr, 4fr), column-gutter: 8mm, [{chr(10).join(x + chr(10) for x in left)}], [{(chr(10) * 2).join(right)}])"
    return Sheet("typ", page(body, margin="1.3cm"), "two-column", "long")


def small_caps(p: Person) -> Sheet:
    """Centred head with bars, employer bold with place at the right, title in small capitals with dates."""

    def head(text: str) -> str:
        return f'#text(15pt, weight: "bold")[#text(fill: rgb("#ca2f2f"))[{text[:3]}]{text[3:]}] #box(width: 1fr, line(length: 100%))'

    out = [f'#align(center)[#text(28pt)[{t(p.first)}] #text(28pt, weight: "bold")[{t(p.last)}]\\ '
           f"#smallcaps[{t(p.headline)} · {t(p.w['hobbies'].split(',')[0])}]\\ #text(8pt)[_{t(p.place)}_]\\ "
           f"#text(8pt)[{t(p.phone)} #h(3pt) | #h(3pt) {t(p.mail)} #h(3pt) | #h(3pt) github.com\\/"
           f"{t(p.mail.split('@')[0].replace('.', ''))}]]", head(p.w["about"]), t(p.summary), head(p.w["work"])]  # fmt: skip
    for j in p.jobs:
        out.append(f'#text(11pt, weight: "bold")[{t(j.company)}] #h(1fr) _{t(j.place)}_\\ '
                   f"#text(9pt)[#smallcaps[{t(j.title)}]] #h(1fr) _{t(range_text(p, j, 'short'))}_\n\n"
                   f"{items(j.tasks)}")  # fmt: skip
    out.append(head(p.w["study"]))
    for s in p.studies:
        out.append(f'#text(11pt, weight: "bold")[{t(s.school)}] #h(1fr) _{t(p.place)}_\\ '
                   f"#text(9pt)[#smallcaps[{t(titled(p, s.degree, s.field))}]] #h(1fr) _{s.start} – {s.end}_")  # fmt: skip
    out.append(head(p.w["skills"]))
    out += [f"#grid(columns: (3cm, 1fr), column-gutter: 3mm, align(right)[*{a}*], [{t(', '.join(b))}])"
            for a, b in (("Top", p.skills[:4]), ("Plus", p.skills[4:]))]  # fmt: skip
    out.append(head(p.w["certs"]))
    out += [f"{y} #h(1cm) *{t(c)}*, {t(i)} #h(1fr) _{t(p.place)}_" for c, i, y in p.certificates]
    return Sheet("typ", page("\n\n".join(out)), "one-column", "short")


def form(p: Person) -> Sheet:
    """Label and value tables as the European form has them, job by job."""

    def row(a: str, b: str) -> str:
        return f"align(right)[{a}], [{b}],"

    out = ["#grid(columns: (4.5cm, 1fr), column-gutter: 5mm, row-gutter: 6pt, [], [#text(16pt)[Curriculum Vitae]],"
           + row(t(p.w["name"]), f"*{t(p.name)}*") + row(t(p.w["place"]), t(p.place)) + row(t(p.w["phone"]), t(p.phone))
           + row(t(p.w["mail"]), t(p.mail)) + row(t(p.w["born"]), t(p.w["nation"]))
           + row(f"*{t(p.w['work'])}*", "")]  # fmt: skip
    for j in p.jobs:
        out.append(row(t(p.w["period"]), t(range_text(p, j, "num"))) + row(t(p.w["position"]), f"*{t(j.title)}*")
                   + row(t(p.w["employer"]), t(f"{j.company}, {j.place}")) + row(t(p.w["tasks"]), t(". ".join(j.tasks))))  # fmt: skip
    out.append(row(f"*{t(p.w['study'])}*", ""))
    for s in p.studies:
        out.append(row(t(p.w["period"]), f"{s.start} – {s.end}") + row(t(p.w["degree"]), t(titled(p, s.degree, s.field)))
                   + row(t(p.w["school"]), t(s.school)))  # fmt: skip
    out.append(row(f"*{t(p.w['skills'])}*", t(", ".join(p.skills))))
    out.append(row(f"*{t(p.w['tongues'])}*", t(", ".join(f"{a} ({b})" for a, b in p.tongues))) + ")")
    return Sheet("typ", page("".join(out), size="10.5pt"), "table", "num", no_certificates=True)


def promotions(p: Person) -> Sheet:
    """The employer once, several positions under it; "since" for the running job."""
    out = [f'#align(center)[#text(20pt, tracking: 3pt)[{t(p.name.upper())}]\\ {t(p.place)} • {t(p.phone)} • {t(p.mail)}]',
           f"== {p.w['about']}", t(p.summary), f"== {p.w['work']}"]  # fmt: skip
    p = promoted(p)
    for company, held in groupby(p.jobs, key=lambda j: j.company):
        jobs = list(held)
        out.append(f"*{t(company)}* — {t(jobs[0].place)}")
        for j in jobs:
            out.append(f"_{t(j.title)}_ #h(1fr) {t(range_text(p, j, 'dot', since=True))}\n\n{items(j.tasks)}")
    out.append(f"== {p.w['study']}")
    for s in p.studies:
        out.append(
            f"*{t(s.degree)}*, {t(s.field)} #h(1fr) {s.end}\\ {t(s.school)}\\ {t(p.w['thesis'])} _{t(p.jobs[0].tasks[0])}_"
        )
    out.append(f"== {p.w['skills']}\n" + " | ".join(t(s) for s in p.skills))
    out.append(f"== {p.w['certs']}\n" + items(tuple(f"{n} – {i} ({y})" for n, i, y in p.certificates)))
    return Sheet("typ", page("\n\n".join(out)), "one-column", "num", shown=p)


def web_sidebar(p: Person) -> Sheet:
    """A web theme printed: coloured sidebar with contact and skill bars, cards at the right."""
    side = f"<h1>{h(p.name)}</h1><p>{h(p.headline)}</p><h3>{p.w['contact']}</h3><p>{h(p.mail)}<p>{h(p.phone)}<p>{h(p.place)}<h3>{p.w['skills']}</h3>"
    side += (
        "".join(f"<div>{h(s)}<div class=bar></div></div>" for s in p.skills) + f"<h3>{p.w['tongues']}</h3>"
    )
    side += "".join(f"<div><b>{h(a)}</b> <small>{h(b)}</small></div>" for a, b in p.tongues)
    main = f"<h2>{p.w['about']}</h2><p>{h(p.summary)}</p><h2>{p.w['work']}</h2>"
    for j in p.jobs:
        main += (f"<div class=r><h4>{h(j.title)}</h4><span>{h(range_text(p, j, 'iso', ' - '))}</span></div><i>{h(j.company)}</i>"
                 f"<ul>{''.join(f'<li>{h(x)}' for x in j.tasks)}</ul>")  # fmt: skip
    main += f"<h2>{p.w['study']}</h2>"
    for s in p.studies:
        main += f"<div class=r><h4>{h(s.school)}</h4><span>{s.start} - {s.end}</span></div><div>{h(s.field)}</div><div>{h(s.degree)}</div>"
    main += f"<h2>{p.w['certs']}</h2>" + "".join(
        f"<div class=r><b>{h(n)}</b><span>{y}</span></div><div>{h(i)}</div>" for n, i, y in p.certificates
    )
    css = "body{display:flex;margin:0}aside{width:32%;background:#234;color:#fff;padding:8mm}main{flex:1;padding:8mm}.r{display:flex;justify-content:space-between}h4{margin:6px 0 0}.bar{height:4px;background:#9ab}"
    return Sheet("html", web(f"<aside>{side}</aside><main>{main}</main>", css), "sidebar", "iso")


def word_tabs(p: Person) -> Sheet:
    """A Word page: dates behind a tab, all in one font, headings underlined by capitals only."""
    import docx

    d = docx.Document()
    d.add_paragraph(p.name)
    d.add_paragraph(f"{p.place} | {p.mail} | {p.phone}")
    d.add_paragraph(p.w["work"].upper())
    for j in p.jobs:
        d.add_paragraph(f"{j.company}, {j.place}\t{range_text(p, j, 'long', ' - ')}")
        d.add_paragraph(j.title)
        for x in j.tasks:
            d.add_paragraph(x, style="List Bullet")
    d.add_paragraph(p.w["study"].upper())
    for s in p.studies:
        d.add_paragraph(f"{s.school}\t{s.end}")
        d.add_paragraph(titled(p, s.degree, s.field))
    d.add_paragraph(p.w["skills"].upper())
    for k in p.skills:
        d.add_paragraph(k, style="List Bullet")
    d.add_paragraph(p.w["certs"].upper())
    for n, i, y in p.certificates:
        d.add_paragraph(f"{n}, {i}, {y}", style="List Bullet")
    return Sheet("docx", d, "one-column", "long")


def plain_dates_below(p: Person) -> Sheet:
    """Plain text: title, employer, dates each on a line of its own; no blank line before bullets."""
    out = [
        p.name.upper(),
        p.headline,
        f"{p.w['phone']}: {p.phone}",
        f"{p.w['mail']}: {p.mail}",
        f"{p.w['place']}: {p.place}",
        "",
        p.w["work"].upper(),
        "",
    ]
    for j in p.jobs:
        out += [j.title, j.company, range_text(p, j, "num", " - "), *(f"- {x}" for x in j.tasks), ""]
    out += [p.w["study"].upper(), ""]
    for s in p.studies:
        out += [titled(p, s.degree, s.field), s.school, f"{s.start} - {s.end}", ""]
    out += [p.w["skills"].upper(), "", *(f"- {k}" for k in p.skills), "", p.w["certs"].upper(), ""]
    out += [f"- {n} ({i}, {y})" for n, i, y in p.certificates]
    return Sheet("txt", "\n".join(out), "one-column", "num")


TEMPLATES: dict[str, Template] = {
    make.__name__: make
    for make in (date_column, two_columns_icons, small_caps, form, promotions, web_sidebar, word_tabs, plain_dates_below)
}  # fmt: skip
