"""Why an answer is what it is."""

import pytest

from pywhosaid import Attributor, attribute

TEXT = "🙂 “Nö,” said Marta Holt. Robert Pike met Ada Okoro. “It holds for now,” he told reporters."


@pytest.fixture(scope="module")
def explanation():
    return Attributor().explain(TEXT)


def test_the_analysis_is_the_usual_one(explanation):
    assert explanation.analysis.to_json() == attribute(TEXT).to_json()
    assert explanation.analysis.speakers[0] == explanation.analysis.quotations[0].speaker


def test_a_dict_has_every_decision(explanation):
    record = explanation.to_dict()
    assert record["text"] == TEXT
    last = [decision for decision in record["decisions"] if decision["quotation"] == 1][-1]
    assert last["decides"] == "link"
    assert last["answer"] == "“he” by “told”"
    assert 0.5 < last["candidates"][0]["probability"] <= 1


def test_offsets_are_code_points(explanation):
    record = explanation.to_dict()
    quotations = explanation.analysis.quotations
    spans = [quotation["span"] for quotation in record["analysis"]["quotations"]]
    assert spans == [{"start": quotation.start, "end": quotation.end} for quotation in quotations]
    for decision in record["decisions"]:
        about = decision["about"]
        assert TEXT[about["span"]["start"] : about["span"]["end"]] == about["text"]


def test_it_can_be_printed(explanation):
    lines = str(explanation).splitlines()
    assert lines[0].endswith("[“Nö,”] {said} <Marta Holt>.")
    assert lines[1].startswith("Who said it?")
    assert f"{explanation}" == str(explanation)
    assert len(f"{explanation:#}") > len(str(explanation))
    assert len(repr(explanation)) < 200
    with pytest.raises(ValueError, match="format"):
        f"{explanation:x}"


def test_the_options_count():
    explanation = Attributor(cues=["harrumphed"]).explain("“Splendid,” Marta Holt harrumphed.")
    assert explanation.analysis.quotations[0].speaker.name == "Marta Holt"


@pytest.mark.parametrize("text", ["", "\0", "“", "”“", "🙂" * 1000])
def test_any_text_is_explained(text):
    assert Attributor().explain(text).to_dict()["text"] == text


def test_a_text_has_to_be_a_str():
    with pytest.raises(TypeError, match="text: expected a str, not bytes"):
        Attributor().explain(b"no")
