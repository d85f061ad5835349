"""The names of groups inside a list of skills ("Programming languages", "Outils", "Datenbanken")."""

from __future__ import annotations

import re
from functools import lru_cache

from ats_core.language import fold
from ats_core.parser.wordlist import words_of

# Each of these alone names a group.
_NOUNS = words_of(
    """language languages framework frameworks library libraries tool tools tooling toolset database databases
    platform platforms environment environments methodology methodologies method methods software hardware
    technology technologies technical skills skill systems programming scripting markup backend frontend
    fullstack cloud devops os ide ides editors editor misc miscellaneous other others various
    general web mobile desktop server servers testing cad cae cam eda office storage networking infrastructure
    api apis
    lenguaje lenguajes librerias librerías biblioteca bibliotecas herramienta
    herramientas plataforma plataformas
    entorno entornos metodologia metodologias metodos tecnologia tecnologias tecnicas habilidades sistemas
    programacion otros otras varios generales general nube ofimatica servidores basicos
    linguagem linguagens ferramenta ferramentas ambiente ambientes programacao outros outras diversos gerais
    geral nuvem bancos banco
    langage langages bibliotheque bibliotheques outil outils base bases plateforme plateformes environnement
    environnements methodologie methodologies methodes logiciel logiciels technologies technologie techniques
    systeme systemes programmation autre autres divers bureautique competences
    programmiersprache programmiersprachen skriptsprachen auszeichnungssprachen sprachen bibliotheken werkzeug
    werkzeuge datenbank datenbanken plattform plattformen umgebung umgebungen entwicklungsumgebung
    entwicklungsumgebungen methoden methodik systeme betriebssystem betriebssysteme programmierung sonstige
    sonstiges weitere weiteres allgemein allgemeines anwendungen entwicklungswerkzeuge kenntnisse
    textverarbeitung bildverarbeitung tabellenkalkulation versionsverwaltung versionskontrolle
    softwarekenntnisse entwicklung bildbearbeitung
    ferramental softwares linguas soft hard interpersonal architecture arquitectura arquitetura architektur
    facilitation concepts conceptos conceitos konzepte practices practicas praticas pratiques security
    seguridad
    seguranca securite sicherheit idiomas idioma langues langue fremdsprachen"""
)
# These describe or join such words.
_BESIDE = words_of(
    """back front end stack d and y e et und of de des du del da do dos der for para pour fur in the la
    las los les
    development operating version control data source code management design project computer digital
    desarrollo operativos operativo versiones datos control gestion
    desenvolvimento operacionais operacional versao dados controle
    developpement exploitation donnees gestion versionnement versions conception
    core key main basic advanced expert intermediate known used favourite familiar proficient professional
    principales principais principaux principal basicos avanzados predilection maitrises travail trabajo
    trabalho arbeit
    cao dao bi ai ml ui ux it ci cd web mobile cloud mobiles movil moviles mobil client side relational
    related specific analysis engineering build deployment automation integration application applications
    work sistemas"""
)
_WORD = re.compile(r"[^\s&/+,|•·-]+(?:-[^\s&/+,|•·-]+)*")
_BRACKETED = re.compile(r"\s*\([^()]*\)\s*$")


@lru_cache(maxsize=2048)
def is_group_label(text: str) -> bool:
    """True if the text is made of nothing but words that name groups of skills."""
    words = fold(_BRACKETED.sub("", text)).split()
    return 0 < len(words) <= 6 and any(map(_names, words)) and all(map(_fits, words))


def _names(word: str) -> bool:
    return word in _NOUNS


def _fits(word: str) -> bool:
    return word in _NOUNS or word in _BESIDE


def without_leading_label(text: str) -> str | None:
    """What follows the group's name at the head ("Databases MySQL, Oracle"); None if the text has none."""
    end = 0
    seen = False
    for match in _WORD.finditer(text):
        word = fold(match[0])
        if not all(map(_fits, word.split())) or not word:
            break
        seen = seen or any(map(_names, word.split()))
        end = match.end()
    rest = text[end:].strip(" &/+,|-–—:")
    return rest if seen and end and rest else None


def label_before(text: str) -> int | None:
    """Where in the text the group's name begins that ends it; None if it ends in none.

    "SQL, MongoDB Frameworks / Tools" holds one from "Frameworks" on.
    """
    start: int | None = None
    seen = False
    for match in reversed(list(_WORD.finditer(text))):
        if not all(map(_fits, fold(match[0]).split())):
            break
        seen = seen or any(map(_names, fold(match[0]).split()))
        start = match.start()
    return start if seen else None
