"""The command line: one module a command group, each command a thin caller of the core."""
