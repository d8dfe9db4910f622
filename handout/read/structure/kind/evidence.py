"""What points to a kind of text and how strongly: one row for each feature."""

from handout.read.structure.kind.features import (
    Evidence,
    asked_lines,
    dense,
    dialogue,
    first_person,
    meeting,
    narration,
    opens,
    speech,
    title_with,
    verse,
)

_POLICY = (
    "贯彻|落实|党|干部|群众|政治|新时代|高质量发展|理想信念|担当|作风|方针|马克思|社会主义"
    "|中国特色|初心|使命|纪律|改革|治理|服务人民|思想|坚持|推进"
)
_SCREEN = (
    "点击|单击|双击|按下|按住|长按|插入|拧|关闭|打开|安装|配置|启动|重启|输入|设置|参数"
)

_ROWS = (
    ("minutes", 4, title_with(r"会议(?:纪要|記錄|记录)|會議[紀记][錄录要]|minutes\b")),
    ("minutes", 3, meeting),
    (
        "minutes",
        1,
        dense(
            r"会议(?:决定|决议|认为|指出|要求)|決議|resolved|agreed",
            2,
            "what the meeting decided",
        ),
    ),
    ("interview", 4, dialogue),
    (
        "interview",
        2,
        title_with(
            r"访谈|专访|对话|答记者问|訪談|專訪|访.{2,12}[师授家长员]"
            r"|interview|Q ?& ?A|in conversation"
        ),
    ),
    ("interview", 2, asked_lines),
    (
        "interview",
        1,
        opens(r"(?:——|—|--)\s*(?:专?访|对话)", 1, "subtitle of an interview", within=6),
    ),
    ("poem", 4, verse),
    ("poem", 1, title_with(r"诗|詩|词$|[曲歌]$|poem|ode|sonnet|ballad")),
    (
        "law",
        4,
        opens(r"第[一二三四五六七八九十百零〇\d]+条", 3, "articles (第一条 …)"),
    ),
    ("law", 3, opens(r"(?:Article|Section|§)\s*\d+", 4, "articles")),
    (
        "law",
        1,
        title_with(
            r"(?:法|条例|办法|规定|细则|章程|公约|守则|規則|辦法|條例|準則)"
            r"(?:（[^）]*）)?$|\bact\b|regulations?\b|statute"
        ),
    ),
    (
        "lesson",
        4,
        title_with(
            r"第\s*[\d一二三四五六七八九十]+\s*课|第\s*[\d一二三四五六七八九十]+\s*單元"
            r"|教案|课文|导学案|學習單|^(?:lesson|unit) \d+"
        ),
    ),
    (
        "lesson",
        2.5,
        opens(
            r"#*\s*(?:[一二三四五六七八九十\d]+[、.．]\s*)?[【\[]?(?:课堂活动|课后(?:活动|练习|思考|作业)"
            r"|思考(?:题|与练习|与讨论|探究)|学习目标|教学(?:目标|重点|难点|过程|反思)|练习题?"
            r"|材料研读|知识拓展|想一想|做一做|试一试|學習目標|課後|動動腦"
            r"|Exercises?|Learning (?:objectives|goals)|(?:Review|Discussion) questions"
            r"|Key terms|Activity)[】\]]?\s*\d*(?:$|[：:])",
            1,
            "heads of a lesson",
        ),
    ),
    (
        "report",
        3,
        opens(
            r"[【\[]?\s*(?:摘\s*要|关键\s*词|關鍵詞|Abstract|Key ?words)\s*[】\]]?"
            r"(?:\s*[：:—]|$|\s+\S)|参考文献$|References$|Bibliography$",
            1,
            "heads of an abstract, keywords or references",
        ),
    ),
    (
        "report",
        3,
        title_with(
            r"报告$|报告[（(]|研究$|分析$|述评$|白皮书|調查報告|總結$|总结$"
            r"|\breport\b|\bstudy\b|\banalysis\b|white paper"
        ),
    ),
    ("report", 1.5, opens(r"\d{1,2}\.\d{1,2}\s*[^\d\s.]", 3, "decimal headings")),
    ("report", 1, opens(r"(?:图|表|Table|Figure)\s*\d+", 2, "tables and figures")),
    (
        "technical",
        4,
        title_with(
            r"说明书|使用说明|操作(?:规程|手册|指南|说明)|手册$|教程|入门|安装"
            r"|快速开始|使用手冊|操作手冊|部署|\bmanual\b|user guide|\bguide\b"
            r"|tutorial|how to (?:install|use|set up)|getting started|readme"
            r"|\bAPI\b"
        ),
    ),
    ("technical", 2.5, dense(_SCREEN, 12, "words of handling a device")),
    (
        "technical",
        2.5,
        dense(
            r"\b(?:click|press|install|configure|run|select|enter|server"
            r"|command|parameter|file)\b",
            12,
            "words of handling a device",
        ),
    ),
    ("technical", 2, title_with(r"规范$|标准$|GB/?T|ISO ?\d|standard$|specification")),
    (
        "technical",
        1,
        opens(
            r"(?:第[一二三四五六七八九十\d]+步|步骤\s*[一二三四五六\d]|Step \d)",
            2,
            "steps",
        ),
    ),
    (
        "news",
        4,
        opens(
            r"(?:[（(【\[]?(?:本报|本刊|新华社|中新社|人民网|央视网|中央社|本報|新華社)[^，。]{0,24}"
            r"[讯电訊電]|据[^，。]{2,12}(?:报道|消息)|[A-Z]{3,}[A-Za-z ,]*"
            r"\((?:AP|Reuters|AFP|Xinhua)\)|[【（(]?記者[^，。]{2,10}[／/╱])",
            1,
            "line that opens as news does",
            within=8,
        ),
    ),
    (
        "news",
        2,
        opens(
            r"(?:本报)?(?:记者|通讯员|記者)\s*\S|.{0,30}\d{1,2}:\d{2}.{0,4}(?:来源|來源)",
            1,
            "line with a reporter, or a source and its hour",
            within=6,
        ),
    ),
    ("news", -2, dialogue),
    (
        "notice",
        3.5,
        title_with(
            r"(?:通知|通告|公告|启事|函|倡议书|通报|的意见|的批复|啟事|邀请函|公开信"
            r"|一封信|安排|告知书)(?:（[^）]*）)?$|\bnotice\b|announcement|circular"
        ),
    ),
    (
        "notice",
        2,
        opens(
            r".{2,12}[〔［\[(（](?:19|20)\d\d[〕］\])）]\s*第?\d+号$",
            1,
            "document number",
            within=10,
        ),
    ),
    (
        "notice",
        1,
        opens(
            r"特此(?:通知|公告|函|通报|告)|附件[：:]|联系人[：:]|抄送|.{2,40}文件$",
            1,
            "lines that close an official letter",
        ),
    ),
    (
        "notice",
        1,
        opens(
            r"(?:各|全体|尊敬的|亲爱的|敬爱的)[^。]{1,50}[：:]$",
            1,
            "line addresses its readers",
            within=8,
        ),
    ),
    ("story", 2, speech),
    ("story", 2, narration),
    (
        "story",
        1.5,
        opens(
            r"第\s*[一二三四五六七八九十百千零〇两\d]+\s*[章回](?:\s|$)|Chapter\s+\w+",
            1,
            "chapters",
        ),
    ),
    ("story", 1, title_with(r"小说|故事|童话|寓言|传奇|演义|novel|story|tale")),
    ("story", -3, dialogue),
    (
        "study",
        3,
        title_with(
            r"讲话|党课|讲课提纲|主题教育|学习(?:贯彻|体会|材料)|精神|宣讲|论述|致辞|发言"
        ),
    ),
    ("study", 3, dense(_POLICY, 25, "words of policy")),
    ("study", 1.5, dense(_POLICY, 12, "words of policy")),
    (
        "study",
        2,
        opens(
            r"(?:各位)?(?:同志们|代表|委员)[^。]{0,8}[：:！!]$",
            1,
            "line addresses 同志们",
            within=10,
        ),
    ),
    ("essay", 3, first_person),
    (
        "essay",
        1,
        title_with(r"散文|随笔|随想|杂谈|记$|忆|札记|隨筆|雜談|essay|notes on"),
    ),
    ("essay", -2, speech),
    ("essay", -2, dialogue),
    ("essay", -1.5, dense(_POLICY, 25, "words of policy")),
)

EVIDENCE = tuple(Evidence(*row) for row in _ROWS)
