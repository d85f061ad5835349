# ruff: noqa: E501 - word lists
"""German: people of Germany, Austria and Switzerland."""

LABELS = (
    "work=Berufserfahrung;study=Ausbildung;skills=Kenntnisse;certs=Zertifikate;tongues=Sprachen;about=Profil;contact=Kontakt;now=heute;"
    "since=seit;in= ;period=Zeitraum;employer=Arbeitgeber;position=Position;tasks=Aufgaben;degree=Abschluss;school=Hochschule;"
    "thesis=Abschlussarbeit:;at= bei ;born=Staatsangehörigkeit;nation=deutsch;hobby=Interessen;hobbies=Wandern, Schach;mail=E-Mail;"
    "phone=Telefon;place=Anschrift;name=Name;project=Projekte;publications=Veröffentlichungen;refs=Referenzen;onrequest=Auf Anfrage;"
    "courses=Kurse;tech=Werkzeuge;of=von;and=und"
)
HEADINGS = {
    "work": "Berufserfahrung; Beruflicher Werdegang; Werdegang; Berufspraxis; Berufliche Stationen",
    "study": "Ausbildung; Bildungsweg; Studium; Studium und Ausbildung; Bildung",
    "skills": "Kenntnisse; Fähigkeiten; Kompetenzen; Fachkenntnisse",
    "certs": "Zertifikate; Zertifizierungen; Weiterbildungen und Zertifikate",
    "tongues": "Sprachen; Sprachkenntnisse",
    "about": "Profil; Über mich; Kurzprofil; Zusammenfassung",
    "contact": "Kontakt; Persönliche Daten; Kontaktdaten",
    "hobby": "Interessen; Hobbys",
    "project": "Projekte",
}
NOW = "heute; Heute; aktuell; laufend; jetzt"
FIRST = (
    "Annegret; Torben; Wiebke; Jörg; Svenja; Ulrich; Leyla; Hannes; Friederike; Matthias; Ayşe; Volker; Katharina; Björn; Gesine; Rainer; Mirjam; Lennart;"
    " Ingrid; Dietmar; Franziska; Emre; Judith; Konstantin; Beate; Florian; Hildegard; Jannik; Sabine; Moritz"
)
LAST = (
    "Wiesner; Hohenberg; Petersen; Schönfeld; Kuhlmann; Rademacher; Yıldırım; Brandstätter; Lindqvist; Oberhuber; Zimmermann; von Trotha; Dörfler; Kaczmarek;"
    " Weißenborn; Sommerfeld; Hinrichs; Achterberg; Großmann; Baumgärtner; Pohl; Niederreiter; Eickhoff; Tiedemann; Ruppert; Stegemann; Vogelsang; Kirchner; Hager; Mühlbauer"
)
COUNTRIES: tuple[str, ...] = (
    "DE|49|0171 2345###;+49 (0)341 998###;0221/4455###;+49 151 23456###;+49 123 4567###;(040) 123 45##;0351-4567##|Hamburg;Leipzig;Köln;Nürnberg;Stuttgart;Bremen;Dresden;Kassel;Münster;Augsburg|{t};04109 {t};{t}, Deutschland;Lindenweg 7, 50667 {t};Gartenstraße 12a, 90402 {t}",
    "AT|43|+43 664 123 4###;+43 1 234 5###|Wien;Graz;Linz;Salzburg|{t}, Österreich",
    "CH|41|+41 79 234 56 ##;+41 44 123 45 ##|Zürich;Basel;Bern|{t}, Schweiz",
)
SURNAME_COUNT = 1
TRADES = """
Senior Softwareentwickler > Datenbankentwickler > Werkstudent IT | Informatik; Wirtschaftsinformatik; Mathematik | Python; SQL; Docker; Java; Git; PostgreSQL; Linux; Kubernetes; Jenkins
Schulleiterin > Grundschullehrerin > Referendarin > Pädagogische Hilfskraft | Grundschulpädagogik; Germanistik; Sonderpädagogik | Teamführung; Elternarbeit; Unterrichtsplanung; Inklusion; Erste Hilfe
Stationsleitung > Gesundheits- und Krankenpflegerin > Pflegehelferin | Pflegewissenschaft; Gesundheitsmanagement; Krankenpflege | Wundversorgung; Palliativpflege; Dokumentation; Erste Hilfe; Medikamentengabe
Werkstattmeister > Schreinergeselle > Tischlerlehrling | Holztechnik; Bautechnik; Innenausbau | CNC-Fräsen; AutoCAD; Möbelbau; Arbeitssicherheit; Technisches Zeichnen
Teamleiterin Einkauf > Sachbearbeiterin Vertrieb > Industriekauffrau | Betriebswirtschaft; Internationaler Handel; Logistikmanagement | SAP; Verhandlungsführung; Excel; Vertragsrecht; Angebotserstellung
Vertriebsleiter > Außendienstmitarbeiter > Verkäuferin | Marketing; Handelsmanagement; Betriebswirtschaftslehre | Kundenakquise; CRM; Salesforce; Präsentation; Reklamationsbearbeitung
Leiterin Rechnungswesen > Bilanzbuchhalter > Steuerfachangestellte | Finanzwesen; Volkswirtschaftslehre; Steuerrecht | DATEV; Excel; Lohnabrechnung; SAP; Umsatzsteuer
Küchenchef > Koch > Küchenhilfe | Gastronomie; Hotelmanagement; Ernährungswissenschaft | HACCP; Menüplanung; Warenwirtschaft; Patisserie
Lagerleiterin > Fachkraft für Lagerlogistik > Gabelstaplerfahrer | Logistik; Wirtschaftsingenieurwesen; Verkehrswesen | SAP; Staplerschein; Inventur; Tourenplanung; Excel
Wissenschaftliche Mitarbeiterin > Doktorand > Studentische Hilfskraft | Chemie; Physik; Biologie; Geschichte | R; LaTeX; Massenspektrometrie; Statistik; MATLAB
Personalreferentin > Personalsachbearbeiter > Bürokauffrau | Psychologie; Personalmanagement; Soziologie | Bewerbungsgespräche; Lohnabrechnung; Arbeitsrecht; SAP HR
Rechtsanwältin > Rechtsreferendar > Rechtsanwaltsfachangestellte | Rechtswissenschaft; Politikwissenschaft; Europarecht | Vertragsgestaltung; Prozessführung; DSGVO; Mandantenbetreuung
Elektromeister > Elektroniker für Betriebstechnik > Elektrohelfer | Elektrotechnik; Mechatronik; Automatisierungstechnik | SPS; Schaltpläne; Gebäudetechnik; VDE-Prüfung; Photovoltaik
Dachdeckermeister > Dachdecker > Bauhelfer | Bauingenieurwesen; Hochbau; Dachtechnik | Abdichtung; Gerüstbau; Solarmontage; Aufmaß
Artdirektorin > Mediengestalter > Grafikerin | Kommunikationsdesign; Medieninformatik; Kunstgeschichte | Figma; InDesign; Photoshop; Typografie; Illustrator
Kulturlotsin > Ideenschmied > Nachtwache | Journalistik; Medienwissenschaft; Kulturmanagement | SEO; Textredaktion; WordPress; Canva; Newsletter
"""
FIRM_FORMS = (
    "{x}; {x}; {x}; {x} GmbH; {x} AG; {x} & Söhne; {x} & {y}; Grundschule {x}; Klinikum {x}; Holzbau {x}; {x} Logistik; Stadtwerke {t}; {x} GmbH & Co. KG;"
    " Autohaus {x}; Universität {t}; Bäckerei {x}; {x} Consulting; Praxis Dr. {y}; {x}werk; {x} {y}; Stadtverwaltung {t}; {x} KG; Gasthaus {x}; {x} e.V."
)
STEMS = "Nord Brenn Lind Eschen Kran Dat Licht Aur Feld Hain Berg Wald Stern Bruck Elb Rhein Tann Grün Hell Kies Moos Raps Salz Thal Wies Zoll Buch Birk"
TAILS = "werk er enhof bach ich enhafen blick ich au feld stein tal mann hausen rode berg see mark ung itz ow"
SCHOOL_FORMS = "Universität {t}; TU {t}; Hochschule {t}; Berufskolleg {t}; Fachhochschule {t}; {x}-Gymnasium; Berufsschule {t}; {x} Akademie; Duale Hochschule {t}; Hochschule {x}"
DEGREES = "Master of Science; Bachelor of Arts; Diplom; Bachelor of Science; Bachelor of Engineering; Master of Arts; M.Sc.; B.A.; Promotion; Staatsexamen; Magister; B.Eng."
SCHOOL_LEAVING = "Abitur; Allgemeine Hochschulreife; Mittlere Reife"
CERTS = (
    "Ausbildereignungsprüfung=IHK; Scrum Master PSM I=Scrum.org; Ersthelfer im Betrieb=DRK; Staplerschein=DEKRA; ITIL Foundation=PeopleCert; AWS Cloud Practitioner=Amazon;"
    " Praxisanleiter=Bildungszentrum Nord; Schweißerschein=DVS; Google Ads=Google; Projektmanagement Fachmann=GPM; Cambridge Certificate in Advanced English=Cambridge"
)
TASKS = (
    "Wöchentliche Dienstplanung für ein Team von {n} Personen; Einführung einer Prüfliste, die die Zahl der Beschwerden halbierte;"
    " Vierteljährliche Berichte an die Geschäftsleitung; Einarbeitung neuer Kollegen in Sicherheit und Dokumentation; Betreuung von mehr als {n} Stammkunden;"
    " Senkung der Wartezeiten um {n} % innerhalb eines Jahres; Erstellung von Handbüchern, die heute drei weitere Standorte nutzen;"
    " Verhandlung von Verträgen mit Lieferanten aus vier Ländern; Wartung der Geräte und Bestellung von Ersatzteilen;"
    " Leitung eines Projekts über {n} Tausend Euro, vor der Zeit beendet; Aufbau von Auswertungen für die Leitung;"
    " Begleitung von {n} Auszubildenden bis zur Prüfung; Prüfung von Lieferscheinen und Klärung von Abweichungen;"
    " Organisation von Tagen der offenen Tür; Vorbereitung von Unterlagen und Stundenplänen; Digitalisierung des Archivs im laufenden Betrieb"
)
ABOUTS = (
    "Zuverlässig und neugierig, auch in vollen Wochen gelassen. Ich mag klare Pläne und kurze Besprechungen. Gesucht ist ein Ort, an dem gute Arbeit gesehen wird.;"
    "Ich erkläre Schwieriges in einfachen Worten und lerne schnell. Mehr als zehn Jahre in gemischten Teams.;"
    "Pünktlich, freundlich und an Verantwortung gewöhnt."
)
TONGUES = "Deutsch=Muttersprache; Englisch=C1; Französisch=A2; Türkisch=fließend"
