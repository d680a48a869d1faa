"""Exports of news databases: one file of many articles, cut into its articles with their fields."""
