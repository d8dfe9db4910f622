"""What a phrase is: a task, an event, a concept, or nothing to ask about.

Decided by the phrase and by how the section says it. What is in doubt has no class, and
fills no slot.
"""

import re

from handout.model.chinese import HAN_CHARACTER

_ODD = re.compile(r"[\d０-９〇，、。；：！？“”‘’…（）《》「」『』,.;:!?()\"%％/*_<>=|]")
_TIME = re.compile(
    r"[年月日时分秒點点钟周天]$|[年月日]|星期|[上下中]午|早上|晚上|清晨|凌晨|傍晚|[今明昨前后後][年天日晚]|"
    r"[去今明][年]|季度|[春夏秋冬][季天]|时候|時候|期间|期間|当时|當時|目前|现在|現在|"
    r"以前|以后|以後|之前|之后|之後|同期|世纪|世紀|公元|[前后]夜"
)
_NUMBER = re.compile(
    r"^[第每各几幾数數多]|^[一二三四五六七八九十]要?是|^[一二三四五六七八九十百千万两兩半]+[个個条條项項种種次名位人件本批"
    r"章节節类類点點步份家层層元块塊只隻张張瓶台臺户戶页頁篇段回遍倍成]"
)
# Words a phrase does not begin or end with unless it was cut out of a longer one.
_CUT_FRONT = re.compile(
    r"^[的了着著与與及而且但也才又还還很最被把让讓从從是不没沒于於给給跟其之这這那该該此哪什谁誰我你她它您请請]"
)
_CUT_BACK = re.compile(
    r"[的了着著和与與及或而且但被把让讓从從是不没沒们們吗嗎呢吧啊很也都就上里裡]$"
)
_TITLES = re.compile(
    r"(?:部门|部門|公司|委员会|委員會|办公室|辦公室|中心|科|处|處|局|厅|廳|院|校|社|组|組|"
    r"先生|女士|老师|老師|同志|主任|书记|書記|局长|局長|处长|處長|科长|科長|经理|經理|"
    r"主席|教授|记者|記者|医生|醫生|师傅|師傅|大爷|大娘|爷爷|奶奶|叔|伯|姑|婶|嫂|妈|爸)$"
)
_SURNAMES = (
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林罗羅郑鄭梁谢謝宋唐许許韩韓"
    "冯馮邓鄧曹彭曾肖蕭田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚"
    "陆陸汪范石廖贾賈夏韦韋付傅白邹鄒孟熊秦邱侯江尹薛闫段雷钱錢汤湯尤黎易常武乔喬贺"
    "賀赖賴龚龔文庞龐樊兰蘭殷施陶洪翟安颜顏倪严嚴牛温溫芦季俞章鲁魯葛伍申尚柏岑邵"
    "纪紀顾顧卫衛梅穆霍柯甄辛"
)
_PERSON = re.compile(
    f"(?:[老小阿大]?[{_SURNAMES}][\u3400-\u9fff]{{0,2}}|[老小阿][\u3400-\u9fff])"
)
_CALLED = re.compile(
    f"[老小阿][{_SURNAMES}]|[{_SURNAMES}][\u3400-\u9fff]{{0,2}}"
    "(?:师傅|師傅|老师|老師|先生|女士|叔|伯|婶|嬸|姑|哥|姐|嫂|爷|爺|奶|说|說|道)"
)
_TASK = re.compile(
    r"(?:加强|推进|坚持|完善|落实|提高|提升|建立|健全|深化|强化|做好|抓好|改进|培育|弘扬|增强|"
    r"严守|严格|推动|促进|保护|优化|创新|规范|转变|树立|保持|巩固|扩大|防止|克服|反对|整治|整改|"
    r"解决|贯彻|统筹|守住|用好|管好|办好|筑牢|夯实|压实|練就|练就|营造|注重|把稳|開展|开展|抓实|抓細|"
    r"加強|推進|堅持|落實|強化|改進|弘揚|增強|嚴守|嚴格|推動|促進|保護|優化|創新|規範|轉變|樹立|鞏固)"
    r"[\u3400-\u9fff]{2,8}"
)
_EVENT = re.compile(
    r"[\u3400-\u9fff]{2,8}(?:变法|變法|革命|战争|戰爭|起义|起義|运动|運動|改革|事变|事變|之战|之戰|"
    r"条约|條約|统一中国)"
)
_SMALL = re.compile(
    r"\b(?:the|a|an|of|to|in|on|at|by|for|from|with|as|and|or|but|that|which|who|is|are"
    r"|was|were|be|not|no|it|its|their|his|her|our|your|this|these|can|cannot|will"
    r"|says?|said|more|most|many|much|every|one|two|three)\b",
    re.IGNORECASE,
)
_ENGLISH = re.compile(r"[a-z]+(?:[- ][a-z]+){0,3}")
_DATE = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|morning|evening|week|month|year|hour"
    r"|january|february|march|april|june|july|august|september|october|november|december"
)


