"""Section headings in five languages: which section a heading opens."""

from __future__ import annotations

import re
from functools import lru_cache

from ats_core.language import fold
from ats_core.parser.wordlist import words_of

_PHRASES: dict[str, str] = {
    "contact": """
        contact; contacts; contact information; contact info; contact details; contact me; personal
        information; personal details; personal data; personal info; about the candidate; get in
        touch; details; find me online; datos personales; informacion personal; informacion de
        contacto; datos de contacto; contacto; mis datos; dados pessoais; informacoes pessoais;
        informacoes de contato; contato; contatos; dados de contato; contactos; coordonnees;
        informations personnelles; etat civil; informations de contact; mes coordonnees; kontakt;
        kontaktdaten; personliche daten; personliche angaben; zur person; kontaktinformationen;
        adresse; personliche informationen; angaben zur person; contact and personal information;
        how to reach me; reach me; find me; personal profile and contact; personal particulars; bio
        data; biodata; contact data; informacion de contacto y personal; datos; ficha personal;
        contactame; contato e links; meus dados; dados; identificacao; informacoes de contacto; me
        contacter; contactez moi; coordonnees personnelles; donnees personnelles; identite; kontakt
        und personliche daten; personalien; kontakt und links; zu meiner person; so erreichen sie
        mich""",
    "summary": """
        summary; profile; about; about me; professional summary; professional profile; career
        summary; objective; career objective; executive summary; personal statement; personal
        profile; summary of qualifications; introduction; bio; biography; who i am; overview; career
        profile; highlights; career highlights; mission; resumen; perfil; sobre mi; acerca de mi;
        perfil profesional; resumen profesional; objetivo; extracto; objetivo profesional;
        presentacion; quien soy; resumen ejecutivo; perfil personal; resumo; sobre; sobre mim;
        perfil profissional; resumo profissional; objetivo profissional; apresentacao; objetivos;
        resumo executivo; quem sou; sintese profissional; resume professionnel; profil; a propos; a
        propos de moi; profil professionnel; objectif; presentation; resume du profil; accroche;
        objectif professionnel; qui suis je; en bref; uber mich; kurzprofil; berufliches profil;
        zusammenfassung; profil kurz; personliches profil; berufsziel; karriereziel;
        kurzvorstellung; kurzbiografie; profilbeschreibung; beruflicher hintergrund kurz; about
        myself; who am i; my profile; my story; hello; hi; professional overview; profile summary;
        executive profile; career goal; career goals; goals; goal; personal summary; professional
        objective; job objective; statement; background; short bio; brief bio; research statement;
        summary and objectives; sobre mi mismo; mi perfil; breve resumen; resumen personal; breve
        descripcion; descripcion; descripcion personal; objetivo laboral; meta; metas; biografia;
        carta de presentacion; perfil ejecutivo; resumen del perfil; resumo pessoal; meu perfil;
        perfil pessoal; breve resumo; descricao; descricao pessoal; resumo de qualificacoes
        profissionais; objetivo de carreira; mon profil; profil personnel; resume; biographie; qui
        je suis; mon projet; projet professionnel; presentation personnelle; objectifs; objectif de
        carriere; description; synthese; mein profil; profil und ziele; zu mir; uber mich selbst;
        ziele; berufliche ziele; motivation; einleitung; steckbrief; biografie; personlichkeit;
        vorstellung""",
    "work": """
        experience; work experience; professional experience; employment; employment history; work
        history; career history; professional background; relevant experience; experience and
        employment; work; jobs; career; industry experience; job history; internships; internship
        experience; internship; positions held; professional history; experiences; working
        experience; business experience; employment experience; experience highlights; selected
        experience; previous experience; additional experience; other experience; research
        experience; teaching experience; leadership experience; clinical experience; appointments;
        career experience; recent experience; technical experience; engineering experience; work and
        experience; experiencia; experiencia laboral; experiencia profesional; historial laboral;
        trayectoria profesional; trayectoria; trayectoria laboral; empleo; empleos; practicas;
        experiencia de trabajo; vida laboral; experiencias profesionales; experiencias; historia
        laboral; experiencia profesional relevante; experiencia relevante; otras experiencias;
        practicas profesionales; experiencia previa; antecedentes laborales; experiencia
        profissional; experiencias profissionais; historico profissional; atuacao profissional;
        emprego; empregos; percurso profissional; trajetoria profissional; trajetoria; estagios;
        carreira; experiencia de trabalho; vivencia profissional; historico de trabalho; atividade
        profissional; experience professionnelle; experiences professionnelles; parcours
        professionnel; parcours; stages; emplois; carriere; experiences de travail; stages et
        emplois; experience de travail; stage; alternance; experiences professionnelles et stages;
        historique professionnel; emploi; activites professionnelles; berufserfahrung;
        berufserfahrungen; beruflicher werdegang; werdegang; praktika; praktische erfahrung;
        arbeitserfahrung; berufspraxis; berufliche erfahrung; beruflicher lebenslauf; anstellungen;
        berufsweg; praktische erfahrungen; berufliche stationen; beruf; karriere; berufstatigkeit;
        berufliche tatigkeit; praktikum; berufliche laufbahn; tatigkeiten; arbeitspraxis; erfahrung;
        erfahrungen; where i ve worked; where i have worked; my experience; my career; my work; my
        work experience; career path; career so far; career summary and experience; jobs and
        internships; work and internships; professional career; professional journey; professional
        activity; professional activities; professional positions; professional appointments;
        professional employment; professional engagements; academic appointments; academic
        positions; academic experience; academic employment; positions; positions and employment;
        employment record; employment background; employment and experience; experience and
        internships; practical experience; industrial experience; freelance experience; freelance
        work; work exp; job experience; research and teaching experience; research and teaching;
        teaching and research; related experience; relevant work experience; relevant professional
        experience; other work experience; other professional experience; earlier experience; early
        career; work history and experience; nursing experience; legal experience; sales experience;
        military experience; management experience; current position; current employment; ocupacion;
        ocupaciones; experiencia profesional y laboral; cargos; cargos desempenados; desempeno
        laboral; actividad laboral; actividad profesional; antecedentes profesionales; experiencia
        docente; experiencia investigadora; mi experiencia; carrera profesional; recorrido
        profesional; recorrido laboral; trabajo; trabajos; trabajos realizados; puestos; puestos
        desempenados; historial profesional; experiencia y empleo; experiencia laboral relevante;
        experiencia tecnica; pasantias; practicas laborales; experiencia en empresas; ocupacao;
        ocupacoes; atuacao; historico; carreira profissional; experiencia em pesquisa; minha
        experiencia; principais experiencias; estagio; trabalho; trabalhos; emprego atual;
        atividades profissionais; vida profissional; cargos ocupados; experiencia no mercado; resumo
        profissional e experiencia; experiencias relevantes; experiencias anteriores; ultimas
        experiencias; ultimos empregos; empregos anteriores; mon experience; mes experiences;
        parcours pro; experience pro; experiences pro; vie professionnelle; postes occupes; emplois
        occupes;  experiences en entreprise; jobs d ete; jobs
        etudiants; emplois etudiants; activite professionnelle; enseignement; enseignements;
        experience en entreprise; autres experiences; experiences et stages; experience et stages;
        principales experiences; experiences significatives; stages et experiences; berufliches;
        meine erfahrung; bisherige tatigkeiten; arbeitsverhaltnisse; berufliche praxis;
        praxiserfahrung; beschaftigung; beschaftigungen; berufliche positionen; stationen; arbeit;
        nebentatigkeiten; nebenjobs; studentische tatigkeiten; berufsleben; arbeitsstationen;
        fruhere tatigkeiten; praktika und nebenjobs; praktika und werkstudententatigkeiten;
        werkstudententatigkeiten; werkstudententatigkeit; erwerbstatigkeit; praktische tatigkeiten;
        berufspraktische erfahrungen; relevante berufserfahrung; projekt und berufserfahrung;
        berufserfahrung und praktika; praktika und berufserfahrung""",
    "education": """
        education; academic background; academic history; educational background; academic
        qualifications; studies; education and training; academic education; qualifications;
        academics; degrees; schooling; university; education history; academic profile; education
        and qualifications; academic credentials; formal education; educacion; formacion academica;
        estudios; formacion; datos academicos; historial academico; titulacion; formacion academica
        y complementaria; educacion formal; preparacion academica; estudios realizados; antecedentes
        academicos; educacion y formacion; titulos; titulos academicos; formacion reglada; academia;
        educacao; formacao academica; formacao; escolaridade; historico academico; informacoes
        academicas; estudos; formacao escolar; dados academicos; qualificacoes academicas; educacao
        e formacao; habilitacoes literarias; habilitacoes academicas; habilitacoes; academico;
        formation; formations; education et formation; parcours academique; etudes; diplomes;
        cursus; scolarite; formation academique; diplomes et formations; cursus scolaire; parcours
        scolaire; cursus academique; formation initiale; formation universitaire; etudes et
        formations; etudes et diplomes; parcours universitaire; ausbildung; bildung; studium;
        bildungsweg; akademische ausbildung; schulbildung; schulische ausbildung; aus und
        weiterbildung; ausbildung und studium; bildungsgang; akademischer werdegang;
        hochschulbildung; studium und ausbildung; bildungswerdegang; schule; ausbildungen;
        akademische bildung; hochschulstudium; schulische laufbahn; schule und studium; studium und
        schule; schul und berufsausbildung; my education; where i studied; academic record; academic
        career; academic training; academic studies; academic formation; academic degrees; academic
        preparation; educational qualifications; educational qualification; educational history;
        university studies; university education; higher education; secondary education; education
        background; education details; education qualification; studies and training; school;
        schools; formacion profesional; mi formacion; educacion superior; estudios superiores;
        estudios universitarios; estudios academicos; trayectoria academica; perfil academico;
        informacion academica; nivel academico; nivel de estudios; grado academico; grados
        academicos; escolaridad; instruccion; instruccion academica; instruccion formal; datos
        escolares; formacion universitaria; historial educativo; educacion academica; educacion
        universitaria; estudios y formacion; estudios y titulaciones; titulaciones; formacion y
        estudios; preparacion profesional; minha formacao; formacao superior; ensino superior;
        ensino; percurso academico; trajetoria academica; graduacao; nivel de escolaridade; grau de
        escolaridade; grau academico; percurso escolar; formacao academica e profissional;
        habilitacoes e formacao; educacao formal; instrucao; formacao educacional; vida academica;
        curso superior; formacao universitaria; formacoes; formacoes academicas; mon parcours
        scolaire; ma formation; mes formations; parcours de formation; parcours d etudes; etudes
        superieures; etudes universitaires; enseignement superieur; diplome; diplomes obtenus;
        titres et diplomes; formations et diplomes; formation scolaire; formation et diplomes;
        formation et etudes; diplomes et etudes; akademische laufbahn; schulische bildung;
        schulischer werdegang; akademischer hintergrund; ausbildungsweg; bildung und ausbildung;
        schulausbildung; universitat; universitare ausbildung; berufsausbildung; lehre; berufliche
        ausbildung; schulische und berufliche ausbildung; studienverlauf; schule und ausbildung;
        ausbildung und schule; studien; hochschule; schulen; universitatsausbildung;
        hochschulausbildung; studium und schulbildung; schulbildung und studium; akademischer
        bildungsweg; aus und fortbildung; bildung und studium""",
    "skills": """
        skills; technical skills; key skills; core skills; core competencies; competencies;
        technologies; tech stack; technical proficiencies; areas of expertise; expertise; skills and
        tools; tools; software; it skills; computer skills; soft skills; hard skills; professional
        skills; skill set; skillset; technical competencies; technical expertise; key competencies;
        strengths; programming languages; skills and technologies; technical knowledge; skills
        summary; specialties; tools and technologies; relevant skills; other skills; skills and
        expertise; additional skills; capabilities; proficiencies; core strengths; digital skills;
        technical summary; technologies and tools; languages and technologies; technical stack;
        skills and abilities; habilidades; competencias; conocimientos; aptitudes; habilidades
        tecnicas; conocimientos tecnicos; competencias tecnicas; tecnologias; herramientas;
        informatica; conocimientos informaticos; destrezas; habilidades y competencias; habilidades
        profesionales; competencias profesionales; habilidades blandas; capacidades; competencias
        digitales; habilidades clave; competencias clave; stack tecnologico; fortalezas; habilidades
        tecnicas y competencias; conocimientos y habilidades; habilidades y conocimientos; aptitudes
        tecnicas; habilidades interpersonales; habilidades personales; software y herramientas;
        areas de conocimiento; conhecimentos; competencias principais; aptidoes; ferramentas;
        habilidades e competencias; conhecimentos tecnicos; competencias e habilidades; competencias
        comportamentais; qualificacoes tecnicas; habilidades principais; qualificacoes; stack;
        softwares; competencias pessoais; principais competencias; informatica e ferramentas; resumo
        das qualificacoes; tecnologias e ferramentas; capacidades tecnicas; competences; competences
        techniques; competences cles; savoir faire; savoir etre; outils; logiciels; competences
        informatiques; competences professionnelles; connaissances; connaissances techniques;
        technologies et outils; atouts; qualites; aptitudes professionnelles; competences
        linguistiques et informatiques; domaines de competences; competences principales;
        expertises; competences et outils; environnement technique; competences numeriques;
        informatique; competences transversales; competences fonctionnelles; bureautique;
        kenntnisse; fahigkeiten; kompetenzen; technische fahigkeiten; fachkenntnisse; edv
        kenntnisse; kernkompetenzen; it kenntnisse; technische kenntnisse; fachliche kompetenzen;
        qualifikationen; kenntnisse und fahigkeiten; technologien; werkzeuge; staerken; starken;
        methoden; soziale kompetenzen; personliche starken; fahigkeiten und kenntnisse; besondere
        kenntnisse; computerkenntnisse; softwarekenntnisse; programmierkenntnisse; technische
        kompetenzen; skills und kenntnisse; edv; fachkompetenzen; schlusselkompetenzen; it
        kompetenzen; weitere kenntnisse; sonstige kenntnisse; persoenliche faehigkeiten; soft skills
        und starken; what i know; what i do; what i can do; what i do best; what i m good at; things
        i know; i know; my toolbox; toolbox; toolkit; technology; technology stack; technologies
        used; technologies i use; technologies i know; tools of the trade; tech; tech skills;
        technical toolbox; technical toolkit; technical profile; technical abilities; abilities; key
        competences; software skills; computer proficiency; computer knowledge; computer literacy;
        areas of knowledge; areas of specialization; areas of competence; domain expertise;
        specialization; specializations; specialities; expertise areas; fields of expertise;
        knowledge; knowledge areas; knowledge and skills; proficiency; languages and frameworks;
        languages and tools; programming; programming skills; programming knowledge; frameworks;
        frameworks and libraries; software proficiency; software knowledge; laboratory skills; lab
        skills; research skills; clinical skills; transferable skills; functional skills; business
        skills; management skills; people skills; interpersonal skills; communication skills;
        personal skills; social skills; job related skills; skill matrix; skills matrix; skills
        overview; skills profile; skills inventory; technical skill set; superpowers; competency;
        design skills; it; it knowledge; professional competencies; professional strengths;
        languages frameworks and tools; apps; applications; design tools; development tools; lo que
        se; lo que se hacer; que se hacer; mis herramientas; lenguajes; lenguajes de programacion;
        lenguajes y tecnologias; lenguajes y herramientas; lenguajes y frameworks; tecnologias y
        herramientas; herramientas y tecnologias; herramientas informaticas; herramientas digitales;
        programas; programas informaticos; manejo de programas; manejo de software; manejo de
        herramientas; paquetes informaticos; ofimatica; conocimientos de informatica; conocimientos
        en informatica; areas de experiencia; areas de especialidad; areas de especializacion;
        especialidades; especialidad; cualidades; puntos fuertes; habilidades sociales; habilidades
        duras; otros conocimientos; stack tecnico; dominio tecnico; dominio de software; tecnologias
        que manejo; experiencia tecnica y habilidades; competencias informaticas; perfil tecnico;
        tecnologico; conocimiento; conocimiento tecnico; conocimientos de software; aptitudes
        profesionales; o que eu sei; o que sei fazer; linguagens; linguagens de programacao;
        linguagens e tecnologias; linguagens e frameworks; linguagens e ferramentas; ferramentas e
        tecnologias; tecnologias que domino; pacote office; conhecimentos em informatica;
        conhecimentos de informatica; conhecimento; conhecimento tecnico; conhecimentos de software;
        areas de atuacao; area de atuacao; areas de especializacao; pontos fortes; qualidades;
        diferenciais; stack tecnica; stack tecnologica; competencias digitais; competencias de
        informatica; softwares e ferramentas; softwares utilizados; resumo tecnico; ce que je sais
        faire; mes outils; boite a outils; stack technique; technologies utilisees; langages;
        langages de programmation; langages informatiques; langages et technologies; outils et
        technologies; langages et outils; langages et frameworks; logiciels maitrises; technologies
        maitrisees; outils maitrises; outils informatiques; outils et logiciels; logiciels et
        outils; competences metier; competences metiers; competences humaines; savoirs; savoir faire
        et savoir etre; qualites personnelles; qualites humaines; points forts; forces; domaines d
        expertise; domaine d expertise; domaines d intervention; specialites; specialisations;
        connaissances informatiques; competences et connaissances; connaissances et competences;
        competences it; competences en informatique; systemes et logiciels; maitrise informatique;
        competences comportementales; was ich kann; das kann ich; programmiersprachen;
        programmiersprachen und frameworks; programmiersprachen und technologien; technologien und
        werkzeuge; technologien und tools; tools und technologien; technologie stack; pc kenntnisse;
        ms office kenntnisse; edv und it kenntnisse; fachwissen; know how; wissen; fachgebiete;
        schwerpunkte; kompetenzprofil; kompetenzbereiche; zusatzkenntnisse; zusatzliche kenntnisse;
        methodenkompetenz; sozialkompetenz; soziale kompetenz; technologische kenntnisse;
        technisches know how; skillset und tools; softwareentwicklung und tools; sprachen und
        technologien; edv und software; besondere fahigkeiten; it und software; it know how;
        qualifikation""",
    "certifications": """
        certifications; certificates; certification; licenses; licenses and certifications;
        certifications and licenses; professional certifications; credentials; licensure; licences;
        licences and certifications; certificate; certifications and training; training and
        certifications; accreditations; professional certificates; certificates and training;
        licenses and certificates; professional licenses; certificaciones; certificados; licencias y
        certificaciones; certificacion; certificaciones y cursos; cursos y certificaciones; cursos y
        certificados; acreditaciones; certificados y cursos; titulos y certificados; certificacoes;
        certificacoes e cursos; cursos e certificacoes; certificados e cursos; certificacao;
        licencas e certificacoes; cursos e certificados; certificacoes profissionais; certificats;
        certifications professionnelles; certifications et formations; certificat; habilitations;
        licences et certifications; certifications et diplomes; certifications obtenues;
        zertifikate; zertifizierungen; zertifizierung; zertifikate und weiterbildungen; lizenzen;
        zertifikate und lizenzen; weiterbildungen und zertifikate; weiterbildung und zertifikate;
        zertifikat; zertifizierungen und weiterbildungen; fuhrerscheine und zertifikate; certs;
        badges; certified; accreditation; technical certifications; it certifications; professional
        certification; professional licenses and certifications; licensure and certification;
        licensure and certifications; license and certifications; license and certification;
        registrations; certificates and courses; courses and certificates; courses and
        certifications; certifications and courses; certifications and awards; certifications and
        achievements; online certifications; professional qualifications; certifications and
        trainings; certificates and achievements; certificates and awards; certifications and
        qualifications; qualifications and certifications; certificaciones profesionales;
        certificaciones tecnicas; certificaciones obtenidas; certificados obtenidos; certificados
        profesionales; certificados y licencias; diplomas y certificados; diplomas; formacion y
        certificaciones; certificaciones y licencias; certificaciones y logros; titulos y
        certificaciones; certificacoes tecnicas; certificados e licencas; certificacoes e licencas;
        certificacoes obtidas; certificacoes e treinamentos; treinamentos e certificacoes; diplomas
        e certificados; certificats et formations; certificats obtenus; permis; permis et
        certifications; diplomes et certifications; diplomes et certificats; habilitations et
        certifications; formations et certifications; formation et certifications; certifications et
        permis; zertifikate und kurse; kurse und zertifikate; zertifikate und schulungen;
        zertifizierungen und kurse; bescheinigungen; lizenzen und zertifikate; lizenzen und
        zertifizierungen; zertifikate und auszeichnungen; zertifikate und qualifikationen;
        zertifikate und weiterbildung; fuhrerschein; fuhrerscheine; qualifikationen und zertifikate;
        berufliche zertifizierungen; scheine und zertifikate; zertifikate und bescheinigungen; kurse
        und zertifizierungen; schulungen und zertifikate; schulungen und zertifizierungen;
        weiterbildungen und zertifizierungen""",
    "languages": """
        languages; language skills; language; foreign languages; language proficiency; languages
        spoken; idiomas; idioma; lenguas; linguas; lenguajes hablados; conhecimento de idiomas;
        competencias linguisticas; langues; langue; competences linguistiques; langues etrangeres;
        langues parlees; sprachen; sprachkenntnisse; fremdsprachen; sprache;
        fremdsprachenkenntnisse; sprachkompetenzen; spoken languages; human languages; natural
        languages; my languages; language competences; language competencies; mother tongue; mother
        tongues; linguistic skills; languages skills; idiomas extranjeros; conocimiento de idiomas;
        conocimientos de idiomas; nivel de idiomas; dominio de idiomas; lenguas extranjeras; idiomas
        y nivel; linguas estrangeiras; idiomas estrangeiros; conhecimentos linguisticos;
        conhecimento em idiomas; lingua; niveau de langues; niveau linguistique; connaissances
        linguistiques; langues vivantes; langues pratiquees; mes langues; sprachkenntnis;
        sprachliche kenntnisse; sprachfertigkeiten; fremdsprachkenntnisse; sprachen und kenntnisse""",
    "courses": """
        courses; training; trainings; coursework; relevant coursework; professional development;
        online courses; workshops; continuing education; courses and training; professional
        training; additional training; seminars; cursos; formacion complementaria; cursos
        complementarios; cursos realizados; formacion adicional; talleres; formacion continua;
        capacitacion; capacitaciones; cursos y talleres; otros cursos; seminarios; otra formacion;
        formacao complementar; cursos de extensao; cursos livres; treinamentos; outros cursos;
        aperfeicoamento; formacao continuada; cursos e treinamentos; workshops e cursos; atividades
        complementares; formations complementaires; formation complementaire; formation continue;
        cours; formations continues; weiterbildung; weiterbildungen; kurse; fortbildung;
        fortbildungen; schulungen; seminare; lehrgange; kurse und weiterbildungen; fort und
        weiterbildung; berufliche weiterbildung; certificate courses; training courses; training and
        courses; courses and workshops; courses and seminars; professional training and development;
        additional courses; additional education; further education; complementary education; extra
        courses; extracurricular courses; moocs; online training; relevant courses; selected
        coursework; selected courses; internal training; in house training; cursos adicionales;
        cursos online; cursos en linea; cursos extracurriculares; educacion continua; educacion no
        formal; educacion complementaria; formacion no reglada; formacion extra; cursos y
        seminarios; cursos y formacion; formacion y cursos; estudios complementarios; capacitacion y
        cursos; cursos y capacitaciones; perfeccionamiento; actualizacion profesional; otros
        estudios; cursos adicionais; cursos de formacao; cursos e workshops; cursos
        profissionalizantes; cursos de aperfeicoamento; formacoes complementares; qualificacao
        profissional; qualificacoes profissionais; cursos e palestras; educacao complementar;
        formacao profissional; cursos tecnicos; formations professionnelles; formation
        professionnelle continue; formations diverses; autres formations; stages de formation;
        formations courtes; mooc; cours suivis; cours en ligne; formations en ligne; weiterbildung
        und kurse; fortbildungen und seminare; seminare und workshops; seminare und fortbildungen;
        kurse und seminare; onlinekurse; online kurse; lehrgange und seminare; fort und
        weiterbildungen; berufliche fortbildung; berufliche weiterbildungen; weiterbildungen kurse
        und seminare; schulungen und seminare; schulungen und weiterbildungen""",
    "projects": """
        projects; personal projects; project; side projects; selected projects; academic projects;
        key projects; notable projects; project experience; open source; portfolio; research
        projects; open source projects; open source contributions; featured projects; projects and
        research; freelance projects; relevant projects; proyectos; proyectos personales; proyectos
        destacados; proyecto; proyectos academicos; proyectos relevantes; projetos; projetos
        pessoais; projetos em destaque; projeto; projetos academicos; projetos relevantes; projets;
        projets personnels; projets remarquables; projets realises; realisations; projet; projets
        academiques; projekte; projekterfahrung; herausragende projekte; eigene projekte;
        ausgewahlte projekte; projektliste; personliche projekte; private projekte;
        projektubersicht; referenzprojekte; my projects; projects and open source; software
        projects; technical projects; university projects; school projects; student projects; course
        projects; class projects; independent projects; professional projects; recent projects;
        major projects; main projects; other projects; some projects; research and projects;
        proyectos realizados; mis proyectos; proyectos recientes; proyectos profesionales; proyectos
        propios; otros proyectos; proyectos de software; meus projetos; projetos profissionais;
        projetos recentes; projetos desenvolvidos; outros projetos; principais projetos; mes
        projets; projets recents; projets professionnels; projets scolaires; projets etudiants;
        projets universitaires; principaux projets; autres projets; meine projekte; weitere
        projekte; berufliche projekte; studienprojekte; nebenprojekte; projekte und open source;
        open source projekte; projektauswahl; wichtige projekte; aktuelle projekte; projektarbeiten""",
    "publications": """
        publications; selected publications; papers; research; patents; talks; presentations;
        conferences; speaking; publications and presentations; patents and publications; articles;
        books; blog posts; research interests; publicaciones; ponencias; investigacion; congresos;
        articulos; conferencias; patentes; publicacoes; artigos; palestras; pesquisa; producao
        academica; producao bibliografica; communications; travaux; brevets; recherche; publications
        et communications; conferences et publications; publikationen; veroffentlichungen; vortrage;
        patente; forschung; vortrage und publikationen; list of publications; peer reviewed
        publications; journal articles; conference presentations; conference papers; invited talks;
        talks and presentations; publications and talks; publications and conferences; academic
        works; research output; posters; theses; thesis; dissertation; conferences and workshops;
        conferences and talks; media; press; publicaciones y medios; articulos publicados;
        participaciones en congresos; publicaciones y ponencias; tesis; congresos y ponencias;
        charlas; publicaciones cientificas; publicacoes cientificas; artigos publicados;
        apresentacoes; congressos; participacao em eventos; eventos; palestras e eventos;
        publications scientifiques; these; these de doctorat; liste des publications; interventions;
        veroffentlichungen und vortrage; wissenschaftliche publikationen; publikationsliste;
        konferenzen; abschlussarbeit; abschlussarbeiten""",
    "awards": """
        awards; honors; honours; awards and honors; achievements; scholarships; distinctions; honors
        and awards; selected honors; recognition; accomplishments; key achievements; awards and
        achievements; grants; prizes; awards and recognition; fellowships; awards and scholarships;
        scholarships and awards; premios; reconocimientos; logros; becas; premios y reconocimientos;
        distinciones; logros destacados; meritos; premios y becas; premiacoes; conquistas; bolsas;
        reconhecimentos; premios e reconhecimentos; honrarias; premios e distincoes; prix;
        recompenses; bourses; prix et distinctions; distinctions et prix; succes; auszeichnungen;
        preise; stipendien; ehrungen; erfolge; auszeichnungen und stipendien; auszeichnungen und
        preise; preise und auszeichnungen; prizes and awards; honors and prizes; awards and prizes;
        awards and certifications; awards and grants; awards and fellowships; grants and awards;
        fellowships and awards; academic honors; academic awards; academic achievements; major
        achievements; recognitions; competitions; achievements and awards; hackathons; honors and
        scholarships; premios y distinciones; premios y logros; logros y reconocimientos; menciones;
        distinciones y premios; galardones; concursos; premios e conquistas; principais conquistas;
        realizacoes; reconhecimento; honras; concours; prix et recompenses; distinctions et bourses;
        prix et bourses; preise und stipendien; stipendien und auszeichnungen; ehrungen und
        auszeichnungen; wettbewerbe; erfolge und auszeichnungen""",
    "interests": """
        interests; hobbies; hobbies and interests; interests and hobbies; activities; personal
        interests; passions; extracurricular activities; extracurriculars; leisure; leisure
        activities; outside interests; intereses; aficiones; pasatiempos; intereses personales;
        aficiones e intereses; intereses y aficiones; actividades; actividades extracurriculares;
        otros intereses; hobbies e intereses; interesses; passatempos; atividades; interesses
        pessoais; hobbies e interesses; atividades extracurriculares; centres d interet; centres d
        interets; loisirs; interets; activites; passions; loisirs et centres d interet; centre d
        interet; activites extra professionnelles; activites et loisirs; activites extrascolaires;
        interessen; hobbys; freizeit; hobbys und interessen; interessen und hobbys;
        freizeitaktivitaten; personliche interessen; freizeitinteressen; freizeitgestaltung;
        interests and activities; activities and interests; other interests; my interests; things i
        like; what i like; when i m not working; outside of work; free time; spare time; fun facts;
        fun; hobby; sports; sports and hobbies; mis intereses; mis aficiones; tiempo libre; ocio;
        gustos; intereses y pasatiempos; actividades de ocio; deportes; meus interesses; lazer;
        tempo livre; gostos pessoais; esportes; mes interets; mes passions; mes loisirs; passe
        temps; sports et loisirs; centres d interets personnels; interets personnels; interets et
        loisirs; activites personnelles; meine interessen; meine hobbys; hobbies und interessen;
        interessen und hobbies; freizeit und hobbys; freizeit und interessen; personliches und
        hobbys; sport""",
    "references": """
        references; referees; recommendations; testimonials; reference; professional references;
        referencias; recomendaciones; referencias personales; referencias laborales; referencias
        profesionales; recomendacoes; referencias profissionais; recommandations; references
        professionnelles; referenzen; empfehlungen; referenz; references available upon request;
        references available on request; referee; character references; referencias disponibles a
        pedido; referencia; referencias laborales y personales; referencias comerciales; referencias
        pessoais; references sur demande; referenzen auf anfrage; empfehlungsschreiben""",
    "volunteering": """
        volunteering; volunteer; volunteer experience; volunteer work; community service; community
        involvement; leadership; leadership and activities; memberships; affiliations; professional
        affiliations; military service; professional memberships; volunteering experience;
        community; social engagement; extracurricular; involvement; leadership and volunteering;
        civic engagement; military; campus involvement; organizations; voluntariado; experiencia
        como voluntario; trabajo voluntario; acciones de voluntariado; asociaciones; voluntariados;
        trabalho voluntario; experiencia voluntaria; atividades voluntarias; acoes sociais;
        benevolat; engagement associatif; vie associative; engagements; experiences benevoles;
        associations; ehrenamt; ehrenamtliches engagement; engagement; ehrenamtliche tatigkeiten;
        mitgliedschaften; soziales engagement; ehrenamtliche tatigkeit; wehrdienst; zivildienst;
        gesellschaftliches engagement; volunteer activities; volunteer service; voluntary work;
        voluntary experience; voluntary activities; social commitment; social involvement; community
        engagement; community work; leadership roles; extracurricular and volunteering; service;
        professional service; student activities; professional associations; memberships and
        affiliations; affiliations and memberships; professional affiliations and memberships; board
        memberships; actividades de voluntariado; labor social; voluntariado y actividades;
        membresias; participacion en asociaciones; trabajo social; experiencia de voluntariado;
        voluntariado e atividades; trabalhos voluntarios; associacoes; experiencia em voluntariado;
        afiliacoes; engagement benevole; activites associatives; experience associative; activites
        benevoles; engagement et benevolat; vie associative et engagement; ehrenamtliche arbeit;
        ehrenamtliche aktivitaten; freiwilligenarbeit; freiwilligentatigkeit; freiwilliges
        engagement; vereine; vereinstatigkeit; engagement und ehrenamt; wehr und zivildienst;
        militardienst""",
    "other": """
        additional information; other; miscellaneous; declaration; further information; social;
        social media; links; online presence; availability; visa status; work authorization;
        personal; additional; profiles; signature; philosophy; life philosophy; most proud of; a day
        of my life; social networks; websites; informacion adicional; otros; otros datos;
        informacion complementaria; datos de interes; redes sociales; otros datos de interes;
        disponibilidad; otra informacion; enlaces; datos adicionales; informacoes adicionais;
        informacoes complementares; outros; outras informacoes; dados complementares;
        disponibilidade; redes; informacoes extras; links uteis; informations complementaires;
        divers; autres; autres informations; reseaux sociaux; liens; mobilite; sonstiges; weitere
        informationen; weitere angaben; zusatzliche informationen; sonstige angaben; verschiedenes;
        soziale medien; links und profile; verfugbarkeit; anlagen; other information; more; more
        information; extras; additional details; extra information; personal qualities; notes; misc;
        hyperlinks; find me on; on the web; internet presence; web presence; online profiles;
        online; accounts; my links; otra informacion de interes; mas informacion; datos
        complementarios; notas; informacion extra; informacion general; en la red; perfiles; mas
        sobre mi; informacoes gerais; mais informacoes; outros dados; observacoes; informacoes
        relevantes; perfis; redes e links; plus d informations; informations diverses; informations
        supplementaires; en plus; complements; reseaux; sur le web; weiteres; zusatzinformationen;
        sonstige informationen; sonstige kenntnisse und angaben; online profile; profile und links;
        im netz; web und social media; ort und datum""",
}  # fmt: skip

