"""Describes sentences by numbers: what the ranker looks at, each with its name."""

import re
from collections import Counter
from collections.abc import Callable, Sequence

from handout.analyse.learned.load import Vectors
from handout.analyse.learned.ranks import add_rank
from handout.analyse.summary.feature_names import SENTENCE as NAMES
from handout.analyse.summary.feature_names import SENTENCE_RANKED
from handout.analyse.summary.held_phrases import Mention, holds
from handout.analyse.summary.marks import mark_figures, marks_of
from handout.analyse.summary.neighbours import company
from handout.analyse.summary.senses import senses
from handout.analyse.summary.wording import wording_numbers
from handout.analyse.words.passage import Spoken, Vector, cosine, length
from handout.analyse.words.segment import cut, idf
from handout.analyse.words.stopwords import is_content

# An opening that needs the sentence before it: this, he, besides, but, for example …
POINTS_BACK = re.compile(
    r"(这|那(?!么多)|该|其(?!实)|此|它|他|她|上述|以上|前者|后者|如此|同样|此外|另外|而且|但|"
    r"然而|不过|因此|所以|于是|可见|同时|并且|其次|再次|最后|接着|随后|然后|也|还|又|"
    r"例如|比如|换言之|换句话说|也就是说|正因|否则|反之|与此同时|"
    r"(?:This|That|These|Those|It|He|She|They|But|However|Also|So|Then|Therefore|"
    r"Moreover|Besides|For example|Such|And)\b)"
)
_FILLER = re.compile(
    r"(然后|这个|那个|就是说|对不对|对吧|其实|我觉得|我认为|你知道|是吧|的话|呢|嘛|啊|"
    r"哈|好的|谢谢|感谢|大家好|掌声|有请|那我|我们来|是不是)"
)
_CLAIM = re.compile(
    r"(必须|关键|核心|根本|本质|在于|要求|目标|意味着|是指|就是|强调|总之|重要|任务|旨在|"
    r"指出|宣布|发布|表示|认为|介绍|推出|本文|如何|要)"
)
_SELF = re.compile(r"[我你您咱]")
_LATIN = re.compile(r"[A-Za-z]+")
_DIGIT = re.compile(r"[0-9０-９]")
_ITEM = re.compile(
    r"[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．是要]|第[一二三四五六七八九十]|首先|其次"
)
_NEAR = 8


class Setting:
    """What all sentences of a passage are measured against."""

    def __init__(self, spoken: list[Spoken], title: str, heads: list[str]) -> None:
        self.spoken = spoken
        self.marks = [marks_of(s.words) for s in spoken]
        self.title = title
        self.title_words = cut(title) if title else ()
        self.title_vector = _vector(title)
        self.title_weight = sum(self.title_vector.values()) or 1.0
        self.title_characters = set(title)
        self.heads = _vector("，".join(heads))
        self.centre: Vector = {}
        said: Counter[str] = Counter()
        self.documents: Counter[str] = Counter()
        for sentence in spoken:
            size = length(sentence.vector) or 1.0
            self.documents.update(sentence.vector.keys())
            for word, weight in sentence.vector.items():
                self.centre[word] = self.centre.get(word, 0.0) + weight / size
                said[word] += weight  # type: ignore[assignment]
        best = sorted(said.items(), key=lambda item: (-item[1], item[0]))
        top = [(w, v) for w, v in best if len(w) > 1][:12]
        self.key_words = dict(top)
        self.key_weight = sum(self.key_words.values()) or 1.0
        self.lengths = [sentence_size(s.text) for s in spoken]
        self.mean_length = sum(self.lengths) / max(1, len(spoken))
        self.in_paragraph = Counter(s.paragraph.number for s in spoken)
        self.paragraphs = max(1, len(self.in_paragraph))
        everything = "".join(s.text for s in spoken)
        size = max(1, len(everything)) / 100
        self.filler = len(_FILLER.findall(everything)) / size
        self.self_share = len(_SELF.findall(everything)) / size


def sentence_size(text: str) -> float:
    """A sentence's length in characters; three Latin letters count as one."""
    latin = sum(len(word) for word in _LATIN.findall(text))
    return len(text) - latin * 2 / 3


