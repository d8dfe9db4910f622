import pytest

from handout.model.kinds import KINDS
from handout.read.structure.kind import text_kind
from handout.read.structure.kind.evidence import EVIDENCE

SAMPLES = {
    "minutes": (
        "教研组第三次会议纪要",
        "时间：2027年3月4日",
        "地点：三楼会议室",
        "主持：卢静",
        "会议决定，下月起集体备课改在周四下午。",
    ),
    "interview": (
        "和一位钟表匠聊天",
        "问：您做这一行多少年了？",
        "答：四十年，从学徒算起。",
        "问：最难修的是什么表？",
        "答：人家等着用的表最难修。",
        "问：还收徒弟吗？",
        "答：收，只要坐得住。",
    ),
    "poem": ("夜渡", "水把灯影摇碎", "一片一片", "送到船的另一边", "没有人说话"),
    "law": (
        "图书借阅规则",
        "第一条 为方便读者借阅，制定本规则。",
        "第二条 每人每次可以借五册。",
        "第三条 逾期不还的，暂停借阅。",
    ),
    "lesson": (
        "第5课 影子从哪里来",
        "光沿直线前进，遇到不透明的东西就被挡住。",
        "课堂活动",
        "用手电筒照一支铅笔，看影子怎样变化。",
    ),
    "report": (
        "山区小学图书室使用情况研究",
        "摘要：本文走访了二十所小学。",
        "关键词：图书室；小学",
        "图书室的书多，借的人少，这是走访中见得最多的情形。",
    ),
    "technical": (
        "电热水壶使用说明",
        "打开壶盖，注水至最高水位线以下。",
        "按下开关，指示灯亮，水开以后自动断电。",
    ),
    "news": (
        "城北新桥通车",
        "本报讯（记者 邱林）昨天上午，城北新桥正式通车，过河只要三分钟。",
    ),
    "notice": (
        "关于开展春季植树活动的通知",
        "学办发〔2027〕6号",
        "各班级：",
        "定于三月十二日开展植树活动，请按时参加。",
    ),
    "story": (
        "旧船",
        "“你要卖掉它？”老丁问，他的手放在船帮上。",
        "“不卖。”他说，“修好了还能走。”",
        "老丁笑了，说：“那我来修。”",
    ),
    "study": (
        "在年度工作会议上的讲话",
        "同志们：",
        "要坚持群众路线，把各项改革落实到基层，推进作风建设。",
    ),
    "essay": (
        "河边的树",
        "我小时候住在河边，我常常爬上那棵树，我在树上看船。",
        "后来我离开了，我再也没有爬过树。",
    ),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_of_text_is_known_by_its_features_and_says_which(kind):
    title, *lines = SAMPLES[kind]

    found, evidence = text_kind([title, *lines], title=title)

    assert found == kind
    assert all(evidence)


def test_a_text_without_clear_features_has_no_kind():
    lines = ["潮水", "潮水每天涨两次，涨得最高的时候在新月和满月之后。"]

    assert text_kind(lines, title="潮水") == ("", ())


def test_an_empty_text_has_no_kind():
    assert text_kind([]) == ("", ())


def test_every_row_of_evidence_is_for_a_kind():
    assert {row.kind for row in EVIDENCE} == set(KINDS)
