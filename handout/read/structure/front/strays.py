"""Lines that never belong to a text: page numbers, share bars, rules."""

import re

from handout.read.blocks import SourceBlock

_ROLES = "编辑|美编|值班编辑|校对|审核|审校|监制|排版|初审|复审|终审|总监制|主编"
_STARTS = r"[（(【\[]?\s*"
_ASIDES = tuple(
    (reason, re.compile(pattern))
    for reason, pattern in (
        (
            "an editor's line",
            # 编辑文件 and 校对软件 are about editing; a sign or brackets name a person.
            rf"{_STARTS}(责任编辑|责编|责任校对|最后修改)[^。]{{0,80}}$"
            rf"|{_STARTS}({_ROLES})\s*[:：丨|｜／/]\s*\S[^。]{{0,80}}$"
            rf"|[（(【\[]\s*({_ROLES})\s*[^\s。]{{2,12}}[）)】\]]$",
        ),
        (
            "a stray number, such as a page number or a counter",
            r"[-—·\s]*\d{1,4}[-—·\s]*$",
        ),
        (
            "a rule between two parts of the text",
            r"[\s\-—–―─━_=~～*＊※☆★◆◇●○■□·•#＃+^﹡❖✦✧⁂]{3,}$",
        ),
        (
            "a share or print bar",
            r"(分享到|打印本页|关闭窗口|返回顶部|点击查看|扫一扫|阅读原文|相关阅读)"
            r"[^。]{0,40}$",
        ),
        (
            "where it was printed",
            r"《[^》]{2,14}》\s*[（(][^（）()]{0,24}\d\s*版[^（）()]{0,6}[）)]$",
        ),
        (
            "an original title or editor's note",
            rf"{_STARTS}(原标题|编者按|原题)\s*[:：为].{{0,120}}$",
        ),
    )
)


def aside_reason(block: SourceBlock) -> str:
    """Why a line does not belong to the text; "" if it does."""
    if block.level or block.kind != "text":
        return ""
    for reason, pattern in _ASIDES:
        if pattern.match(block.text):
            return reason
    return ""
