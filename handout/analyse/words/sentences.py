"""Splits paragraphs into whole sentences, for Chinese and Latin text."""

import re

# Marks that end a sentence, then the closing marks that belong to it.
_END = re.compile(r"(?:[。！？!?]+|(?<=[a-z0-9)\"”])\.(?=\s+[\"“(]?[A-Z]|\s*$))")
_CLOSERS = "”’」』）)》】\"'"
_PAIRS = {"“": "”", "‘": "’", "「": "」", "『": "』", "（": "）", "(": ")", "《": "》"}
# A quotation longer than this is a passage: its sentences stand on their own.
_LONGEST_QUOTED = 150
_ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|St|No|vs|etc|e\.g|i\.e|cf|Fig)\.$"
)


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Give (start, end) of each sentence; marks without a word are none.

    A mark inside a short quotation or bracket ends no sentence; closing quotes and
    brackets stay with the sentence they close.
    """
    inside = _quoted(text)
    spans = []
    start = 0
    for match in _END.finditer(text):
        end = match.end()
        while end < len(text) and text[end] in _CLOSERS:
            end += 1
        if end <= start or _goes_on(text, match.start(), end, inside):
            continue
        spans.append((start, end))
        start = end
    spans.append((start, len(text)))
    return [_trimmed(text, a, b) for a, b in spans if _says_something(text[a:b])]


def _says_something(piece: str) -> bool:
    return any(character.isalnum() for character in piece)


def _goes_on(text: str, mark: int, end: int, inside: list[tuple[int, int]]) -> bool:
    """Say whether the sentence goes on after a mark."""
    if any(a < mark and end <= b for a, b in inside):
        return True
    if text[mark] == "." and _ABBREVIATION.search(text[: mark + 1]):
        return True
    rest = text[end:].lstrip()
    # “好！”他说。 and “好！”，… go on; a bare mark between digits does too.
    return bool(
        end - mark > 1 and re.match(r"[，、；,;的]|[^，。]{0,6}[说道问喊]", rest)
    )


def _quoted(text: str) -> list[tuple[int, int]]:
    """Give the spans between short pairs of quotes or brackets, ends excluded."""
    spans = []
    stack: list[tuple[str, int]] = []
    for place, character in enumerate(text):
        if character in _PAIRS:
            stack.append((_PAIRS[character], place))
        elif stack and character == stack[-1][0]:
            _, start = stack.pop()
            if place - start <= _LONGEST_QUOTED:
                spans.append((start, place))
    return spans


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return start, start + len(piece.strip())
