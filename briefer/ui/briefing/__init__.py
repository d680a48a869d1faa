"""The right pane: the briefing's outline and the preview of its pages."""
