"""The options of an attributor."""

import pytest

import pywhosaid
from pywhosaid import Attributor

TEXT = "“We won,” said Marta Holt. Robert Pike’s view is that nobody lost."


def names(analysis):
    return [q.speaker and q.speaker.name for q in analysis.quotations]


def test_without_options_it_reads_as_the_function_does(article):
    assert Attributor().attribute(article).to_json() == pywhosaid.attribute(article).to_json()


def test_a_known_speaker_comes_back_with_its_id():
    known = {"name": "Ada Okoro", "aliases": ["the harbour master"], "id": "p-17"}
    attributor = Attributor(speakers=["Robert Pike", known])
    (speaker,) = attributor.attribute("“It is late,” the harbour master said.").speakers
    assert (speaker.name, speaker.id) == ("Ada Okoro", "p-17")


def test_a_known_speaker_needs_no_id():
    attributor = Attributor(speakers=[{"name": "Ada Okoro", "aliases": ("the harbour master",), "id": None}])
    (speaker,) = attributor.attribute("“It is late,” the harbour master said.").speakers
    assert (speaker.name, speaker.id) == ("Ada Okoro", None)


def test_a_cue_of_ones_own_counts_in_all_its_forms():
    text = "“Splendid,” harrumphed Marta Holt. “Yes,” Robert Pike harrumphs."
    assert names(Attributor().attribute(text)) == [None, None]
    assert names(Attributor(cues=["harrumphed"]).attribute(text)) == ["Marta Holt", "Robert Pike"]
    assert names(Attributor(cue_verbs=["harrumph"]).attribute(text)) == ["Marta Holt", "Robert Pike"]


def test_a_cue_may_have_words_after_it():
    text = "“No,” Olu Berg pressed home."
    assert names(Attributor(cues=["press home"]).attribute(text)) == ["Olu Berg"]


def test_genre_fiction_gives_turns_a_speaker():
    text = "“Is it far?” asked Nora.\n\n“An hour,” said Piet Brandt.\n\n“Then we should go!”"
    assert names(Attributor(genre="fiction").attribute(text)) == ["Nora", "Piet Brandt", "Nora"]


def test_kinds_are_a_filter():
    kinds = [a.kind for a in Attributor(kinds=["indirect"]).attribute(TEXT).attributions]
    assert kinds == ["indirect"]


def test_min_confidence_is_a_filter():
    everything = pywhosaid.attribute(TEXT).attributions
    level = max(a.confidence for a in everything)
    assert [a.confidence for a in Attributor(min_confidence=0.9).attribute(TEXT).attributions] == [
        a.confidence for a in everything if a.confidence >= 0.9
    ]
    assert 0.9 < level < 1
    assert Attributor(min_confidence=1).attribute(TEXT).attributions == []


def test_nested_statements_know_the_one_around_them():
    text = "Marta Holt said that Robert Pike had promised to resign."
    outer, inner = Attributor(nested_statements=True).attribute(text).attributions
    assert (inner.speaker.name, inner.parent, outer.parent) == ("Robert Pike", outer, None)
    assert len(pywhosaid.attribute(text).attributions) == 1


def test_marks_select_quotations():
    text = "“We won,” said Marta Holt. «Nobody lost», said Robert Pike."
    assert names(Attributor(marks=["guillemets"]).attribute(text)) == ["Robert Pike"]


def test_language():
    assert names(Attributor(language="english").attribute(TEXT)) == ["Marta Holt"]


WRONG = [
    ({"speakers": [{"name": "A", "alias": ["b"]}]}, ValueError, r'speakers\[0\]\["alias"\]: expected "name"'),
    ({"speakers": ["Marta Holt", {"aliases": ["b"]}]}, ValueError, r'speakers\[1\]: needs a "name"'),
    (
        {"speakers": ["Marta Holt", 3]},
        TypeError,
        r"speakers\[1\]: expected a name or a dict with a name, not int",
    ),
    ({"speakers": "Marta Holt"}, TypeError, "speakers: expected a list, not str"),
    ({"speakers": {"Marta Holt": []}}, TypeError, "speakers: expected a list, not dict"),
    (
        {"speakers": [{"name": "A", "aliases": ["b", 2]}]},
        TypeError,
        r'\["aliases"\]\[1\]: expected a str, not int',
    ),
    ({"speakers": [{"name": "A", "id": 7}]}, TypeError, r'speakers\[0\]\["id"\]: expected a str, not int'),
    ({"speakers": ["!"]}, ValueError, 'speaker "!": a name needs a letter'),
    ({"speakers": ["\ud800"]}, ValueError, r"speakers\[0\]: .*surrogates not allowed"),
    ({"cues": ["said", "went on 3"]}, ValueError, 'cue "went on 3": '),
    ({"cues": [None]}, TypeError, r"cues\[0\]: expected a str, not NoneType"),
    ({"cue_verbs": 3}, TypeError, "cue_verbs: expected a list, not int"),
    ({"genre": "poem"}, ValueError, 'genre: "poem" is none of "auto", "news", "fiction", "transcript"'),
    ({"genre": 1}, TypeError, "genre: expected a str, not int"),
    ({"kinds": ["direct", "shouted"]}, ValueError, r'kinds\[1\]: "shouted" is none of "direct"'),
    ({"kinds": []}, ValueError, "kinds: at least one must be given"),
    ({"marks": []}, ValueError, "marks: at least one must be given"),
    ({"marks": ["round"]}, ValueError, r'marks\[0\]: "round" is none of "double"'),
    ({"min_confidence": 2}, ValueError, "min_confidence: must be from 0 to 1, not 2"),
    ({"min_confidence": float("nan")}, ValueError, "min_confidence: must be from 0 to 1, not NaN"),
    ({"min_confidence": "high"}, TypeError, "min_confidence: expected a number, not str"),
    ({"language": "latin"}, ValueError, 'language: "latin" is none of "english"'),
    ({"speeds": 1}, TypeError, "speeds"),
]


@pytest.mark.parametrize(("options", "error", "message"), WRONG)
def test_an_error_names_the_option_and_the_entry(options, error, message):
    with pytest.raises(error, match=message):
        Attributor(**options)
