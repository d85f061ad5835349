"""Names of countries, regions and well-known towns, folded, by the country (ISO 3166) that they lie in."""

from __future__ import annotations

# In the five languages.
COUNTRIES: dict[str, str] = {
    "US": """usa; us; u s a; united states; united states of america; estados unidos; eeuu; ee uu; etats
        unis; vereinigte staaten; eua""",
    "GB": """uk; united kingdom; great britain; england; scotland; wales; northern ireland; reino unido;
        inglaterra; royaume uni; angleterre; ecosse; vereinigtes konigreich; grossbritannien; schottland""",
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
REGIONS: dict[str, str] = {
    "US": """alabama; alaska; arizona; arkansas; california; colorado; connecticut; delaware; florida;
        hawaii; idaho; illinois; indiana; iowa; kansas; kentucky; louisiana; maine; maryland;
        massachusetts; michigan; minnesota; mississippi; missouri; montana; nebraska; nevada; new
        hampshire; new jersey; new mexico; new york; north carolina; north dakota; ohio; oklahoma;
        oregon; pennsylvania; rhode island; south carolina; south dakota; tennessee; texas; utah;
        vermont; virginia; washington; west virginia; wisconsin; wyoming; washington dc; bay area""",
    "CA": """ontario; quebec; british columbia; alberta; manitoba; saskatchewan; nova scotia; new brunswick;
        newfoundland""",
    "ES": """andalucia; cataluna; catalunya; comunidad de madrid; pais vasco; galicia; aragon; asturias;
        cantabria; principado de asturias; region de murcia; castilla la mancha; euskadi; vizcaya;
        bizkaia; guipuzcoa; gipuzkoa; alava; araba; tenerife; gran canaria; mallorca; catalonia;
        andalusia; murcia; navarra; extremadura; la rioja; islas canarias; canarias; baleares; castilla
        y leon; comunidad valenciana""",
    "DE": """oberbayern; niederbayern; franken; schwaben; sachsen anhalt; mecklenburg vorpommern; rheinland;
        westfalen; nordrhein westfalen; hesse; saxony; lower saxony; ostfriesland; bayern; bavaria;
        hessen; sachsen; niedersachsen; nordrhein westfalen; nrw; brandenburg; thuringen; saarland;
        baden wurttemberg; rheinland pfalz; schleswig holstein""",
    "FR": """isere; gironde; finistere; morbihan; ille et vilaine; loire atlantique; herault; bouches du
        rhone; alpes maritimes; haute savoie; savoie; essonne; yvelines; hauts de seine; seine saint
        denis; val de marne; val d oise; seine et marne; bas rhin; haut rhin; moselle; gard; vaucluse;
        drome; haute garonne; pyrenees atlantiques; centre val de loire; corse; auvergne; lorraine;
        picardie; nord pas de calais; midi pyrenees; languedoc roussillon; limousin; poitou charentes;
        champagne ardenne; franche comte; bourgogne franche comte; provence alpes cote d azur; ile de
        france; bretagne; normandie; occitanie; provence; alsace; nouvelle aquitaine; auvergne rhone
        alpes; hauts de france; grand est; paca; rhone alpes; aquitaine; pays de la loire; bourgogne""",
    "PT": """algarve; alentejo; minho; douro; madeira; acores; grande lisboa; area metropolitana de lisboa;
        ribatejo; tras os montes; beira interior; distrito de lisboa; distrito do porto""",
    "AT": """steiermark; tirol; karnten; oberosterreich; niederosterreich; burgenland; vorarlberg; salzburg
        land""",
    "CH": """kanton zurich; vaud; valais; wallis; aargau; graubunden; thurgau; ticino; tessin; suisse
        romande""",
    "BR": """rio grande do norte; mato grosso do sul; amazonas; para; paraiba; alagoas; sergipe; piaui;
        maranhao; tocantins; rondonia; roraima; acre; amapa; minas gerais; santa catarina; parana;
        bahia; ceara; pernambuco; goias; rio grande do sul; espirito santo; mato grosso; distrito
        federal""",
    "MX": """michoacan; guerrero; oaxaca; chiapas; tabasco; coahuila; durango; zacatecas; morelos; hidalgo;
        nayarit; colima; tlaxcala; quintana roo; tamaulipas; baja california sur; jalisco; nuevo leon;
        cdmx; estado de mexico; edomex; yucatan; queretaro; guanajuato; puebla; sinaloa; sonora;
        chihuahua; baja california""",
    "IE": """county cork; county dublin; co cork; co dublin; county galway; county kerry; munster;
        leinster""",
    "AR": """buenos aires; cordoba; santa fe; mendoza; caba; tucuman; provincia de buenos aires; entre rios;
        chaco; misiones""",
    "CO": """cundinamarca; antioquia; valle del cauca; atlantico; santander colombia; boyaca; caldas;
        risaralda; quindio""",
    "GB": """west yorkshire; north yorkshire; south yorkshire; east yorkshire; cheshire; cumbria; norfolk;
        suffolk; cambridgeshire; oxfordshire; buckinghamshire; bedfordshire; northamptonshire;
        leicestershire; nottinghamshire; derbyshire; staffordshire; shropshire; warwickshire;
        worcestershire; herefordshire; gloucestershire; wiltshire; hampshire; dorset; somerset; devon;
        cornwall; sussex; east sussex; west sussex; lincolnshire; durham county; county durham;
        northumberland; tyne and wear; isle of wight; rutland; south wales; north wales; fife; lothian;
        county antrim; county down; highland; greater london; surrey; kent; essex; lancashire;
        yorkshire; merseyside; west midlands; hertfordshire; berkshire; middlesex; greater manchester""",
    "IN": """maharashtra; karnataka; tamil nadu; telangana; kerala; gujarat; uttar pradesh; haryana; west
        bengal; rajasthan; punjab; andhra pradesh""",
    "PE": "lima metropolitana",
    "CL": "region metropolitana",
    "AU": "new south wales; victoria; queensland; nsw",
}  # fmt: skip
# Towns so well known that the name alone says a place; towns.py has the long list.
TOWNS: dict[str, str] = {
    "US": """new york city; nyc; brooklyn; los angeles; san francisco; chicago; houston; boston; seattle;
        austin; denver; miami; atlanta; dallas; philadelphia; phoenix; san diego; san jose; portland;
        detroit; minneapolis; nashville; charlotte; las vegas; salt lake city; palo alto; mountain view;
        cupertino; santa clara; sunnyvale; redmond; cambridge; oakland; berkeley; boulder; pittsburgh;
        cleveland; columbus; baltimore; orlando; tampa; raleigh; durham; san antonio; sacramento; menlo
        park; arlington; st louis; kansas city; indianapolis; milwaukee; cincinnati; princeton; ann
        arbor; irvine; honolulu; jersey city; newark; buffalo; tulsa; omaha; richmond; fort worth; santa
        monica""",
    "GB": """london; manchester; birmingham; edinburgh; glasgow; leeds; bristol; liverpool; oxford;
        sheffield; cardiff; belfast; nottingham; brighton; reading; newcastle; leicester; southampton;
        coventry; york; aberdeen; londres; bath; exeter; norwich; milton keynes; dundee""",
    "IE": "dublin; cork; galway; limerick",
    "CA": """toronto; vancouver; montreal; ottawa; calgary; edmonton; waterloo; winnipeg; quebec city;
        halifax; mississauga""",
    "AU": "sydney; melbourne; brisbane; perth; adelaide; canberra",
    "NZ": "auckland; wellington",
    "SG": "",
    "IN": """bangalore; bengaluru; mumbai; delhi; new delhi; hyderabad; chennai; pune; kolkata; gurgaon;
        gurugram; noida; ahmedabad; jaipur; kochi; lucknow; indore""",
    "ES": """madrid; barcelona; valencia; sevilla; bilbao; malaga; zaragoza; murcia; palma; las palmas;
        alicante; granada; salamanca; valladolid; vigo; gijon; oviedo; santander; pamplona; san
        sebastian; donostia; tenerife; santa cruz de tenerife; la laguna; a coruna; la coruna; santiago
        de compostela; cadiz; almeria; burgos; leon; toledo; girona; tarragona; lleida; castellon;
        logrono; badajoz; huelva; jaen; elche; getafe; alcala de henares; mostoles; sabadell; terrassa;
        hospitalet; vitoria; palma de mallorca""",
    "PT": """lisboa; lisbon; lisbonne; lissabon; porto; oporto; braga; coimbra; aveiro; faro; setubal; evora;
        funchal; leiria; guimaraes; cascais; sintra; almada; viseu; matosinhos; vila nova de gaia;
        oeiras""",
    "FR": """paris; lyon; marseille; toulouse; nice; nantes; strasbourg; montpellier; bordeaux; lille;
        rennes; reims; grenoble; dijon; angers; nancy; brest; tours; clermont ferrand; le havre; rouen;
        metz; orleans; caen; limoges; amiens; villeurbanne; boulogne billancourt; la defense; sophia
        antipolis; versailles; saint etienne; toulon; annecy; perpignan; besancon; nimes; aix en
        provence; poitiers; la rochelle; levallois perret; courbevoie; nanterre; puteaux; issy les
        moulineaux; saint denis; montreuil; creteil; valenciennes; lorient; vannes; pau; avignon;
        mulhouse; colmar""",
    "DE": """berlin; hamburg; munchen; munich; koln; cologne; frankfurt; frankfurt am main; stuttgart;
        dusseldorf; leipzig; dortmund; essen; bremen; dresden; hannover; nurnberg; duisburg; bochum;
        wuppertal; bielefeld; bonn; munster; karlsruhe; mannheim; augsburg; wiesbaden; aachen; kiel;
        lubeck; freiburg; mainz; erfurt; rostock; kassel; potsdam; heidelberg; darmstadt; regensburg;
        ingolstadt; wurzburg; ulm; jena; luneburg; oldenburg; tubingen; gottingen; magdeburg; halle;
        chemnitz; saarbrucken; koblenz; trier; passau; bamberg; konstanz; paderborn; osnabruck;
        braunschweig; wolfsburg; walldorf; erlangen; furth; heilbronn; siegen; hildesheim; garching;
        ludwigsburg; reutlingen; bayreuth; leverkusen; krefeld; siegburg""",
    "AT": "wien; vienna; graz; linz; salzburg; innsbruck; klagenfurt",
    "CH": """zurich; geneve; geneva; genf; basel; bern; lausanne; luzern; lugano; winterthur; st gallen; zug;
        neuchatel; fribourg""",
    "BE": "bruxelles; brussels; brussel; antwerp; gent; liege; leuven; namur; charleroi",
    "NL": "amsterdam; rotterdam; utrecht; the hague; den haag; eindhoven; delft; groningen; leiden",
    "IT": """rome; roma; milan; milano; turin; torino; florence; firenze; bologna; naples; napoli; venice""",
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
    "MX": """ciudad de mexico; mexico city; guadalajara; monterrey; zapopan; tijuana; merida; cancun; toluca;
        san luis potosi; hermosillo; culiacan; aguascalientes; morelia; veracruz; saltillo""",
    "AR": """rosario; la plata; mar del plata; bahia blanca; san miguel de tucuman; capital federal; neuquen;
        salta""",
    "CO": "bogota; medellin; cali; barranquilla; cartagena; bucaramanga; pereira; manizales",
    "CL": """santiago; santiago de chile; valparaiso; vina del mar; concepcion; la serena; antofagasta;
        temuco""",
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
