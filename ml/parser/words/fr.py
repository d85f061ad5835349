# ruff: noqa: E501 - word lists
"""French: people of France, Belgium, Switzerland and Québec."""

LABELS = (
    "work=Expérience professionnelle;study=Formation;skills=Compétences;certs=Certifications;tongues=Langues;about=Profil;contact=Contact;"
    "now=aujourd'hui;since=Depuis;in= en ;period=Dates;employer=Employeur;position=Poste occupé;tasks=Missions;degree=Diplôme;"
    "school=Établissement;thesis=Mémoire :;at= chez ;born=Nationalité;nation=française;hobby=Centres d'intérêt;hobbies=Randonnée, piano;"
    "mail=Courriel;phone=Téléphone;place=Adresse;name=Nom;project=Projets;publications=Publications;refs=Références;"
    "onrequest=Disponibles sur demande;courses=Stages de formation;tech=Outils;of=de;and=et"
)
HEADINGS = {
    "work": "Expérience; Expérience professionnelle; Expériences professionnelles; Parcours professionnel; Expériences",
    "study": "Formation; Formations; Études; Parcours académique; Diplômes et formations",
    "skills": "Compétences; Compétences techniques; Savoir-faire; Compétences clés",
    "certs": "Certifications; Certificats",
    "tongues": "Langues",
    "about": "Profil; À propos; Résumé; Présentation; Objectif",
    "contact": "Contact; Coordonnées; Informations personnelles",
    "hobby": "Centres d'intérêt; Loisirs",
    "project": "Projets; Projets personnels",
}
NOW = "aujourd'hui; Aujourd'hui; présent; Présent; ce jour; actuel"
FIRST = (
    "Solène; Thibault; Maëlys; Gaël; Capucine; Rémi; Océane; Bertrand; Aïcha; Loïc; Ségolène; Mathurin; Clémence; Yannick; Fatou; Armand; Noémie; Cédric;"
    " Hélène; Bastien; Mireille; Olivier; Léonie; Quentin; Jean-Marc; Anne-Lise; Pierrick; Ghislaine; Samir; Odile"
)
LAST = (
    "Delaunay; Kerbrat; Fontanel; Bourgoin; Chastaing; Le Goff; Marchetti; Aubertin; Diallo; Rochefort; Pelissier; Vasseur; Haddad; Lemoine; Castagnède;"
    " Brissot; De Montfort; Guérin; Tisserand; Poulain; Jacquemin; Quéméner; Dubreuil; Charpentier; Vandenberghe; Lacombe; Morvan; Salvador; Ferrand; Beaulieu"
)
COUNTRIES: tuple[str, ...] = (
    "FR|33|06 45 12 89 ##;+33 7 61 22 33 ##;02.40.12.34.##;+33 (0)6 12 34 56 ##;0612345 6##|Nantes;Lyon;Rennes;Toulouse;Bordeaux;Lille;Strasbourg;Grenoble;Dijon;Angers|{t};{t}, France;35000 {t};12 rue des Lilas, 44000 {t};{t} (France)",
    "BE|32|+32 470 12 34 ##;+32 2 123 45 ##|Bruxelles;Liège;Namur|{t}, Belgique",
    "CH|41|+41 79 123 45 ##;+41 22 123 45 ##|Genève;Lausanne;Fribourg|{t}, Suisse",
    "CA|1|+1 514 555 01##;(418) 555-01##|Montréal=QC;Québec=QC;Sherbrooke=QC|{t}, {s}, Canada",
)
SURNAME_COUNT = 1
TRADES = """
Ingénieure data > Développeur web > Développeur junior > Stagiaire développement | Informatique; Mathématiques appliquées; Génie logiciel | Python; SQL; Docker; Java; Git; PostgreSQL; AWS; Symfony; React
Directrice d'école > Professeure des écoles > Assistante d'éducation > Animatrice périscolaire | Sciences de l'éducation; Lettres modernes; Histoire | Gestion de classe; Travail en équipe; Pédagogie différenciée; Excel
Infirmière coordinatrice > Infirmière > Aide-soignante | Soins infirmiers; Sciences de la santé; Biologie | Premiers secours; Soins palliatifs; Pansements; Hygiène hospitalière; Triage
Chef d'équipe maçonnerie > Maçon > Apprenti plombier | Bâtiment; Génie civil; Travaux publics | Lecture de plans; AutoCAD; Coffrage; CACES; Sécurité chantier
Responsable achats > Acheteur junior > Assistant commercial | Techniques de commercialisation; Commerce international; Gestion | Négociation; Excel; SAP; CRM; Anglais commercial; Gestion de projet
Directeur des ventes > Attachée commerciale > Vendeuse | Marketing; Management commercial; Négociation et relation client | Prospection; Salesforce; Fidélisation; Merchandising; Excel
Contrôleuse de gestion > Comptable > Assistant administratif | Comptabilité et finance; Économie; Gestion des entreprises | Sage; Excel; Paie; TVA; SAP; Tableaux de bord
Chef de cuisine > Second de cuisine > Commis de cuisine > Plongeur | Hôtellerie-restauration; Arts culinaires; Diététique | HACCP; Pâtisserie; Gestion des stocks; Élaboration de menus
Responsable logistique > Gestionnaire de stock > Cariste | Logistique; Transport; Génie industriel | SAP; WMS; CACES 3; Excel; Gestion des flux
Maîtresse de conférences > Ingénieur de recherche > Doctorante | Chimie; Physique; Biologie cellulaire; Philosophie | R; LaTeX; Spectroscopie; Statistiques; Rédaction scientifique
Chargée de recrutement > Gestionnaire de paie > Assistante RH | Psychologie; Gestion des ressources humaines; Droit social | Entretiens; Paie; SIRH; Droit du travail; Excel
Avocate > Juriste > Secrétaire juridique | Droit; Science politique; Droit des affaires | Rédaction de contrats; Contentieux; Veille juridique; RGPD
Chef d'équipe électricité > Électricien > Aide monteur | Électrotechnique; Maintenance industrielle; Énergies renouvelables | Habilitation électrique; Automatisme; Câblage; Photovoltaïque
Directrice artistique > Graphiste > Maquettiste | Design graphique; Communication visuelle; Arts appliqués | Figma; InDesign; Photoshop; Illustrator; Typographie
Passeuse d'histoires > Facilitateur numérique > Veilleur de nuit | Journalisme; Communication; Médiation culturelle | SEO; Rédaction web; WordPress; Canva; Réseaux sociaux
"""
FIRM_FORMS = (
    "{x}; {x}; {x}; {x} SA; {x} SARL; Groupe {x}; {x} & {y}; {x} Conseil; École {x}; CHU de {t}; Ateliers {x}; Mairie de {t}; {x} SAS; Les {x}s; Clinique {x};"
    " Université de {t}; Transports {x}; Maison {x}; Lycée {x}; {x} Bâtiment; {x} {y}; Banque {x}; Restaurant {x}"
)
STEMS = "Nov Armor Mistr Ferr Brév Val Lum Chant Ros Bell Clair Mont Vert Fleur Arden Cév Oc Plum Sav Tourn Gran Perl Hauv Corb Dor Étoil Jasm"
TAILS = "alis in al and ia elle ence ière eau ois ac enne ive ange ault ème oche une ette ador"
SCHOOL_FORMS = "Université de {t}; INSA {t}; Lycée {x}; IUT de {t}; École supérieure de commerce de {t}; Institut {x}; CFA {x}; École {x}; Université {x}; ESC {t}"
DEGREES = "Master; Licence; BTS; DUT; Diplôme d'ingénieur; Doctorat; Master 2; Licence professionnelle; CAP; Diplôme d'État; Bachelor; Mastère"
SCHOOL_LEAVING = "Baccalauréat; Baccalauréat scientifique"
CERTS = (
    "Certification PSM I=Scrum.org; Sauveteur secouriste du travail=INRS; TOEIC=ETS; CACES R489=INRS; Habilitation électrique B2=APAVE; AWS Cloud Practitioner=Amazon;"
    " Certificat HACCP=CCI; Voltaire niveau expert=Projet Voltaire; BAFA=CEMEA; Google Ads=Google; PRINCE2 Foundation=AXELOS"
)
TASKS = (
    "Planification hebdomadaire des tours d'une équipe de {n} personnes; Mise en place d'une liste de contrôle qui a réduit les plaintes de moitié;"
    " Rapports trimestriels à la direction; Formation des nouveaux collègues aux règles de sécurité; Accueil quotidien de plus de {n} clients;"
    " Réduction de {n} % des délais d'attente; Rédaction de guides utilisés aujourd'hui par trois autres sites;"
    " Négociation de contrats avec des fournisseurs de quatre pays; Entretien du matériel et commande des pièces;"
    " Pilotage d'un projet de {n} mille euros livré en avance; Conception de tableaux lus chaque lundi par la direction;"
    " Accompagnement de {n} apprentis, tous reçus à leurs examens; Contrôle des livraisons et règlement des écarts;"
    " Organisation de journées portes ouvertes; Préparation des supports et des horaires de cours; Numérisation des archives sans interrompre le service"
)
ABOUTS = (
    "Personne fiable et curieuse, calme dans les semaines chargées. J'aime les plans clairs et les réunions courtes. Je cherche un lieu où le travail bien fait est reconnu.;"
    "J'explique simplement les choses difficiles et j'apprends vite. Plus de dix ans dans des équipes variées.;"
    "Ponctuelle, souriante et habituée aux responsabilités."
)
TONGUES = "Français=langue maternelle; Anglais=courant; Allemand=B1; Espagnol=notions"
