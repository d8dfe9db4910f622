"""Recognises the names of people and of offices."""

import re
from functools import cache
from importlib.resources import files

from handout.model.chinese import HAN

_SIMPLIFIED = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于"
    "余叶蒋杜苏魏程吕丁"
    "沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾"
    "毛郝龚邵万钱严赖覃"
    "洪武莫孔汤向常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左"
    "柳甘祝包宁尚符舒阮"
    "柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾"
    "尤阳时穆农司卓古吉"
    "缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇"
    "栾隋商刁沙荣巫寇桑"
    "郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟"
    "冼蔺楼盘满闻位厉伊"
    "仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁"
    "芮都普阙浦戈伏鹿薄"
    "邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利呼居"
    "揭干但尉冶斯元束檀"
    "衣信展阴昝智幸奉植衡富尧闭由洛贝赏聊苍冰竹木江"
)
_TRADITIONAL = (
    "張劉陳楊黃趙吳孫馬羅鄭謝許鄧馮韓蕭葉蔣蘇呂盧鍾鐘譚範陸賈韋鄒龍賀顧龔邵萬錢嚴賴"
    "湯齊喬龐顏莊聶魯歐"
    "關蘭單畢塗駱藍遊華喻饒繆簡車項連蘆麥婁竇黨宮費衛閔鄔邊師榮叢鞏遲鄺談樂儲勞鄢滿"
    "聞厲區闞蓋練豐計門"
    "雲來閻樓閆闕鮮戰應寧紀圖葉"
)
SURNAMES = frozenset(_SIMPLIFIED + _TRADITIONAL)
_DOUBLE = (
    "欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|东方|東方|皇甫|尉迟|公孙|公孫|慕容|令狐"
    "|宇文|长孙|司徒|夏侯"
    "|轩辕|端木|百里|呼延|南宫|闻人|独孤|申屠|澹台|淳于|公羊|太史|西门|东郭|拓跋"
    "|纳兰|范姜|張簡|陳林"
)
_HAN = f"[{HAN}]"
_SPACED = re.compile(rf"({_HAN})[\s\u3000]+({_HAN})$")
_FOREIGN = re.compile(
    rf"(?:{_HAN}{{1,8}}|[A-Z]\.)(?:[·•・‧・]\s?(?:[A-Z]\.\s?)?{_HAN}{{1,8}}){{1,4}}$"
)
_LATIN = re.compile(
    r"(?:(?:Dr|Prof|Mr|Mrs|Ms|Sir|Professor)\.? )?"
    r"[A-Z][\w’'-]+(?: (?:[A-Z]\.|van|von|de|del|da|bin|al-?))*"
    r"(?: [A-Z][\w’'-]+){1,3}(?:,? (?:Jr\.|Sr\.|PhD|MD|III?))?$"
)
_UNIT = re.compile(
    r"[^\s，,。、：:；;！？“”（）()]{1,22}"
    r"(?:处|處|部|局|办|辦|委|会|會|办公室|辦公室|中心|学校|學校|大学|大學|学院"
    r"|學院|中学|小学|高中"
    r"|公司|集团|协会|学会|社|团|组|組|科|政府|支部|党委|党组|医院|银行|联盟|工会"
    r"|基金会|委员会"
    r"|研究所|研究院|科学院|党校|工程系|系|站|馆|館|厅|署|法院|检察院|编辑部|大队"
    r"|支队|总队|街道|年级)$"
)
POST = (
    "书记|局长|主任|部长|处长|科长|院长|校长|所长|主席|会长|理事长|秘书长|镇长|乡长"
    "|县长|市长|省长|区长"
    "|村长|队长|站长|馆长|厅长|司长|行长|董事长|经理|总监|总裁|教授|讲师|研究员"
    "|工程师|院士|博士|硕士"
    "|老师|教师|医生|医师|律师|作家|诗人|记者|编辑|主编|委员|代表|助理|专员|干事"
    "|组长|班长|学员|学生"
    "|書記|局長|主任|部長|處長|院長|校長|所長|會長|縣長|市長|區長|教授|執行長"
    "|總經理|董事長|站長|館長"
)


_HEADS = re.compile(
    r"(?:前言|引言|导言|序言|序|自序|代序|概述|概要|简介|背景|绪论|导论|导语|导读"
    r"|摘要|提要|目录|正文|总则|开场白|楔子|引子|序章|序幕|开头|起因|缘起|介绍|说明"
    r"|总述|综述|题记|楔|緒論|導言|簡介|目錄|開場白|写在前面)$"
)


@cache
def _words() -> frozenset[str]:
    kept = files("handout.read.structure.front.names") / "words.txt"
    return frozenset(kept.read_text(encoding="utf-8").split())


def is_name(text: str) -> bool:
    """Whether a text can be one person's name and is not a common word."""
    spaced = _SPACED.match(text)
    bare = spaced[1] + spaced[2] if spaced else text
    if _FOREIGN.match(bare) or _LATIN.match(bare):
        return True
    if re.match(rf"(?:{_DOUBLE}){_HAN}{{1,2}}$", bare):
        return True
    if not re.match(rf"{_HAN}{{2,3}}$", bare) or bare[0] not in SURNAMES:
        return False
    return bool(spaced) or bare not in _words()


def may_be_name(text: str, *, word: bool = False) -> bool:
    """Whether a text has the length of a name; a pen name has no surname.

    A common word does not count unless `word` allows it; the head of an opening never
    does.
    """
    if not re.match(rf"{_HAN}(?:[\s\u3000]*{_HAN}){{1,3}}$", text):
        return False
    bare = "".join(text.split())
    return not _HEADS.match(bare) and (word or bare not in _words())


def is_unit(text: str) -> bool:
    """Whether a text can be the name of an office, a school or a company."""
    return bool(_UNIT.match(text))
