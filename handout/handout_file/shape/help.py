"""What the blocks and keys of the file are for: shown by editors, and in errors."""

# A block's word: what it is called in Chinese, and what it is.
BLOCKS = {
    "summary": ("内容摘要", "Summary sentences of a section."),
    "overview": ("全文提要", "Summary sentences of the whole text."),
    "structure": ("文章结构", "The sections and what they fall into."),
    "keyphrases": ("关键词句", "The table of key phrases."),
    "reflection": ("思考与联系", "Questions, each with a box to write in."),
    "closing": ("读后小结", "Questions about the whole text."),
    "notes": ("我的笔记", "A box to write in, without a question."),
    "quotation": ("引文", "A passage set off from the rest."),
    "text": ("自写文字", "Your own paragraphs."),
    "page_break": ("换页", "What follows starts on a new page."),
    "cloze": ("原文填空", "Passages with blanks: the words in [[ ]]."),
    "matching": ("词句配对", "Phrases and the sentences they belong to."),
    "ordering": ("排列顺序", "What is to be put into the order of the text."),
    "short_answer": ("简答", "Questions with room for an answer."),
    "choice": ("选择", "Questions with options, and the letters that are right."),
    "true_false": ("判断", "Statements, and whether each is right."),
    "agenda": ("议程", "The agenda of the meeting."),
    "sign_in": ("签到", "Places to sign."),
    "discussion": ("分组讨论", "A question to talk about, and what each group says."),
}

