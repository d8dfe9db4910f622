"""What a line looks like among its neighbours: the numbers the scorer judges by."""

import re
from bisect import bisect_left
from collections import Counter
from itertools import accumulate

from handout.read.structure.scorer.echoes import echoes, grams
from handout.read.structure.scorer.line import LONGEST, Trait, trait_of
from handout.read.structure.scorer.wording import manner_figures, wording_figures

_HEAD_WORDS = re.compile(
    "什么|如何|怎|为什么|为何|步骤|总结|结论|结语|小结|前言|引言|简介|介绍|概述|背景|安装|"
    "使用|配置|创建|方法|附录|参考|例|最后|其他|其它|更多|常见|问题|优点|缺点|特性|功能|"
    "开始|尾声|后记|致谢|先决|准备|需求|要求|目录|相关"
)
_QUESTIONS = ("如何", "怎", "为什么", "什么", "为何")
_OPENERS = (
    *"我你他她它这那在下以当从请要可也但而所因对为一有就让图最",
    *("如果", "然后", "现在", "注意", "来源"),
)
_QUOTES = tuple("“\"《「（([<‘'")
_FIGURE = re.compile("图|截图|via|来源|作者|译者|校对")
_MODAL = re.compile("是|会|可以|需要|应该")
_PERSON = re.compile("[我你]")
_STOP_INSIDE = re.compile(r"[。；;！!？?]")
_COLON_INSIDE = re.compile("[：:]")
_COUNT_IN_TITLE = re.compile(r"\d+|[二三四五六七八九十两](?=[个种大条款件项])")
_HAN_COUNT = {digit: value for value, digit in enumerate("一二三四五六七八九十", 1)}
_HAN_COUNT["两"] = 2
_NOTHING = trait_of("")


def heading_candidates(lines: list[str]) -> list[int]:
    """The lines that can be headings at all: short, and without a closing stop."""
    return [
        place
        for place, line in enumerate(lines)
        if len(line) <= LONGEST and line and line[-1] not in "。；;，,、"
    ]


