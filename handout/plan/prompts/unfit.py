"""Words of a document that no question may be asked about: labels, people, tables."""

import re
from collections.abc import Iterator

from handout.model.document import Document, Paragraph

# A label and its colon at the head of a line or after a gap: 记录：, 责任部门：, Time:
_LABEL = re.compile(
    r"(?:^|[\s　；;])([\u3400-\u9fff]{1,8}|[A-Z][a-z]+(?: [a-z]+)?)[ 　]?[：:]"
)
# What a line that names people goes on with: names with marks between them.
_NAMES = re.compile(r"[、，,；;\s　（）()]+")
_PEOPLE = re.compile(
    r"主持|出席|列席|参加|參加|缺席|请假|請假|记录|紀錄|記錄|汇报|匯報|联系人|聯絡人|"
    r"聯繫人|作者|记者|記者|通讯员|編輯|编辑|摄影|攝影|采写|採訪|校对|审核|译者|"
    r"讲话人|主讲|主講|整理|口述|撰文|chair|present|absent|author|by|contact|editor",
    re.IGNORECASE,
)
_LONGEST_LABELLED = 120
# How often the text says what it speaks of.
_SPOKEN = 2


def words_not_asked(document: Document) -> frozenset[str]:
    """The labels, names and table heads of a document."""
    front = (document.byline, document.date, document.source)
    lines = [line.text for line in front if line]
    lines += [aside.text for aside in document.labels]
    found = {word for line in lines for word in _NAMES.split(line)}
    for paragraph in document.paragraphs:
        found |= set(_words_of(paragraph))
    prose = "\n".join(p.text for p in document.paragraphs if not p.rows)
    for paragraph in document.paragraphs:
        # What a table lists, and the text speaks of, can be asked about.
        found |= {cell for cell in _heads_of(paragraph) if prose.count(cell) < _SPOKEN}
    return frozenset(word for word in found if len(word) > 1)


def _heads_of(paragraph: Paragraph) -> set[str]:
    """The cells of a table's first row and first column."""
    rows = paragraph.rows
    return {*rows[0], *(row[0] for row in rows)} - {""} if rows else set()


def _words_of(paragraph: Paragraph) -> Iterator[str]:
    if paragraph.speaker:
        yield paragraph.speaker
    if paragraph.rows:
        return
    labels = list(_LABEL.finditer(paragraph.text))
    for label in labels:
        yield label[1]
    if labels and labels[0].start() == 0 and len(paragraph.text) < _LONGEST_LABELLED:
        yield from _introduced_names(paragraph.text, labels)


def _introduced_names(text: str, labels: list[re.Match[str]]) -> Iterator[str]:
    """The words behind labels that introduce people."""
    ends = [label.start() for label in labels[1:]] + [len(text)]
    for label, end in zip(labels, ends, strict=True):
        if _PEOPLE.search(label[1]):
            yield from _NAMES.split(text[label.end() : end].strip(" 。."))
