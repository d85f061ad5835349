"""Words that name an occupation of any trade, folded, in five languages; vocabulary.py has the commonest."""

from __future__ import annotations

from ats_core.parser.wordlist import words_of

OCCUPATIONS = words_of(
    """
    actor actress actuary acupuncturist administrator adjunct aide airman anaesthetist anchor announcer
    anthropologist appraiser arborist archaeologist archivist assembler assessor astronomer athlete
    audiologist babysitter bailiff bailiffs barber barrister beautician bellhop biochemist blaster
    boilermaker bosun botanist brewer broker bursar busser caddie caretaker cartographer caterer chaplain
    chauffeur childminder chiropractor choreographer cleaner coach cobbler collector colonel columnist
    commissioner composer concierge conductor conservator constable corporal correspondent councillor
    counsellor crewmember criminologist croupier curate custodian dealer decorator demonstrator deputy
    detective dietician dietitian doorman draftsman draughtsman draper dressmaker driller ecologist embalmer
    embryologist enumerator epidemiologist ergonomist estimator examiner expeditor farmer farmhand financier
    firefighter fireman fisherman florist forester forklift forwarder framer fundraiser gamekeeper
    geneticist geographer geologist geophysicist glazier governess greeter grocer groom groundskeeper grader
    haulier helper historian homemaker horticulturist host hostess hydrologist hygienist immunologist
    installer insulator investigator invigilator ironworker janitor jeweller journeyman judge keeper
    landscaper laundress lecturer liaison lifeguard lineman linguist loader lobbyist locksmith logistician
    longshoreman magistrate maid maker manicurist marshal maintainer mediator merchant messenger
    metallurgist meteorologist microbiologist milliner miner minister mixologist moderator monitor musician
    naturalist navigator negotiator neurologist notary nutritionist obstetrician oceanographer oncologist
    optometrist orderly organiser organizer orthodontist osteopath overseer packager panelbeater
    paediatrician paralegal paraplanner pathologist patternmaker paver pediatrician perfusionist
    pharmacologist phlebotomist photojournalist physiologist physiotherapist pianist pipefitter plasterer
    playwright podiatrist policeman policewoman postman postmaster preacher presenter priest principal
    printer proctor procurator prosecutor proofreader prosthetist psychiatrist psychotherapist publicist
    publisher purchaser purser rabbi radiologist radiotherapist ranger reader registrar rector repairer
    repairman reporter reservist resident retailer retoucher rigger roaster sailor scaffolder scheduler
    scholar screenwriter sculptor seaman seamstress servant setter shepherd sheriff shopkeeper shunter
    signaller sociologist solicitor sommelier sorter specialist splicer spokesperson sprayer stagehand
    statesman stenographer stevedore stocker stockbroker stonemason storekeeper storeman subcontractor
    superintendent surgeon surveyor taxidermist telemarketer teller therapist tinsmith toolmaker
    toxicologist trader treasurer trimmer trooper trucker typesetter typist umpire underwriter undertaker
    upholsterer usher valuer vet veterinarian videographer violinist warden operative watchmaker weaver
    webmaster wholesaler windowcleaner woodworker yardman zoologist tutor scribe expediter dispenser locum
    househusband

    abastecedor acompanante actriz acomodador adjunto adjunta administrativo administrativa agricultor
    agricultora alfarero almacenero almacenista animador animadora antropologo apicultor aparejador
    archivero archivera armador artesano artesana ascensorista aseador auxiliares azafata azafato bailarin
    bailarina barrendero bibliotecario bibliotecaria bioquimico bombero botanico cajista calderero camionero
    cantante capataz capitan carnicero carnicera carretillero cartero cartera catedratico catedratica
    cerrajero chofer cientifica clasificador cobrador comadrona comisario compositor concejal conserje
    conservador consejero consejera contratista contramaestre controlador controladora coreografo corrector
    correctora corredor cortador costurera cristalero criador cuidadores decorador decoradora defensor
    delineante delineanta dentista dermatologo despachador dietista diplomatico director distribuidor
    ebanista ecologo electromecanico embajador empacador empaquetador empleado empleada encofrador
    encuestador encuestadora enfermeros enologo ensamblador entrenador entrenadora escayolista escritor
    escritora estadistico esteticista estibador estilista farmaceutico ferrallista ferroviario fisico
    fogonero formador formadora fresador funcionario funcionaria ganadero geologo gobernanta gruista guarda
    guardabosques guardia guionista hostelero impresor inspector inspectora instalador instaladora
    instructor instructora interino interina interprete interventor investigadores jornalero joyero juez
    jueza jurista lavandera lavaplatos lector limpiador locutor locutora logopeda maitre maquinista marinero
    marino masajista matematico mayordomo mediador mediadora mensajero mercaderista meteorologo modelista
    modista montador montadora mozos musico naturopata notario nutricionista obrera odontologo operador
    optico opositor orfebre orientador orientadora ortodoncista panadera parrillero pastelero pastelera
    pediatra peluquero peluquera peones perito perfumista pescador pescadera piloto pizzero podologo policia
    politologo portero portera presentador procurador promotor promotora psicopedagogo psicopedagoga
    psiquiatra publicista radiologo realizador recaudador recolector rectificador reponedor reponedora
    reportero responsables restaurador sastre sereno sociologo socorrista subdirector subdirectora
    subinspector suboficial supervisores sumiller tapicero tasador taquillero taxista teleoperadores
    telefonista telefonisto tendero teniente tesorero tornero trabajador trabajadora traumatologo tramitador
    tutora vaquero veterinaria vendimiador viverista voluntaria yesero zapatero becarios

    acougueiro administrativos agrimensor agronomo alfaiate almoxarife analistas apontador apresentador
    arquivista artesao artesa assistentes atendentes atleta atuario azulejista barbeiro biomedico biomedica
    bombeiro borracheiro cabeleireiro cabeleireira caldeireiro camareira camareiro caminhoneiro cantor
    cantora carpinteira carregador carreteiro carteiro chapeiro churrasqueiro ciclista cientista cirurgiao
    comissario comissaria comprador compradora confeiteiro confeiteira conferente conselheiro consultores
    contabil contramestre copeira copeiro corretor corretora costureira costureiro cozinheira cronista
    curador dancarino datilografo delegado despachante diarista diplomata domestica economo educador
    educadora eletromecanico eletrotecnico embalador empacotador empregado empregada encanadores engenheiros
    ensacador escrevente escriturario escrituraria escultor especialistas estampador estatistico estivador
    estoquista ferreiro ferramenteiro financista fisioterapeuta florista fonoaudiologo fonoaudiologa
    forneiro fotografa frentista funileiro garcon garconete geografo gerentes guindasteiro governanta
    historiador impressor inspetor inspetora investigador investigadora jardineira joalheiro juiz juiza
    lavador lavadeira leiturista lenhador luthier magistrado manicure manobrista maqueiro marinheiro
    massagista mecanicos meteorologista merendeira militar ministro motofretista motoboy oficial operaria
    operario ourives padeira paisagista palestrante passadeira pecuarista pedagogo pedagoga pizzaiolo
    policial politico porteira preparador presidente produtor produtora programador projecionista
    propagandista psicanalista publicitario quimico radialista radiologista recepcionistas recreador
    repositora representantes revisor revisora roteirista sapateiro sargento saxofonista seguranca separador
    servidor servidora soldado subgerente subdiretor tapeceiro tecelao operadores tesoureiro topografo
    torneiro tratador tratorista trabalhador trabalhadora vaqueiro vidraceiro vigia vigilantes zelador
    zeladora zootecnista tecnica tecnicos

    accompagnant accompagnante accompagnateur accompagnatrice acheteurs acteur actrice adjointe adjoint
    affreteur affuteur agriculteur agricultrice agriculteurs aidant aides ajusteur allocataire ambassadeur
    amenageur apiculteur apporteur archeologue archiviste armurier artisan artisane assembleur assureur
    assesseur assistants audioprothesiste auxiliaires avoue barman barmaid batelier bibliothecaire bijoutier
    biologiste bobinier boucher bouchere brancardier brasseur brocanteur bucheron buraliste caissieres
    cameraman cariste carrossier caviste cellerier chanteur chanteuse charcutier charcutiere chaudronnier
    chauffagiste chercheurs chirurgien choregraphe clerc collaborateur collaboratrice collecteur coloriste
    comedien comedienne commis commissaire compositeur comptables conducteur conductrice confiseur
    conservateur conservatrice contremaitre controleur controleuse convoyeur cordonnier correcteur
    correctrice coursier courtier courtiere couturier couturiere createur creatrice cultivateur danseur
    danseuse decolleteur decorateur decoratrice delegue deleguee demenageur dentiste dessinateur
    dessinatrice deviseur dieteticien dieteticienne directeurs diplomate documentaliste docteur doreur
    douanier ebeniste eboueur eclairagiste ecrivain editeur editrice educateurs electromecanicien
    electrotechnicien eleveur employe employee emballeur encadrant encadrante enqueteur enqueteuse
    entraineur entrepreneur ergotherapeute estheticien estheticienne etalagiste etancheur exploitant
    exploitante facteur factrice facadier ferronnier fleuriste fonctionnaire fondeur forgeron formateurs
    fraiseur fromager gardien gardienne garde geologue geometre gestionnaires gouvernant gouvernante graveur
    greffier grutier guide guichetier herboriste horloger horticulteur huissier hydraulicien imprimeur
    indemnisateur informaticien informaticienne infirmiers inspecteur inspectrice installateur instituteur
    institutrice intendant interimaire intervenant intervenante investigateur joaillier jardiniere juge
    juges kinesitherapeute laborantin laborantine laveur lecteur lectrice libraire linguiste logisticien
    logisticienne maitresse maire manager mandataire manipulateur manipulatrice manoeuvre manucure maraicher
    marbrier marketeur maroquinier masseur mathematicien mediateur mediatrice metreur metteur militaire
    modeliste moniteurs monitrice monteur monteuse moulurier musicien musicienne naturaliste negociateur
    negociatrice nettoyeur nourrice notaire nutritionniste oenologue officier opticien opticienne orfevre
    orthodontiste orthophoniste osteopathe outilleur ouvriers ouvreur paysagiste patissiere pecheur
    pedagogue pediatre pedicure peintres pepinieriste photographes physicien pilote pisteur plaquiste
    plasturgiste plongeur podologue poissonnier policier polisseur pompier pompiste porteur postier potier
    poseur preparatrice precepteur prefet presentateur pressier procureur producteur productrice professeure
    professeurs programmatrice projectionniste promoteur prospecteur proviseur psychiatre psychologue
    psychomotricien psychomotricienne puericulteur qualiticien qualiticienne radiologue ramoneur realisateur
    realisatrice receptionnaire recruteur recruteuse rectifieur regisseur relieur remplacant remplacante
    reparateur repasseuse repetiteur repetitrice representante restaurateur restauratrice retoucheur sapeur
    scaphandrier scenariste sculpteur secretaires serrurier sellier soigneur sociologue sondeur souffleur
    standardiste styliste surveillant surveillante tailleur tapissier taxateur technico telephoniste
    teleconseiller teleconseillere teleoperateur teleprospecteur tanneur teinturier titulaire tourneur
    traiteur traducteurs tresorier tuteur tutrice vacataire vaguemestre vendangeur verrier veterinaire
    vigneron visiteur viticulteur vitrier voyageur volontaire zingueur

    abteilungsleiter altenpflegehelferin amtsleiter amtsleiterin anlagenfahrer animateur anleiter anleiterin
    apothekerin arbeiter arbeiterin archivar archivarin arzthelferin aufseher augenoptiker augenoptikerin
    auditorin aussendienstler ausbilder ausbilderin autorin bademeister bankkaufmann bankkauffrau
    bauarbeiter bauerin baufacharbeiter bauingenieurin baggerfahrer beamter beamtin beauftragter beauftragte
    bediener bedienung begleiter begleiterin bestatter betreuer betreuerin betriebswirt betriebswirtin
    bibliothekar bibliothekarin bildhauer biologe biologin bodenleger bootsbauer buchbinder buchhandler
    buchhandlerin bundesfreiwilligendienstleistender busfahrer busfahrerin chemielaborant chemielaborantin
    chemikant chemiker chemikerin chirurg dachdeckermeister dekorateur desinfektor diatassistentin
    dienstleister diplomat dirigent dolmetscher dolmetscherin einsatzleiter eisenbahner elektromeister
    elektromonteur elektrotechniker empfangskraft entsorger ergotherapeut ergotherapeutin fachangestellte
    fachangestellter facharzt facharztin fachberater fachberaterin fachlehrer fachlehrerin fachpfleger
    fachreferent fachverkauferin fachwirt fachwirtin feuerwehrmann filialleiter filialleiterin fischer
    fleischer fliesenleger floristin flugbegleiter flugbegleiterin fotografin freiberufler freiberuflerin
    freiwillige freiwilliger fremdsprachenkorrespondentin frisorin gartnerin gastdozent gebaudereiniger
    geologe geselle gesellin gesundheitspfleger goldschmied grafiker grafikerin gruppenleiter
    gruppenleiterin hausmeister hauswart hauswirtschafterin hausdame heilerzieher heilerziehungspfleger
    heilerziehungspflegerin heilpraktiker heilpraktikerin heizungsbauer hilfsarbeiter hilfskoch historiker
    hoteldirektor hotelfachfrau hotelfachmann imker industriekauffrau industriekaufmann industriemechaniker
    ingenieure innenarchitekt innenarchitektin interviewer isolierer journalist journalistin jungkoch
    justizbeamter kameramann kammerer kassierer kassiererin kapitan kinderpflegerin kinderpfleger kommissar
    konditor konditorin konstrukteur konstrukteurin kosmetikerin kraftfahrer kraftfahrerin kranfuhrer
    kuchenhilfe kuchenchef kunstler kunstlerin kurier kurierfahrer laborant lackierer ladner lagerarbeiter
    lagerhelfer lagerfachkraft lagerleiter landwirt landwirtin lehrkraft lektor lektorin logistiker
    logopadin logopade lokfuhrer lokomotivfuhrer makler maklerin maschinenbauer maschinenbediener
    maschinenfuhrer maschinist masseurin matrose mechanikerin mediengestalter mediengestalterin
    medienberater metallbauer metzgermeister moderatorin monteurin musiker musikerin musiklehrer
    museumspadagogin nachtwache nachhilfelehrer naherin notar notarin notfallsanitater oberarzt oberarztin
    objektleiter offizier operateur optiker optikerin orthopade packer padagoge padagogin padagogische
    padagogischer personalreferentin personalsachbearbeiterin pfarrer pflegedienstleitung pflegefachfrau
    pflegefachmann pflegehelferin pflegekraft pforter pharmazeut physiker physikerin physiotherapeut
    physiotherapeutin pilot planer planerin polier polizist polizistin polsterer postbote prasident
    produktionshelfer produktionsmitarbeiter produktionsleiter produzent programmleiter propst prokurist
    prokuristin psychologe psychologin psychotherapeut psychotherapeutin raumausstatter rechtspfleger
    redakteurin reinigungskraft reiseleiter reiseleiterin rektor rektorin rendant restaurator
    rettungsassistent rettungssanitater rezeptionist rezeptionistin richter richterin sanger sanitater
    schaffner schauspieler schauspielerin schichtleiter schichtfuhrer schneiderin schornsteinfeger
    schriftsteller schulleiter schulleiterin schwester seelsorger servicekraft servicetechniker
    sicherheitskraft softwarearchitekt soldat soldatin sozialassistentin sozialarbeiterin sozialpadagoge
    sozialpadagogin soziologe speditionskaufmann spengler sportlehrer sprachlehrer sprechstundenhilfe
    stadtrat staatsanwalt stationsleitung stationsleiterin statistiker stellvertreter stellvertretende
    stellvertretender steuerberater steuerberaterin steuerfachangestellte steinmetz steward stewardess
    stuckateur studentische studienrat studienratin substitut supervisor tagesmutter tankwart technologe
    telefonist telefonistin tierarzt tierarztin tierpfleger tierpflegerin tontechniker touristikkauffrau
    trainer trainerin trockenbauer tutorin uhrmacher umweltingenieur unternehmer unternehmerin
    verfahrensmechaniker verkaufsleiter verkaufsleiterin vermesser verwalter verwalterin
    verwaltungsangestellte verwaltungsfachangestellte veterinar volontarin vorarbeiter vorsitzende
    vorsitzender wachmann wachter waldarbeiter wartungstechniker werbekaufmann werkleiter werkmeister
    werkstattleiter werkzeugmacher werkzeugmechaniker wirtin wirtschaftsprufer wirtschaftsingenieur zahnarzt
    zahnarztin zahnarzthelferin zahntechniker zeichner zeitungszusteller zerspaner zimmerer zimmermadchen
    zivildienstleistender zugbegleiter zugfuhrer zusteller zollbeamter bezirksleiter bezirksleiterin
    praxisanleiterin praxisanleiter auszubildende ministerialrat regierungsrat regierungsratin oberinspektor
    inspektor sekretarin verwaltungswirt
    """
)
