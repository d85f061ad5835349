"""Words for fields of study: which of two unknown names is what was studied, and not where."""

from __future__ import annotations

import re

from ats_core.language import fold
from ats_core.parser.wordlist import words_of

# Stems on folded text; those of Latin and Greek serve five languages at once.
_STEMS = re.compile(
    r"\b(?:informat|microinform|ceram|zootec|frances|latin|latim|griech|greek|grec\b|grego|griego|vitic|enolog|wirtschaft|dienstleist|plant\b|patholog|redes|aplicac|multiplataf|"
    r"inform\w* wirtschaft|wirtschafts|comput|software|hardware|cyber|web\b|data\b|"
    r"donnees|datos|dados|daten|"
    r"analyt|network|netz|sistema|system|systeme|telecom|electr|elektr|elettron|mecan|mechan|"
    r"mechatron|robot|automat|"
    r"engineer|ingenier|ingenieur|engenhar|genie\b|tecnolog|technolog|technik|industri|produ[ck]t|manufactur|"
    r"matem|mathem|math|statist|estadist|estatist|physi|fisic|chem|chim|quimic|biolog|biochem|bioch?im|bioqu|"
    r"biotech|biotec|geolog|geogra|geowiss|environment|ambient|umwelt|ecolog|okolog|agron|agrar|"
    r"agricult|forest|veterin|"
    r"medic|medizin|medec|nurs|enferm|infirm|pflege|pharm|farmac|odont|dental|dentist|physiother|"
    r"fisioter|kinesi|nutri|"
    r"salud|saude|health|sante|gesundheit|psych|psic|sozio|sociol|social|sozial|anthrop|antrop|"
    r"archaeol|arqueol|histor|geschicht|"
    r"philos|filos|theolog|teolog|religi|islam|literat|linguist|letras|lettres|sprach|langue|lengua|"
    r"lingua|languages?|philolog|filolog|"
    r"germanist|anglist|romanist|hispan|english|englisch|anglais|ingles|francais|french|deutsch|"
    r"spanish|espanol|portugu|chinois|chines|japan|arab|traduc|translat|"
    r"ubersetz|journal|kommunik|communic|comunic|publizist|media|medien|marketing|publicid|publicity|"
    r"advertis|werbung|"
    r"business|betriebs|management|gestion|gestao|administra|econom|okonom|volkswirt|financ|finanz|"
    r"account|contab|"
    r"contadur|comptab|buchhalt|rechnungs|bank|commerc|comerc|kaufm|handel|trade\b|logist|supply|"
    r"transport|touris|turism|hotel|gastron|"
    r"culin|koch|law\b|laws\b|legal|droit|derecho|direito|recht|jura\b|jurispr|criminol|politi|polit|"
    r"international|internac|relations|relac|"
    r"public\b|policy|educa|pedagog|padagog|teaching|lehramt|didact|erzieh|kindheit|sport|deporte|"
    r"physical|music|musik|theat|teatr|drama|"
    r"dance|film|cine\w*|audiovis|animat|photo|foto|kunst|arts?\b|bellas artes|beaux|graph|grafi|"
    r"grafik|diseno|design|moda\b|fashion|"
    r"architec|arquitec|archite|urban|raum|civil|bau\w*|construc|obras|mining|minas|petrol|energ|"
    r"material|werkstoff|metall|textil|"
    r"aero|aviat|luft|raumfahrt|nautic|marine|naval|maschinen|fahrzeug|kfz|automo|scien|cienc|"
    r"wissenschaft|studies|humanit|"
    r"sciences|human resources|recursos humanos|ressources humaines|personal|secretar|sekretar|"
    r"program|desarrollo|desenvolvimento|developp|entwicklung|"
    r"analis|intelligence|inteligencia|kunstliche|machine learning|cloud|security|seguranca|seguridad|"
    r"securite|sicherheit|welding|cosmet|estet|"
    r"bibliot|library|archiv|museo|astron|neuro|genet|microb|mikrob|epidem|cognit|kognit|ethnol|"
    r"kultur|cultur|gender|theorie|theoretical|applied)"
)
_LINKS = words_of(
    """and of in the for with de la el y e et en des du
    d l und der die des von a à i ii iii mit sus los las do da dos das"""
)
# Fields that a reader takes for no degree where they stand alone.
_BARE = re.compile(
    r"(?:(?:applied|theoretical|pure|general|business|clinical|computer|civil|mechanical|electrical|"
    r"electronic|chemical|industrial|"
    r"software|systems|environmental|biomedical|aerospace|political|social|information|data|"
    r"international|criminal)\s)?"
    r"(?:computer\sscience|science|sciences|engineering|mathematics|maths|physics|chemistry|biology|"
    r"psychology|sociology|economics|"
    r"history|philosophy|law|medicine|nursing|architecture|accounting|finance|marketing|management|"
    r"administration|business|"
    r"linguistics|english|literature|journalism|communications?|education|geography|geology|"
    r"anthropology|design|graphic\sdesign|"
    r"fine\sarts|arts|music|theology|statistics|informatics|technology|systems|relations|studies|"
    r"justice|public\shealth|"
    r"coursework|[\w ]+\scoursework|"
    r"informatik|mathematik|physik|chemie|biologie|psychologie|soziologie|geschichte|philosophie|"
    r"medizin|jura|"
    r"rechtswissenschaft(?:en)?|betriebswirtschaft(?:slehre)?|bwl|vwl|volkswirtschaftslehre|"
    r"maschinenbau|elektrotechnik|"
    r"wirtschaftsinformatik|wirtschaftsingenieurwesen|architektur|germanistik|anglistik|"
    r"informatique|mathematiques|physique|chimie|sociologie|droit|histoire|philosophie|lettres|"
    r"economie|medecine|"
    r"informatica|matematicas?|fisica|quimica|biologia|psicologia|sociologia|derecho|direito|historia|"
    r"filosofia|medicina|"
    r"enfermeria|enfermagem|economia|arquitectura|arquitetura|administracao|"
    r"administracion(?:\sde\sempresas)?|contabilidad|"
    r"pedagogia|jornalismo|periodismo|ciencias?\sda\scomputacao|ciencias?\sde\sla\scomputacion)"
)


def names_field(text: str) -> bool:
    """True if a word of the text belongs to a field of study."""
    return _STEMS.search(fold(text)) is not None


def is_bare_field(text: str) -> bool:
    """True for the plain name of a field ("Computer Science", "Informatik")."""
    return _BARE.fullmatch(fold(text)) is not None


def share_of_field(text: str) -> float:
    """The share of the text's words that belong to fields of study, links left out."""
    words = [word for word in fold(text).split() if word not in _LINKS]
    return sum(_STEMS.match(word) is not None for word in words) / len(words) if words else 0.0
