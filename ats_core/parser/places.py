"""Places: which texts name a town, a region or a country, and the country a place lies in."""

from __future__ import annotations

import re
from functools import lru_cache

from ats_core.language import fold
from ats_core.parser.vocabulary import company_score, school_score, title_score
from ats_core.parser.wordlist import phrases_of, words_of

# Region code of each country, with its names in the five languages.
_COUNTRIES: dict[str, str] = {
    "US": """usa; us; u s a; united states; united states of america; estados unidos; eeuu; ee uu; etats unis;
        vereinigte staaten; eua""",
    "GB": """uk; united kingdom; great britain; england; scotland; wales; northern ireland; reino unido;
    inglaterra;
        royaume uni; angleterre; ecosse; vereinigtes konigreich; grossbritannien; schottland""",
    "IE": "ireland; irlanda; irlande; irland",
    "CA": "canada; kanada",
    "AU": "australia; australie; australien",
    "NZ": "new zealand; nueva zelanda; nova zelandia; nouvelle zelande; neuseeland",
    "IN": "india; inde; indien",
    "SG": "singapore; singapur; singapura; singapour",
    "CN": "china; chine; prc",
    "HK": "hong kong",
    "TW": "taiwan",
    "JP": "japan; japon; japao",
    "KR": "south korea; korea; corea del sur; coreia do sul; coree du sud; sudkorea",
    "PH": "philippines; filipinas; philippinen",
    "ID": "indonesia; indonesie; indonesien",
    "MY": "malaysia; malasia; malaisie",
    "TH": "thailand; tailandia; thailande",
    "VN": "vietnam",
    "PK": "pakistan",
    "BD": "bangladesh",
    "LK": "sri lanka",
    "NP": "nepal",
    "AE": """uae; united arab emirates; emiratos arabes unidos; emirats arabes unis; emirados arabes unidos;
        vereinigte arabische emirate""",
    "SA": "saudi arabia; arabia saudita; arabie saoudite; saudi arabien",
    "QA": "qatar",
    "IL": "israel",
    "LB": "lebanon; liban; libano",
    "TR": "turkey; turkiye; turquia; turquie; turkei",
    "EG": "egypt; egipto; egito; egypte; agypten",
    "MA": "morocco; marruecos; maroc; marrocos; marokko",
    "TN": "tunisia; tunisie; tunez; tunesien",
    "DZ": "algeria; algerie; argelia; algerien",
    "NG": "nigeria",
    "KE": "kenya",
    "GH": "ghana",
    "ZA": "south africa; sudafrica; afrique du sud; africa do sul; sudafrika",
    "SN": "senegal",
    "CI": "cote d ivoire; ivory coast",
    "CM": "cameroon; cameroun",
    "AO": "angola",
    "MZ": "mozambique; mocambique",
    "ES": "spain; espana; espagne; espanha; spanien",
    "PT": "portugal",
    "FR": "france; francia; franca; frankreich",
    "DE": "germany; alemania; allemagne; alemanha; deutschland",
    "AT": "austria; autriche; osterreich",
    "CH": "switzerland; suiza; suisse; suica; schweiz",
    "BE": "belgium; belgica; belgique; belgien",
    "NL": "netherlands; the netherlands; paises bajos; pays bas; holanda; niederlande; holland",
    "LU": "luxembourg; luxemburgo; luxemburg",
    "IT": "italy; italia; italie; italien",
    "GR": "greece; grecia; grece; griechenland",
    "SE": "sweden; suecia; suede; schweden",
    "NO": "norway; noruega; norvege; norwegen",
    "DK": "denmark; dinamarca; danemark; danmark",
    "FI": "finland; finlandia; finlande; finnland",
    "IS": "iceland; islandia; islande; island",
    "PL": "poland; polonia; pologne; polen; polska",
    "CZ": "czech republic; czechia; republica checa; republique tcheque; tschechien",
    "SK": "slovakia; eslovaquia; slowakei",
    "HU": "hungary; hungria; hongrie; ungarn",
    "RO": "romania; rumania; roumanie; rumanien",
    "BG": "bulgaria; bulgarie; bulgarien",
    "HR": "croatia; croacia; croatie; kroatien",
    "RS": "serbia; serbie; serbien",
    "SI": "slovenia; eslovenia; slovenie; slowenien",
    "UA": "ukraine; ucrania",
    "RU": "russia; rusia; russie; russland",
    "EE": "estonia; estonie; estland",
    "LV": "latvia; letonia; lettland",
    "LT": "lithuania; lituania; litauen",
    "MT": "malta",
    "CY": "cyprus; chipre; chypre; zypern",
    "MX": "mexico; mexique; mexiko",
    "AR": "argentina; argentine; argentinien",
    "CO": "colombia; colombie; kolumbien",
    "CL": "chile; chili",
    "PE": "peru; perou",
    "VE": "venezuela",
    "EC": "ecuador; equateur",
    "BO": "bolivia; bolivie",
    "PY": "paraguay",
    "UY": "uruguay; uruguai",
    "CR": "costa rica",
    "PA": "panama",
    "GT": "guatemala",
    "SV": "el salvador",
    "HN": "honduras",
    "NI": "nicaragua",
    "DO": "dominican republic; republica dominicana; republique dominicaine",
    "CU": "cuba",
    "PR": "puerto rico",
    "BR": "brazil; brasil; bresil; brasilien",
}  # fmt: skip
_REGIONS: dict[str, str] = {
    "US": """alabama; alaska; arizona; arkansas; california; colorado; connecticut; delaware; florida;
    hawaii; idaho;
        illinois; indiana; iowa; kansas; kentucky; louisiana; maine; maryland; massachusetts; michigan;
        minnesota; mississippi; missouri; montana; nebraska; nevada; new hampshire; new jersey; new
        mexico; new york; north carolina; north dakota; ohio; oklahoma; oregon; pennsylvania; rhode
        island; south carolina; south dakota; tennessee; texas; utah; vermont; virginia; washington;
        west virginia; wisconsin; wyoming; washington dc; bay area""",
    "CA": """ontario; quebec; british columbia; alberta; manitoba; saskatchewan; nova scotia; new "
    "brunswick""",
    "ES": """andalucia; cataluna; catalunya; comunidad de madrid; pais vasco; galicia; aragon; asturias;
    cantabria;
        murcia; navarra; extremadura; la rioja; islas canarias; canarias; baleares; castilla y leon;
        comunidad valenciana""",
    "DE": """bayern; bavaria; hessen; sachsen; niedersachsen; nordrhein westfalen; nrw; brandenburg;
    thuringen;
        saarland; baden wurttemberg; rheinland pfalz; schleswig holstein""",
    "FR": """ile de france; bretagne; normandie; occitanie; provence; alsace; nouvelle aquitaine; auvergne
    rhone
        alpes; hauts de france; grand est; paca; rhone alpes; aquitaine; pays de la loire; bourgogne""",
    "BR": """minas gerais; santa catarina; parana; bahia; ceara; pernambuco; goias; rio grande do sul;
    espirito
        santo; mato grosso; distrito federal""",
    "MX": """jalisco; nuevo leon; cdmx; estado de mexico; edomex; yucatan; queretaro; guanajuato; puebla;
    sinaloa;
        sonora; chihuahua; baja california""",
    "AR": "buenos aires; cordoba; santa fe; mendoza; caba; tucuman",
    "CO": "cundinamarca; antioquia; valle del cauca; atlantico",
    "GB": """greater london; surrey; kent; essex; lancashire; yorkshire; merseyside; west midlands;
    hertfordshire;
        berkshire; middlesex; greater manchester""",
    "IN": """maharashtra; karnataka; tamil nadu; telangana; kerala; gujarat; uttar pradesh; haryana; west
    bengal;
        rajasthan; punjab; andhra pradesh""",
    "PE": "lima metropolitana",
    "CL": "region metropolitana",
    "AU": "new south wales; victoria; queensland; nsw",
}  # fmt: skip
_TOWNS: dict[str, str] = {
    "US": """new york city; nyc; brooklyn; los angeles; san francisco; chicago; houston; boston; seattle;
    austin;
        denver; miami; atlanta; dallas; philadelphia; phoenix; san diego; san jose; portland; detroit;
        minneapolis; nashville; charlotte; las vegas; salt lake city; palo alto; mountain view;
        cupertino; santa clara; sunnyvale; redmond; cambridge; oakland; berkeley; boulder; pittsburgh;
        cleveland; columbus; baltimore; orlando; tampa; raleigh; durham; san antonio; sacramento; menlo
        park; arlington; st louis; kansas city; indianapolis; milwaukee; cincinnati; princeton; ann
        arbor; irvine; honolulu; jersey city; newark; buffalo; tulsa; omaha; richmond; fort worth; santa
        monica""",
    "GB": """london; manchester; birmingham; edinburgh; glasgow; leeds; bristol; liverpool; oxford; sheffield;
        cardiff; belfast; nottingham; brighton; reading; newcastle; leicester; southampton; coventry;
        york; aberdeen; londres; bath; exeter; norwich; milton keynes; dundee""",
    "IE": "dublin; cork; galway; limerick",
    "CA": """toronto; vancouver; montreal; ottawa; calgary; edmonton; waterloo; winnipeg; quebec city;
    halifax;
        mississauga""",
    "AU": "sydney; melbourne; brisbane; perth; adelaide; canberra",
    "NZ": "auckland; wellington",
    "SG": "",
    "IN": """bangalore; bengaluru; mumbai; delhi; new delhi; hyderabad; chennai; pune; kolkata; gurgaon;
    gurugram;
        noida; ahmedabad; jaipur; kochi; lucknow; indore""",
    "ES": """madrid; barcelona; valencia; sevilla; bilbao; malaga; zaragoza; murcia; palma; las palmas;
    alicante;
        granada; salamanca; valladolid; vigo; gijon; oviedo; santander; pamplona; san sebastian;
        donostia; tenerife; santa cruz de tenerife; la laguna; a coruna; la coruna; santiago de
        compostela; cadiz; almeria; burgos; leon; toledo; girona; tarragona; lleida; castellon; logrono;
        badajoz; huelva; jaen; elche; getafe; alcala de henares; mostoles; sabadell; terrassa;
        hospitalet; vitoria; palma de mallorca""",
    "PT": """lisboa; lisbon; lisbonne; lissabon; porto; oporto; braga; coimbra; aveiro; faro; setubal; evora;
        funchal; leiria; guimaraes; cascais; sintra; almada; viseu; matosinhos; vila nova de gaia;
        oeiras""",
    "FR": """paris; lyon; marseille; toulouse; nice; nantes; strasbourg; montpellier; bordeaux; lille;
    rennes; reims;
        grenoble; dijon; angers; nancy; brest; tours; clermont ferrand; le havre; rouen; metz; orleans;
        caen; limoges; amiens; villeurbanne; boulogne billancourt; la defense; sophia antipolis;
        versailles; saint etienne; toulon; annecy; perpignan; besancon; nimes; aix en provence;
        poitiers; la rochelle; levallois perret; courbevoie; nanterre; puteaux; issy les moulineaux;
        saint denis; montreuil; creteil; valenciennes; lorient; vannes; pau; avignon; mulhouse; colmar""",
    "DE": """berlin; hamburg; munchen; munich; koln; cologne; frankfurt; frankfurt am main; stuttgart;
    dusseldorf;
        leipzig; dortmund; essen; bremen; dresden; hannover; nurnberg; duisburg; bochum; wuppertal;
        bielefeld; bonn; munster; karlsruhe; mannheim; augsburg; wiesbaden; aachen; kiel; lubeck;
        freiburg; mainz; erfurt; rostock; kassel; potsdam; heidelberg; darmstadt; regensburg;
        ingolstadt; wurzburg; ulm; jena; luneburg; oldenburg; tubingen; gottingen; magdeburg; halle;
        chemnitz; saarbrucken; koblenz; trier; passau; bamberg; konstanz; paderborn; osnabruck;
        braunschweig; wolfsburg; walldorf; erlangen; furth; heilbronn; siegen; hildesheim; garching;
        ludwigsburg; reutlingen; bayreuth; leverkusen; krefeld; siegburg""",
    "AT": "wien; vienna; graz; linz; salzburg; innsbruck; klagenfurt",
    "CH": """zurich; geneve; geneva; genf; basel; bern; lausanne; luzern; lugano; winterthur; st gallen; zug;
        neuchatel; fribourg""",
    "BE": "bruxelles; brussels; brussel; antwerp; gent; liege; leuven; namur; charleroi",
    "NL": "amsterdam; rotterdam; utrecht; the hague; den haag; eindhoven; delft; groningen; leiden",
    "IT": "rome; roma; milan; milano; turin; torino; florence; firenze; bologna; naples; napoli; venice",
    "GR": "athens",
    "SE": "stockholm; gothenburg; malmo; uppsala",
    "NO": "oslo; bergen; trondheim",
    "DK": "copenhagen; aarhus",
    "FI": "helsinki; espoo",
    "PL": "warsaw; krakow; wroclaw; gdansk; poznan",
    "CZ": "prague; praha; brno",
    "HU": "budapest",
    "RO": "bucharest; cluj; cluj napoca; iasi",
    "BG": "sofia",
    "RS": "belgrade",
    "HR": "zagreb",
    "UA": "kyiv; kiev; lviv; kharkiv",
    "RU": "moscow; saint petersburg; st petersburg",
    "TR": "istanbul; ankara; izmir",
    "IL": "tel aviv; haifa; jerusalem",
    "AE": "dubai; abu dhabi",
    "EG": "cairo",
    "MA": "casablanca; rabat; marrakech; tanger; fes",
    "TN": "tunis",
    "DZ": "alger",
    "SN": "dakar",
    "CI": "abidjan",
    "NG": "lagos; abuja",
    "KE": "nairobi",
    "ZA": "cape town; johannesburg",
    "CN": "beijing; shanghai; shenzhen; guangzhou; hangzhou",
    "JP": "tokyo; osaka; kyoto",
    "KR": "seoul",
    "TW": "taipei",
    "PH": "manila",
    "ID": "jakarta",
    "TH": "bangkok",
    "MY": "kuala lumpur",
    "VN": "hanoi; ho chi minh city",
    "PK": "karachi; lahore; islamabad",
    "BD": "dhaka",
    "MX": """ciudad de mexico; mexico city; guadalajara; monterrey; zapopan; tijuana; merida; cancun;
    toluca; san
        luis potosi; hermosillo; culiacan; aguascalientes; morelia; veracruz; saltillo""",
    "AR": """rosario; la plata; mar del plata; bahia blanca; san miguel de tucuman; capital federal; "
    "neuquen; salta""",
    "CO": "bogota; medellin; cali; barranquilla; cartagena; bucaramanga; pereira; manizales",
    "CL": """santiago; santiago de chile; valparaiso; vina del mar; concepcion; la serena; "
    "antofagasta; temuco""",
    "PE": "lima; arequipa; trujillo; cusco; piura; chiclayo",
    "VE": "caracas; maracaibo; valencia venezuela",
    "EC": "quito; guayaquil; cuenca",
    "BO": "la paz; cochabamba; santa cruz de la sierra",
    "UY": "montevideo",
    "PY": "asuncion",
    "CR": "san jose costa rica; heredia",
    "PA": "ciudad de panama",
    "GT": "ciudad de guatemala",
    "DO": "santo domingo",
    "CU": "la habana",
    "PR": "san juan",
    "BR": """sao paulo; rio de janeiro; belo horizonte; brasilia; curitiba; porto alegre; salvador; recife;
        fortaleza; florianopolis; campinas; blumenau; joinville; goiania; manaus; belem; vitoria; natal;
        joao pessoa; sao jose dos campos; ribeirao preto; santos; niteroi; uberlandia; juiz de fora;
        londrina; maringa; sorocaba; osasco; guarulhos; santo andre; sao bernardo do campo; cuiaba;
        campo grande; maceio; aracaju; teresina; sao luis; caxias do sul; novo hamburgo; sao carlos;
        jundiai; barueri; piracicaba; bauru; contagem; itajai; chapeco; pelotas""",
}  # fmt: skip
_US_CODES = words_of(
    """AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND
    OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC"""
)
_BR_CODES = words_of("""AC AL AP AM BA CE DF ES GO MA MT MS MG PA PB PR PE PI RJ RN RS RO RR SC SP SE TO""")
_CODES = (
    _US_CODES
    | _BR_CODES
    | words_of("""ON QC BC AB MB NSW VIC QLD UK USA UAE FR DE ES PT BR MX AR CH AT BE NL IE IT""")
)


