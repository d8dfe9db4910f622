"""The rules a printed file is measured by: each one's id, and what it asks for."""

# docs/check.md says of each what to do; a test compares the two.
RULES = {
    "L1": "no mark that closes starts a line, none that opens ends one",
    "L2": "／ neither starts nor ends a line; strict: nor do —— and …… start one",
    "L3": "—— and …… are not split",
    "L4": "a number stays with its sign and its unit",
    "P2": "two marks side by side share an em and a half",
    "P3": "a mark that opens a line leaves no half em blank before it",
    "P4": "a full-width mark at the end of a line takes half an em",
    "P6": "between Chinese characters stand Chinese marks",
    "A3": "no paragraph ends in a line of one character",
    "A4": "full lines end at one edge",
    "A5": "no line is squeezed until its characters touch",
    "A6": "no line is loosened beyond what the eye passes over",
    "M1": "a little room parts Chinese from Latin letters and digits",
    "T1": "no text is too small to read",
    "F1": "every font is in the file",
    "F2": "only the characters that are used are in the file",
    "F3": "the fonts are ours",
    "F4": "every character has a glyph",
    "F5": "every glyph is what the text says",
    "K1": "no page is blank",
    "K2": "nothing is drawn where printers do not print",
    "K3": "no page but the last is less than half full",
    "K4": "the pages fit the sheets they are meant for",
    "K5": "no row of a table continues on the next page",
    "K6": "no heading ends a page",
    "K7": "no prompt is parted from its box",
    "K8": "no box is lower than what is to be written in it",
    "K9": "nothing to read or to write in is printed over something else",
    "D1": "nothing is left that was to be filled in",
    "S1": "every sentence that names its paragraph is in the source, word by word",
    "S2": "it stands in the paragraph that it names",
}
# These only say something: there may be nothing to mend.
NOTES = frozenset({"P3", "F3"})

# How full a page is at least, of 1, and one that ends a chapter (K3).
HALF, CHAPTER_END = 0.5, 0.25
