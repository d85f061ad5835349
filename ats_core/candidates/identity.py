"""What makes two records one person: e-mail addresses, phone numbers and names in a comparable form."""

from __future__ import annotations

import re
import unicodedata

# RFC 5321 lengths; the local part unquoted, as people have it on a résumé.
_LOCAL = re.compile(r"[^\s@\"(),:;<>\[\\\]\x00-\x1f]{1,64}")
_LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)")


def valid_email(value: str) -> str:
    """`value` without surrounding space. ValueError if no mail could go there."""
    value = unicodedata.normalize("NFKC", value.strip())
    local, at, domain = value.rpartition("@")
    if not at or not _LOCAL.fullmatch(local) or local.startswith(".") or local.endswith(".") or ".." in local:
        raise ValueError("is not an e-mail address")
    labels = _ascii_domain(domain).split(".")
    if len(labels) < 2 or not all(_LABEL.fullmatch(label) for label in labels) or labels[-1].isdigit():
        raise ValueError("has no valid domain after the @")
    if len(value) > 255:
        raise ValueError("is longer than 255 characters")
    return value


def email_key(value: str) -> str:
    """The form in which two spellings of one address are equal: NFKC, case folded, domain in ASCII (IDNA)."""
    local, _, domain = unicodedata.normalize("NFKC", value.strip()).rpartition("@")
    return f"{local.casefold()}@{_ascii_domain(domain)}"


def _ascii_domain(domain: str) -> str:
    folded = domain.casefold().rstrip(".")
    if folded.isascii():
        return folded
    try:
        return folded.encode("idna").decode("ascii")
    except UnicodeError:
        raise ValueError("has no valid domain after the @") from None


def phone_number(value: str, region: str | None = None) -> str:
    """`value` in E.164, read as of `region` (ISO 3166, two letters) where it has no country code.

    ValueError if it can be no phone number.
    """
    import phonenumbers

    try:
        parsed = phonenumbers.parse(value, region)
    except phonenumbers.NumberParseException:
        hint = (
            ""
            if value.strip().startswith("+")
            else "; write it with its country code, such as +34 612 345 678"
        )
        raise ValueError(f"is not a phone number{hint}") from None
    if not phonenumbers.is_possible_number(parsed):
        raise ValueError("has too few or too many digits for a phone number")
    return str(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164))


def name_key(first: str, last: str) -> str:
    """The form in which two spellings of one name are equal: letters folded, no accents, words sorted."""
    text = unicodedata.normalize("NFKD", f"{first} {last}".replace("ß", "ss"))
    folded = "".join(c for c in text if not unicodedata.combining(c)).casefold()
    return " ".join(sorted(re.findall(r"\w+", folded)))
