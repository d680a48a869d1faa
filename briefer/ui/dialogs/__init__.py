"""Windows that ask for one decision."""
