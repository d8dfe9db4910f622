"""Finds the places of a phrase, none of them inside a word or a number."""

from collections.abc import Iterator

from handout.analyse.words.passage import SectionWords


def places_of(part: SectionWords, text: str) -> Iterator[tuple[int, int]]:
    """Every place of a phrase: the line of its paragraph, and the offset there."""
    for line, paragraph in enumerate(part.paragraphs):
        at = paragraph.text.find(text)
        while at >= 0:
            end = at + len(text)
            if not cuts_a_word(paragraph.text, at, end):
                yield line, at
            at = paragraph.text.find(text, end)


def cuts_a_word(text: str, start: int, end: int) -> bool:
    """Say whether a span begins or ends inside a Latin word, a number or a time."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    return _joins(before, text[start]) or _joins(after[::-1], text[end - 1])


def _joins(beside: str, edge: str) -> bool:
    """Say whether what is beside an edge, nearest last, belongs to the same word."""
    if not beside or not _is_western(edge):
        return False
    if _is_western(beside[-1]):
        return True
    # 36,000 and 10:00, not “in 2020, 35 people”.
    return edge.isdigit() and beside[-1] in ",.:：．" and beside[0].isdigit()


def _is_western(character: str) -> bool:
    return character.isalnum() and character < "\u0250"
