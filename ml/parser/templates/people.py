# ruff: noqa: E501 - the lines of a template belong together
"""Invented people: names, jobs and schools put together by chance from word lists, one for each language."""

from __future__ import annotations

import random
import unicodedata
from dataclasses import dataclass
from typing import Any

LANGUAGES = ("en", "pt", "de", "fr", "es")


@dataclass(frozen=True, slots=True)
class Job:
    """One job; dates are YYYY-MM, `end` is None while it runs."""

    title: str
    company: str
    place: str
    start: str
    end: str | None
    tasks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Study:
    """One course of study."""

    degree: str
    field: str
    school: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Person:
    """All that a template may print, and the words (`w`) of its language."""

    language: str
    first: str
    last: str
    headline: str
    mail: str
    phone: str
    e164: str
    place: str
    summary: str
    jobs: tuple[Job, ...]
    studies: tuple[Study, ...]
    skills: tuple[str, ...]
    certificates: tuple[tuple[str, str, int], ...]
    tongues: tuple[tuple[str, str], ...]
    w: dict[str, str]

    @property
    def name(self) -> str:
        return f"{self.first} {self.last}"


def _split(text: str) -> list[str]:
    return [" ".join(part.split()) for part in text.split(";") if part.strip()]


_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
}
_WORDS = {
    "en": "work=Professional Experience;study=Education;skills=Skills;certs=Certifications;tongues=Languages;"
    "about=Profile;contact=Contact;now=Present;since=Since;in= in ;period=Dates;employer=Employer;"
    "position=Position held;tasks=Main activities;degree=Title of qualification awarded;school=Institution;"
    "thesis=Thesis:;at= at ;born=Nationality;nation=British;hobby=Interests;hobbies=Cycling, choir singing;"
    "mail=Email;phone=Phone;place=Address;name=Name;project=Projects",
    "es": "work=Experiencia profesional;study=Formación académica;skills=Competencias;certs=Certificaciones;"
    "tongues=Idiomas;about=Perfil;contact=Contacto;now=Actualidad;since=Desde;in= en ;period=Fechas;"
    "employer=Empresa;position=Cargo;tasks=Funciones;degree=Título;school=Centro;thesis=Tesis:;at= en ;"
    "born=Nacionalidad;nation=española;hobby=Intereses;hobbies=Senderismo, ajedrez;mail=Correo;"
    "phone=Teléfono;place=Dirección;name=Nombre;project=Proyectos",
    "pt": "work=Experiência profissional;study=Formação acadêmica;skills=Competências;certs=Certificações;"
    "tongues=Idiomas;about=Perfil;contact=Contato;now=Atual;since=Desde;in= em ;period=Período;"
    "employer=Empresa;position=Cargo;tasks=Atividades;degree=Curso;school=Instituição;thesis=Dissertação:;"
    "at= na ;born=Nacionalidade;nation=brasileira;hobby=Interesses;hobbies=Fotografia, corrida;"
    "mail=E-mail;phone=Telefone;place=Endereço;name=Nome;project=Projetos",
    "fr": "work=Expérience professionnelle;study=Formation;skills=Compétences;certs=Certifications;"
    "tongues=Langues;about=Profil;contact=Contact;now=aujourd'hui;since=Depuis;in= en ;period=Dates;"
    "employer=Employeur;position=Poste occupé;tasks=Missions;degree=Diplôme;school=Établissement;"
    "thesis=Mémoire :;at= chez ;born=Nationalité;nation=française;hobby=Centres d'intérêt;"
    "hobbies=Randonnée, piano;mail=Courriel;phone=Téléphone;place=Adresse;name=Nom;project=Projets",
    "de": "work=Berufserfahrung;study=Ausbildung;skills=Kenntnisse;certs=Zertifikate;tongues=Sprachen;"
    "about=Profil;contact=Kontakt;now=heute;since=seit;in= ;period=Zeitraum;employer=Arbeitgeber;"
    "position=Position;tasks=Aufgaben;degree=Abschluss;school=Hochschule;thesis=Abschlussarbeit:;at= bei ;"
    "born=Staatsangehörigkeit;nation=deutsch;hobby=Interessen;hobbies=Wandern, Schach;mail=E-Mail;"
    "phone=Telefon;place=Anschrift;name=Name;project=Projekte",
}
_FIRST = {
    "en": "Rosalind; Desmond; Harriet; Callum; Imogen; Theodore",
    "es": "Itziar; Gonzalo; Maribel; Rubén; Nuria; Álvaro",
    "pt": "Thaís; Murilo; Beatriz; Otávio; Larissa; Caio",
    "fr": "Solène; Thibault; Maëlys; Gaël; Capucine; Rémi",
    "de": "Annegret; Torben; Wiebke; Jörg; Svenja; Ulrich",
}
_LAST = {
    "en": "Fairweather; Okonjo; Pemberton; Hallworth; McAllister; Tideswell",
    "es": "Echeverría Luna; Cabrera Sanz; Quintana Rey; Ibáñez Mora; Pastor Gil; Llorente Vidal",
    "pt": "Nogueira; Sampaio; Bittencourt; Falcão; Vasconcelos; Peixoto",
    "fr": "Delaunay; Kerbrat; Fontanel; Bourgoin; Chastaing; Le Goff",
    "de": "Wiesner; Hohenberg; Petersen; Schönfeld; Kuhlmann; Rademacher",
}
_TRADES = {
    "en": "Data Engineer, Backend Developer, Junior Programmer | Primary School Teacher, Teaching Assistant,"
    " Nursery Practitioner | Ward Sister, Staff Nurse, Healthcare Assistant | Site Foreman, Joiner,"
    " Apprentice Carpenter | Senior Product Owner, Business Analyst, Customer Success Intern",
    "es": "Ingeniera de datos, Desarrollador backend, Becario de informática | Maestra de Primaria,"
    " Profesor de apoyo, Monitor de comedor | Enfermera de UCI, Enfermera de planta, Auxiliar de enfermería"
    " | Jefe de taller, Soldador, Peón de obra | Responsable de compras, Técnico de logística,"
    " Administrativo",
    "pt": "Engenheiro de Dados, Desenvolvedor Full Stack, Estagiário de TI | Professora de Matemática,"
    " Professora Substituta, Monitora | Enfermeira Chefe, Enfermeira, Técnica de Enfermagem | Mestre de"
    " Obras, Pedreiro, Servente | Gerente Comercial, Consultor de Vendas, Assistente Administrativo",
    "fr": "Ingénieure data, Développeur web, Stagiaire développement | Professeure des écoles, Assistante"
    " d'éducation, Animatrice périscolaire | Infirmière coordinatrice, Infirmière, Aide-soignante | Chef"
    " d'équipe maçonnerie, Maçon, Apprenti plombier | Responsable achats, Acheteur junior, Assistant"
    " commercial",
    "de": "Senior Softwareentwickler, Datenbankentwickler, Werkstudent IT | Grundschullehrerin, Referendarin,"
    " Pädagogische Hilfskraft | Stationsleitung, Gesundheits- und Krankenpflegerin, Pflegehelferin |"
    " Werkstattmeister, Schreinergeselle, Dachdecker | Teamleiterin Einkauf, Sachbearbeiterin Vertrieb,"
    " Industriekauffrau",
}
_FIRMS = {
    "en": "Brightmoor; Calder & Finch; Northgate Primary School; Ashbourne NHS Trust; Petrel Analytics; Oakline"
    " Builders Ltd; Vantage Row; Stonebridge Council",
    "es": "Altavela; Grupo Sierra Norte; Colegio San Telmo; Hospital Costa Clara; Talleres Maturana S.L.; Nubia"
    " Datos; Ferrolinea; Ayuntamiento de Lorca",
    "pt": "Veredas Tecnologia; Grupo Ipê; Colégio Monte Verde; Hospital Santa Amélia; Construtora Rio Pardo;"
    " Lumina; Casa Aroeira; Banco Serrano",
    "fr": "Novalis; Groupe Armorin; École Jules Vallès; CHU de Bréval; Ateliers Ferrand; Mistral Conseil;"
    " Les Halles Vertes; Mairie de Saint-Aubin",
    "de": "Nordwerk; Brenner & Söhne; Grundschule am Lindenhof; Klinikum Eschenbach; Holzbau Kranich;"
    " Datenhafen GmbH; Lichtblick Logistik; Stadtwerke Aurich",
}
_PLACES = {
    "en": "Bristol, UK; Leeds, UK; Glasgow, UK; London, UK",
    "es": "Sevilla, España; Bilbao, España; Zaragoza; Málaga, España",
    "pt": "Curitiba, PR; São Paulo, SP; Recife - PE; Porto Alegre, RS",
    "fr": "Nantes; Lyon, France; 35000 Rennes; Toulouse, France",
    "de": "Hamburg; 04109 Leipzig; Köln, Deutschland; Nürnberg",
}
_PHONES = {
    "en": "020 7946 0123=+442079460123; +44 7700 900456=+447700900456; 0117 496 0789=+441174960789",
    "es": "612 34 56 78=+34612345678; +34 655 123 987=+34655123987; 954 123 456=+34954123456",
    "pt": "(41) 99876-5432=+5541998765432; +55 11 91234-5678=+5511912345678; 81 3456-7890=+558134567890",
    "fr": "06 45 12 89 33=+33645128933; +33 7 61 22 33 44=+33761223344; 02.40.12.34.56=+33240123456",
    "de": "0171 2345678=+491712345678; +49 (0)341 998877=+49341998877; 0221/4455667=+492214455667",
}
_SCHOOLS = {
    "en": "University of Bristol; University of Glasgow; Leeds Beckett University; City of Bristol College",
    "es": "Universidad de Sevilla; Universidad del País Vasco; IES Miguel Servet; Universidad de Zaragoza",
    "pt": "Universidade Federal do Paraná; PUCRS; Universidade de São Paulo; SENAI Curitiba",
    "fr": "Université de Nantes; INSA Lyon; Lycée Chateaubriand; IUT de Rennes",
    "de": "Universität Hamburg; TU Dresden; Hochschule Aalen; Berufskolleg Nürnberg",
}
_DEGREES = {
    "en": "MSc=Computer Science; BSc (Hons)=Applied Psychology; Bachelor of Education=Primary Education;"
    " BA=History; Diploma=Site Carpentry",
    "es": "Máster=Ingeniería Informática; Grado=Educación Primaria; Grado=Enfermería; Licenciatura=Historia;"
    " Técnico Superior=Construcciones Metálicas",
    "pt": "Mestrado=Ciência da Computação; Licenciatura=Matemática; Bacharelado=Enfermagem;"
    " Graduação=Administração; Curso Técnico=Edificações",
    "fr": "Master=Informatique; Licence=Sciences de l'éducation; Diplôme d'État=Infirmier; BTS=Bâtiment;"
    " DUT=Techniques de commercialisation",
    "de": "Master of Science=Informatik; Bachelor of Arts=Grundschulpädagogik; Diplom=Betriebswirtschaft;"
    " Bachelor of Science=Pflegewissenschaft; Bachelor of Engineering=Holztechnik",
}
_SKILLS = {
    "en": "Python; SQL; Docker; Classroom Management; Safeguarding; Patient Care; Excel; Stakeholder Management;"
    " First Aid; AutoCAD; Negotiation; Jira",
    "es": "Python; SQL; Docker; Trabajo en equipo; Excel; SAP; Primeros auxilios; Soldadura TIG; AutoCAD;"
    " Negociación; Gestión de proyectos; Jira",
    "pt": "Python; SQL; Docker; Trabalho em equipe; Excel; SAP; Primeiros socorros; Leitura de projetos;"
    " AutoCAD; Negociação; Gestão de pessoas; Jira",
    "fr": "Python; SQL; Docker; Travail en équipe; Excel; SAP; Premiers secours; Lecture de plans; AutoCAD;"
    " Négociation; Gestion de projet; Jira",
    "de": "Python; SQL; Docker; Teamführung; Excel; SAP; Erste Hilfe; CNC-Fräsen; AutoCAD; Verhandlungsführung;"
    " Projektmanagement; Jira",
}
_CERTS = {
    "en": "Certified ScrumMaster=Scrum Alliance; NVQ Level 3 Site Carpentry=City & Guilds; AWS Certified"
    " Developer=Amazon",
    "es": "Certificado de Manipulador de Alimentos=Cámara de Comercio; Scrum Master Certificado=Scrum.org;"
    " DELE C2=Instituto Cervantes",
    "pt": "Certificação Scrum Master=Scrum.org; NR-35 Trabalho em Altura=SENAI; AWS Cloud Practitioner=Amazon",
    "fr": "Certification PSM I=Scrum.org; Sauveteur secouriste du travail=INRS; TOEIC=ETS",
    "de": "Ausbildereignungsprüfung=IHK; Scrum Master PSM I=Scrum.org; Ersthelfer im Betrieb=DRK",
}
_TASKS = {
    "en": "Planned the weekly rota for a team of nine and kept overtime below budget; Introduced a shared"
    " checklist that halved the number of complaints; Reported progress to the board every quarter; Trained"
    " new colleagues in safety rules and documentation",
    "es": "Planificación semanal de turnos para un equipo de nueve personas; Introducción de una lista de"
    " control que redujo las quejas a la mitad; Informes trimestrales a la dirección; Formación de nuevos"
    " compañeros en normas de seguridad",
    "pt": "Planejamento semanal das escalas de uma equipe de nove pessoas; Implantação de uma lista de"
    " verificação que reduziu as queixas pela metade; Relatórios trimestrais à diretoria; Treinamento de novos"
    " colegas em normas de segurança",
    "fr": "Planification hebdomadaire des tours d'une équipe de neuf personnes; Mise en place d'une liste de"
    " contrôle qui a réduit les plaintes de moitié; Rapports trimestriels à la direction; Formation des"
    " nouveaux collègues aux règles de sécurité",
    "de": "Wöchentliche Dienstplanung für ein Team von neun Personen; Einführung einer Prüfliste, die die Zahl"
    " der Beschwerden halbierte; Vierteljährliche Berichte an die Geschäftsleitung; Einarbeitung neuer Kollegen"
    " in Sicherheit und Dokumentation",
}
_ABOUT = {
    "en": "Reliable and curious, with a calm hand in busy weeks. I like clear plans, short meetings and people"
    " who laugh. Looking for a place where good work is noticed.",
    "es": "Persona responsable y curiosa, tranquila en las semanas difíciles. Me gustan los planes claros y las"
    " reuniones cortas. Busco un lugar donde se valore el trabajo bien hecho.",
    "pt": "Pessoa responsável e curiosa, calma nas semanas difíceis. Gosto de planos claros e reuniões curtas."
    " Busco um lugar onde o bom trabalho seja valorizado.",
    "fr": "Personne fiable et curieuse, calme dans les semaines chargées. J'aime les plans clairs et les"
    " réunions courtes. Je cherche un lieu où le travail bien fait est reconnu.",
    "de": "Zuverlässig und neugierig, auch in vollen Wochen gelassen. Ich mag klare Pläne und kurze"
    " Besprechungen. Gesucht ist ein Ort, an dem gute Arbeit gesehen wird.",
}
_TONGUES = {
    "en": "English=native; French=B2; Spanish=A2", "es": "Español=nativo; Inglés=C1; Francés=B1",
    "pt": "Português=nativo; Inglês=avançado; Espanhol=intermediário",
    "fr": "Français=langue maternelle; Anglais=courant; Allemand=B1",
    "de": "Deutsch=Muttersprache; Englisch=C1; Französisch=A2",
}  # fmt: skip


