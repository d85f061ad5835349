# ruff: noqa: E501 - word lists
"""Spanish: people of Spain, Mexico, Argentina, Colombia and Chile."""

LABELS = (
    "work=Experiencia profesional;study=Formación académica;skills=Competencias;certs=Certificaciones;tongues=Idiomas;about=Perfil;"
    "contact=Contacto;now=Actualidad;since=Desde;in= en ;period=Fechas;employer=Empresa;position=Cargo;tasks=Funciones;degree=Título;"
    "school=Centro;thesis=Tesis:;at= en ;born=Nacionalidad;nation=española;hobby=Intereses;hobbies=Senderismo, ajedrez;mail=Correo;"
    "phone=Teléfono;place=Dirección;name=Nombre;project=Proyectos;publications=Publicaciones;refs=Referencias;"
    "onrequest=Disponibles a petición;courses=Cursos;tech=Herramientas;of=de;and=y"
)
HEADINGS = {
    "work": "Experiencia; Experiencia laboral; Experiencia profesional; Trayectoria profesional; Historial laboral",
    "study": "Formación; Educación; Formación académica; Estudios",
    "skills": "Habilidades; Competencias; Conocimientos; Aptitudes",
    "certs": "Certificaciones; Certificados; Cursos y certificaciones",
    "tongues": "Idiomas",
    "about": "Perfil; Sobre mí; Resumen; Perfil profesional; Objetivo",
    "contact": "Contacto; Datos personales; Datos de contacto",
    "hobby": "Intereses; Aficiones",
    "project": "Proyectos; Proyectos destacados",
}
NOW = "Actualidad; actualidad; Actual; la actualidad; Presente; hoy"
FIRST = (
    "Itziar; Gonzalo; Maribel; Rubén; Nuria; Álvaro; Ximena; Joaquín; Lucía; Ernesto; Paloma; Iker; Rocío; Germán; Begoña; Fabián; Candela; Hernán;"
    " Inés; Octavio; Marisol; Emilio; Yolanda; Tomás; Adela; Rodrigo; Leire; Damián; Amparo; Nicolás"
)
LAST = (
    "Echeverría; Cabrera; Quintana; Ibáñez; Pastor; Llorente; Montalvo; Arrieta; Villaseñor; Peñalver; Zubiri; Ocampo; Barrientos; Urrutia; Carvajal;"
    " Solís; Beltrán; Galindo; Escudero; Toledano; Ansorena; Rosales; Fuentealba; Bermejo; Larrañaga; Cifuentes; Navarrete; Sandoval; Aguirre; Roldán"
)
COUNTRIES: tuple[str, ...] = (
    "ES|34|612 34 5# ##;+34 655 12# ###;954 12# ###;+34 93 123 4# ##;6551239##|Sevilla;Bilbao;Zaragoza;Málaga;Valencia;Granada;Oviedo;Murcia;Salamanca;Vigo|{t}, España;{t};{t} (España);Calle Mayor 12, {t};41001 {t}",
    "MX|52|+52 55 1234 5###;+52 81 8123 4###|Monterrey;Guadalajara;Puebla;Querétaro|{t}, México",
    "AR|54|+54 11 4321-5###;+54 351 456-7###|Córdoba;Rosario;Mendoza;Buenos Aires|{t}, Argentina",
    "CO|57|+57 310 456 7###;+57 601 234 5###|Bogotá;Medellín;Cali|{t}, Colombia",
    "CL|56|+56 9 8765 4###|Santiago;Valparaíso;Concepción|{t}, Chile",
)
SURNAME_COUNT = 2
TRADES = """
Ingeniera de datos > Desarrollador backend > Programador junior > Becario de informática | Ingeniería Informática; Matemáticas; Telecomunicaciones | Python; SQL; Docker; Spark; Git; PostgreSQL; AWS; Linux; Kafka
Diseñadora UX > Maquetador web > Diseñador gráfico | Diseño Gráfico; Comunicación Audiovisual; Bellas Artes | Figma; Photoshop; HTML; CSS; Illustrator; JavaScript
Jefa de estudios > Maestra de Primaria > Profesor de apoyo > Monitor de comedor | Educación Primaria; Educación Infantil; Filología Hispánica | Gestión del aula; Pizarra digital; Atención a la diversidad; Trabajo en equipo; Programación didáctica
Supervisora de enfermería > Enfermera de UCI > Enfermera de planta > Auxiliar de enfermería | Enfermería; Fisioterapia; Cuidados Auxiliares | Primeros auxilios; Cuidados paliativos; Triaje; Curas; Administración de medicación
Jefe de taller > Soldador > Peón de obra | Construcciones Metálicas; Edificación; Mantenimiento Electromecánico | Soldadura TIG; Lectura de planos; AutoCAD; Prevención de riesgos; Carretilla elevadora
Directora comercial > Delegado de ventas > Dependienta | Marketing; Administración y Dirección de Empresas; Comercio Internacional | Negociación; Salesforce; Excel; Atención al cliente; CRM; Visual merchandising
Responsable de compras > Técnico de logística > Mozo de almacén | Logística; Ingeniería Industrial; Economía | SAP; Excel; Gestión de stocks; Gestión de proyectos; Incoterms
Jefe de cocina > Cocinero > Ayudante de cocina | Cocina y Gastronomía; Gestión Hotelera; Nutrición Humana | APPCC; Repostería; Control de costes; Diseño de menús
Jefa de contabilidad > Contable > Auxiliar administrativo | Contabilidad y Finanzas; Economía; Gestión Administrativa | ContaPlus; Excel; Facturación; Nóminas; SAP; Impuestos
Investigadora principal > Profesor asociado > Técnico de laboratorio | Biología Molecular; Química; Historia Contemporánea; Física | R; LaTeX; PCR; Estadística; Microscopía
Técnica de selección > Técnico de nóminas > Administrativo de RRHH | Psicología; Relaciones Laborales; Sociología | Entrevistas; Nóminas; Legislación laboral; Excel; Onboarding
Abogada > Pasante > Secretaria judicial | Derecho; Ciencias Políticas; Criminología | Derecho mercantil; Redacción de contratos; Litigación; Inglés jurídico
Electricista oficial > Instalador > Aprendiz de mantenimiento | Instalaciones Electrotécnicas; Automatización; Energías Renovables | PLC; Baja tensión; Fotovoltaica; Domótica
Dinamizadora digital > Narrador de marca > Voluntario de radio | Periodismo; Publicidad; Humanidades | SEO; Redacción; WordPress; Google Analytics; Redes sociales
"""
FIRM_FORMS = (
    "{x}; {x}; {x}; {x} S.L.; {x} S.A.; Grupo {x}; {x} y {y}; {x} Datos; Colegio {x}; Hospital {x}; Talleres {x}; Ayuntamiento de {t}; Construcciones {x};"
    " {x} Consultores; Restaurante {x}; Universidad de {t}; {x} Logística; Transportes {x}; {x} S.A. de C.V.; Clínica {x}; Editorial {x}; {x} {y}"
)
STEMS = "Alta Sierr Nub Ferr Mat Sol Vel Cast Mont Riv Pin Lun Cald Brav Olm Zarz Tel Mir Verd Cort Agu Nav Robl Ciel Marb Gar Peñ Arc"
TAILS = "avela una ia olinea urana ara ega aria elo ina eda ora esa alta anza umbra ares era azul onia"
SCHOOL_FORMS = "Universidad de {t}; Universidad {x}; IES {x}; Instituto Politécnico de {t}; Escuela de Negocios {x}; Universidad Autónoma de {t}; Colegio {x}; Centro de FP {x}; Universidad Nacional de {t}"
DEGREES = "Máster; Grado; Licenciatura; Técnico Superior; Doctorado; Diplomatura; Máster Universitario; Maestría; Ciclo Formativo de Grado Superior; Posgrado"
SCHOOL_LEAVING = "Bachillerato; Educación Secundaria"
CERTS = (
    "Certificado de Manipulador de Alimentos=Cámara de Comercio; Scrum Master Certificado=Scrum.org; DELE C2=Instituto Cervantes; Carné de carretillero=FLC;"
    " Prevención de Riesgos Laborales 60 h=INSST; First Certificate in English=Cambridge; AWS Cloud Practitioner=Amazon; Soporte Vital Básico=SEMES;"
    " Google Ads=Google; Certificado de Profesionalidad en Ventas=SEPE"
)
TASKS = (
    "Planificación semanal de turnos para un equipo de {n} personas; Introducción de una lista de control que redujo las quejas a la mitad;"
    " Informes trimestrales a la dirección; Formación de nuevos compañeros en normas de seguridad; Atención diaria a más de {n} clientes;"
    " Reducción del {n} % en los tiempos de espera; Redacción de manuales que hoy usan otros tres centros;"
    " Negociación de contratos con proveedores de cuatro países; Mantenimiento de equipos y pedido de repuestos;"
    " Coordinación de un proyecto de {n} mil euros terminado antes de plazo; Elaboración de cuadros de mando para la gerencia;"
    " Tutoría de {n} aprendices que aprobaron sus exámenes; Control de albaranes y resolución de incidencias;"
    " Organización de jornadas abiertas con familias y vecinos; Preparación de materiales y horarios de los cursos; Digitalización del archivo sin interrumpir el servicio"
)
ABOUTS = (
    "Persona responsable y curiosa, tranquila en las semanas difíciles. Me gustan los planes claros y las reuniones cortas. Busco un lugar donde se valore el trabajo bien hecho.;"
    "Me adapto con facilidad y explico lo difícil con palabras sencillas. Más de diez años en equipos diversos.;"
    "Puntual, amable y con ganas de aprender. Disfruto enseñando lo que sé."
)
TONGUES = "Español=nativo; Inglés=C1; Francés=B1; Catalán=medio; Alemán=básico"
