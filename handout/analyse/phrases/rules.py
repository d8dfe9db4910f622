"""Rules that no annotated text teaches: what a handout's table wants and what not."""

import re

from handout.analyse.phrases.candidates import Candidate
from handout.analyse.words.passage import SectionWords
from handout.model.options import AnalyseOptions

# 四个意识, 两个一百年: a number of things that the reader is to know by heart.
_FORMULA = re.compile(r"[一两二三四五六七八九十]+(?:个|大|项|条|严|学)[^的]")
# Before a quoted image: 接一接“烫手的山芋”, 吃下“定心丸”.
_IMAGE_BEFORE = re.compile(
    r"(?:(\w)一\1|吃下|穿上|戴上|端起|拧紧|系好|念好|种好)[“「]$"
)
# After one: 以“偏向虎山行”的勇气.
_IMAGE_AFTER = re.compile(
    r"[”」]的(?:勇气|韧劲|胆识|干劲|劲头|境界|状态|气概|心态|精神|姿态|担当|决心|情怀|自觉|"
    r"现象|局面|难题|怪圈)"
)
_MANY_SECTIONS = 3
_USER_WORD, _SET_FORMULA, _IMAGE, _EVERYWHERE = 3.0, 2.5, -2.5, -3.0
# What the author's marks are worth; of several the best counts.
_MARKED = {"emphasis": 1.5, "defined": 0.8, "hero": 1.2, "cell": 0.6}


def wish(candidate: Candidate, part: SectionWords, options: AnalyseOptions) -> float:
    """What the rules add to a phrase's score, or take from it."""
    text = candidate.text
    if text in options.user_words:
        return _USER_WORD
    if "quoted" in candidate.sources and _FORMULA.match(text):
        return _SET_FORMULA
    if "quoted" in candidate.sources and _is_image(candidate, part):
        return _IMAGE
    if _is_everywhere(text, part):
        return _EVERYWHERE
    return max([_MARKED[s] for s in candidate.sources if s in _MARKED], default=0.0)


def _is_image(candidate: Candidate, part: SectionWords) -> bool:
    """Say whether the sentence uses the quoted words as a figure of speech."""
    line, at = candidate.places[0]
    text, end = part.paragraphs[line].text, at + len(candidate.text)
    before, after = text[max(0, at - 5) : at], text[end : end + 8]
    return bool(_IMAGE_BEFORE.search(before) or _IMAGE_AFTER.match(after))


def _is_everywhere(text: str, part: SectionWords) -> bool:
    """Say whether nearly every section says the phrase, so that it marks none."""
    if len(part.others) < _MANY_SECTIONS or text in part.title:
        return False
    return sum(text in other for other in part.others) > 0.7 * len(part.others)
