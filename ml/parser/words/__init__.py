"""The words that invented people are made of, one module for each language."""
