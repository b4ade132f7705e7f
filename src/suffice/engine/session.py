"""Starting and ending Spark: quietly, with its temporary files in one folder that is gone afterwards."""

from __future__ import annotations

import contextlib
import logging
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from py4j.java_gateway import JavaGateway
from py4j.protocol import Py4JError, Py4JJavaError
from pyspark import SparkConf, SparkContext
from pyspark.errors import PySparkException
from pyspark.java_gateway import launch_gateway
from pyspark.sql import SparkSession

from suffice.engine.java import java_home
from suffice.errors import InputError, SufficeError

MEMORY = "4g"
"""Memory of the Java that drives (and, on one machine, does all), if not said: enough for a county, and room for others."""
MASTER = r"local(\[(\*|\d+)(,\d+)?\])?|local-cluster\[\d+,\d+,\d+\]|spark://\S+:\d+|yarn|k8s://\S+"
SUBMITTED = "PYSPARK_GATEWAY_PORT"
"""Set where `spark-submit` has started the program: then Java runs already, with the master given there."""


@contextlib.contextmanager
def spark_session(
    folder: Path, master: str | None = None, threads: int | None = None, memory: str | None = None
) -> Iterator[SparkSession]:
    """A session on `master` (this machine with `threads` workers if None), with `memory` such as "4GB" for its driver.

    Temporary files, and all that Java says, go into `folder`/spark, which is removed at the end. Raises InputError for a
    master that is none, threads together with a master, no Java; SufficeError where Spark fails.
    """
    if master is not None and threads is not None:
        raise InputError(
            "--threads is for this machine alone", found=f"--threads {threads} and --master {master}",
            remedy="Say it in the master, such as local[4], or leave it to the cluster",
        )  # fmt: skip
    if master is not None and not re.fullmatch(MASTER, master):
        raise InputError(
            "This is no master of Spark", found=master,
            expected="local[4], spark://host:7077, yarn or k8s://https://host:port",
        )  # fmt: skip
    # What fails is said once, at the end, and in one sentence.
    logging.getLogger("SQLQueryContextLogger").setLevel(logging.CRITICAL)
    own = folder / "spark"
    own.mkdir()
    log = own / "java.log"
    try:
        with _running(_settings(own, master, threads, memory), own, log) as session:
            yield session
    finally:
        shutil.rmtree(own, ignore_errors=True)


def _settings(own: Path, master: str | None, threads: int | None, memory: str | None) -> dict[str, str]:
    at = master or (None if SUBMITTED in os.environ else f"local[{threads or '*'}]")
    said = {
        "spark.app.name": "Suffice",
        "spark.driver.memory": re.sub(r"(?i)\s*([kmgt])i?b$", r"\1", memory).lower() if memory else MEMORY,
        "spark.driver.maxResultSize": "0",
        "spark.ui.showConsoleProgress": "false",
        # The rules of SQL that the steps rely on, whatever the cluster's own settings are.
        "spark.sql.ansi.enabled": "true",
        "spark.sql.caseSensitive": "false",
        "spark.sql.parser.escapedStringLiterals": "false",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.adaptive.enabled": "true",
        # What Spark infers of a checkpointed table it may look for in columns that are gone (Spark 4: "key not found").
        "spark.sql.constraintPropagation.enabled": "false",
    }
    if at:
        said["spark.master"] = at
    if at and at.startswith("local"):
        said |= {
            "spark.ui.enabled": "false",
            "spark.driver.host": "127.0.0.1",
            "spark.driver.bindAddress": "127.0.0.1",
            "spark.local.dir": str(own),
            "spark.sql.warehouse.dir": str(own / "warehouse"),
            "spark.sql.artifact.copyFromLocalToFs.allowDestLocal": "false",
            "spark.driver.extraJavaOptions": f"-Djava.io.tmpdir={own}",
            "spark.sql.shuffle.partitions": str(max(8, 4 * (threads or os.cpu_count() or 1))),
        }
    return said


@contextlib.contextmanager
def _running(settings: dict[str, str], own: Path, log: Path) -> Iterator[SparkSession]:
    conf = SparkConf(loadDefaults=False).setAll(list(settings.items()))
    gateway = None
    try:
        # Within, because Java must still be there to say what went wrong.
        with _faults(log):
            if SUBMITTED not in os.environ:
                gateway = _java(conf, own, log)
            context = SparkContext(conf=conf, gateway=gateway)
            context.setLogLevel("ERROR")
            yield SparkSession(context)
    finally:
        with contextlib.suppress(Py4JError, OSError):
            if SparkContext._active_spark_context is not None:
                SparkContext._active_spark_context.stop()
        if gateway is not None:
            gateway.shutdown()
            _ended(gateway.proc)


def _java(conf: SparkConf, own: Path, log: Path) -> JavaGateway:
    at_home = "127.0.0.1" if conf.contains("spark.local.dir") else None
    with log.open("wb") as said, _environment(JAVA_HOME=java_home(own), SPARK_LOCAL_IP=at_home):
        return launch_gateway(conf, {"stdout": said, "stderr": said})


def _ended(java: subprocess.Popen[bytes]) -> None:
    """Lets Java end, as it does when nobody writes to it any more, and forgets it, so that another can be started."""
    SparkContext._gateway = None
    SparkContext._jvm = None
    if java.stdin is not None:
        java.stdin.close()
    try:
        java.wait(timeout=20)
    except subprocess.TimeoutExpired:
        java.kill()
        java.wait()


@contextlib.contextmanager
def _environment(**said: Path | str | None) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in said}
    os.environ.update({name: str(value) for name, value in said.items() if value is not None})
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


@contextlib.contextmanager
def _faults(log: Path) -> Iterator[None]:
    """Says in one sentence what Spark says in two hundred lines; `--debug` shows them all."""
    try:
        yield
    except Py4JJavaError as wrong:
        raise SufficeError(f"Spark failed: {_first_line(str(wrong.java_exception))}") from wrong
    except (Py4JError, PySparkException) as wrong:
        told = log.read_text(encoding="utf-8", errors="replace").strip().splitlines() if log.exists() else []
        raise SufficeError(f"Spark failed: {_first_line(str(wrong))}{' ' + told[-1] if told else ''}") from wrong


def _first_line(text: str) -> str:
    return next((line.strip() for line in text.splitlines() if line.strip()), "no reason given")
