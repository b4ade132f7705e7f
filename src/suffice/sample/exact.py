"""Exact arithmetic for statutes: fractions all the way, rounded only where a rule says so. No binary floats."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import isqrt

ROOT_PLACES = 40
SHOWN_PLACES = 6
DIGITS_OF_A_NUMBER = 15


def rounded(value: Fraction, places: int) -> Fraction:
    """`value` rounded to the nearest of so many decimals; a half goes up."""
    scale = 10**places
    return Fraction((value * scale * 2 + 1) // 2, scale)


def nearest(value: Fraction) -> int:
    """The nearest whole number; a half goes up."""
    return int(rounded(value, 0))


def root(value: Fraction) -> Fraction:
    """The square root: exact where it is a fraction itself, else cut after 40 decimals."""
    above, below = isqrt(value.numerator), isqrt(value.denominator)
    if above * above == value.numerator and below * below == value.denominator:
        return Fraction(above, below)
    scale = 10**ROOT_PLACES
    return Fraction(isqrt(value.numerator * scale * scale // value.denominator), scale)


def decimal(value: Fraction | int, places: int = SHOWN_PLACES) -> Decimal:
    """`value` as a decimal to be read: with as many of `places` decimals as it needs."""
    short = Decimal(int(rounded(Fraction(value), places) * 10**places)).scaleb(-places).normalize()
    # 5.6E+5 is no way to write 560,000.
    return Decimal(int(short)) if short == short.to_integral_value() else short


def number(value: Decimal) -> int | float:
    """`value` as a JSON number that reads exactly like it.

    The shortest text of a binary float is the decimal it came from, up to 15 digits; beyond them decimals are rounded away.
    """
    if value == value.to_integral_value():
        return int(value)
    digits = len(value.as_tuple().digits)
    if digits > DIGITS_OF_A_NUMBER:
        value = round(value, max(0, DIGITS_OF_A_NUMBER - (value.adjusted() + 1)))
    return float(value)