def _table(groups: dict[str, str]) -> dict[str, str]:
    return {
        " ".join(name.split()): code
        for code, names in groups.items()
        for name in names.split(";")
        if name.strip()
    }


_COUNTRY_OF = _table(_COUNTRIES)
_REGION_OF = _table(_REGIONS)
_TOWN_OF = _table(_TOWNS)
_REMOTE = phrases_of(
    """remote; remoto; remota; teletrabajo; home office; hybrid; hibrido; teletravail; a distance; a
    distancia; homeoffice; on site; onsite; presencial; worldwide; hybride; remote work; trabajo
    remoto; trabalho remoto; fully remote; anywhere; 100 remoto; 100 remote; full remote; en remoto"""
)
_POSTCODE = re.compile(
    r"^(?:[A-Z]{1,2}-)?\d{4,5}(?:-\d{3,4})?\s+[A-ZÀ-Þ][\w'’. -]+$|^[A-ZÀ-Þ][\w'’. -]+\s+\d{4,5}$"
)
_CITY_CODE = re.compile(
    r"^([A-ZÀ-Þ][\w'’.]*(?:[ -](?:[A-ZÀ-Þ][\w'’.]*|d[aeo]s?|del|la|le|sur|am|en|y))*)\s*(?:,|/|-|"
    r"–)\s*([A-Z]{2,3})(?:\s+\d{4,5})?\.?$"
)
_PAIR = re.compile(r"^[\w'’.() -]{2,40}$")


