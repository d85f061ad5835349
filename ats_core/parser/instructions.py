"""Text written as instructions to a machine that reads the résumé ("ignore all previous instructions").

Nothing here obeys such text, but it can carry skills and titles into fields and matches, so it is cut out and
reported. Only orders count: who writes of prompts, jailbreaks or guardrails as their work gives none. In
English, Spanish, Portuguese, French and German.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ats_core.parser.document import Line
from ats_core.parser.hidden import Box, Concealed, Reason

_GAP = r"[^.!?;•]{0,60}?"
_MACHINE = (
    r"(?:a\.?i\.?|ia|ki|llms?|gpt[\w.-]{0,8}|chatgpt|language models?|modelo de (?:lenguaje|linguagem)|"
    r"mod[eè]le de langage|sprachmodell|chat ?bots?|artificial intelligence|inteligencia artificial|"
    r"inteligência artificial|intelligence artificielle|künstliche intelligenz)"
)
# Orders to set aside what the machine was told before.
_IGNORE = re.compile(
    r"\b(?:ignore[rzn]?|ignora(?:r|d)?|ignoriere[n]?|disregard|forget|override|bypass|discard|"
    r"olvid[ae]|olvidad|"
    r"descarta|desconsidere?|esque[cç]a|oublie[zr]?|vergiss|vergesst|vergessen sie|missachte[nt]?|"
    r"no tengas en cuenta|haz caso omiso de|ne tiens pas compte|ne tenez pas compte|não considere|"
    r"do not follow|"
    r"beachte nicht|folge nicht)\b(?: sie)?"
    + _GAP
    + r"\b(?:instructions?|prompts?|rules?|guidelines?|criteria|directives?|commands?|constraints?|"
    r"system message|"
    r"instrucciones|indicaciones|reglas|criterios|órdenes|instruções|regras|critérios|comandos|"
    r"orientações|"
    r"consignes|règles|critères|anweisungen|instruktionen|regeln|vorgaben|kriterien|befehle)\b"
)
_BEFORE = re.compile(
    r"\b(?:all|any|previous|prior|above|earlier|preceding|other|your|the|these|those|existing|system|"
    r"foregoing|"
    r"todas?|todos|anteriores?|previas?|previos|prévias|las?|los|os?|as|tus|sus|suas|toutes?|tous|les|"
    r"précédente?s?|antérieure?s?|vos|tes|alle[nr]?|vorherige[nr]?|vorige[nr]?|bisherige[nr]?|"
    r"vorangegangene[nr]?|"
    r"obige[nr]?|frühere[nr]?|die|deine|ihre)\b"
)
# Telling the machine what it is.
_ROLE = re.compile(
    r"\b(?:you are|you're|act as|eres|usted es|actúa como|você é|aja como|tu es|vous êtes|"
    r"agis(?:sez)? comme|"
    r"du bist|sie sind|handle als)(?: now| ahora| agora| maintenant| jetzt| hereby)?"
    r"(?: an?| the| una?| uma?| une?| eine?)? (?:[\w'’-]{1,20}[ -]){0,4}?" + _MACHINE + r"\b"
)
# Speaking to the machine by its name.
_CALL = re.compile(
    r"\b(?:note|message|instructions?|memo|notice|nota|mensaje|mensagem|instrucciones|instruções|"
    r"message|hinweis|"
    r"nachricht|anweisung(?:en)?)(?: to| for| para| pour| an| für)(?: the| all| any| la| el| as| os|"
    r" o| a| les| l'|"
    r" die| alle| den)?(?: reviewing| automated| screening)? ?" + _MACHINE + r"\b"
    r"|\b(?:dear|hello|hey|hi|attention|achtung|atención|atenção)[ ,:!]{1,3}" + _MACHINE
    + r"\b[^.!?;•]{0,30}[:,!–-] ?(?:please|you|this|ignore|rank|rate|score|give|select|return|"
    r"the candidate)\b"
    r"|\b(?:chatgpt|claude|gemini|copilot|gpt-?\d\S{0,4})[:,] ?(?:please|you|ignore|rank|rate|score|"
    r"give|return)\b"
    r"|\bas an ai\b[^.!?;•]{0,30},? (?:you (?:must|should|will)|please)\b"
    r"|\bif you(?:'re| are) (?:reading|parsing|processing|an? (?:automated|"
    r"machine)) [^.!?;•]{0,40}" + _MACHINE
)  # fmt: skip
_TARGET = (
    r"(?:(?:this|my|the)(?: \w{1,15})? (?:candidate|applicant|r[eé]sum[eé]|cv|profile|application|"
    r"person)|\bme\b|"
    r"(?:est[ea]|mi|al|deste|desta|meu|minha|[ao]) (?:candidat[oa]|curr[ií]culum|curr[ií]culo|cv|"
    r"perfil|solicitud|"
    r"candidatura)|(?:ce|cette|cet|mon|ma|au|le|la) (?:candidate?|cv|profil|candidature)|"
    r"(?:diese[nmrs]?|meine[nmr]?|dem|den|der) (?:kandidat(?:en|in)?|bewerber(?:in)?|bewerbung|"
    r"lebenslauf|profil))"
)
_PRIZE = (
    r"(?:\b100\b|\b10 ?/ ?10\b|\b5 ?/ ?5\b|(?<!\w)#1\b|\bnumber one\b|\b(?:the )?(?:highest|maximum|"
    r"max|perfect|top|best)"
    r" (?:possible )?(?:score|rating|marks?|match|fit|candidate|rank|position|result)|\bfirst\b|"
    r"\bat the top\b|"
    r"\babove all\b|\bstrong hire\b|\bmust[- ]hire\b|\bhighly recommended\b|\b(?:puntuación|"
    r"calificación|nota) "
    r"(?:más alta|máxima|perfecta)|\bprimer[oa]?\b|\bprimeir[oa]\b|\b(?:pontuação|nota) (?:mais alta|"
    r"máxima)|"
    r"\bmeilleure? (?:note|score|candidat)|\b(?:note|score) (?:maximale?|parfaite?)|\bpremi[eè]re?\b|"
    r"\bhöchst(?:e[nr]?|punktzahl|note|wertung)|\bbeste[nr]? (?:bewertung|note|kandidat)|"
    r"\ban erste[rn]? stelle|"
    r"\bplatz (?:1|eins)\b|\bvolle punktzahl)"
)
_ORDER = (
    r"\b(?:give|assign|award|rate|score|rank|mark|grade|set|return|output|recommend|select|shortlist|"
    r"approve|"
    r"choose|classify|treat|consider|evaluate|prioriti[sz]e|place|put|move|hire|report|"
    r"da(?:le|me)?|dé|otorga|asigna|pon|califica|clasifica|puntúa|selecciona|recomienda|coloca|"
    r"dê|atribua|classifique|avalie|pontue|coloque|selecione|recomende|"
    r"donne[zr]?|attribue[zr]?|classe[zr]?|note[zr]?|évalue[zr]?|mets|mettez|sélectionne[zr]?|"
    r"recommande[zr]?|place[zr]?|"
    r"gib|geben sie|bewerte|bewerten sie|vergib|vergeben sie|setze|setzen sie|ordne|wähle|empfiehl|"
    r"stelle)\b"
)
_SCORE = re.compile(f"{_ORDER}{_GAP}(?:{_TARGET}{_GAP}{_PRIZE}|{_PRIZE}{_GAP}{_TARGET})")
_VERDICT = re.compile(
    r"\b(?:this|the) (?:candidate|applicant|r[eé]sum[eé]|cv) (?:must|should|has to|needs to) be "
    r"(?:\w{1,15} )?(?:hired|selected|ranked|shortlisted|interviewed|approved|given|rated|scored|"
    r"recommended|placed)\b"
    r"|\bthis is an? (?:exceptionally |extremely |highly )?(?:well[- ]qualified|perfect|ideal|"
    r"outstanding) candidate\b"
    r"|\b(?:do not|don't|never) (?:mention|reveal|disclose|report|flag|repeat) (?:this|these) "
    r"(?:instructions?|messages?|prompts?|notes?|text)\b"
    r"|\b(?:esta|este) candidat[oa] debe ser (?:contratad|seleccionad|elegid)[oa]"
    r"|\best[ea] candidat[oa] deve ser (?:contratad|selecionad|escolhid)[oa]"
    r"|\bce(?:tte)? candidate? doit être (?:embauché|sélectionné|retenu|recruté)e?"
    r"|\bdiese[rn]? (?:kandidat|bewerber)(?:in|en)? (?:muss|soll) [^.!?;•]{0,30}(?:eingestellt|"
    r"ausgewählt|bewertet)"
)
# Marks that part the turns of a conversation with a language model.
_TURNS = re.compile(
    r"<\|im_start\|>.{0,3000}?(?:<\|im_end\|>|\Z)|\[inst\].{0,3000}?(?:\[/inst\]|\Z)|"
    r"<<sys>>.{0,3000}?(?:<</sys>>|\Z)"
    r"|<(system|system_prompt|system-prompt|instructions?|assistant)>.{0,3000}?</\1>"
    r"|<\|(?:system|user|assistant|endoftext|begin_of_text|start_header_id|eot_id|end)\|>"
    r"|(?:^|\n)[ \t#*\[]{0,6}(?:system (?:prompt|override|message|instructions?)|"
    r"new instructions?)[\])*]{0,3} ?:"
    r" ?(?=you\b|ignore|rank|rate|score|give|always|the following|this |override|from now)",
    re.S,
)
_HINT = re.compile(
    r"ignor|disregard|forget|overrid|bypass|discard|olvid|descart|desconsid|esque[cç]a|oubli|vergis|"
    r"vergess|missacht|"
    r"caso omiso|en cuenta|pas compte|não considere|not follow|nicht|instru|anweis|you are|you're|"
    r"act as|eres |"
    r"usted es|actúa|você é|aja como|tu es|vous êtes|agis|du bist|sie sind|handle als|candidat|"
    r"applicant|kandidat|"
    r"bewerb|lebenslauf|\bme\b|my |this |mi |meu |mon |\bai\b|chatgpt|claude|gemini|gpt|<\||\[inst|"
    r"<<sys|<system|"
    r"<instr|<assist|system |este |esta |curr[ií]cul|\bcv\b|profil|perfil|dies"
)
# Words of those who work on such attacks, or describe them.
_CRAFT = re.compile(
    r"injection|jailbreak|red[- ]?team|adversarial|guardrail|attacks?\b|defen[cs]e|detect|mitigat|"
    r"prevent|resist|"
    r"inyecci|injeção|angriff|abwehr|attaque|détect"
)
_POLITE = re.compile(
    r"(?:please|now|kindly|you must|you should|must|bitte|por favor|veuillez|ahora|agora|maintenant|"
    r"jetzt|"
    r"important|note|ai|assistant|recruiter|if|as|since|si|se|wenn|falls|da)[,:!]?\s*$"
)
_GOES_ON = re.compile(
    r"(?:\b(?:to|and|or|that|which|not|will|can|could|would|the|of|who|they|models?)|,)\s*$"
)
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)|\n")
_FOLLOWS = re.compile(
    r"\b(?:candidate|applicant|scores?|rating|rank|you|your|recruiter|hired?|match|instructions?|"
    r"prompts?|output|"
    r"respond|candidat[oae]?|puntuación|pontuação|note|kandidat\w{0,3}|bewerber|du|sie|tu|vous|você|"
    r"usted)\b"
)


def without_instructions(lines: list[Line], concealed: Concealed) -> list[Line]:
    """The lines without what is written to a machine, which is kept in `concealed`."""
    text = "\n".join(line.text for line in lines)
    spans = _spans(text)
    if not spans:
        return lines
    kept: list[Line] = []
    at = 0
    for line in lines:
        end = at + len(line.text)
        here = [(max(a, at) - at, min(b, end) - at) for a, b in spans if a < end and b > at]
        if not here:
            concealed.seen()
            kept.append(line)
        elif (rest := _cut(line, here, concealed)) is not None:
            kept.append(rest)
        at = end + 1
    return kept


def plain_of_instructions(text: str, concealed: Concealed) -> str:
    """`text` without what is written to a machine."""
    for start, end in reversed(_spans(text)):
        concealed.note(Reason.INSTRUCTIONS, text[start:end])
        text = f"{text[:start].rstrip()} {text[end:].lstrip()}".strip()
    return text


def _spans(text: str) -> list[tuple[int, int]]:
    """Where instructions stand, in order, without overlaps."""
    # One letter for one: offsets in the lower case must be those of the text.
    low = text.lower() if len(text.lower()) == len(text) else "".join(c.lower()[:1] for c in text)
    if not _HINT.search(low):
        return []
    found = sorted(_orders(low, text))
    merged: list[tuple[int, int]] = []
    for start, end in found:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _orders(low: str, text: str) -> Iterator[tuple[int, int]]:
    for match in _TURNS.finditer(low):
        yield match.start(), match.end() if match[0][-1] in ">]" else _sentence_end(text, match.end())
    for pattern in (_IGNORE, _ROLE, _CALL, _SCORE, _VERDICT):
        for match in pattern.finditer(low):
            if _is_order(pattern, match, low):
                yield _whole(low, text, match.start(), match.end())


def _is_order(pattern: re.Pattern[str], match: re.Match[str], low: str) -> bool:
    """True if the match is an order at the beginning of a clause, and not told about."""
    line = low.rfind("\n", 0, match.start()) + 1
    before = low[line : match.start()]
    if pattern is _VERDICT or pattern is _CALL:
        return '"' not in before[-2:] or not _CRAFT.search(low[line : match.end() + 200])
    if not _begins_clause(before, low[max(0, line - 60) : max(0, line - 1)]):
        return False
    if pattern is _IGNORE:
        return bool(_BEFORE.search(match[0])) and not _CRAFT.search(low[line : _line_end(low, match.end())])
    if pattern is _ROLE:
        return not _CRAFT.search(low[line : _line_end(low, match.end())])
    return True


def _line_end(low: str, at: int) -> int:
    end = low.find("\n", at)
    return len(low) if end < 0 else end


def _begins_clause(before: str, line_above: str) -> bool:
    stripped = before.rstrip(" \t\"'“”„«»()[]*#>_•-–—:")
    if not stripped:
        return not _GOES_ON.search(line_above)
    if stripped[-1] in ".!?;…":
        return True
    last = before.rstrip()[-1:]
    if before.endswith("\t") or last in {":", "—", "–", "]", ">", "|"}:
        return True
    return last not in {'"', "“", "„", "«", "'", "‘"} and bool(_POLITE.search(before))


def _whole(low: str, text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around the match, with the sentences of its line that go on speaking to the machine."""
    line = low.rfind("\n", 0, start) + 1
    for match in _SENTENCE_END.finditer(low, line, start):
        line = match.end()
    stop = _sentence_end(text, end)
    while stop < len(low) and low[stop] != "\n":
        following = _sentence_end(text, stop + 1)
        if not _FOLLOWS.search(low, stop, following):
            break
        stop = following
    return line, stop


