"""Ever looser readings of a text that names one skill: without brackets, versions, makers, degrees."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from ats_core.taxonomy.model import Match
from ats_core.taxonomy.stems import masculine
from ats_core.taxonomy.surface import TOKEN, VENDORS, folded, without_brackets, without_version, word_set
from ats_core.taxonomy.trades import activities

INFLECTED, VERSIONED, QUALIFIED = 0.95, 0.95, 0.9

# Words of degree around a skill: en, es, pt, fr, de.
QUALIFIERS = word_set("""
    advanced basic intermediate expert proficient fluent native good excellent strong solid knowledge of in
    skills skill experience with level working professional mother tongue beginner very conversational
    bilingual business elementary proficiency speaker written spoken ability abilities
    avanzado avanzada basico basica intermedio intermedia experto conocimientos conocimiento de nivel nativo
    nativa fluido alto medio bajo dominio manejo lengua materna experiencia en con uso capacidad para
    avancado avancada intermediario fluente conhecimento conhecimentos em nocoes com capacidade
    avance avancee debutant intermediaire courant maitrise connaissances langue maternelle notions bilingue
    confirme niveau du des capacite
    grundkenntnisse kenntnisse fortgeschritten fortgeschrittene muttersprache fliessend verhandlungssicher
    gute sehr gut erfahrung mit grundlagen wort und schrift vorhanden anwenderkenntnisse praxis
    programming programacion programacao programmation programmierung programmierkenntnisse d l avec langage
    lenguaje linguagem usuario usuaria
""")
_PROGRAMMING_TAILS = word_set("language languages")
# Only around a language, or a certificate of one: "DELE B2", but not "driving licence A2".
LEVELS = word_set("a1 a2 b1 b2 c1 c2")
# Only around a certificate: "PMP certification", while a certificate in Python is not Python.
CERTIFYING = word_set("""
    certification certificate certified certificado certificada certificacion certificacao certificat certifie
    zertifikat zertifizierung zertifiziert exam diploma diplome title titulo course curso cours kurs lehrgang
""")
# Only around a technical skill: "React library", "PostgreSQL-Datenbanken".
PRODUCT_WORDS = word_set("""
    framework frameworks library software tool tools suite server database databases datenbank datenbanken
    container containers modul module modulo logiciel outil herramienta ferramenta
    programa plataforma platform plattform runtime cluster presentations prasentationen presentaciones
    apresentacoes tabellen administration entwicklung developer development desarrollo desenvolvimento
    developpement
    cache pro desktop online backend frontend app apps api apis sdk orm db
    cc lt professional enterprise community edition
    scripting scripts queries consultas requetes abfragen programmer developers desarrollador desarrolladora
    desenvolvedor desenvolvedora developpeur developpeuse entwickler entwicklerin
    programador programadora programmeur programmierer
""")
# Before a trade: "operador de grúa", "técnico en refrigeración", "Fachkraft für Lagerlogistik".
LEADS = word_set("""
    operador operadora operateur operatrice tecnico tecnica technicien technicienne especialista specialiste
    gestor gestora conductor conductora conducteur conductrice conduccion conducao conduite fachkraft
    normas norma norme normes
