"""Small parts used in several panes."""
