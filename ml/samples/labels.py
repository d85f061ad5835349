"""The words that a résumé's frame needs in each language: headings, months, "today"."""

from __future__ import annotations

from ml.samples.model import Education, Resume, Work

HEADINGS: dict[str, dict[str, str]] = {
    "en": {
        "summary": "Profile",
        "work": "Work Experience",
        "education": "Education",
        "skills": "Skills",
        "certifications": "Certifications",
        "languages": "Languages",
        "contact": "Contact",
        "title": "Curriculum Vitae",
    },
    "es": {
        "summary": "Perfil",
        "work": "Experiencia profesional",
        "education": "Formación académica",
        "skills": "Competencias",
        "certifications": "Certificaciones",
        "languages": "Idiomas",
        "contact": "Contacto",
        "title": "Currículum vítae",
    },
    "pt": {
        "summary": "Perfil",
        "work": "Experiência profissional",
        "education": "Formação académica",
        "skills": "Competências",
        "certifications": "Certificações",
        "languages": "Idiomas",
        "contact": "Contacto",
        "title": "Curriculum vitae",
    },
    "fr": {
        "summary": "Profil",
        "work": "Expérience professionnelle",
        "education": "Formation",
        "skills": "Compétences",
        "certifications": "Certifications",
        "languages": "Langues",
        "contact": "Coordonnées",
        "title": "Curriculum vitæ",
    },
    "de": {
        "summary": "Profil",
        "work": "Berufserfahrung",
        "education": "Ausbildung",
        "skills": "Kenntnisse",
        "certifications": "Zertifikate",
        "languages": "Sprachen",
        "contact": "Kontakt",
        "title": "Lebenslauf",
    },
}
PERSONAL: dict[str, tuple[str, str, str, str]] = {
    "en": ("Name", "Address", "Phone", "E-mail"),
    "es": ("Nombre", "Dirección", "Teléfono", "Correo electrónico"),
    "pt": ("Nome", "Morada", "Telefone", "E-mail"),
    "fr": ("Nom", "Adresse", "Téléphone", "Courriel"),
    "de": ("Name", "Wohnort", "Telefon", "E-Mail"),
}
_MONTHS = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "es": "ene. feb. mar. abr. may. jun. jul. ago. sept. oct. nov. dic.",
    "pt": "jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez.",
    "fr": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    "de": "",
}
_NOW = {"en": "Present", "es": "Actualidad", "pt": "Atual", "fr": "Aujourd'hui", "de": "heute"}
_IN = {"en": "in", "es": "en", "pt": "em", "fr": "en", "de": "in"}
# Degrees that the language joins to their field otherwise.
_JOINED = {
    "Grado": "en",
    "Licence": "de",
    "Master": "",
    "Bac professionnel": "",
    "Ausbildung zum Kaufmann": "für",
}


def month(date: str, language: str) -> str:
    """YYYY-MM as the language prints it: "Mar 2021", "mars 2021", "03/2021"."""
    year, number = date.split("-")
    names = _MONTHS[language].split()
    return f"{names[int(number) - 1]} {year}" if names else f"{number}/{year}"


def work_dates(work: Work, language: str) -> str:
    """The span of a position."""
    end = month(work.end, language) if work.end else _NOW[language]
    return f"{month(work.start, language)} – {end}"


def study_dates(study: Education) -> str:
    return f"{study.start} – {study.year}"


def study_line(study: Education, language: str) -> str:
    """Degree and field in one line."""
    joiner = _JOINED.get(study.degree, _IN[language]) if language in ("fr", "es", "de") else _IN[language]
    if language == "fr" and study.degree == "Licence" and study.field[0] in "AEIOUYÉH":
        return f"{study.degree} d'{study.field}"
    return " ".join(part for part in (study.degree, joiner, study.field) if part)


def contact_lines(resume: Resume) -> list[str]:
    contact = resume.contact
    return [contact.email, contact.phone, contact.location, *contact.links]


def personal_rows(resume: Resume) -> list[tuple[str, str]]:
    """The rows of personal data in a table: label and value."""
    contact = resume.contact
    values = (contact.name, contact.location, contact.phone, contact.email)
    return list(zip(PERSONAL[resume.language], values, strict=True))
