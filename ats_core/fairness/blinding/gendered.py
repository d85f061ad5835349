"""Words that tell somebody's gender, in five languages, and what is said instead.

Both forms of a role get the same replacement, or the one that is left would tell as much as the other did.
Words that are about people in one language only are looked for where that language is written.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

from ats_core.fairness.blinding.folding import fold

# What is said: the words that it stands in for. Accents and plurals are found without being listed.
_ANYWHERE = """
they: he she
[pronoun]: ella ellas elle elles ela elas ele eles dela dele
them: him
their: his her hers
themself: himself herself
person: woman man lady gentleman madam mister mrs frau herr weiblich mannlich mujer hombre femenino femenina
person: mulher homem feminino feminina femme homme feminin masculin monsieur madame mademoiselle mme mlle
person: senora senorita senhora senhor sra srta
people: women men ladies gentlemen frauen manner mujeres hombres mulheres homens femmes hommes
child: girl boy daughter madchen tochter muchacha muchacho hija hijo filha filho fille
parent: mother father mum mom mommy daddy mutter vater madre padre
spouse: wife husband ehefrau ehemann esposa esposo epouse epoux
sibling: sister brother schwester bruder hermana hermano soeur frere
parental: maternity paternity maternidad paternidad maternidade paternidade maternite paternite
parental leave: mutterschutz mutterschaftsurlaub
[family]: married unmarried divorced widow widower widowed verheiratet geschieden verwitwet ledig
[family]: casada casado soltera soltero solteira solteiro divorciada divorciado viuda viudo viuva viuvo
[family]: celibataire mariee divorcee veuve
nurse: enfermera enfermero enfermeira enfermeiro infirmiere infirmier krankenschwester krankenpfleger
nurse: krankenpflegerin gesundheitspfleger gesundheitspflegerin pflegefachfrau pflegefachmann
midwife: hebamme entbindungspfleger matrona parteira parteiro sage-femme maieuticien
caregiver: altenpflegerin altenpfleger aide-soignante aide-soignant cuidadora cuidador
childcare worker: erzieherin erzieher kindergartnerin kindergartner puericultrice puericulteur nanny
server: waitress waiter camarera camarero serveuse serveur kellnerin kellner garcom garconete
steward: stewardess
flight attendant: azafata azafato aeromoza aeromozo comissaria flugbegleiterin flugbegleiter
actor: actress actriz actrice atriz schauspielerin schauspieler
host: hostess
teacher: professeure professeur maestra profesora profesor professora institutrice instituteur lehrerin lehrer
doctor: arztin arzt doctora doutora doutor
lawyer: abogada abogado advogada advogado avocate avocat anwaltin anwalt rechtsanwaltin rechtsanwalt
engineer: ingeniera ingeniero engenheira engenheiro ingenieure ingenieur ingenieurin
developer: desarrolladora desarrollador desenvolvedora desenvolvedor developpeuse developpeur
developer: entwicklerin entwickler programadora programador programmiererin programmierer
developer: softwareentwicklerin softwareentwickler webentwicklerin webentwickler programmeuse programmeur
director: directora directrice directeur diretora diretor direktorin direktor
manager: gestora gestor geschaftsfuhrerin geschaftsfuhrer projektleiterin projektleiter teamleiterin
manager: teamleiter abteilungsleiterin abteilungsleiter encargada encargado leiterin
secretary: secretaria secretario sekretarin sekretar
receptionist: rezeptionistin rezeptionist
accountant: contadora contador buchhalterin buchhalter
administrator: administradora administrador administratrice administrateur
clerk: administrativa administrativo sachbearbeiterin sachbearbeiter
consultant: consultora consultor consultante beraterin berater conseillere conseiller asesora asesor
salesperson: saleswoman salesman saleslady vendedora vendedor vendeuse vendeur verkauferin verkaufer
merchant: kauffrau kaufmann
office clerk: burokauffrau burokaufmann
industrial clerk: industriekauffrau industriekaufmann
bank clerk: bankkauffrau bankkaufmann
cook: cocinera cocinero cozinheira cozinheiro cuisiniere cuisinier kochin
baker: panadera panadero padeira padeiro boulangere boulanger backerin
hairdresser: peluquera peluquero cabeleireira cabeleireiro coiffeuse coiffeur friseurin friseur friseuse
cleaner: limpiadora limpiador faxineira faxineiro putzfrau
tailor: seamstress costurera costurero costureira costureiro couturiere couturier schneiderin
driver: conductora conductor conductrice conducteur fahrerin chauffeuse
technician: technicienne technicien technikerin techniker
electrician: electricienne electricien elektrikerin elektriker
mechanic: mecanicienne mecanicien mechanikerin mechaniker mechatronikerin mechatroniker
scientist: cientifica cientifico wissenschaftlerin wissenschaftler
researcher: investigadora investigador pesquisadora pesquisador chercheuse chercheur forscherin forscher
psychologist: psicologa psicologo psychologin psychologe
pharmacist: farmaceutica farmaceutico pharmacienne pharmacien apothekerin apotheker
translator: traductora traductor tradutora tradutor traductrice traducteur ubersetzerin ubersetzer
editor: redactora redactor redatora redator redactrice redacteur redakteurin redakteur
designer: disenadora disenador conceptrice concepteur gestalterin gestalter designerin
architect: arquitecta arquitecto arquiteta arquiteto architektin architekt
coordinator: coordinadora coordinador coordenadora coordenador coordinatrice coordinateur koordinatorin
coordinator: koordinator
assistant: asistenta assistentin assistante
trainee: auszubildender auszubildende becaria becario estagiaria estagiario praktikantin praktikant
apprentice: apprentie apprenti
student: alumna alumno aluna aluno etudiante etudiant studentin
worker: obrera obrero operaria operario ouvriere ouvrier arbeiterin trabajadora trabajador trabalhadora
worker: trabalhador
founder: fundadora fundador fondatrice fondateur grunderin grunder
chairperson: chairwoman chairman
spokesperson: spokeswoman spokesman
businessperson: businesswoman businessman
foreperson: forewoman foreman
craftsperson: craftswoman craftsman
tradesperson: tradeswoman tradesman
camera operator: camerawoman cameraman
firefighter: fireman firewoman bombera bombero bombeira bombeiro feuerwehrfrau feuerwehrmann
police officer: policewoman policeman polizistin polizist policiere policier
postal worker: postwoman mailman
handyperson: handywoman handyman
expert: experta experto expertin experte
employee: angestellter angestellte
official: beamtin beamter
chair: vorsitzende vorsitzender
graduate: licenciada licenciado graduada graduado titulada titulado diplomada diplomado diplomee
graduate: absolventin absolvent
experienced: experimentada experimentado experimentee
passionate: apasionada apasionado apaixonada apaixonado passionnee
motivated: motivee
certified: certificada certificado certifiee
employed: empleada empleado empregada empregado
"""
_IN_LANGUAGE = {
    "es": "person: senor chica chico\nborn: nacida nacido",
    "pt": "person: dona\nparent: mae pai\nsibling: irma irmao\nspouse: marido\nborn: nascida nascido",
    "fr": "[pronoun]: il ils\nparent: mere pere\nspouse: mari\nchild: garcon fils\n"
    "in charge: chargee charge\ngraduate: diplome\ncertified: certifie\n"
    "experienced: experimente\npassionate: passionne\nmotivated: motive\nemployed: employee employe",
    "de": "[pronoun]: sie er ihr ihre ihrer ihrem ihren ihres sein seine seiner seinem seinen seines ihm\n"
    "person: mann dame\nparent: papa mama\nchild: sohn junge\nmanager: leiter\ncook: koch\ndriver: fahrer\n"
    "worker: arbeiter\ntailor: schneider\nbaker: backer",
}
_IN_TITLES = """
postal worker: postman
doctor: medica medico
technician: tecnica tecnico
mechanic: mecanica mecanico
teacher: maestro
baker: backer
cook: koch chefkoch
manager: leiter jefa jefe cheffe chefin
driver: fahrer
worker: arbeiter
tailor: schneider
in charge: chargee charge
student: student
"""


@lru_cache(maxsize=64)
def _said(languages: frozenset[str], title: bool) -> dict[str, str]:
    """What is said for each word, in texts that may be in `languages`."""
    texts = [_ANYWHERE, *(_IN_LANGUAGE.get(x, "") for x in sorted(languages)), _IN_TITLES if title else ""]
    return {
        word: said
        for text in texts
        for said, _, words in (line.partition(": ") for line in text.strip().splitlines())
        for word in words.split()
    }


_WORD = re.compile(r"sages?-femmes?|aides?-soignante?s?|\w+")


def _instead(word: str, said: dict[str, str]) -> str | None:
    """What is said for a folded word, or for the word that it is the plural of."""
    found = said.get(word)
    for ending in ("s", "nen", "en", "n"):
        if found is None and word.endswith(ending):
            found = said.get(word[: -len(ending)])
    return found


# Endings that make a role of any kind a woman's, and those of its other form: (pattern, kept).
_ENDINGS = [
    (re.compile(r"(?<=\w\w)(er|or|ist|ent|ant|eur|log|graf|ar|arzt)in(?:nen)?\b"), r"\1"),
    (re.compile(r"(?<=\w\w)trices?\b"), "teur"),
    (re.compile(r"(?<=\w\w)eu(?:se|re)s?\b"), "eur"),
    (re.compile(r"(?<=\w\w)iennes?\b"), "ien"),
    (re.compile(r"(?<=\w\w)doras?\b"), "dor"),
]
_ENDINGS_OF_TITLES = [
    (re.compile(r"(?<=\w\w)ieres?\b"), "ier"),
    (re.compile(r"(?<=\w\w)(t|s|d|l|r|n)oras?\b"), r"\1or"),
    (re.compile(r"(?<=\w\w)(eir|er|ic|ad|ari|iv|og|an|unt)as?\b"), r"\1o"),
    (re.compile(r"(?<=\w\w)(ci|tr|er|on|it|et|nd)ales?\b"), r"\1al"),
    (re.compile(r"(?<=\w\w)ointes?\b"), "oint"),
]
_NO_ROLE = frozenset(
    ("berlin", "camera", "opera", "america", "africa", "replica", "canada", "granada", "java", "data",
     "media", "era", "area", "ana", "aria", "bachelor")
)  # fmt: skip
# Qualifiée, but neither année nor lycée, which are about nobody.
_FEMININE_PARTICIPLE = re.compile(
    r"(?<=\w)(?<!\bann)(?<!\bjourn)(?<!\blyc)(?<!\bdur)(?<!\bmus)ée(s?)\b", re.I
)
_FRENCH_ADJECTIVE = (re.compile(r"(?<=\w\w)(ant|ent)es?\b"), r"\1")
_HE = re.compile(r"\bél\b", re.I)
_MARKS = re.compile(
    r"(?<=\w)(?:\((?:in|a|o|e|euse|rice)\)|[/:*_·]-?(?:in(?:nen)?|a|o|e|euse|rice|ière|frau|mann)\b)", re.I
)


def neutral(text: str, languages: Collection[str] = (), *, title: bool = False) -> str:
    """`text` with gendered words replaced; `languages` are those that it may be in (ISO 639-1).

    In a title every word is about a role, so more of them are taken for one.
    """
    text = _MARKS.sub("", _HE.sub("[pronoun]", text))
    if title:
        text = _FEMININE_PARTICIPLE.sub(r"é\1", text)
    text = _replaced(text, _said(frozenset(languages), title))
    text = _without_all(text, _ENDINGS)
    if not title:
        return text
    endings = [*_ENDINGS_OF_TITLES, *([_FRENCH_ADJECTIVE] if "fr" in languages else [])]
    return _HEAD.sub(lambda head: _without_all(head[0], endings), text)


# What stands before the first preposition is the role; the rest is what it is about.
_HEAD = re.compile(
    r"(?:^|(?<=[,/|;()–—]))(?:(?!\s(?:d[aeo]s?|del|du|d['’]|em|en|in|of|for|für|por|para|pour|con|com)\b)"
    r"[^,/|;()–—])+",
    re.I,
)


def _without_all(text: str, endings: Iterable[tuple[re.Pattern[str], str]]) -> str:
    for ending, kept in endings:
        text = _without(text, ending, kept)
    return text


def _replaced(text: str, said: dict[str, str]) -> str:
    parts, end = [], 0
    for found in _WORD.finditer(fold(text)):
        instead = _instead(found[0].replace("sages-", "sage-").replace("aides-", "aide-"), said)
        if instead is None:
            continue
        if text[found.start()].isupper() and instead[0].isalpha():
            instead = instead[0].upper() + instead[1:]
        parts += [text[end : found.start()], instead]
        end = found.end()
    return "".join([*parts, text[end:]])


def _without(text: str, ending: re.Pattern[str], kept: str) -> str:
    """`text` with the endings that `ending` finds made `kept`, but for words that are no roles."""
    parts, end, folded = [], 0, fold(text)
    for found in ending.finditer(folded):
        begin = re.search(r"\w*$", folded[: found.start()])
        word = (begin[0] if begin else "") + found[0]
        if word in _NO_ROLE:
            continue
        parts += [text[end : found.start()], found.expand(kept)]
        end = found.end()
    return "".join([*parts, text[end:]])
