import json

from handout.analyse.bulk import analyse_lines, one_section
from handout.errors import ReadError
from handout.model.options import AnalyseOptions
from handout.records import analysis_record

TEXT = (
    "数字孪生把设备搬进计算机。工程师在数字孪生里先试新工艺。\n预测性维护减少停机时间。"
)


def read_text(title, text):
    if "\x00" in text:
        raise ReadError("is not text", where=title, hint="save it again")
    return one_section(title, text)


def answers(records, **options):
    lines = [r if isinstance(r, str) else json.dumps(r) for r in records]
    given = (AnalyseOptions(), read_text, analysis_record)
    return list(analyse_lines(lines, *given, **options))


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

    given = (AnalyseOptions(), read_text, analysis_record)
    first = next(analyse_lines(endless(), *given))

    assert first["id"] == 1


def test_several_processes_give_the_same_answers_in_the_same_order():
    records = [{"id": n, "text": TEXT * (n % 3 + 1)} for n in range(8)] + ["{"]

    assert answers(records, jobs=2) == answers(records)
