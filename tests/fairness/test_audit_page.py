"""The report to publish: well-formed, whole, readable without the chart, and fetching nothing."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser

from ats_core.fairness.audit import Person, Scope, audit, tallied
from ats_core.fairness.page import page

VOID = {"meta", "rect", "line"}


class Outline(HTMLParser):
    """The tags, that each is closed in its turn, and the cells of the tables."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.rows: list[list[str]] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if {"td", "th"} & set(self.open):
            self.rows[-1][-1] += data


def report(odd: str = "another") -> str:
    people = [Person("female", "white", k < 12, 50.0 + k) for k in range(60)]
    people += [Person("male", "asian", k < 30, 40.0 + k) for k in range(80)]
    people += [Person(odd, "white", True, 90.0), Person(None, None, False, None)]
    counted, middle = tallied(people)
    scope = Scope(
        date(2026, 3, 2), "Applications & what people said.", "Hired", "formula-9", job="REQ-7",
        since=date(2026, 1, 1),
    )  # fmt: skip
    return page(audit(counted, scope, middle), distributed_on=date(2025, 5, 1))


def test_the_page_is_well_formed_and_says_what_must_be_published() -> None:
    made = Outline(report())
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", report()))
    for told in (
        "2026-03-02", "2025-05-01", "Applications &amp; what people said.", "REQ-7", "formula-9",
        "2026-01-01 to 2026-03-02", "1 people, of whom 0 were selected, have not said", "6 RCNY 5-301(d)",
        "29 CFR 1607.4 D", "10 business days", "median",
    ):  # fmt: skip
        assert told in text, told
    assert ["male", "80", "56.7%", "30", "0.375", "1.000", "–", "Highest."] in made.rows
    assert next(r for r in made.rows if r[0] == "female")[:6] == [
        "female", "60", "42.6%", "12", "0.200", "0.533",
    ]  # fmt: skip
    small = next(r for r in made.rows if r[0] == "another")
    assert small[1:6] == ["1", "0.7%", "1", "1.000", "–"]
    assert "0.7% of the data" in small[7]


def test_the_page_can_be_read_without_seeing_the_chart() -> None:
    seen = Outline(report()).seen
    assert ("html", {"lang": "en"}) in seen
    tags = [tag for tag, _ in seen]
    assert tags.count("h1") == 1
    assert tags.count("table") == tags.count("caption") == tags.count("svg") == tags.count("desc")
    assert all(a.get("role") == "img" for tag, a in seen if tag == "svg")
    assert all(a.get("scope") in ("col", "row") for tag, a in seen if tag == "th")


def test_the_page_fetches_and_runs_nothing() -> None:
    seen = Outline(report()).seen
    assert not {"script", "link", "img", "iframe", "object", "form"} & {tag for tag, _ in seen}
    assert not {"src", "href", "action", "onload"} & {name for _, a in seen for name in a}
    assert not re.search(r"url\(|@import", report())
    assert set(re.findall(r"https?://[^\"' ]+", report())) <= {"http://www.w3.org/2000/svg"}


def test_the_name_of_a_group_is_text_and_nothing_else() -> None:
    made = report(odd="<script>alert(1)</script>")
    assert "<script" not in made
    assert "&lt;script&gt;" in made
    Outline(made)
