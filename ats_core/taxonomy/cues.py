"""The words around an everyday word that make it a skill, in five languages: making, knowing, a trade."""

from __future__ import annotations

from ats_core.taxonomy.surface import word_set

JOINERS = word_set("and or y e o et ou und oder plus do da du de em en in con com avec mit with")
AFTER = word_set("""
    developer developers engineer engineers programming programmer language framework code coding
    script scripts backend services microservices service app apps application applications api apis macros
    formulas
    spreadsheets entwickler entwicklung desarrollador desarrolladora desenvolvedor desenvolvedora
    developpeur developpeuse programacion programacao programmation programmierung
""")
BEFORE = word_set("""
    programming language using lenguaje linguagem langage sprache lang framework usando utilisant microsoft ms
    apache programacion programacao programmation developer programmer desarrollador desarrolladora
    desenvolvedor desenvolvedora programador programadora developpeur developpeuse entwickler entwicklerin
    programmierer use used uso utilizo usei utilise utilisant nutze verwende
""")
PAIRS_BEFORE = word_set("""
    written_in developed_in built_in built_with coded_in code_in experience_with experience_in knowledge_of
    proficient_in proficient_with proficiency_in skilled_in skills_in expert_in programming_in program_in
    services_in backend_in developer_in worked_with working_with experiencia_con experiencia_en
    conocimientos_de escrito_en experiencia_com experiencia_em conhecimento_em conhecimentos_de
    desenvolvido_em developpe_en experience_en connaissance_de erfahrung_mit erfahrung_in kenntnisse_in
    entwickelt_in
    geschrieben_in programmierung_in backend_with services_with as_a as_an
""")


# "Wrote the service in Go": a word of making, then a preposition before the name.
MAKING = word_set("""
    wrote write writing written developed develop developing built build building programmed program
    programming coded coding implemented deployed automated designed maintained created drafted
    modelled modeled kept experience experienced proficient skilled knowledge proficiency years
    tests suites scripts queries reports dashboards tables files documents letters meetings chat mail
    made games pipelines services apps sites pages code models designs drawings trailers clusters
    streaming macros skills level mail merge cobros
    escribi desarrolle desarrollado desarrollada desarrollar programe programado programar implemente creado
    manejo experiencia conocimientos dominio programo trabajo informes tablas consultas documentos servicios
    aplicaciones anos usuario usuaria nivel
    escrevi desenvolvi desenvolvido desenvolvida desenvolver programei programado programar conhecimentos
    conhecimento experiencia sei programo trabalho relatorios planilhas aplicativos servicos
    developpe developpee developpement programme code cree realise experience connaissances maitrise
    rapports tableaux logiciel ans niveau
    programmation programacion programacao programmierung configuration configured dominio
    entwickelt entwickelte geschrieben programmiert programmierte umgesetzt erstellt erfahrung kenntnisse
    berichte tabellen dokumente briefe arbeite sicher jahre umgang
""")
PREPOSITIONS = word_set("in with on using en con em com avec sous mit de of do da du del vom")
REACH = 6

# Before a trade: "worked as a baker", "als Koch", "como pintor", "métier :". Not before a product.
ROLES_BEFORE = word_set("als como comme gelernter gelernte ausgebildeter ausgebildete")
# Before a surname, which may be a trade: "Frau Schneider", "Mr Baker".
TITLES = word_set("""
    herr herrn frau mr mrs ms miss dr prof sr sra srta senor senora senhor senhora dona don dom
    m mme mlle monsieur madame
""")
# So many everyday words in a row, each a skill, are a list of skills.
RUN = 3
