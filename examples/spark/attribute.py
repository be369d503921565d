"""Attributes a corpus on a Spark cluster, by the `jsonl` example in every worker.

    python attribute.py articles/ said            # *.txt files at any depth
    python attribute.py articles.parquet said     # columns id and text

The output is a folder of text files whose lines, in the order of the files' names, are those of the
single-machine run: a record a document, files in the order of their paths, rows in the order of the table.
"""

import argparse
import json
import pathlib
import re
import subprocess

import pyarrow
from pyspark import SparkFiles
from pyspark.sql import SparkSession, functions as F

PROJECT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = "jsonl"

# An Arrow batch is held at once, and texts are long.
ROWS_A_BATCH = 64
PARTITIONS_A_CORE = 4

REFUSED_LINE = re.compile(r'^(\{"id":null,"error":")line \d+(?=:)')


def main():
    options = parse_options()
    program = options.jsonl or build(PROGRAM)
    builder = SparkSession.builder.appName("whosaid")
    if options.master:
        builder = builder.master(options.master)
    spark = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", ROWS_A_BATCH).getOrCreate()
    spark.sparkContext.addFile(str(program))
    partitions = options.partitions or PARTITIONS_A_CORE * spark.sparkContext.defaultParallelism
    read = read_parquet if options.input.rstrip("/").endswith(".parquet") else read_folder
    # Sorted before, not after: to sort, Spark samples, and for that it would attribute everything twice.
    documents = read(spark, options.input).repartitionByRange(partitions, "key").sortWithinPartitions("key")
    answers = documents.select("place", "id", "text").mapInArrow(attribute, "value string")
    answers.write.text(options.output)
    spark.stop()


def parse_options():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("input", help="a folder of *.txt files, or Parquet that ends in .parquet")
    parser.add_argument("output", help="a folder that is not there yet")
    parser.add_argument("--master", help="as of spark-submit; what Spark is configured for if not given")
    parser.add_argument("--partitions", type=int, help=f"{PARTITIONS_A_CORE} a core if not given")
    parser.add_argument(
        "--jsonl",
        type=named_program,
        help="the program, built for the workers' system; if not given, cargo builds it for this one",
    )
    return parser.parse_args()


def named_program(path):
    # The workers find it by its name.
    if pathlib.Path(path).name != PROGRAM:
        raise argparse.ArgumentTypeError(f"the file has to be called {PROGRAM}")
    return pathlib.Path(path)


def build(example):
    """Has cargo build it and say where it is."""
    command = ["cargo", "build", "--quiet", "--release", "--example", example, "--message-format=json"]
    messages = subprocess.run(command, cwd=PROJECT, check=True, stdout=subprocess.PIPE).stdout.splitlines()
    return next(path for message in messages if (path := json.loads(message).get("executable")))


def read_folder(spark, folder):
    """Documents whose id is the path in the folder without ".txt"."""
    files = (
        spark.read.format("binaryFile")
        .option("pathGlobFilter", "*.txt")
        .option("recursiveFileLookup", True)
        .load(folder)
    )
    path = spark._jvm.org.apache.hadoop.fs.Path(folder)
    root = path.getFileSystem(spark._jsc.hadoopConfiguration()).makeQualified(path).toString()
    place = F.col("path").substr(F.lit(len(root.rstrip("/")) + 2), F.length("path"))
    return files.select(
        F.split(place, "/").alias("key"),
        place.alias("place"),
        F.regexp_replace(place, r"\.txt$", "").alias("id"),
        F.col("content").alias("text"),
    )


def read_parquet(spark, path):
    """Rows in the order of files and of rows in them, which reading alone does not keep."""
    file, row = F.col("_metadata.file_path"), F.col("_metadata.row_index")
    place = F.concat(F.col("_metadata.file_name"), F.lit(" row "), row + 1)
    key = F.struct(file, row).alias("key")
    return spark.read.parquet(path).select(key, place.alias("place"), "id", "text")


def attribute(batches):
    """Gives the rows of a partition to one process, one after the other, and takes its answers."""
    pipe = subprocess.PIPE
    with subprocess.Popen([SparkFiles.get(PROGRAM)], stdin=pipe, stdout=pipe) as program:
        for batch in batches:
            rows = zip(*(column.to_pylist() for column in batch.columns))
            yield pyarrow.RecordBatch.from_pydict({"value": [answer(program, *row) for row in rows]})


def answer(program, place, id, text):
    if isinstance(text, bytes):
        try:
            text = text.decode()
        except UnicodeDecodeError as error:
            return refusal(f"{place}: not UTF-8 at byte {error.start + 1}")
    request = json.dumps({"id": id, "text": text}, ensure_ascii=False, default=str)
    program.stdin.write(request.encode() + b"\n")
    program.stdin.flush()
    line = program.stdout.readline().decode()
    if not line.endswith("\n"):
        # Spark runs the partition again, elsewhere.
        raise RuntimeError(f"{PROGRAM} ended with {program.wait()} at {place}")
    # To the program it is a line of the partition, which says nothing to anybody.
    return REFUSED_LINE.sub(lambda match: match[1] + json_inside(place), line[:-1])


def refusal(reason):
    return json.dumps({"id": None, "error": reason}, ensure_ascii=False, separators=(",", ":"))


def json_inside(text):
    return json.dumps(text, ensure_ascii=False)[1:-1]


if __name__ == "__main__":
    main()
