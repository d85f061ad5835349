"""Measurements: each a ratio against a reference in the same run. `python -m bench --help`."""
