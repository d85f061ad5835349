"""HTML: the text of a page as a browser shows it, line by line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser

from ats_core.parser.document import Document, Line, make_line
from ats_core.parser.failure import ParseCode, ParseError
from ats_core.parser.hidden import Concealed, Reason, warnings_of
from ats_core.parser.stylesheet import Shown, StyleSheet, Tag, declarations
from ats_core.parser.wordlist import words_of

_MAX_LINES = 20_000
_MAX_DEPTH = 500
_LONE = re.compile(r"<(?![a-zA-Z/!?][^<>]*>)")
_BLOCKS = words_of(
    """p div section article header footer main aside nav ul ol li dl dt dd table tr h1 h2 h3 h4 h5 h6 br hr
    address blockquote pre figure form fieldset body title"""
)
_SILENT = words_of("script style template noscript svg head title")
_VOID = words_of("br hr img input meta link area base col embed source track wbr")
# Elements that end when one of their kind, or any block, begins.
_CLOSED_BY_BLOCKS = words_of("p h1 h2 h3 h4 h5 h6")
_CLOSED_BY_TWINS = {
    "li": {"li"}, "tr": {"tr", "td", "th"}, "td": {"td", "th"}, "th": {"td", "th"}, "dt": {"dt", "dd"},
    "dd": {"dt", "dd"}, "option": {"option"},
}  # fmt: skip
_STOPS = words_of("ul ol table dl body div section select")


@dataclass(slots=True)
class _Open:
    tag: Tag
    look: Shown


def read_html(text: str) -> Document:
    """The lines of a page, without scripts, styles and what nobody sees. Raises ParseError (no_text)."""
    reader = _Reader()
    reader.feed(_tame(text))
    reader.close()
    reader.flush()
    if not reader.lines:
        raise ParseError(ParseCode.NO_TEXT, "The page holds no text that can be read.")
    hidden = reader.concealed.found
    return Document("HTML", reader.lines, links=reader.links, warnings=warnings_of(hidden), hidden=hidden)


def _tame(text: str) -> str:
    """The source without comments, and with each < that opens no tag as a sign.

    The standard library's reader goes back over such signs again and again: their number squared counts.
    """
    kept, at = [], 0
    while (start := text.find("<!--", at)) >= 0:
        kept.append(text[at:start])
        end = text.find("-->", start + 4)
        at = len(text) if end < 0 else end + 3
    kept.append(text[at:])
    return _LONE.sub("&lt;", "".join(kept))


class _Reader(HTMLParser):
    """Collects the visible text of a page as lines."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[Line] = []
        self.links: list[str] = []
        self.concealed = Concealed()
        self._sheet = StyleSheet()
        self._open: list[_Open] = []
        self._parts: list[str] = []
        self._level = 0
        self._bold = False
        self._item = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in reversed(attrs)}
        self._end_implied(tag)
        if tag in _BLOCKS:
            self.flush()
        if tag in {"td", "th"}:
            self._parts.append("\t")
        elif tag == "li":
            self._item = True
        elif len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self._level = min(6, max(1, int(tag[1])))
        elif tag in {"b", "strong"} and not "".join(self._parts).strip():
            self._bold = True
        if tag not in _VOID and len(self._open) < _MAX_DEPTH:
            self._open.append(self._opened(tag, given))
        if tag == "a" and given.get("href") and self._reason() is None:
            self.links.append(given["href"])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS and tag not in _VOID:
            self.flush()
            self._level = 0
            self._item = False
        for index in range(len(self._open) - 1, max(-1, len(self._open) - 60), -1):
            if self._open[index].tag.name == tag:
                del self._open[index:]
                return

    def handle_data(self, data: str) -> None:
        current = self._open[-1].tag.name if self._open else ""
        if current == "style":
            self._sheet.add(data)
        if any(entry.tag.name in _SILENT for entry in self._open[-60:]):
            return
        reason = self._reason()
        if reason is not None:
            self.concealed.note(reason, data)
            return
        if data.strip():
            self.concealed.seen()
        self._parts.append(re.sub(r"\s+", " ", data))

    def flush(self) -> None:
        """Ends the line that is being collected."""
        row = self.concealed.plain("".join(self._parts).strip())
        self._parts = []
        line = make_line(
            row.split("\t"), level=self._level, bold=self._bold or self._level > 0, bullet=self._item, gap=0.5
        )
        self._bold = False
        if line is not None and len(self.lines) < _MAX_LINES:
            self.lines.append(line)

    def _reason(self) -> Reason | None:
        return self._open[-1].look.reason if self._open else None

    def _opened(self, name: str, given: dict[str, str]) -> _Open:
        tag = Tag(name, given.get("id", ""), frozenset(given.get("class", "").split()))
        outer = self._open[-1].look if self._open else Shown()
        look = outer.under(self._sheet.declared([*(entry.tag for entry in self._open), tag]))
        old = {
            "color": given.get("color", "") if name == "font" else "",
            "background": given.get("bgcolor", ""),
        }
        if "hidden" in given and given["hidden"] != "until-found":
            old["display"] = "none"
        look = look.under({key: value for key, value in old.items() if value})
        return _Open(tag, look.under(declarations(given["style"])) if given.get("style") else look)

    def _end_implied(self, tag: str) -> None:
        """Closes what the new element ends without an end tag being written."""
        if tag == "body":
            # The end tag of head may be left out.
            self._open = [entry for entry in self._open if entry.tag.name == "html"]
        elif self._open and tag in _BLOCKS and tag != "br" and self._open[-1].tag.name in _CLOSED_BY_BLOCKS:
            self._open.pop()
        twins = _CLOSED_BY_TWINS.get(tag)
        if not twins:
            return
        for index in range(len(self._open) - 1, max(-1, len(self._open) - 20), -1):
            name = self._open[index].tag.name
            if name in twins:
                del self._open[index:]
                return
            if name in _STOPS:
                return
