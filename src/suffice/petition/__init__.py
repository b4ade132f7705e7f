"""The petition: its file and its lines."""
