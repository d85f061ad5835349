"""Words of titles and duties made comparable: folded, without gender, role names in one language."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from math import log

from ats_core.taxonomy import default
from ats_core.taxonomy.surface import folded, word_set

RARE = 3  # skills in whose names a word may stand and still count in full
LEAST_WEIGHT = 0.4
_WORD = re.compile(r"[^\W\d_]+[+#]*")
_ADDRESS = re.compile(r"\S+@\S+|https?://\S+|www\.\S+")
_GENDER_MARK = re.compile(
    r"(?<=\w)(?:\s*\((?:in|a|o|e|euse|rice|m/?[wf]/?[dxn]?|[hfmwdx/]+)\)|[:*_]in(?:nen)?\b)", re.I
)

# Rank says how high, not what: it is no part of a title's subject.
SENIORITY = word_set("""
    senior sr junior jr lead principal staff head chief associate assistant trainee intern internship
    entry mid
    level responsable responsavel leiter stagiaire praktikant becario estagiario pleno i ii iii iv
""")
STOP = word_set("""
    of in to at de la le el en em da do du et un al am im zu an os as
    the and for with from that this will are our you your their have has been was were who what when
    which into
    work working team teams years year experience skills ability strong good excellent including using
    based
    candidate candidates applicant applicants hire hired hiring score scores scoring rating rank ranking match
    ignore previous instruction instructions rule rules best ever give
    other more than such about within across well new also must should can role job position company
    para por con los las del una que como sus mas este esta sobre entre anos experiencia trabajo equipo
    empresa
    com dos das uma nos nas pelo pela mais seu sua trabalho equipe equipa experiencias
    les des une pour avec dans sur aux est sont nos vos plus entreprise equipe experience poste vous
    nous notre
    votre ainsi que qui
    und der die das den dem des mit fur von auf aus bei eine einer eines einen ist sind wir sie ihre
    unser unsere
    sowie oder als nach zur zum erfahrung arbeit jahre
""")
GENERIC = word_set(
    "engineer developer manager specialist consultant technician officer analyst coordinator expert"
)

# Role words of five languages, as stems, with the English words that they stand for.
_ROLES = """
engineer: ingenier engenheir ingenieur developer desarrollador desenvolvedor programador developpeur
engineer: entwickler programmierer programmer coder
software engineer: softwareentwickler softwareingenieur
web engineer: webentwickler
data analyst: datenanalyst
sales manager: vertriebsleiter
warehouse manager: lagerleiter
logistics manager: logistikleiter
manager: gerent gestor gestionnair leiter manageur
director: directeur direktor diretor
technician: tecnic technicien techniker
analyst: analist analista analyste analytiker
consultant: consultor berater conseiller
scientist: cientific cientist scientifiqu wissenschaftler
nurse: enfermer enfermeir infirmier krankenpfleger krankenschwester pflegefachkraft pflegefachmann
nurse: pflegefachfrau gesundheitspfleger pfleger
teacher: profesor professor docent maestr lehrer lehrkraft enseignant institut professeur
electrician: electricist eletricist electricien elektriker elektroniker
plumber: fontaner plombier encanador installateur
mechanic: mecanic mecanicien mechaniker mechatroniker
welder: soldador soudeur schweisser
cook: kochin chef cociner cozinheir cuisinier koch chefkoch
waiter: camarer garcon serveur kellner garcom waitress
driver: conductor motorist chauffeur fahrer condutor conducteur kraftfahrer
accountant: contable contabl contador contabilist comptabl buchhalter bilanzbuchhalter
salesperson: vendedor vendeur verkaufer verkaufsberater commercial comercial salesman saleswoman seller
lawyer: abogad advogad avocat rechtsanwalt rechtsanwaltin anwalt anwaltin attorney solicitor jurist
doctor: medic medecin arzt arztin physician
pharmacist: farmaceutic pharmacien apotheker
receptionist: recepcionist receptionnist rezeptionist
assistant: asistent assistent assistenz
designer: disenador concepteur gestalter grafiker
architect: arquitect architect architekt arquitet
warehouse: almacen armazem entrepot lager almacener magasinier lagerist
logistics: logistic logistiqu logistik
software: softwar logiciel informatic informatiqu informatik
data: dato dado donnee daten
buyer: comprador acheteur einkaufer
merchant: kaufmann kauffrau
recruiter: reclutador recrutador recruteur personalreferent
"""
_CANONICAL = {
    word: role
    for role, _, words in (line.partition(": ") for line in _ROLES.strip().splitlines())
    for word in words.split()
}


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """`word`, folded, without endings of number and gender: enfermera, enfermero and enfermeras are one."""
    for ending, kept in (
        ("erinnen", "er"),
        ("erin", "er"),
        ("euse", "eur"),
        ("trices", "teur"),
        ("trice", "teur"),
        ("enne", "en"),
        ("oras", "or"),
        ("ora", "or"),
        ("ores", "or"),
    ):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)] + kept
    if len(word) > 4 and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    if len(word) > 5 and word[-1] in "aoe":
        word = word[:-1]
    return word


@lru_cache(maxsize=8192)
def _role(word: str) -> str:
    bare = stem(word)
    return _CANONICAL.get(bare) or _CANONICAL.get(word) or bare


def title_words(title: str) -> frozenset[str]:
    """The words that say what a title is about, roles in English, without rank and gender."""
    words = _WORD.findall(folded(_GENDER_MARK.sub("", title)))
    told = (w for w in words if len(w) > 1 and w not in SENIORITY and w not in STOP)
    return frozenset(part for word in told for part in _role(word).split())


def duty_words(text: str) -> frozenset[str]:
    """The content words of running prose; addresses and links are no words."""
    words = _WORD.findall(folded(_ADDRESS.sub(" ", text)))
    return frozenset(stem(w) for w in words if len(w) > 3 and w not in STOP)


def overlap(asked: frozenset[str], had: frozenset[str]) -> float:
    """The share of `asked` that is in `had`, 0-1, each word by its weight: TF-IDF of two sets of words."""
    whole = sum(word_weight(w) for w in asked)
    return sum(word_weight(w) for w in asked & had) / whole if whole else 0.0


@lru_cache(maxsize=16_384)
def word_weight(word: str) -> float:
    """What a word counts, 0.4-1: the rarer among the names of skills, the more (inverse frequency).

    The names of the taxonomy are the collection, one skill a document: a collection of postings would be
    better, but there is none that could be shipped. A word that fits any trade counts half at most.
    """
    number, spread = _spread()
    rarity = log(number / max(spread.get(word, 0), RARE)) / log(number / RARE)
    return min(0.5 if word in GENERIC else 1.0, max(LEAST_WEIGHT, rarity))


@cache
def _spread() -> tuple[int, dict[str, int]]:
    """The number of skills, and of how many each word stands in a name."""
    spread: dict[str, int] = {}
    known = default().skills.values()
    for skill in known:
        names = skill.spellings()
        for word in {w for name in names for w in title_words(name) | duty_words(name)}:
            spread[word] = spread.get(word, 0) + 1
    return len(known), spread
