"""Compares the pace of pywhosaid with that of a loop in Rust, and two threads with one.

    python tools/python/bench/pace.py ../shared/polnear/dev/text

The rounds of all ways alternate, so that what else the machine does meets all of them. The best round of each
counts.
"""

import subprocess
import sys
import time
from pathlib import Path

import pywhosaid

PROJECT = Path(__file__).resolve().parents[3]
RUST = ["cargo", "run", "--quiet", "--release", "-p", "pywhosaid", "--example", "rust_loop", "--"]
ROUNDS = 30
LEAST_OF_RUST = 0.8
LEAST_OF_TWO_THREADS = 1.7


def main():
    paths = [path for name in sys.argv[1:] for path in sorted(Path(name).rglob("*.txt"))]
    if not paths:
        sys.exit(__doc__)
    texts = [path.read_bytes().decode() for path in paths]
    ways = {
        "a loop in Python": lambda: [pywhosaid.attribute(text) for text in texts],
        "the same with to_dicts()": lambda: [pywhosaid.attribute(text).to_dicts() for text in texts],
        "attribute_many, 1 thread": lambda: pywhosaid.attribute_many(texts, threads=1),
        "attribute_many, 2 threads": lambda: pywhosaid.attribute_many(texts, threads=2),
    }
    seconds = measure(ways, [path.resolve() for path in paths])
    megabytes = sum(len(text.encode()) for text in texts) / 1e6
    print(f"{len(texts)} texts, {megabytes:.2f} MB, best of {ROUNDS} rounds")
    for name, best in seconds.items():
        print(f"{name:26} {megabytes / best:6.1f} MB/s  {seconds['a loop in Rust'] / best:5.2f} of Rust")
    python = seconds["a loop in Rust"] / seconds["a loop in Python"]
    threads = seconds["attribute_many, 1 thread"] / seconds["attribute_many, 2 threads"]
    print(f"Python {python:.2f} of Rust (at least {LEAST_OF_RUST})")
    print(f"two threads {threads:.2f} times one (at least {LEAST_OF_TWO_THREADS})")
    sys.exit(python < LEAST_OF_RUST or threads < LEAST_OF_TWO_THREADS)


def measure(ways, paths):
    """The best seconds of each way."""
    pipe = subprocess.PIPE
    with subprocess.Popen([*RUST, *paths], cwd=PROJECT, stdin=pipe, stdout=pipe, text=True) as rust:
        best = {"a loop in Rust": float("inf")} | dict.fromkeys(ways, float("inf"))
        for _ in range(ROUNDS):
            best["a loop in Rust"] = min(best["a loop in Rust"], round_of(rust))
            for name, way in ways.items():
                start = time.perf_counter()
                way()
                best[name] = min(best[name], time.perf_counter() - start)
        rust.stdin.close()
    return best


def round_of(rust):
    rust.stdin.write("\n")
    rust.stdin.flush()
    return float(rust.stdout.readline().split()[0])


if __name__ == "__main__":
    main()
