"""A stranger's template reaches plain values: it reads, writes and runs nothing."""

import html
import re
from contextlib import suppress
from dataclasses import fields, is_dataclass

import jinja2
import pytest
from jinja2 import StrictUndefined

from handout import packs
from handout.errors import TemplateError
from handout.model.pack import PackFacts
from handout.model.paper import PAPERS
from handout.render import render
from handout.render.context import context_for
from handout.render.sandbox import sandbox
from handout.trial.hard_handouts import stress

HANDOUTS = dict(stress())
PACK = packs.find("meeting")
PLAIN = (str, int, float, bool, bytes, type(None))


def printed_with(body, tmp_path):
    """The page of a pack whose summary is this body."""
    (tmp_path / "mine" / "blocks").mkdir(parents=True)
    (tmp_path / "mine" / "pack.toml").write_text('parent = "base"\n')
    (tmp_path / "mine" / "blocks" / "summary.html.j2").write_text(f"<p>{body}</p>")
    pack = packs.find(str(tmp_path / "mine"))
    return render(HANDOUTS["one section"], pack, PAPERS["A4"])


def reached(value, asked):
    """Every value that can be reached from one, by fields, properties and indexes."""
    yield value
    if isinstance(value, PLAIN):
        return
    if isinstance(value, dict):
        parts = [*value, *value.values()]
    elif isinstance(value, tuple | list):
        parts = value
    else:
        parts = [getattr(value, name) for name in asked(value)]
    for part in parts:
        yield from reached(part, asked)


def names_of(value):
    """What Jinja2 could ask of a value that is not plain: all but its methods."""
    names = {field.name for field in fields(value)}
    kind = type(value)
    return names | {n for n in dir(kind) if isinstance(getattr(kind, n), property)}


@pytest.mark.parametrize("name", HANDOUTS)
def test_templates_reach_nothing_but_plain_values(name):
    pack = packs.find("meeting")
    options = {option.name: option.default for option in pack.options}
    context = context_for(
        HANDOUTS[name], pack, PAPERS["A4"], options=options, keep_punctuation=False
    )

    strangers = {
        type(value)
        for given in context.names().values()
        for value in reached(given, names_of)
        if not isinstance(value, (*PLAIN, tuple, list, dict))
        and not (is_dataclass(value) and type(value).__module__.startswith("handout."))
    }

    assert strangers == set()


@pytest.mark.parametrize(
    "body",
    [
        "{{ pack.folders }}",
        "{{ pack['folders'] }}",
        "{{ pack|attr('folders') }}",
        "{{ [pack]|map(attribute='folders')|join }}",
        "{{ [pack]|map(attribute='of')|join }}",
        "{{ pack.of(pack, 'en') }}",
        "{{ handout.__class__ }}",
        "{{ handout.__replace__ }}",
        "{{ ''.format }}",
        "{{ '{0.title}'.format(handout) }}",
        "{{ ('{0.title}'|attr('format'))(handout) }}",
        "{{ [1].append(2) }}",
        "{{ labels.update(x=1) }}",
        "{{ labels.pop }}",
        "{{ 'x'.encode('utf-8') }}",
        "{{ unique_id.__self__ }}",
        "{{ unique_id.__func__ }}",
        "{{ ([1]|select).gi_frame }}",
        "{{ cycler.__init__ }}",
        "{{ lipsum(1) }}",
        "{% macro m() %}{% endmacro %}{{ m._environment }}",
        "{% for n in [1] %}{{ loop._iterator }}{% endfor %}",
        "{{ 9 ** 999999 }}",
        "{{ '123456789' * 99999999 }}",
    ],
)
def test_what_is_not_a_plain_value_is_refused(body, tmp_path):
    with pytest.raises(TemplateError):
        printed_with(body, tmp_path)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("{{ pack.name }} {{ pack.title }} {{ pack.options|length }}", "mine "),
        ("{{ 'a b'.split()|join('-') }} {{ 'x'.upper() }}", "a-b X"),
        ("{% for k, v in labels.items() %}{{ loop.index }} {% endfor %}", "1 2 3"),
        ("{% set ns = namespace(n=1) %}{% set ns.n = 2 %}{{ ns.n }}", "2"),
        (
            "{% macro m(a) %}{{ a }}{{ caller() }}{% endmacro %}"
            "{% call m(1) %}!{% endcall %}",
            "1!",
        ),
        (
            "{% for g in [{'a': 1}, {'a': 1}]|groupby('a') %}{{ g.grouper }}"
            "{{ g.list|length }}{% endfor %}",
            "12",
        ),
        ("{% set c = cycler('a', 'b') %}{{ c.next() }}{{ c.next() }}", "ab"),
        ("{{ 2 ** 10 }} {{ 7 % 4 }} {{ '=' * 5 }}", "1024 3 ====="),
        ("{{ block.kind }} {{ block.sentences|length }}", "summary "),
        ("{{ '%s-%s' % ('a', 1) }} {{ '%.1f'|format(0.25) }}", "a-1 0.2"),
    ],
)
def test_what_templates_need_works(body, expected, tmp_path):
    assert f"<p>{expected}" in printed_with(body, tmp_path)


VALUES = {
    "text": "'x'",
    "list": "[1]",
    "table": "{'a': 1}",
    "handout": "handout",
    "pack": "pack",
    "labels": "labels",
    "options": "options",
    "function": "unique_id",
    "class": "namespace",
    "type": "dict",
    "counter": "cycler('a')",
    "lazy": "([1]|select)",
    "undefined": "(nothing|default(handout))",
}
NAMES = (
    *("__class__", "__init__", "__globals__", "__self__", "__func__", "__dict__"),
    *("__mro__", "__subclasses__", "__reduce_ex__", "__dataclass_fields__"),
    *("gi_frame", "gi_code", "_func", "_environment", "format", "format_map"),
    *("folders", "copied", "__slots__", "__call__", "__bytes__", "clear", "append"),
)
WAYS = (
    "{{ VALUE.NAME }}",
    "{{ VALUE['NAME'] }}",
    "{{ VALUE|attr('NAME') }}",
    "{{ (VALUE|attr('NAME'))() }}",
    "{{ [VALUE]|map(attribute='NAME')|list }}",
    "{{ [VALUE]|map('attr', 'NAME')|list }}",
    "{{ [VALUE]|sum(attribute='NAME', start='') }}",
    "{{ [VALUE]|sort(attribute='NAME')|length }}",
    "{{ [VALUE]|groupby('NAME')|map(attribute='grouper')|list }}",
    "{{ [VALUE]|selectattr('NAME')|map(attribute='NAME')|list }}",
)
# What Python writes of values that are not plain.
INSIDE = re.compile(
    r"<(?:class|function|bound|built-in|frame|code|module|generator)|Path"
)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("value", VALUES)
def test_no_way_leads_from_a_value_into_python(value, way):
    names = {"handout": HANDOUTS["one section"], "pack": PackFacts.of(PACK, "en")}
    names |= {"labels": {"a": "b"}, "options": {"row": 8}, "unique_id": lambda: "box-1"}
    environment = sandbox()(undefined=StrictUndefined, autoescape=True)

    for name in NAMES:
        body = way.replace("VALUE", VALUES[value]).replace("NAME", name)
        # An error of any kind is an end.
        with suppress(jinja2.TemplateError, TypeError, ValueError, LookupError):
            shown = html.unescape(environment.from_string(body).render(names))
            assert not INSIDE.search(shown.replace(VALUES[value], "")), body
