"""Questions about a text: which are asked where, and what their slots take."""

from handout.plan.prompts.asking import Asked, ask_about_all, ask_sections
from handout.plan.prompts.fillers import fillers
from handout.plan.prompts.headings import heading_to_ask
from handout.plan.prompts.phrase_class import class_of, is_whole_name
from handout.plan.prompts.reading import built_in, file_name, read_prompts
from handout.plan.prompts.unfit import words_not_asked

__all__ = [
    "Asked",
    "ask_about_all",
    "ask_sections",
    "built_in",
    "class_of",
    "file_name",
    "fillers",
    "heading_to_ask",
    "is_whole_name",
    "read_prompts",
    "words_not_asked",
]
