"""How to reach the person: mail addresses, phone numbers, web addresses and the place of living."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import unquote

from ats_core.parser.dates import find_dates
from ats_core.parser.document import Document, Line
from ats_core.parser.found import Found
from ats_core.parser.places import cut_place, is_remote, loose_place, place_score, region_of
from ats_core.parser.vocabulary import school_score, title_score
from ats_core.parser.wordlist import words_of

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

_MAIL = re.compile(r"(?<![\w.+-])[\w.+%-]{1,64}@(?:[\w-]+\.)+[a-z]{2,24}(?![\w@])", re.I)
_PHONE_LABEL = re.compile(
    r"\b(?:phone|tel(?:[eé]fono|efone|efon|[eé]phone)?|t[eé]l|mobile?|cell(?:ular)?|celular|m[oó]vil|handy|mobil(?:telefon)?|"
    r"portable|whatsapp|fon|call|contacto|fixe|telem[oó]vel)\b\.?\s*:?", re.I,
)  # fmt: skip
_PHONE = re.compile(r"(?<![\w.,/@-])(?:\+|00)?\(?\d[\d\s().\-–/]{5,22}\d(?![\w@])")
_NORTH_AMERICAN = re.compile(r"(?:1[ .-])?(?:\(\d{3}\)\s?|\d{3}[ .-])\d{3}[ .-]\d{4}")
_ENDINGS = words_of(
    """com org net io dev me de fr es pt br co uk us eu ch at mx ar info tech app design site online xyz
    ai ca cat page blog be cl nl it pe ie in"""
)
# Nobody there groups digits 3-3-4, whatever the numbering plan would allow.
_NEVER_334 = frozenset({"DE", "AT", "FR", "ES", "PT", "BR", "GB", "NL", "BE", "IT"})
_PLACE_LABEL = re.compile(
    r"^(?:location|address|home\s+address|adresse(?:\(s\)|n)?|address\(es\)|direcci[oó]n\(ones\)|anschrift|wohnort|wohnhaft(?:\s+in)?|ort|standort|direcci[oó]n|domicilio|ciudad|ubicaci[oó]n|"
    r"residencia|lugar\s+de\s+residencia|localidad|endere[cç]o|cidade|localiza[cç][aã]o|localidade|morada|resid[eê]ncia|localisation|ville|domicile|lieu|"
    r"based\s+in|lives\s+in|residence|city|lieu\s+de\s+r[eé]sidence|poblaci[oó]n)\s*[:：]?\s*(?=\S)(.+)$",
    re.I,
)
_STREET = re.compile(
    r"^\d{1,5}[a-z]?,?\s+(?:\w[\w.']*\s){1,4}?(?:st|street|ave|avenue|road|rd|blvd|boulevard|lane|ln|drive|dr|way|court|ct|place|square)\b\.?"
    r"|\b[\w-]+(?:straße|strasse|str\.|weg|platz|allee|gasse)\s*\d+\s?[a-z]?\b|^\d{1,4}\s?(?:bis|ter)?,?\s+(?:rue|avenue|boulevard|bd|place|chemin|allée|impasse)\s[^,\d]+"
    r"|^(?:calle|c/|avenida|av\.|avda\.?|plaza|paseo|rua|travessa|carrera|"
    r"cra\.?)\s[^,]+,?\s*(?:n[ºo°.]*\s*)?\d{1,5}\b", re.I,
)  # fmt: skip
_AFTER_STREET = re.compile(r"\s*[,;]\s*|\s+[-–—·]\s+|\s+(?=\d{4,5}\s)")
_STREETLIKE = re.compile(
    r"\b(?:st|street|ave?|avenue|road|rd|blvd|boulevard|lane|ln|drive|way|court|square|apt|suite|flat|rue|bd|place|"
    r"chemin|all[eé]e|impasse|quai|calle|c/|avenida|avda|plaza|paseo|rua|travessa|alameda|pra[cç]a|carrera|cra|"
    r"colonia|col|barrio|bairro|depto|departamento|edificio|piso|apto|estrada|rodovia|quadra)\b|"
    r"(?:stra(?:ße|sse)|str\.|weg|platz|allee|gasse|ring|damm|ufer)(?:\s|$)",
    re.I,
)
_URL = re.compile(r"(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:/[\w./?=&%#~+@-]*)?", re.I)
_LINKEDIN = re.compile(r"(?:https?://)?(?:[\w]{2,3}\.)?linkedin\.com/(?:in|pub)/([\w%.-]+)/?", re.I)
_NOT_PERSONAL = re.compile(
    r"(?:linkedin|facebook|twitter|instagram|youtube|medium|stackoverflow|xing|x|wa|goo|google|orcid|researchgate|t|bit)\."
    r"(?:com|me|org|gl|de|ly)\b|mailto:|tel:", re.I,
)  # fmt: skip
_LABELS = re.compile(
    r"^(?:e-?mail|website|web|github|linkedin|portfolio|twitter|skype|xing|nationality|born|"
    r"geboren|date of birth)\b",
    re.I,
)
# An icon, drawn as a letter of a sign font, before an address.
_SIGN = re.compile(r"^[^\w\s]{1,2}\s*(?=\w)")
# Where else a language's numbers come from, likeliest first.
_NEIGHBOURS = {
    "US": ("GB", "CA", "IE", "AU", "IN", "ZA", "NZ"), "GB": ("IE", "US", "AU"), "IE": ("GB", "US"),
    "ES": ("MX", "AR", "CO", "CL", "PE"), "MX": ("ES", "CO", "AR"), "BR": ("PT",), "PT": ("BR",),
    "FR": ("BE", "CH", "CA"), "DE": ("AT", "CH"), "AT": ("DE", "CH"), "CH": ("DE", "FR", "AT"),
}  # fmt: skip
_DEFAULT_REGION = {"en": "US", "es": "ES", "pt": "BR", "fr": "FR", "de": "DE"}


def find_mails(lines: list[Line], document: Document) -> list[Found]:
    """All valid mail addresses: those of the contact lines, of the links, of the other lines."""
    found: list[Found] = []
    for line in lines:
        found.extend(_mails_in(line, 0.98))
    for link in document.links:
        if link.lower().startswith("mailto:"):
            address = unquote(link[7:].partition("?")[0]).strip()
            if _MAIL.fullmatch(address):
                found.append(Found(address, address, 0.9, by="email-link"))
    for line in document.lines:
        found.extend(_mails_in(line, 0.85))
    return _unique(found)


def _mails_in(line: Line, confidence: float) -> list[Found]:
    made = []
    for text in line.cells:
        if "@" not in text:
            continue
        closed = re.sub(r"(?<=\w)\s?@\s?(?=\w)", "@", text).replace("mailto:", " ")
        for match in _MAIL.finditer(closed):
            raw = match[0].strip(".-_+%")
            made.append(Found(raw, raw, confidence, line, by="email-pattern"))
    return made


def rejoin_mails(lines: list[Line]) -> list[Line]:
    """The lines with mail addresses put together that a narrow column broke."""
    made: list[Line] = []
    for line in lines:
        last = made[-1] if made else None
        if last is not None and "@" in last.text and len(line.cells) == 1 and "@" not in line.text:
            tail, rest = last.cells[-1].rpartition(" ")[2], line.cells[0]
            broken = re.fullmatch(r"[\w.+-]+@[\w.-]*", tail) and re.fullmatch(
                r"[\w-]{0,20}(?:\.[a-z]{2,6})?|[a-z]{1,3}", rest, re.I
            )
            joined = tail + rest
            ending = re.search(r"\.([a-z]{2,})$", tail, re.I)
            unfinished = (
                ending is None
                or (len(rest) == 1 and re.search(r"\.c?o?$", tail, re.I))
                or (len(rest) < 4 and ending[1].lower() not in _ENDINGS)
            )
            if broken and unfinished and _MAIL.fullmatch(joined):
                made[-1] = replace(last, cells=(*last.cells[:-1], last.cells[-1] + rest))
                continue
        made.append(line)
    return made


def _unique(found: list[Found]) -> list[Found]:
    seen: set[str] = set()
    kept = []
    for item in found:
        key = item.value.casefold()
        if key not in seen:
            seen.add(key)
            kept.append(item)
    return kept


def home_region(language: str, location: str | None, default: str | None) -> str:
    """The country whose phone numbers are printed without a country code."""
    if default:
        return default.upper()
    return (region_of(location) if location else None) or _DEFAULT_REGION.get(language, "US")


def find_phones(lines: list[Line], document: Document, region: str) -> list[Found]:
    """Phone numbers as E.164 in `value`, as printed in `raw`; year ranges, grades and dates are none."""
    found: list[Found] = []
    for line in lines:
        found.extend(_phones_in(line, region, 0.95))
    if not found:
        for line in document.lines:
            if "+" in line.text or _PHONE_LABEL.search(line.text):
                found.extend(_phones_in(line, region, 0.8))
    return _unique(found)


def _phones_in(line: Line, region: str, confidence: float) -> list[Found]:
    import phonenumbers

    made = []
    for text in line.cells:
        if sum(letter.isdigit() for letter in text) < 7:
            continue
        for match in _PHONE.finditer(text):
            raw = match[0].strip(" -.–/")
            digits = re.sub(r"\D", "", raw)
            if not 7 <= len(digits) <= 15 or _is_date_like(text, match.start(), match.end(), raw):
                continue
            number = _number(raw, region)
            if number is None:
                continue
            valid = phonenumbers.is_valid_number(number)
            labelled = bool(_PHONE_LABEL.search(line.text))
            if not valid and len(digits) < 9 and not raw.startswith("+") and not labelled:
                continue
            e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
            sure = confidence if valid or raw.startswith("+") else confidence - 0.1
            made.append(Found(e164, raw, sure, line, by="phone-number"))
    return made


def _number(raw: str, region: str) -> PhoneNumber | None:
    """The number as its region reads it, or, where it is none there, another country of the language."""
    import phonenumbers

    likely = _parsed(raw, _region_by_form(raw, region))
    trunk = raw.startswith("0") and region in {"US", "CA"}
    if raw.startswith(("+", "00")) or (likely is not None and not trunk):
        return likely
    if trunk and len(re.sub(r"\D", "", raw)) == 11:
        return _parsed(raw, "GB")  # nobody else of the language dials 0 and ten digits
    for other in _NEIGHBOURS.get(region, ()):
        number = _parsed(raw, other)
        if number is not None and phonenumbers.is_valid_number(number):
            return number
    return likely


def _region_by_form(raw: str, region: str) -> str:
    """The region; "US" for a number grouped as only North America groups them."""
    import phonenumbers

    # No area code of North America begins with 0 or 1.
    if region == "US" or not _NORTH_AMERICAN.fullmatch(raw) or raw.lstrip("(")[:1] in ("0", "1"):
        return region
    if region in _NEVER_334:
        return "US"
    number = _parsed(raw, region)
    return region if number is not None and phonenumbers.is_valid_number(number) else "US"


def _parsed(raw: str, region: str) -> PhoneNumber | None:
    import phonenumbers

    try:
        number = phonenumbers.parse(re.sub(r"^00", "+", raw), region)
    except phonenumbers.NumberParseException:
        return None
    possible = phonenumbers.is_possible_number_with_reason(number)
    lengths = (
        phonenumbers.ValidationResult.IS_POSSIBLE,
        phonenumbers.ValidationResult.IS_POSSIBLE_LOCAL_ONLY,
    )
    # Printed with its country code, a number that is too short for real use is still what the person gave.
    return number if possible in lengths or (raw.startswith("+") and len(raw) > 9) else None


def _is_date_like(text: str, start: int, end: int, raw: str) -> bool:
    if any(span.at < end and span.to > start for span in find_dates(text)) and not raw.startswith(
        ("+", "00", "(")
    ):
        groups = re.findall(r"\d+", raw)
        return any(len(group) == 4 and group[:2] in {"19", "20"} for group in groups) and len(groups) <= 6
    return bool(re.fullmatch(r"\d{4}\s*[-–/]\s*\d{4}", raw))


def find_linkedin(lines: list[Line], document: Document) -> Found | None:
    """The LinkedIn profile as a full address."""
    for line in [*lines, *document.lines]:
        if match := _LINKEDIN.search(line.text):
            return Found(
                f"https://www.linkedin.com/in/{match[1]}", match[0], 0.95, line, by="profile-address"
            )
    for link in document.links:
        if match := _LINKEDIN.search(link):
            return Found(f"https://www.linkedin.com/in/{match[1]}", match[0], 0.95, by="profile-link")
    return None


def find_portfolio(lines: list[Line], document: Document) -> Found | None:
    """The person's own site, else a GitHub or GitLab profile."""
    mails = {mail.value.partition("@")[2].lower() for line in lines for mail in _mails_in(line, 1)}
    options: list[Found] = []
    for line in lines:
        for match in _URL.finditer(re.sub(r"\S+@\S+", " ", line.text)):
            options.append(Found(match[0], match[0], 0.8, line, by="web-address"))
    options += [Found(link, link, 0.7, by="web-link") for link in document.links if link.startswith("http")]
    best: Found | None = None
    for option in options:
        bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", option.value.lower())
        if (
            _NOT_PERSONAL.match(bare)
            or bare.split("/")[0] in mails
            or not _has_real_ending(bare.split("/")[0])
        ):
            continue
        if not bare.startswith(("github.", "gitlab.")):
            return _full(option)
        if best is None and "/" in bare.strip("/"):
            best = option
    return _full(best) if best is not None else None


