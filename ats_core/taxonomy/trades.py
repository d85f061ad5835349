"""From who does it to what is done: "instalador de ventanas" is asked as "instalación de ventanas".

Résumés name people, lists of skills name activities; the pairs of endings are regular in all five languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ats_core.taxonomy.stems import stem
from ats_core.taxonomy.surface import folded

# Person and activities, word for word (folded): the first word in Romance languages, the last in English.
_PAIRS = """
    instalador instalacion,instalacao  montador montaje,montagem  gestor gestion,gestao  monteur montage
    operador operacion,operacao,manejo  conductor conduccion  condutor conducao  disenador diseno
    profesor ensenanza,docencia  professor ensino,docencia  limpiador limpieza  vendedor venta,venda
    reparador reparacion,reparacao  auditor auditoria,auditorias,audit,auditing,audits
    inspector inspeccion,inspection  inspetor inspecao  programador programacion,programacao
    administrador administracion,administracao  organizador organizacion,organizacao
    soldador soldadura,soldagem  pintor pintura  traductor traduccion  tradutor traducao
    redactor redaccion  redator redacao  editor edicion,edicao,editing  desarrollador desarrollo
    desenvolvedor desenvolvimento  analista analisis,analise  consultor consultoria
    supervisor supervision,supervisao  planificador planificacion  planejador planejamento
    coordinador coordinacion  coordenador coordenacao  entrenador entrenamiento  treinador treinamento
    cuidador cuidado,cuidados  criador cria,criacao  productor produccion  produtor producao
    investigador investigacion,investigacao  pesquisador pesquisa  aplicador aplicacion,aplicacao
    controlador control,controle  tecnico tecnica,mantenimiento,manutencao  formador formacion,formacao
    preparador preparacion,preparacao  tramitador tramitacion  asesor asesoramiento,asesoria
    orientador orientacion,orientacao  animador animacion,animacao  instructor instruccion,instruction
    ingeniero ingenieria  engenheiro engenharia  ingenieur ingenierie,genie  mecanico mecanica
    cocinero cocina  cozinheiro cozinha  director direccion  diretor direcao  jefe jefatura,gestion,direccion
    gerente gerencia,gestion,gestao  responsable gestion,management  encargado gestion
    installateur installation,installations  gestionnaire gestion  conducteur conduite
    concepteur conception  professeur enseignement  enseignant enseignement  vendeur vente
    auditeur audit  controleur controle  programmeur programmation  administrateur administration
    organisateur organisation  soudeur soudage,soudure  peintre peinture  traducteur traduction
    redacteur redaction  developpeur developpement  analyste analyse  consultant conseil,consulting
    superviseur supervision  planificateur planification  coordinateur coordination  eleveur elevage
    producteur production  chercheur recherche  poseur pose  reparateur reparation  mecanicien mecanique
    formateur formation  conseiller conseil  animateur animation  directeur direction  chef gestion
    manager management  installer installation  fitter fitting  operator operation  driver driving
    designer design  teacher teaching  engineer engineering  developer development
    programmer programming  administrator administration  analyst analysis  coordinator coordination
    planner planning  writer writing  translator translation  trainer training  cleaner cleaning
    maker making  grower growing  farmer farming  welder welding  painter painting
    builder building,construction  worker work  coach coaching  therapist therapy
    photographer photography  controller control
    repairer repair  tester testing  researcher research  instructor instruction,teaching
    assistant assistance,assisting  specialist management  technician maintenance,repair
    mechanic repair,mechanics
    picker picking  seller selling,sales  layer laying  changer changing  walker walking  sitter sitting
    washer washing  cutter cutting  handler handling  loader loading  packer packing  keeper keeping
    breeder breeding  tuner tuning  stylist styling  decorator decorating,decoration  polisher polishing
    grinder grinding  sprayer spraying  stacker stacking  filler filling  restorer restoration
    binder binding  carver carving  setter setting  sorter sorting  stocker stocking  roaster roasting
    blower blowing  surveyor surveying  dresser dressing  groomer grooming  fixer fixing  finisher finishing
    podador poda  recolector recoleccion  repartidor reparto  colocador colocacion,colocacao  cortador corte
    decorador decoracion,decoracao  restaurador restauracion,restauracao,restauro
    fabricante fabricacion,fabricacao  lavador lavado,lavagem  clasificador clasificacion
    distribuidor distribucion,distribuicao  assentador assentamento  separador separacao
    entregador entrega  nettoyeur nettoyage  laveur lavage  livreur livraison  cueilleur cueillette
    chargeur chargement  decorateur decoration  restaurateur restauration  fabricant fabrication
    tailleur taille  coupeur coupe  distributeur distribution  preparateur preparation  trieur tri
    depanneur depannage
    lawyer law  architect architecture  chemist chemistry  biologist biology  physicist physics
"""
# German compounds: ending of the person, ending of the activity.
_COMPOUNDS = """
    techniker technik  bauer bau  leiter leitung  planer planung  berater beratung  prufer prufung
    entwickler entwicklung  verwalter verwaltung  betreuer betreuung  reiniger reinigung
    bearbeiter bearbeitung  fahrer fahren  lehrer unterricht,unterrichten  trainer training  pfleger pflege
    mechaniker mechanik  monteur montage  installateur installation  programmierer programmierung
    forscher forschung  zuchter zucht  therapeut therapie  bediener bedienung  fuhrer fuhrung
    manager management  auditor audits,audit  controller controlling  analyst analyse
    architekt architektur  designer design  optiker optik  elektroniker elektronik  schweisser schweissen
    dreher drehen  fraser frasen  reparateur reparatur  psychologe psychologie
    ingenieur ingenieurwesen,technik
    koch kuche  redakteur redaktion  restaurator restaurierung  makler vermittlung  verkaufer verkauf
    einkaufer einkauf  buchhalter buchhaltung  gartner gartenbau  disponent disposition  lackierer lackierung
    roboter robotik  gestalter gestaltung  fotograf fotografie  chemiker chemie  biologe biologie
"""
_WORD = re.compile(r"[^\W\d_]+")


def _table(text: str) -> dict[str, tuple[str, ...]]:
    words = text.split()
    return {
        stem(person): tuple(done.split(",")) for person, done in zip(words[::2], words[1::2], strict=True)
    }


_ACTIVITIES = _table(_PAIRS)
_ENDINGS = _table(_COMPOUNDS)
_LONGEST_FIRST = sorted(_ENDINGS, key=len, reverse=True)


def activities(text: str) -> Iterator[str]:
    """What people so named do, if the first word, the last word, or the end of the only word tells."""
    low = folded(text)
    words = [m.span() for m in _WORD.finditer(low)]
    if len(words) > 1:
        for start, end in dict.fromkeys((words[0], words[-1])):
            for done in _ACTIVITIES.get(stem(low[start:end]), ()):
                yield f"{low[:start]}{done}{low[end:]}"
    if words:
        yield from _compounds(low, *words[-1])


def _compounds(low: str, start: int, end: int) -> Iterator[str]:
    person = stem(low[start:end])
    for ending in _LONGEST_FIRST:
        if person.endswith(ending) and len(person) - len(ending) > 2:
            for done in _ENDINGS[ending]:
                yield f"{low[:start]}{person[: -len(ending)]}{done}{low[end:]}"
            return
