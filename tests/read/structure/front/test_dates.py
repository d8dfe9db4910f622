import pytest

from handout.read.structure.front.dates import is_date


@pytest.mark.parametrize(
    "text",
    [
        "（2027年3月2日）",
        "2027-07-21 09:35",
        "二〇二七年五月六日",
        "2027.06.01",
        "March 3, 2027",
        "3rd March 2027",
        "Oct. 4, 2027",
        "民國一一六年三月九日",
        "2027年10月11日 星期一",
        "发布时间：2027/9/10",
        "时间：2027年3月18日下午3:00",
        "2027年5月1日至3日",
        "Monday, 3 May 2027",
    ],
)
def test_a_date_is_read_in_all_its_usual_forms(text):
    assert is_date(text)


@pytest.mark.parametrize(
    "text", ["2027年的春天", "2019、结果", "3月", "1998年，我去了"]
)
def test_a_sentence_with_a_year_is_not_a_date(text):
    assert not is_date(text)
