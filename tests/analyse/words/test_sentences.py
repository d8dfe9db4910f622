from handout.analyse import analyse
from handout.analyse.bulk import one_section
from handout.analyse.words.sentences import sentence_spans
from handout.model.options import AnalyseOptions


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


def test_a_straight_quote_behind_a_stop_opens_where_none_is_open():
    assert cut('老人会"讲"故事。"讲"故事要有听众。') == [
        '老人会"讲"故事。',
        '"讲"故事要有听众。',
    ]
    assert cut('他说:"明天停课。"大家都笑了。') == [
        '他说:"明天停课。"',
        "大家都笑了。",
    ]


def test_a_long_text_without_stops_is_said_to_be_unfit():
    talk = "然后我们看第二个问题就是自首的成立要不要主动投案这个考试经常考" * 12
    found = analyse(one_section("", talk), AnalyseOptions())

    assert "no-stops" in [notice.code for notice in found.notices]


def test_verse_and_punctuated_text_are_not_said_to_be_unfit():
    for text in (
        "床前明月光\n疑是地上霜\n" * 40,
        "井要深，水要清。人要勤，心要静。" * 30,
    ):
        found = analyse(one_section("", text), AnalyseOptions())

        assert "no-stops" not in [notice.code for notice in found.notices]