_SECTION_OF: dict[str, str] = {
    " ".join(phrase.split()): section for section, text in _PHRASES.items() for phrase in text.split(";")
}

# The document's own name, printed above everything.
DOCUMENT_TITLES = frozenset(
    """resume; curriculum vitae; cv; lebenslauf; curriculo; curriculum; hoja de vida; my resume;
    tabellarischer lebenslauf;
    resume cv; cv resume; vitae; europass; bewerbung; curriculo vitae; europass curriculum vitae""".replace(
        "\n", " "
    )
    .replace("    ", "")
    .split("; ")
)

# One of these words in a short, typographically marked line is enough to name its section.
_KEYWORDS: dict[str, str] = {
    "experience": "work", "experiences": "work", "employment": "work", "experiencia": "work",
    "experiencias": "work",
    "laboral": "work", "berufserfahrung": "work", "werdegang": "work", "employers": "work",
    "berufliche": "work",
    "education": "education", "educacion": "education", "educacao": "education", "ausbildung": "education",
    "studium": "education", "formation": "education", "academica": "education", "academic": "education",
    "formacion": "education", "formacao": "education", "diplomes": "education", "etudes": "education",
    "skills": "skills", "competencies": "skills", "habilidades": "skills", "competencias": "skills",
    "competences": "skills", "kenntnisse": "skills", "fahigkeiten": "skills", "conocimientos": "skills",
    "conhecimentos": "skills", "technologies": "skills", "kompetenzen": "skills", "expertise": "skills",
    "certifications": "certifications", "certificates": "certifications", "certificaciones": "certifications",
    "certificacoes": "certifications", "zertifikate": "certifications", "zertifizierungen": "certifications",
    "certificats": "certifications", "licenses": "certifications",
    "languages": "languages", "idiomas": "languages", "langues": "languages", "sprachen": "languages",
    "sprachkenntnisse": "languages", "projects": "projects", "proyectos": "projects", "projetos": "projects",
    "projets": "projects", "projekte": "projects", "publications": "publications", "awards": "awards",
    "honors": "awards", "premios": "awards", "auszeichnungen": "awards", "references": "references",
    "referencias": "references", "referenzen": "references", "interests": "interests", "hobbies": "interests",
    "volunteer": "volunteering", "volunteering": "volunteering", "voluntariado": "volunteering",
    "benevolat": "volunteering", "ehrenamt": "volunteering", "summary": "summary", "profile": "summary",
    "cursos": "courses", "courses": "courses", "training": "courses", "weiterbildung": "courses",
}  # fmt: skip

