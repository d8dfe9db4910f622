"""The forms of an author's name before or after a text."""

import re

from handout.model.chinese import HAN
from handout.read.structure.front.names import (
    POST,
    is_name,
    is_unit,
    may_be_name,
)

_LONGEST = 80
# No name fits two of these patterns, and no list is long: otherwise a line that fits
# none could be split in too many ways before that is known.
_HAN = f"[{HAN}]"
_NAME = (
    rf"(?:{_HAN}[\s\u3000]?{_HAN}{{1,3}}(?:[·•・‧]{_HAN}{{1,8}})*"
    rf"|{_HAN}[\s\u3000]{{2}}{_HAN}"
    rf"|{_HAN}(?:{_HAN}{{4,7}})?(?:[·•・‧]{_HAN}{{1,8}})+|[A-Z][\w.’'-]+(?:"
    rf" [A-Z][\w.’'-]*){{0,3}})"
)
_NAMES = rf"{_NAME}(?:(?:\s*[、，,/／&]\s*|[\s\u3000]++和?+){_NAME})*"
# The role of somebody who worked on the paper; the name follows.
_ROLE = (
    r"(?:(?:本[报刊台网社報]|新华社|中新社|人民日报|中央社|特约|特派|首席|见习|实习"
    r"|融媒体?|全媒体?|駐地|特約|見習|駐[^\s]{2,4})*"
    r"(?:记者|記者|通讯员|通訊員|评论员|評論員|特约撰稿人|撰稿人|编译|编辑|實習生"
    r"|实习生))"
)
_LABEL = (
    r"(?:[作编译譯著主口讲講讀读撰供受采授]?(?:作者|著者|译者|譯者|编者)|原作者"
    r"|本文作者|作者|文字|文|撰文|撰稿"
    r"|供稿|投稿|采写|採寫|采访|採訪|采编|采写整理|整理|口述|讲述|講述|主讲人?"
    r"|主講人?|讲课人?|讲授人?|授课人?|授课教师"
    r"|演讲人?|演講人?|演讲者|讲者|講者|报告人|宣讲人?|发言人|致辞人|汇报人|朗诵者?"
    r"|执笔人?|起草人|翻译|译|譯|著"
    r"|图|圖|图片|插图|插画|绘图|繪圖|绘|摄影|攝影|摄|编剧|词曲|词|曲|设计|指导教师"
    r"|指导老师|教师|学生|姓名|设计者|设计人"
    r"|Author|Authors|Written by|Words|Text|Story|Speaker|Lecturer|Reporter|Photos?"
    r"|Photographs?"
    r"|Illustrat(?:ed by|ions?)|Translat(?:ed by|or)|Edited by|Interview(?:er)?)"
)
_ROLED = rf"{_ROLE}\s*[：:／/|｜丨]?\s*{_NAMES}"
_LABELLED = (
    rf"{_LABEL}(?:[（(][^（）()]{{1,6}}[）)])?\s*[：:／/|｜丨▏]\s*\S[^。；;]{{0,50}}?"
)
_TAIL = (
    r"(?:\s*[／/╱]\s*[^\s。]{2,8}(?:報導|报道|電|电|攝影|摄影)?"
    r"|\s*[（(][^（）()]{1,24}[）)]"
    rf"|[\s\u3000]+(?:{_HAN}{{2,6}})?(?:报道|報導|文|摄|图|摄影报道))?"
)
_GAP = r"[\s\u3000、，,;；|｜·/／]*"
_WITH_ROLE = re.compile(
    rf"{_ROLED}{_TAIL}(?:{_GAP}(?:{_ROLED}|{_LABELLED}){_TAIL}){{0,4}}$"
)
_WITH_LABEL = re.compile(
    rf"{_LABELLED}(?:[\s\u3000|｜]+(?:{_LABELLED}|{_ROLED})){{0,4}}$", re.IGNORECASE
)
_BY = re.compile(
    r"(?:[Ww]ritten |[Tt]ranslated |[Ii]llustrated )?(?:[Bb]y|BY) "
    r"(?:[A-Z]|Dr|Prof|the )[^。.!?;:]*(?:[A-Z]\.[^。.!?;:]*)*$"
)
_DECORATED = re.compile(rf"[□◎○●■◆◇▲△▼※☆★◉▢❑❏♦⊙＊*•·▪◻◽⬜☐✎✍]+\s*({_NAMES}.{{0,30}})$")
_DYNASTIES = (
    "先秦|战国|春秋|[东西]?周|秦|[东西两]?汉|三国|曹?魏|[东西]?晋|南北?朝"
    "|南朝[宋齐梁陈]|北[齐周魏]|隋|唐"
    "|五代|后蜀|南唐|[北南]?宋|辽|金|元|明|清|近代|现代|当代|民国|[東西兩]?漢|戰國"
    "|當代|現代|遼|民國|晉|東晉|陳"
)
_COUNTRIES = (
    "中国|美国?|英国?|法国?|德国?|俄(?:罗斯|国)?|苏联|日本?|韩国?|朝鲜|印度?"
    "|意(?:大利)?|西(?:班牙)?|葡(?:萄牙)?"
    "|奥(?:地利)?|匈牙利|波兰|捷克?|丹麦|挪威|瑞典|瑞士|芬兰|荷兰?|比利时|希腊"
    "|土耳其|埃及|以色列|伊朗|巴西"
    "|阿根廷|智利|哥伦比亚|秘鲁|墨西哥|加(?:拿大)?|澳(?:大利亚)?|新西兰|南非"
    "|尼日利亚|爱尔兰|冰岛|乌克兰"
    "|罗马尼亚|保加利亚|塞尔维亚|越南|泰国|新加坡|马来西亚|黎巴嫩|古希腊|古罗马|港"
    "|澳|台|香港|台湾|丹|瑞|黎|希"
)
_FROM = re.compile(
    rf"(?:[（(［\[〔【]\s*(?:{_DYNASTIES}|{_COUNTRIES})\s*[）)］\]〕】]\s*"
    rf"|(?:{_DYNASTIES})(?:代|朝)?\s*[·•・　 ]\s*)"
    r"[^\s，。：:；;！？]{1,16}(?:[\s\u3000]+[^\s。：:；;！？]{1,12}){0,5}$"
)
_WORK = (
    rf"{_NAME}(?:[\s\u3000、，,]+{_NAME})*\s*(?:[\s\u3000]?(?:编著|主编|编译|口述"
    rf"|著|译|譯)"
    rf"|[\s\u3000](?:整理|编|撰|绘|改写|缩写|原著|作))"
)
_MADE = re.compile(rf"{_WORK}(?:[\s\u3000，,;；]+{_WORK})*$")
_WITH_POST = re.compile(
    rf"(?P<name>{_HAN}(?:[\s\u3000]*{_HAN}){{1,3}})\s*[（(](?P<note>[^（）()]{{2,40}})["
    rf"）)]$"
)
_PARTED = re.compile(
    r"\s*[、，,；;&]\s*|[\s\u3000]+(?:and|和|与|與)?[\s\u3000]*|和|与|、"
)
_MARKS = re.compile(r"[\d*†‡¹²³⁴⁵⁶,，①-⑨]+$")
_APART = re.compile(r"[\s\u3000：:/／|｜·]")
_LATIN_PARTED = re.compile(r"\s*[,;&]\s*(?:and )?|\s+and\s+")
_BRACKETS = re.compile(r"[（(〔［\[【]\s*([^（(）)〔〕]{2,60}?)\s*[）)〕］\]】]$")


