"""The story in the middle: its summary, contradictions, figures, timeline and articles."""