# Words that name a section alone, that only describe it, and that join the two.
_CORES = {
    "work": """experience experiences employment experiencia experiencias berufserfahrung berufspraxis
        arbeitserfahrung werdegang laufbahn empleos empregos emplois internships estagios praktika
        erwerbstatigkeit employers erfahrung erfahrungen praktikum praktische famulaturen famulatur
        hospitationen
        beschaftigungen anstellungen nebenjobs werkstudententatigkeit auslandserfahrung
        ensenanza docencia lehre lehrtatigkeit lehrerfahrung teaching enseignement enseignements vacations
        rotations clerkships practicum placements apprenticeships pasantias
        practicas estagio stages alternances emplois ocupacion ocupaciones
        vivencias atuacao parcours hintergrund positions stationen postes puestos cargos trayectoria
        trajetoria stellen""",
    "education": """education educacion educacao schooling scolarite studium ausbildung schulbildung etudes
        estudios estudos diplomes degrees escolaridade qualifications titulaciones graduacoes
        schulabschlusse bildungsweg studiengang formation formations formacion formacao ausbildungen studien
        bildung hochschulbildung academics graduation graduacao titulos cursus diplomas aus""",
    "skills": """skills competencies competences habilidades competencias kenntnisse fahigkeiten kompetenzen
        aptitudes aptidoes conocimientos conhecimentos proficiencies strengths fertigkeiten connaissances
        destrezas expertise starken programmieren programmierung programmiersprachen lenguajes linguagens
        langages technologies tecnologias technologien tools herramientas ferramentas outils werkzeuge
        fachkenntnisse capacidades habilidad abilities logiciels softwarekenntnisse softwares fortalezas
        qualites atouts skillset techstack toolbox""",
    "certifications": """certifications certification certificates certificaciones certificacoes certificados
        zertifikate zertifizierungen certificats licenses licences habilitations permis
        zusatzqualifikationen zusatzqualifikation accreditations registrations bescheinigungen nachweise
        licencias licencas acreditaciones agrements lizenzen certificacion certificacao
        zertifizierung fuhrerschein fuhrerscheine brevets
        diplomados""",
    "courses": """courses trainings cursos fortbildungen weiterbildungen lehrgange seminare workshops
        schulungen weiterbildung fortbildung formaciones capacitaciones seminars seminarios seminaires
        talleres
        kurse lehrgang treinamentos capacitacion moocs""",
    "languages": "languages idiomas langues sprachen linguas lenguas sprachkenntnisse fremdsprachen",
    "interests": """interests hobbies hobbys interessen intereses interesses aficiones loisirs pasatiempos
        passatempos freizeit""",
    "awards": """awards honors honours prizes scholarships premios reconocimientos distinciones becas logros
        premiacoes conquistas reconhecimentos bolsas prix distinctions bourses recompenses auszeichnungen
        preise
        stipendien ehrungen erfolge achievements accomplishments grants fellowships""",
    "projects": """projects proyectos projetos projets projekte projekten projektarbeit projektarbeiten
        projekterfahrung""",
    "publications": """publications publicaciones publicacoes publikationen veroffentlichungen vortrage talks
        conferences presentations ponencias palestras congresos congressos konferenzen patents patentes
        patente""",
    "volunteering": """volunteering voluntariado benevolat ehrenamt ehrenamtliches ehrenamtliche
        freiwilligenarbeit
        voluntariados volunteerings memberships mitgliedschaften affiliations""",
    "references": "references referees referencias referenzen recommendations empfehlungen recommandations",
}  # fmt: skip
_CORE_OF = {word: kind for kind, text in _CORES.items() for word in text.split()}
_DESCRIBING = words_of(
    """professional profissional profissionais profesional profesionales professionnelle professionnelles
    professionnel professionnels laboral laborales work relevant relevante relevantes berufliche beruflicher
    beruflichen previous other outras outros otras otros autres weitere sonstige bisherige selected recent
    further additional clinical teaching industry career academic academica academicas academicos academique
    academiques technical tecnicas tecnicos techniques technische fachliche personal pessoais personales
    personelles personliche key clave chave cles principales principais core complementary complementaires
    complementarias complementares complementaria complementar foreign etrangeres estrangeiras extranjeras
    special besondere professionals superior superieures oficiales oficiais continuing berufs beruf
    matrix overview set profile summary list main top some general generales gerais generaux generelles
    specific especificas especificos specifiques allgemeine spezielle digital digitais digitales numeriques
    interpersonal interpersonales interpessoais interpersonnelles soft hard social sociales sociais soziale
    it informatiques informaticas informaticos related current actual actuales laborais humaines humanas
    akademische akademischer akademisches wissenschaftliche wissenschaftlicher klinische medizinische
    arztliche
    praktische padagogische handwerkliche kaufmannische studentische internationale nationale universitare
    wichtige wichtigste eigene private besonders methodische fachspezifische handwerkliches kunstlerische
    international national nacional nacionales internacional internacionales nacionais internacionais
    internationales nationaux clinica clinico clinicas clinicos clinique cliniques medical medica medico
    docente docentes investigacion pesquisa research recherche scientific cientifica cientificas scientifique
    scientifiques pedagogique pedagogica pedagogicas artistic artistica artistique artistiques practical
    practica
    practicas pratique pratiques pratica industrial industrielle entrepreneurial freelance summer student
    university universitaria universitario universitarias universitaires universitaire school escolar scolaire
    scolaires internship undergraduate graduate postgraduate postdoctoral doctoral early major notable recents
    recientes recentes personnel personnels individual team group main significant informaticas web software
    legal juridica juridique commercial comerciales comerciais commerciale volunteer voluntary extra
    extracurricular extracurriculares extrascolaires marketing sales nursing engineering management leadership
    essential area areas domaines bereich zusatzliche erworbene adquiridas adquiridos acquises obtidas
    obtenidas diverse diverses varias full time part selected ausgewahlte aktuelle letzte bisheriger"""
)
_JOINING = words_of(
    """and y e et und of de des du da do das dos del en em in a the la las los les le my mes mon ma mis mi
    minhas minha meus meu meine mein meiner our mejores other with con com avec mit"""
)
_ENDINGS = (
    ("sprachkenntnisse", "languages"), ("kenntnisse", "skills"), ("kompetenzen", "skills"),
    ("fahigkeiten", "skills"), ("fertigkeiten", "skills"), ("erfahrung", "work"), ("erfahrungen", "work"),
    ("werdegang", "work"), ("laufbahn", "work"), ("weiterbildung", "courses"), ("fortbildung", "courses"),
    ("weiterbildungen", "courses"), ("fortbildungen", "courses"), ("ausbildung", "education"),
    ("qualifikationen", "certifications"), ("zertifikate", "certifications"),
)  # fmt: skip

