"""The person's name: found among the lines at the top, and parted into first and last name."""

from __future__ import annotations

import re
import unicodedata

from ats_core.language import fold
from ats_core.parser.document import Line
from ats_core.parser.found import Found
from ats_core.parser.headings import heading_section, is_document_title
from ats_core.parser.places import place_score
from ats_core.parser.vocabulary import company_score, school_score, title_score
from ats_core.parser.wordlist import words_of

_LABEL = re.compile(
    r"^(?:(?:full\s+)?name|nombre(?:\s+completo)?(?:\s+y\s+apellidos)?|nombres?\s+y\s+apellidos|apellidos\s+y\s+nombres?|"
    r"nome(?:\s+completo)?|nom(?:\s+et\s+pr[eé]nom)?|pr[eé]nom\s+et\s+nom|vor-?\s*und\s+nachname|candidate|candidat[eo]?|"
    # The labels of the old Europass form.
    r"(?:surname|first\s+name|nom|pr[eé]nom|apellido|nombre|apelido|nome|nachname|vorname)"
    r"(?:\(s\)|\(n\)|s)?\s*/\s*[\w() ]{3,24})"
    r"\s*[:：]\s*(.+)$",
    re.I,
)
_FIRST_LABEL = re.compile(
    r"^(?:first\s+name|vorname|pr[eé]nom|nombres?|primeiro\s+nome|given\s+name)\s*[:：]\s*(.+)$", re.I
)
_LAST_LABEL = re.compile(
    r"^(?:last\s+name|surname|nachname|familienname|nom(?:\s+de\s+famille)?|apellidos?|sobrenome|family\s+name)\s*[:：]\s*(.+)$",
    re.I,
)
_PREFIX = re.compile(
    r"^(?:(?:dipl\.?\s?-?\s?(?:ing|inf|kfm|kffr|psych|p[aä]d|wirt\.?-?ing|betriebsw|math|phys|chem|biol)\b"
    r"(?:\.?\s?\([^)]*\))?|dra?|profa?|mr|mrs|ms|mx|miss|sr|sra|srta|herr|frau|dipl|ing|m|mme|mlle|don|doña|eng|enf|"
    r"mag|arq|abg|psic|bewerbung(?:\s+(?:von|als))?|vita|"
    r"lic|cv|curriculum vitae|resume|résumé|lebenslauf(?: von)?|currículo|"
    r"curriculum)\b[.:]?\s*(?:(?:med|ing|phil|rer|nat)\b\.?\s*)*)+(?:of |de |von )?(?:[-–—:]\s*)?",
    re.I,
)
# "Hi, I'm Jane Roe" heads a page of one's own.
_GREETING = re.compile(
    r"^(?:(?:hi|hello|hey|hola|ol[aá]|oi|bonjour|salut|hallo|guten\s+tag|moin|servus|welcome)\b[\s,.!]*(?:there[\s,.!]*)?)?"
    r"(?:i\s?(?:['’]\s?m|\s+am)|my\s+name\s+is|this\s+is|soy|yo\s+soy|me\s+llamo|mi\s+nombre\s+es|(?:eu\s+)?sou(?:\s+[oa])?|"
    r"(?:eu\s+)?me\s+chamo|(?:o\s+)?meu\s+nome\s+[eé]|je\s+suis|je\s+m['’]appelle|moi\s+c['’]est|ich\s+bin|"
    r"mein\s+name\s+ist|ich\s+hei(?:ß|ss)e)\s*[:,]?\s+",
    re.I,
)
_PRONOUNS = re.compile(r"\s*\((?:she|he|they|sie|er|ella|[eé]l|elle|il|ela|ele|any)\b[^()]{0,24}\)", re.I)
_TITLE_TAIL = re.compile(
    r"(?:\s*['’]s)?\s*(?:[-–—|:,(]\s*)?\b(?:cv|r[eé]sum[eé]|curriculum(?:\s+vitae)?|curr[ií]culo(?:\s+vitae)?|"
    r"lebenslauf|vitae|hoja\s+de\s+vida)\)?\s*$",
    re.I,
)
# Degrees and licences behind a name ("Jane Roe, BSN, RN").
_LETTERS_BEHIND = re.compile(
    r"(?:,?\s+\(?(?:[A-Z]{2,6}(?:-[A-Z]{1,4})?|Ph\.?\s?D|M\.?\s?D|M\.?\s?Sc|B\.?\s?Sc|M\.?\s?A|B\.?\s?A|M\.?\s?Eng|"
    r"B\.?\s?Eng|Dipl\.?-?\s?(?:Ing|Inf|Kfm|Psych|Wirt\.?-?Ing)|MBA|LL\.?\s?[MB]|Ed\.?\s?D|J\.?\s?D|Esq|Jr|Sr|"
    r"M\.?\s?Ed|B\.?\s?Ed|B\.?\s?Tech|M\.?\s?Tech|MPhil|DPhil|PharmD|PsyD|CPA|[IVX]{2,4})\.?\)?)+$"
)
_SUFFIX = re.compile(
    r",?\s+(?:ph\.?d\.?|m\.?d\.?|mba|m\.?sc\.?|b\.?sc\.?|cpa|pmp|jr\.?|sr\.?|esq\.?|ii|iii|rn|pe|msc|bsc|m\.a\.|b\.a\.)(?=$|,).*$",
    re.I,
)
_DEGREES = words_of(
    """PhD Ph.D MD M.D MBA MSc M.Sc BSc B.Sc BSN MSN RN LPN NP DNP CPA CFA PMP PE MPH MPA LLM JD EdD DPhil
    MPhil PharmD BEng MEng B.Eng M.Eng MA BA B.A M.A MEd CISSP SHRM-CP PHR CRNA FNP-C RDN LCSW DDS DVM PsyD
    Esq Jr Sr II III IV"""
)
_PARTICLES = words_of(
    """de da do das dos del della di van von der den zu la le du des el al bin ibn ben y e af ter ten st dal
    d o"""
)
# Vietnamese family names, which come first.
_FAMILY_FIRST = words_of("nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trịnh")
_FORBIDDEN = re.compile(r"[@/\\:;|!?&=+*<>{}\[\]_#%$€]|\d|\.(?:com|org|net)\b|www")
_TRADE_NAMES = words_of(
    """baker barber bishop butcher butler carpenter carter clark clerk cook cooper dean fisher gardener glover
    hunter judge marshall mason miller page painter parker parson porter potter sawyer shepherd singer smith
    steward tailor tanner taylor turner tyler walker ward weaver wheeler wright bauer becker binder brauer
    drucker fischer fleischer forster gartner glaser jager kaiser kaufmann keller koch kramer kruger lehmann
    maler maurer meier meister metzger muller pfarrer pfeiffer richter sattler schafer schmidt schneider
    schreiber schreiner schuster seiler topfer wagner weber wirth zimmermann barbero caballero cantor
    carpintero carretero cordero escribano guerrero herrera herrero hidalgo marinero mercader molinero
    montero pastor pastora sastre serrano tejedor vaquero zapatero abade barbeiro carreira cavaleiro
    ferreira guerra monteiro oliveira pereira sapateiro teixeira barbier berger boucher boulanger bourgeois
    charpentier chevalier cordier couturier fabre faure fournier lefebvre marchand marechal masson mercier
    meunier pelletier poirier tessier tisserand vigneron leclerc lemaire"""
)
_INITIAL_GLUED = re.compile(r"([A-ZÀ-Þ][^\W\d_A-ZÀ-ÖØ-Þ]+)([A-ZÀ-Þ]\.)([A-ZÀ-Þ][^\W\d_]+)")
_GLUED = re.compile(r"([^\W\d_]+?[^\W\d_A-ZÀ-ÖØ-Þ]{2})([A-ZÀ-ÖØ-Þ][^\W\d_A-ZÀ-ÖØ-Þ]{2,})")
# "McAllister", "LeBlanc" and "FitzRoy" are one word.
_BEGINNINGS = words_of("mc mac de di da le la du des van von fitz ap san saint o st del dos los las ten ver")
# Printed so, these are names, whatever they are without the accent.
_NAMES_TOO = frozenset({"germán"})
# What follows a name on its line without a sign between them.
_REACH = re.compile(r"\s+(?:\S+@\S+|\+\d[\d ()./-]{6,}).*$")
_SLUG = re.compile(r"linkedin(?:\.com/in/|\s?:\s?(?:/?in/)?@?)([a-z]+-[a-z]+)(?![a-z])", re.I)
_CJK = re.compile(r"^[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\s·・]{2,12}$")
_COMMON = words_of(
    """the and of for with my about contact resume curriculum vitae profile summary experience education
    skills page phone email address street avenue road website portfolio photo picture profil
    confidential updated last objetivo telefono direccion endereco adresse telefon born date
    nationality sobre mim perfil languages references available proficient native fluent english
    spanish french german portuguese objective hobbies university"""
)