def class_of(phrase: str, text: str, *, heads: tuple[str, ...] = ()) -> str:
    """The class of a phrase: task, event, concept; "" for nothing to ask about.

    `text` is what the section says, `heads` its headings.
    """
    if _ODD.search(phrase) or phrase != phrase.strip():
        return ""
    if not HAN_CHARACTER.search(phrase):
        return _english_class(phrase, text)
    if not 2 <= len(phrase) <= 12 or _is_named(phrase) or _is_piece(phrase):
        return ""
    if _EVENT.fullmatch(phrase):
        return "event"
    if _TASK.fullmatch(phrase):
        return "task" if _stands_alone(phrase, text) else ""
    return "concept" if _is_concept(phrase, text, heads) else ""


def is_whole_name(phrase: str) -> bool:
    """Whether a phrase is whole, and names no person, time or number."""
    if _ODD.search(phrase) or phrase != phrase.strip():
        return False
    if not HAN_CHARACTER.search(phrase):
        small = _SMALL.search(phrase) or _DATE.search(phrase.lower())
        # A name of two words in capitals is most often a person's.
        return not small and not re.fullmatch(r"[A-Z]\w+(?:[ -][A-Z]\w+){0,2}", phrase)
    return len(phrase) > 1 and not _is_named(phrase) and not _is_piece(phrase)


def mentions_a_person(text: str) -> bool:
    """Whether a sentence calls somebody by a name that is easily known for one."""
    return bool(_CALLED.search(text))


def is_person(text: str) -> bool:
    """Whether a text is a person's name, and nothing else."""
    return bool(_PERSON.fullmatch(text))


def names_a_time(text: str) -> bool:
    """Whether a text has a time in it."""
    return bool(_TIME.search(text))


def _is_named(phrase: str) -> bool:
    """Whether it names a person, a body, a time or a number."""
    found = (_PERSON.fullmatch(phrase), _TITLES.search(phrase), _TIME.search(phrase))
    return any(found) or bool(_NUMBER.match(phrase))


def _is_piece(phrase: str) -> bool:
    return bool(_CUT_FRONT.match(phrase) or _CUT_BACK.search(phrase))


def _stands_alone(phrase: str, text: str) -> bool:
    """Whether the text has marks, or its ends, on both sides of the phrase."""
    edges = r"(?:^|[\W、，。；：“”]|[要是须須会])"
    return bool(re.search(rf"{edges}{re.escape(phrase)}(?:$|[\W，。；：“”])", text))


def _is_concept(phrase: str, text: str, heads: tuple[str, ...]) -> bool:
    """Whether the text defines it, heads a section with it, or returns to it."""
    word = re.escape(phrase)
    if re.search(rf"{word}(?:，)?(?:是指|指的是|是一种|是一種)", text):
        return True
    if re.search(rf"[“「]{word}[”」]", text) and text.count(phrase) > 1:
        return True
    if re.search(rf"(?:叫做?|称为|稱為|所谓|所謂){word}", text):
        return True
    if len(phrase) >= 3 and any(phrase in head for head in heads):
        return True
    return len(phrase) >= 4 and text.count(phrase) > 1


def _english_class(phrase: str, text: str) -> str:
    fit = _ENGLISH.fullmatch(phrase) and 5 <= len(phrase) <= 40
    if not fit or _SMALL.search(phrase) or _DATE.search(phrase):
        return ""
    again = len(re.findall(rf"\b{re.escape(phrase)}\b", text, re.IGNORECASE))
    if again > 1 and (" " in phrase or again > 2):
        return "concept"
    return ""