def _has_real_ending(host: str) -> bool:
    return host.rpartition(".")[2] in _ENDINGS


def _full(found: Found) -> Found:
    if found.value.lower().startswith("http"):
        return found
    return Found(f"https://{found.value}", found.raw, found.confidence, found.line, by=found.by)


def find_location(lines: list[Line]) -> Found | None:
    """Where the person lives, from the contact lines."""
    place = _likeliest(lines)
    return _without_street(place) if place is not None else None


def _likeliest(lines: list[Line]) -> Found | None:
    best: Found | None = None
    for index, line in enumerate(lines):
        for found in _places_in(line):
            found.confidence -= 0.004 * min(index, 25)
            if best is None or found.confidence > best.confidence + 0.001:
                best = found
    if best is None or best.confidence < 0.8:
        return _below_street(lines) or best
    return best


def _without_street(found: Found) -> Found:
    """The place without the street before its town: "Rua das Flores 12, Crato - CE" is in Crato."""
    text = found.value
    if len(text) > 100:
        return found
    for match in _AFTER_STREET.finditer(text):
        head, tail = text[: match.start()], text[match.end() :].strip()
        if re.fullmatch(r"[A-Z-]{0,3}\d{4,8}(?:-\d{3})?", head.strip()):
            continue
        if place_score(tail) < 0.6 or not (_STREETLIKE.search(head) or re.search(r"\d", head)):
            continue
        if not _STREETLIKE.search(tail) and place_score(head) < 0.6:
            return replace(found, value=tail, raw=tail if tail in found.raw else found.raw)
    words = text.split()
    if len(words) > 4 and _STREETLIKE.match(text) and re.search(r"\d", text):
        for count in (3, 2, 1):
            if place_score(tail := " ".join(words[-count:])) >= 0.9:
                return replace(found, value=tail, raw=tail)
    return found