class Surroundings:
    """All lines of a document, and what holds for them together."""

    def __init__(self, lines: list[str], title: str) -> None:
        self.lines = [trait_of(line) for line in lines]
        self.title = grams(title)
        self.counts = {
            int(found) if found.isdecimal() else _HAN_COUNT[found]
            for found in _COUNT_IN_TITLE.findall(title[:200])
            if len(found) < 9
        }
        self.short = [n for n, t in enumerate(self.lines) if t.short and t.length > 1]
        self.sums = [0, *accumulate(t.length for t in self.lines)]
        self.manner = manner_figures(lines)
        self.runs = self._runs()
        self.series = self._series()
        self._count()

    def at(self, place: int) -> Trait:
        """The line at a place, or an empty one beyond the ends."""
        return self.lines[place] if 0 <= place < len(self.lines) else _NOTHING

    def _count(self) -> None:
        traits = [self.lines[n] for n in self.short]
        many = max(1, len(traits))
        self.openings = Counter(t.text[:2] for t in traits)
        self.endings = Counter(t.text[-2:] for t in traits)
        self.short_kinds = Counter(t.number for t in traits)
        self.kinds = Counter(t.number for t in self.lines)
        self.texts = Counter(t.text for t in self.lines)
        self.median = sorted(t.length for t in self.lines)[len(self.lines) // 2]
        self.short_widths = sorted(t.width for t in traits)
        self.short_width = self.short_widths[len(traits) // 2 : -1] or [0.0]
        self.questions = sum(t.end == 3 for t in traits) / many
        self.latin = sum(not t.han for t in traits) / many
        self.colons = sum(t.end == 2 and t.length <= 30 for t in self.lines) / many

    def _runs(self) -> list[tuple[int, int]]:
        """For every line, the size of its run of short lines and its place."""
        found = [(0, 0)] * len(self.lines)
        start = 0
        for place in range(len(self.lines) + 1):
            trait = self.at(place)
            if place < len(self.lines) and trait.length <= 45 and trait.end != 1:
                continue
            for inside in range(start, place):
                found[inside] = (place - start, inside - start)
            start = place + 1
        return found

    def _series(self) -> dict[int, list[int]]:
        """For every numbered line, the places of those in its sequence."""
        last: dict[int, int] = {}
        found: dict[int, list[int]] = {}
        for place, trait in enumerate(self.lines):
            if not trait.number:
                continue
            before = last.get(trait.number)
            counts_on = (
                before is not None and trait.value == self.lines[before].value + 1
            )
            found[place] = found[before] if counts_on and before is not None else []
            found[place].append(place)
            last[trait.number] = place
        return found


def features(around: Surroundings, place: int) -> list[float]:
    """The figures of one line; their order is the one the trees were grown on."""
    line = around.lines[place]
    return [
        *_itself(line),
        *_neighbours(around, place),
        *_whole(around, place),
        *_numbering(around, place),
        *echoes(around, place),
        *wording_figures(line, around.at(place - 1), around.at(place + 1)),
        *around.manner,
    ]


def _itself(t: Trait) -> list[float]:
    text = t.text
    return [
        t.length,
        t.width,
        t.han,
        t.end,
        text.count("，") + text.count(","),
        text.count("、"),
        bool(_STOP_INSIDE.search(text[:-1])),
        bool(_COLON_INSIDE.search(text[:-1])),
        t.listed,
        t.code,
        text.startswith(_OPENERS),
        len(_HEAD_WORDS.findall(text)),
        text.startswith(_QUESTIONS),
        text[0].islower(),
        text[0].isupper(),
        text[0].isdigit(),
        text.startswith(_QUOTES),
        text.count(" "),
        sum(map(str.isdigit, text)),
        "“" in text or '"' in text,
        text.startswith(("#", "$", ">")),
        "的" in text,
        "了" in text,
        bool(_PERSON.search(text)),
        bool(_MODAL.search(text)),
        not text[0].isalnum(),
        bool(_FIGURE.search(text[:6])),
    ]


def _neighbours(around: Surroundings, place: int) -> list[float]:
    found: list[float] = []
    for step in (-3, -2, -1, 1, 2, 3):
        near = around.at(place + step)
        found += [min(near.length, 300), near.end, near.short]
        if abs(step) == 1:
            found += [near.listed, near.code]
    size, at = around.runs[place]
    before = [around.at(n).length for n in range(place - 8, place)]
    after = [around.at(n).length for n in range(place + 1, place + 9)]
    long_after = sum(n > 60 for n in after[:5])
    long_before = sum(n > 60 for n in before[3:])
    found += [size, at, size - at, max(before), max(after)]
    found += [long_after, long_before]
    return found


def _whole(around: Surroundings, place: int) -> list[float]:
    line = around.lines[place]
    total, short = len(around.lines), around.short
    here = bisect_left(short, place)
    before = short[here - 1] if here else -1
    behind = here + (here < len(short) and short[here] == place)
    after = short[behind] if behind < len(short) else total
    sums = around.sums
    usual: float = around.short_width[0]
    return [
        place / total,
        place,
        total - place,
        total,
        len(short) / total,
        len(short),
        around.median,
        usual,
        line.width / max(1, usual),
        around.questions,
        around.latin,
        around.colons,
        around.openings[line.text[:2]],
        around.endings[line.text[-2:]],
        around.texts[line.text] > 1,
        place - before,
        min(sums[place] - sums[before + 1], 3000),
        after - place,
        min(sums[after] - sums[place + 1], 3000) if after > place else 0,
    ]


def _numbering(around: Surroundings, place: int) -> list[float]:
    line = around.lines[place]
    series = around.series.get(place, [])
    if not series:
        return [*([0.0] * 9), bool(around.counts)]
    last = series[-1]
    at = bisect_left(series, place)
    return [
        line.number,
        min(line.value, 60),
        len(series),
        (last - series[0]) / max(1, len(series) - 1),
        place - series[at - 1] if at else 50,
        series[at + 1] - place if at + 1 < len(series) else 50,
        around.lines[last].value in around.counts,
        around.short_kinds[line.number],
        around.kinds[line.number],
        bool(around.counts),
    ]
