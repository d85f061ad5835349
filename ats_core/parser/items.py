"""The items of a list, in whatever way the list is set: with commas, bullets, columns, labels, as a table."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ats_core.language import fold
from ats_core.parser.dates import find_dates, without_dates
from ats_core.parser.document import Line
from ats_core.parser.found import Found
from ats_core.parser.grouplabels import is_group_label, label_before, without_leading_label
from ats_core.parser.headings import heading_section
from ats_core.parser.tongues import HUMAN_LANGUAGES, speaks_languages
from ats_core.parser.wordlist import phrases_of, words_of

LEVELS = phrases_of(
    """beginner; intermediate; advanced; expert; master; proficient; fluent; native; basic; basics; novice;
    competent; familiar; experienced; professional; native speaker; mother tongue; working knowledge; skilled;
    excellent; good; elementary; upper intermediate; very good; strong; solid; limited;
    basico; intermedio; avanzado; experto; nativo; alto; medio; bajo; fluido; nivel alto; nivel medio;
    nivel basico; nivel avanzado; nivel intermedio; principiante; intermedio alto; lengua materna;
    intermediario; avancado; fluente; especialista; iniciante; alto nivel; nivel intermediario;
    debutant; intermediaire; avance; confirme; courant; maitrise; notions; bilingue; langue maternelle;
    bon niveau; natif; grundkenntnisse; fortgeschritten; fliessend; experte; anfanger; muttersprache; meister;
    sehr gut; gut; verhandlungssicher; muttersprachler; grundlagen; profi; sehr gute kenntnisse;
    gute kenntnisse; sicher; grundlegend; erweiterte kenntnisse; expertenkenntnisse"""
)
_LEVEL_WORDS = frozenset(word for level in LEVELS for word in level.split()) | words_of(
    """a1 a2 b1 b2 c1 c2 level nivel niveau approximately about gesprochen geschrieben spoken written read
    lu ecrit parle in wort und schrift and y e et conversational conversacional toefl ielts toeic dele delf
    professionnel profissional profesional tecnico technical tecnica lengua langue lingua materna
    maternelle"""
)
_LEVEL = r"(?:" + "|".join(sorted((re.escape(v) for v in LEVELS), key=len, reverse=True)) + ")"
_LEVEL_TAIL = re.compile(rf"(?<!\s)\s*(?:[(\[–—:-]\s*)?{_LEVEL}\s*[)\]]?$", re.I)
_LEVEL_APART = re.compile(rf"(?<!\s)\s*(?:[(\[]\s*|[–—:-]\s+){_LEVEL}\s*[)\]]?$", re.I)
# "Very good knowledge of SQL" and "Gute Kenntnisse in Creo" list SQL and Creo.
_LEVEL_HEAD = re.compile(
    r"^(?:(?:very\s+|sehr\s+|très\s+|muy\s+)?"
    r"(?:good|strong|solid|advanced|basic|excellent|working|deep|in-depth|proven|expert|"
    r"gute|fundierte|solide|umfassende|umfangreiche|sichere[rn]?|tiefe|breite|erweiterte|"
    r"bonnes?|solides?|excellentes?|parfaites?|buen(?:os)?|amplios?|s[oó]lidos?|avanzados?|b[aá]sicos?|"
    r"bons|s[oó]lidos|amplos|avan[cç]ados)\s+"
    r"(?:knowledge|understanding|command|experience|skills?|proficiency|expertise|"
    r"(?:grund)?kenntnisse|erfahrung(?:en)?|umgang|"
    r"connaissances?|ma[iî]trise|conocimientos?|dominio|manejo|conhecimentos?|dom[ií]nio)\s+"
    r"(?:of|in|with|im|mit|de|des|du|en|em|sur|d['’])\s*(?:the\s+|la\s+|le\s+|l['’])?"
    r"|(?:proficient|experienced|skilled|fluent|competent|familiar)\s+(?:in|with)\s+"
    r"|(?:grund)?kenntnisse\s+in\s+)(?=\S)",
    re.I,
)
# Each begins at the first of the spaces before it: a long run of them is tried once.
_YEARS_TAIL = re.compile(
    r"(?<!\s)\s*(?:[(–—-]\s*)?\d{1,2}\+?\s*(?:years?|yrs?|años|anos|ans|jahre)\b.*$|(?<!\s)\s*\(\d+\)$|"
    r"(?<!\s)\s*[●○★☆⬤◯▪▫•■□▮▯█░⚫⚪✩✭✮⭐]{2,}.*$|(?<!\s)\s*[(\[]?\d{1,3}\s?%[)\]]?$|"
    r"(?<!\s)\s*[(\[]?\d{1,2}\s?/\s?(?:5|10)[)\]]?$",
    re.I,
)
_LABEL = re.compile(r"^([^:;\t]{2,60}?)\s*:\s*(.*)$")
_SKIP_LABEL = re.compile(
    r"^(?:categor[iy]a?|category|cat[eé]gorie|kategorie|level|nivel|n[ií]vel|niveau)\b", re.I
)
_LANGUAGE_LABEL = re.compile(
    r"^(?:(?:spoken|human|foreign|natural)\s+)?(?:languages?|idiomas?|langues?|(?:fremd)?sprachen|"
    r"l[ií]nguas|sprachkenntnisse)\b",
    re.I,
)
_INTEREST_LABEL = re.compile(
    r"^(?:hobb(?:y|ies|ys)|interests?|interessen|inter[eé]ses|interesses|aficiones|loisirs|freizeit|"
    r"certifi\w+|zertifi\w+|certificaciones|driving\s+licen[cs]e|licen[cs]es?|lizenzen|licencias?|licen[cç]as?|"
    r"f[uü]hrerschein(?:klasse)?|permis)\b",
    re.I,
)
_BULLETS = "•·●▪|‣∙◦⋅■♦◆▸►›»✓✔"
_BULLETED = re.compile(rf"[{re.escape(_BULLETS)}]")
_LISTED = re.compile(rf"[,;:\t{re.escape(_BULLETS)}]")
_RUN_ON = re.compile(r"(?<=[\w)])\.\s+(?=[A-ZÀ-Þ][\w /&-]{1,30}:\s)")
_SENTENCES = re.compile(r"(?<=[\w)+#])\.\s+(?=[A-ZÀ-Þ])")
_AND = re.compile(r"\s+(?:and|or|y|e|et|und|sowie|ou|oder)\s+", re.I)
_AND_HEAD = re.compile(r"^(?:and|y|e|et|und|or|sowie|as\s+well\s+as|including|incl\.)\s+", re.I)
_ETC = phrases_of(
    """etc; et cetera; and more; and others; y mas; y otros; entre otros; entre otras; e outros; e mais; u a;
    usw; u v m; und mehr; et autres; et plus; ao; among others; more; others; otros; outros"""
)
_MISC = words_of(
    "other others misc miscellaneous various sonstiges sonstige diverses autre autres divers otros varios"
)
_COLUMNS = words_of(
    """skill skills level levels years year comment comments experience area category technology technologies
    tool tools proficiency name description last used details
    habilidad habilidades nivel anos area categoria herramienta herramientas tecnologia tecnologias detalle
    detalles comentario comentarios competencia competencias conhecimento conhecimentos descricao experiencia
    competence competences niveau domaine categorie technologie outil outils annees details
    kenntnis kenntnisse bereich kategorie erfahrung werkzeug werkzeuge jahre technologie technologien
    beschreibung fahigkeit fahigkeiten of de der in"""
)
_SKILL_COLUMNS = words_of(
    """skill skills technology technologies tool tools habilidad habilidades herramienta herramientas
    tecnologia tecnologias competencia competencias conhecimento conhecimentos competence competences
    technologie outil outils kenntnis kenntnisse werkzeug werkzeuge technologien fahigkeit fahigkeiten"""
)
_GROUP_COLUMNS = words_of("area category categoria categorie bereich kategorie domaine")
_PHRASES = 8
_MARGINS = 4
_MAX_WORDS = 10
_MAX_LETTERS = 80


@dataclass(slots=True)
class _Row:
    """A line of the list with the text of it that holds items."""

    text: str
    line: Line
    labelled: bool = False  # a group's name stood before the items
    whole: bool = False  # one item, whatever commas it has


def list_items(*lists: list[Line]) -> list[Found]:
    """The items of list sections, parted by commas, bullets, columns or lines, without labels and levels."""
    rows = [
        row for lines in lists for row in _whole_phrases(_wrapped(_without_glued_labels(list(_rows(lines)))))
    ]
    chips = _are_chips(rows)
    stopped = sum(row.text.endswith(".") for row in rows) > 0.6 * len(rows)
    items: list[Found] = []
    for row in rows:
        if row.whole:
            items.extend(item for item in (_item(row.text, row.line),) if item is not None)
            continue
        if _SKIP_LABEL.match(row.text) or (not stopped and not row.line.bullet and _is_sentence(row.text)):
            continue
        for part in _parts(row.text, chips=chips, alone=len(rows) == 1):
            items.extend(item for piece in _pair(part) if (item := _item(piece, row.line)) is not None)
    return items


def _whole_phrases(rows: list[_Row]) -> list[_Row]:
    """The rows with those marked as one item that have a comma where nearly all others are one item each."""
    listed = [row for row in rows if re.search(r"[,;:\t|]", row.text)]
    if len(rows) < _PHRASES or len(listed) > 0.2 * len(rows):
        return rows
    for row in listed:
        row.whole = row.line.bullet and len(row.text.split()) > 4 and not re.search(r"[:;\t|]", row.text)
    return rows


def _rows(lines: list[Line]) -> Iterator[_Row]:
    """The lines that hold items, without heads and label columns of tables and without group names."""
    columns, lines = _table_head(lines)
    labelled = columns is None and _has_label_column(lines)
    groups = _categories(lines)
    below = False
    margins = [line.left for line in lines if labelled and len(line.cells) == 2 and line.boxes]
    for line in lines:
        if labelled and len(line.cells) == 1 and any(abs(line.left - margin) < 3 for margin in margins):
            continue  # the name of a group goes on
        if id(line) in groups or (find_dates(line.text) and _only_dates(line.text)):
            below = True
            continue
        text = line.text
        if columns is not None and len(line.cells) > 1:
            text = _cell_below(columns, line)
        elif labelled and len(line.cells) == 2:
            text = line.cells[1]
        yield _Row(text, line, below)
        below = False


def _table_head(lines: list[Line]) -> tuple[tuple[Line, int] | None, list[Line]]:
    """The line that names a table's columns with the column of the skills, and the lines below it."""
    for index, line in enumerate(lines[:2]):
        cells = [fold(cell).split() for cell in line.cells]
        if len(cells) < 2 or not all(cell and all(word in _COLUMNS for word in cell) for cell in cells):
            continue
        named = [at for at, cell in enumerate(cells) if any(word in _SKILL_COLUMNS for word in cell)]
        if named:
            return (line, named[-1] if _says_group(cells[0]) else named[0]), lines[index + 1 :]
    return None, lines


