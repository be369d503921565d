"""Attributes a corpus on a Spark cluster with the Python package `pywhosaid`, which every worker needs.

    python attribute.py articles/ said            # *.txt files at any depth
    python attribute.py articles.parquet said     # columns id and text

The output is a folder of text files. In the order of their names, their lines equal the output on a single machine:
one record per document, files in the order of their paths, rows in the order of the table.
"""

import argparse
import json

import pyarrow
import pywhosaid
from pyspark.sql import SparkSession
from pyspark.sql import functions as F  # noqa: N812 (the usual name)

# A whole Arrow batch is kept in memory, and texts are long.
ROWS_PER_BATCH = 64
PARTITIONS_PER_CORE = 4


def main():
    options = parse_options()
    builder = SparkSession.builder.appName("whosaid")
    if options.master:
        builder = builder.master(options.master)
    spark = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", ROWS_PER_BATCH).getOrCreate()
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
    return parser.parse_args()


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
    """Yields the lines for the rows of a partition, in their order."""
    attributor = pywhosaid.Attributor()
    for batch in batches:
        rows = zip(*(column.to_pylist() for column in batch.columns), strict=True)
        yield pyarrow.RecordBatch.from_pydict({"value": [line(attributor, *row) for row in rows]})


def line(attributor, place, id, text):
    """Returns the record of a document, or an error in place of it."""
    # An id that JSON does not have, such as a date, as text.
    id = json.loads(json.dumps(id, default=str))
    if text is None:
        return error_line(id, f"{place}: no text")
    if isinstance(text, bytes):
        try:
            text = text.decode()
        except UnicodeDecodeError as error:
            return error_line(None, f"{place}: not UTF-8 at byte {error.start + 1}")
    return attributor.attribute(text).to_json(id=id)


def error_line(id, reason):
    return json.dumps({"id": id, "error": reason}, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    main()