_SPLIT = re.compile(r"\s+(?:and|y|e|et|und|of|de)\s+|\s*[&/+|,]\s*")
_SPACED = re.compile(r"^(?:\w ){3,}\w$")
_NUMBERING = re.compile(r"^(?:\d{1,2}|[ivx]{1,4})[.)]?\s+")
_REMARK = re.compile(r"(?<=\w)\s*\([^()]{2,24}\)\s*:?$")  # "Certificates (selection)"
_NOISE = re.compile(r"^[\W\d_]+|[\W_]+$")


@lru_cache(maxsize=4096)
def heading_section(text: str) -> str | None:
    """The section that a line with exactly this text opens; None if it is no known heading."""
    if len(text) > 60 or "@" in text or "\t" in text:
        return None
    bare = _NOISE.sub("", _REMARK.sub("", text))
    if _SPACED.match(bare):
        bare = bare.replace(" ", "")
    folded = _NUMBERING.sub("", fold(bare))
    if not folded:
        return None
    if (section := _SECTION_OF.get(folded)) is not None:
        return section
    squeezed = _SECTION_OF.get(folded.replace(" ", "")) if len(folded.split()) <= 2 else None
    if squeezed is not None:
        return squeezed
    if (composed := _composed(folded)) is not None:
        return composed
    parts = [fold(part) for part in _SPLIT.split(bare) if fold(part)]
    if 1 < len(parts) <= 3:
        first = _SECTION_OF.get(parts[0])
        if first is not None and all(_SECTION_OF.get(part) for part in parts[1:]):
            return first
    return None


