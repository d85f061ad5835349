"""Places: which texts name a town, a region or a country, and the country a place lies in."""

from __future__ import annotations

import re
from functools import lru_cache

from ats_core.language import fold
from ats_core.parser.placenames import COUNTRIES, REGIONS, TOWNS
from ats_core.parser.towns import country_of_town
from ats_core.parser.vocabulary import company_score, school_score, title_score
from ats_core.parser.wordlist import phrases_of, words_of

_US_CODES = words_of(
    """AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND
    OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC"""
)
_CANTONS = words_of("AG AI AR BE BL BS FR GE GL GR JU LU NE NW OW SG SH SO SZ TG TI UR VD VS ZG ZH")
_STATE_CODES = _US_CODES | _CANTONS
_BR_CODES = words_of("""AC AL AP AM BA CE DF ES GO MA MT MS MG PA PB PR PE PI RJ RN RS RO RR SC SP SE TO""")
_COUNTRY_CODES = words_of(
    """UK USA UAE FR DE ES PT BR MX AR CH AT BE NL IE IT GB US CA AU NZ IN CO CL PE UY EC PL SE DK NO FI GR RO
    CZ HU LU SG PH ID MY ZA NG KE MA TN DZ EG TR IL JP CN KR PK BD"""
)
_CODES = (
    _US_CODES
    | _BR_CODES
    | words_of("""ON QC BC AB MB NSW VIC QLD UK USA UAE FR DE ES PT BR MX AR CH AT BE NL IE IT""")
)


def _table(groups: dict[str, str]) -> dict[str, str]:
    return {
        " ".join(name.split()): code
        for code, names in groups.items()
        for name in names.split(";")
        if name.strip()
    }


_COUNTRY_OF = _table(COUNTRIES)
_REGION_OF = _table(REGIONS)
_TOWN_OF = _table(TOWNS)
_REMOTE = phrases_of(
    """remote; remoto; remota; teletrabajo; home office; hybrid; hibrido; teletravail; a distance; a
    distancia; homeoffice; on site; onsite; presencial; worldwide; hybride; remote work; trabajo
    remoto; trabalho remoto; fully remote; anywhere; 100 remoto; 100 remote; full remote; en remoto"""
)
_POSTCODE = re.compile(
    r"^(?:[A-Z]{1,2}-)?\d{4,5}(?:-\d{3,4})?\s+[A-ZÀ-Þ][\w'’. -]+$|^[A-ZÀ-Þ][\w'’. -]+\s+\d{4,5}$"
)
_CITY_CODE = re.compile(
    r"^([A-ZÀ-Þ][\w'’.]*(?:[ -](?:[A-ZÀ-Þ][\w'’.]*|d[aeo]s?|del|la|le|sur|am|en|y))*)\s*(?:,|/|-|"
    r"–)\s*([A-Z]{2,3})(?:\s+\d{4,5})?\.?$"
)
# "9500 Wil SG", "Paris 75002 Fr", "4052 Basel-CH", "75002 Paris FR"
_POSTCODE_CODE = re.compile(
    r"^(?:[A-Z]{1,2}-)?(?:\d{4,5}\s+)?([A-ZÀ-Þ][\w'’.]*(?:[ -][A-ZÀ-Þ][\w'’.]*){0,3}?)(?:\s+\d{4,5})?[\s-]+"
    r"\(?(?:AT|BE|BR|CH|DE|D|ES|F|FR|Fr|IT|LU|MX|NL|PT|UK|US|ZH|LU|ZG|SO|BS|BL|SH|SG|GR|AG|TG|TI|VD|VS|GE)\)?$"
)
_TOWN_STATE = re.compile(r"^([A-ZÀ-Þ][\w'’.]*(?: [A-ZÀ-Þ][\w'’.]*){0,2}) ([A-Z]{2})(?:\s+\d{5})?$")
_COUNTY = re.compile(r"(?:Co\.|County)\s+[A-Z][a-z]+$|[A-Z][a-z]+\s+County$")
_PAIR = re.compile(r"^[\w'’.() -]{2,40}$")


@lru_cache(maxsize=4096)
def place_score(text: str) -> float:
    """How sure it is that `text` is the name of a place, 0-1."""
    bare = text.strip(" ,.;|[]-–—\t")
    bare = bare if bare.count("(") == bare.count(")") and bare[:1] != "(" else bare.strip("() ")
    if not 2 <= len(bare) <= 70 or "@" in bare or "http" in bare:
        return 0.0
    folded = fold(bare)
    if folded in _TOWN_OF or folded in _REMOTE or folded in _REGION_OF:
        return 0.9
    if folded in _COUNTRY_OF:
        return 0.62  # true, yet it tells less than a town does
    if _is_listed(bare, folded):
        return 0.61
    bare = re.sub(r"\s*\(([^()]*)\)", lambda m: ", " + m[1], bare)
    town, near, other = bare.partition(" bei ")
    if near and _PAIR.match(town) and (_known(other) or _is_listed(other, fold(other))):
        return 0.8
    if match := _CITY_CODE.match(bare):
        return 0.95 if match[2] in _CODES else 0.4
    parts = [part.strip() for part in re.split(r"[,/·•]| - | – ", bare) if part.strip()]
    if (coded := _coded_score(bare, parts)) is not None:
        return coded
    if 2 <= len(parts) <= 4 and all(_PAIR.match(part) for part in parts) and not _names_more(parts[0]):
        return _parts_score(parts)
    if _POSTCODE.match(bare):
        return 0.6
    return 0.0