def make_person(language: str, seed: int) -> Person:
    """A person who doesn't exist; the same one for the same seed."""
    dice = random.Random(f"{language}{seed}")
    first, last = (dice.choice(_split(table[language])) for table in (_FIRST, _LAST))
    trades = dice.choice(_TRADES[language].split("|")).split(",")
    titles = [" ".join(title.split()) for title in trades]
    firms = dice.sample(_split(_FIRMS[language]), 3)
    places = _split(_PLACES[language])
    tasks = _split(_TASKS[language])
    jobs: list[Job] = []
    end: str | None = None
    year = 2024
    for rank, (title, firm) in enumerate(zip(titles, firms, strict=True)):
        start_year = year - dice.randint(2, 4)
        start = f"{start_year}-{dice.randint(1, 12):02d}"
        town = dice.choice(places)
        jobs.append(Job(title, firm, town, start, end, tuple(dice.sample(tasks, 2 + (rank == 0)))))
        last_month = int(start[5:]) - 1 or 12
        end = f"{start_year - (last_month == 12)}-{last_month:02d}"
        year = start_year
    studies, left = [], year - 1
    schools = dice.sample(_split(_SCHOOLS[language]), 2)
    for printed, school in zip(dice.sample(_split(_DEGREES[language]), 2), schools, strict=True):
        degree, _, field = printed.partition("=")
        length = dice.randint(2, 4)
        studies.append(Study(degree, field, school, left - length, left))
        left -= length
    phone, _, e164 = dice.choice(_split(_PHONES[language])).partition("=")
    certs = [tuple(text.split("=")) for text in dice.sample(_split(_CERTS[language]), 2)]
    words = dict(pair.split("=", 1) for pair in _WORDS[language].split(";"))
    words["months"] = _MONTHS[language]
    return Person(
        language=language, first=first, last=last, headline=titles[0],
        mail=f"{_ascii(first)}.{_ascii(last.split()[-1])}@{dice.choice(('postbox', 'letters'))}.example",
        phone=phone, e164=e164, place=dice.choice(places), summary=_ABOUT[language], jobs=tuple(jobs),
        studies=tuple(studies), skills=tuple(dice.sample(_split(_SKILLS[language]), 7)),
        certificates=tuple((name, issuer, dice.randint(2015, 2023)) for name, issuer in certs),
        tongues=tuple((a, b) for a, _, b in (t.partition("=") for t in _split(_TONGUES[language]))),
        w=words,
    )  # fmt: skip