def _composed(folded: str) -> str | None:
    """The section of a heading made of known words only ("Weitere Berufspraxis")."""
    words = [word for word in folded.split() if word not in _JOINING]
    if not 1 <= len(words) <= 5:
        return None
    if len(words) == 2 and words[1] == "work" and words[0] in _DESCRIBING:
        return "work"  # "Clinical work"
    kinds = [_CORE_OF.get(word) or _by_ending(word) for word in words]
    named = [kind for kind in kinds if kind is not None]
    if not named or any(
        kind is None and word not in _DESCRIBING for kind, word in zip(kinds, words, strict=True)
    ):
        return None
    return "certifications" if "certifications" in named and "courses" in named else named[0]


def _by_ending(word: str) -> str | None:
    """The section that a German compound names ("Praxiserfahrung", "Gesundheitskompetenzen")."""
    if len(word) < 9:
        return None
    return next((kind for ending, kind in _ENDINGS if word.endswith(ending)), None)


@lru_cache(maxsize=4096)
def marked_section(text: str) -> str | None:
    """The section that a line in heading type opens by a key word; None if it opens none."""
    folded = fold(text).split()
    if not 1 <= len(folded) <= 5 or any(word.isdigit() for word in folded):
        return None
    for word in folded:
        if (section := _KEYWORDS.get(word)) is not None:
            return section
    return None


def is_document_title(text: str) -> bool:
    """True for "Curriculum Vitae", "Lebenslauf" and their like."""
    folded = fold(text)
    return folded in DOCUMENT_TITLES or (
        _SPACED.match(folded) is not None and folded.replace(" ", "") in DOCUMENT_TITLES
    )
