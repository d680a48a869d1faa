"""The left pane: articles, search, what is dropped."""
