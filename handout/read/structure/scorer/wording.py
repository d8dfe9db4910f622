"""How a line is worded, and how carefully its document was typed: more figures."""

import re

from handout.read.structure.scorer.line import Trait

_MEETING = re.compile(r"[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u4e00-\u9fff]")
_PARTED = re.compile(r"[\u4e00-\u9fff] [A-Za-z0-9]|[A-Za-z0-9] [\u4e00-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]+")
_DOING = re.compile(
    "安装|使用|配置|创建|设置|查看|检查|启用|禁用|添加|删除|更新|卸载|下载|运行|启动|测试|"
    "验证|编译|准备|了解|管理|列出|显示|修改|打开|关闭|选择|升级|构建|部署|编写|定义|开始"
)
_SHOWN = re.compile(
    "(?:截图|界面|输出|示例|页面|窗口|对话框|视频|图标|图片|屏幕|演示|列表)$"
)
_POINTING = re.compile("如下|以下|下面|下图|命令|截图|如图|所示")
_BEGINNING = re.compile("首先|要|如果|你可以|这|我们")
_SAMPLE = 20_000


def wording_figures(line: Trait, before: Trait, after: Trait) -> list[float]:
    """The figures of a line's words and of the lines before and after it."""
    text = line.text
    return [
        bool(_DOING.match(text)),
        bool(_SHOWN.search(text)),
        bool(_MEETING.search(text)),
        len(_LATIN.findall(text)),
        before.han,
        after.han,
        min(after.length / max(1, line.length), 10),
        bool(_POINTING.search(before.text[-40:])),
        bool(_BEGINNING.search(after.text[:40])),
    ]


def manner_figures(lines: list[str]) -> list[float]:
    """The figures of a whole document: spaces beside Latin, quotes, colons."""
    text = "\n".join(lines)[:_SAMPLE]
    many, size = max(1, len(lines)), max(1, len(text)) / 1000
    touching, parted = len(_MEETING.findall(text)), len(_PARTED.findall(text))
    met = touching + parted
    return [
        parted / met if met > 3 else 0.5,
        text.count('"') / size,
        (text.count("“") + text.count("‘")) / size,
        text.count(":") / size,
        text.count("：") / size,
        text.count(",") / size,
        text.count("（") / size,
        text.count("#") / many,
        sum(map(len, lines)) / many,
        sum(line.startswith(("$", "sudo")) for line in lines) / many,
    ]
