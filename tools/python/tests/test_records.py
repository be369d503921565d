"""The records of a text and how they reach one another."""

import pytest

import pywhosaid

TEXT = "“We won 3–2,” said Marta Holt. “Nobody ‘lost’,” she added. The bridge, engineers say, is safe."


@pytest.fixture
def analysis():
    return pywhosaid.attribute(TEXT)


def test_a_quotation_has_its_speaker(analysis):
    assert [(q.speaker.name, q.text) for q in analysis.quotations[:2]] == [
        ("Marta Holt", "“We won 3–2,”"),
        ("Marta Holt", "“Nobody ‘lost’,”"),
    ]


def test_offsets_are_code_points(analysis, article):
    for text in [TEXT, article, "🙂 " + article, article.encode("ascii", "replace").decode()]:
        check_offsets(pywhosaid.attribute(text))
    check_offsets(analysis)


def check_offsets(analysis):
    text = analysis.text
    passages = [q.content for q in analysis.quotations]
    for attribution in analysis.attributions:
        passages += [*attribution.content, *filter(None, [attribution.cue, attribution.source])]
    for speaker in analysis.speakers:
        passages += speaker.mentions
    assert passages or text.isascii()
    for record in [*analysis.quotations, *passages]:
        assert text[record.start : record.end] == record.text


@pytest.mark.parametrize("length", [126, 127, 128, 129, 255, 256, 257])
@pytest.mark.parametrize("mark", ["é", "—", "🙂"])
def test_offsets_hold_where_the_text_is_counted_in_blocks(length, mark):
    text = mark * length + "\n\n“We won,” said Marta Holt."
    (quotation,) = pywhosaid.attribute(text).quotations
    assert (quotation.start, quotation.end) == (length + 2, length + 11)
    assert text[quotation.start : quotation.end] == quotation.text


def test_a_quotation_without_its_marks(analysis):
    quotation = analysis.quotations[0]
    assert quotation.content.text == "We won 3–2,"
    assert quotation.text == TEXT[:13]


def test_a_nested_quotation_knows_its_parent(analysis):
    nested = analysis.quotations[2]
    assert nested.text == "‘lost’"
    assert nested.parent == analysis.quotations[1]
    assert analysis.quotations[0].parent is None


def test_a_statement_has_source_cue_and_content(analysis):
    statement = analysis.attributions[-1]
    assert statement.kind == "indirect"
    assert (statement.source.text, statement.cue.text) == ("engineers", "say")
    assert [part.text for part in statement.content] == ["The bridge", "is safe"]
    assert statement.quotations == []
    assert 0.5 < statement.confidence <= 1
    assert 0.5 < statement.speaker_confidence <= statement.confidence


def test_records_reach_one_another(analysis):
    marta, engineers = analysis.speakers
    assert (marta.name, marta.kind, marta.gender) == ("Marta Holt", "person", "female")
    assert (engineers.name, engineers.kind, engineers.gender) == ("engineers", "group", None)
    assert marta.quotations[:2] == analysis.quotations[:2]
    assert engineers.attributions == [analysis.attributions[-1]]
    first = analysis.attributions[0]
    assert first.quotations == [analysis.quotations[0]]
    assert first.quotations[0].attribution == first
    assert first.quotations[0].analysis.text is analysis.text


def test_records_know_their_paragraph_and_sentence():
    analysis = pywhosaid.attribute("It rained. “We won,” said Marta Holt.\n\n“Who lost?” asked Robert Pike.")
    for records in [analysis.quotations, analysis.attributions, analysis.speakers]:
        assert [(it.index, it.paragraph, it.sentence) for it in records] == [(0, 0, 1), (1, 1, 2)]


def test_records_are_equal_within_an_analysis_only(analysis):
    again = pywhosaid.attribute(TEXT)
    assert analysis.speakers[0] == analysis.quotations[0].speaker
    assert analysis.speakers[0] != again.speakers[0]
    assert analysis.speakers[0] != analysis.quotations[0]
    assert len({q.speaker for q in analysis.quotations[:2]}) == 1


def test_a_title_in_marks_has_no_speaker():
    (quotation,) = pywhosaid.attribute("The film “Cold Harbour” opens on Friday.").quotations
    assert quotation.speaker is None
    assert quotation.attribution is None


def test_titles_stand_beside_a_name():
    analysis = pywhosaid.attribute("“It is late,” said Foreign Minister Dmytro Kuleba.")
    assert analysis.speakers[0].titles == ["Foreign Minister"]


def test_every_repr_is_short(analysis, article):
    assert repr(analysis.quotations[0]) == '<Quotation(0..13 "“We won 3–2,”")>'
    assert repr(analysis.attributions[-1]).startswith('<Attribution(indirect 59..93, cue "say"')
    long = pywhosaid.attribute(article)
    records = [*long.quotations, *long.attributions, *long.speakers, long.quotations[0].content]
    for record in [long, pywhosaid.Attributor(), *records]:
        assert len(repr(record)) < 200
        assert "\n" not in repr(record)


@pytest.mark.parametrize("text", ["", "\0", "“", "”“", "\r\n\u2028", "🙂" * 1000])
def test_any_text_is_read(text):
    assert pywhosaid.attribute(text).text == text


def test_half_a_surrogate_pair_is_refused():
    with pytest.raises(ValueError, match=r"^text: .*surrogates not allowed"):
        pywhosaid.attribute("“No,” said \ud800")


@pytest.mark.parametrize("text", [None, 3, b"no"])
def test_what_is_no_text_is_refused(text):
    with pytest.raises(TypeError, match=r"^text: expected a str, not "):
        pywhosaid.attribute(text)
