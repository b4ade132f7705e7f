"""A folder at a URL, through the file systems that Spark brings (s3a://, hdfs://, abfss:// ...)."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Collection, Iterator
from pathlib import Path

from py4j.java_gateway import JavaObject
from py4j.protocol import Py4JJavaError
from pyspark.sql import SparkSession

from suffice.errors import InputError


class RemoteFolder:
    """The folder at `url`, whether it is there or not. Every method raises InputError where its storage refuses."""

    def __init__(self, session: SparkSession, url: str) -> None:
        self.url = url.rstrip("/")
        self._java = session.sparkContext._jvm
        with self._asked():
            path = self._path(self.url)
            self._system: JavaObject = path.getFileSystem(session.sparkContext._jsc.hadoopConfiguration())
            # Storage that guards its own files needs no file of check sums beside each.
            self._system.setWriteChecksum(False)

    def refuse_unless_free(self, own: Collection[str], overwrite: bool) -> None:
        """Raises InputError unless a result holding `own` names may be put here.

        A folder that is not empty is refused; with `overwrite` only where it holds other names than `own`.
        """
        with self._asked():
            path = self._path(self.url)
            if not self._system.exists(path):
                return
            present = sorted(str(one.getPath().getName()) for one in self._system.listStatus(path))
        if foreign := [name for name in present if name not in own]:
            raise InputError(
                "The folder holds files that Suffice did not write there", file=self.url, found=", ".join(foreign[:3]),
                remedy="Name another --out.",
            )  # fmt: skip
        if present and not overwrite:
            raise InputError(
                "The folder already holds a result", file=self.url, found=", ".join(present[:3]),
                remedy="Name another --out, or give --overwrite to replace it.",
            )  # fmt: skip

    def receive(self, folder: Path, own: Collection[str]) -> None:
        """Puts the files of `folder` that bear `own` names here, in place of what was here.

        They are copied beside and then renamed, so that nobody finds half of them.
        """
        parent, _, name = self.url.rpartition("/")
        beside = self._path(f"{parent}/.{name}.{os.getpid()}.part")
        with self._asked():
            self._system.mkdirs(beside)
            try:
                for file in sorted(folder.iterdir()):
                    if file.name in own:
                        self._copied(file, self._path(beside, file.name))
                target = self._path(self.url)
                self._system.delete(target, True)
                if not self._system.rename(beside, target):
                    raise InputError("The storage does not rename the finished folder", file=self.url)
            finally:
                self._system.delete(beside, True)

    def _copied(self, file: Path, to: JavaObject) -> None:
        written = self._system.create(to, True)
        read = self._java.java.io.FileInputStream(str(file))
        # Both are closed by it, whatever happens.
        self._java.org.apache.hadoop.io.IOUtils.copyBytes(read, written, 1 << 20, True)

    def _path(self, *parts: object) -> JavaObject:
        return self._java.org.apache.hadoop.fs.Path(*parts)

    @contextlib.contextmanager
    def _asked(self) -> Iterator[None]:
        try:
            yield
        except Py4JJavaError as wrong:
            reason = str(wrong.java_exception).splitlines()[0]
            raise InputError(f"The storage refuses: {reason}", file=self.url, remedy="Name another --out.") from wrong
