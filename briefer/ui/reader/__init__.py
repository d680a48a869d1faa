"""The middle pane: the article's text, its summary and its marks."""