def _below_street(lines: list[Line]) -> Found | None:
    """Town and country of an address block: the lines that follow the one with the street."""
    for index, line in enumerate(lines):
        match = _STREET.search(line.text)
        if match is None or len(line.text) > 90:
            continue
        parts = [line.text[match.end() :].strip(" ,.\t")]
        for following in lines[index + 1 : index + 5]:
            text = following.text
            if len(text) > 50 or sum(c.isdigit() for c in text) > 6 or re.search(r"@|www|https?:|[:/]", text):
                break
            parts.append(text.strip(" ,.\t"))
        value = ", ".join(part for part in parts if part).replace(", (", " (")
        if re.search(r"[^\W\d_]{2}", value):
            return Found(
                value,
                next(part for part in parts if part),
                0.6,
                lines[min(index + 1, len(lines) - 1)],
                by="address-block",
            )
    return None


def _places_in(line: Line) -> list[Found]:
    made = []
    text = re.sub(r":?\t", ": ", line.text, count=1)
    if (match := _PLACE_LABEL.match(text)) and len(match[1]) < 100 and re.search(r"[^\W\d_]{2}", match[1]):
        value = match[1].split("\t")[0].strip(" ,.|")
        value = re.split(r"\s+[|•·]\s+", value)[0]
        if "@" not in value and ":" in text[: match.start(1)]:
            made.append(Found(value, value, 0.95, line, by="contact-label"))
    if len(text) > 150:
        return made
    bare = _PHONE.sub("|", _MAIL.sub("|", line.text))
    if bare != line.text:
        bare = re.sub(r"\s/\s|,\s*\||\|\s*,", "|", bare)
    for part in _stretches(bare):
        found = _place(_SIGN.sub("", _bare(part)), line)
        if found is not None:
            made.append(found)
    return made


