"""Spark: for rolls that outgrow one machine. The same SQL files, put into Spark's words by SQLGlot."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import duckdb
import pyarrow as pa
from pyspark import StorageLevel, cloudpickle
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.functions import arrow_udf

from suffice.engine import similarity
from suffice.engine.dialect import own, spark_functions, spark_sql
from suffice.engine.duck import WRITING, write_result


class SparkEngine:
    """Runs the steps in one session of Spark, each made once and held by the workers (in memory, else on their disks)."""

    def __init__(self, session: SparkSession) -> None:
        """Takes `session` and tells it the standard functions."""
        self.session = session
        self._made: dict[str, DataFrame] = {}
        _teach(session)

    def make(self, name: str, select: str) -> None:
        """Makes the table `name` of what `select` gives."""
        frame = self.session.sql(spark_sql(select))
        # A checkpoint also cuts off how the table came about: else the last step would be planned as all steps at once.
        made = frame.localCheckpoint(eager=True, storageLevel=StorageLevel.MEMORY_AND_DISK)
        made.createOrReplaceTempView(name)
        self._free(name)
        self._made[name] = made

    def add(self, name: str, table: pa.Table) -> None:
        """Sends `table` to Spark as `name`."""
        self.session.createDataFrame(table).createOrReplaceTempView(name)

    def read(self, name: str, path: str) -> list[str]:
        """Makes the Parquet file or folder at `path`, wherever Spark reads it, readable as `name`; gives its columns."""
        frame = self.session.read.parquet(path)
        frame.createOrReplaceTempView(name)
        return list(frame.columns)

    def drop(self, name: str) -> None:
        """Gives the room of the table `name` back."""
        self.session.catalog.dropTempView(name)
        self._free(name)

    def _free(self, name: str) -> None:
        made = self._made.pop(name, None)
        if made is not None:
            made._jdf.queryExecution().logical().rdd().unpersist(False)

    def rows(self, select: str) -> pa.Table:
        """What `select` gives, as one Arrow table."""
        return self.session.sql(spark_sql(select)).toArrow()

    def write(self, select: str, path: Path) -> None:
        """Writes what `select` gives, in its order, to `path` on this machine: CSV or Parquet by the ending of its name."""
        with duckdb.connect(config=WRITING) as connection:
            # Written by DuckDB, so that a number or a quotation mark looks the same whoever found it.
            connection.register("answer", self.rows(select))
            write_result(connection, "SELECT * FROM answer", path)

    def need(self, gigabytes: int) -> None:
        """Nothing to do: Spark's memory is fixed when it starts, and what does not fit goes to the workers' disks."""

    def count(self, name: str) -> int:
        """How many rows the table `name` has."""
        return int(self.session.table(name).count())


def _teach(session: SparkSession) -> None:
    cloudpickle.register_pickle_by_value(similarity)
    for function, gives in ((similarity.jaro_winkler_similarity, "double"), (similarity.damerau_levenshtein, "int")):
        session.udf.register(own(function.__name__), arrow_udf(function, gives))
    for name, (letters, as_written) in _letters().items():
        session.sql(
            f"CREATE OR REPLACE TEMPORARY FUNCTION {own(name)}(written STRING) RETURNS STRING "
            f"RETURN translate(written, '{letters}', '{as_written}')"
        )
    for statement in spark_functions():
        session.sql(statement)


@cache
def _letters() -> dict[str, tuple[str, str]]:
    """Which letters DuckDB writes without accents, and in capitals, and how: Spark would say STRASSE for Straße.

    A letter that becomes nothing (an accent by itself) stands at the end, where `translate` has no counterpart for it.
    """
    with duckdb.connect() as connection:
        connection.execute(
            "CREATE TABLE letter AS SELECT chr(i) AS one FROM (SELECT unnest(generate_series(33, 1114111))::INTEGER AS i) "
            "WHERE NOT i BETWEEN 55296 AND 57343"
        )
        said = {
            name: connection.sql(
                f"SELECT one, {function}(one) AS other FROM letter WHERE other <> one ORDER BY other = '', one"
            ).fetchall()
            for name, function in (("strip_accents", "strip_accents"), ("capitals", "upper"))
        }
    return {name: ("".join(one for one, _ in rows), "".join(two for _, two in rows)) for name, rows in said.items()}
