"""Names of degrees and of courses of study, in five languages and the countries that speak them."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Kept in groups by where they are awarded. Longer names stand before the words that they begin with, and
# the groups of whole names before those of bare levels.
_NAMES: dict[str, str] = {
    "german": r"(?:fach(?:hoch)?schul|fachober?schul|hochschul|berufs)reife|fachoberschulreife|"
    r"(?:haupt|real|mittel)?schulabschluss|"
    r"(?:qualifizierender|mittlerer|erweiterter)\s+(?:haupt|real|sekundar)?(?:schul)?abschluss|"
    r"staatlich\s+(?:an)?(?:erkannte|gepr[uü]fte)[rn]?\s+[\w-]+|[\w-]*(?:gesellen|meister|fach)brief|"
    r"(?:erstes|zweites|1\.|2\.)\s+(?:juristisches\s+)?staatsexamen|"
    r"(?:erste|zweite)\s+(?:juristische\s+)?staatspr[uü]fung|staatsexamen|magister(?:\s+artium)?|"
    r"diplom(?:[\s-]+[\w-]*(?:ingenieur|kauf|wirt|p[aä]dagog|psycholog|informatik|biolog|chemik|physik|"
    r"mathematik|jurist|sozial|designer|[uü]bersetz|dolmetsch|verwalt|soziolog|geograph|geolog|"
    r"archite|[oö]konom|sport|theolog|trainer|agrar|handels)\w*)?(?:\s+\(fh\))?|"
    r"ihk[-\s]abschluss|gesellenpr[uü]fung|meisterpr[uü]fung|abschlusspr[uü]fung|volksschulabschluss|"
    r"sekundarabschluss(?:\s+i{1,2})?|lehrabschluss(?:pr[uü]fung)?|reifepr[uü]fung|"
    r"mag\.?\s?(?:a\.\s?)?(?:\(fh\)|(?:(?:rer|soc|oec|iur|phil|art|nat|theol|pharm|med|vet)\.\s?)+)|"
    r"lic\.?\s?(?:(?:phil|iur|oec|rer|pol|publ|theol|nat)\.?\s?)+|lizenziat|approbation|habilitation|"
    r"referendariat|facharztausbildung|eidg(?:\.|en[oö]ssische[rs]?)\s+(?:dipl\.?|diplom\w*|fachausweis)"
    r"(?:\s+\w+)?|fachausweis|handelsdiplom|(?:berufs|kaufm[aä]nnische)\s?lehre|(?-i:CAS|DAS|MAS)(?=\s+\w)",
    "french": r"dipl[oô]me\s+d['’][EÉeé]tat(?:\s+d['’](?:infirmi\w*|aide[- ]soignant\w*|"
    r"[eé]ducat\w+))?|(?-i:CAP|BEPA?|BTSA?|DUT|BUT|DEUG|DESS|DEA|CPGE|BEPC|DNB|D\.?U\.?|DIU|DAEU|DS?CG|"
    r"CAPE[ST]|CAPLP|CRPE|BPJEPS|DEJEPS|DEC|AEC|DEP|PGE|HDR|AESS)(?![\w.])|"
    r"brevet\s+(?:des\s+coll[eè]ges|professionnel|f[eé]d[eé]ral|d['’][eé]tudes\s+\w+)|"
    r"titre\s+(?:rncp|professionnel)|"
    r"mast[eè]re(?:\s+sp[eé]cialis[eé])?|dipl[oô]me\s+(?:d['’]ing[eé]nieure?|national\s+du\s+brevet|"
    r"universitaire|grande\s+[eé]cole)(?:\s+\(\w{2,4}\))?|"
    r"bac(?:calaur[eé]at)?\s+(?:litt[eé]raire|[eé]conomique|scientifique|st\w{1,3}|[sl]|es)\b|"
    r"certificat\s+(?:f[eé]d[eé]ral\s+de\s+capacit[eé]|universitaire|de\s+capacit[eé]|d['’][eé]tudes\s+"
    r"\w+)(?:\s+\(\w{2,4}\))?|th[eè]se\s+de\s+doctorat|(?:post-?)?doctorat\s+[eè]s\s+\w+|"
    r"(?:programme|cursus)\s+grande\s+[eé]cole|cycle\s+(?:d['’])?ing[eé]nieure?|cycle\s+pr[eé]paratoire|"
    r"classes?\s+pr[eé]pa(?:ratoires?)?(?:\s+aux\s+grandes\s+[eé]coles)?|pr[eé]pa(?=\s)|agr[eé]gation|"
    r"(?:[eé]l[eè]ve[\s-])?ing[eé]nieure?(?:\s+dipl[oô]m[eé]e?)?",
    "iberian": r"(?-i:ESO|FP|CFGM|CFGS|MBA|TCC|EJA|C?TeSP|EGB|BUP|COU)(?!\w)|"
    r"educaci[oó]n\s+(?:secundaria(?:\s+obligatoria)?|media(?:\s+superior)?|general\s+b[aá]sica)"
    r"(?:\s+\(\w{2,4}\))?|ense[nñ]anza\s+media|"
    r"graduado\s+escolar|graduado\s+en\s+eso|"
    r"p[oó]s[- ]?gradua[cç][aã]o(?:\s+(?:lato|stricto)\s+sensu)?|especializa[cç][aã]o|especializaci[oó]n|"
    r"especialidad|"
    r"ensino\s+(?:fundamental|m[eé]dio)(?:\s+(?:t[eé]cnico|integrado|regular))?(?:\s+(?:completo|"
    r"incompleto))?|"
    r"(?:ensino\s+)?superior\s+(?:completo|incompleto|cursando|em\s+andamento|de\s+tecnologia)|"
    r"superior(?=\s+em\s)|\d{1,2}\.?\s?[ºo°]\s+(?:ano|grau)|segundo\s+grau(?:\s+completo)?|"
    r"t[eé]cnico\s+auxiliar|pregrado|post[ií]tulo|doutoramento|p[oó]s-?doutor(?:ado|amento)|"
    r"contador(?:a)?\s+p[uú]blic[oa](?:\s+nacional)?|m[eé]dic[oa]\s+cirujan[oa]|magist[eé]rio|"
    r"profesorado|preparatoria|"
    r"secundari[oa](?:\s+complet[oa])?|ciclo\s+b[aá]sico|resid[eê]ncia\s+(?:m[eé]dica|multiprofissional)",
    "british": r"n\.?v\.?q\.?(?:\s+level\s+\d)?|svq|btec(?:\s+(?:level\s+\d|national|extended|diploma|"
    r"first))*|hnc|pgce|pgdip|pgcert|"
    r"(?:post[\s-]?)?graduate\s+(?:certificate|diploma|degree|program(?:me)?)(?:\s+in\s+education)?|"
    r"(?:advanced|higher|ordinary|national|professional)\s+(?:national\s+)?(?:diploma|certificate)|"
    r"city\s+(?:&|and)\s+guilds(?:\s+level\s+\d)?|"
    r"(?:leaving|junior)\s+cert(?:ificate)?|level\s+\d\s+(?:diploma|certificate|nvq|award)|"
    r"apprenticeship(?=\s+(?:in|as))|"
    r"matric(?:ulation)?(?!\w)|engineer(?:['’]?s)?\s+degree|licentiate|honou?rs(?=\s+in\s)|"
    r"(?:o|as)-levels?|international\s+baccalaureate|ib\s+diploma|abitur\s+equivalent|"
    r"juris\s+doctor|vocational\s+(?:degree|diploma|qualification|certificate|training)",
    "indian": r"class\s+(?:xi{0,2}|1[02](?:th)?)|1[02]th(?:\s+(?:grade|standard|std\.?|class))?|"
    r"(?:higher|senior)\s+secondary(?:\s+(?:school|education))?(?:\s+(?:leaving\s+)?certificate)?|"
    r"secondary\s+school\s+(?:leaving\s+)?(?:certificate|diploma|education)|"
    r"(?-i:SSC|HSC|SSLC|WASSCE|WAEC|SSCE|KCSE|MBBS|BDS|BHMS|BAMS|SPM|STPM)(?!\w)",
    "belgian": r"bachelier|(?-i:CESS|CFC|AFP|EFZ|EBA)(?!\w)|graduat(?=\s+en)|"
    r"maturit[eé](?:\s+(?:gymnasiale|professionnelle|f[eé]d[eé]rale|sp[eé]cialis[eé]e))?|"
    r"berufsmaturit[aä]t|(?:fach|berufs)matur(?:a)?|(?:gymnasiale\s+)?maturit[aä]t",
    "named": r"(?:berufs)?ausbildung\s+(?:zum|zur|als)\s+[\w-]+(?:/-?\w+)?|umschulung\s+(?:zum|"
    r"zur)\s+[\w-]+|"
    r"gepr[uü]fte[rn]?\s+\w+|"
    r"curso\s+(?:profissional(?:izante)?|t[eé]cnico)|"
    r"certificado\s+de\s+profesionalidad|ciclo\s+(?:superior|medio)(?:\s+(?-i:[A-Z]{2,5})(?!\w))?|"
    r"ingenier[oa]\s+civil(?=\s+en\s|\s*,|$)|doble\s+grado|cfg[sm](?=\s)|"
    r"ciclo\s+formativo(?:\s+de\s+grado)?\s+(?:superior|medio)|grado\s+(?:superior|medio)|"
    r"bac(?:calaur[eé]at)?\s+(?:pro(?:fessionnel)?|g[eé]n[eé]ral|technologique|scientifique)|"
    r"brevet\s+de\s+technicien(?:\s+sup[eé]rieur)?|"
    r"master\s+(?:[12]|i{1,2})(?:\s+(?:recherche|pro(?:fessionnel)?|meef))?(?!\w)|m[12](?=\s)|"
    r"master\s+(?:recherche|pro(?:fessionnel)?|meef)(?!\w)|licence\s+[123](?!\d)|l[123](?=\s)|"
    r"certificat\s+d['’]aptitude\s+professionnelle|"
    r"(?:executive|integrated|double|joint|joint\s+honours|professional|honou?rs)\s+(?:master|bachelor|"
    r"mba)(?:['’]?s)?(?:\s+degree)?",
    "doctor": r"ph\.?\s?d\.?|dphil|d\.?phil\.?|"
    r"doctor\s+of\s+(?:philosophy|medicine|education|science|pharmacy|engineering|law|laws|business\s+"
    r"administration|nursing\s+practice|physical\s+therapy|veterinary\s+medicine|dental\s+(?:surgery|"
    r"medicine)|psychology|musical\s+arts|theology|public\s+health)|doctoral\s+(?:degree|studies|thesis)|"
    r"doctor(?:ate|ado|a|['’]s\s+degree)?|docteure?|doutor(?:ado|a)?|(?:post-?)?doctorat|"
    r"promotion(?:\s+zum\s+dr\.[\w. -]*)?|dr\.?\s?(?:rer|ing|med|phil|iur|oec|jur)\.?[\w. ]*|"
    r"m\.?d\.?(?=$|[\s,(])|j\.?d\.?(?=$|[\s,(])|ed\.?d\.?|(?-i:D\.?Sc\.?|DBA|PharmD|DVM|DDS|PsyD|DPT|"
    r"DNP)(?!\w)",
    "master": r"master(?:s|['’]s)?(?:\s+(?:degree|of\s+(?:science|arts|engineering|business administration|"
    r"technology|education|laws|public health|fine arts|philosophy|public administration|social "
    r"work|architecture|computer applications|commerce|research)))?"
    r"|m\.?\s?sc\.?(?:\s*\(?hons\)?)?|m\.?\s?eng\.?|m\.?b\.?a\.?|m\.?tech\.?|m\.?phil\.?|m\.?ed\.?|"
    r"m\.?f\.?a\.?|ll\.?m\.?|m\.?res\.?|m\.?p\.?h\.?|m\.?s\.?(?=$|[\s,(])|m\.?a\.?(?=$|[\s,(])|mca\b|"
    r"(?-i:M(?:Phys|Chem|Math|Maths|Biol|Geol|Sci|Pharm|Arch|Des|Mus|Comp|Fin|Acc|Com|Psych|Plan)\.?|"
    r"M(?:SW|LIS|LS|PA|PP|PS|HA|IM|AT|Div|SN|St|Litt)|"
    r"M\.(?:Pharm|Arch|Des|Mus|Com|Plan|Litt|S\.W|Div)\.?|"
    r"MB\s?BCh|MBChB|M\.?B\.?B\.?S\.?|Sc\.?M\.?|Ed\.?M\.?|A\.M\.)(?!\w)(?:\s*\(?hons\)?)?"
    r"|m[aá]ster(?:\s+(?:universitario|oficial|profesional|propio|executive))?|mag[ií]ster|maestr[ií]a|"
    r"mestrado(?:\s+(?:integrado|profissional|acad[eê]mico))?|mestre|"
    r"diplom(?!\w)|diplom-?\w+|dipl\.?-?\s?(?:ing|inf|kfm|betriebsw|"
    r"math|phys|psych|kff|wirt\.?-?ing|biol|chem|geogr|geol|p[aä]d|soz|oec|jur|volksw|des)\w*\.?"
    r"(?:\s?\((?:fh|univ|ba|dh|hf)\.?\))?|"
    r"p[oó]s(?=$|[\s,:-])|posgrado|postgrado|especialista(?=\s+e[mn])",
    "bachelor": r"bachelor(?:s|['’]s)?(?:\s+(?:degree|of\s+(?:science|arts|engineering|business "
    r"administration|technology|education|laws|fine arts|commerce|architecture|computer "
    r"applications|applied science|nursing|music|design|business)))?(?:\s*\((?:hons|honours)\))?"
    r"|b\.?\s?sc\.?(?:\s*\(?hons\)?)?|b\.?\s?eng\.?|b\.?b\.?a\.?|b\.?tech\.?|b\.?ed\.?|b\.?f\.?a\.?|"
    r"ll\.?b\.?|b\.?com\.?|b\.?arch\.?|b\.?s\.?e?\.?(?=$|[\s,(])|b\.?a\.?(?:\s*\(?hons\)?)?(?=$|[\s,(])|"
    r"b\.?e\.?(?=\s|$|,)|bca\b|undergraduate(?:\s+(?:degree|studies))?|"
    r"(?-i:B(?:Des|Mus|Pharm|VSc|Acc|Ec|Comm|ASc|AppSc|DS|SN|SW|BM|MS|HM|Sci|Math|Nurs)|"
    r"B\.(?:Des|Mus|Pharm|Comm|A\.?Sc|S\.?N|S\.?W|Sci)\.?|BS(?:CS|EE|ME|CE|BA|Ed|IT)|A\.B\.|Sc\.B\.|"
    r"S\.B\.)(?!\w)(?:\s*\(?hons\)?)?"
    r"|licenciatura|licenciad[oa]|grado(?:\s+(?:universitario|superior|medio))?|"
    r"ingenier[ií]a(?:\s+t[eé]cnica)?(?:\s+superior)?|"
    r"ingenier[oa](?:\s+t[eé]cnic[oa])?(?:\s+superior)?|diplomatura|diplomad[oa]|"
    r"bachillerato(?:\s+(?:t[eé]cnico|acad[eé]mico|general))?|bachiller(?:\s+(?:t[eé]cnico|acad[eé]mico))?|"
    r"t[eé]cnico\s+(?:de\s+nivel\s+)?superior(?:\s+universitario)?|tecnicatura(?:\s+(?:superior|"
    r"universitaria))?|t[eé]cnico(?:\s+(?:medio|profesional|laboral|"
    r"universitario))?|tecn[oó]log[oa]|ciclo\s+formativo(?:\s+de\s+grado\s+(?:superior|medio))?|"
    r"fp\s+(?:superior|ii|dual)|formaci[oó]n\s+profesional(?:\s+(?:b[aá]sica|media|superior))?"
    r"|bacharelado|bacharel|gradua[cç][aã]o|graduad[oa]|tecn[oó]logo|curso\s+(?:superior|"
    r"t[eé]cnico)(?:\s+de\s+tecnologia)?|ensino\s+superior(?:\s+completo)?|engenharia|"
    r"licence(?:\s+pro(?:fessionnelle)?)?|t[eé]cnic[oa]\s+em|tecnologia(?=\s+em\s)"
    r"|dut|but(?=\s)|bts|deug|deust|dess|dea(?=\s)|baccalaur[eé]at|bac(?:\s?\+\s?\d)?(?=$|[\s,:-])|"
    r"cap(?=\s)|bep(?=\s)|ma[iî]trise|dipl[oô]me(?:\s+(?:national|d['’]\w+|de\s+\w+))?|cpge"
    r"|abitur|allgemeine\s+hochschulreife|fachabitur|mittlere\s+reife|"
    r"(?:berufs)?ausbildung\s+(?:zum|zur|als)|(?:staatlich\s+gepr[uü]fte[r]?)|"
    r"vordiplom|matura|lehre\s+(?:als|zum|zur)"
    r"|associate(?:['’]?s)?(?:\s+(?:degree|of\s+(?:science|arts|applied science)))?|"
    r"a\.?a\.?s?\.?(?=$|[\s,(])|high\s+school(?:\s+(?:diploma|degree|graduate))?|"
    r"secondary\s+(?:school|education)|"
    r"a-?levels?|gcses?|diploma(?:\s+(?:of|de\s+\w+))?|h\.?n\.?d\.?(?=\s)|"
    r"ged\b|minor(?=\s+in)|foundation\s+degree|certificate(?=\s+(?:in|of))|laurea(?:\s+\w+ale)?"
    r"|bootcamp(?:\s+de)?|[\w ]*\bbootcamp\b",
}  # fmt: skip
DEGREE = re.compile(r"(?<!\w)(?:" + "|".join(_NAMES.values()) + r")(?!\w)", re.I)

# Words for a course of study that award no degree by themselves; they count only among education, where
# nothing else names one: "Program in Analytics", "Graduanda em Direito", "Semestre en échange".
_COURSE_FIRST = (
    r"(?:online|short|evening|executive|certified|professional|continuing|intensive)?\s?"
    r"(?:program(?:me)?|courses?|certificate|certification|training|workshop|major|degree)"
    r"(?=\s+(?:in|of|for|on)\b|\s*[,:(–—-]|$)|"
    r"nano-?degree|micro-?masters|speciali[sz]ation(?=\s+in\b|$)|independent\s+stud(?:y|ies)|"
    r"self[- ](?:study|taught)|exchange(?:\s+(?:semester|student|program(?:me)?|year|studies))?|"
    r"(?:study|semester|year)\s+abroad|erasmus(?:\+)?(?:[\s-]+\w+)?|(?:visiting|doctoral|graduate|"
    r"undergraduate|exchange)?\s?student(?=\s+(?:of|in)\b)|(?:doctoral|phd|master['’]?s?)\s+(?:candidate|"
    r"student)|studie[ds](?=\s+(?:of|in)\b)|summer\s+school|"
    r"(?:(?:duales|berufsbegleitendes|strukturiertes)\s+)?[\w-]*(?<!ge)studium|[\w-]*studiengang|"
    r"studierende[r]?|student(?:in)?(?=\s+der\b)|doktorand(?:in)?|"
    r"(?:auslands|austausch|gast)(?:semester|jahr|studium)|(?:berufs)?(?:ausbildung|lehre)|"
    r"(?:berufliche\s+)?(?:weiterbildung|fortbildung|umschulung|schulung)(?:\s+(?:zum|zur|als)\s+[\w-]+"
    r"(?:\s\(ihk\))?)?|zertifikat(?:skurs|slehrgang)?|[\w-]*lehrgang|kurs(?=\s)|"
    r"certificat(?:ion)?|attestation|programme|cours|formation|[eé]tudiante?(?=\s)|[eé]l[eè]ve(?=\s+en)|"
    r"doctorante?|[eé]tudes(?:\s+(?:sup[eé]rieures|universitaires|secondaires))?(?=\s+(?:de|en|d['’]))|"
    r"(?:semestre|ann[eé]e|s[eé]jour)\s+(?:d['’]|en\s+|[aà]\s+l['’])(?:[eé]changes?|[eé]tranger|[eé]tudes|"
    r"erasmus)|[eé]change\s+(?:universitaire|acad[eé]mique|erasmus)|stage\s+linguistique|"
    r"programa(?:\s+(?:ejecutivo|executivo|superior|avanzado|profesional))?|curso(?:\s+(?:superior|"
    r"livre|online|intensivo))?|carrera(?:\s+t[eé]cnica)?(?=\s+(?:de|en)\b)|certificad[oa]|certificaci[oó]n|"
    r"certifica[cç][aã]o|t[ií]tulo(?:\s+(?:propio|universitario))?|estudiante(?=\s+(?:de|en)\b)|"
    r"estudios(?:\s+(?:superiores|universitarios|secundarios))?(?=\s+(?:de|en)\b)|egresad[oa]|"
    r"doctorand[oa]|maestrand[oa]|intercambio(?:\s+\w+)?|posgraduad[oa]|postgraduad[oa]|"
    r"graduand[oa]|bacharel?and[oa]|licenciand[oa]|mestrand[oa]|doutorand[oa]|p[oó]s-?graduand[oa]|"
    r"alun[oa](?=\s+d[eoa]\b)|estudante(?=\s+(?:de|do|em)\b)|acad[eê]mic[oa](?=\s+de\b)|"
    r"cursando(?:\s+(?:o\s+)?\d{1,2}\s?[ºo°]\s+(?:per[ií]odo|semestre|ano))?|estudos(?=\s+(?:de|em)\b)|"
    r"gradua[cç][aã]o\s+sandu[ií]che|extens[aã]o(?:\s+universit[aá]ria)?(?=\s+em)|aperfei[cç]oamento|"
    r"interc[aâ]mbio(?:\s+\w+)?|aprendizagem\s+industrial|resid[eê]ncia(?=\s+em\s)|"
    r"forma[cç][aã]o(?=\s+(?:em|de)\b)|formaci[oó]n(?=\s+(?:en|de)\b)"
)
_COURSE_LAST = (
    r"[^,;:|]*\b(?:course(?:s|\s+credits?)?|program(?:me)?|certificat(?:e|ion)|diploma|degree|honours\s+dec|"
    r"(?-i:DEC|AEC)|nano-?degree|training|exchange|studies\s+abroad|studium|studiengang|lehrgang|kurs|"
    r"apprenticeship(?:\s+courses?)?|certificado|certificat|(?:school|course)\s+leaver)"
)
COURSE = re.compile(rf"(?:{_COURSE_FIRST})(?!\w)|{_COURSE_LAST}(?=$|\s+(?:in|of|en)\s|\s*[,(:–—])", re.I)

# "Informatikerin EFZ", "Dipl. Techniker HF": the trade before these is part of the degree.
_TRADE_SUFFIX = re.compile(
    r"^[\w./* -]{3,50}?\s(?:\(?(?:EFZ|EBA|CFC|AFP|HF|NDS|IHK|HWK|VWA|SGD|eidg\.\s?FA)\)?)(?!\w)"
)
# "Honours", "First Class" and their like in brackets, or the degree's own letters: no field.
_STATUS = (
    r"in?complet[oae]s?|conclu[ií]d[oa]|cursando|em\s+(?:curso|andamento)|en\s+(?:curso|cours)|trancad[oa]|"
    r"interrompid[oa]|unfinished|incomplete|in\s+progress|ongoing|expected|current|abgebrochen|laufend|"
    r"sin\s+(?:finalizar|terminar|concluir)|(?:no\s+)?finalizad[oa]|terminad[oa]|titulad[oa]|trunc[oa]|"
    r"ohne\s+abschluss|mit\s+auszeichnung|with\s+distinction|abgeschlossen|inachev[eé]e?|"
    r"non\s+valid[eé]e?|obtenue?|hons\.?|honou?rs|with\s+honou?rs|dual|cum\s+laude"
)
STATUS = re.compile(rf"\s*\((?:{_STATUS})\)|\s+[-–—]\s+(?:{_STATUS})$", re.I)
_SHORT_FORM = re.compile(r"^\s*\([^()]{1,14}\)(?=\s*\S)|^\s*\((?:[A-ZÀ-Þ][\w.]{0,6}\.?\s?){1,3}\)\s*$")
_AND = re.compile(r"\s*(?:[&+/]|(?<=\s)(?:and|y|e|et|und)(?=\s))\s*")
_BEFORE_LABEL = re.compile(
    r"(?:,\s*|^)(?:angestrebter\s)?(?:abschluss|degree|t[ií]tulo|dipl[oô]me|grau)\s*$", re.I
)
_MORE = re.compile(
    r",\s(?:(?:with\s(?:a\s)?)?(?:speciali[sz]ation|major|minor|focus|concentration)|sp[eé]cialit[eé]|"
    r"option|mention|"
    r"parcours|(?:mit\s)?schwerpunkt|vertiefung|con\smenci[oó]n|menci[oó]n|abschluss|graduat\w+|"
    r"th[eè]me|[eé]quipe)\b.*$",
    re.I,
)
_PART_OF_DEGREE = re.compile(r"(?:the|double|dual|joint|dipl|combined|executive)\b", re.I)
_HONOURS = re.compile(
    r"\s+(?:with|mit|avec|con|com)\s+(?:\w+\s)?(?:distinction|honou?rs|auszeichnung|distinci[oó]n)|", re.I
)
_NO_FIELD_BEFORE = re.compile(
    r"(?:the|double|dual|joint|single|honou?rs|hons\.?|dipl\.?|\d\W?years?|full[- ]time|part[- ]time|"
    r"postgraduate|"
    r"angestrebter|abschluss|cursando|in\w*|my|an?|ein|une?|\w+\s+(?:grade|stelle)|strukturiertes|"
    r"berufsbegleitendes|duales)"
    r"(?:\s\w+)?",
    re.I,
)
_AGAIN = re.compile(r"^\s*(?:[-–—:,/&+]|and|&)\s*(?=\S)")
# "Master of Management in Tourism", "Bachelor of Nursing": what is mastered is part of the name.
_OF = re.compile(
    r"^\s+of\s+((?:[A-ZÀ-Þ][\w-]+|and|&|in(?=\s[A-Z][\w-]+\s(?:and|&)\s))(?:\s+(?:[A-ZÀ-Þ][\w-]+|and|"
    r"&)){0,5}?)"
    r"(?=\s+in\s|\s*[,(:;–—]|\s+-\s|\s*$)"
)
_WIDE = re.compile(
    r"^(?:(?:applied|health|social|natural|exact)\s+)?(?:sciences?|arts|engineering|technology|"
    r"philosophy|laws?|commerce|education|"
    r"business\s+administration|fine\s+arts|letters|research|studies)$",
    re.I,
)
# A word that is a degree and a field at once; beside the name of a level it is the field.
DISCIPLINE = re.compile(
    r"(?:ingenier[ií]a|engenharia|ing[eé]nierie|licenciatura\s+en\s+ingenier[ií]a)\b", re.I
)
_LEVEL = re.compile(
    r"(?:pregrado|grado|postgrado|posgrado|gradua[cç][aã]o|p[oó]s-?gradua[cç][aã]o|"
    r"bachelor(?:['’]?s)?(?:\s+degree)?|"
    r"master(?:['’]?s)?(?:\s+degree)?|m[aá]ster|licenciatura|bacharelado|undergraduate(?:\s+degree)?|"
    r"tecn[oó]logo|superior|universitari[oa]|ingenier[oa]|bachiller|maestr[ií]a|mestrado|diploma|t[ií]tulo)$",
    re.I,
)
_LINK = re.compile(
    r"^\W*(?:(?:with\s+(?:a\s+)?)?(?:major|speciali[sz]ation|concentration|focus|emphasis|"
    r"honou?rs)(?:\s+(?:in|on))?|"
    r"degree(?:\s+(?:in|of))?|(?:no|do|en\s+el|en\s+la|du)\s+(?:curso|carrera|"
    r"programa)(?:\s+superior)?\s+d[eo]|"
    r"(?:im|in\s+dem)\s+(?:studiengang|studienfach|fach|fachbereich|bereich)|in\s+der\s+fachrichtung|"
    r"fachrichtung|fachbereich|studiengang|studienfach|vertiefung(?:srichtung)?|schwerpunkt|"
    r"mit\s+(?:dem\s+)?(?:schwerpunkt|fachrichtung|vertiefung)|richtung|typ|"
    r"con\s+(?:menci[oó]n|[eé]nfasis|especialidad|orientaci[oó]n)\s+en|"
    r"com\s+(?:[eê]nfase|habilita[cç][aã]o)\s+em|menci[oó]n|mention|(?:avec\s+)?sp[eé]ciali(?:t[eé]|"
    r"sation)|option|"
    r"parcours|fili[eè]re|domaine|section|"
    r"in|of|en|em|(?:de|en)\s+(?:la|el|los|las)|de|del|du|des|d['’]|da|do|dos|das|der|des|für|zum|zur|als|"
    r"(?:de\s+)?l['’])\s*[:]?(?:\s+|(?<=['’])|(?<=:))|^\W+",
    re.I,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DegreeCut:
    """A text cut into the degree that it names and the field beside it ("" where none is)."""

    degree: str
    field: str
    course: bool = False  # no degree proper, but a course of study


def cut_degree(text: str) -> DegreeCut | None:
    """The degree and the field that a piece of text names; None if it names no degree."""
    match = DEGREE.search(text)
    if match is None:
        return None
    if is_bootcamp(match[0]):
        return DegreeCut(text, "")
    end = match.end()
    while (more := _AND.match(text, end)) and (other := DEGREE.match(text, more.end())):
        end = other.end()  # "BS & MS", "Licenciatura e Mestrado"
    if trade := _TRADE_SUFFIX.match(text):
        return DegreeCut(trade[0].strip(), _field(text[trade.end() :]))
    if honours := _HONOURS.match(text, end):
        end = honours.end()
    degree = text[match.start() : end]
    before, after = text[: match.start()].strip(" ,;:-–—("), text[end:]
    if named := _OF.match(after):
        degree = text[match.start() : end + named.end()]
        after = after[named.end() :]
        wide = _WIDE.match(named[1]) is not None
        return DegreeCut(degree, _field(after) or ("" if wide else named[1]))
    field = _field(after, before=before)
    if _PART_OF_DEGREE.match(before) and len(before.split()) < 3:
        return DegreeCut(text[:end], field)
    if not field and before:
        stated = _BEFORE_LABEL.sub("", before).strip(" ,;:-–—(")
        field = "" if _NO_FIELD_BEFORE.fullmatch(stated) else without_course(stated)
    elif field and DISCIPLINE.match(degree) and (whole := text[match.start() :].strip(" ,;:-–—.")):
        # "Ingeniería Química" is the name of the degree and of the field.
        return DegreeCut(STATUS.sub("", whole), STATUS.sub("", whole))
    elif (parted := _parted_discipline(field)) is not None:
        degree, field = f"{degree}{after[: after.find(parted[0])]}{parted[0]}", parted[1]
    return DegreeCut(degree.strip(" ,-"), field)


def cut_course(text: str) -> DegreeCut | None:
    """The course of study and its field where no degree is named ("Program in Analytics")."""
    match = COURSE.match(text)
    if match is None:
        return None
    return DegreeCut(match[0].strip(" ,-"), _field(text[match.end() :]), course=True)


def is_level(text: str) -> bool:
    """True for "Pregrado", "Bachelor" and other names of a level alone."""
    return _LEVEL.match(text.strip()) is not None


def is_bare_degree(text: str) -> bool:
    """True if the text names a degree and nothing else."""
    return DEGREE.fullmatch(text.strip(" .")) is not None or DEGREE.fullmatch(text) is not None


def without_link(text: str) -> str:
    """ "spécialité Acoustique", "Fachrichtung Maschinentechnik" without the word that leads to the field."""
    return _LINK.sub("", text, count=1) or text


def without_course(text: str) -> str:
    """The field in "Studium der Informatik" or "Masterstudiengang Chemie"; the text itself without one."""
    match = COURSE.match(text)
    rest = _LINK.sub("", text[match.end() :]).strip(" ,;:-–—()") if match else ""
    return rest or text


def is_bootcamp(text: str) -> bool:
    """True for the name of a bootcamp, which is degree and field in one."""
    return "bootcamp" in text.casefold()


def _field(after: str, *, before: str = "") -> str:
    """The field in what stands behind a degree: without links, brackets and a degree said again."""
    after = re.sub(r"^\s*(?:candidate|student|graduate|holder)\b", "", after.strip(" ;"))
    after = STATUS.sub("", after)
    after = _SHORT_FORM.sub("", after) if not (before and not after.strip("()")) else after
    inner = re.match(r"^[\s:,]*\(([^()]{2,60})\)$", after)
    if inner:
        after = "" if STATUS.fullmatch(f" ({inner[1]})") else inner[1]
    field = _LINK.sub("", after).strip(" ,;:-–—")
    field = _MORE.sub("", re.sub(r"^\(([^()]*)\)\s*", "", field))
    if inner and DEGREE.match(field):
        return ""
    if (second := DEGREE.match(field)) and (_AGAIN.match(after) or after[:1] == "("):
        # "Master of Science, M.Sc." or "Master: Magíster en ...": the second degree repeats the first.
        field = _LINK.sub("", field[second.end() :]).strip(" ,;:-–—")
    if (bracket := re.search(r"\s*\(([^()]+)\)$", field)) and DEGREE.fullmatch(bracket[1]):
        field = field[: bracket.start()]
    return without_course(_LINK.sub("", field, count=1) if field[:1] in ":-–" else field)


def _parted_discipline(field: str) -> tuple[str, str] | None:
    """ "Sistemas Ingeniería de Sistemas" cut before the discipline that repeats it."""
    match = re.search(r"(?<=\w)\s+(?=(?:Ingenier[ií]a|Engenharia)\s)", field)
    if match is None or re.search(r"\b(?:de|en|em|la|y|e|da)$", field[: match.start()]):
        return None
    return field[: match.start()], field[match.end() :]
