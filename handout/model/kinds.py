"""The kinds of text that prompts, closing and exercises are chosen by."""

# "" is a text of no kind that its own features make certain.
KINDS = (
    "study",  # a speech, a party lecture, an article of policy: to be studied together
    "lesson",  # a unit of a textbook or a lecture to pupils
    "story",  # a novel, a short story, a fable
    "poem",
    "essay",  # prose of one author who speaks for himself; a column
    "law",  # articles that bind: laws, rules, statutes
    "report",  # a report, a paper, a thesis
    "minutes",
    "interview",
    "technical",  # a manual, a guide, a standard
    "news",
    "notice",  # an official letter, a circular, an announcement
)
