"""A composed document to a file: one file for each format."""