def _says_group(words: list[str]) -> bool:
    return not _GROUP_COLUMNS.isdisjoint(words)


def _cell_below(columns: tuple[Line, int], line: Line) -> str:
    """The cell of the line in the column of the skills."""
    head, at = columns
    if line.boxes and head.boxes and len(line.boxes) == len(line.cells) and at < len(head.boxes):
        left = head.boxes[at][0]
        nearest = min(range(len(line.cells)), key=lambda index: abs(line.boxes[index][0] - left))
        return line.cells[nearest]
    missing = max(0, len(head.cells) - len(line.cells))
    return line.cells[min(max(0, at - missing), len(line.cells) - 1)]


def _has_label_column(lines: list[Line]) -> bool:
    """True if the first of two columns names what the second lists."""
    pairs = [line.cells for line in lines if len(line.cells) == 2]
    if len(pairs) < 2 or any(_LISTED.search(first) for first, _ in pairs if not first.endswith(":")):
        return False
    # A wrapped list goes on in lines of one cell.
    if sum(len(line.cells) > 2 for line in lines) or len(pairs) < 0.4 * len(lines):
        return False
    listed = sum("," in second or bool(_BULLETED.search(second)) for _, second in pairs)
    return listed >= max(2, 0.5 * len(pairs))


def _categories(lines: list[Line]) -> set[int]:
    """The ids of the lines that only name a group of items: by their look, their words or what follows."""
    sizes = sorted(line.size for line in lines)
    usual = sizes[len(sizes) // 2] if sizes else 0.0
    plain = sum(1 for line in lines if not line.bold)
    turns = _take_turns(lines)
    found = set()
    indented = _above_indented(lines)
    for line, following in reversed(list(itertools.pairwise(lines))):
        apart = is_group_label(line.text) and min(line.gap, following.gap) > 0.5
        if apart and line.bullet and len(line.cells) == 1:
            found.add(id(line))
        if line.bullet or any(_LISTED.search(cell) for cell in line.cells):
            continue
        larger = line.level > following.level or (
            usual and line.size > usual + 0.6 and following.size < line.size
        )
        if larger or id(line) in indented:
            found.add(id(line))
        if _above_keywords(line, following, lines):
            found.add(id(line))
            continue
        marked = line.bold and not following.bold and 2 * plain >= len(lines)
        if len(line.cells) > 1:
            if marked and following.boxes and not any(map(_is_technical, line.cells)):
                found.add(id(line))
            continue
        # In capitals, above what is not.
        loud = line.text.isupper() and len(line.text) > 4 and following.text.upper() != following.text
        lists = _LISTED.search(following.text) is not None
        if line.text.isupper() and line.bold and following.text.isupper() and id(following) in found:
            found.add(id(line))  # a group's name on two lines
        if says_level(following.text) or _SKIP_LABEL.match(following.text):
            if id(line) not in indented:
                found.discard(id(line))  # a skill above how well it is known
            continue
        named = is_group_label(line.text) or heading_section(line.text) in {"skills", "languages"}
        if (
            marked
            or (loud and lists)
            or (named and (lists or _stands_alone(line, lines)))
            or (turns and lists)
        ):
            found.add(id(line))
    return found


def _above_indented(lines: list[Line]) -> set[int]:
    """The ids of the lines above items that are indented; how well they are known may stand between."""
    found: set[int] = set()
    left = min((line.left for line in lines if line.boxes), default=0.0)
    if len({round(line.left) for line in lines if line.boxes}) > _MARGINS:
        return found  # set against the right margin
    for index, line in enumerate(lines[:-1]):
        if not line.boxes or line.bullet:
            continue
        below = next((other for other in lines[index + 1 : index + 3] if not _only_levels(other)), None)
        if below is None or not below.boxes or below.page != line.page or below.bullet:
            continue
        outer = line.left <= left + 3
        if outer and 8 < below.left - line.left < 60 and below.size <= line.size + 0.1:
            found.add(id(line))
    return found


def _above_keywords(line: Line, following: Line, lines: list[Line]) -> bool:
    """True for a name above how well it is known, and that above smaller print that says what it is."""
    if not says_level(following.text) or not line.size:
        return False
    at = next(index for index, other in enumerate(lines) if other is following)
    below = lines[at + 1] if at + 1 < len(lines) else None
    if below is None or _SKIP_LABEL.match(below.text) or says_level(below.text):
        return False
    return below.size < line.size - 0.3 and below.page == line.page and below.gap < 1.2


def _only_levels(line: Line) -> bool:
    return all(map(says_level, line.cells))


def _stands_alone(line: Line, lines: list[Line]) -> bool:
    """True for a line without bullet among lines that have one."""
    return not line.bullet and any(other.bullet for other in lines)


def _take_turns(lines: list[Line]) -> bool:
    """True if a line with one name and a line with a list of them take turns, from the first to the last."""
    listed = [_LISTED.search(line.text) is not None for line in lines]
    single = [not is_list for is_list in listed]
    if len(lines) < 4 or not single[0] or single[-1] or 2 * sum(single) < 4:
        return False
    short = all(len(line.text.split()) < 6 for line, alone in zip(lines, single, strict=True) if alone)
    return short and not any(one and two for one, two in itertools.pairwise(single))


def _wrapped(rows: list[_Row]) -> list[_Row]:
    """The rows with those put together that the margin or a narrow column broke."""
    rights: dict[tuple[int | None, int], float] = {}
    for row in rows:
        if row.line.boxes:
            column = (row.line.page, round(row.line.left / 40))
            rights[column] = max(rights.get(column, 0.0), row.line.boxes[-1][2])
    made: list[_Row] = []
    for row in rows:
        last = made[-1] if made else None
        if last is not None and _goes_on(last, row, rights):
            made[-1] = _Row(f"{last.text} {row.text}", row.line if row.line.boxes else last.line)
        else:
            made.append(row)
    return made


def _goes_on(last: _Row, row: _Row, rights: dict[tuple[int | None, int], float]) -> bool:
    """True if the row goes on with the list that the row before broke off."""
    line = row.line
    if (
        line.bullet
        or row.labelled
        or len(line.cells) > 1
        or "\t" in last.text
        or _label_of(row.text) is not None
    ):
        return False
    if _YEARS_TAIL.search(last.text):
        return False  # how well the last one is known ends it
    listed = "," in last.text or _BULLETED.search(last.text) is not None
    if listed and last.text.rstrip()[-1:] in {",", "&", "/", *_BULLETS}:
        return True
    if not listed or last.text.rstrip().endswith((".", ";")):
        return False
    if last.line.boxes and line.boxes:
        column = (last.line.page, round(last.line.left / 40))
        first = len(row.text.split()[0]) * 0.5 * (line.size or 10)
        full = last.line.boxes[-1][2] + first > rights.get(column, 0.0) - 2
        near = line.page == last.line.page and line.gap < 0.9 and abs(line.size - last.line.size) < 0.5
        if full and near and len(last.text) > 40:
            return True
    return _one_item(re.split(rf"[,;{re.escape(_BULLETS)}]", last.text)[-1].strip(), row.text)


def _one_item(open_item: str, text: str) -> bool:
    """True if the end of one row and the beginning of the next are one item."""
    from ats_core.taxonomy import find

    if not open_item or len(open_item.split()) > 3 or fold(open_item) in _ETC:
        return False
    if text[:1].islower():
        return "," in text or len(text.split()) <= 3
    first = re.split(r"[,;]", text)[0].strip()
    return find(open_item) is None and find(f"{open_item} {first}") is not None


def _without_glued_labels(rows: list[_Row]) -> list[_Row]:
    """The rows without the group's name that stands before the items with no sign between them.

    "Databases MySQL, Oracle": where several rows begin so, a label stood there in another print.
    """
    cut: dict[int, str] = {}
    for index, row in enumerate(rows):
        if "," not in row.text or _label_of(row.text) is not None:
            continue
        first = re.split(rf"[,;{re.escape(_BULLETS)}]", row.text)[0]
        rest = without_leading_label(first)
        if rest is not None and not _is_known(first) and (rest[:1].isupper() or not rest[:1].isalpha()):
            cut[index] = row.text[row.text.find(rest, len(first) - len(rest) - 3) :]
    if len(cut) < 2 or 2 * len(cut) < len(rows):
        return rows
    made = []
    for index, row in enumerate(rows):
        text = cut.get(index, row.text)
        found = index in cut
        glued = re.match(r"([^\W\d_]{4,}?[^\W\d_A-ZÀ-Þ])(?=[A-ZÀ-Þ])", row.text) if index not in cut else None
        if glued is not None and is_group_label(glued[1]):
            text = row.text[glued.end() :]
            found = True
        head, _, rest = row.text.partition(" ")
        if not found and rest and is_group_label(head) and _labels_in_column(rows, cut):
            text, found = rest, True
        made.append(_Row(text, row.line, found or row.labelled))
    return made


def _labels_in_column(rows: list[_Row], cut: dict[int, str]) -> bool:
    """True if three of four rows begin with a group's name: then the others do too."""
    return len(cut) > 2 and 4 * len(cut) >= 3 * (len(rows) - 2)


def _is_known(text: str) -> bool:
    from ats_core.taxonomy import find

    match = find(text)
    return match is not None and match.confidence >= 0.9


def _is_sentence(text: str) -> bool:
    """True for a remark among the items: many words, or a few with a full stop, and no list of any kind."""
    if _LISTED.search(text):
        return False
    words = len(re.sub(r"\([^()]*\)", "", text).split())
    return words > 9 or (words > 3 and text.endswith("."))


def _label_of(text: str) -> tuple[str, str] | None:
    """The label at the head of the text and what follows it; None if there is none."""
    match = _LABEL.match(text)
    if match is None or text[match.end(1) :].lstrip().startswith("://"):
        return None
    label = match[1]
    if label.count("(") != label.count(")") or re.search(r"https?$", label):
        return None
    bare = re.sub(r"\([^()]*\)", "", label)
    if len(bare) > 48:
        return None
    if "," in bare and not is_group_label(bare) and (bare.count(",") > 1 or label_before(bare)):
        return None
    return label, match[2]


def _parts(text: str, *, chips: bool, alone: bool) -> Iterator[str]:
    """The printed items of one row, labels left out."""
    if re.fullmatch(r"\([^()]*\)", text):
        text = text[1:-1]  # all of it in brackets, below the name of a group
    for stretch in map(str.strip, _RUN_ON.split(text)):
        label = _label_of(stretch)
        if label is None:
            yield from _cut(stretch, chips=chips, alone=alone)
            continue
        name, rest = label
        if _INTEREST_LABEL.match(name) or (_LANGUAGE_LABEL.match(name) and speaks_languages(rest)):
            continue
        if says_level(rest):
            yield name
        elif _describes(name, rest):
            yield stretch if len(rest.split()) < 6 else name
        else:
            yield from _cut(rest, chips=chips, alone=alone)


def says_level(text: str) -> bool:
    """True for "advanced", "B2", "5 years" and "80 %": what stands behind the name of a skill."""
    bare = text.strip(" .;()-–—")
    if not bare:
        return False
    return fold(bare) in LEVELS or not _YEARS_TAIL.sub("", " " + bare).strip() or not re.search(r"\w", bare)


def _describes(name: str, rest: str) -> bool:
    """True if what follows the colon tells about the skill before it instead of listing skills."""
    if _LISTED.search(rest) or is_group_label(name) or len(rest.split()) < 3:
        return False
    return not _is_known(rest) and _LEVEL_HEAD.match(rest) is None and heading_section(name) is None


def _cut(text: str, *, chips: bool, alone: bool) -> Iterator[str]:
    """The text in items: at bullets, where there are several, else at commas, semicolons and dashes too."""
    bullets = len(_split(text, _BULLETS)) - 1
    commas = len(_split(text, ",;")) - 1
    signs = _BULLETS + "\t" if bullets > 1 and bullets >= 2 * commas else _BULLETS + "\t,;"
    if text.count("\t") > 1 and text.count("|") == 1:
        signs = signs.replace("|", "")  # a bar inside of one cell
    for part in _split(text, signs):
        slashed = _split(part, "/", spaced=True)
        # "HTML / CSS / Sass" is one item among others.
        if not commas and not bullets and len(slashed) > (2 if alone else 3):
            yield from slashed
            continue
        dashed = _split(part, "–—-", spaced=True)
        short = all(len(piece.split()) < 5 for piece in dashed)
        if (len(dashed) > 2 and short) or (len(dashed) == 2 and all(map(_is_technical, dashed))):
            yield from dashed
        elif len(dashed) == 2 and (says_level(dashed[1]) or len(dashed[1].split()) > 3):
            yield dashed[0]
        elif len(dashed) == 2 and is_group_label(dashed[0]):
            yield dashed[1]
        elif (at := _inner_label(part)) is not None:
            yield from at
        elif (sentences := _SENTENCES.split(part)) and len(sentences) > 2:
            yield from sentences
        else:
            yield from _apart(part, chips=chips) if part.strip() == text.strip() else (part,)


def _inner_label(part: str) -> tuple[str, ...] | None:
    """The items around a label inside of the part ("MongoDB Frameworks: Django"); None if it holds none."""
    head, colon, tail = part.partition(": ")
    if not colon or head.count("(") != head.count(")"):
        return None
    at = label_before(head)
    return (head[:at].strip(), tail) if at is not None else None


def _split(text: str, signs: str, *, spaced: bool = False) -> list[str]:
    """The text cut at these signs where they stand outside of brackets (`spaced`: between spaces)."""
    parts, start, depth = [], 0, 0
    for index, letter in enumerate(text):
        if letter in "([":
            depth += 1
        elif letter in ")]":
            depth = max(0, depth - 1)
        elif letter in signs and (depth == 0 or letter == "\t"):
            around = text[index - 1 : index] + text[index + 1 : index + 2]
            if (spaced and around.strip()) or (letter == "," and around.isdigit() and len(around) == 2):
                continue
            parts.append(text[start:index])
            start, depth = index + 1, 0
    parts.append(text[start:])
    return [part for part in parts if part.strip()]


def _are_chips(rows: list[_Row]) -> bool:
    """True if the rows hold several skills each with nothing but a space between them."""
    bare = [row for row in rows if not _LISTED.search(row.text) and len(row.text.split()) > 1]
    if len(bare) < 2 or 2 * len(bare) < len(rows):
        return False
    several = sum(len(list(_apart(row.text))) > 1 for row in bare)
    return several >= max(2, 0.3 * len(bare))


def _apart(text: str, *, chips: bool = False) -> Iterator[str]:
    """The skills of a text that sets them side by side, each known; among chips one of them will do."""
    words = text.split()
    if not 2 <= len(words) <= 12 or re.search(r"[(/&]\s|\s[(/&+:-]", text) or _AND.search(text):
        yield text
        return
    pieces: list[tuple[str, bool]] = []
    at = 0
    while at < len(words):
        for size in range(min(4, len(words) - at), 0, -1):
            span = " ".join(words[at : at + size])
            if _is_technical(span, 0.96) and not _is_several(span):
                pieces.append((span, True))
                at += size
                break
        else:
            if pieces and not pieces[-1][1]:
                pieces[-1] = (f"{pieces[-1][0]} {words[at]}", False)
            else:
                pieces.append((words[at], False))
            at += 1
    known = sum(is_known for _, is_known in pieces)
    # In prose small words stand between the names; "Java Developer" is no row of chips either.
    named = all(piece != piece.lower() or not piece[:1].isalpha() for piece, _ in pieces)
    if named and (known == len(pieces) > 1 or (chips and known)):
        yield from (piece for piece, _ in pieces)
    else:
        yield text


def _is_several(text: str) -> bool:
    """True if each word is a skill and the whole no other than one of them ("HTML CSS")."""
    from ats_core.taxonomy import find

    words = text.split()
    if len(words) < 2 or not all(_is_technical(word, 0.9) for word in words):
        return False
    whole = find(text)
    return whole is not None and whole.name in {match.name for word in words if (match := find(word))}


def _is_technical(text: str, sure: float = 0.85) -> bool:
    from ats_core.taxonomy import find

    match = find(text)
    return match is not None and match.kind == "technical" and match.confidence >= sure


def names_one_skill(line: Line) -> bool:
    """True if the whole line is the name of one technical skill."""
    text = line.text.strip(" :•-")
    return len(text) < 40 and "\t" not in text and _is_technical(text, 0.96)


def _pair(part: str) -> Iterator[str]:
    """The two names that "and" joins, where each is the name of a tool; else the part as it is."""
    bare = _LEVEL_HEAD.sub("", part.strip())
    halves = _AND.split(bare)
    named = len(halves) == 2 and not any(half.islower() for half in halves)
    if named and any(map(_is_technical, halves)) and all(map(_is_known, halves)):
        if len(bare.split()) > 5 or _is_known(bare):
            yield part
        else:
            yield from halves
        return
    yield part


def _item(part: str, line: Line) -> Found | None:
    raw = part.strip(" .,;:-–—−*\u2022\ufe0f")
    raw = _LEVEL_HEAD.sub("", _AND_HEAD.sub("", raw))
    value = _YEARS_TAIL.sub("", raw)
    folded = fold(value)
    if (
        folded in LEVELS
        or folded in _ETC
        or folded in _MISC
        or _is_spoken(folded)
        or re.match(r"https?:|www\.", value)
    ):
        return None
    # "React Native" and "Soft Skills Basics" end in words that are levels elsewhere.
    value = (_LEVEL_APART if _is_known(value) else _LEVEL_TAIL).sub("", value).strip(" .,;:-–—")
    if value.count("(") != value.count(")"):
        value = value.strip("()")
    bare = re.sub(r"\s*\([^()]*\)", "", value)
    if not 0 < len(bare.split()) <= _MAX_WORDS or len(bare) > _MAX_LETTERS or len(value) > 120:
        return None
    if "@" in value or not re.search(r"[^\W\d_]", value) or (find_dates(value) and _only_dates(value)):
        return None
    return Found(value, value, 0.85, line, by="list-item")


def _only_dates(text: str) -> bool:
    return not re.search(r"[^\W\d_]{2}", without_dates(text, find_dates(text)))


def _is_spoken(folded: str) -> bool:
    """True for a human language, with or without how well it is spoken ("French (B2 level)")."""
    words = folded.split()
    spoken = [word for word in words if word in HUMAN_LANGUAGES]
    return bool(spoken) and all(word in HUMAN_LANGUAGES or word in _LEVEL_WORDS for word in words)
