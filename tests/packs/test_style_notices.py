"""A style sheet's mistake is a notice with file, line, column and the nearest name."""

import pytest

SUMMARY = "blocks/summary.html.j2"


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (
            {"style.css": "/* ours */\nh2 {\n  colour: red;\n}\n"},
            "style.css:3:3: colour: red is left out: unknown property; did you mean "
            "color?",
        ),
        (
            {"style.css": "h2 { color: blurple }"},
            "style.css:1:6: color: blurple is left out: invalid value",
        ),
        (
            {SUMMARY: '<p>\n<b style="font-wieght: bold">x</b></p>'},
            f"{SUMMARY}:2:11: font-wieght: bold is left out: unknown property; did you "
            "mean font-weight?",
        ),
        (
            {
                "logo.svg": "<svg/>",
                "style.css": "h2 {}\nh1 { background: url(lgo.svg) }",
            },
            "style.css:2:22: there is no picture lgo.svg; did you mean logo.svg?",
        ),
        (
            {SUMMARY: '<img src="none.png">'},
            f"{SUMMARY}:1:11: there is no picture none.png; put it into the pack's "
            "folder",
        ),
        (
            {"style.css": "h2 { margin: var(--gpa) }"},
            "style.css:1:18: there is no variable --gpa, so the rule is left out; did "
            "you mean --gap?",
        ),
        (
            {"style.css": ":root { --rwo: 9mm }"},
            "style.css:1:9: nothing uses --rwo; did you mean --row?",
        ),
    ],
)
def test_a_mistake_is_told_and_the_page_is_printed(files, said, pressed, tmp_path):
    sheets = pressed(files)

    told = [str(one) for one in sheets.printed.notices]
    assert [line.replace(f"{tmp_path}/mine/", "") for line in told] == [said]


def test_what_is_right_is_told_nothing_of(pressed):
    style = (
        ":root { --row: 9mm; --own: 2mm; --size: var(--小四) }\n"
        "/* colour: red; var(--none) --nothing: 1 */\n"
        "h2 { margin: var(--own); padding: var(--none, 1mm); color: var(--ink) }"
    )
    block = '<p style="--deep: 3"><b style="margin: calc(var(--deep) * 1mm)">y</b></p>'

    sheets = pressed({"style.css": style, SUMMARY: block})

    assert sheets.printed.notices == ()
