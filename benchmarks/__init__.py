"""Time, memory and correctness, measured by the real commands and printed as a table."""