def find_name(lines: list[Line], others: list[Line], mail: str | None, links: list[str]) -> Found | None:
    """The full name as printed, from the lines of the document's top (and side) parts.

    One of the `others` counts only if the mail address or a profile link repeats it.
    """
    if (labelled := _labelled(lines)) is not None:
        return labelled
    hints = _hints(mail, links)
    best = _best(lines, hints)
    if best is not None and best[1].line is not None:
        best = (best[0], _with_second_line(best[1], best[1].line, lines))
    if best is None or best[0] < 1.0:
        best = _repeated(others, hints) or best
    if (best is None or best[0] < 0.8) and lines and (before := _before_title(lines[0])) is not None:
        best = (1.0, before)
    if best is None and mail:
        return _from_mail(mail)
    if best is None:
        return None
    if (turned := _turned(best[1].value, links)) is not None:
        best[1].value = turned
    if len(best[1].value.split()) == 1 and not _score_of_mail(best[1].value, hints):
        best[1].confidence = min(best[1].confidence, 0.4)
    return best[1]


def _best(lines: list[Line], hints: set[str]) -> tuple[float, Found] | None:
    """The part of a line that looks most like a name, with how much it does."""
    top = max((line.size for line in lines[:80]), default=0.0)
    best: tuple[float, Found] | None = None
    for index, line in enumerate(lines[:80]):
        for position, cell in enumerate(_cells(line)):
            text = _bare(cell)
            score = _score(text, line, hints)
            if score <= 0:
                continue
            score += 0.5 * max(0.0, 1 - index / 12) - 0.15 * position
            if top and line.size >= top - 0.3 and line.size > 0:
                score += 0.6
            if line.level == 1:
                score += 0.4
            if best is None or score > best[0]:
                sure = min(0.99, 0.5 + 0.28 * score)
                best = (score, Found(_parted_print(text), text, sure, line, by="name-shape"))
    return best


