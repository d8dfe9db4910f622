"""Which headings a question may repeat: those that say what a section is about."""

import re

from handout.model.chinese import HAN_CHARACTER

_MARKS = re.compile(r"[“”‘’\"「」『』：:？?！!。；;…|／]|[，,].*[，,]")
_LONGEST, _LONGEST_LATIN = 20, 60
_DATE = re.compile(
    r"\d{4}|\d+[年月日]|[年月]$|^第?[\d一二三四五六七八九十]+[天日章节節回部卷篇课課]?$"
)
# Headings that name the part of a text, and nothing it speaks of.
_EMPTY = re.compile(
    r"(?:总则|總則|附则|附則|前言|序言?|引言|导言|導言|导语|概述|概况|綜述|综述|简介|簡介|产品简介|结论|結論|"
    r"\w{0,4}(?:时间|時間|地点|地點|人员|人員|对象|對象|日期|电话|電話|联系人|聯絡人|联系方式|聯絡方式)|"
    r"结语|結語|结束语|小结|小結|总结|總結|正文|全文|其他|其它|其他事项|其他事項|其餘|附件|附录|附錄|附表|说明|說明|备注|"
    r"注释|註釋|参考文献|參考文獻|致谢|致謝|目录|目錄|摘要|关键词|思考题|思考題|练习题?|練習|习题|作业|課後活動|"
    r"课后活动|课堂活动|課堂活動|知识拓展|知識拓展|材料研读|材料研讀|探究|阅读材料|活动|讨论|討論|总体情况|法律责任|法律責任|监督管理|监督检查|罚则|罰則|组织领导|工作要求|"
    r"基本情况|基本情況|尾声|楔子|上|中|下|introduction|preface|foreword|overview|summary|"
    r"conclusions?|discussion|results?|methods?|references?|appendix|notes?|background|"
    r"exercises?|questions?|abstract|contents|other|miscellaneous|acknowledg\w+)",
    re.IGNORECASE,
)
# Two or three capitalised words are a name as often as a heading.
_NAME = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+){1,2}")
_LEADING = re.compile(
    r"^(?:关于|關於|对|對|[一二三四五六七八九十]要?是|第[一二三四五六七八九十][，、])"
)


def heading_to_ask(title: str) -> str:
    """The heading as a question may say it; "" if it says nothing to ask about."""
    title = title.strip()
    latin = not HAN_CHARACTER.search(title)
    too_long = len(title) > (_LONGEST_LATIN if latin else _LONGEST)
    bare = re.sub(r"^[\d.．、\s]+", "", title)
    if too_long or len(bare) < 3 or _MARKS.search(title):
        return ""
    if _NAME.fullmatch(bare) or _DATE.search(title) or _EMPTY.fullmatch(bare):
        return ""
    return _LEADING.sub("", bare) if len(_LEADING.sub("", bare)) > 2 else bare
