"""Persons, organisations, places, their roles, and who said what."""
