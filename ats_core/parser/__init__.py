"""The résumé parser: bytes in, the candidate's data out. It needs no database, network, settings or clock."""

from ats_core.parser.failure import ParseCode, ParseError
from ats_core.parser.model import ParsedResume
from ats_core.parser.resume import PARSER_VERSION, parse_resume

__all__ = ["PARSER_VERSION", "ParseCode", "ParseError", "ParsedResume", "parse_resume"]
