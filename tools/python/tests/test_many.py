"""Many texts on several threads."""

import threading
import time

import pytest

import pywhosaid

NAMES = ["Marta Holt", "Robert Pike", "Ada Okoro"]


def texts(count):
    return [f"“This is text {i},” said {NAMES[i % 3]}. " * (1 + i % 5) for i in range(count)]


@pytest.mark.parametrize("threads", [None, 1, 2, 7])
@pytest.mark.parametrize("count", [0, 1, 2000])
def test_the_order_is_kept(threads, count):
    given = texts(count)
    analyses = pywhosaid.attribute_many(given, threads=threads)
    assert [analysis.text for analysis in analyses] == given
    assert [a.to_json() for a in analyses] == [pywhosaid.attribute(text).to_json() for text in given]


def test_an_attributor_reads_many_with_its_options():
    attributor = pywhosaid.Attributor(kinds=["indirect"])
    analyses = attributor.attribute_many(texts(4), threads=2)
    assert [len(analysis.attributions) for analysis in analyses] == [0, 0, 0, 0]


def test_any_iterable_will_do():
    assert len(pywhosaid.attribute_many(text for text in texts(3))) == 3


def test_other_threads_run_meanwhile(article):
    # With the lock of the interpreter held, the other thread would count nothing in between.
    counts, reading = [], threading.Event()

    def count():
        reading.wait()
        while reading.is_set():
            counts.append(time.perf_counter())
            time.sleep(0.001)

    counter = threading.Thread(target=count)
    counter.start()
    text = article * 200
    reading.set()
    start = time.perf_counter()
    pywhosaid.attribute_many([text, text], threads=2)
    end = time.perf_counter()
    reading.clear()
    counter.join()
    assert sum(start < at < end for at in counts) >= 5


def test_an_error_in_an_iterable_is_passed_on():
    def broken():
        yield "“We won,” said Marta Holt."
        raise OSError("disk")

    with pytest.raises(OSError, match="disk"):
        pywhosaid.attribute_many(broken())


@pytest.mark.parametrize(
    ("given", "threads", "error", "message"),
    [
        (["a", 3], None, TypeError, r"texts\[1\]: expected a str, not int"),
        (["a"] * 3000 + [None], None, TypeError, r"texts\[3000\]: expected a str, not NoneType"),
        (["a", "\ud800"], None, ValueError, r"texts\[1\]: .*surrogates not allowed"),
        ("a", None, TypeError, "texts: expected a list or another iterable of str, not a str"),
        (3, None, TypeError, "not iterable"),
        ([], 0, ValueError, "threads: must be at least 1, not 0"),
        ([], -1, ValueError, "threads: must be at least 1, not -1"),
        ([], "2", TypeError, "threads"),
    ],
)
def test_wrong_arguments_are_named(given, threads, error, message):
    with pytest.raises(error, match=message):
        pywhosaid.attribute_many(given, threads=threads)
