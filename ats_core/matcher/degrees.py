"""The level that a degree's name stands for, in five languages."""

from __future__ import annotations

import re

from ats_core.matcher.model import EducationLevel
from ats_core.taxonomy.surface import folded


def _any_of(phrases: str) -> re.Pattern[str]:
    """A pattern for any of the phrases (regular expressions on folded text, apart by commas), as words."""
    listed = [" ".join(p.split()) for p in phrases.split(",")]
    return re.compile(rf"(?<!\w)(?:{'|'.join(p for p in listed if p)})(?!\w)")


# Highest level first: the first that matches counts.
_DEGREES: tuple[tuple[EducationLevel, re.Pattern[str]], ...] = (
    (
        "doctorate",
        _any_of(r"""
            ph\.? ?d\.?, dphil, doctor(?:ate|al|ado|at|a)?, doutor(?:ado|a|amento)?, doctorat, docteure?,
            promotion zu[mr],
            m\.d\.?, dr\. ?\w*\.?, dissertation, these de doctorat
        """),
    ),
    (
        "master",
        _any_of(r"""
            master(?:s|'s|studium|abschluss)?, maestria, mestrado, mestre, mastere, mba, m\.? ?sc\.?,
            m\.a\.?, m\.s\.?, ms in,
            ma in, m\.? ?eng\.?, mphil, m\.? ?ed\.?, magister, diplom, diplom-\w+,
            diplom(?:ingenieur|informatik|kauf)\w*,
            dipl\.-?\w*, staatsexamen, diplome d'ingenieur, ingenieur diplome, dess, bac ?\+ ?5, postgrado,
            posgrado, pos-graduacao, postgraduate
        """),
    ),
    (
        "bachelor",
        _any_of(r"""
            bachelor(?:s|'s|studium|abschluss)?, b\.? ?sc\.?, b\.? ?a\.?, b\.? ?eng\.?, b\.? ?tech,
            b\.? ?ed\.?, bba, b\.?s\.?,
            bsn, llb, licenciatura, licenciad[oa], licence(?: pro\w*)? (?:en|de|es),
            licence professionnelle, grado,
            graduad[oa], graduacao, bacharel\w*, diplomatura, ^licence, ingenieria, ingenier[oa], engenharia,
            maitrise,
            bac ?\+ ?[34], undergraduate, hons, honours, university degree, college degree,
            (?<!associate )degree in,
            hochschulabschluss, hochschulstudium, universitatsabschluss, abgeschlossenes studium,
            curso superior,
            ensino superior, titulo universitario, titulacion universitaria, formacion universitaria,
            diplome d'etat d'infirmi\w*, bachelor universitaire
        """),
    ),
    (
        "vocational",
        _any_of(r"""
            vocational, associate(?:s|'s)?, foundation degree, hnd, hnc, nvq, btec, apprenticeship,
            (?<!school )diploma,
            certificate, formacion profesional, ciclo formativo, tecnic[oa], fp, curso tecnico,
            curso profissional,
            tecnolog[oa], ctesp, bts, dut, cap, bep, bac pro, baccalaureat professionnel,
            brevet professionnel,
            bac ?\+ ?2, \w*ausbildung, lehre, gesell\w+, meister\w*, \w*fachwirt\w*, \w*techniker\w*,
            facharbeiter\w*,
            \w*kaufmann, \w*kauffrau, \w*fachkraft, \w*fachfrau, \w*fachmann, journeyman, trade school,
            examiniert\w*, ihk
        """),
    ),
    (
        "high-school",
        _any_of(r"""
            high school, secondary school, a-?levels?, gcse, ged, bachillerato, educacion secundaria,
            ensino medio,
            ensino secundario, 12\.? ?o? ano, baccalaureat, bac, lycee, abitur, fachabitur, realschul\w*,
            mittlere reife, hauptschul\w*, matura, hochschulreife, fachhochschulreife
        """),
    ),
)


def level_of(text: str) -> EducationLevel | None:
    """The level that a degree's name stands for; None if it does not say."""
    return next(iter(levels_in(text)), None)


def levels_in(text: str) -> list[EducationLevel]:
    """All levels that a text speaks of, highest first."""
    low = folded(text).replace("’", "'")
    return [level for level, pattern in _DEGREES if pattern.search(low)]
