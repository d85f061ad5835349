"""Word lists written as running text."""

from __future__ import annotations


def words_of(text: str) -> frozenset[str]:
    """The words of `text`, parted by white space."""
    return frozenset(text.split())


def phrases_of(text: str) -> frozenset[str]:
    """The phrases of `text`, parted by semicolons; line breaks within them do not count."""
    return frozenset(" ".join(phrase.split()) for phrase in text.split(";") if phrase.strip())
