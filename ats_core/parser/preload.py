"""Imported by the fork server once, so that every worker forked from it starts with the heavy modules in
memory.
"""

from ats_core.parser.worker import warm_up

warm_up()
