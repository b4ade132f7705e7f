"""Results for people to read: self-contained pages."""