def _turned(name: str, links: list[str]) -> str | None:
    """ "Roe Jane" as "Jane Roe" where the address of the LinkedIn profile, made first name first, says so."""
    words = [fold(word) for word in name.split()]
    if len(words) != 2 or "," in name or words[0] == words[1]:
        return None
    for link in links:
        for match in _SLUG.finditer(link):
            if match[1].lower().split("-")[:2] == words[::-1]:
                first, last = name.split()[::-1]
                return f"{first}\x1f{last}"
    return None


def _parted_print(text: str) -> str:
    """JaneRoe as Jane Roe: two weights of a font may stand without a space between them in the file."""
    return " ".join(part for word in text.split() for part in _print_parts(word))


def _print_parts(word: str) -> list[str]:
    if initial := _INITIAL_GLUED.fullmatch(word):
        return list(initial.groups())
    match = _GLUED.fullmatch(word)
    if match is None or fold(match[1]) in _PARTICLES or fold(match[1]) in _BEGINNINGS:
        return [word]
    return [match[1], match[2]]


def _score_of_mail(word: str, hints: set[str]) -> bool:
    """True if the mail address or a profile link repeats the word."""
    return any(fold(word).replace(" ", "") in hint for hint in hints)


def _with_second_line(found: Found, line: Line, lines: list[Line]) -> Found:
    """The name with the part that stands on the line above or below it in the same large print."""
    if (wrapped := _wrapped_name(found, line, lines)) is not None:
        return wrapped
    usual = sorted(other.size for other in lines)[len(lines) // 2]
    if usual <= 0 or line.size < 1.3 * usual or len(found.value.split()) > 4 or len(line.cells) > 1:
        return found
    at = next((index for index, other in enumerate(lines) if other is line), 0)
    value, added = found.value, 0
    for index in (*range(at - 1, max(-1, at - 4), -1), *range(at + 1, min(len(lines), at + 4))):
        other = lines[index]
        text = _bare(other.text)
        alike = abs(other.size - line.size) < 0.5 and other.bold == line.bold and other.page == line.page
        if not alike or not _aligned(other, line) or len(text.split()) > 3 or _score(text, other, set()) <= 0:
            continue
        if added < 2 and len(value.split()) < 6:
            value = f"{value} {text}" if index > at else f"{text} {value}"
            added += 1
    return Found(value, found.raw, found.confidence, found.line, by=found.by)


def _aligned(one: Line, other: Line) -> bool:
    """True if the two lines begin at the same place, end there, or have the same middle."""
    if not one.boxes or not other.boxes:
        return abs(one.left - other.left) < 4
    left, right = abs(one.left - other.left), abs(one.boxes[-1][2] - other.boxes[-1][2])
    middle = abs((one.left + one.boxes[-1][2]) - (other.left + other.boxes[-1][2])) / 2
    return min(left, right, middle) < 4


def _wrapped_name(found: Found, line: Line, lines: list[Line]) -> Found | None:
    """The name with its last words from the next line, where those stand before a bar or alone; else None."""
    at = next((index for index, other in enumerate(lines) if other is line), len(lines))
    if at + 1 >= len(lines) or not line.size or not line.text.endswith(found.raw):
        return None
    other = lines[at + 1]
    first, bar, _ = other.text.partition("|")
    words = first.split()
    near = abs(other.size - line.size) < 0.5 and other.page == line.page and other.bold == line.bold
    if not (near and other.gap < 0.5 and bar and 0 < len(words) < 3 and all(map(_is_name_word, words))):
        return None
    return Found(f"{found.value} {first.strip()}", found.raw, found.confidence, found.line, by=found.by)


def _repeated(lines: list[Line], hints: set[str]) -> tuple[float, Found] | None:
    """The first line outside of the usual places that the address of the person repeats."""
    for line in lines[:200]:
        text = _bare(line.text)
        if len(text.split()) >= 2 and (score := _score(text, line, hints)) > 1.0:
            return score, Found(text, text, 0.8, line, by="email-repeats-name")
    return None


def _cells(line: Line) -> list[str]:
    """The pieces of a line that may be a name: "Jane Roe - Engineer" and "Jane Roe | Engineer" hold one."""
    parts = []
    for cell in line.cells[:2]:
        if _bare(cell) != cell and "," not in _bare(cell):
            parts.append(_REACH.sub("", cell))
            continue
        if _turned_by_comma(cell):
            parts.append(cell)
            continue
        told = re.match(r"([^:/]{3,40})(?:\s*:\s+|\s+/\s+)(.+)$", cell)
        if told is not None and title_score(told[2]) > 0:
            parts.append(told[1])
            continue
        # A list of what the person is may follow the name.
        sign = r",\s+" if cell.count(",") > 1 else r",\s+(?=[^,]*$)"
        parts += [_REACH.sub("", part) for part in re.split(rf"\s+[-–—|•·]\s+|{sign}", cell)[:2]]
    return parts


def _turned_by_comma(text: str) -> bool:
    """True for "ROE, Jane": one word or capitals before a comma, and a first name behind it."""
    last, comma, first = text.partition(",")
    words = first.split()
    if not comma or "," in first or not 1 <= len(words) <= 2 or not all(map(_is_name_word, words)):
        return False
    if len(last.split()) > 1 and not (last.isupper() and not first.isupper()):
        return False
    return last.isalpha() and not (
        title_score(first) or place_score(first) >= 0.6 or place_score(text) >= 0.6
    )


def _before_title(line: Line) -> Found | None:
    """The name in front of an occupation with no sign between them ("Jane Roe Registered Nurse")."""
    words = line.cells[0].split()
    if not 3 <= len(words) <= 7 or title_score(line.cells[0]) == 0:
        return None
    name = " ".join(words[:2])
    if title_score(" ".join(words[2:])) == 0 or _score(name, line, set()) <= 0 or title_score(name):
        return None
    return Found(name, name, 0.6, line, by="name-shape")


def _labelled(lines: list[Line]) -> Found | None:
    first = last = None
    for line in lines[:60]:
        text = re.sub(r":?\t", ": ", line.text)
        if (match := _LABEL.match(text)) and _score(_bare(match[1].split("\t")[0]), line, set()) > 0:
            value = _bare(match[1].split("\t")[0])
            return Found(value, value, 0.97, line, by="contact-label")
        first = first or ((m := _FIRST_LABEL.match(text)) and (m[1].split("\t")[0].strip(), line)) or None
        last = last or ((m := _LAST_LABEL.match(text)) and (m[1].split("\t")[0].strip(), line)) or None
    if first and last:
        return Found(f"{first[0]}\x1f{last[0]}", first[0], 0.97, first[1], by="contact-label")
    return None


def _bare(text: str) -> str:
    text = _GREETING.sub("", text.strip(" ,|•·-–—\u200e\u200f")).rstrip(" !.") or text
    text = _SUFFIX.sub("", _PREFIX.sub("", _PRONOUNS.sub("", text)))
    text = _TITLE_TAIL.sub("", text) or text
    return _without_letters(text).strip(" ,|•·-–—")


def _without_letters(text: str) -> str:
    """The name without the letters of degrees behind it, unless all of it is in capitals."""
    if "," in text:
        name, _, rest = text.partition(",")
        letters = _LETTERS_BEHIND.fullmatch(", " + rest.strip())
        return name if letters is not None and len(name.split()) > 1 else text
    bare = _LETTERS_BEHIND.sub("", text)
    degrees = bare != text and not bare.isupper() and re.search(r"[a-z]{2}", bare) and len(bare.split()) > 1
    # "Jean DUPONT" ends in a last name.
    sure = degrees and all(word.strip("(),.") in _DEGREES for word in text[len(bare) :].split())
    return bare if sure else text


def _hints(mail: str | None, links: list[str]) -> set[str]:
    """Folded word parts of the mail address and the profile links: names mostly come back there."""
    sources = [mail.partition("@")[0] if mail else ""]
    sources += [m[1] for link in links if (m := re.search(r"linkedin\.com/in/([\w%-]+)", link))]
    return {fold(source).replace(" ", "").replace("_", "") for source in sources if source}


def _score(text: str, line: Line, hints: set[str]) -> float:
    """How much the text looks like a person's name; 0 or less if it cannot be one."""
    if (
        not 2 <= len(text) <= 60
        or _FORBIDDEN.search(text)
        or heading_section(text)
        or is_document_title(text)
    ):
        return 0.0
    if _CJK.match(text):
        return 1.0
    words = text.replace(",", " ").split()
    if len(words) == 1 and len(text) < 3 and text.isascii():
        return 0.0  # "MA" is where somebody lives
    if len(words) > 7 or not all(_is_name_word(word) for word in words):
        return 0.0
    folded = fold(text).split()
    if not folded:
        return 0.7 if all(unicodedata.category(c)[0] in "LMZ" for c in text) else 0.0
    if (
        any(word in _COMMON for word in folded if _NAMES_TOO.isdisjoint(text.casefold().split()))
        or place_score(text) >= 0.9
        or school_score(text)
        or company_score(text)
    ):
        return 0.0
    matched = sum(1 for word in folded if len(word) > 2 and any(word in hint for hint in hints))
    score = 0.5 + min(1.0, 0.6 * matched)
    # "Hanna Koch" at the top is a person, whatever a cook is called.
    trade = 1 < len(folded) < 4 and folded[-1] in _TRADE_NAMES and not title_score(" ".join(words[:-1]))
    if title_score(text) and not matched and not trade:
        return 0.0
    if len(words) == 1:
        score -= 0.3 if not matched else 0.1
    if line.bullet:
        score -= 0.4
    return score


def _is_name_word(word: str) -> bool:
    bare = word.strip(".,'’()\"“”-")
    if not bare:
        return False
    if fold(bare) in _PARTICLES:
        return True
    first = bare[0]
    return first.isalpha() and (first.isupper() or not (first.islower()) or first.istitle())


def _from_mail(mail: str) -> Found | None:
    parts = [part for part in re.split(r"[._-]+", mail.partition("@")[0]) if part.isalpha() and len(part) > 1]
    if len(parts) != 2:
        return None
    return Found(" ".join(part.capitalize() for part in parts), mail, 0.4, by="email-letters")


def part_name(full: str, language: str) -> tuple[str | None, str | None]:
    """First and last name; Iberian names have two last names, Chinese ones begin with it."""
    if "\x1f" in full:
        first, _, last = full.partition("\x1f")
        return _case(first), _case(last)
    full = re.sub(r"\s*[(\"“][^)\"”]*[)\"”]\s*", " ", full).strip() or full
    if _CJK.match(full):
        return _part_cjk(full)
    if "," in full:
        last, _, first = full.partition(",")
        return _case(first.strip()) or None, _case(last.strip()) or None
    words = full.split()
    if len(words) == 1:
        return _case(words[0]), None
    if len(words) > 2 and words[0].casefold() in _FAMILY_FIRST:
        return _case(" ".join(words[1:])), _case(words[0])
    caps = [word.isupper() and len(word.strip(".")) > 1 for word in words]
    # An initial is a capital in either print: "DESMOND K. ROE" and "Desmond K. Roe" tell nothing by it.
    told = [cap for word, cap in zip(words, caps, strict=True) if len(word.strip(".")) > 1]
    if any(told) and not all(told):
        return _part_by_caps(words, caps)
    cut = _cut(words, language)
    return _case(" ".join(words[:cut])), _case(" ".join(words[cut:]), last=True)


def _part_cjk(full: str) -> tuple[str | None, str | None]:
    words = re.split(r"[\s·・]+", full)
    if len(words) == 2:
        return words[1], words[0]
    joined = "".join(words)
    return (joined[1:] or None, joined[:1]) if len(joined) <= 3 else (joined[2:], joined[:2])


def _part_by_caps(words: list[str], caps: list[bool]) -> tuple[str | None, str | None]:
    """French and German usage: the last name in capitals, before or after the first name."""
    last = [word for word, cap in zip(words, caps, strict=True) if cap]
    first = [word for word, cap in zip(words, caps, strict=True) if not cap]
    while first and fold(first[-1]) in _PARTICLES and not caps[0]:
        last.insert(0, first.pop())
    return _case(" ".join(first)) or None, _case(" ".join(last)) or None


def _cut(words: list[str], language: str) -> int:
    """Index of the first word of the last name."""
    for index in range(1, len(words)):
        if fold(words[index]) in _PARTICLES and index + 1 < len(words):
            return 1 if language == "pt" else index
    if language == "es" and len(words) >= 3:
        return len(words) - 2
    if language == "pt" and len(words) >= 3:
        return 1
    return len(words) - 1


def _case(text: str, *, last: bool = False) -> str:
    """`text` in name case where it is set in capitals (or in none)."""
    if not (text.isupper() or text.islower()) or _CJK.match(text):
        return text
    made = [
        word.lower() if fold(word) in _PARTICLES and (last or index) else _capitalised(word)
        for index, word in enumerate(text.split())
    ]
    return " ".join(made)


def _capitalised(word: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda m: m[0][:1].upper() + m[0][1:].lower(), word)
