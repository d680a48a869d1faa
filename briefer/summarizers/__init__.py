"""Scores for sentences: sumy's methods, lead, and our own."""