def _coded_score(bare: str, parts: list[str]) -> float | None:
    """The score of a town beside the letters of its state, canton or country; None if it has none."""
    if _ends_in_codes(parts):
        return 0.9
    state = _TOWN_STATE.match(bare)
    if state is not None and state[2] in _US_CODES | _BR_CODES and fold(state[1]) in _TOWN_OF:
        return 0.9
    town = _POSTCODE_CODE.match(bare)
    if town is None:
        return None
    if re.search(r"\d{4}", bare):
        return 0.9 if _known(town[1]) or _is_listed(town[1], fold(town[1])) else 0.62
    return 0.9 if fold(town[1]) in _TOWN_OF else None


def _ends_in_codes(parts: list[str]) -> bool:
    """True for "Lonay, VD, CH": an unknown town before its region and its country, both in letters."""
    if len(parts) != 3 or not re.fullmatch(r"[A-ZÀ-Þ][\w'’. -]{1,30}", parts[0]) or _names_more(parts[0]):
        return False
    return re.fullmatch(r"[A-Z]{2,3}", parts[1]) is not None and parts[2] in _COUNTRY_CODES


def _parts_score(parts: list[str]) -> float:
    """The score of "Town, Region, Country": an unknown town counts where a region or a country follows it."""
    if not _known(parts[-1]):
        if _is_listed(parts[-1], fold(parts[-1])):
            return 0.9 if _known(parts[0]) or _is_listed(parts[0], fold(parts[0])) else 0.0
        return 0.6 if _known(parts[0]) else 0.0
    if _known(parts[0]) or _is_listed(parts[0], fold(parts[0])):
        return 0.95
    second = fold(parts[1])
    # In "Acme, New York, NY" the second part is a town, whatever else bears its name.
    second_is_wide = second not in _TOWN_OF and not (second in _REGION_OF and parts[-1].strip() in _CODES)
    unknown_town = len(parts[0].split()) <= 3 and not school_score(parts[0])
    return 0.7 if second_is_wide and _known(parts[1]) and unknown_town else 0.0


def _names_more(part: str) -> bool:
    """True if the part names a school, an employer or an occupation that merely stands before its town."""
    if fold(part) in _TOWN_OF:
        return False
    return school_score(part) == 1 or company_score(part) > 0 or title_score(part) > 0


def _known(part: str) -> bool:
    folded = fold(re.sub(r"\b\d{4,8}(?:-\d{3,4})?\b", "", part))
    return (
        _COUNTY.match(part.strip()) is not None
        or folded in _COUNTRY_OF
        or folded in _REGION_OF
        or folded in _TOWN_OF
        or folded in _REMOTE
        or part.strip() in _CODES
    )


def _is_listed(part: str, folded: str) -> bool:
    """True for a town of the long list; its names are so many that other words are among them."""
    return (
        part[:1].isupper()
        and country_of_town(folded) is not None
        and not school_score(part)
        and not _names_more(part)
    )


def is_listed_town(text: str) -> bool:
    """True for a town that only the long list knows: an employer may well bear such a name."""
    folded = fold(text)
    known = folded in _TOWN_OF or folded in _REGION_OF or folded in _COUNTRY_OF
    return not known and _is_listed(text, folded)


def loose_place(text: str) -> bool:
    """True for "Menai Bridge, Anglesey": a known town before a word that no list has."""
    first, comma, last = text.strip(" ,.").partition(", ")
    if not comma or not re.fullmatch(r"[A-ZÀ-Þ][\w'’. -]{2,30}", last) or _names_more(last):
        return False
    return _is_listed(first, fold(first)) or fold(first) in _TOWN_OF


def is_remote(text: str) -> bool:
    """True for "Remote" and its like."""
    return fold(text) in _REMOTE


def cut_place(text: str) -> tuple[str, str | None]:
    """The text without a place at its end (after a comma, dash or bracket), and that place."""
    if match := re.search(r"\s*\(([^()]{2,40})\)\s*$", text):
        inside = match[1]
        if place_score(inside) >= 0.6:
            rest, place = cut_place(text[: match.start()])
            return rest, f"{place} ({inside})" if place else inside
    parts = re.split(r"(\s*,\s+|\s+[-–—|·•]\s+|\t)", text)
    for start in range(2, len(parts), 2):
        tail = "".join(parts[start:]).strip()
        if place_score(tail) >= 0.6 or _is_town_and_state(tail):
            head = "".join(parts[: start - 1]).strip(" ,|·•-–—\t")
            if head:
                return head, tail
    return text, None


def _is_town_and_state(text: str) -> bool:
    """True for "Germantown MD" and "Wil SG": behind a comma, a town with the code of its state or canton."""
    match = re.fullmatch(r"([A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){0,2}) ([A-Z]{2})(?: \([^()]*\))?", text)
    return match is not None and match[2] in _STATE_CODES and not _names_more(match[1])


def region_of(text: str) -> str | None:
    """The country (ISO 3166 code) that a printed location lies in; None if it names no place known here."""
    parts = [part.strip() for part in re.split(r"[,/()|\n\t]| - ", text) if part.strip()]
    for table in (_COUNTRY_OF, _REGION_OF, _TOWN_OF):
        for part in reversed(parts):
            folded = fold(re.sub(r"\b\d{4,8}\b", "", part))
            if folded in table:
                return table[folded]
    for part in reversed(parts):
        code = re.sub(r"\s*\d{4,5}$", "", part)
        if code in _US_CODES and code not in _BR_CODES:
            return "US"
        if code in _BR_CODES and code not in _US_CODES:
            return "BR"
    for part in parts:
        if (country := country_of_town(fold(re.sub(r"\b\d{4,8}\b", "", part)))) is not None:
            return country
    return None
