"""Actors and quotes of the article that is being read."""
