"""The random sample: how it is drawn, what each statute projects from it, and what the statutes leave out."""
