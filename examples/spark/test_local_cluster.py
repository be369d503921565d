"""Tests attribute.py on a local cluster of two worker processes.

Compares its output line by line with that of the example `jsonl` on this machine: for a folder, for the same folder
with one of the workers killed during the run, and for a Parquet file.

    python test_local_cluster.py

The texts are variations of the bundled article, and those of the folder $TEXTS if set. Linux only, because it finds
the workers in /proc.
"""

import contextlib
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time
import unittest

import pyarrow
import pyarrow.parquet
import pyspark

import attribute

HERE = pathlib.Path(__file__).resolve().parent
PROGRAM = HERE / "attribute.py"
ARTICLE = (HERE.parent / "data" / "security_council.txt").read_text(encoding="utf-8")
TEXTS = os.environ.get("TEXTS")
MASTER = "local-cluster[2,1,1024]"
EXECUTOR = b"CoarseGrainedExecutorBackend"
PARTITIONS = 12
VARIATIONS = 300

# The same program with a pause after each partition, so that there is time to kill a worker. The workers import
# `attribute` from the file that is added.
SLOW = f"""
import time
import attribute
from pyspark.sql import SparkSession

usual = attribute.attribute

def slow(batches):
    for batch in usual(batches):
        time.sleep(1)
        yield batch

SparkSession.builder.master("{MASTER}").getOrCreate().sparkContext.addPyFile(attribute.__file__)
attribute.attribute = slow
attribute.main()
"""


class LocalCluster(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.jsonl = build("jsonl")

    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.scratch = pathlib.Path(scratch.name)

    def test_a_folder(self):
        folder = self.write_folder()
        self.check(folder)

    def test_a_folder_with_a_killed_worker(self):
        folder = self.write_folder()
        slow = self.scratch / "slow.py"
        slow.write_text(SLOW)
        self.check(folder, slow, meanwhile=self.kill_one)

    @unittest.skipUnless(TEXTS, "TEXTS names no folder")
    def test_the_folder_given(self):
        self.check(pathlib.Path(TEXTS))

    def test_parquet(self):
        table = self.scratch / "texts.parquet"
        rows = [{"id": index, "text": text} for index, text in enumerate(variations())]
        expected = self.expected_lines(rows)
        rows[50]["text"] = None
        expected[50] = '{"id":50,"error":"texts.parquet row 51: no text"}'
        pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), table, row_group_size=40)
        self.compare(self.attribute(table), expected)

    def write_folder(self):
        """Writes files whose names sort differently by letters and by bytes, one that is not UTF-8 and one other file."""
        folder = self.scratch / "texts"
        for index, text in enumerate(variations()):
            path = folder / ["a", "a b", "B/é", "."][index % 4] / f"{index}.{index % 3}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        (folder / "a" / "broken.txt").write_bytes("“No".encode() + b"\xff")
        (folder / "a.md").write_text("“No,” said nobody.")
        return folder

    def check(self, folder, program=PROGRAM, meanwhile=lambda driver, output: None):
        lines = self.attribute(folder, program, meanwhile)
        self.compare(lines, self.expected_lines(list(requests(folder))))

    def expected_lines(self, requests):
        """Returns the output of one process for all requests, with errors in their place."""
        lines = [json.dumps(request, ensure_ascii=False) for request in requests if "error" not in request]
        run = subprocess.run(self.jsonl, input="\n".join(lines).encode(), stdout=subprocess.PIPE, check=True)
        answers = iter(split(run.stdout))
        errors = (request.get("error") for request in requests)
        return [attribute.error_line(None, reason) if reason else next(answers) for reason in errors]

    def attribute(self, input, program=PROGRAM, meanwhile=lambda driver, output: None):
        """Returns the lines that the cluster writes."""
        output = self.scratch / "said"
        command = [
            sys.executable,
            program,
            input,
            output,
            "--master",
            MASTER,
            "--partitions",
            str(PARTITIONS),
        ]
        environment = {
            "PYTHONPATH": str(HERE),
            "SPARK_HOME": os.path.dirname(pyspark.__file__),
            "SPARK_LOCAL_IP": "127.0.0.1",
            "PYSPARK_PYTHON": sys.executable,
        }
        log = self.scratch / "log"
        start = time.monotonic()
        with open(log, "wb") as stderr:
            driver = subprocess.Popen(command, env=os.environ | environment, stderr=stderr)
            with contextlib.ExitStack() as stack:
                stack.callback(driver.kill)
                meanwhile(driver, output)
                driver.wait(timeout=300)
        self.assertEqual(driver.returncode, 0, log.read_text(errors="replace"))
        print(f"{self.id()}: {time.monotonic() - start:.1f} s", file=sys.stderr)
        parts = sorted(output.glob("part-*"))
        self.assertGreater(len(parts), 1)
        return split(b"".join(part.read_bytes() for part in parts))

    def kill_one(self, driver, output):
        """Waits until both workers are busy and some partitions are written, then kills one worker."""
        deadline = time.monotonic() + 240
        while len(working(driver)) < 2 or not list(output.glob("_temporary/*/task_*")):
            self.assertLess(time.monotonic(), deadline, "two working executors")
            self.assertIsNone(driver.poll(), "the driver runs")
            time.sleep(0.05)
        pids = working(driver)
        finished = len(list(output.glob("_temporary/*/task_*")))
        os.kill(pids[0], signal.SIGKILL)
        self.assertFalse((output / "_SUCCESS").exists(), "killed in mid-run")
        self.assertLess(finished, PARTITIONS)
        print(f"killed {pids[0]} of {pids}, {finished} of {PARTITIONS} partitions finished", file=sys.stderr)
        while not set(executors(driver)) - set(pids):
            self.assertLess(time.monotonic(), deadline, "Spark starts another")
            self.assertIsNone(driver.poll(), "the driver runs")
            time.sleep(0.05)

    def compare(self, lines, expected):
        self.assertEqual(len(lines), len(expected))
        for number, (line, other) in enumerate(zip(lines, expected, strict=True), 1):
            self.assertEqual(line, other, f"line {number}")
        print(f"{self.id()}: {len(lines)} lines are as expected", file=sys.stderr)


