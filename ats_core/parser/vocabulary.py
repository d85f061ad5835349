"""Words that give a piece of text away as a job title, a company, a school or a degree, in five languages."""

from __future__ import annotations

import re
from functools import lru_cache

from ats_core.language import fold
from ats_core.parser.occupations import OCCUPATIONS
from ats_core.parser.wordlist import phrases_of, words_of

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
_DEGREE_WORDS: dict[str, str] = {
    # Longer names stand before the words that they begin with.
    "german": r"(?:fach(?:hoch)?schul|fachober?schul|hochschul|berufs)reife|fachoberschulreife|"
    r"(?:haupt|real|mittel)?schulabschluss|"
    r"(?:qualifizierender|mittlerer|erweiterter)\s+(?:haupt|real|sekundar)?(?:schul)?abschluss|"
    r"mittlerer\s+schulabschluss|"
    r"staatlich\s+(?:an)?(?:erkannte|gepr[uü]fte)[rn]?\s+[\w-]+|[\w-]*(?:gesellen|meister|fach)brief|"
    r"(?:erstes|zweites|1\.|2\.)\s+staatsexamen|staatsexamen|magister(?:\s+artium)?|"
    r"diplom(?:[\s-]+[\w-]*(?:ingenieur|kauf|wirt|p[aä]dagog|psycholog|informatik)\w*)?(?:\s+\(fh\))?|"
    r"ihk[-\s]abschluss|gesellenpr[uü]fung|meisterpr[uü]fung|abschlusspr[uü]fung|volksschulabschluss|"
    r"sekundarabschluss(?:\s+i{1,2})?",
    "french": r"dipl[oô]me\s+d['’][EÉeé]tat(?:\s+d['’](?:infirmier|infirmi[eè]re|aide[- ]soignant\w*|"
    r"[eé]ducat\w+))?|(?-i:CAP|BEP|BTSA?|DUT|BUT|DEUG|DESS|DEA|CPGE|BEPC|DNB)(?!\w)|"
    r"brevet\s+(?:des\s+coll[eè]ges|professionnel)|titre\s+(?:rncp|professionnel)|"
    r"mast[eè]re(?:\s+sp[eé]cialis[eé])?|dipl[oô]me\s+d['’]ing[eé]nieur|"
    r"bac(?:calaur[eé]at)?\s+(?:litt[eé]raire|[eé]conomique|scientifique|st\w{1,3}|[sl]|es)\b",
    "iberian": r"(?-i:ESO|FP|CFGM|CFGS|MBA|TCC|EJA)(?!\w)|educaci[oó]n\s+secundaria(?:\s+obligatoria)?|"
    r"graduado\s+escolar|graduado\s+en\s+eso|"
    r"p[oó]s[- ]?gradua[cç][aã]o|especializa[cç][aã]o|especializaci[oó]n|especialidad|"
    r"ensino\s+(?:fundamental|m[eé]dio)(?:\s+(?:completo|incompleto))?|\d{1,2}\.?\s?[ºo°]\s+ano|"
    r"t[eé]cnico\s+auxiliar",
    "british": r"n\.?v\.?q\.?(?:\s+level\s+\d)?|svq|btec(?:\s+(?:level\s+\d|national|extended|diploma|"
    r"first))*|hnc|pgce|"
    r"postgraduate\s+(?:certificate|diploma)(?:\s+in\s+education)?|city\s+(?:&|"
    r"and)\s+guilds(?:\s+level\s+\d)?|"
    r"(?:leaving|junior)\s+cert(?:ificate)?|level\s+\d\s+(?:diploma|certificate|nvq|award)|apprenticeship(?=\s+(?:in|as))|"
    r"matric(?:ulation)?(?!\w)",
    "belgian": r"bachelier|(?-i:CESS|CFC|AFP|EFZ)(?!\w)|graduat(?=\s+en)|"
    r"maturit[eé](?:\s+(?:gymnasiale|professionnelle))?|"
    r"berufsmaturit[aä]t|(?:fach|berufs)matur(?:a)?",
    "named": r"(?:berufs)?ausbildung\s+(?:zum|zur|als)\s+[\w-]+(?:/-?\w+)?|umschulung\s+(?:zum|"
    r"zur)\s+[\w-]+|"
    r"gepr[uü]fte[rn]?\s+\w+|staatlich\s+gepr[uü]fte[rn]?\s+\w+|(?:haupt|real)schulabschluss|"
    r"curso\s+(?:profissional(?:izante)?|t[eé]cnico)|ensino\s+m[eé]dio(?:\s+t[eé]cnico)?|"
    r"certificado\s+de\s+profesionalidad|doble\s+grado|cfg[sm](?=\s)|"
    r"ciclo\s+formativo(?:\s+de\s+grado)?\s+(?:superior|medio)|grado\s+(?:superior|medio)|"
    r"titre\s+professionnel|bac(?:calaur[eé]at)?\s+(?:pro(?:fessionnel)?|g[eé]n[eé]ral|technologique|"
    r"scientifique)|"
    r"brevet\s+de\s+technicien(?:\s+sup[eé]rieur)?|master\s+[12](?!\d)|m[12](?=\s)|licence\s+[123](?!\d)|"
    r"certificat\s+d['’]aptitude\s+professionnelle|"
    r"(?:executive|integrated|double|joint|joint\s+honours)\s+(?:master|bachelor|"
    r"mba)(?:['’]?s)?(?:\s+degree)?",
    "doctor": r"ph\.?\s?d\.?|dphil|d\.?phil\.?|doctor(?:ate|ado)?|doutor(?:ado)?|doctorat|promotion|"
    r"dr\.?\s?(?:rer|ing|med|phil)\.?[\w. ]*|m\.?d\.?(?=$|[\s,(])|j\.?d\.?(?=$|[\s,(])|ed\.?d\.?",
    "master": r"master(?:s|['’]s)?(?:\s+(?:degree|of\s+(?:science|arts|engineering|business administration|"
    r"technology|education|laws|public health|fine arts|philosophy|public administration|social "
    r"work|architecture|computer applications|commerce|research)))?"
    r"|m\.?\s?sc\.?(?:\s*\(?hons\)?)?|m\.?\s?eng\.?|m\.?b\.?a\.?|m\.?tech\.?|m\.?phil\.?|m\.?ed\.?|"
    r"m\.?f\.?a\.?|ll\.?m\.?|m\.?res\.?|m\.?p\.?h\.?|m\.?s\.?(?=$|[\s,(])|m\.?a\.?(?=$|[\s,(])|mca\b"
    r"|m[aá]ster(?:\s+(?:universitario|oficial|profesional))?|mag[ií]ster|maestr[ií]a|mestrado|mestre|"
    r"mast[eè]re(?:\s+sp[eé]cialis[eé])?|magister|staatsexamen|mastere"

       r"|dipl[oô]me\s+d['’]ing[eé]nieur|cycle\s+ing[eé]nieur|dipl\.?-?\s?(?:ing|inf|kfm|betriebsw|"
       r"math|phys|psych|kff|wirt\.?-?ing)\w*\.?|diplom(?!\w)|diplom-?\w+|postgraduate\s+(?:diploma|"
       r"degree|certificate)|p[oó]s-?\s?gradua[cç][aã]o|p[oó]s(?=$|[\s,:-])|posgrado|postgrado|"
       r"especializa[cç][aã]o|especializaci[oó]n|especialista(?=\s+e[mn])",
    "bachelor": r"bachelor(?:s|['’]s)?(?:\s+(?:degree|of\s+(?:science|arts|engineering|business "
    r"administration|technology|education|laws|fine arts|commerce|architecture|computer "
    r"applications|applied science|nursing|music|design|business)))?(?:\s*\((?:hons|honours)\))?"
    r"|b\.?\s?sc\.?(?:\s*\(?hons\)?)?|b\.?\s?eng\.?|b\.?b\.?a\.?|b\.?tech\.?|b\.?ed\.?|b\.?f\.?a\.?|"
    r"ll\.?b\.?|b\.?com\.?|b\.?arch\.?|b\.?s\.?e?\.?(?=$|[\s,(])|b\.?a\.?(?:\s*\(hons\))?(?=$|[\s,(])|"
    r"b\.?e\.?(?=\s)|bca\b|undergraduate(?:\s+degree)?"
    r"|licenciatura|licenciad[oa]|grado(?:\s+(?:universitario|superior|medio))?|"
    r"ingenier[ií]a(?:\s+t[eé]cnica)?(?:\s+superior)?|"
    r"ingenier[oa](?:\s+t[eé]cnic[oa])?(?:\s+superior)?|diplomatura|diplomad[oa]|bachillerato|"
    r"bachiller|t[eé]cnico\s+superior(?:\s+universitario)?|tecnicatura|t[eé]cnico(?:\s+(?:medio|"
    r"universitario))?|tecn[oó]log[oa]|ciclo\s+formativo(?:\s+de\s+grado\s+(?:superior|medio))?|"
    r"fp\s+(?:superior|ii|dual)|formaci[oó]n\s+profesional"
    r"|bacharelado|bacharel|gradua[cç][aã]o|graduad[oa]|tecn[oó]logo|curso\s+(?:superior|"
    r"t[eé]cnico)(?:\s+de\s+tecnologia)?|ensino\s+(?:m[eé]dio|superior)(?:\s+completo)?|engenharia|"
    r"licence(?:\s+(?:pro(?:fessionnelle)?|[123]))?|mestrado\s+integrado|t[eé]cnico\s+em"
    r"|dut|but(?=\s)|bts|deug|deust|dess|dea(?=\s)|baccalaur[eé]at|bac(?:\s?\+\s?\d)?(?=$|[\s,:-])|"
    r"cap(?=\s)|bep(?=\s)|ma[iî]trise|dipl[oô]me(?:\s+(?:national|universitaire|d['’]\w+|de\s+\w+))?|"
    r"classe(?:s)?\s+pr[eé]paratoire(?:s)?(?:\s+aux\s+grandes\s+[eé]coles)?|cpge"
    r"|abitur|allgemeine\s+hochschulreife|fachhochschulreife|fachabitur|mittlere\s+reife|"
    r"realschulabschluss|(?:berufs)?ausbildung\s+(?:zum|zur|als)|(?:staatlich\s+gepr[uü]fte[r]?)|"
    r"vordiplom|matura|lehre\s+als"
    r"|associate(?:['’]?s)?(?:\s+(?:degree|of\s+(?:science|arts|applied science)))?|"
    r"a\.?a\.?s?\.?(?=$|[\s,(])|high\s+school(?:\s+diploma)?|secondary\s+(?:school|education)|"
    r"a-?levels?|gcses?|diploma(?:\s+(?:of|de\s+\w+))?|advanced\s+diploma|h\.?n\.?d\.?(?=\s)|"
    r"ged\b|minor(?=\s+in)|foundation\s+degree|certificate(?=\s+(?:in|of))"
    r"|bootcamp(?:\s+de)?|[\w ]*\bbootcamp\b",
}  # fmt: skip
DEGREE = re.compile(r"(?<!\w)(?:" + "|".join(_DEGREE_WORDS.values()) + r")(?!\w)", re.I)
_LEGAL_FORM = re.compile(r"\b(?:S\.\s?A\.|S\.\s?L\.|C\.\s?V\.|S\.\s?R\.\s?L\b|S\.\s?A\.\s?S\b|e\.\s?[VK]\.)")
_SCHOOL = re.compile(
    r"\b(?:universit\w*|univ\.?|universid\w+|hochschule\w*|fachhochschule|college|school|institut\w*|"
    r"academy|academia|acad[eé]mie|"
    r"akademie|[eé]cole|escola|escuela|faculdade\w*|facultad|facult[eé]|fakult[aä]t|fh\b|tu\b|eth\b|"
    r"epfl|mit\b|ucla|gymnasium|lyc[eé]e|liceo|"
    r"col[eé]gio|polyt[eé]cn\w+|polytech\w*|polit[eé]cnic\w+|iut\b|iae\b|insa\b|hec\b|essec|escp|edhec|"
    r"ensai|centrale\w*|cnam|rwth|kit\b|lmu\b|"
    r"unam\b|uned\b|upc\b|upm\b|ufrj|ufmg|usp\b|unicamp|puc\b|itesm|ipn\b|iti\b|iit\b|nit\b|bits\b|"
    r"cifp\b|ies\b|instituto|senai|senac|fatec|etec|"
    r"ironhack|le\s+wagon|openclassrooms|coursera|udemy|berufsschule|realschule|grundschule|"
    r"gesamtschule|conservato\w+|seminar\w*|"
    r"e\.?e\.?(?:b|f|i|m)?\.(?=\s)|e\.?m\.?e\.?[fi]\.?(?=\s)|cfa\b|greta\b|afpa\b|insp[eé]\b|espe\b|"
    r"ifsi\b|itesm|col[aá]iste|campus|uni\b|stanford|harvard|oxford|cambridge|princeton|yale|berkeley|caltech|"
    r"sorbonne|sciences\s+po|berufskolleg|kolleg|schule\b|\w+schule\b|ihk\b|unc\b|uba\b|utn\b)",
    re.I,
)
_SCHOOL_STRONG = re.compile(
    r"\b(?:universit\w*|univ\.?|universid\w+|(?:fach)?hochschule\w*|college|institut\w*|[eé]cole|"
    r"escola|escuela|faculdade\w*|facultad|"
    r"facult[eé]|fakult[aä]t|akademie|academy|gymnasium|lyc[eé]e|col[eé]gio|polit[eé]cnic\w+|"
    r"polyt[eé]cn\w+)\b",
    re.I,
)
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


def school_score(text: str) -> float:
    """How much `text` looks like a place of education, 0-1."""
    if _SCHOOL_STRONG.search(text):
        return 1.0
    return 0.7 if _SCHOOL.search(text) else 0.0


def is_employment_type(text: str) -> bool:
    """True for "Full-time", "CDI", "Vollzeit" and their like."""
    return fold(text) in _EMPLOYMENT
