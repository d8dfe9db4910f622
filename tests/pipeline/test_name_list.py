"""Lists of names, as offices keep them."""

import io
import zipfile
from pathlib import Path

import pytest

from handout.errors import ReadError
from handout.pipeline.name_list import read_names

FILES = Path(__file__).parent / "names"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("张伟\n李娜\n\n王㐂\n", ("张伟", "李娜", "王㐂")),
        ("序号,姓名,单位\n1,张伟,一处\n2,李娜,二处\n", ("张伟", "李娜")),
        ("1;张伟\n2;李娜\n", ("张伟", "李娜")),
        ("张伟、李娜、欧阳文华\n", ("张伟", "李娜", "欧阳文华")),
        (
            "No.\tName\n1\tAda Lovelace\n2\t Alan  Turing \n",
            ("Ada Lovelace", "Alan Turing"),
        ),
        ("姓名\n张伟\n张伟\n", ("张伟", "张伟")),
    ],
)
def test_names_are_found_in_lists_and_tables(text, names):
    assert read_names(text.encode(), name="n.csv") == names


def test_a_list_in_gbk_is_read():
    assert read_names("姓名\r\n张伟\r\n李娜\r\n".encode("gbk"), name="n.csv") == (
        "张伟",
        "李娜",
    )


def test_a_sheet_that_another_program_wrote_is_read():
    for suffix in ("xlsx", "ods"):
        content = (FILES / f"names.{suffix}").read_bytes()

        assert read_names(content, name=suffix) == ("张伟", "李娜", "王㐂", "张伟")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "holds no names"),
        (b"1\n2\n3\n", "holds no names"),
        (
            ("学习要联系实际。" * 10).encode(),
            "is not a list of names: it holds “学习要联系",
        ),
        (b"PK\x03\x04 broken", "is a damaged or incomplete zip container"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "is not a sheet that can be read"),
        ("\n".join(f"人{n}号" for n in range(2001)).encode(), "holds 2,001 names"),
    ],
)
def test_what_is_no_list_is_refused_in_a_sentence(content, told):
    with pytest.raises(ReadError, match=told) as error:
        read_names(content, name="list")

    assert error.value.hint


def moved(content, places):
    """A sheet of Excel with some of its cells in other places."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            text = old.read(part)
            if "worksheets/" in part:
                for before, after in places.items():
                    text = text.replace(f'r="{before}"'.encode(), after.encode())
            new.writestr(part, text)
    return out.getvalue()


@pytest.mark.parametrize("far", ["XFD1048576", "XFD9000", "B1048576"])
def test_a_cell_far_from_the_others_is_named(far):
    sheet = moved((FILES / "names.xlsx").read_bytes(), {"A2": f'r="{far}"'})

    if far[0] == "B":
        # Many rows of few columns are a long list.
        assert read_names(sheet, name="n.xlsx")
        return
    with pytest.raises(ReadError, match=f"far from the others: {far}"):
        read_names(sheet, name="n.xlsx")