@lru_cache(maxsize=4096)
def place_score(text: str) -> float:
    """How sure it is that `text` is the name of a place, 0-1."""
    bare = text.strip(" ,.;|()[]-–—\t")
    if not 2 <= len(bare) <= 70 or "@" in bare or "http" in bare:
        return 0.0
    folded = fold(bare)
    if folded in _TOWN_OF or folded in _REMOTE or folded in _REGION_OF:
        return 0.9
    if folded in _COUNTRY_OF:
        return 0.62  # true, yet it tells less than a town does
    bare = re.sub(r"\s*\(([^()]*)\)", lambda m: ", " + m[1], bare)
    if match := _CITY_CODE.match(bare):
        return 0.95 if match[2] in _CODES else 0.4
    parts = [part.strip() for part in re.split(r"[,/·•]| - | – ", bare) if part.strip()]
    if 2 <= len(parts) <= 4 and all(_PAIR.match(part) for part in parts) and not _names_more(parts[0]):
        return _parts_score(parts)
    if _POSTCODE.match(bare):
        return 0.6
    return 0.0


def _parts_score(parts: list[str]) -> float:
    """The score of "Town, Region, Country": an unknown town counts where a region or a country follows it."""
    if not _known(parts[-1]):
        return 0.6 if _known(parts[0]) else 0.0
    if _known(parts[0]):
        return 0.95
    second = fold(parts[1])
    # In "Acme, New York, NY" the second part is a town, whatever else bears its name.
    second_is_wide = second not in _TOWN_OF and not (second in _REGION_OF and parts[-1].strip() in _CODES)
    return 0.7 if second_is_wide and _known(parts[1]) and len(parts[0].split()) <= 3 else 0.0