# A key, by its class or for all: in Chinese, and in English.
_ALL = {
    "title": ("标题", "The title."),
    "paragraph": ("段号", "The number of its paragraph (¶)."),
    "paragraphs": ("起止段号", "The paragraphs, from and to: 2-6."),
    "pin": ("原样保留", "true: leave the block as it is when the text has changed."),
    "redo": ("重新生成", "true: regenerate the block at the next update."),
    "drop": ("不印", "true: keep the block off the paper."),
    "minutes": ("分钟", "The minutes it is given."),
    "room": ("书写空间", "The room to write in: {lines: 3, share: 2}."),
    "hint": ("提示，只印给主持人", "A hint for the facilitator."),
    "sentences": ("句子", "The sentences; ¶3 says which paragraph one is from."),
    "prompts": ("题目", "The questions."),
    "question": ("题目", "The question."),
    "groups": ("小组", "The names of the groups."),
    "number": ("序号", "The heading's own number."),
    "text": ("文字", "The text."),
    "marks": ("标出的字", "What is emphasised, from and to, in characters: 3-7."),
    "date": ("日期", "The date."),
    "source": ("出处", "The source."),
    "place": ("次序", "Its place among the sections, where the order does not tell."),
    "items": ("各项", "The items."),
    "order": ("印出的次序", "The order in which the items are printed, from 0."),
    "quote": ("原文", "The passage that shows the phrase; … where it goes on."),
    "passage": ("原文", "The passage."),
    "phrase": ("词句", "The phrase."),
    "answer": ("答案", "The answer."),
    "branches": ("各支", "The sections, where they are not to follow the file's."),
}
_OF = {
    "FileEntry": {
        "handout": ("版本，勿改", "The version of this kind of file: 1."),
        "byline": ("作者", "Who wrote the text."),
        "subtitle": ("副标题", "The subtitle."),
        "around": ("正文前的话", "Lines before the text: abstract, keywords, who met."),
        "language": ("语言", "zh-CN, zh-TW or en: the words that are printed."),
        "kind": ("文体", "What kind of text it is: study, lesson, story …"),
        "document": ("原文文件", "The file of the text, beside this one."),
        "length": ("原文篇幅", "How long the text is."),
        "seed": ("随机种子", "Seed for shuffling the exercises."),
        "meeting": (
            "会议信息",
            "Details of the meeting; empty ones are filled in by hand.",
        ),
        "front": ("首页", "The blocks of the first page."),
        "sections": ("各节", "The sections, each with its blocks."),
        "closing": ("末页", "The blocks of the last page."),
        "made": ("生成记录，勿改", "What the program made; --update needs it."),
    },
    "Length": {
        "characters": ("字数", "Characters."),
        "words": ("词数", "Words between spaces."),
        "paragraphs": ("段数", "Paragraphs."),
    },
    "MadeKeys": {
        "head": ("记录", "The record of the first lines."),
        "front": ("记录", "The record of the first page."),
        "sections": ("记录", "The record of the sections."),
        "closing": ("记录", "The record of the last page."),
    },
    "Meeting": {
        "title": ("会议名称", "The title of the meeting."),
        "time": ("时间", "When it begins."),
        "place": ("地点", "Where it is."),
        "host": ("主持人", "Who leads it."),
    },
    "SectionEntry": {
        "heads": ("小标题", "What the section falls into, for the structure."),
        "blocks": ("内容", "The blocks, in the order they are printed."),
        "drop": ("不印", "true: keep the section off the paper."),
    },
    "Room": {
        "lines": ("行数", "The least number of lines."),
        "most": ("最多行数", "The greatest number of lines; 0: as many as fit."),
        "mm": ("高度，毫米", "The least height in mm, instead of lines."),
        "fill": ("占满余下", "false: leave the box as high as it is."),
        "share": ("份额", "The box's share of what is left on its page."),
        "ruling": ("格线", "lines, dots, grid, tian, box or none."),
        "row": ("行高，毫米", "The height of a line in mm."),
    },
    "Row": {"phrases": ("词句", "The phrases; ×2 says how often the text has it.")},
    "KeyPhrases": {"rows": ("各行", "The rows of the table.")},
    "Counted": {"count": ("次数", "How often the section says it.")},
    "Passage": {
        "cut_before": ("前有省略", "true: the sentence begins before."),
        "cut_after": ("后有省略", "true: the sentence goes on."),
    },
    "Span": {"start": ("起", "From."), "end": ("止", "To.")},
    "Branch": {"leaves": ("小标题", "What the section falls into.")},
    "FreeText": {"paragraphs": ("各段", "The paragraphs.")},
    "Matching": {"pairs": ("各对", "The pairs.")},
    "PairEntry": {"sentence": ("句子", "The sentence it belongs to.")},
    "ChoiceItem": {
        "options": ("选项", "The options."),
        "answer": ("答案的字母", "The letters of the right ones: B, or AC."),
    },
    "Claim": {"right": ("对错", "true or false (对 or 错).")},
    "AgendaItem": {
        "who": ("负责人", "Who has it."),
        "start": ("开始", "When it begins."),
        "end": ("结束", "When it ends."),
    },
    "SignIn": {
        "names": ("姓名", "The names."),
        "blank": ("空位", "How many places without a name."),
    },
}
_NAMES = {
    "FileEntry": "a handout file",
    "SectionEntry": "a section",
    "PromptEntry": "a question",
    "Row": "a row of key phrases",
    "PairEntry": "a pair",
    "ChoiceItem": "an item of a choice",
    "Claim": "a statement",
    "AgendaItem": "an item of the agenda",
}
_EXAMPLES = {
    "Span": "2-6",
    "Room": "{lines: 3}",
    "Excerpt": "¶3 and the sentence",
    "Row": "phrases: … and quote: …",
    "PairEntry": "phrase: … and sentence: …",
    "ChoiceItem": "question: …, options: … and answer: B",
    "Claim": "text: … and right: true",
    "SectionEntry": "title: … and blocks: …",
    "AgendaItem": "title: … and minutes: …",
}


def help_of(shape: type, key: str) -> tuple[str, str]:
    """What a key is for, in Chinese and in English; ("", "") if not given."""
    return _OF.get(shape.__name__, {}).get(key) or _ALL.get(key, ("", ""))


def class_words(shape: type) -> str:
    """The words for a thing of a class, or ""."""
    return _NAMES.get(shape.__name__, "")


def example_of(shape: type) -> str:
    """What a thing of a class looks like."""
    return _EXAMPLES.get(shape.__name__, "its keys on lines of their own")