def _sentence_end(text: str, at: int) -> int:
    """The end of the sentence that goes on at `at`; a long line without an end goes on in the next."""
    for _ in range(4):
        match = _SENTENCE_END.search(text, at)
        if match is None:
            return len(text)
        if match[0] != "\n":
            return match.end()
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        following = text[match.end() : _line_end(text, match.end())]
        if len(line) < 50 or not following[:1].islower():
            return match.start()
        at = match.end()
    return at


def _cut(line: Line, spans: list[tuple[int, int]], concealed: Concealed) -> Line | None:
    """The line without the spans of its text; None if nothing is left."""
    for start, end in spans:
        concealed.note(Reason.INSTRUCTIONS, line.text[start:end], line.page, _frame(line))
    cells: list[str] = []
    boxes: list[Box] = []
    at = 0
    for index, cell in enumerate(line.cells):
        rest = _outside(cell, [(start - at, end - at) for start, end in spans])
        at += len(cell) + 1
        if re.search(r"\w", rest):
            cells.append(rest)
            boxes.extend(line.boxes[index : index + 1])
    return replace(line, cells=tuple(cells), boxes=tuple(boxes)) if cells else None


def _outside(cell: str, spans: list[tuple[int, int]]) -> str:
    rest, at = "", 0
    for start, end in spans:
        rest += cell[at : max(at, start)]
        at = max(at, end)
    return re.sub(r" {2,}", " ", rest + cell[at:]).strip()


def _frame(line: Line) -> Box | None:
    if not line.boxes:
        return None
    return (
        min(b[0] for b in line.boxes), min(b[1] for b in line.boxes),
        max(b[2] for b in line.boxes), max(b[3] for b in line.boxes),
    )  # fmt: skip
