"""Suffice: does a paper petition suffice?"""

__version__ = "0.1.0"
