"""The documentation: pages for people, and what makes some of them from the code. Not part of the wheel."""
