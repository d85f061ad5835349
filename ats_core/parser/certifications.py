"""Certificates and licences: the names in the sections for them, without dates, numbers and issuers."""

from __future__ import annotations

import re

from ats_core.language import fold
from ats_core.parser.certified import is_certificate
from ats_core.parser.dates import find_dates, without_dates
from ats_core.parser.document import Line
from ats_core.parser.found import Found
from ats_core.parser.headings import heading_section
from ats_core.parser.sections import Section
from ats_core.parser.vocabulary import company_score, school_score

_FEW = 8  # lines; a longer list tells of courses that were followed
_MARKED_SHARE = 4  # lines under each name in larger or bolder print, at most
# Remarks on a certificate: who gave it, when, until when, its number, where to see it.
_ABOUT = (
    r"(?:issued?|issuer|issuing|awarded|granted|obtained|earned|completed|achieved|credential|certificate|"
    r"licen[cs]e|registration|verification|valid|expir\w*|renew\w*|date|id|no|number|pin|url|link|see|show|view|"
    r"download|verify|verified|status|grade|score|duration|hours|skills?|keywords?|topics|"
    r"expedici[oó]n|expedid[oa]|emitid[oa]|emisi[oó]n|emisor|otorgad[oa]|obtenid[oa]|fecha|credencial|"
    r"v[aá]lid[oa]|vigencia|vence|ver|mostrar|duraci[oó]n|horas|palabras|aptitudes|competencias|"
    r"emiss[aã]o|emissor|conclu[ií]d[oa]|concedid[oa]|data|c[oó]digo|validade|dura[cç][aã]o|carga|"
    r"compet[eê]ncias|palavras|"
    r"obtenu\w*|d[eé]livr[eé]\w*|d[eé]cern[eé]\w*|[eé]mis|[eé]metteur|validit[eé]|valable|dur[eé]e|mots|"
    r"comp[eé]tences|num[eé]ro|lien|"
    r"ausgestellt|erworben|verliehen|erhalten|ausgebende|aussteller|g[uü]ltig\w*|ablauf\w*|datum|nummer|"
    r"dauer|nachweis|siehe|stichw[oö]rter|kenntnisse|zertifikats?(?:nummer|-?id|\s+link))"
)
_REMARK = re.compile(
    rf"^{_ABOUT}\b(?:[\s-]+(?:by|from|on|in|at|through|until|id|no|number|date|por|pelo|pela|par|von|am|bei|de|"
    rf"do|da|del|del[ií]vrance|el|em|le|clave|chave|cl[eé]s|hasta|at[eé]|jusqu\S*|bis|link|url|certificate|"
    rf"credential|zertifikat|certificado|credencial|certificat)\b|\s*[:#]|\s*$)",
    re.I,
)
_REMARK_TAIL = re.compile(
    rf"\s*(?:[•·|,;]\s*|\s[–—-]\s+|\(\s*)(?:{_ABOUT}\s+(?:by|on|in|through|until|till|id|por|pelo|par|von|am|en|em|"
    rf"hasta|at[eé]|jusqu\S*|bis)\b|(?:credential|licen[cs]e|certificate|registration)\s*(?:id|no|#|:)|expir\w*|"
    rf"pin\b|valid\b).*$|\s+(?:pin|id|no)\.?\s*[#:]\s*\S.*$|\s*\bhttps?://\S*.*$|\s*\bHYPERLINK\b.*$",
    re.I,
)
_NO_NAME = re.compile(
    r"^(?:https?:|www\.|HYPERLINK)|@|^\d+\s*(?:h|hrs?|hours?|horas?|heures?|stunden|std)\b\.?$|"
    r"^(?:conclu[ií]d[oa]|andamento|em\s+andamento|en\s+curso|en\s+cours|completed?|in\s+progress|ongoing|"
    r"terminad[oa]|finalizad[oa]|termin[eé]|abgeschlossen|laufend)$|^(?:link|url|pdf|certificate|zertifikat|certificado|certificat|details?|"
    r"jahr|year|a[nñ]o|ano|ann[eé]e|datum|date|fecha|data|name|nombre|nome|nom|titel|title|institution|issuer|"
    r"organi[sz]ation|aussteller|emisor|emissor|organisme)$",
    re.I,
)
_PAGE_FOOT = re.compile(r"^(?:page|seite|p[aá]gina)\s+\d", re.I)
_ISSUERS = re.compile(
    r"^(?:coursera|udemy|udacity|edx|linkedin(?:\s+learning)?|pluralsight|datacamp|codecademy|freecodecamp|"
    r"hackerrank|scrum\s+alliance|scrum\.org|pmi|project\s+management\s+institute|axelos|peoplecert|comptia|"
    r"cisco|microsoft|google|amazon(?:\s+web\s+services)?(?:\s*\(aws\))?|aws|oracle|ibm|red\s+hat|salesforce|sap|"
    r"hubspot|meta|linux\s+foundation|the\s+linux\s+foundation|cncf|isc2|isaca|offensive\s+security|alura|"
    r"rocketseat|dio|platzi|openclassrooms|fun\s+mooc|domestika|edutin|educacionit|vue\s+school|kaggle|"
    r"university\s+of\s+cambridge|cambridge\s+(?:english|assessment)|british\s+council|goethe-?institut|"
    r"instituto\s+cervantes|institut\s+fran[cç]ais|ets|t[uü]v\s?\w*|ihk(?:\s+\S+)?|dekra|red\s+cross|"
    r"american\s+(?:heart|red\s+cross)\w*(?:\s+association)?)$",
    re.I,
)


