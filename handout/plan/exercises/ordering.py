"""Builds the ordering: what is to be put into the order of the text."""

import re
from dataclasses import replace

from handout.model.blocks import Excerpt
from handout.model.document import Paragraph
from handout.model.exercises import Ordering
from handout.plan.exercises.material import Material
from handout.plan.section_input import Part

_FEWEST, _MOST = 3, 8
_LONGEST = 60
# Numbers and words that tell an item's place: 一是, 第二, （3）, Step 4, finally.
_TELLING = re.compile(
    r"^(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[）)、．:：是要]|\.(?!\d))"
    r"|第[一二三四五六七八九十\d]{1,3}(?:步|条|点|项)?[，、,：:]?|[①-⑳•·■●○-]"
    r"|首先|其次|再次|然后|接着|最后|此外"
    r"|(?:step \d+|(?:first|second|third|last)(?:ly)?|then|next|finally)\b"
    r")[，、,.:：\s]*",
    re.IGNORECASE,
)
# What is said of a list of steps, and what steps and dated events say themselves.
_OF_STEPS = re.compile(
    r"步骤|步驟|流程|顺序|順序|依次|安装|安裝|更换|更換|操作|制作|製作|做法|程序|实验|實驗|"
    r"\bsteps?\b|procedure|how to|install",
    re.IGNORECASE,
)
_IN_TURN = re.compile(
    r"^(?:[（(]?[\d一二三四五六七八九十]+[）)、.．]\s*)?"
    r"(?:首先|先|再|然后|然後|接着|接著|最后|最後|随后|隨後)|"
    r"^第.{1,2}[步阶階]|\d{3,4}年|"
    r"^step \d|^(?:first|then|next|finally)\b|\b1[0-9]{3}\b|\b20\d\d\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^。！？!?；;]+[。！？!?]?")


def ordering(material: Material) -> Ordering | None:
    """The heads or steps of a section; None where there are fewer than three."""
    items = material.part.to_order
    if any(word in item.text for word in material.hidden for item in items):
        return None
    return Ordering(items=items) if items else None


def kept_back(part: Part) -> Part:
    """The section as it is when its heads are asked for: nothing else says them.

    Other phrases take their places in the table.
    """
    items = _steps(part) or (_heads(part) if _is_a_course(part.all_heads) else ())
    if not items:
        return part
    asked = {item.text for item in items} | set(part.all_heads)
    found = part.found
    ranked = [p for p in (*found.keyphrases, *found.more) if p.text not in asked]
    limit = len(found.keyphrases)
    table = replace(found, keyphrases=tuple(ranked[:limit]), more=tuple(ranked[limit:]))
    return replace(part, found=table, to_order=items)


def _heads(part: Part) -> tuple[Excerpt, ...]:
    """The titles of the sections below, else the run-in heads."""
    below = [
        (s.heading.title, s.all_paragraphs[0].number if s.all_paragraphs else 0)
        for s in part.section.sections
        if s.heading
    ]
    run_in = [(p.run_in, p.number) for p in part.section.all_paragraphs if p.run_in]
    return _excerpts(below or run_in)


def _steps(part: Part) -> tuple[Excerpt, ...]:
    """The first sentences of the section's numbered list, if it has one."""
    items = [p for p in part.section.paragraphs if _is_step(p)]
    if not _is_course_of_steps(part, items):
        return ()
    sentences = ((_SENTENCE.match(_untold(p.text)), p.number) for p in items)
    return _excerpts([(m.group().strip(), n) for m, n in sentences if m])


def _is_course_of_steps(part: Part, items: list[Paragraph]) -> bool:
    """Whether a numbered list is done one after another: not questions, not points."""
    texts = [p.text for p in items]
    if any(re.search(r"[？?]", text) for text in texts):
        return False
    before = [p.text for p in part.section.paragraphs if p not in items]
    said = (part.title, *before)
    return _is_a_course(tuple(texts)) or any(map(_OF_STEPS.search, said))


def _is_a_course(texts: tuple[str, ...]) -> bool:
    """Whether words of order or dates say that one comes after another."""
    return sum(bool(_IN_TURN.search(text)) for text in texts) * 2 >= len(texts) > 0


def _is_step(paragraph: Paragraph) -> bool:
    told = _TELLING.match(paragraph.text)
    return bool(paragraph.kind == "item" and told and re.search(r"\w", told.group()))


def _untold(text: str) -> str:
    return _TELLING.sub("", text, count=1)


def _excerpts(found: list[tuple[str, int]]) -> tuple[Excerpt, ...]:
    """The first few, without what shows their order; () if two are the same."""
    items = [(_untold(text), number) for text, number in found][:_MOST]
    texts = [text for text, _ in items]
    good = (
        len(items) >= _FEWEST
        and len(set(texts)) == len(texts)
        and all(1 < len(text) <= _LONGEST for text in texts)
    )
    return tuple(Excerpt(text, number) for text, number in items) if good else ()
