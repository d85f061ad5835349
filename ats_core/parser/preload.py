"""Imported by the fork server once: workers forked from it start with the heavy modules in memory."""

from ats_core.parser.worker import warm_up

warm_up()
