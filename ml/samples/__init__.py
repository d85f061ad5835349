"""Sample résumés of invented people: eighteen written by hand, and any number put together from phrases."""
