"""Language engine: folding text for comparison, and guessing which of five languages it is in."""

from ats_core.language.detect import LANGUAGES, Guess, detect_language
from ats_core.language.fold import fold, words

__all__ = ["LANGUAGES", "Guess", "detect_language", "fold", "words"]
