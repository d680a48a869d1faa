"""The words every part of Briefer shares: plain immutable data, no Qt, no database, no parsing."""