def _stretches(text: str) -> Iterator[str]:
    """The parts of a line between bars, dots and pictures, and where they are no place, between dashes."""
    for part in re.split(
        r"\t|\s+[|•·▪∙⋄◦]\s*|\s*\|\s*|;\s|\s*[\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?\s*", text
    ):
        if place_score(part.strip(" ,.")) >= 0.6:
            yield part
        else:
            yield from re.split(r"\s+[-–—]\s+(?![A-Z]{2}\b)", part)


def _bare(part: str) -> str:
    """The part without signs around it, and without brackets that hold all of it or lack their partner."""
    bare = part.strip(" ,.|•·")
    return bare if bare.count("(") == bare.count(")") and bare[:1] != "(" else bare.strip(" ,.()|•·")


def _place(part: str, line: Line) -> Found | None:
    """The part as a place, a street before its town included; None if it is none."""
    if _LABELS.match(part) or school_score(part) == 1 or find_dates(part) or is_remote(part):
        return None
    score = place_score(part)
    if score < 0.6 and not title_score(part):
        rest, place = cut_place(part)
        in_town = place is not None and (re.search(r"\d", rest) or _STREETLIKE.match(rest))
        score = 0.85 if in_town else 0.0
    if score < 0.6 and loose_place(part):
        return Found(part, part, 0.7, line, by="place-list")
    return Found(part, part, 0.55 + 0.4 * score, line, by="place-list") if score >= 0.6 else None
