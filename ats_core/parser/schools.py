"""Names of places of education: the words that mark them, and the initials that are known alone."""

from __future__ import annotations

import re

from ats_core.language import fold

# In capitals as printed: small letters would be other words.
_INITIALS = re.compile(
    r"(?<!\w)(?:TU|FH|HTW|HAW|DHBW|BA\sSachsen|RWTH|KIT|LMU|TUM|TUB|FAU|UdK|HfG|HfM|HdM|ETHZ?|EPFL?|"
    r"HSG|ZHA?W|"
    r"FHNW|HSLU|BFH|HES-SO|HEIG-VD|HEPIA|HTL|HLW|HBLA|HTBLA|JKU|BOKU|VHS|IHK|HWK|"
    r"EPITECH|Epitech|EPITA|EPSI|ESGI|ESIEE|ESIEA|ESILV|ESME|EFREI|Efrei|ENSTA|ENSAE|ENSAI|ENSIMAG|Ensimag|"
    r"ENSEEIHT|ENSAM|ENSEA|ENSICAEN|ENSIIE|ENSIBS|ENS|INP|INSA|ISEP|ISEN|ISIMA|ISMIN|ISTIC|ICAM|Icam|"
    r"ESTP|ESEO|"
    r"ESIGELEC|ESIREM|ESCOM|UTC|UTT|UTBM|UTLN|CESI|SUPINFO|Supinfo|HETIC|IIM|IUT|IAE|IEP|IUP|IUFM|"
    r"INSEEC|ISCOM|"
    r"ISEG|EDHEC|ESSEC|ESCP|HEC|EM\s(?:Lyon|Normandie|Strasbourg)|emlyon|KEDGE|Kedge|NEOMA|Neoma|SKEMA|Skema|"
    r"CNAM|Cnam|CFA|GRETA|AFPA|Afpa|IFSI|INSP[EÉ]|ESPE|INALCO|INRIA|Inria|UCLouvain|ULB|UCL|VUB|UQAM|"
    r"UQAC|UQTR|ÉTS|ETS|HELMo|HELHa|HEPL|"
    r"EPHEC|EPSIC|CFPT|ETML|CPNV|CEFF|"
    r"UNAM|UAM|UNED|CECyT|Cecyt|CETIS|CBTIS|CONALEP|Conalep|UPC|UPM|UPV|UPF|UAB|UCM|UC3M|URJC|UOC|"
    r"UNIR|UGR|UVa|UPV/EHU|ULPGC|ESADE|IESE|ICADE|EAE|"
    r"EOI|ESIC|CIFP|CEIP|CEPA|IES|I\.E\.S\.|I\.?E\.?D\.?|ITESM|ITAM|IPN|ITESO|UANL|BUAP|UBA|UTN|UADE|"
    r"ITBA|UNLP|UNC|UNR|UCA|"
    r"UNSAM|UNLaM|UNTREF|PUCP|UNMSM|UPC|UTP|USIL|SENATI|TECSUP|USACH|PUCV?|UTFSM|USM|UDD|INACAP|DUOC|Duoc|"
    r"DuocUC|EAFIT|UNAL|UdeA|ICESI|UPTC|ESPOL|ESPE|EPN|UTPL|UDELAR|UdelaR|UCV|UCAB|"
    r"UF(?:RJ|MG|SC|PR|RGS|PE|BA|CE|PA|F|ES|G|GD|MT|MS|MA|PI|PB|RN|AL|AC|AM|RR|RA|RO|S|T|V|L|LA|JF|U|"
    r"SM|SCar|ABC|OP|CG|PEL|"
    r"RPE|RSA|RB|OB|SJ|TM|VJM|FS|CSPA|SB|PEl|Scar)|UNIFESP|Unifesp|UNIFAL|UNIUnB|UNB|USP|UNICAMP|"
    r"Unicamp|UNESP|Unesp|"
    r"UERJ|UENF|UEL|UEM|UEPG|UDESC|UECE|UEPB|UESC|UNEB|UPE|UTFPR|IF(?:SP|RN|CE|BA|PE|PB|SC|RS|MG|G|MT|"
    r"ES|AL|PR|PA|AM|TO|"
    r"F|RJ|MA|PI|Sul|B|GO)|CEFET(?:-?[A-Z]{2})?|PUC(?:[-\s]?(?:SP|RJ|Rio|RS|PR|MG|Minas|Campinas|GO|"
    r"Goiás))?|PUCRS|FGV|FIAP|FATEC|Fatec|ETEC|Etec|ETE|"
    r"SENAI|Senai|SENAC|Senac|SEBRAE|SESI|UNIP|UNINOVE|Uninove|UNIVESP|Univesp|UNINTER|Uninter|UNOPAR|"
    r"Unopar|UNIASSELVI|Uniasselvi|"
    r"UNICESUMAR|Unicesumar|UNISINOS|Unisinos|UNIVALI|Univali|UNISUL|UNISUAM|UNISA|UNIFOR|UNICAP|"
    r"UNIVAP|UNAERP|"
    r"UNIFACS|UNAMA|UNIDERP|UNIRIO|FURB|FURG|FACENS|FAAP|FMU|ESPM|IBMEC|Ibmec|IBTA|INSPER|Insper|"
    r"ISCTE|ISEL|ISEP|ISCAP|ISEG|ISCAL|FCUP|FEUP|FEP|FCT|FLUP|FLUL|FCUL|IPL|IPP|IPB|IPVC|IPCA|"
    r"IPLeiria|ESTG|ESTGV|"
    r"UTAD|UBI|UAlg|UMinho|NOVA\s(?:SBE|FCT)|"
    r"MIT|UCLA|UCSD|UCSB|UCI|UNC|NYU|CUNY|SUNY|CMU|RIT|RISD|SCAD|WPI|USC|BYU|LSU|UIUC|UMass|UConn|"
    r"UPenn|UT\s(?:Austin|Dallas)|"
    r"UC\s(?:Berkeley|Davis|Irvine|San\sDiego|Santa\s(?:Barbara|Cruz)|Riverside)|LSE|KCL|UCL|UEA|UWE|"
    r"UCD|DCU|TCD|QUB|SOAS|UBC|SFU|BCIT|SAIT|NAIT|UNSW|"
    r"RMIT|ANU|UTS|QUT|TAFE|NUS|NTU|SMU|HKUST?|IITs?|IIMs?|NITs?|IIITs?|BITS|SRM|NIFT|IISc|JNTU|IGNOU|"
    r"NMIMS|NUST|LUMS|"
    r"FAST(?:-NUCES)?|BUET|UCT|UNILAG|OAU|JKUAT|KNUST|METU|ITU)(?!\w)"
)
# These are names of people and words as well: they count among studies alone.
_DOUBTFUL = re.compile(
    r"(?<!\w)(?:HU|FU|WU|HS|HAK|IMS|ECE|UNS|SENA|LUZ|UNIT|UNA|ITA|IME|IST|VIT|US|USAL|USAC|FEI|UAI|USB|CEA|"
    r"ESPE|ANU|NOVA|IADE|IED|MCI|OST|CBS|ESB|ISM|EBS|WHU|IU|BA|AKAD|ILS|SAE|HPI|IBS|IIT)(?=\s[A-ZÀ-Þ]|"
    r"$|\s[-–—]\s|,)"
)
_NAMED = (
    r"ironhack|le\s+wagon|openclassrooms|coursera|udemy|udacity|edx|platzi|alura|rocketseat|coderhouse|"
    r"digital\s+house|codecademy|freecodecamp|general\s+assembly|app\s+academy|hack\s+reactor|flatiron|"
    r"springboard|lambda\s+school|simplilearn|datacamp|linkedin\s+learning|khan\s+academy|codeclan|"
    r"thinkful|brainstation|bloomtech|makers\s+academy|wild\s+code\s+school|simplon|descomplica|"
    r"[eé]cole\s+42|42\s+(?:paris|lisboa|berlin|madrid|school|silicon\s+valley|wolfsburg|heilbronn)|"
    r"mackenzie|est[aá]cio|anhanguera|cesumar|"
    r"georgia\s+tech|virginia\s+tech|texas\s+(?:tech|a&m)|cal\s+poly|penn\s+state|ohio\s+state|"
    r"tec\s+de\s+monterrey|"
    r"(?:paris|m[eé]tropole|is[eè]re)?tech(?=$|\W)(?<=paristech)|t[eé]l[eé]com\s+(?:paris\w*|sudparis|"
    r"bretagne|nancy|saint|lille)|(?:mines|ponts)\s+(?:paris\w*|de\s+\w+|nancy|saint)|arts\s+et\s+m[eé]tiers|"
    r"centrale\w*(?=\s+(?:lyon|lille|nantes|paris|marseille|sup)|\W|$)|sup[eé]lec|agro(?:paris)?tech|"
    r"c[eé]gep|coll[eè]ge|ynov|gobelins|stanford|harvard|oxford|cambridge|princeton|yale|berkeley|caltech|"
    r"sorbonne|sciences\s+po|max-planck-\w+|fraunhofer-?\w*|dublin\s+business|trinity\s+college"
)
_STRONG = (
    r"(?:[\w-]*universit[aä]t|universit(?!ari[ao]s?\b|aires?\b))\w*|univ\.?(?=\s)|universid\w+|[\w-]*hochschule?(?:\w*)|"
    r"college|institut\w*|[eé]cole|"
    r"escola|escuela|faculdade\w*|facultad|istituto|universit[aà]|"
    r"facult[eé]|fakult[aä]t|[\w-]*akademie|academy|gymnasium|[\w-]+gymnasium|lyc[eé]e|col[eé]gio|"
    r"polit[eé]cnic\w+|"
    r"polyt[eé]cn\w+|conservato\w+|kantonsschule\w*"
)
_WEAK = (
    r"school|academia|acad[eé]mie|liceo|polytech\w*|fh|iut|instituto|"
    r"[\w-]*(?:berufs|real|grund|gesamt|haupt|sekundar|fach|handels|mittel|techniker|wirtschafts|"
    r"sekundar|ober|"
    r"abend|volkshoch|musik|krankenpflege|meister|landwirtschafts|kantons|bezirks|prim[aä]r)schulen?|"
    r"seminar\w*|insp[eé]|itesm|col[aá]iste|campus|uni|[\w-]*kolleg|schule|ihk|"
    r"centro\s+(?:universit[aá]rio|educa\w+|de\s+(?:ense[nñ]anza|forma\w+|estud\w+|ensino)|federal|paula)|"
    r"centre\s+de\s+formation|bildungszentrum|bildungswerk|studienkolleg|sixth\s+form|lehrinstitut|"
    r"institui[cç][aã]o|(?:instituci[oó]n|fundaci[oó]n|corporaci[oó]n|ciudad)\s+universitaria|unidad\s+educativa|preparatoria\s+\w+|prepa\s+\d+|vocational\s+school|"
    r"e\.?e\.?(?:b|f|i|m)?\.(?=\s)|e\.?m\.?e\.?[fi]\.?(?=\s)"
)
_SCHOOL = re.compile(rf"(?<!\w)(?:{_STRONG}|{_WEAK}|{_NAMED})(?!\w)", re.I)
_SCHOOL_STRONG = re.compile(rf"(?<!\w)(?:{_STRONG})(?!\w)", re.I)


