"""The words prompts are made of, by language; {} takes the section's own words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Patterns:
    """Prompts by what they ask for; a section takes one of each kind in turn.

    `answered` are those that the text itself answers; the rest ask what the reader
    thinks. The two `explain` are those of short answers.
    """

    understand: tuple[str, ...]
    understand_untitled: tuple[str, ...]
    relate_two: tuple[str, ...]
    relate_three: tuple[str, ...]
    apply: tuple[str, ...]
    apply_untitled: tuple[str, ...]
    group: str
    discuss: str
    discuss_untitled: str
    closing: tuple[str, ...]
    explain_head: tuple[str, ...]
    explain_phrase: tuple[str, ...]
    answered: frozenset[str]


PATTERNS = {
    "zh-CN": Patterns(
        understand=(
            "本节以“{title}”为题。用自己的话写下：它要回答什么问题？",
            "把本节的要点连成一句话，说明你怎样理解“{title}”。",
            "读完“{title}”，对你触动最深的是哪一句？为什么？",
            "如果用三分钟向同事介绍“{title}”，你会先讲哪一点？",
        ),
        understand_untitled=("用自己的话写下：这篇文章要回答什么问题？",),
        relate_two=(
            "“{0}”与“{1}”有什么联系？从文中找出依据，并写明段号 ¶。",
            "比较“{0}”与“{1}”：侧重点有什么不同？",
        ),
        relate_three=(
            "“{0}”“{1}”“{2}”之间是什么关系？从文中找出依据，并写明段号 ¶。",
            "“{0}”“{1}”“{2}”三者，哪一项眼下最难？难在哪里？",
            "“{0}”“{1}”“{2}”三者，你在哪一项上体会最深？举例说明。",
            "对照“{0}”“{1}”“{2}”，说说你所在的集体做得最好的一项。",
        ),
        apply=(
            "结合自己的工作或学习，谈谈对“{0}”的认识：还有哪些差距？准备怎样改进？",
            "举一件亲身经历或身边的事，说明你对“{0}”的理解。",
            "围绕“{0}”，写下一件本月就能做的事：做什么、怎样做、何时完成？",
            "说到“{0}”，你所在的集体最需要解决的一个问题是什么？有什么建议？",
        ),
        apply_untitled=("结合自己的工作或学习，写下一件本月就能做的事。",),
        group="第{}组",
        discuss="围绕“{title}”讨论：哪一点最有启发？哪一点最难落实？每组归纳一条意见。",
        discuss_untitled="讨论：哪一点最有启发？哪一点最难落实？每组归纳一条意见。",
        closing=(
            "学完全文，我最深的体会是：",
            "我还没有弄懂、想提出来讨论的问题：",
            "我的行动计划（做什么、怎样做、何时完成）：",
        ),
        explain_head=(
            "文中怎样说明“{0}”？用一两句话回答，并写明段号 ¶。",
            "“{0}”这一部分的要点是什么？用一两句话概括。",
            "关于“{0}”，文中提出了什么看法或要求？",
        ),
        explain_phrase=(
            "文中怎样说到“{0}”？用一两句话说明，并写明段号 ¶。",
            "文中在哪里谈到“{0}”？说明了什么？写明段号 ¶。",
        ),
        answered=frozenset(
            (
                "本节以“{title}”为题。用自己的话写下：它要回答什么问题？",
                "把本节的要点连成一句话，说明你怎样理解“{title}”。",
                "用自己的话写下：这篇文章要回答什么问题？",
                "“{0}”与“{1}”有什么联系？从文中找出依据，并写明段号 ¶。",
                "比较“{0}”与“{1}”：侧重点有什么不同？",
                "“{0}”“{1}”“{2}”之间是什么关系？从文中找出依据，并写明段号 ¶。",
            )
        ),
    ),
    "zh-TW": Patterns(
        understand=(
            "本節以「{title}」為題。用自己的話寫下：它要回答什麼問題？",
            "把本節的要點連成一句話，說明你怎樣理解「{title}」。",
            "讀完「{title}」，最觸動你的是哪一句？為什麼？",
            "如果用三分鐘向同事介紹「{title}」，你會先講哪一點？",
        ),
        understand_untitled=("用自己的話寫下：這篇文章要回答什麼問題？",),
        relate_two=(
            "「{0}」與「{1}」有什麼關聯？從文中找出依據，並寫明段號 ¶。",
            "比較「{0}」與「{1}」：側重點有什麼不同？",
        ),
        relate_three=(
            "「{0}」「{1}」「{2}」之間是什麼關係？從文中找出依據，並寫明段號 ¶。",
            "「{0}」「{1}」「{2}」三者，哪一項眼下最難？難在哪裡？",
            "「{0}」「{1}」「{2}」三者，你在哪一項上體會最深？舉例說明。",
        ),
        apply=(
            "結合自己的工作或學習，談談對「{0}」的認識：還有哪些差距？準備怎樣改進？",
            "舉一件親身經歷或身邊的事，說明你對「{0}」的理解。",
            "圍繞「{0}」，寫下一件本月就能做的事：做什麼、怎樣做、何時完成？",
        ),
        apply_untitled=("結合自己的工作或學習，寫下一件本月就能做的事。",),
        group="第{}組",
        discuss="圍繞「{title}」討論：哪一點最有啟發？哪一點最難落實？每組歸納一條意見。",
        discuss_untitled="討論：哪一點最有啟發？哪一點最難落實？每組歸納一條意見。",
        closing=(
            "學完全文，我最深的體會是：",
            "我還沒有弄懂、想提出來討論的問題：",
            "我的行動計畫（做什麼、怎樣做、何時完成）：",
        ),
        explain_head=(
            "文中怎樣說明「{0}」？用一兩句話回答，並寫明段號 ¶。",
            "「{0}」這一部分的要點是什麼？用一兩句話概括。",
            "關於「{0}」，文中提出了什麼看法或要求？",
        ),
        explain_phrase=(
            "文中怎樣說到「{0}」？用一兩句話說明，並寫明段號 ¶。",
            "文中在哪裡談到「{0}」？說明了什麼？寫明段號 ¶。",
        ),
        answered=frozenset(
            (
                "本節以「{title}」為題。用自己的話寫下：它要回答什麼問題？",
                "把本節的要點連成一句話，說明你怎樣理解「{title}」。",
                "用自己的話寫下：這篇文章要回答什麼問題？",
                "「{0}」與「{1}」有什麼關聯？從文中找出依據，並寫明段號 ¶。",
                "比較「{0}」與「{1}」：側重點有什麼不同？",
                "「{0}」「{1}」「{2}」之間是什麼關係？從文中找出依據，並寫明段號 ¶。",
            )
        ),
    ),
    "en": Patterns(
        understand=(
            "In your own words: which question does “{title}” answer?",
            "Put the points of “{title}” into one sentence.",
            "Which sentence of “{title}” struck you most, and why?",
        ),
        understand_untitled=(
            "In your own words: which question does the text answer?",
        ),
        relate_two=(
            "How do “{0}” and “{1}” hang together? Name the paragraphs (¶).",
            "Compare “{0}” with “{1}”: where do they differ?",
        ),
        relate_three=(
            "How do “{0}”, “{1}” and “{2}” hang together? Name the paragraphs (¶).",
            "“{0}”, “{1}”, “{2}”: which is hardest at present, and why?",
        ),
        apply=(
            "Give an example from your own work or study that shows “{0}”.",
            "What does “{0}” mean for your group? Name one thing to change.",
            "Write down one thing about “{0}” to do this month: what, how, when?",
        ),
        apply_untitled=("Write down one thing that you can do this month.",),
        group="Group {}",
        discuss="Discuss “{title}”: which point helps most, and which is hardest to "
        "put into practice? Each group agrees on one sentence.",
        discuss_untitled="Discuss: which point helps most, and which is hardest to put "
        "into practice? Each group agrees on one sentence.",
        closing=(
            "What I take from the whole text:",
            "What I have not understood and want to discuss:",
            "My plan (what, how, by when):",
        ),
        explain_head=(
            "What does the text say about “{0}”, and in which paragraph?",
            "What is the point of the part “{0}”? Sum it up in a sentence or two.",
        ),
        explain_phrase=(
            "What does the text say about “{0}”, and in which paragraph?",
            "In which paragraph does the text speak of “{0}”, and what does it say?",
        ),
        answered=frozenset(
            (
                "In your own words: which question does “{title}” answer?",
                "Put the points of “{title}” into one sentence.",
                "In your own words: which question does the text answer?",
                "How do “{0}” and “{1}” hang together? Name the paragraphs (¶).",
                "Compare “{0}” with “{1}”: where do they differ?",
                "How do “{0}”, “{1}” and “{2}” hang together? Name the paragraphs (¶).",
            )
        ),
    ),
}
