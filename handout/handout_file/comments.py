"""The comments in a new file, in the language of its text."""

from dataclasses import dataclass

from handout.handout_file.shape.help import BLOCKS
from handout.handout_file.writing import Tree
from handout.handout_file.writing.yaml_text import Note


@dataclass(frozen=True, slots=True)
class Comments:
    """What a file says to its reader: at its head, and once beside a key."""

    head: tuple[str, ...]
    beside: dict[str, str]
    made: str


_CHINESE = Comments(
    head=(
        "这是讲义的底稿。改好存盘，再印：handout make {name}",
        "  冒号和横线后面的文字都可以改；行首的空格请不要动。",
        "  句前的 ¶3 表示它在原文第 3 段；没有 ¶ 的是你自己的话。",
        "  不要的，整行删去；某一块暂时不印，在它下面加一行 drop: true。",
        "  原文改了以后：handout plan --update {name}（你改过的都保留）",
    ),
    beside={
        "document": "原文文件，和本文件放在一起",
        "seed": "换一个数，练习题的次序就不同",
        "meeting": "留空的，印出来供手写",
        "heads": "小标题，印在首页的“文章结构”里",
        "minutes": "讨论几分钟，0 是不定",
        "room": "lines：至少几行；share：占本页余下空间的份额",
    },
    made="以下由程序记录，用来认出你改过的地方，请不要改。",
)
_TRADITIONAL = Comments(
    head=(
        "這是講義的底稿。改好存檔，再印：handout make {name}",
        "  冒號和橫線後面的文字都可以改；行首的空格請不要動。",
        "  句前的 ¶3 表示它在原文第 3 段；沒有 ¶ 的是你自己的話。",
        "  不要的，整行刪去；某一塊暫時不印，在它下面加一行 drop: true。",
        "  原文改了以後：handout plan --update {name}（你改過的都保留）",
    ),
    beside={
        "document": "原文檔案，和本檔放在一起",
        "seed": "換一個數，練習題的次序就不同",
        "meeting": "留空的，印出來供手寫",
        "heads": "小標題，印在首頁的結構圖裡",
        "minutes": "討論幾分鐘，0 是不定",
        "room": "lines：至少幾行；share：占本頁餘下空間的份額",
    },
    made="以下由程式記錄，用來認出你改過的地方，請不要改。",
)
_ENGLISH = Comments(
    head=(
        "This is the handout before it is printed: handout make {name}",
        "  Change any text after a colon or a dash; leave the spaces before it.",
        "  ¶3 says that a sentence stands in paragraph 3; without ¶ it is yours.",
        "  Take out what you do not want, or keep a block off the paper: drop: true",
        "  When the text has changed: handout plan --update {name} (your words stay)",
    ),
    beside={
        "document": "the file of the text, beside this one",
        "seed": "another number puts the exercises in another order",
        "meeting": "what is empty is printed to be filled in",
        "heads": "shown in the structure on the first page",
        "minutes": "to talk about it; 0 where nobody said",
        "room": "lines: at least; share: of what is left on the page",
    },
    made="The program's record, by which it knows your changes: leave it as it is.",
)
_BY_LANGUAGE = {"zh-CN": _CHINESE, "zh-TW": _TRADITIONAL, "en": _ENGLISH}


def comments_in(language: str) -> Comments:
    """The comments in a language; another's are Chinese."""
    return _BY_LANGUAGE.get(language, _CHINESE)


def comment_writer(language: str) -> Note:
    """The comment beside a key; each is written once, at its first key."""
    beside = dict(comments_in(language).beside)
    place = 1 if language == "en" else 0

    def note(key: str, value: Tree) -> str:
        if key != "block":
            return beside.pop(key, "") if value != "" else ""
        if value in beside:
            return ""
        beside[value] = ""
        return BLOCKS[value][place] if value in BLOCKS else ""

    return note
