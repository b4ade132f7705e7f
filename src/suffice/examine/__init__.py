"""Candidates -> findings -> proposed disposition; duplicates; tally."""
