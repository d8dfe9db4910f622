"""Joins prompts: ours, those of a pack and its parents, a person's own."""

from pathlib import Path

from handout import assets, files
from handout.model.prompts import Prompts
from handout.plan.prompts import built_in, file_name, read_prompts


def prompts_of(language: str, folders: tuple[Path, ...], own: str = "") -> Prompts:
    """The prompts for a text, given a pack's `folders`, its own first, and a file.

    Raises TemplateError, or ReadError for a file that is not there.
    """
    prompts = built_in(language)
    base = assets.templates_folder() / "base"
    for folder in reversed(folders):
        name = file_name(prompts.language)
        content = None if folder == base.resolve() else files.load_of_pack(folder, name)
        if content is not None:
            prompts = read_prompts(content, folder / name, prompts)
    if own:
        prompts = read_prompts(files.load(Path(own)), Path(own), prompts)
    return prompts
