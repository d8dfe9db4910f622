"""Describes how a sentence opens, what it claims, and what kinds of words it holds."""

import re
from collections import Counter

from handout.analyse.words.segment import Word
from handout.analyse.words.stopwords import is_content

_OPENS = {
    "opens with a pointer": re.compile(
        r"这|那|它|他|她|其(?!实|中|次)|该|此(?!外)|前者|后者|上述|以上|如此"
    ),
    "opens with this thing": re.compile(r"(?:这[一种些个项类]+|该|此)[\u4e00-\u9fff]"),
    "opens with but": re.compile(
        r"但|然而|不过|可是|却|相反|尽管|虽然|而(?!且)|But|However|Although|Yet\b"
    ),
    "opens with so": re.compile(
        r"因此|所以|因而|于是|由此|从而|故|因为|由于|Therefore|So\b|Because"
    ),
    "opens with and": re.compile(
        r"此外|另外|而且|同时|并且|同样|也|还|又|除此|与此同时|再|Also|And\b|Moreover"
    ),
    "opens with an example": re.compile(
        r"例如|比如|譬如|换言之|换句话说|也就是说|即|For example"
    ),
    "opens with a conclusion": re.compile(
        r"总之|总的|综上|可见|最后|最终|一句话|总体|事实证明|实践证明|归根|说到底|由此可见|"
        r"原来|In (?:short|sum|conclusion)|Finally"
    ),
    "opens with a number": re.compile(
        r"第[一二三四五六七八九十]|[一二三四五六七八九十]是|首先|其次|再次|"
        r"[（(][一二三四五六七八九十\d]+[）)]|(?<!\d)\d++[.、]|First|Second"
    ),
    "opens with a condition": re.compile(
        r"如果|假如|若|当|只要|只有|一旦|为了|If\b|When\b"
    ),
    "opens with I or you": re.compile(
        r"我(?!国|们国|党|军|省|市)|你|您|咱|I\b|You\b|We\b"
    ),
    "opens with a demand": re.compile(r"要|必须|坚持|应当|应该|应|需要"),
}
_SAYS = {
    "demands": re.compile(r"必须|应当|务必|一定要|不得|不能|must\b|should\b"),
    "defines": re.compile(
        r"是指|指的是|称为|所称|即是|就是|是一[种个项款套]|意味着|叫做|被称|means\b"
    ),
    "names the key": re.compile(
        r"关键|核心|根本|本质|重点|主题|主线|目标|任务|原则|基础|首要|灵魂|宗旨|方针"
    ),
    "sets one against another": re.compile(
        r"不是.{1,30}而是|只有.{1,30}才|不仅.{1,40}(?:而且|也|还)|既.{1,30}[又也]"
    ),
    "achieves": re.compile(r"取得|实现|完成|建立|形成|增长|提高"),
    "holds": re.compile(r"认为|指出|判决|认定|规定|要求|强调|提出|证明"),
    "names the text": re.compile(r"本文|本法|本案|本条例|本报告|本节|本章"),
    "shows": re.compile(r"例如|比如|譬如|如下|以下|下面|下图|图中|上图"),
    "we": re.compile(r"我们"),
    "can": re.compile(r"可以|能够|允许|支持|使用|用于|提供"),
    "degrees": re.compile(r"最|非常|十分|极其|更加|尤其|特别"),
}
_AMOUNTS = re.compile(r"[％%]|百分之|亿|万")
_TAGS = "nvadrmcpuf"
_NAMED = ("nr", "ns", "nt", "nz")
_SIGNS = ("、", "“", "《")
_HOLDS = ("是", "……")

NAMES = (
    *_OPENS,
    *_SAYS,
    *[f"share of {tag} words" for tag in _TAGS],
    "names",
    "words said",
    "content words",
    "share of content words",
    "amounts",
    "semicolons",
    *[f"number of {sign}" for sign in _SIGNS],
    "clause length",
    "brackets",
    "colon inside",
    "closes a quotation",
    "opens a quotation",
    *[f"holds {text}" for text in _HOLDS],
    "negations",
)


def wording_numbers(text: str, words: list[Word], size: float) -> list[float]:
    """A sentence's numbers, in the order of NAMES."""
    tags = Counter(w.tag[:1] for w in words)
    total = max(1, len(words))
    content = len({w.text for w in words if is_content(w)})
    semicolons = text.count("；") + text.count(";")
    return [
        *[float(bool(pattern.match(text))) for pattern in _OPENS.values()],
        *[float(len(pattern.findall(text))) for pattern in _SAYS.values()],
        *[tags[tag] / total for tag in _TAGS],
        float(sum([w.tag in _NAMED for w in words])),
        float(len(words)),
        float(content),
        content / total,
        float(len(_AMOUNTS.findall(text))),
        float(semicolons),
        *[float(text.count(sign)) for sign in _SIGNS],
        max(5.0, size) / (1 + text.count("，") + semicolons),
        float(text.count("（") + text.count("(")),
        float("：" in text[:-1]),
        float(text.endswith(("”", "」"))),
        float(text.startswith(("“", "「"))),
        *[float(held in text) for held in _HOLDS],
        float("不" in text),
    ]