def school_score(text: str) -> float:
    """How much `text` looks like a place of education, 0-1."""
    if _SCHOOL_STRONG.search(text):
        return 1.0
    return 0.7 if _SCHOOL.search(text) or _INITIALS.search(text) else 0.0


def study_score(text: str) -> float:
    """`school_score` for a text that stands among studies, where more initials can only be a school's."""
    return school_score(text) or (0.6 if _DOUBTFUL.search(text) else 0.0)


def starts_with_initials(text: str) -> bool:
    """True if the text begins with the initials of a known school ("UCL", "ESADE Business School")."""
    return _INITIALS.match(text) is not None and len(text.split()) < 5


def school_starts(text: str) -> bool:
    """True if the first word, or one of the two after it, is a sure word for a school."""
    head = " ".join(text.split()[:3])
    return _SCHOOL_STRONG.search(head) is not None


def is_short_for(short: str, name: str) -> bool:
    """True if `short` ("Icam", "UMESP") can stand for the name: its letters appear there in this order."""
    letters, name = fold(short).replace(" ", ""), fold(name)
    if not 2 <= len(letters) <= 9 or not name or letters[0] != name[0] or " " not in name:
        return False
    at = 0
    for letter in letters:
        at = name.find(letter, at) + 1
        if at == 0:
            return False
    initials = "".join(word[0] for word in name.split())
    return short.isupper() or sum(letter in initials for letter in letters) >= len(letters) - 1