def find_certifications(sections: list[Section]) -> list[Found]:
    """The names in the certification sections, without dates, numbers and issuers on lines of their own.

    Where no section is named after certificates, a short list of courses counts as far as it names some.
    """
    named = [section for section in sections if section.kind == "certifications"]
    found: dict[str, Found] = {}
    for section in named or [section for section in sections if len(section.lines) <= _FEW]:
        lines = _naming(section.lines)
        for line in lines:
            for part in _certificates(line, alone=len(lines) == 1):
                text = _without_remarks(_balanced(part))
                fits = 2 < len(text) <= 120 and re.search(r"[^\W\d_]{2}", text) and len(text.split()) <= 16
                if fits and not _NO_NAME.search(text) and (named or is_certificate(text)):
                    found.setdefault(fold(text), Found(text, text, 0.85, line, by="heading-section"))
    return list(found.values())


def _naming(lines: list[Line]) -> list[Line]:
    """The lines that name certificates, without groups, issuers, remarks and what else stands around them."""
    made: list[Line] = []
    after_label = False
    for index, line in enumerate(lines):
        bare = without_dates(line.text, find_dates(line.text)).strip(" ,;:.-–—|()\t")
        remark = _REMARK.match(line.text) is not None and not is_certificate(bare)
        skipped = after_label and line.bullet
        after_label = (remark and line.text.rstrip().endswith(":")) or skipped
        if remark or skipped or not bare or "@" in line.text or _PAGE_FOOT.match(line.text):
            continue
        if _is_group(line, lines[index + 1 :]) or (made and _is_issuer(bare, line, made[-1])):
            continue
        made.append(line)
    return _marked(made)


def _is_group(line: Line, following: list[Line]) -> bool:
    """True for a line that only names a kind of certificates ("Clinical")."""
    if not following or len(line.text.split()) > 3 or find_dates(line.text) or is_certificate(line.text):
        return False
    below = following[0]
    stronger = _weight(line) > _weight(below) + 0.6
    if heading_section(line.text) is not None:
        return True
    several = sum((other.size, other.level) == (below.size, below.level) for other in following[:3]) == 3
    return bool(stronger) and several and bool(find_dates(below.text)) and len(below.text.split()) > 4


def _is_issuer(bare: str, line: Line, above: Line) -> bool:
    """True for who gave the certificate above, on a line of its own."""
    if line.bullet or is_certificate(bare):
        return False
    weaker = (line.size, line.bold, line.level) != (above.size, above.bold, above.level)
    if _ISSUERS.match(re.split(r"\s+[|•·–—-]\s+|,", bare)[0].strip()):
        return True
    return weaker and len(bare.split()) < 8 and (school_score(bare) > 0 or company_score(bare) > 0)


def _marked(lines: list[Line]) -> list[Line]:
    """The lines in the print of the first one, where that is larger or bolder than what stands between."""
    if len(lines) < 2:
        return lines
    first = lines[0]
    marked = [line for line in lines if _look(line) == _look(first)]
    rest = [line for line in lines if _look(line) != _look(first)]
    weaker = all(_weight(line) < _weight(first) for line in rest)
    told = [line for line in lines if not line.bullet]
    if first.bullet and told and all(line.text.endswith(".") and line.text.count(",") for line in told):
        return [line for line in lines if line.bullet]  # what each was about stands below it
    if not rest or not weaker or len(rest) > _MARKED_SHARE * len(marked):
        return lines
    # Where the plain lines say that they are the certificates, the strong ones name their kinds.
    certified = sum(map(is_certificate, (line.text for line in rest)))
    listed = any(line.bullet and find_dates(line.text) for line in rest)
    return lines if listed or 2 * certified > len(rest) else marked


def _look(line: Line) -> tuple[float, bool, int]:
    return round(line.size), line.bold, line.level


def _weight(line: Line) -> float:
    return line.size + line.bold + (10 - line.level if line.level else 0)


def _certificates(line: Line, *, alone: bool) -> list[str]:
    """The names on the line: one, or those between semicolons, or between the commas of the only line."""
    dates = find_dates(line.text)
    plain = without_dates(line.text, dates)
    cells = [cell for cell in plain.split("\t") if re.search(r"[^\W\d_]{2}", cell)]
    text = (cells[0] if cells else "").strip(" ,;:-–—|•·")
    if ";" in text:
        return [part.strip(" ,.;") for part in text.split(";")]
    parts = [part.strip(" .") for part in re.split(r",\s+(?![^(]*\))", text)]
    # Of two parts the second may be who issued the first.
    if alone and (len(parts) > 2 or (len(parts) == 2 and all(map(is_certificate, parts)))):
        return parts
    before_date = bool(dates) and line.text[: dates[0].at].rstrip().endswith(",")
    if before_date and len(parts) > 1 and not is_certificate(parts[-1]):
        return [", ".join(parts[:-1])]
    return [text]


def _without_remarks(text: str) -> str:
    """The text without what it tells about the certificate's issue, number and end, and without issuers."""
    text = _REMARK_TAIL.sub("", text).strip(" ,;:-–—|•·")
    parts = re.split(r"(\s+[|•·–—-]\s+|,\s+)", text)
    if len(parts) > 2 and _ISSUERS.match(parts[-1].strip()):
        text = "".join(parts[:-2]).strip()
    return _balanced(text)


def _balanced(text: str) -> str:
    """The text without brackets that have lost their partner, or that hold all of it."""
    while text.startswith("(") and (text.endswith(")") or ")" not in text):
        text = text.strip("()").strip()
    if text.count("(") < text.count(")"):
        text = text.rstrip(")").rstrip()
    if text.count("(") > text.count(")"):
        head, _, tail = text.rpartition("(")
        text = head.rstrip(" ,;:-–—|") if not tail.strip() else text
    return text
