"""Says what a sentence's opening needs: something before it that is on paper."""

import re

# A pointer with no noun of its own: 这是, 它, 他们, 前者, this is. 这一制度 and 该项目
# say what they point to, and 那么 is but a filler of talk.
_COUNTED = "一二两三四五几些个种类项次份套条位名场台篇家本部款件座年天周期段支"
_THING = rf"[{_COUNTED}]+(?!切|来|样|点|下|时)[\u4e00-\u9fff]"
_POINTER = re.compile(
    rf"这(?!{_THING}|里的|方面)|那(?!么|{_THING})|它|他(?!人)|她|其(?!实|中|次|他|余|一)|"
    r"此(?!外|次|时|案|项|种|类|刻|后|前)|前者|后者|上述|以上|如此|"
    r"(?:This|That) (?:is|was|will|can|may|means|makes|has)\b|"
    r"(?:It|They|He|She|These|Those)\b"
)
# These join a sentence to the one before, but say no less without it.
_JOINT = re.compile(
    r"但|然而|不过|可是|因此|所以|因而|于是|可见|同时|与此同时|此外|另外|而且|并且|同样|也|还|又|"
    r"其次|再次|最后|接着|随后|然后|那么|例如|比如|换言之|换句话说|也就是说|正因|否则|反之|该|这|那|"
    r"(?:But|However|Also|So|Then|Therefore|Moreover|Besides|For example|Such|And)\b"
)


def points_at_nothing(text: str) -> bool:
    """Say whether the opening is lost without the sentence before it."""
    return bool(_POINTER.match(text))


def joins(text: str) -> bool:
    """Say whether the opening ties the sentence to the one before it."""
    return bool(_JOINT.match(text))
