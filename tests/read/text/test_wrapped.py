"""Lines that a program broke at a width are the paragraphs they were."""

import textwrap

import pytest

from handout.read.blocks import RawFile
from handout.read.text.plain import read_plain_text

ENGLISH = (
    "The ferryman had been up since four, and when the children came down to the "
    "landing he was already asleep in the bow with his hat over his eyes. Nobody had "
    "the heart to wake him, so they sat on the well-worn stones and waited until the "
    "sun had climbed over the poplars on the other bank."
)
CHINESE = (
    "天还没亮，摆渡的老人就起来了。孩子们走到码头的时候，他已经靠在船头睡着了，草帽盖在脸上。"
    "谁也不忍心叫醒他，大家就坐在石阶上等着，一直等到太阳爬过对岸的白杨树，雾气才慢慢散开，"
    "河面上露出一条一条的波纹。"
)


def read(text, lines=""):
    return read_plain_text(RawFile(text.encode(), "a.txt", lines=lines))


def texts(contents):
    return [block.text for block in contents.blocks if not block.aside]


def han_wrapped(text, width, indent=""):
    text = indent + text
    return "\n".join(text[n : n + width] for n in range(0, len(text), width))


@pytest.mark.parametrize("width", [50, 65, 76])
def test_english_lines_between_blank_ones_join_with_spaces(width):
    paragraphs = [ENGLISH, ENGLISH.replace("four", "five"), ENGLISH]
    contents = read("\n\n".join(textwrap.fill(p, width) for p in paragraphs))
    assert texts(contents) == paragraphs
    assert "--lines keep" in contents.notices[0].message


@pytest.mark.parametrize("width", [20, 31, 40])
def test_chinese_lines_join_without_spaces_where_paragraphs_are_indented(width):
    paragraphs = [CHINESE, CHINESE[::-1], CHINESE]
    wrapped = "\n".join(han_wrapped(p, width, "　　") for p in paragraphs)
    assert texts(read(wrapped)) == paragraphs


def test_a_heading_under_a_full_line_stays_by_itself():
    body = han_wrapped(CHINESE[:100], 25)
    text = f"一、渡口\n{body}\n二、集市\n{body}\n"
    assert texts(read(text)) == ["一、渡口", CHINESE[:100], "二、集市", CHINESE[:100]]


def test_items_of_a_list_stay_apart_and_their_lines_join():
    items = [f"{n}. {ENGLISH}" for n in (1, 2, 3)]
    wrapped = "\n".join(textwrap.fill(i, 60, subsequent_indent="   ") for i in items)
    assert texts(read(wrapped)) == items


@pytest.mark.parametrize(
    "text",
    [
        # One paragraph a line, a poem with and without stops, names, and a song.
        f"{CHINESE}\n{CHINESE}\n{CHINESE}\n{CHINESE}\n{CHINESE}\n",
        "\n".join(["白日依山尽，黄河入海流。欲穷千里目，更上一层楼。"] * 8),
        "\n".join(["白日依山尽", "黄河入海流", "欲穷千里目", "更上一层楼"] * 4),
        "\n".join(["王小明", "欧阳长安", "李四", "诸葛一一"] * 9),
        "\n".join(
            [
                "Of Man's first disobedience, and the fruit",
                "Of that forbidden tree whose mortal taste",
                "Brought death into the World, and all our woe",
                "With loss of Eden, till one greater Man",
                "Restore us, and regain the blissful seat",
            ]
            * 3
        ),
    ],
)
def test_lines_that_are_meant_stay(text):
    contents = read(text)
    assert texts(contents) == text.split("\n")[: len(texts(contents))]
    assert len(texts(contents)) == len(text.strip().split("\n"))
    assert contents.notices == ()


def test_the_user_can_keep_the_lines_or_join_them():
    wrapped = textwrap.fill(ENGLISH, 60)
    assert texts(read(wrapped + "\n\n" + wrapped, "keep")) == wrapped.split("\n") * 2
    short = textwrap.fill(ENGLISH[:150], 40)
    assert texts(read(f"{short}\n\n{short}\n", "join")) == [ENGLISH[:150].strip()] * 2


def hyphened(filled, letters):
    """A paragraph whose first line takes some letters of the next one's first word."""
    first, second, *rest = filled.split("\n")
    return "\n".join([f"{first} {second[:letters]}-", second[letters:], *rest])


def test_a_word_parted_by_a_hyphen_is_one_and_the_hyphen_is_kept():
    filled = textwrap.fill(ENGLISH, 60)
    contents = read(f"{filled}\n\n{hyphened(filled, 2)}")
    assert texts(contents) == [ENGLISH, ENGLISH]
    assert [b.text for b in contents.blocks if b.aside] == ["-"]
    kept = sum(len("".join(b.text.split())) for b in contents.blocks)
    assert kept == contents.characters


def test_a_word_that_the_text_hyphens_elsewhere_keeps_its_hyphen():
    text = ENGLISH.replace("came down", "co-operated down")
    filled = textwrap.fill(text, 60)
    assert filled.split("\n")[1].startswith("co-operated")
    broken = filled.replace("\nco-operated", " co-\noperated")
    assert texts(read(f"{filled}\n\n{broken}"))[1] == text
