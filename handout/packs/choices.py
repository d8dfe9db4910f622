"""Turns what a user gives for a pack's options (--set KEY=VALUE) into typed values."""

from collections.abc import Mapping

from handout.errors import UsageError, did_you_mean
from handout.model.pack import Pack, PackOption, Value

_TRUE = {"true", "yes", "on", "1", "是"}
_FALSE = {"false", "no", "off", "0", "否"}


def pairs(given: tuple[str, ...]) -> dict[str, Value]:
    """Split each KEY=VALUE. Raises UsageError for what has no =."""
    split = {}
    for one in given:
        key, equals, value = one.partition("=")
        if not equals:
            raise UsageError(
                f"{one} gives no value", where="[[set]]", hint="write [[set]] KEY=VALUE"
            )
        split[key.strip()] = value
    return dict(split)


def choose_values(
    pack: Pack, given: Mapping[str, Value], places: Mapping[str, str] | None = None
) -> dict[str, Value]:
    """A value for every option of the pack: the user's, else the default.

    Text is read as the option's kind. `places` tell where a value was given, if not by
    --set. Raises UsageError for an unknown option or a value out of range, naming the
    nearest name or the range.
    """
    at = places or {}
    known = {option.name: option for option in pack.options}
    for name in given:
        if name not in known:
            names = " ".join(known) or "none"
            raise UsageError(
                f"the pack {pack.name} has no option {name}",
                where=at.get(name, "[[set]]"),
                hint=did_you_mean(name, known, f"its options: {names}"),
            )
    return {
        name: _value(option, given[name], at.get(name, "[[set]]"))
        if name in given
        else option.default
        for name, option in known.items()
    }


def _value(option: PackOption, given: Value, where: str) -> Value:
    value = _read(option, given) if isinstance(given, str) else given
    if (wrong := complaint(option, value)) is not None:
        raise UsageError(
            f"{option.name} cannot be {wrong}",
            where=where,
            hint=f"it takes {option.range}",
        )
    return value


def _read(option: PackOption, given: str) -> Value:
    text = given.strip()
    if option.kind == "bool" and text.lower() in _TRUE | _FALSE:
        return text.lower() in _TRUE
    try:
        if option.kind == "int":
            return int(text)
        if option.kind == "number":
            return float(text)
    except ValueError:
        return given
    return text if option.kind == "choice" else given


def complaint(option: PackOption, value: Value) -> str | None:
    """Say what is wrong with a value for an option; None if nothing is."""
    kinds: dict[str, tuple[type, ...]] = {
        "bool": (bool,),
        "int": (int,),
        "number": (int, float),
    }
    wanted = kinds.get(option.kind, (str,))
    if not isinstance(value, wanted) or (
        isinstance(value, bool) and option.kind != "bool"
    ):
        return f"{value!r}"
    if option.kind == "choice" and value not in option.choices:
        return f"{value!r}"
    if isinstance(value, int | float) and option.kind != "bool":
        low = option.minimum is not None and value < option.minimum
        high = option.maximum is not None and value > option.maximum
        return f"{value:g}, out of range" if low or high else None
    return None
