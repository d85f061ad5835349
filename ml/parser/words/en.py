# ruff: noqa: E501 - word lists
"""English: British, Irish, American and Indian people."""

LABELS = (
    "work=Professional Experience;study=Education;skills=Skills;certs=Certifications;tongues=Languages;"
    "about=Profile;contact=Contact;now=Present;since=Since;in= in ;period=Dates;employer=Employer;"
    "position=Position held;tasks=Main activities;degree=Title of qualification awarded;school=Institution;"
    "thesis=Thesis:;at= at ;born=Nationality;nation=British;hobby=Interests;hobbies=Cycling, choir singing;"
    "mail=Email;phone=Phone;place=Address;name=Name;project=Projects;publications=Publications;refs=References;"
    "onrequest=Available on request;courses=Courses;tech=Tools;of=of;and=and"
)
HEADINGS = {
    "work": "Experience; Work Experience; Professional Experience; Employment History; Career History; Work History; Employment",
    "study": "Education; Academic Background; Education and Training; Qualifications; Academic Qualifications",
    "skills": "Skills; Key Skills; Core Competencies; Technical Skills; Areas of Expertise",
    "certs": "Certifications; Certificates; Licenses & Certifications; Professional Certifications",
    "tongues": "Languages; Language Skills",
    "about": "Profile; Summary; About Me; Professional Summary; Personal Statement",
    "contact": "Contact; Contact Details; Personal Details",
    "hobby": "Interests; Hobbies; Hobbies & Interests",
    "project": "Projects; Selected Projects",
}
NOW = "Present; present; Current; Now; Today; to date"
FIRST = (
    "Rosalind; Desmond; Harriet; Callum; Imogen; Theodore; Priya; Marcus; Bethany; Owen; Shauna; Dominic; Keisha; Graham; Tamsin;"
    " Rafferty; Naomi; Winston; Eleanor; Jamal; Siobhan; Hugh; Anjali; Felix; Mabel; Gareth; Chloe; Edmund; Zainab; Patrick; Louisa; Kwame"
)
LAST = (
    "Fairweather; Okonjo; Pemberton; Hallworth; McAllister; Tideswell; Raghavan; O'Donoghue; Thistlewood; Marchbanks; Adeyemi; Fenwick;"
    " Lovelace-Hart; Sutcliffe; Abernathy; Birtwistle; Nkemelu; Colquhoun; Dunmore; Whitcombe; Ferrers; Inglethorpe; Bhattacharya; Penhaligon;"
    " Stoddart; Vance; Quarmby; Ellsworth; Redfern; Mackintosh; Ashdown; Gillespie"
)
COUNTRIES: tuple[str, ...] = (
    "GB|44|07700 900###;+44 7700 900###;0117 496 0###;(0161) 496 0###;+44 (0)20 7946 0###|Bristol;Leeds;Glasgow;Norwich;Exeter;Sheffield;Cardiff;York;Plymouth;Leicester|{t}, UK;{t};{t}, England;14 Mill Lane, {t};{t}, United Kingdom",
    "US|1|(303) 555-01##;617-555-01##;+1 512 555 01##;312.555.01##;+1 (206) 555-01##;(555) 123-4###;555-987-6###;123-456-7###;+1 555 234 5###|Denver=CO;Austin=TX;Boston=MA;Seattle=WA;Portland=OR;Columbus=OH;Tampa=FL;Omaha=NE|{t}, {s};{t}, {s}, USA;82 Oak Street, {t}, {s};{t}, {s} 80202",
    "IE|353|+353 1 555 01##;+353 86 555 01##|Dublin;Cork;Galway;Limerick|{t}, Ireland",
    "IN|91|+91 98200 55###;+91-99000-12###|Pune;Bengaluru;Chennai;Hyderabad|{t}, India",
)
SURNAME_COUNT = 1
TRADES = """
Senior Data Engineer > Data Engineer > Backend Developer > Junior Programmer | Computer Science; Software Engineering; Mathematics | Python; SQL; Docker; Airflow; Spark; Kafka; Git; PostgreSQL; AWS; Terraform
Front-End Lead > UI Developer > Web Designer > Design Intern | Human-Computer Interaction; Graphic Design; Digital Media | JavaScript; TypeScript; React; CSS; Figma; Accessibility; HTML; Vue.js
Deputy Head Teacher > Primary School Teacher > Teaching Assistant > Nursery Practitioner | Primary Education; Early Childhood Studies; English Literature | Classroom Management; Safeguarding; Phonics; Lesson Planning; Behaviour Support; SEN
Ward Sister > Staff Nurse > Healthcare Assistant | Adult Nursing; Health Sciences; Midwifery | Patient Care; Wound Care; Medication Administration; Triage; Infection Control; Phlebotomy; Care Planning
Site Foreman > Joiner > Apprentice Carpenter | Site Carpentry; Construction Management; Building Services | First Aid; AutoCAD; Scaffolding; Reading Drawings; CSCS; Joinery; Health and Safety
Head of Sales > Key Account Manager > Sales Executive > Shop Assistant | Business Administration; Marketing; Retail Management | Negotiation; Salesforce; Cold Calling; Forecasting; CRM; Presentation; Excel
Finance Manager > Management Accountant > Accounts Clerk | Accounting and Finance; Economics; Applied Mathematics | Excel; Sage; VAT Returns; Payroll; Budgeting; Month-End Close; SAP; Reconciliation
Executive Chef > Sous Chef > Commis Chef > Kitchen Porter | Culinary Arts; Hospitality Management; Food Science | Menu Planning; HACCP; Stock Control; Pastry; Food Hygiene; Team Leadership
Principal Lecturer > Research Fellow > Postdoctoral Researcher > Laboratory Demonstrator | Molecular Biology; Physics; Medieval History; Chemistry | R; LaTeX; Mass Spectrometry; Grant Writing; MATLAB; Statistics; Microscopy
Logistics Coordinator > Warehouse Supervisor > Forklift Operator | Supply Chain Management; Logistics; Geography | Inventory Management; SAP; Forklift Licence; Route Planning; Excel; KPI Reporting
HR Business Partner > Recruiter > HR Administrator | Human Resource Management; Psychology; Sociology | Onboarding; Employment Law; Workday; Interviewing; Payroll; Conflict Resolution
Lead Electrician > Electrical Fitter > Maintenance Technician | Electrical Engineering; Electrical Installation; Mechatronics | PLC; Fault Finding; Testing and Inspection; Wiring; AutoCAD; Solar PV
Senior Product Owner > Business Analyst > Customer Success Intern | Information Systems; Applied Psychology; Philosophy | Jira; Stakeholder Management; Scrum; Roadmapping; SQL; User Research
Physiotherapist > Rehabilitation Assistant > Fitness Instructor | Physiotherapy; Sports Science; Biomedical Science | Manual Therapy; Exercise Prescription; Patient Education; First Aid; Gait Analysis
Growth Ninja > Community Builder > Happiness Hero | Communication Studies; Journalism; Media Arts | SEO; Copywriting; Google Analytics; Mailchimp; Content Planning; WordPress
Solicitor > Paralegal > Legal Secretary | Law; Politics; International Relations | Contract Drafting; Conveyancing; Legal Research; Litigation; Client Care
"""
FIRM_FORMS = (
    "{x}; {x}; {x}; {x} Ltd; {x} Inc.; {x} Group; {x} & {y}; {x} {y}; {x} LLC; {x} Analytics; {x} Primary School; {x} NHS Trust; {x} Builders;"
    " {x} City Council; {x} Logistics; The {x} Company; {x} plc; {x} Hospital; University of {t}; {x} Foods; {x} Studio; {x}, Inc.; {x} Partners LLP"
)
STEMS = "Bright Moor Cald Finch North Petr Oak Vant Stone Bridge Ash Lark Wren Thorn Haver Quill Feather Glen Marsh Tarn Silver Copper Kestr Holl Wick Fern Dale Pell Crest Hart Juni Ember"
TAILS = (
    "moor gate well ford el row line field ington ley stead brook mere worth cove vale in ix ara ora via en"
)
SCHOOL_FORMS = "University of {t}; {t} University; {x} College; {t} Metropolitan University; {x} Institute of Technology; City of {t} College; {x} Academy; {x} State University; {x} Business School"
DEGREES = (
    "MSc; BSc (Hons); BA; Bachelor of Science; Master of Arts; Bachelor of Arts; PhD; Diploma; MBA; Bachelor of Engineering; Master of Science;"
    " B.Sc.; MA; Bachelor of Education; HND; Associate of Science; Postgraduate Certificate"
)
SCHOOL_LEAVING = "A-Levels; High School Diploma; GCSEs"
CERTS = (
    "Certified ScrumMaster=Scrum Alliance; NVQ Level 3 Site Carpentry=City & Guilds; AWS Certified Developer=Amazon; PRINCE2 Practitioner=AXELOS;"
    " ITIL Foundation=PeopleCert; First Aid at Work=St John Ambulance; Food Safety Level 2=CIEH; Certified Public Accountant=AICPA;"
    " Advanced Life Support=Resuscitation Council; Google Analytics Certification=Google; CompTIA Security+=CompTIA; Project Management Professional=PMI"
)
TASKS = (
    "Planned the weekly rota for a team of {n} and kept overtime below budget; Introduced a shared checklist that halved the number of complaints;"
    " Reported progress to the board every quarter; Trained new colleagues in safety rules and documentation;"
    " Looked after {n} regular customers from first call to invoice; Reduced waiting times by {n} % within a year;"
    " Wrote handbooks that three other sites now use; Answered questions from parents, patients and partners alike;"
    " Moved old records into one system without losing a day of work; Negotiated contracts with suppliers in four countries;"
    " Kept the equipment in order and ordered spare parts in time; Led a project worth {n} thousand pounds, finished two weeks early;"
    " Built reports which the managers read every Monday morning; Coached {n} apprentices, all of whom passed their exams;"
    " Checked deliveries against orders and settled differences; Organised open days with more than {n} visitors;"
    " Prepared materials, rooms and timetables for courses; Designed a simple way to share findings between departments"
)
ABOUTS = (
    "Reliable and curious, with a calm hand in busy weeks. I like clear plans, short meetings and people who laugh. Looking for a place where good work is noticed.;"
    "Practical problem solver who enjoys explaining difficult things in plain words. More than a decade of working with mixed teams.;"
    "Friendly, punctual and used to responsibility. I learn quickly and pass on what I know."
)
TONGUES = "English=native; French=B2; Spanish=A2; Hindi=fluent; German=basic"
