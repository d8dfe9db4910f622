"""What a pack holds that nothing uses: options, words, templates; and stale copies."""

import re
from collections.abc import Iterator

from handout import files, toml_file
from handout.errors import TemplateError, did_you_mean
from handout.model.pack import Pack
from handout.packs.compare import outdated_copies
from handout.packs.lint.reachable import reachable_templates
from handout.packs.settings import FILE, settings_of

_BASE = "base"
_WORDS = re.compile(r"strings(\.[\w-]+)?\.toml")


def unused_parts(pack: Pack) -> Iterator[str]:
    """A line for each thing of the pack's own that does nothing.

    What is found by a name that a template makes up as it goes is not known here.
    """
    templates = dict(_templates(pack))
    text = "\n".join(templates.values())
    yield from _options(pack, text)
    yield from _labels(pack, text)
    yield from _blocks(pack)
    for name in outdated_copies(pack):
        path = pack.folders[0] / name
        yield f"{path}: its parent has changed since it was copied; see templates diff"


def _options(pack: Pack, text: str) -> Iterator[str]:
    own = settings_of(pack.folders[0]).get("options", {})
    asked = set(re.findall(r"options\.(\w+)", text)) | set(
        re.findall(r"options\[[\"'](\w+)[\"']\]", text)
    )
    for option in pack.options:
        if option.name in own and not option.token and option.name not in asked:
            place = toml_file.place(pack.folders[0] / FILE, f"options.{option.name}")
            yield f"{place}: no template asks for options.{option.name}"


def _labels(pack: Pack, text: str) -> Iterator[str]:
    folder = pack.folders[0]
    asked = set(re.findall(r"labels\.(\w+)", text))
    # A word may be looked up by a name from elsewhere: labels[block.kind]. Where the
    # name begins with a word of its own ("closing_" ~ handout.kind), that is known.
    if re.search(r"labels\[(?!key\b)", text):
        return
    begins = tuple(re.findall(r'set key = "(\w+_)" ~', text))
    for path in sorted(folder.glob("strings*.toml")):
        if _WORDS.fullmatch(path.name):
            content = files.load_of_pack(folder, path.name) or b""
            for name in toml_file.parse_toml(content, path, TemplateError):
                if name not in asked and not name.startswith(begins):
                    near = did_you_mean(name, asked)
                    said = f"no template asks for labels.{name}"
                    place = toml_file.place(path, name)
                    yield f"{place}: {said}{near and '; '}{near}"


def _blocks(pack: Pack) -> Iterator[str]:
    folder = pack.folders[0]
    printed = reachable_templates(pack)
    for path in sorted(folder.rglob("*.j2")):
        name = path.relative_to(folder).as_posix()
        # Our last parent has what packs may include.
        if pack.name == _BASE or printed & {name, f"{pack.name}/{name}"}:
            continue
        # Its name is right where a parent has it, too.
        is_named = any((above / name).is_file() for above in pack.folders[1:])
        near = "" if is_named else did_you_mean(name, printed)
        yield f"{path}: no page comes to it{near and '; '}{near}"


def _templates(pack: Pack) -> Iterator[tuple[str, str]]:
    """Every template that counts, the pack's own before its parents'."""
    seen: set[str] = set()
    for owner, folder in zip(pack.chain, pack.folders, strict=True):
        for path in sorted(folder.rglob("*.j2")):
            name = path.relative_to(folder).as_posix()
            # A parent's page counts too where it is extended by name.
            key = name if name not in seen else f"{owner}/{name}"
            seen.add(key)
            yield key, files.text_of_pack(folder, name) or ""
