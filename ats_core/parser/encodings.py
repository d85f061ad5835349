"""Which 8-bit encoding a text without a mark is in: the one in which its letters look most like writing."""

from __future__ import annotations

import re

# How common a letter is in what it is the mark of; what is not here speaks against the encoding.
_WEST = {
    **dict.fromkeys("éáíóúñçãüöäêàèâôß", 0.9), **dict.fromkeys("îûïëõùœÉÁÍÓÚÑÇÃÜÖÄÊÀÈÂÔ", 0.6),
    **dict.fromkeys("øåæòìØÅÆŒÎÕ", 0.4), **dict.fromkeys("’–“”•«»…€‘—°ºª·´", 0.5), "\xa0": 0.3,
    **dict.fromkeys("©®™§½¡¿„šžŠŽ", 0.2),
}  # fmt: skip
_CENTRAL = {
    **_WEST, **dict.fromkeys("ěřčůłąężśýš", 0.9), **dict.fromkeys("žćńőűźňťďăşţŁŚŻČŘŠŽ", 0.6),
    **dict.fromkeys("ľĺŕôäâ", 0.3), **dict.fromkeys("ñãõêàèûùïëœøåæòì", -0.5),
}  # fmt: skip
_SIGNS = {**dict.fromkeys("’–“”•«»…—№", 0.5), "\xa0": 0.3}
# Every byte is a letter in these two, so that the common ones must tell them apart.
_CYRILLIC = {
    **_SIGNS, **dict.fromkeys("бгджзйклмпрсфхцчшщъьэюяё", 0.6), **dict.fromkeys("аеиовнтуы", 1.1),
    **dict.fromkeys("АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ", 0.6),
}  # fmt: skip
_GREEK = {
    **_SIGNS, **dict.fromkeys("βγδζθκλμξρφχψώύ", 0.6), **dict.fromkeys("αειοηυωςνστπάέήίό", 1.1),
    **dict.fromkeys("ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΆΈ", 0.6),
}  # fmt: skip
# In order of preference; a later one must be clearly better.
_CANDIDATES = (
    ("cp1252", _WEST), ("mac-roman", _WEST), ("cp850", _WEST), ("cp1250", _CENTRAL), ("iso-8859-2", _CENTRAL),
    ("cp1251", _CYRILLIC), ("koi8-r", _CYRILLIC), ("cp1253", _GREEK),
)  # fmt: skip
_CLEARLY = 1.1
_SAMPLE = 4_000
_CASE = re.compile(r"[^\W\d_](?=[^\W\d_])")


def guess_encoding(data: bytes) -> str:
    """The name of the encoding; "cp1252" where nothing tells."""
    if is_utf32(data):
        return "utf-32-le" if data[1:4] == b"\0\0\0" else "utf-32-be"
    words = re.findall(rb"[^\s]{0,40}[\x80-\xff][^\s]{0,40}", data[:200_000])
    sample = b" ".join(words)[:_SAMPLE]
    best, most = "cp1252", -1.0
    for name, letters in _CANDIDATES:
        score = _score(sample.decode(name, "replace"), letters)
        if score > 0 and score > most * (_CLEARLY if most > 0 else 1.0):
            best, most = name, score
    return best


def is_utf32(data: bytes) -> bool:
    """True for UTF-32 without a mark, of letters that Europe writes."""
    head = data[:400]
    if len(head) < 16 or len(data) % 4:
        return False
    little = head[2::4].count(0) + head[3::4].count(0)
    big = head[0::4].count(0) + head[1::4].count(0)
    quarter = len(head) // 2
    return (little >= quarter - 1 and head[0::4].count(0) == 0) or (
        big >= quarter - 1 and head[3::4].count(0) == 0
    )


def _score(text: str, letters: dict[str, float]) -> float:
    score = 0.0
    for letter in text:
        if letter > "\x7f":
            score += letters.get(letter, -1.0)
    # A capital within a word is how letters of another encoding often come out.
    for match in _CASE.finditer(text):
        if match[0].islower() and text[match.end()].isupper() and max(match[0], text[match.end()]) > "\x7f":
            score -= 1.5
    return score
