"""Reads the lines of a form: labels with what is filled in, and who speaks."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

# Labels that precede people, and other labels of a form.
_OF_PEOPLE = (
    r"主持(?:人)?|记录(?:人|员)?|記錄(?:人)?|出席(?:人员|人)?|列席(?:人员)?|"
    r"缺席(?:人员)?|"
    r"参会(?:人员)?|参加(?:人员)?|主讲(?:人)?|演讲(?:人|者)?|讲者|整理(?:人)?|"
    r"审核(?:人)?|"
    r"作者|文|图|撰文|采写|编辑|責編|责编|责任编辑|编审|校对|摄影|供稿|记者|通讯员|"
    r"联系人|Present|Author|By"
)
_OTHER = (
    r"时间|時間|日期|地点|地點|抄送|主送|送|签发|来源|來源|联系电话|电话|電話|传真|"
    r"邮箱|地址|网址|附件|"
    r"版本|适用型号|服务电话|发布(?:日期|时间)|更新(?:日期|时间)|公布(?:日期|时间|"
    r"時間)|施行(?:日期|时间)|"
    r"Date|Time|Place|Source|Tel|E-?mail"
)
_LINE = re.compile(rf"\s*(?:{_OF_PEOPLE}|{_OTHER})\s*[：:／/].{{0,160}}$")
_PEOPLE = re.compile(rf"(?:^|[\s　])(?:{_OF_PEOPLE})\s*[：:／/]\s*(.{{2,160}})$")
_NAME = re.compile(
    r"[\u4e00-\u9fff]{2,4}(?:·[\u4e00-\u9fff]{1,6})?|[A-Z][a-z]+ [A-Z][a-z]+"
)
# 物业公司经理邹凯: a name behind a place or a post.
_POST = re.compile(
    r"\A.*(?:经理|主任|书记|局长|处长|科长|工作者|老师|教授|院长|校长|所长|代表|委员|"
    r"主席|队长|干事|秘书)"
)
_BETWEEN = re.compile(r"[、，,；;\s　（）()]+")
# Somebody speaks: 记者：…, 问：…, Q:
_ASKER = re.compile(
    r"\s*(?:记者|記者|问|問|主持人|采访者|访谈者|編輯|编辑|小编|Q|"
    r"Question)\s*+(?:\d{1,2}\s*+)?[：:]"
)
_SPEAKER = re.compile(r"\s*([^\s：:，。！？“”「」]{1,8})\s*[：:](?=\s*\S)")
_ANSWERERS = frozenset(("答", "A", "Answer"))
_OFTEN = 2


def is_form_line(text: str) -> bool:
    """Say whether a line is a label with what is filled in: 时间：…, 记录：…."""
    return bool(_LINE.match(text))


def asks(text: str) -> bool:
    """Say whether an interviewer asks a question in this paragraph."""
    return bool(_ASKER.match(text)) and text.rstrip().endswith(("？", "?"))


def speakers(texts: Iterable[str]) -> frozenset[str]:
    """Find who speaks in a talk: the few labels that open several paragraphs."""
    labels = Counter(m[1] for text in texts if (m := _SPEAKER.match(text)))
    return frozenset(t for t, n in labels.items() if n >= _OFTEN) | _ANSWERERS


def speaker_tag(text: str, known: frozenset[str]) -> tuple[int, int] | None:
    """Find the place of the tag of a known speaker, or of somebody who asks."""
    found = _SPEAKER.match(text)
    if found and (found[1] in known or _ASKER.match(text)):
        return found.span()
    return None


def people(texts: Iterable[str]) -> Iterator[str]:
    """The names that are filled into a form, and those of speakers."""
    lines = list(texts)
    for text in lines:
        found = _PEOPLE.search(text) if is_form_line(text) else None
        for piece in _BETWEEN.split(found[1]) if found else ():
            name = _POST.sub("", piece)
            if _NAME.fullmatch(name):
                yield name
    yield from (one for one in speakers(lines) if _NAME.fullmatch(one))