def build(example):
    """Builds an example with cargo and returns its path."""
    command = ["cargo", "build", "--quiet", "--release", "--example", example, "--message-format=json"]
    run = subprocess.run(command, cwd=HERE.parents[1], check=True, stdout=subprocess.PIPE)
    return next(
        path for message in run.stdout.splitlines() if (path := json.loads(message).get("executable"))
    )


def split(output):
    """Splits an output at newlines only, unlike `str.splitlines`."""
    *lines, rest = output.decode().split("\n")
    if rest:
        raise ValueError(f"an incomplete line: {rest}")
    return lines


def variations():
    """Yields texts that differ in names, length and order of paragraphs."""
    paragraphs = ARTICLE.split("\n\n")
    for index in range(VARIATIONS):
        shift = index % len(paragraphs)
        text = "\n\n".join(paragraphs[shift:] + paragraphs[: shift if index % 2 else 0])
        yield text.replace("Guterres", f"Guterres-{'ABCDEFG'[index % 7]}")


def requests(folder):
    """Yields requests for the files, ordered by the bytes of each part of their paths."""
    paths = (path for path in folder.rglob("*.txt") if path.is_file())

    def by_parts(path):
        return [os.fsencode(part) for part in path.relative_to(folder).parts]

    for path in sorted(paths, key=by_parts):
        id = path.relative_to(folder).as_posix().removesuffix(".txt")
        try:
            yield {"id": id, "text": path.read_bytes().decode()}
        except UnicodeDecodeError as error:
            yield {"error": f"{id}.txt: not UTF-8 at byte {error.start + 1}"}


def executors(driver):
    """Returns the process ids of the executors of this driver."""
    return [pid for pid in descendants(driver.pid) if EXECUTOR in command_line(pid).split(b"\0", 1)[-1]]


def working(driver):
    """Returns the executors that have a Python process for a partition, beside the one that starts these."""

    def busy(pid):
        return sum(b"pyspark.daemon" in command_line(child) for child in descendants(pid)) > 1

    return [pid for pid in executors(driver) if busy(pid)]


def descendants(pid):
    children = {}
    for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            # The name in parentheses may contain spaces and parentheses.
            parent = int(stat.read_text(errors="replace").rpartition(")")[2].split()[1])
            children.setdefault(parent, []).append(int(stat.parent.name))
    found, waiting = [], [pid]
    while waiting:
        more = children.get(waiting.pop(), [])
        found += more
        waiting += more
    return sorted(found)


def command_line(pid):
    with contextlib.suppress(OSError):
        return pathlib.Path(f"/proc/{pid}/cmdline").read_bytes()
    return b""


if __name__ == "__main__":
    unittest.main()
