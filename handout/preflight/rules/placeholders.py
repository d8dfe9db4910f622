"""What a person or a template left in a text, to be filled in later."""

import re

_BRACES = r"\{\{.*?\}\}|\{\{|\}\}|\{%.*?%\}|\{%"
_PLACEHOLDER = re.compile(
    rf"{_BRACES}|[Ll]orem ?ipsum"
    r"|(?<![A-Za-z0-9])(?:TODO|FIXME|TBD|X{3,}|x{3,})(?![A-Za-z0-9])"
    r"|请填写|請填寫|此处填写|此處填寫|待补充|待補充"
)


def placeholder_in(text: str) -> str:
    """The first placeholder of a text, or nothing."""
    found = _PLACEHOLDER.search(text)
    return found[0] if found else ""


def is_of_a_template(placeholder: str) -> bool:
    """Whether a template's own signs are left; an article may well show them."""
    return bool(re.fullmatch(_BRACES, placeholder))