def is_byline(text: str) -> bool:
    """Whether a line surely names who wrote, spoke or reported: 文/…, 记者 …."""
    if len(text) > _LONGEST or text.endswith(("。", "！", "？", "!", "?", "；")):
        return False
    if _is_marked(text):
        return True
    inside = _BRACKETS.match(text)
    return bool(inside and _APART.search(inside[1]) and _is_marked(inside[1]))


def _is_marked(text: str) -> bool:
    return any(
        form.match(text) for form in (_WITH_ROLE, _WITH_LABEL, _BY, _DECORATED, _FROM)
    ) or bool(len(text) <= 30 and _MADE.match(text))


def names_people(text: str) -> bool:
    """Whether a short line can be a name or several, with a post or an office.

    That is a guess, and right only for a line next to a title or a date.
    """
    if len(text) > _LONGEST:
        return False
    inside = _BRACKETS.match(text)
    if inside:
        text = inside[1]
    noted = _WITH_POST.match(text)
    if noted and (is_name(noted["name"]) or _is_who(noted["note"])):
        return True
    parting = _LATIN_PARTED if text.isascii() else _PARTED
    parts = [_MARKS.sub("", part) for part in parting.split(text)]
    parts = [part for part in parts if part]
    if is_name(text) or (parts and len(parts) <= 8 and all(map(is_name, parts))):
        return True
    return len(parts) in (2, 3) and _has_office(parts)


def _has_office(parts: list[str]) -> bool:
    """Whether one part is a name and the other an office or a post."""
    first, last = parts[0], parts[-1]
    named = is_name(last) or may_be_name(last)
    before = named and _is_who(first)
    return before or ((is_name(first) or may_be_name(first)) and _is_who(last))


def _is_who(text: str) -> bool:
    return is_unit(text) or bool(re.search(rf"(?:{POST})$", text))


def is_office(text: str) -> bool:
    """Whether a line is the name of an office, bare or in brackets."""
    inside = _BRACKETS.match(text)
    return is_unit(inside[1] if inside else text)


def is_pen_name(text: str, *, sure: bool = False) -> bool:
    """Whether a line has the shape of a name, whatever its surname.

    `sure` says that what follows leaves no doubt: a common word can be a name then.
    """
    return may_be_name(text, word=sure) or is_name(text)
