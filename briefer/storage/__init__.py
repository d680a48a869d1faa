"""The library on disk: facts, decisions, undo, backups."""
