"""Which texts say that they name a certificate or a licence."""

from __future__ import annotations

import re

_CERTIFIED = re.compile(
    r"certifi|zertifi|schein\b|lizenz|licen[cs]|licen[cç]a|permis|carn[eé]t?\b|habilitation|accredit|diplom|"
    r"pr[uü]fung|"
    r"beauftragte|fachkunde|zusatzbezeichnung|anerkennung|\b(?-i:[A-Z]{2,6}-\w+)\b|toeic|toefl|\bNR-?\d|\bISO\b|"
    r"first aid|"
    r"erste hilfe|premiers secours|primeros auxilios|primeiros socorros|secouriste",
    re.I,
)


def is_certificate(text: str) -> bool:
    """True if the text says that it is a certificate, or the taxonomy knows it as one."""
    from ats_core.taxonomy import find

    match = find(text)
    return _CERTIFIED.search(text) is not None or (match is not None and match.kind == "licence")
