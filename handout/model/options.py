"""Every choice a user has, with its default: one class for each stage."""

from dataclasses import dataclass, field

from handout.model.meeting import Meeting
from handout.model.pack import Value
from handout.model.prompts import Prompts

# The pack that each command prints with unless another is asked for.
DEFAULT_PACKS = {"make": "meeting", "worksheets": "worksheet"}


@dataclass(frozen=True, slots=True)
class AnalyseOptions:
    """How much to choose: numbers are per section.

    `phrases` is the most, and `phrases_least` come even if fewer are good.

    `summary_chars` (characters, 0 for none) takes the place of the number of
    sentences where it is given. `phrases_in` and `sentences_in` are for single
    sections: pairs of a section's place, from 1, and its number.

    `user_words` are kept whole and liked; a phrase that is, opens or closes with one
    of the `stop_words` is left out. `pinned` phrases come first wherever a section
    says them; `dropped` ones never come. `explain` gives every phrase and sentence
    its reasons.
    """

    phrases: int = 8
    phrases_least: int = 0
    summary_sentences: int = 3
    summary_chars: int = 0
    user_words: tuple[str, ...] = ()
    stop_words: tuple[str, ...] = ()
    pinned: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    phrases_in: tuple[tuple[int, int], ...] = ()
    sentences_in: tuple[tuple[int, int], ...] = ()
    explain: bool = False


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the user knows of a source, each "" to find out.

    Its encoding, its language, and its kind. `lines` is "keep" or "join" for the lines
    of plain text. `sections` is "none", "1" to "3" or titles: where the text is cut.
    """

    encoding: str = ""
    language: str = ""
    lines: str = ""
    kind: str = ""
    sections: str = ""


@dataclass(frozen=True, slots=True)
class PlanOptions:
    """What is on paper.

    `minutes` are those of each section in turn, or, if it is one number, of the whole
    meeting, to be shared out; () plans no agenda. `names` sign in. With `discuss` each
    section has a question to talk about, as it also has where the meeting has groups.
    `exercises` are kinds of them ("cloze" …).

    `prompts` are the questions to choose from, None for our own; `prompts_in_section`
    is how many each section has, None for as many as fit its length. `without` are
    kinds of blocks that are not printed. `room` is "generous", "usual" or "tight".
    `around` are the minutes of "welcome", "break" and "closing" in the agenda.
    `only` are the places of the sections to print, () for all.
    """

    meeting: Meeting = field(default_factory=Meeting)
    with_text: bool = False
    minutes: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    discuss: bool = False
    exercises: tuple[str, ...] = ()
    prompts: Prompts | None = None
    prompts_in_section: int | None = None
    without: tuple[str, ...] = ()
    room: str = "usual"
    around: tuple[tuple[str, int], ...] = ()
    only: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ProjectChoices:
    """What a project says of the options of packs, each with its value.

    `everywhere` is for all packs, `of_packs` for one each, by its name. `packs` are
    those the project prints with; `file` is where all this is said.
    """

    file: str
    packs: tuple[str, ...]
    everywhere: tuple[tuple[str, Value], ...] = ()
    of_packs: tuple[tuple[str, tuple[tuple[str, Value], ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class MakeOptions:
    """Every option of `handout make` and `handout worksheets`.

    `template` is a pack's name or folder, "" for the command's own pack; `choices` are
    values for its options, as KEY=VALUE, and have the last word over those of the
    `project`. `paper` "" is the pack's own. `html` also
    writes the page that was printed. `font_dir` is a folder of the user's own fonts.
    `sheets` is the number of sheets, printed on both sides, that a handout is fitted
    to, 0 for as many as it takes; `within` are limits for that, as NAME=LOW-HIGH.
    `attach` puts the source into the PDF. `prompts_file` is the path of a file with
    questions of the user's own, "" for none.
    `seed` decides how exercises are shuffled, 0 for the handout's own; each of the
    `versions` (A, B …) has its own order and file. `edition` is "participant",
    "facilitator" or "both"; `answers` are those of the second: "inline", at the "end",
    or in a "file".
    """

    read: ReadOptions = field(default_factory=ReadOptions)
    analyse: AnalyseOptions = field(default_factory=AnalyseOptions)
    plan: PlanOptions = field(default_factory=PlanOptions)
    template: str = ""
    choices: tuple[str, ...] = ()
    project: ProjectChoices | None = None
    paper: str = ""
    keep_punctuation: bool = False
    html: bool = False
    seed: int = 0
    versions: tuple[str, ...] = ()
    edition: str = "participant"
    answers: str = "inline"
    font_dir: str = ""
    sheets: int = 0
    within: tuple[str, ...] = ()
    attach: bool = False
    prompts_file: str = ""
