"""What the parser has learned from made résumés: which line of a document is what. See MODEL_CARD.md
beside.
"""
