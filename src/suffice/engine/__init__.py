"""Where SQL steps are run: DuckDB on one machine, Spark on many."""

from suffice.engine.duck import connect

__all__ = ["connect"]
