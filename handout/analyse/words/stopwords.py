"""Words that carry no content: they open and close phrases, and name nothing."""

import re

from handout.analyse.words.segment import Word


def words_of(listed: str) -> frozenset[str]:
    """The set of words in a list parted by blanks."""
    return frozenset(listed.split())


# Function words: a phrase never holds one at its start or end.
FUNCTION = words_of("""
的 地 得 了 着 过 和 与 及 或 在 对 中 为 是 有 等 其 该 并 从 以 由 于 而 被 将 把
也 都 就 又 上 下 之 所 不 这 那 各 每 我 你 他 她 它 们 我们 你们 他们 她们 它们 自己
大家 以及 通过 进行 根据 由于 因此 所以 但 但是 然而 如果 虽然 可以 能够 应该 应当
必须 已经 还 更 最 很 较 太 再 才 却 既 只 只有 无论 还是 不仅 而且 同时 其中 此外
例如 比如 如 若 则 即 便 使 让 给 向 到 至 往 自 当 随着 为了 关于 对于 至于 特别
特别是
尤其 一个 一种 一些 这个 那个 这些 那些 这样 那样 什么 怎么 如何 哪些 谁 非常 十分
往往 总是 始终 当前 目前 现在 今后 以来 之间 之际 之中 以下 以上 有关 相关 一切 所有
任何 没有 不是 就是 不能 不要 要 会 能 可 应 需 须 仍 均 且 吧 吗 呢 啊 嘛 呀 哦
之一 之后 之前 时 时候 的话 来 去 起来 出来 下去 一下 一样 一般 一定 一直 多 少 大 小
者 们 性 化 常 用 做 说 想 看 走 凭 干
""")
# Words so common in print that they tell a reader nothing.
GENERIC = words_of("""
工作 问题 发展 方面 情况 过程 结果 部分 内容 重要 主要 不同 基本 进一步 提高 加强
实现 推动 推进 坚持 做好 开展 使用 利用 作用 意义 时间 今天 今年 我国 国家 人们 地方
东西 事情 方式 方法 条件 原因 需要 作为 成为 具有 得到 形成 包括 认为 表示 指出 强调
全面 积极 不断 大力 切实 深入 有效 有力 有利 第一 第二 第三 同志 各位 希望 要求
时代 历史 社会 经济 政治 文化 人民 群众 干部 领导 党员 全国 世界 中国 能力 水平
体现 目标 环境 力量 精神 思想 责任 任务 事业 组织 部门 单位 个人 生活 使命 担当
新 好 高 低 强 两 三 几 一 二 四 五 六 七 八 九 十 次 年 月 日
""")
ENGLISH = words_of("""
a an the and or but nor so yet of in on at to from by with about as into through
over after before between under above is are was were be been being am do does did
have has had having will would shall should can could may might must not no it its
this that these those he she they them his her their we us our you your i me my who
whom whose which what when where why how than then there here all any both each few
more most other some such only own same very just also if because while until up
down out off again further once one two new many much well even still however
s t re ve ll d m don doesn isn aren cannot say says said let lets
""")
# What parts two noun phrases of English: forms of verbs that are seldom nouns, and
# words that place, count or compare.
ENGLISH_APART = words_of("""
absorb absorbs accept accepts add adds admit admits agree agrees allow allows appear
appears apply applies argue argues arrive arrives ask asks assume assumes avoid avoids
became become becomes began begin begins begun believe believes belong belongs bring
brings brought buy buys came carry carries caught choose chooses chose chosen collect
collects come comes compare compares connect connects consider considers consist
consists contain contains continue continues contribute contributes convert converts
create creates decide decides define defines deliver delivers depend depends describe
describes determine determines develop develops discover discovers discuss discusses
divide divides drew eat eats emerge emerges enable enables encourage encourages enjoy
enjoys ensure ensures enter enters establish establishes exist exists expect expects
explain explains explore explores expresses fail fails feel feels fell felt find finds
follow follows forget forgets found gave generate generates give gives given gone grew
grow grows grown happen happens hear hears heard held helps hold holds identify
identifies imagine imagines improve improves include includes indicate indicates
inform informs introduce introduces involve involves join joins keep keeps kept knew
knows lack lacks leads learn learns leave leaves led lies lose loses lowers maintain
maintains matters mean means meant meet meets mention mentions met move moves obtain
obtains occur occurs offers opens oppose opposes owns paid pay pays perform performs
permit permits prefer prefers prepare prepares prevent prevents produce produces
promote promotes propose proposes protect protects prove proves provide provides
publish publishes pull pulls put puts raise raises ran reaches realize receive
receives recognize recognizes recommend recommends reduce reduces refer refers reflect
reflects refuse refuses regard regards relate relates remain remains remember
remembers remove removes replace replaces represent represents require requires reveal
reveals rises rose runs sat saw seek seeks seem seems seen selects sell sells send
sends sent serve serves shown shows show sit sits solve solves sold speak speaks spend
spends spent spoke stand stands starts stay stays stood stops strengthen strengthens
succeed succeeds suffer suffers suggest suggests take takes taken taught teach teaches
tell tells tend tends thought threw told took treat treats tried tries try turn turns
understand understands understood vary varies wait waits wanted wants went win wins
won wonder wonders wore write writes wrote across against ago almost along already
although always among around away before behind beside besides beyond despite during
either else enough ever every everything except far instead less least like likely
mere near nearly neither never none nothing now often onto otherwise per perhaps quite
rather several since so-called something somewhat soon therefore though thus together
toward towards upon usually versus via whatever whether within without yes for last
next three four five six seven eight nine ten twenty hundred thousand million billion
best better need needs works worst
ate blew broke built burnt chose crossed dealt dies died drove ended ends fed fled flew
flows flowed forms formed fought froze got hid hit hits hung hurt kept killed lays laid
lived lives looked loses made makes met mend mends named opened passed played reached
rang rode sang sank saved shook shot shut sank slept slid spread sprang stole struck
swept swam swore threw tore used wears woke worn
""")
_WORD = re.compile(r"[\w㐀-鿿]")


def is_content(word: Word) -> bool:
    """Say whether a word carries meaning of its own."""
    if word.text in FUNCTION or word.text.lower() in ENGLISH:
        return False
    return bool(_WORD.search(word.text)) and word.tag[0] not in "xpcuyer"
