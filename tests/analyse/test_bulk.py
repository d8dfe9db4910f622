import json

from handout.analyse.bulk import RecordFunctions, answer_lines, one_section
from handout.errors import ReadError
from handout.model.options import AnalyseOptions
from handout.records import analysis_record

TEXT = (
    "数字孪生把设备搬进计算机。工程师在数字孪生里先试新工艺。\n预测性维护减少停机时间。"
)


def read_text(title, text, language):
    if "\x00" in text:
        raise ReadError("is not text", where=title, hint="save it again")
    return one_section(title, text, language or "zh-CN")


def language_of(text):
    return "zh-TW" if "運" in text else "zh-CN"


HOW = RecordFunctions(read_text, language_of, analysis_record)


def answers(records, **options):
    lines = [r if isinstance(r, str) else json.dumps(r) for r in records]
    given = (AnalyseOptions(), HOW)
    return list(answer_lines(lines, *given, **options))


def test_each_record_is_answered_on_a_line_of_its_own():
    (answer,) = answers([{"id": 7, "title": "孪生", "text": TEXT, "headings": False}])

    assert answer["id"] == 7
    assert answer["title"] == "孪生"
    assert answer["sections"][0]["last"] == 2
    assert {"text", "paragraph", "rank"} <= answer["summary"][0].keys()
    assert {"text", "count", "paragraph"} <= answer["keyphrases"][0].keys()


def test_a_bad_record_is_told_on_its_line_and_the_run_goes_on():
    good = {"id": "good", "text": TEXT}
    found = answers(
        ["{", "[1]", {"id": "no text"}, {"id": "nul", "text": "\x00"}, good]
    )

    assert ["error" in answer for answer in found] == [True, True, True, True, False]
    assert found[2]["id"] == "no text"
    assert found[3]["id"] == "nul"


def test_answers_come_while_records_still_arrive():
    def endless():
        yield json.dumps({"id": 1, "text": TEXT})
        raise AssertionError("asked for more than was needed")

    given = (AnalyseOptions(), HOW)
    first = next(answer_lines(endless(), *given))

    assert first["id"] == 1


def test_several_processes_give_the_same_answers_in_the_same_order():
    records = [{"id": n, "text": TEXT * (n % 3 + 1)} for n in range(8)] + ["{"]

    assert answers(records, jobs=2) == answers(records)


def test_the_language_of_each_record_is_found_where_it_is_not_given():
    text = "台中捷運綠線今天通車。市民搭乘台中捷運綠線可享轉乘優惠。"
    given = {"text": text, "headings": False}
    found, said = answers([given, given | {"language": "zh-TW"}])

    assert found["keyphrases"] == said["keyphrases"]
    listed = [p["text"] for p in found["keyphrases"]]
    assert "轉乘優惠" in listed
    assert not any(p.startswith("運") for p in listed)


def test_a_record_of_an_unknown_language_says_which_are_known():
    (answer,) = answers([{"text": TEXT, "language": "fr"}])

    assert "zh-CN, zh-TW, en" in answer["error"]


def test_a_number_that_json_cannot_say_again_costs_its_record_alone():
    lines = ['{"id": NaN, "text": "x"}', '{"id": 1e999, "text": "x"}']
    lines += [
        '{"id": 1, "text": "x", "more": [-Infinity]}',
        '{"id": 4, "text": "学习"}',
    ]
    found = answers(lines)
    assert [bool(answer.get("error")) for answer in found] == [True, True, True, False]
    assert "NaN" not in json.dumps([answer["id"] for answer in found])


def test_a_heading_with_thousands_of_digits_costs_nothing():
    found = answers([{"id": 1, "text": f"第{'9' * 5000}章\n正文在这里，很长很长。"}])
    assert "error" not in found[0]
