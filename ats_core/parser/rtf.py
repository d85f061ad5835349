"""RTF: groups and control words read one after the other, with what decides whether text is seen."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from ats_core.parser.document import Document, Line, make_line
from ats_core.parser.failure import ParseCode, ParseError
from ats_core.parser.hidden import TINY, WHITE, Colour, Concealed, Reason, hides, warnings_of
from ats_core.parser.wordlist import words_of

_MAX_DEPTH = 5_000
_MAX_LINES = 20_000
_MAX_TOKENS = 600_000
_TOKEN = re.compile(
    r"\\(?:([a-zA-Z]{1,32})(-?\d{1,9})? ?|'([0-9a-fA-F]{2})|([^a-zA-Z]))|([{}])|([^\\{}\r\n]+)|[\r\n]+|."
)
# Groups whose text is data of the program that wrote the file.
_SKIPPED = words_of(
    """stylesheet info pict listtable listoverridetable revtbl rsidtbl filetbl generator themedata
    colorschememapping latentstyles datastore object objdata result sp sn sv xe tc bkmkstart bkmkend comment
    author title subject keywords doccomm operator company category manager annotation atnid atnauthor
    nonshppict upr pntext listtext private template xmlnstbl wgrffmtfilter mmathPr defchp defpap"""
)
_STARRED = words_of("shpinst shptxt fldinst ud")
_SIGNS = {
    "tab": "\t", "cell": "\t", "nestcell": "\t", "line": "\n", "par": "\n", "sect": "\n", "page": "\n",
    "row": "\n", "nestrow": "\n", "emdash": "—", "endash": "–", "emspace": " ", "enspace": " ",
    "qmspace": " ", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
}  # fmt: skip
_SYMBOLS = {"~": "\xa0", "-": "\xad", "_": "-", "\n": "\n", "\r": "\n", "{": "{", "}": "}", "\\": "\\"}
_CHARSETS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
_HYPERLINK = re.compile(r'HYPERLINK\s{1,9}"([^"]{3,500})"')


@dataclass(frozen=True, slots=True)
class _State:
    """What holds within a group."""

    skip: bool = False
    table: str = ""  # "fonts", "colours" or "link" where text belongs to one of them
    hidden: bool = False
    half_points: int = 24
    colour: int = 0
    ground: int = 0
    bold: bool = False
    font: int = -1
    after_unicode: int = 1
    margin: bool = False  # a header or footer, of which there may be copies for first and even pages


@dataclass(slots=True)
class _Row:
    """The line that is being read."""

    parts: list[str] = field(default_factory=list)
    letters: int = 0
    bold: int = 0
    half_points: int = 0
    margin: bool = False


def read_rtf(data: bytes) -> Document:
    """The lines of an RTF file, headers and text boxes included. Raises ParseError (corrupt_file)."""
    reader = _Reader(data.decode("latin-1"))
    reader.run()
    if not reader.lines:
        raise ParseError(ParseCode.NO_TEXT, "The document holds no text that can be read.")
    hidden = reader.concealed.found
    return Document("RTF", reader.lines, links=reader.links, warnings=warnings_of(hidden), hidden=hidden)


class _Reader:
    def __init__(self, source: str) -> None:
        self._source = source
        self.lines: list[Line] = []
        self.links: list[str] = []
        self.concealed = Concealed()
        self._state = _State()
        self._stack: list[_State] = []
        self._row = _Row()
        self._bytes = bytearray()
        self._colours: list[Colour | None] = []
        self._parts = [-1, -1, -1]
        self._charsets: dict[int, str] = {}
        self._code_page = "cp1252"
        self._link: list[str] = []
        self._starred = self._fresh = False
        self._to_skip = 0
        self._high = 0
        self._level = 0
        self._gap = 2.0
        self._margins: set[str] = set()

    def run(self) -> None:
        """Reads the whole source."""
        at, end, match = 0, len(self._source), _TOKEN.match
        for _ in range(_MAX_TOKENS):
            if at >= end or len(self.lines) >= _MAX_LINES:
                break
            token = match(self._source, at)
            if token is None:
                break
            at = token.end()
            word, number, code, symbol, brace, text = token.groups()
            if word is not None:
                if word == "bin" and number:
                    at += max(0, int(number))
                self._word(word, int(number) if number else None)
            elif brace is not None:
                self._group(brace)
            elif code is not None:
                self._byte(int(code, 16))
            elif symbol is not None:
                self._symbol(symbol)
            elif text is not None:
                self._text(text)
        self._break()

    def _group(self, brace: str) -> None:
        self._decode()
        if brace == "{":
            if len(self._stack) >= _MAX_DEPTH:
                raise ParseError(ParseCode.CORRUPT_FILE)
            self._stack.append(self._state)
            self._fresh, self._starred = True, False
            return
        if self._state.table == "link" and (not self._stack or self._stack[-1].table != "link"):
            self.links.extend(_HYPERLINK.findall("".join(self._link)[:2000]))
            self._link = []
        if self._stack:
            before, self._state = self._state, self._stack.pop()
            if before.margin and not self._state.margin:
                self._break()

    def _symbol(self, symbol: str) -> None:
        if symbol == "*":
            self._starred = True
            return
        self._text(_SYMBOLS.get(symbol, ""))

    def _word(self, word: str, number: int | None) -> None:
        fresh, starred = self._fresh, self._starred
        self._fresh = self._starred = False
        if fresh and self._destination(word, starred):
            return
        if self._state.table in {"fonts", "colours"}:
            self._entry(word, number)
        elif word == "u" and number is not None:
            self._unicode(number)
        elif sign := _SIGNS.get(word):
            self._text(sign)
        else:
            self._look(word, number)

    def _destination(self, word: str, starred: bool) -> bool:
        """True if the word opens a group that is not read as text."""
        tables = {"fonttbl": "fonts", "colortbl": "colours", "fldinst": "link"}
        if word in tables:
            self._state = replace(self._state, table=tables[word])
        elif word.startswith(("header", "footer")):
            self._break()
            self._state = replace(self._state, margin=True)
        elif word in _SKIPPED or (starred and word not in _STARRED):
            self._state = replace(self._state, skip=True)
        else:
            return False
        return True

    def _entry(self, word: str, number: int | None) -> None:
        """One control word of the table of fonts or colours."""
        if word in {"red", "green", "blue"}:
            self._parts[("red", "green", "blue").index(word)] = min(255, max(0, number or 0))
        elif word == "f":
            self._state = replace(self._state, font=number or 0)
        elif word == "fcharset" and number in _CHARSETS:
            self._charsets[self._state.font] = _CHARSETS[number]

    def _look(self, word: str, number: int | None) -> None:
        state, on = self._state, number != 0
        if word in {"v", "webhidden", "deleted"}:
            state = replace(state, hidden=on)
        elif word == "fs" and number is not None:
            state = replace(state, half_points=number)
        elif word == "cf":
            state = replace(state, colour=number or 0)
        elif word in {"cb", "highlight", "chcbpat"}:
            state = replace(state, ground=number or 0)
        elif word == "b":
            state = replace(state, bold=on)
        elif word == "f" and number is not None:
            self._decode()
            state = replace(state, font=number)
        elif word == "uc":
            state = replace(state, after_unicode=max(0, min(9, number or 0)))
        elif word == "plain":
            state = _State(state.skip, state.table, after_unicode=state.after_unicode, margin=state.margin)
        elif word == "outlinelevel" and number is not None and 0 <= number < 6:
            self._level = number + 1
        elif word == "pard":
            self._level = 0
        elif word == "ansicpg" and number:
            self._code_page = f"cp{number}"
        elif word == "mac":
            self._code_page = "mac_roman"
        self._state = state

    def _unicode(self, number: int) -> None:
        self._decode()
        code = number % 65536
        if 0xD800 <= code < 0xDC00:
            self._high = code
        elif 0xDC00 <= code < 0xE000:
            if self._high:
                self._put(chr(0x10000 + ((self._high - 0xD800) << 10) + code - 0xDC00))
            self._high = 0
        else:
            self._put(chr(code))
        self._to_skip = self._state.after_unicode

    def _byte(self, code: int) -> None:
        if self._to_skip:
            self._to_skip -= 1
            return
        self._bytes.append(code)

    def _decode(self) -> None:
        """The collected bytes as letters of the font's code page."""
        self._to_skip = 0
        if not self._bytes:
            return
        page = self._charsets.get(self._state.font, self._code_page)
        try:
            text = self._bytes.decode(page, "replace")
        except LookupError:
            text = self._bytes.decode("cp1252", "replace")
        self._bytes.clear()
        self._put(text)

    def _text(self, text: str) -> None:
        if self._bytes:
            self._decode()
        if self._to_skip:
            text, self._to_skip = text[self._to_skip :], max(0, self._to_skip - len(text))
        if text:
            self._put(text)

    def _put(self, text: str) -> None:
        state = self._state
        self._fresh = False
        if state.skip:
            return
        if state.table:
            self._put_in_table(text)
            return
        if text == "\n":
            self._break()
            return
        reason = self._reason()
        if reason is not None and text.strip():
            self.concealed.note(reason, text)
            return
        row = self._row
        row.parts.append(text)
        row.margin = row.margin or state.margin
        if letters := len(text.strip()):
            self.concealed.seen()
            row.letters += letters
            row.bold += letters if state.bold else 0
            row.half_points = max(row.half_points, state.half_points)

    def _put_in_table(self, text: str) -> None:
        if self._state.table == "link":
            self._link.append(text)
        elif self._state.table == "colours":
            for _ in range(min(text.count(";"), 1000 - len(self._colours))):
                red, green, blue = self._parts
                self._colours.append((red, green, blue) if min(red, green, blue) >= 0 else None)
                self._parts = [-1, -1, -1]

    def _reason(self) -> Reason | None:
        state = self._state
        if state.hidden:
            return Reason.MARKED
        if state.half_points < 2 * TINY:
            return Reason.TINY
        ground = self._colour(state.ground) if state.ground else WHITE
        return Reason.BACKGROUND if state.colour and hides(self._colour(state.colour), ground) else None

    def _colour(self, number: int) -> Colour | None:
        return self._colours[number] if 0 <= number < len(self._colours) else None

    def _break(self) -> None:
        """Ends the line."""
        self._decode()
        row, self._row = self._row, _Row()
        text = self.concealed.plain("".join(row.parts))
        bold = row.letters > 0 and row.bold >= 0.6 * row.letters
        line = make_line(
            re.split(r"\t+| {4,}", text), size=row.half_points / 2, bold=bold or self._level > 0,
            gap=self._gap, level=self._level,
        )  # fmt: skip
        self._gap = 1.5 if line is None else 0.0
        if line is None or (row.margin and line.text in self._margins):
            return
        if row.margin:
            self._margins.add(line.text)
        self.lines.append(line)
