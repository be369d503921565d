"""Attributes a corpus on a Spark cluster by running the `jsonl` example in every worker.

    python attribute.py articles/ said            # *.txt files at any depth
    python attribute.py articles.parquet said     # columns id and text

The output is a folder of text files. In the order of their names, their lines equal the output on a single machine:
one record per document, files in the order of their paths, rows in the order of the table.
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

# A whole Arrow batch is kept in memory, and texts are long.
ROWS_PER_BATCH = 64
PARTITIONS_PER_CORE = 4

ERROR_LINE = re.compile(r'^(\{"id":.*?,"error":")line \d+(?=:)')


def main():
    options = parse_options()
    program = options.jsonl or build("--example", PROGRAM)
    builder = SparkSession.builder.appName("whosaid")
    if options.master:
        builder = builder.master(options.master)
    spark = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", ROWS_PER_BATCH).getOrCreate()
    spark.sparkContext.addFile(str(program))
    partitions = options.partitions or PARTITIONS_PER_CORE * spark.sparkContext.defaultParallelism
    read = read_parquet if options.input.rstrip("/").endswith(".parquet") else read_folder
    # Sorted before attribution, because sorting samples its input and would attribute every document twice.
    documents = read(spark, options.input).repartitionByRange(partitions, "key").sortWithinPartitions("key")
    answers = documents.select("place", "id", "text").mapInArrow(attribute, "value string")
    answers.write.text(options.output)
    spark.stop()


def parse_options():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("input", help="a folder of *.txt files, or Parquet that ends in .parquet")
    parser.add_argument("output", help="a folder that does not exist yet")
    parser.add_argument("--master", help="as for spark-submit; Spark's configuration if not given")
    parser.add_argument("--partitions", type=int, help=f"{PARTITIONS_PER_CORE} per core if not given")
    parser.add_argument(
        "--jsonl",
        type=named_program,
        help="the program, built for the workers' system; built by cargo for this system if not given",
    )
    return parser.parse_args()


def named_program(path):
    # The workers look it up by its name.
    if pathlib.Path(path).name != PROGRAM:
        raise argparse.ArgumentTypeError(f"the file must be named {PROGRAM}")
    return pathlib.Path(path)


def build(*target):
    """Builds an example or a package with cargo and returns the path of its program."""
    command = ["cargo", "build", "--quiet", "--release", *target, "--message-format=json"]
    messages = subprocess.run(command, cwd=PROJECT, check=True, stdout=subprocess.PIPE).stdout.splitlines()
    return next(path for message in messages if (path := json.loads(message).get("executable")))


def read_folder(spark, folder):
    """Returns the documents of a folder. The id is the path in the folder without ".txt"."""
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
    """Returns the rows with a sort key of file and row number, because reading does not keep their order."""
    file, row = F.col("_metadata.file_path"), F.col("_metadata.row_index")
    place = F.concat(F.col("_metadata.file_name"), F.lit(" row "), row + 1)
    key = F.struct(file, row).alias("key")
    return spark.read.parquet(path).select(key, place.alias("place"), "id", "text")


def attribute(batches):
    """Sends the rows of a partition to one process, one at a time, and yields its answers."""
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
            return error_record(id, f"{place}: not UTF-8 at byte {error.start + 1}")
    request = json.dumps({"id": id, "text": text}, ensure_ascii=False, default=str)
    program.stdin.write(request.encode() + b"\n")
    program.stdin.flush()
    line = program.stdout.readline().decode()
    if not line.endswith("\n"):
        # Makes Spark run the partition again, possibly on another worker.
        raise RuntimeError(f"{PROGRAM} ended with {program.wait()} at {place}")
    # Replaces the line number of the program, which counts within the partition, by the place in the input.
    return ERROR_LINE.sub(lambda match: match[1] + json_inside(place), line[:-1])


def error_record(id, reason):
    return json.dumps({"id": id, "error": reason}, ensure_ascii=False, separators=(",", ":"))


def json_inside(text):
    return json.dumps(text, ensure_ascii=False)[1:-1]


if __name__ == "__main__":
    main()
