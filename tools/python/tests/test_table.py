"""Rows for a table, and JSON."""

import json

import pytest

import pywhosaid

TEXT = (
    "“We won,” said Marta Holt. The bridge, engineers say, is safe.\n\n"
    "The film “Cold Harbour” opens on Friday. “Nobody lost,” she added."
)


def test_a_row_for_each_quotation_and_statement_in_the_order_of_the_text():
    rows = pywhosaid.attribute(TEXT).to_dicts()
    assert [(row["speaker"], row["kind"], row["text"]) for row in rows] == [
        ("Marta Holt", "direct", "“We won,”"),
        ("engineers", "indirect", "The bridge … is safe"),
        (None, None, "“Cold Harbour”"),
        ("Marta Holt", "direct", "“Nobody lost,”"),
    ]


def test_a_row_says_what_the_records_say():
    analysis = pywhosaid.attribute(TEXT)
    rows = analysis.to_dicts()
    first, statement = analysis.attributions[:2]
    assert rows[0] == {
        "index": 0,
        "paragraph": 0,
        "kind": "direct",
        "speaker": "Marta Holt",
        "speaker_id": None,
        "gender": "female",
        "source": "Marta Holt",
        "cue": "said",
        "rule": first.rule,
        "confidence": first.confidence,
        "speaker_confidence": first.speaker_confidence,
        "text": "“We won,”",
        "start": 0,
        "end": 9,
    }
    assert (rows[1]["start"], rows[1]["end"]) == (statement.content[0].start, statement.content[-1].end)
    assert [row["paragraph"] for row in rows] == [0, 0, 1, 1]
    assert [row["index"] for row in rows] == [0, 1, 2, 3]


def test_a_turn_is_one_row_with_its_quotations():
    text = "HOLT: The ferry “Cold Harbour” is safe.\n\nPIKE: It is.\n\nHOLT: Is it?\n"
    rows = pywhosaid.Attributor(genre="transcript").attribute(text).to_dicts()
    assert [(row["kind"], row["text"]) for row in rows] == [
        ("turn", "The ferry “Cold Harbour” is safe."),
        ("turn", "It is."),
        ("turn", "Is it?"),
    ]


def test_every_row_has_the_same_keys(article):
    rows = pywhosaid.attribute(article).to_dicts()
    assert len(rows) > 20
    assert len({tuple(row) for row in rows}) == 1


def test_no_rows_of_an_empty_text():
    assert pywhosaid.attribute("").to_dicts() == []


def test_json_is_that_of_the_library():
    text = "“Nö,” said Marta Holt."
    analysis = pywhosaid.attribute(text)
    record = json.loads(analysis.to_json())
    assert record["quotations"][0]["text"] == "“Nö,”"
    # In bytes of UTF-8.
    assert record["quotations"][0]["span"] == {"start": 0, "end": len("“Nö,”".encode())}
    assert record["attributions"][0]["confidence"] == analysis.attributions[0].confidence


@pytest.mark.parametrize(("offsets", "start", "end"), [("bytes", 5, 14), ("chars", 2, 6), ("utf16", 3, 7)])
def test_json_with_offsets_in_another_unit(offsets, start, end):
    line = pywhosaid.attribute("🙂 “Nö” said Marta Holt.").to_json(id=1, offsets=offsets)
    record = json.loads(line)
    assert record["quotations"][0]["span"] == {"start": start, "end": end}


def test_an_unknown_unit_of_offsets_is_named():
    with pytest.raises(ValueError, match=r'offsets.*"lines"'):
        pywhosaid.attribute(TEXT).to_json(offsets="lines")


@pytest.mark.parametrize("key", [7, "ä/1", None, [1, {"a": 2.5}]])
def test_json_begins_with_the_id(key):
    line = pywhosaid.attribute(TEXT).to_json(id=key)
    record = json.loads(line)
    assert "\n" not in line
    if key is not None:
        assert next(iter(record)) == "id"
        assert record["id"] == key


def test_an_id_that_is_no_json_is_refused():
    with pytest.raises(TypeError, match="not JSON serializable"):
        pywhosaid.attribute(TEXT).to_json(id={1, 2})
