"""Where SQL steps are run: DuckDB on one machine, Spark on many."""

from suffice.engine.duck import DuckEngine, connect
from suffice.engine.engine import Engine, Setting, step

__all__ = ["DuckEngine", "Engine", "Setting", "connect", "step"]
