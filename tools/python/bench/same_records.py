"""Compares the records of pywhosaid with those of the library, text by text and to the byte.

    python tools/python/bench/same_records.py ../shared/polnear/dev/text ../shared/fiction/pdnc/Emma ...

Takes folders and files of texts. The library's records are those that the example `jsonl` writes.
"""

import json
import subprocess
import sys
from pathlib import Path

import pywhosaid

PROJECT = Path(__file__).resolve().parents[3]
JSONL = ["cargo", "run", "--quiet", "--release", "--example", "jsonl"]


def main():
    paths = [path for name in sys.argv[1:] for path in files(Path(name))]
    if not paths:
        sys.exit(__doc__)
    texts = [path.read_bytes().decode() for path in paths]
    requests = "".join(json.dumps({"id": i, "text": text}) + "\n" for i, text in enumerate(texts))
    run = subprocess.run(JSONL, cwd=PROJECT, input=requests.encode(), stdout=subprocess.PIPE, check=True)
    expected = run.stdout.decode().removesuffix("\n").split("\n")
    analyses = pywhosaid.attribute_many(texts)
    records = 0
    for i, (path, line, analysis) in enumerate(zip(paths, expected, analyses, strict=True)):
        if analysis.to_json(id=i) != line:
            sys.exit(f"{path}: other JSON")
        if converted(analysis) != bytes_of(json.loads(line), analysis.text):
            sys.exit(f"{path}: other records")
        records += len(analysis.quotations) + len(analysis.attributions) + len(analysis.speakers)
    print(f"{len(texts)} texts, {records} records: all the same")


def files(path):
    return sorted(path.rglob("*.txt")) if path.is_dir() else [path]


def converted(analysis):
    """All that the Python objects say, with offsets in code points."""
    return {
        "quotations": [
            place(q) + [q.start, q.end, q.text, passage(q.content)[:2], index(q.parent), index(q.attribution)]
            for q in analysis.quotations
        ],
        "attributions": [
            place(a)
            + [a.kind, [passage(part)[:2] for part in a.content], passage(a.cue), passage(a.source)]
            + [index(a.speaker), a.rule, a.confidence, a.speaker_confidence, index(a.parent)]
            for a in analysis.attributions
        ],
        "speakers": [
            place(s) + [s.name, s.kind, s.gender, s.id, s.titles, [passage(part)[:2] for part in s.mentions]]
            for s in analysis.speakers
        ],
    }


def place(record):
    return [record.index, record.paragraph, record.sentence]


def index(record):
    return record and record.index


def passage(part):
    return part and [part.start, part.end, part.text]


def bytes_of(record, text):
    """The same lists from the library's JSON, its bytes converted here."""
    chars = {len(text.encode()): len(text)}
    at = 0
    for count, char in enumerate(text):
        chars[at] = count
        at += len(char.encode())

    def span(place):
        return [chars[place["start"]], chars[place["end"]]]

    def place(record):
        return [record["index"], record["paragraph"], record["sentence"]]

    def words(part):
        return part and [*span(part["span"]), part["text"]]

    return {
        "quotations": [
            place(q) + [*span(q["span"]), q["text"], span(q["content"]), q["parent"], q["attribution"]]
            for q in record["quotations"]
        ],
        "attributions": [
            place(a)
            + [a["kind"], [span(part) for part in a["content"]], words(a["cue"]), words(a["source"])]
            + [a["speaker"], a["rule"], a["confidence"], a["speaker_confidence"], a["parent"]]
            for a in record["attributions"]
        ],
        "speakers": [
            place(s)
            + [
                s["name"],
                s["kind"],
                s["gender"],
                s["id"],
                s["titles"],
                [span(part) for part in s["mentions"]],
            ]
            for s in record["speakers"]
        ],
    }


if __name__ == "__main__":
    main()
