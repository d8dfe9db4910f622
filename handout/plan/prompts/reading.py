"""Reads files of prompts: ours, a pack's, a person's."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from handout import assets, files, toml_file
from handout.errors import TemplateError, did_you_mean
from handout.model.kinds import KINDS
from handout.model.prompts import (
    ANY,
    ASKS,
    SLOTS,
    KindPrompts,
    Pattern,
    Prompts,
    slots_in,
)

LANGUAGES = ("zh-CN", "zh-TW", "en")
_WORDS = ("language", "group")
_NAMES = ("section", "whole")
_LISTS = ("closing", "discuss", "explain_head", "explain_phrase")
# Outside of sections nothing but their name is known.
_FREE = {"closing": ("here",), "discuss": ("here", "title")}
_BRACES = "write the slots in braces, such as {title}, and no other braces"


def file_name(language: str) -> str:
    """The name of the file that holds the prompts of a language, in a pack."""
    return "prompts.toml" if language == "zh-CN" else f"prompts.{language}.toml"


@cache
def built_in(language: str) -> Prompts:
    """Our own prompts in a language; Chinese for one that we have none in."""
    known = language if language in LANGUAGES else LANGUAGES[0]
    path = assets.templates_folder() / "base" / file_name(known)
    return read_prompts(files.load(path), path, None)


def read_prompts(content: bytes, path: Path, below: Prompts | None) -> Prompts:
    """The prompts of a file, over those `below`, of which the rest stays.

    What a file lists for a kind takes the place of what is below for that kind. Raises
    TemplateError with the line of what is wrong.
    """
    found = toml_file.parse_toml(content, path, TemplateError)
    language = _language(found, path, below)
    group = found.get("group", below.group if below else "{}")
    if not isinstance(group, str) or group.count("{}") != 1:
        raise _wrong(
            "group must be text with one {}", path, "group", 'such as "第{}组"'
        )
    kinds = dict(below.kinds) if below else {}
    for kind, table in found.items():
        if kind not in _WORDS:
            kinds[kind] = _kind(kind, table, path, kinds.get(kind, KindPrompts()))
    return Prompts(language, group, tuple(kinds.items()))


def _language(found: Mapping[str, Any], path: Path, below: Prompts | None) -> str:
    language = found.get("language")
    if language not in LANGUAGES:
        what = f"has prompts in {language}" if language else "does not say its language"
        raise _wrong(
            what, path, "language", f"write one of: language = {' '.join(LANGUAGES)}"
        )
    if below and below.language != language:
        raise _wrong(
            f"has prompts in {language}, and the text is in {below.language}",
            path,
            "language",
            f'give a file with language = "{below.language}", or name the language '
            "of the text with --language",
        )
    return str(language)


def _kind(kind: str, table: object, path: Path, below: KindPrompts) -> KindPrompts:
    if kind not in (*KINDS, ANY):
        known = f"the kinds are: {' '.join((ANY, *KINDS))}"
        raise _wrong(
            f"does not know the kind {kind}",
            path,
            kind,
            did_you_mean(kind, (*KINDS, ANY), known),
        )
    if not isinstance(table, dict):
        raise _wrong(f"{kind} must be a table", path, kind, f"write [{kind}] on a line")
    for key, texts in table.items():
        _check(kind, key, texts, path)
    patterns = tuple(Pattern(t, asks) for asks in ASKS for t in table.get(asks, ()))

    def value_of(key: str) -> Any:
        return table.get(key) or getattr(below, key)

    return replace(
        below,
        patterns=patterns or below.patterns,
        closing=tuple(value_of("closing")),
        discuss=tuple(value_of("discuss")),
        explain_head=tuple(value_of("explain_head")),
        explain_phrase=tuple(value_of("explain_phrase")),
        section=value_of("section"),
        whole=value_of("whole"),
    )


def _check(kind: str, key: str, texts: object, path: Path) -> None:
    place = f"{kind}.{key}"
    if key in _NAMES and isinstance(texts, str):
        return
    if key not in (*ASKS, *_LISTS):
        known = f"the keys are: {' '.join((*ASKS, *_LISTS, *_NAMES))}"
        hint = did_you_mean(key, (*ASKS, *_LISTS, *_NAMES), known)
        raise _wrong(f"does not know {place}", path, place, hint)
    if not isinstance(texts, list) or not all(isinstance(t, str) and t for t in texts):
        raise _wrong(
            f"{place} must be a list of texts", path, place, 'write it as ["…", "…"]'
        )
    allowed = _FREE.get(key, tuple(SLOTS))
    for text in texts:
        _check_slots(text, place, allowed, path)


def _check_slots(text: str, place: str, allowed: tuple[str, ...], path: Path) -> None:
    found = slots_in(text)
    for slot in found:
        if slot not in allowed:
            known = f"the slots here are: {' '.join(allowed)}"
            raise _wrong(
                f"nothing fills the slot {{{slot}}} of {place}",
                path,
                place,
                did_you_mean(slot, allowed, known),
            )
    bare = text
    for slot in found:
        bare = bare.replace(f"{{{slot}}}", "")
    if "{" in bare or "}" in bare:
        raise _wrong(f"{place} has a brace too many: {text[:40]}", path, place, _BRACES)


def _wrong(message: str, path: Path, key: str, hint: str) -> TemplateError:
    return TemplateError(message, where=toml_file.place(path, key), hint=hint)
