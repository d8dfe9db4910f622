"""Splits paragraphs into whole sentences, for Chinese and Latin text."""

import re

from handout.model.document import Document

# Marks that end a sentence, then the closing marks that belong to it.
_END = re.compile(r"(?:[。！？!?]+|(?<=[a-z0-9)\"”])\.(?=\s+[\"“(]?[A-Z]|\s*$))")
_CLOSERS = "”’」』）)》】\"'"
_PAIRS = {"“": "”", "‘": "’", "「": "」", "『": "』", "（": "）", "(": ")", "《": "》"}
# A quotation longer than this is a passage: its sentences stand on their own.
_LONGEST_QUOTED = 150
# Only in long paragraphs are stops missed: verse, lists and tables have none.
_LONG_PARAGRAPH, _LEAST_TALK, _MOST_TO_A_STOP = 120, 300, 250
_ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|St|No|vs|etc|e\.g|i\.e|cf|Fig)\.$"
)


def is_unpunctuated(document: Document) -> bool:
    """Say whether a text of some length has hardly a stop, as verse and lists may."""
    long = [p.text for p in document.paragraphs if len(p.text) >= _LONG_PARAGRAPH]
    size, stops = sum(map(len, long)), sum(len(_END.findall(text)) for text in long)
    return size >= _LEAST_TALK and stops * _MOST_TO_A_STOP < size


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """The (start, end) of each sentence; marks without a word are none.

    A mark inside a short quotation or bracket ends no sentence; closing quotes and
    brackets stay with the sentence they close.
    """
    inside = _quoted_spans(text)
    spans = []
    start = 0
    for match in _END.finditer(text):
        end = match.end()
        while end < len(text) and _closes(text, end):
            end += 1
        if end <= start or _goes_on(text, match.start(), end, inside):
            continue
        spans.append((start, end))
        start = end
    spans.append((start, len(text)))
    return [_trim_span(text, a, b) for a, b in spans if _says_something(text[a:b])]


def _closes(text: str, here: int) -> bool:
    """Say whether a mark closes what was opened; a straight one does every other time.

    In 聊"故事"。"聊"字 the third one opens.
    """
    mark = text[here]
    if mark == '"' and text.count(mark) % 2 == 0:
        return text.count(mark, 0, here) % 2 == 1
    return mark in _CLOSERS


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


def _quoted_spans(text: str) -> list[tuple[int, int]]:
    """The spans between short pairs of quotes or brackets, ends excluded."""
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


def _trim_span(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return start, start + len(piece.strip())
