"""Résumés of invented people in many templates, with truth by construction, to measure the parser on."""