""")
_TAILS_OF_TRADES = word_set("operator operators technician specialist worker operative")
_GERMAN_TAILS = ("grundkenntnisse", "fachkenntnisse", "kenntnisse", "erfahrungen", "erfahrung")
# Behind what is no product: "Malerarbeiten", but "Rüstarbeiten" have nothing to do with Rust.
_GERMAN_TAILS_OF_TRADES = (
    "arbeiten", "arbeit", "tatigkeiten", "tatigkeit", "mitarbeiterin", "mitarbeiter", "helferin", "helfer",
    "hilfskraft", "aushilfe", "fachkraft", "gesellin", "geselle", "meisterin", "meister",
)  # fmt: skip
_SHORTEST_PLACE = 8
_STANDARDS = re.compile(r"^(?:(?:din|une|nf|nbr|en|bs)[\s-]+)+(?=iso\b|iec\b)", re.IGNORECASE)
_YEAR = re.compile(r":\s?(?:19|20)\d\d$")
_GENDERED = re.compile(
    r"(?<=\w{3})\s?[/*:·_(]-?(?:a|as|o|os|in|innen|e|es|ne|nes|se|euse|rice|trice|ère|ora|era|eira)\b\)?",
    re.IGNORECASE,
)
# "carnet de conducir C", "Führerschein Klasse CE", "CNH categoria D", "category B driving licence".
_LICENCE_CLASS = re.compile(
    r"(?:permiso|carnet?|licencia|permis|carta|carteira|cnh|habilitacao|(?:pkw-|lkw-)?fuhrerschein|fahrerlaubnis|fs"
    r"|driving licen[cs]e|driver'?s? licen[cs]e|licen[cs]e)"
    r"(?:\s+de (?:conducir|conduccion|conduire|conducao|motorista|habilitacao)| nacional de habilitacao)?"
    r"(?:\s+(?:de la |de |der )?(?:clase|tipo|categoria|class|categorie|category|classe|klasse|kl\.?))?"
    r"\s*[:(]?\s*(a1|a2|am|a|be|b\+e|b|c1e|c1|ce|c\+e|c|d1|de|d\+e|d|t|l)\s*\)?$"
)
_CLASS_FIRST = re.compile(
    r"(?:(?:class|category|cat\.?) (?=[abcd])|(?=[bcd]))(a1|a2|am|a|be|b|c1|ce|c\+e|c|d1|d)"
    r" (?:driving |driver'?s )?licen[cs]e$"
)
_INNER_CAPITAL = re.compile(r"(?<=[a-zäöüß])In(?:nen)?\b")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_ALTERNATIVES = re.compile(r"\s*(?:/|\||;| o | ou | or | oder )\s*")


class Reading(NamedTuple):
    """A way to read a text; `fits` says whether a match may be read that way."""

    text: str
    confidence: float
    fits: Callable[[Match], bool]


def readings(text: str, of_language: Callable[[Match], bool]) -> Iterator[Reading]:
    """The ways to read `text`, the nearest first. `of_language` knows a language and its exams."""
    yield Reading(text, INFLECTED, _any)
    if licence := _LICENCE_CLASS.match(folded(text)) or _CLASS_FIRST.match(folded(text)):
        yield Reading(f"driving licence class {licence.group(1)}", INFLECTED, _is_licence)
    neutral = _INNER_CAPITAL.sub("", _GENDERED.sub("", text))
    if neutral != text:
        yield Reading(neutral, INFLECTED, _any)
    plain = without_brackets(neutral)
    yield Reading(plain, INFLECTED, _any)
    plain = _STANDARDS.sub("", _YEAR.sub("", plain))
    yield Reading(plain, VERSIONED, _any)
    yield Reading(without_vendor(plain), QUALIFIED, _any)  # before the version: "AWS EC2" is no "AWS EC"
    yield Reading(without_version(plain), VERSIONED, _any)
    if (neutral := masculine(plain)) != folded(plain):
        yield Reading(neutral, INFLECTED, _is_technical)
    yield from _unqualified(plain, of_language)
    yield from _shortened(plain)
    yield from (Reading(done, QUALIFIED, _is_trade) for done in activities(_without(plain, QUALIFIERS)))


def _unqualified(plain: str, of_language: Callable[[Match], bool]) -> Iterator[Reading]:
    bare = _without(plain, QUALIFIERS)
    yield Reading(bare, QUALIFIED, _any)
    yield Reading(without_version(bare), QUALIFIED, _any)
    yield Reading(_without(plain, QUALIFIERS | LEVELS), QUALIFIED, of_language)
    yield Reading(_without(plain, QUALIFIERS | CERTIFYING), QUALIFIED, _is_licence)
    yield Reading(without_vendor(bare), QUALIFIED, _any)
    yield Reading(without_vendor(without_version(bare)), QUALIFIED, _any)
    yield Reading(_without(plain, PRODUCT_WORDS), QUALIFIED, _is_technical)
    product = _without(without_version(bare), QUALIFIERS | PRODUCT_WORDS | _PROGRAMMING_TAILS)
    yield Reading(without_version(product), QUALIFIED, _is_technical)
    yield Reading(without_vendor(without_version(product)), QUALIFIED, _is_technical)
    yield Reading(_without(bare, QUALIFIERS | LEADS | _TAILS_OF_TRADES), QUALIFIED, _is_trade)


def _shortened(plain: str) -> Iterator[Reading]:
    """German compounds without their general tail, and umlauts that were written out."""
    low = folded(plain).translate({ord("-"): None})
    for tails, fits in ((_GERMAN_TAILS, _any), (_GERMAN_TAILS_OF_TRADES, _is_no_product)):
        tail = next((t for t in tails if low.endswith(t) and len(low) - len(t) > 2), None)
        if tail:
            yield Reading(low.removesuffix(tail).strip(), QUALIFIED, fits)
    if low.endswith("erei") and len(low) > _SHORTEST_PLACE:  # "Dachdeckerei"
        yield Reading(low.removesuffix("ei"), QUALIFIED, _is_no_product)
    if any(pair in low for pair in ("ae", "oe", "ue")):
        yield Reading(low.replace("ae", "a").replace("oe", "o").replace("ue", "u"), QUALIFIED, _any)


def alternatives(text: str) -> list[str]:
    """The parts of a text that says one thing in several words: "camarero/camarera", "waiter / waitress"."""
    parts = [part for part in _ALTERNATIVES.split(text) if part.strip()]
    return parts if len(parts) > 1 else []


def without_vendor(text: str) -> str:
    """`text` without the maker before its product: "Microsoft Teams", "Apache Kafka"."""
    first, _, rest = text.strip().partition(" ")
    return rest if folded(first) in VENDORS else ""


def _without(text: str, words: frozenset[str]) -> str:
    """`text` without those words at either end; a single capital letter is none of them ("permis D")."""
    kept = TOKEN.findall(text)
    while kept and _is_one(kept[-1], words):
        kept.pop()
    while kept and _is_one(kept[0], words):
        kept.pop(0)
    return " ".join(kept)


def _is_one(printed: str, words: frozenset[str]) -> bool:
    return folded(printed) in words and not (len(printed) == 1 and printed.isupper())


def _any(match: Match) -> bool:
    return True


def _is_licence(match: Match) -> bool:
    return match.kind == "licence"


def _is_no_product(match: Match) -> bool:
    return match.kind != "technical"


def _is_technical(match: Match) -> bool:
    return match.kind == "technical"


def _is_trade(match: Match) -> bool:
    return match.kind in ("professional", "technical")
