"""Reads signs for radicals (⼀ ⻓), which some PDFs hold, as the characters meant."""

from unicodedata import normalize

FIRST, LAST = "\u2e80", "\u2fd5"
# Characters of the supplement that normalisation leaves alone.
_SUPPLEMENT = dict(
    zip(
        "⺁⺄⺊⺌⺎⺒⺟⺠⻁⻄⻅⻆⻉⻋⻐⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
        "厂乙卜小兀巳母民虎西见角贝车金長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
        strict=True,
    )
)


def unify_radical(letter: str) -> tuple[str, bool]:
    """The character that a sign for a radical means, and whether it was one."""
    if not FIRST <= letter <= LAST:
        return letter, False
    meant = _SUPPLEMENT.get(letter) or normalize("NFKC", letter)
    return meant, meant != letter
