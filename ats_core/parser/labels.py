"""Labels of forms ("Employer:", "Período") and what the text beside them is."""

from __future__ import annotations

import re
from dataclasses import replace as with_changes
from functools import lru_cache

from ats_core.language import fold
from ats_core.parser.document import Line
from ats_core.parser.wordlist import phrases_of

_ROLES: dict[str, frozenset[str]] = {
    "dates": phrases_of(
        """dates; date; period; from to; dates of employment; duration; time period; years; fechas; fecha;
        periodo; desde hasta; datas; fechas; date s; data; duracao; duracion; periode; duree; zeitraum;
        datum; von bis; dauer; zeit"""
    ),
    "title": phrases_of(
        """occupation or position held; position; title; job title; role; position held; occupation;
        designation; cargo; puesto; profesion o cargo desempenado; ocupacion; puesto de trabajo; cargo
        ocupado; funcao; funcao ou cargo ocupado; profissao ou cargo; poste; fonction; poste occupe;
        fonction ou poste occupe; intitule du poste; beruf oder funktion; stelle; rolle; funktion;
        tatigkeit als; berufsbezeichnung; stellenbezeichnung"""
    ),
    "company": phrases_of(
        """name and address of employer; employer; company; company name; organization; organisation; client;
        empresa; nombre y direccion de la empresa; empleador; compania; nombre de la empresa; entidad;
        nome e endereco do empregador; empregador; entidade patronal; entreprise; societe; employeur; nom
        et adresse de l employeur; nombre y direccion de la empresa o empleador; name und adresse des
        arbeitgebers; arbeitgeber; firma; unternehmen; betrieb; kunde"""
    ),
    "tasks": phrases_of(
        """main activities and responsibilities; main activities; responsibilities; duties; description;
        tasks; key responsibilities; job description; achievements; funciones; funciones y
        responsabilidades; actividades; tareas; responsabilidades; descripcion; principales actividades y
        responsabilidades; atividades; principais atividades; principais atividades e responsabilidades;
        descricao; atividades desenvolvidas; missions; activites principales; principales activites et
        responsabilites; taches; responsabilites; aufgaben; tatigkeiten; aufgabenbereich;
        verantwortlichkeiten; wichtigste tatigkeiten und zustandigkeiten; beschreibung"""
    ),
    "degree": phrases_of(
        """title of qualification awarded; degree; qualification; course; program; programme; degree
        obtained; titulo; titulo de la cualificacion obtenida; titulacion; grado obtenido; carrera;
        titulacion obtenida; curso; designacao da qualificacao atribuida; grau; diplome; intitule du
        diplome delivre; intitule du certificat; intitule du certificat ou diplome delivre; abschluss;
        bezeichnung der qualifikation; bezeichnung der erworbenen qualifikation; studiengang; angestrebter
        abschluss"""
    ),
    "institution": phrases_of(
        """name and type of organisation providing education and training; name of organisation; institution;
        school; university; college; institute; organisation providing education; centro; nombre del
        centro; centro de estudios; institucion; universidad; nombre y tipo de la organizacion; nome da
        organizacao; instituicao; nome e tipo da organizacao de ensino; etablissement; nom de l
        etablissement; nom et type de l etablissement d enseignement ou de formation; nombre y tipo de la
        organizacion que ha impartido la educacion o la formacion; nome e tipo da organizacao de ensino ou
        formacao; name und art der bildungs oder ausbildungseinrichtung; ecole; universite; name der
        bildungseinrichtung; bildungseinrichtung; name und art der bildungseinrichtung; hochschule;
        universitat; schule; einrichtung"""
    ),
    "field": phrases_of(
        """field of study; major; specialization; principal subjects; especialidad; area de estudio;
        especialidade; specialite; domaine d etudes; fachrichtung; studienfach; schwerpunkt; hauptfach"""
    ),
    "place": phrases_of("location; place; city; lugar; ciudad; local; cidade; lieu; ville; ort; standort"),
}  # fmt: skip
_ROLE_OF = {phrase: role for role, phrases in _ROLES.items() for phrase in phrases}
_INLINE = re.compile(r"^([^:\t]{2,60}?)\s*:\s*(\S.*)$")


@lru_cache(maxsize=2048)
def role_of(text: str) -> str | None:
    """What stands beside this label; None if it is no label known here."""
    if len(text) > 80:
        return None
    folded = fold(text)
    role = _ROLE_OF.get(folded)
    if role is None and folded.count(" ") >= 2:
        # A narrow column breaks a long label; its first row says enough.
        return next((_ROLE_OF[phrase] for phrase in _ROLE_OF if phrase.startswith(folded + " ")), None)
    return role


def without_labels(lines: list[Line]) -> list[Line]:
    """The lines with labels taken off and their roles noted; rows of a table with a head are taken apart."""
    made: list[Line] = []
    columns: list[str | None] = []
    label = ""
    for printed in lines:
        line = _without_rest_of_label(printed, label)
        if line is None:
            continue
        label = _label_of(line, label)
        roles = [role_of(cell) for cell in line.cells]
        if len(roles) >= 3 and sum(role is not None for role in roles) >= len(roles) - 1:
            columns = roles
            continue
        if columns and len(line.cells) == len(columns):
            made.extend(_cell(line, index, role) for index, role in enumerate(columns))
            continue
        columns = [] if len(line.cells) == 1 else columns
        made.append(_unlabelled(line))
    return made


def _label_of(line: Line, before: str) -> str:
    """The label in the first cell of the line; the one before where the line has none."""
    if len(line.cells) < 2:
        return before
    return line.cells[0] if role_of(line.cells[0]) is not None else ""


def _without_rest_of_label(line: Line, label: str) -> Line | None:
    """The line without the rest of a label that the row above began; None if nothing is left."""
    if not label or not 0 < len(line.cells) < 3 or fold(label) in _ROLE_OF:
        return line
    if not any(phrase.startswith(f"{fold(label)} {fold(line.cells[0])}") for phrase in _ROLE_OF):
        return line
    if len(line.cells) == 1:
        return None
    start = line.start + len(line.cells[0]) + 1
    return with_changes(line, cells=line.cells[1:], boxes=line.boxes[1:], start=start)


def _cell(line: Line, index: int, role: str | None) -> Line:
    start = line.start + sum(len(cell) + 1 for cell in line.cells[:index])
    return with_changes(
        line,
        cells=line.cells[index : index + 1],
        boxes=line.boxes[index : index + 1],
        start=start,
        role=role or "",
        bullet=role == "tasks",
    )


def _unlabelled(line: Line) -> Line:
    if len(line.cells) >= 2 and (role := role_of(line.cells[0])) is not None:
        start = line.start + len(line.cells[0]) + 1
        line = with_changes(line, cells=line.cells[1:], boxes=line.boxes[1:], start=start, role=role)
    elif (match := _INLINE.match(line.cells[0])) and (role := role_of(match[1])) is not None:
        cells = (match[2], *line.cells[1:])
        line = with_changes(line, cells=cells, start=line.start + match.start(2), role=role)
    return with_changes(line, bullet=True) if line.role == "tasks" else line
