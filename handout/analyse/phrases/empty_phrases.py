"""Phrases that name nothing of a text: amounts, labels, screen talk, formulas."""

import re

from handout.analyse.words.stopwords import words_of

_NUMERAL = r"[\d０-９一二两三四五六七八九十百千万亿零〇几数半多来余.．]"
# What is counted as time, length, money or heads: 三根火柴, 二十粒, 第五天的结果.
_COUNTED = (
    r"(?:天|年|个月|月|日|周|号|个?小时|分钟?|秒钟?|点钟?|岁|元|块钱?|斤|公斤|克|吨|"
    r"尺|寸|里|米|厘米|毫米|"
    r"公里|粒|颗|根|滴|口井|座|户|家|名|位|人|倍|声|遍|趟|步|页|张|辆|双|只|匹|层|杯|"
    r"碗|碟|文钱)"
)
_AMOUNT = re.compile(
    rf"(?:第|近|约|超过|共|达|每|不足|不到|至少)?{_NUMERAL}+(?:多|几|余)?{_COUNTED}"
    r"(?:以上|以下|以内|左右|之后|以后|后|前|内|里|间|多|远|长|高|深|的?\w{0,2})"
)
# 一个男孩, 上千人: some of a kind, and none by name.
_SOME = re.compile(
    r"(?:一[个种位名只群股座场番半]|[大小多]半|上[百千万]|成[百千]|数[百千万]|"
    r"好?几[个种位名]).*|"
    r"[二两三四五六七八九十\d]+[名位只家]\w{1,4}|"
    r"各[乡镇县区市省部门单位级地个种类]{1,3}"
)
_TIME = re.compile(
    r"(?:去年|今年|明年|前年|昨天|今天|明天|前天|每天|当天|当年|上周|下周|本周|"
    r"上个?月|下个?月|本月|有一[天次年]|"
    r"这[天年月]|那[天年月])\w{0,3}|[\d一二三四五六七八九十]{1,3}(?:年|月|"
    r"日)\w?底?前?|.{0,4}(?:半夜|点半)"
)
# Who says what, and what points at a picture: 子夏曰, 文献表明, 如下图示.
_SAID = re.compile(
    r".*曰.{0,2}|.{1,8}(?:表明|显示|证实|报道称|告诉我们|有人说|认为)|(?:据|"
    r"如)(?:调查|统计|了解|报道|下|图|上|介绍|悉).*|"
    r"有人(?:说|会说).*"
)
# The number of a thing in a list: A1286.
_CODE = re.compile(r"[A-Za-z]{0,3}[-#]?\d{3,}[A-Za-z]?")
# A step on a screen.
_STEP = re.compile(
    r"(?:点击|单击|双击|点按|勾选|轻触|按住|按下|长按|点开|选中).*|"
    r".*[左右][上下](?:角|方)"
)
# What opens a phrase that points elsewhere: 这些资料, 下列行为, 有的窗口.
_POINTING = re.compile(
    r"(?:这|那|该|本|此|上述|下述|下列|以下|以上|如下|上文|下文|前述|有的|有些|某些|"
    r"某个|某种|许多|很多|不少|一些|"
    r"其他|其它|其余|另一|另外|每一|整个)(?:些|个|种|类|样|次|位|项|条|部分|者)?\w{0,4}"
)
_MAY_POINT = re.compile(
    r"本(?:体|质|科|能|土|草|领|金|币|源|真|色|性|国|命|党|末|义|地|草纲目)|此岸|"
    r"该隐|这边|那达慕"
)
_LABEL = re.compile(
    r"(?:(?:主要|相关|重要|参考|延伸)?(?:参考|阅读|链接|文献|资料|书目|提示|说明|"
    r"出处|来源|备注|注释|附录|附件|示例|例子|"
    r"附则|总则|目录|摘要|关键词|简介|序言|前言|结语|导语|编者按|思考题|课堂活动|"
    r"课后习题))\d*|"
    r"(?:图|表|附图|附表|例|式|注|步骤|问题|选项|编号|"
    r"版本)\s*[\d一二三四五六七八九十]+|"
    r"(?:公布|发布|更新|生效|施行|完成|截止|处理)(?:时间|日期|方法)|"
    r"[A-Za-z甲乙丙丁]\s?[区區组队瓶]|"
    r"第[一二三四五六七八九十百\d]+(?:场|步|次|条|款|项|个|页|期|届|批|组|名|季度|章|"
    r"节|部分|点|类|种)"
)
# Whole phrases that could be in any text.
_ANYWHERE = words_of("""
在我看来 借此机会 举例来说 总的来说 总而言之 也就是说 换句话说 毫无疑问 因人而异
这样的话 说实话 众所周知 不用说 顺便 事实上 实际上 一般来说 一般而言 通常情况下
在这种情况下 与此同时 显而易见 成千上万 没完没了 接地气 小伙伴 大家 大量 少量 部分
全部 总会 算是 当然 可能性 复杂性 安全性 重要性 必要性 根本原因 主要原因 潜在原因
直接原因 积极影响 消极影响 积极作用 促进作用 重要作用 重要意义 先后顺序 核心思潮
内部设计 科学原理 本质区别 解决方案 整体 详情 按键 按钮 列表 菜单 提示框 弹窗 页面
界面 选项 操作 设置 表格行 功能界面 选项说明 批次 季度 数量 项目 名称 现象 电话 记录
地点 时间 主持 出席 列席 记者 摄影 作者 编号 有人 里面 外面 上面 下面 前面 后面 旁边
上半年 下半年 前半部分 后半部分 未来 活动 争议 过程中 一边 一旁 不知道 讨论 要点
策略 场景 上下文 文件 部门 更新通知 高级功能 更多信息 本身 方法 名词 术语 年份
责任部门 处理方法 通知如下
""")
# An adverb, or a verb of the frame, that was cut from what follows or precedes.
_ADVERBS = words_of("""
经常 先 再 再次 后再 毕竟 已经 即将 仍然 随便 均 共 就 才 又 还 都 正在 逐渐 渐渐
常常 有时 立刻 立即 马上 忽然 突然 终于 果然 居然 竟然 几乎 大约 大概 也许 或许 恐怕
究竟 到底 反正 难道 偏偏 索性 干脆 决不 绝不 未必 不必 不再 从不 从来 一味 一旦 首先
其次 最后 然后 接着 若 若想 如想 倘若 假如 只要 不论 不管 哪怕 即使 让 使 令
""")
# Inside a phrase these make a clause of it: 菜总差一口气, 尊重并非易事.
_CLAUSE_WORDS = words_of("""
是 正是 就是 不是 并非 乃是 也是 都是 仍是 总 都 也 就 才 又 还 已 已经 便 却 很 太
会 可以 必须 应该 不能 不会 没有 又名 叫做 称为 被 把 将 让 使 得 着 了 过 说 显然
往往 总是 与生俱来
""")
_COPULAS = words_of(
    "是 正是 就是 便是 都是 也是 还是 只是 乃是 算是 成为 属于 作为 变成"
)
_PREPOSITIONS = frozenset("与與和跟同及把被将將由按据據随隨从從向往朝沿")


def is_empty(text: str) -> bool:
    """Say whether a phrase names nothing that is of this text."""
    if text in _ANYWHERE or _LABEL.fullmatch(text) or _AMOUNT.fullmatch(text):
        return True
    if _POINTING.fullmatch(text) and not _MAY_POINT.match(text):
        return True
    return any(p.fullmatch(text) for p in (_SOME, _TIME, _SAID, _STEP, _CODE))


def is_label(text: str) -> bool:
    """Say whether a heading or a run-in head is but a number or a label."""
    return text in _ANYWHERE or bool(_LABEL.fullmatch(text))


def is_clause(words: list[str]) -> bool:
    """Say whether a word makes a clause of a phrase: 是 in front, 总 behind."""
    if words[0] in _COPULAS and len(words) > 1:
        return True
    return any(word in _CLAUSE_WORDS for word in words[1:])


def opens_inside(words: list[str]) -> bool:
    """Say whether the first word was cut from a clause: 经常考, 与私部门."""
    first = words[0]
    if first in _ADVERBS:
        return True
    return first in _PREPOSITIONS and len(words) > 1
