"""Where cities are: latitude and longitude in degrees, to a tenth, for the distance between two of them.

The cities are those that postings and résumés of our languages name most; a place that is not here has no
coordinates, and the country alone decides.
"""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

EARTH_KM = 6371.0

# One line a country: its first name in place.py, then city, latitude, longitude. Facts, to a tenth of a
# degree.
_CITIES = """
portugal: lisbon 38.7 -9.1, porto 41.1 -8.6, braga 41.5 -8.4, coimbra 40.2 -8.4, aveiro 40.6 -8.7
portugal: faro 37.0 -7.9, setubal 38.5 -8.9, leiria 39.7 -8.8, funchal 32.6 -16.9, evora 38.6 -7.9
portugal: guimaraes 41.4 -8.3, viseu 40.7 -7.9
spain: madrid 40.4 -3.7, barcelona 41.4 2.2, valencia 39.5 -0.4, seville 37.4 -6.0, bilbao 43.3 -2.9
spain: malaga 36.7 -4.4, saragossa 41.6 -0.9, alicante 38.3 -0.5, murcia 38.0 -1.1, vigo 42.2 -8.7
spain: granada 37.2 -3.6, valladolid 41.7 -4.7, a+coruna 43.4 -8.4, palma 39.6 2.7
spain: san+sebastian 43.3 -2.0, salamanca 41.0 -5.7, getafe 40.3 -3.7, alcobendas 40.5 -3.6
spain: sabadell 41.5 2.1
france: paris 48.9 2.4, lyon 45.8 4.8, marseille 43.3 5.4, toulouse 43.6 1.4, nice 43.7 7.3
france: nantes 47.2 -1.6, strasbourg 48.6 7.8, bordeaux 44.8 -0.6, lille 50.6 3.1, rennes 48.1 -1.7
france: montpellier 43.6 3.9, grenoble 45.2 5.7, dijon 47.3 5.0, nancy 48.7 6.2, metz 49.1 6.2
france: tours 47.4 0.7, rouen 49.4 1.1, reims 49.3 4.0, mulhouse 47.7 7.3, villeurbanne 45.8 4.9
france: boulogne-billancourt 48.8 2.2
germany: berlin 52.5 13.4, munich 48.1 11.6, hamburg 53.6 10.0, cologne 50.9 7.0, frankfurt 50.1 8.7
germany: stuttgart 48.8 9.2, dusseldorf 51.2 6.8, leipzig 51.3 12.4, dortmund 51.5 7.5, essen 51.5 7.0
germany: bremen 53.1 8.8, dresden 51.1 13.7, hannover 52.4 9.7, nuremberg 49.5 11.1, bonn 50.7 7.1
germany: mannheim 49.5 8.5, karlsruhe 49.0 8.4, freiburg 48.0 7.9, augsburg 48.4 10.9, munster 52.0 7.6
germany: potsdam 52.4 13.1, kiel 54.3 10.1, heidelberg 49.4 8.7, aachen 50.8 6.1
austria: vienna 48.2 16.4, graz 47.1 15.4, linz 48.3 14.3, salzburg 47.8 13.0, innsbruck 47.3 11.4
switzerland: zurich 47.4 8.5, geneva 46.2 6.1, basel 47.6 7.6, bern 46.9 7.4, lausanne 46.5 6.6
switzerland: winterthur 47.5 8.7
united kingdom: london 51.5 -0.1, manchester 53.5 -2.2, birmingham 52.5 -1.9, leeds 53.8 -1.5
united kingdom: glasgow 55.9 -4.3, edinburgh 55.9 -3.2, bristol 51.5 -2.6, liverpool 53.4 -3.0
united kingdom: cardiff 51.5 -3.2, belfast 54.6 -5.9, sheffield 53.4 -1.5, nottingham 53.0 -1.2
united kingdom: newcastle 55.0 -1.6, cambridge 52.2 0.1, oxford 51.8 -1.3, brighton 50.8 -0.1
united kingdom: reading 51.5 -1.0
ireland: dublin 53.3 -6.3, cork 51.9 -8.5, galway 53.3 -9.1, limerick 52.7 -8.6
united states: new+york 40.7 -74.0, los+angeles 34.1 -118.2, chicago 41.9 -87.6, houston 29.8 -95.4
united states: phoenix 33.4 -112.1, philadelphia 40.0 -75.2, san+antonio 29.4 -98.5
united states: san+diego 32.7 -117.2, dallas 32.8 -96.8, san+jose 37.3 -121.9, austin 30.3 -97.7
united states: san+francisco 37.8 -122.4, seattle 47.6 -122.3, denver 39.7 -105.0, boston 42.4 -71.1
united states: atlanta 33.7 -84.4, miami 25.8 -80.2, washington 38.9 -77.0, portland 45.5 -122.7
united states: minneapolis 45.0 -93.3, detroit 42.3 -83.0, nashville 36.2 -86.8, charlotte 35.2 -80.8
united states: raleigh 35.8 -78.6, oakland 37.8 -122.3, brooklyn 40.7 -73.9
brazil: sao+paulo -23.6 -46.6, rio+de+janeiro -22.9 -43.2, brasilia -15.8 -47.9
brazil: belo+horizonte -19.9 -43.9, porto+alegre -30.0 -51.2, curitiba -25.4 -49.3, recife -8.1 -34.9
brazil: salvador -13.0 -38.5, fortaleza -3.7 -38.5, campinas -22.9 -47.1, florianopolis -27.6 -48.5
argentina: buenos+aires -34.6 -58.4, rosario -32.9 -60.7, mendoza -32.9 -68.8
mexico: mexico+city 19.4 -99.1, guadalajara 20.7 -103.3, monterrey 25.7 -100.3, puebla 19.0 -98.2
mexico: queretaro 20.6 -100.4
colombia: bogota 4.7 -74.1, medellin 6.2 -75.6, cali 3.4 -76.5, barranquilla 11.0 -74.8
chile: santiago -33.4 -70.7, valparaiso -33.0 -71.6
peru: lima -12.0 -77.0, arequipa -16.4 -71.5
canada: toronto 43.7 -79.4, montreal 45.5 -73.6, vancouver 49.3 -123.1, ottawa 45.4 -75.7
canada: calgary 51.0 -114.1, quebec 46.8 -71.2
italy: rome 41.9 12.5, milan 45.5 9.2, turin 45.1 7.7, naples 40.9 14.3, bologna 44.5 11.3
italy: florence 43.8 11.3
netherlands: amsterdam 52.4 4.9, rotterdam 51.9 4.5, utrecht 52.1 5.1, eindhoven 51.4 5.5
belgium: brussels 50.8 4.4, antwerp 51.2 4.4, ghent 51.1 3.7, liege 50.6 5.6
luxembourg: luxembourg 49.6 6.1
poland: warsaw 52.2 21.0, krakow 50.1 19.9, wroclaw 51.1 17.0, gdansk 54.4 18.6, poznan 52.4 16.9
sweden: stockholm 59.3 18.1, gothenburg 57.7 12.0, malmo 55.6 13.0
denmark: copenhagen 55.7 12.6, aarhus 56.2 10.2
norway: oslo 59.9 10.8, bergen 60.4 5.3
india: bangalore 13.0 77.6, mumbai 19.1 72.9, delhi 28.6 77.2, hyderabad 17.4 78.5, chennai 13.1 80.3
india: pune 18.5 73.9
australia: sydney -33.9 151.2, melbourne -37.8 145.0, brisbane -27.5 153.0, perth -32.0 115.9
""".strip()


def _read() -> tuple[dict[str, tuple[float, float]], dict[str, str]]:
    where: dict[str, tuple[float, float]] = {}
    country: dict[str, str] = {}
    for line in _CITIES.splitlines():
        name, _, cities = line.partition(": ")
        for entry in cities.split(", "):
            city, north, east = entry.split()
            where[city.replace("+", " ")] = (float(north), float(east))
            country[city.replace("+", " ")] = name
    return where, country


_WHERE, COUNTRY_OF = _read()


def distance_km(one: str, other: str) -> float | None:
    """Kilometres between two cities by the great circle (haversine); None if one is not in the list."""
    if one not in _WHERE or other not in _WHERE:
        return None
    (north, east), (to_north, to_east) = _WHERE[one], _WHERE[other]
    half = sin(radians(to_north - north) / 2) ** 2
    half += cos(radians(north)) * cos(radians(to_north)) * sin(radians(to_east - east) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))