def sentence_features(
    setting: Setting,
    odds: Callable[[str], float],
    vectors: Vectors,
    mentions: Sequence[Mention],
) -> list[list[float]]:
    """Each sentence's numbers, in the order of NAMES."""
    spoken, sizes = setting.spoken, setting.lengths
    meant = senses(spoken, setting.title_words, vectors)
    held = holds(spoken, mentions)
    points_back = [bool(POINTS_BACK.match(s.text)) for s in spoken]
    near = company(spoken, sizes, points_back)
    rows = []
    place_in: Counter[int] = Counter()
    paragraph_index: dict[int, int] = {}
    for here, (sentence, sense) in enumerate(zip(spoken, meant, strict=True)):
        number = sentence.paragraph.number
        order = paragraph_index.setdefault(number, len(paragraph_index))
        nth = place_in[number]
        place_in[number] += 1
        rows.append(
            [
                *mark_figures(setting.marks[here], odds),
                *_place_figures(setting, here, nth, order),
                *_likeness(setting, here),
                *_subject(setting, here),
                *_looks(sentence.text, sizes[here]),
                float(len(spoken)),
                setting.mean_length,
                float(setting.paragraphs),
                setting.filler,
                setting.self_share,
                float(bool(setting.title)),
                *near[here],
                *wording_numbers(sentence.text, sentence.words, sizes[here]),
                *sense,
                *held[here],
            ]
        )
    means = [row[0] for row in rows]
    for name in SENTENCE_RANKED:
        add_rank(rows, NAMES.index(name))
    for here, row in enumerate(rows):
        row.append(means[here - 1] if here else 0.0)
        row.append(means[here + 1] if here + 1 < len(means) else 0.0)
    return rows


def _place_figures(setting: Setting, here: int, nth: int, order: int) -> list[float]:
    sentence, size = setting.spoken[here], setting.lengths[here]
    mates = setting.in_paragraph[sentence.paragraph.number]
    return [
        size,
        size / max(1.0, setting.mean_length),
        here / len(setting.spoken),
        float(min(here, 30)),
        1 / (1 + here),
        nth / max(1, mates - 1),
        float(nth),
        float(mates),
        float(nth == mates - 1),
        float(nth == 0),
        float(order),
        order / setting.paragraphs,
        float(nth == 0 and sentence.start > 0),
    ]


def _likeness(setting: Setting, here: int) -> list[float]:
    spoken, mine = setting.spoken, setting.spoken[here].vector
    near = {
        n: cosine(mine, spoken[n].vector)
        for n in range(max(0, here - _NEAR), min(len(spoken), here + _NEAR + 1))
        if n != here
    }
    return [
        cosine(mine, setting.centre),
        max(near.values(), default=0.0),
        sum(near.values()) / max(1, len(near)),
        near.get(here + 1, 0.0),
        near.get(here - 1, 0.0),
    ]


def _subject(setting: Setting, here: int) -> list[float]:
    sentence, size = setting.spoken[here], setting.lengths[here]
    vector = sentence.vector
    covered = sum(v for w, v in setting.title_vector.items() if w in vector)
    key = sum(v for w, v in setting.key_words.items() if w in vector)
    letters = setting.title_characters
    return [
        cosine(vector, setting.title_vector),
        covered / setting.title_weight,
        len(letters.intersection(sentence.text)) / max(1, len(letters)),
        cosine(vector, setting.heads),
        key / setting.key_weight,
        key / setting.key_weight / max(5.0, size) * 30,
        sum(idf(w) for w in vector) / max(1, len(vector)),
        sum(setting.documents[w] for w in vector)
        / max(1, len(vector))
        / len(setting.spoken),
    ]


def _looks(text: str, size: float) -> list[float]:
    bare = text.rstrip("”’」』）)")
    per = max(1.0, size)
    return [
        float(bool(POINTS_BACK.match(text))),
        len(_FILLER.findall(text)) / per * 20,
        float(len(_CLAIM.findall(text))),
        len(_SELF.findall(text)) / per * 20,
        float(bare.endswith(("？", "?"))),
        float(bare.endswith(("！", "!"))),
        float(text.endswith(("：", ":"))),
        float(text[-1] not in "。！？!?.”’」』）)…"),
        float(bool(_ITEM.match(text))),
        len(_DIGIT.findall(text)) / per,
        len(_LATIN.findall(text)) / per * 20,
        float("“" in text or '"' in text),
        float(text.count("，") + text.count(",")),
        text.count("、") / per * 20,
    ]


def _vector(text: str) -> Vector:
    words = [w for w in cut(text) if is_content(w)] if text else []
    return {w.text: idf(w.text) for w in words}