def _ascii(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return plain.lower().replace(" ", "")


def _clipped(month: str) -> str:
    return month[:4] if month in {"juin", "Juni", "juillet", "June"} else month[:3]


def date_text(person: Person, month: str, style: str) -> str:
    """A month as the template prints it: long, short, num, dot, iso, apostrophe or year."""
    year, number = month.split("-")
    name = person.w["months"].split()[int(number) - 1]
    of = " de " if person.language in {"es", "pt"} else " "
    return {
        "long": f"{name}{of}{year}", "short": f"{_clipped(name)} {year}",
        "num": f"{number}/{year}", "dot": f"{number}.{year}", "iso": f"{year}-{number}",
        "apostrophe": f"{_clipped(name)} '{year[2:]}", "year": year,
    }[style]  # fmt: skip


def range_text(person: Person, job: Job, style: str, dash: str = " – ", since: bool = False) -> str:
    """The time of a job; `since` prints a running one as "since 2019"."""
    start = date_text(person, job.start, style)
    if job.end is None:
        return f"{person.w['since']} {start}" if since else f"{start}{dash}{person.w['now']}"
    return f"{start}{dash}{date_text(person, job.end, style)}"


def truth_of(person: Person, *, style: str, layout: str, format: str, **left_out: bool) -> dict[str, Any]:
    """What the template prints of the person, in the form of the development résumés' truth."""

    def month(value: str | None) -> str | None:
        return value[:4] if value and style == "year" else value

    return {
        "language": person.language, "format": format, "layout": layout,
        "contact": {
            "first_name": person.first, "last_name": person.last, "email": person.mail,
            "phone": person.phone, "phone_e164": person.e164, "location": person.place,
        },
        "education": [
            {"degree": s.degree, "field": s.field, "institution": s.school, "graduation_year": str(s.end)}
            for s in person.studies
        ],
        "work_history": [
            {"title": j.title, "company": j.company, "start_date": month(j.start), "end_date": month(j.end),
             "current": j.end is None}
            for j in person.jobs
        ],
        "skills": [] if left_out.get("no_skills") else list(person.skills),
        "certifications": [] if left_out.get("no_certificates") else [c[0] for c in person.certificates],
    }  # fmt: skip
