"""The forms of a date before or after a text."""

import re

_YEAR = (
    r"(?:(?:19|20)\d\d|[一二][九〇零○O0][〇零○O一二三四五六七八九0]{2}"
    r"|民[国國][一二三四五六七八九十百零〇\d]{1,5})"
)
_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[元正])"
_HOUR = (
    r"(?:\s*T?(?:上午|下午|晚上?|中午)?\s*\d{1,2}\s*[:：时點点]\s*\d{0,2}分?(?::\d{2})?"
    r"(?:\s*[—–\-~～至到]+\s*(?:上午|下午|晚上?)?\s*\d{1,2}\s*[:：时]\s*\d{0,2}分?)?)"
)
_WEEKDAY = (
    r"(?:\s*[，,]?\s*[（(]?(?:星期|周|週"
    r"|礼拜)[一二三四五六日天][）)]?(?:\s+[晴阴雨雪多云小中大转]+)?)"
)
_MONTHS = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAYS = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? +)?"
_FORMS = (
    rf"{_YEAR}\s*年\s*{_NUMBER}\s*月\s*{_NUMBER}\s*[日号號]"
    rf"(?:\s*[—–\-~～至到]+\s*(?:{_NUMBER}\s*月\s*)?{_NUMBER}\s*[日号])?",
    rf"{_YEAR}\s*年\s*{_NUMBER}\s*月(?!\s*\d)",
    r"(?:19|20)\d\d\s*[-./‑–]\s*\d{1,2}\s*[-./‑–]\s*\d{1,2}",
    rf"{_DAYS}\d{{1,2}}(?:st|nd|rd|th)? +{_MONTHS},? +\d{{4}}",
    rf"{_DAYS}{_MONTHS} +\d{{1,2}}(?:st|nd|rd|th)?,? +\d{{4}}",
)
_LABEL = (
    r"(?:(?:发布|更新|发表|发稿|上传|会议|会谈|开会|讲课|授课|活动|成文|印发|采访"
    r"|首发|发文|刊登|出版)?"
    r"(?:时间|日期|于)|(?:發布|更新|會議|活動)?(?:時間|日期)|发布|发表|更新|Date"
    r"|Time|Published|Posted"
    r"|Updated|Last updated|Issued)"
)
DATE = rf"(?:{'|'.join(_FORMS)})(?:{_WEEKDAY})?(?:{_HOUR})?(?:{_WEEKDAY})?"
LABELLED = rf"(?:{_LABEL}\s*(?:on\s+)?[：:]?\s*)?{DATE}"
_LINE = re.compile(rf"(?:[（(〔【\[]\s*)?{LABELLED}\s*[）)〕】\]]?$", re.IGNORECASE)


def is_date(text: str) -> bool:
    """Whether a line is a date and nothing else, in brackets or with a label."""
    return len(text) <= 70 and bool(_LINE.match(text))
