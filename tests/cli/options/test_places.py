import pytest

from handout.cli.options.places import places
from handout.errors import UsageError


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", ()),
        ("2", (2,)),
        ("1,3-5", (1, 3, 4, 5)),
        ("3，1", (1, 3)),
        ("2–3、2", (2, 3)),
    ],
)
def test_a_list_of_sections_is_read_with_its_ranges(text, wanted):
    assert places(text) == wanted


@pytest.mark.parametrize("text", ["all", "0", "5-3", "1,,2", "-1"])
def test_what_is_not_a_list_of_sections_is_an_error(text):
    with pytest.raises(UsageError) as error:
        places(text)

    assert "such as 1,3-5" in error.value.hint
