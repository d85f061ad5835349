"""The core of LTI ATS: engines (pure), services (one folder a noun) and the ground they stand on."""

__version__ = "0.1.0"
