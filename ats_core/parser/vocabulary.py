"""Words that give a piece of text away as a job title, a company, a school or a degree, in five languages."""

from __future__ import annotations

import re
from functools import lru_cache

from ats_core.language import fold
from ats_core.parser.degrees import DEGREE
from ats_core.parser.occupations import OCCUPATIONS
from ats_core.parser.schools import school_score
from ats_core.parser.wordlist import phrases_of, words_of

__all__ = ["DEGREE", "company_score", "is_employment_type", "school_score", "title_score"]

_TITLE_WORDS = (
    words_of(
        """engineer developer programmer architect manager director analyst consultant designer administrator
    leader teamleader keyholder souschef sous-chef
    specialist coordinator assistant associate intern internship trainee lead head chief officer
    president founder cofounder owner ceo cto cfo coo cio vp scientist researcher lecturer professor
    teacher tutor instructor trainer nurse physician doctor surgeon pharmacist therapist psychologist
    technician mechanic electrician operator driver accountant auditor bookkeeper controller economist
    lawyer attorney paralegal clerk secretary receptionist cashier salesperson seller representative
    agent advisor adviser supervisor foreman superintendent executive partner freelancer freelance
    contractor tester sysadmin devops sre qa writer editor journalist translator interpreter
    photographer illustrator artist animator producer strategist planner buyer recruiter generalist
    chef cook waiter waitress barista bartender steward steward librarian curator chemist biologist
    physicist mathematician statistician fellow postdoc apprentice volunteer member chairman
    chairwoman chairperson webmaster evangelist advocate marketer copywriter ambassador inspector
    surveyor carpenter plumber welder guard soldier sergeant lieutenant captain pilot dispatcher
    warehouseman handler merchandiser stylist hairdresser caregiver nanny counselor dev swe sde staff
    principal junior senior expert practitioner scrum master maintainer contributor ingeniero
    ingeniera desarrollador desarrolladora programador programadora arquitecto arquitecta gerente
    directora analista consultor consultora disenador disenadora administrador administradora
    especialista coordinador coordinadora asistente becario becaria practicante pasante jefe jefa
    responsable lider presidente fundador fundadora cofundador cientifico cientifica investigador
    investigadora profesor profesora docente maestro maestra enfermero enfermera medico medica
    farmaceutico tecnico tecnica mecanico electricista operario operaria conductor contable contador
    contadora auditor auditora economista abogado abogada secretario secretaria recepcionista cajero
    cajera vendedor vendedora dependiente dependienta comercial representante agente asesor asesora
    supervisora encargado encargada ejecutivo ejecutiva autonomo tester redactor redactora editora
    periodista traductor traductora fotografo ilustrador camarero camarera cocinero cocinera auxiliar
    ayudante oficial monitor monitora educador educadora psicologo psicologa fisioterapeuta
    veterinario biologo quimico delegado delegada socio voluntario engenheiro engenheira desenvolvedor
    desenvolvedora arquiteto arquiteta diretor diretora analista gestor gestora projetista desenhista
    estagiario estagiaria trainee chefe coordenador coordenadora encarregado encarregada cientista
    pesquisador pesquisadora professor professora enfermeiro enfermeira farmaceutica tecnologo
    mecanica eletricista operador operadora motorista contabilista advogado advogada secretaria
    atendente caixa vendedora supervisor suporte assessor assessora executivo redatora jornalista
    tradutor tradutora garcom cozinheiro assistente aprendiz auxiliar bolsista monitor lider socio
    fundadora empreendedor vigilante instrutor instrutora designer programadora administradora
    ingenieur ingenieure developpeur developpeuse programmeur architecte gerant directeur directrice
    analyste consultant consultante concepteur conceptrice administrateur administratrice specialiste
    coordinateur coordinatrice assistant assistante stagiaire alternant alternante apprenti apprentie
    chef cheffe responsable president fondateur fondatrice chercheur chercheuse doctorant doctorante
    professeur enseignant enseignante formateur formatrice infirmier infirmiere medecin pharmacien
    technicien technicienne mecanicien electricien operateur operatrice chauffeur comptable auditeur
    economiste avocat avocate juriste secretaire receptionniste caissier caissiere vendeur vendeuse
    commercial commerciale representant conseiller conseillere superviseur charge chargee cadre
    independant independante redacteur redactrice journaliste traducteur traductrice graphiste
    photographe serveur serveuse cuisinier cuisiniere agent aide animateur animatrice educateur
    benevole gestionnaire acheteur acheteuse attache attachee moniteur webdesigner infographiste
    preparateur manutentionnaire hote hotesse ingenieurin entwickler entwicklerin programmierer
    programmiererin architekt architektin leiter leiterin geschaftsfuhrer geschaftsfuhrerin direktor
    direktorin analystin berater beraterin gestalter administratorin spezialist spezialistin
    koordinator koordinatorin assistenz assistentin praktikant praktikantin werkstudent werkstudentin
    auszubildender auszubildende azubi referent referentin teamleiter teamleiterin teamleitung leitung
    projektleiter projektleiterin wissenschaftler wissenschaftlerin forscher mitarbeiter mitarbeiterin
    hilfskraft professorin lehrer lehrerin dozent dozentin pfleger pflegerin krankenschwester
    krankenpfleger arzt arztin apotheker techniker technikerin mechaniker mechatroniker elektriker
    elektroniker fahrer buchhalter buchhalterin prufer okonom anwalt rechtsanwalt jurist sekretar
    sekretarin kaufmann kauffrau verkaufer verkauferin vertreter sachbearbeiter sachbearbeiterin
    fachinformatiker fachinformatikerin softwareentwickler softwareentwicklerin systemadministrator
    vorstand inhaber grunder grunderin redakteur redakteurin ubersetzer fotograf kellner koch volontar
    volontarin trainee aushilfe erzieher erzieherin sozialarbeiter bauleiter meister geselle
    facharbeiter lagerist disponent einkaufer einkauferin controllerin produktmanager produktmanagerin
    projektmanager projektmanagerin softwareingenieur softwareingenieurin doktorand doktorandin
    fachkraft datenanalyst
    praktikum praktika ferienjob nebenjob aushilfe werkstudententatigkeit hilfswissenschaftler
    hilfswissenschaftlerin zivildienst zivildienstleistender bundesfreiwilligendienst famulatur famulant
    famulantin lehrtatigkeit kundenbetreuung studienassistent mts pmts smts sde swe server ambassador
    texter texterin werbetexter konzepter konzepterin redaktor redaktorin copywriter
    lehrling lernender lernende teamlead teamleads crew groundsman doctorant doctorante chercheur chercheuse
    consultoria practica practicante freiberufliche freiberuflicher
    internship apprenticeship traineeship fellowship tutoring lectureship
    ambassadeur ambassadrice stage alternance apprentissage monitorat vacation vacataire
    embajador embajadora practicas pasantia docencia ayudantia tutoria voluntariado
    estagio estagios monitoria embaixador embaixadora docencia residencia preceptoria
    joiner bricklayer mason roofer painter glazier plasterer tiler blacksmith machinist fitter labourer
    laborer gardener baker butcher tailor porter housekeeper matron sister midwife carer paramedic dentist
    optician practitioner radiographer sonographer hygienist headteacher bookbinder courier picker packer
    albanil soldador soldadora fontanero carpintero pintor peon obrero panadero jardinero limpiadora
    cuidador cuidadora matrona celador celadora mozo repartidor teleoperador teleoperadora
    pedreiro servente mestre encanador carpinteiro marceneiro soldador serralheiro pintor padeiro
    jardineiro faxineira cuidador cuidadora parteira porteiro entregador repositor balconista ajudante
    macon plombier menuisier charpentier soudeur peintre couvreur carreleur boulanger patissier jardinier
    soignante soignant sagefemme ouvrier ouvriere cariste livreur coiffeur coiffeuse magasinier
    ambulancier puericultrice auxiliaire
    schreiner tischler dachdecker maurer maler schlosser schweisser zimmermann backer metzger gartner
    friseur friseurin hebamme pflegerin altenpflegerin altenpfleger krankenpflegerin helfer helferin
    schreinergeselle referendar referendarin zerspanungsmechaniker anlagenmechaniker monteur"""
    )
    | OCCUPATIONS
)
_TITLE_ENDINGS = (
    "entwickler", "entwicklerin", "ingenieur", "ingenieurin", "leiter", "leiterin", "manager",
    "managerin", "berater",
    "beraterin", "assistent", "assistentin", "mechaniker", "techniker", "administrator",
    "architekt", "analyst",
    "kaufmann", "kauffrau", "angestellte", "angestellter", "mitarbeiter", "mitarbeiterin",
    "praktikant", "praktikum",
    "helfer", "helferin", "pfleger", "pflegerin", "leitung", "lehrer", "lehrerin", "geselle", "meister",
    "meisterin", "monteur", "therapeut", "therapeutin",
    "praktikantin", "fuhrer", "fuhrerin", "beamter", "beamtin", "betreuer", "betreuerin", "kraft", "wart",
    "schwester", "padagoge", "padagogin", "wirt", "wirtin", "arzt", "arztin", "bauer", "handler", "fahrer",
    "fahrerin", "arbeiter", "arbeiterin", "verkauferin", "assistenz", "sprecher", "sprecherin", "laborant",
    "laborantin", "berechner", "konstrukteur", "lehrerin", "referentin",
    "verkaufer", "fachfrau", "fachmann", "referent", "spezialist", "tatigkeit", "hilfskraft",
)  # fmt: skip
_COMPANY_WORDS = words_of(
    """inc llc ltd limited corp corporation company co plc llp gmbh ag kg ohg ug mbh se sa sas sarl srl sl
    slu sau spa sasu eurl sàrl ltda eireli epp me cia companhia bv nv oy ab as aps pty pvt group
    groupe grupo gruppe holding holdings labs lab laboratories laboratory studio studios agency
    agencia agence agentur bank banco banque university universidad universidade universite
    universitat hochschule institute institut instituto school college hospital klinik clinic clinica
    clinique foundation fundacion fundacao fondation stiftung ministry ministerio ministere
    ministerium technologies technology tech software systems solutions soluciones solucoes services
    servicios servicos consulting consultores consultoria partners associates international industries
    enterprises ventures capital media digital networks airlines automotive energy pharma restaurant
    hotel cafe academy academia startup ayuntamiento prefeitura gobierno governo mairie stadt verein
    association ngo ong supermarket store shop tienda loja informatica freelancer
    nhs trust hospitals hopital hopitaux krankenhaus universitatsklinikum klinikum kliniken seniorenheim
    pflegeheim altenheim kindergarten kindertagesstatte kita grundschule gymnasium laboratoires laboratorios
    laboratorio transportes transports spedition logistik logistics logistica construtora constructora
    construcciones construcoes bauunternehmen brasserie bistro cafeteria panaderia padaria boulangerie
    backerei metzgerei pharmacie farmacia apotheke gestoria asesoria despacho kanzlei notariat escritorio
    distribuidora distribuciones cooperativa coop colegio escola escuela lycee clube club camara municipalite
    municipio gemeinde landratsamt bezirksamt kommune council county departement secretaria hoteles hotels
    resort spa seguros versicherung versicherungen assurances insurance credit sparkasse volksbank caixa
    motors automoveis autohaus garage werke werk stadtwerke maschinenbau elektrotechnik metallbau usine
    editora editorial verlag editions press jornal ltda eirl sociedad sociedade societe gesellschaft
    fabrik fabrica manufacturing industrias industrie mercado supermercado supermercados supermarche carrefour
    residencial residence foyer ehpad creche guarderia fundatia parochie caritas diakonie bundeswehr
    armee navy army police polizei policia airlines aerolineas reederei realty properties imobiliaria
    inmobiliaria immobilier immobilien construction builders contractors electric plumbing catering bakery
    brewery brauerei bodegas winery farms farm nursery nurseries homes care healthcare centre center"""
)
_LEGAL_FORM = re.compile(r"\b(?:S\.\s?A\.|S\.\s?L\.|C\.\s?V\.|S\.\s?R\.\s?L\b|S\.\s?A\.\s?S\b|e\.\s?[VK]\.)")
_EMPLOYMENT = phrases_of(
    """full time; part time; contract; permanent; temporary; internship; freelance; self employed; tiempo
    completo; jornada completa; media jornada; tiempo parcial; cdi; cdd; stage; alternance; temps
    plein; temps partiel; vollzeit; teilzeit; werkstudent; praktikum; festanstellung; befristet; tempo
    integral; meio periodo; efetivo; estagio; clt; pj; practicas; contrato; interim; minijob;
    seasonal; apprenticeship; fulltime; parttime"""
)


@lru_cache(maxsize=4096)
def title_score(text: str) -> float:
    """How much `text` looks like a job title: 0 if no word of it names an occupation, up to 1."""
    folded = fold(text).split()
    if not folded or len(folded) > 14:
        return 0.0
    hits = sum(
        1 for word in folded if word in _TITLE_WORDS or (len(word) > 9 and word.endswith(_TITLE_ENDINGS))
    )
    if not hits:
        return 0.0
    return min(1.0, 0.55 + 0.45 * hits / len(folded))


@lru_cache(maxsize=4096)
def company_score(text: str) -> float:
    """How much `text` looks like an employer: 0 if nothing says so, up to 1."""
    folded = fold(text).split()
    if not folded or len(folded) > 14:
        return 0.0
    if _LEGAL_FORM.search(text):
        return 0.8
    if any(word in _COMPANY_WORDS for word in folded):
        return 0.8 if folded[-1] in _COMPANY_WORDS else 0.6
    return 0.0


def is_employment_type(text: str) -> bool:
    """True for "Full-time", "CDI", "Vollzeit" and their like."""
    return fold(text) in _EMPLOYMENT
