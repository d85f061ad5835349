"""Ranking by text, and its evaluation on invented people."""
