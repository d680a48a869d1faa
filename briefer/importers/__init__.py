"""Files to articles: one file for each format, and what is known of an article's source."""