def _names_more(part: str) -> bool:
    """True if the part names a school, an employer or an occupation that merely stands before its town."""
    return school_score(part) == 1 or company_score(part) > 0 or title_score(part) > 0


def _known(part: str) -> bool:
    folded = fold(re.sub(r"\b\d{4,8}(?:-\d{3,4})?\b", "", part))
    return (
        folded in _COUNTRY_OF
        or folded in _REGION_OF
        or folded in _TOWN_OF
        or folded in _REMOTE
        or part.strip() in _CODES
    )


def is_remote(text: str) -> bool:
    """True for "Remote" and its like."""
    return fold(text) in _REMOTE


def cut_place(text: str) -> tuple[str, str | None]:
    """The text without a place at its end (after a comma, dash or bracket), and that place."""
    if match := re.search(r"\s*\(([^()]{2,40})\)\s*$", text):
        inside = match[1]
        if place_score(inside) >= 0.6:
            rest, place = cut_place(text[: match.start()])
            return rest, f"{place} ({inside})" if place else inside
    parts = re.split(r"(\s*,\s+|\s+[-–—|·•]\s+|\t)", text)
    for start in range(2, len(parts), 2):
        tail = "".join(parts[start:]).strip()
        if place_score(tail) >= 0.6:
            head = "".join(parts[: start - 1]).strip(" ,|·•-–—\t")
            if head:
                return head, tail
    return text, None


def region_of(text: str) -> str | None:
    """The country (ISO 3166 code) that a printed location lies in; None if it names no place known here."""
    parts = [part.strip() for part in re.split(r"[,/()|\n\t]| - ", text) if part.strip()]
    for table in (_COUNTRY_OF, _REGION_OF, _TOWN_OF):
        for part in reversed(parts):
            folded = fold(re.sub(r"\b\d{4,8}\b", "", part))
            if folded in table:
                return table[folded]
    for part in reversed(parts):
        code = re.sub(r"\s*\d{4,5}$", "", part)
        if code in _US_CODES and code not in _BR_CODES:
            return "US"
        if code in _BR_CODES and code not in _US_CODES:
            return "BR"
    return None
