"""Which characters do what in a Chinese line, written for regular expressions."""

import re

from handout.model.chinese import HAN

MAY_BREAK, NEVER_BREAK = "\u200b", "\u2060"
# M1: a quarter of an em. A line may end after it, never start with it.
GAP = "\u2005"
# Drawn as nothing: the two hints, other zero-width characters, the soft hyphen.
UNSEEN = "\u200b-\u200f\u2060-\u2064\ufeff\u00ad"
# Drawn together with the character before them.
COMBINING = "\u0300-\u036f\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef"
# Stands for what shares the line and is not text: a picture, a box, an edge.
OBJECT = "\ufffc"
SPACES = " \u00a0"

FULL_OPENING = re.escape("“‘（《〈【〔「『［｛〖〘〝")
FULL_CLOSING = re.escape("”’）》〉】〕」』］｝〗〙〞、，；：。！？．")
# The signs that belong to a number.
PREFIX, SUFFIX = "￥＄", "%％‰℃"
OPENING = FULL_OPENING + re.escape("([{") + PREFIX
CLOSING = FULL_CLOSING + re.escape(",.;:!?)]}") + SUFFIX
CONNECTOR = "·‧・～〜－／"
DASH = "—―⸺"

# What CSS Text 4 calls an ideograph: Han, kana, Bopomofo and their marks.
IDEOGRAPH = (
    f"\u2e80-\u2fdf{HAN}\u3021-\u3029\u3038-\u303b\u3040-\u30fa\u30fc-\u312f"
    "\u31a0-\u31ff"
)
# What a gap parts from Han: letters and digits of other scripts, not their signs.
LETTER = (
    "0-9A-Za-z\u00b5\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0370-\u03ff\u0400-\u052f"
)
# L4: what a number is not parted from.
UNIT = (
    "年月日号时点分秒天周岁元角万亿千百十兆个名位人户家所次条项件种类批届期章节页卷册层级倍成度"
    "米里克斤吨升亩顷瓦伏株头只台辆艘套份张场轮座栋间处支枚颗粒本篇字句段题问步遍趟回世余多"
    "公厘毫平立"
)
# With full-width marks, but without “ ” ‘ ’ — …: English has those too.
CHINESE = IDEOGRAPH + "\u3000-\u303f\uff00-\uffef"
