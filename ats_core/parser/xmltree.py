"""XML of documents, read without anything that XML can do to its reader."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, XMLParser
from xml.etree.ElementTree import ParseError as XmlError

from ats_core.parser.failure import ParseCode, ParseError

_TYPE = re.compile(rb"<\x00?\x00?\x00?!\x00?\x00?\x00?(?:D|E\x00?\x00?\x00?N)")
# An encoding in which the check above would not see what the parser sees.
_ENCODING = re.compile(rb"""<\?xml[^>]{0,80}encoding\s{0,9}=\s{0,9}["']([A-Za-z0-9._-]{1,40})""")
_ENCODINGS = {b"utf-8", b"utf8", b"utf-16", b"us-ascii", b"iso-8859-1", b"iso-8859-15", b"windows-1252"}


def parse_xml(xml: bytes) -> Element:
    """The root element. Raises ParseError for broken XML and for any document type definition."""
    if _TYPE.search(xml):
        raise ParseError(
            ParseCode.CORRUPT_FILE, "The file holds a document type definition, and was refused unread."
        )
    if (declared := _ENCODING.search(xml[:200])) and declared[1].lower() not in _ENCODINGS:
        raise ParseError(
            ParseCode.CORRUPT_FILE, "The file's XML is in an unusual encoding. Save it as UTF-8."
        )
    parser = XMLParser()  # noqa: S314  no DTD reaches it, so no entity can be declared
    try:
        parser.feed(xml)
        root: Element = parser.close()
    except (XmlError, ValueError, LookupError) as error:
        raise ParseError(ParseCode.CORRUPT_FILE) from error
    return root


def local(element: Element) -> str:
    """The element's name without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value_of(element: Element, name: str) -> str:
    """The attribute of this name in whichever namespace; "" if there is none."""
    for key, value in element.items():
        if key.rpartition("}")[2] == name:
            return value
    return ""
