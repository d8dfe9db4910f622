"""Types known already are what cffi would have parsed, letter by letter."""

import pytest

from handout.printing.speed import c_types

DECLARED = """
typedef struct Rect { int x; int y; } Rect;
typedef const char * Name;
typedef void (*Callback)(int);
typedef unsigned int guint;
"""
TYPES = [
    "Rect",
    "Rect *",
    "Rect**",
    "Rect[]",
    "Rect [4]",
    "Name",
    "Name *",
    "Callback",
    "Callback *",
    "guint",
    "guint *",
    "guint[]",
    "int *",
    "unsigned int[]",
    "char **",
    "char[]",
    "double",
    # Not plain: left to cffi.
    "void *",
    "const Rect *",
    "struct Rect *",
    "Rect *[3]",
    "int(*)(int)",
]


@pytest.fixture(autouse=True)
def stock():
    c_types.remove()
    yield
    c_types.install()


def types():
    import cffi

    ffi = cffi.FFI()
    ffi.cdef(DECLARED)
    return [ffi.getctype(ffi.typeof(name)) for name in TYPES]


def test_every_type_is_what_cffi_makes_of_it():
    expected = types()

    assert c_types.install() == ""
    assert types() == expected


def test_an_unknown_type_is_still_an_error():
    import cffi

    c_types.install()
    with pytest.raises(cffi.CDefError):
        cffi.FFI().typeof("Nothing *")


def test_nothing_is_parsed_for_a_type_that_is_known(monkeypatch):
    import cffi
    from cffi import cparser

    ffi = cffi.FFI()
    ffi.cdef(DECLARED)
    c_types.install()
    parsed = []
    monkeypatch.setattr(
        cparser.Parser, "_parse", lambda _self, source: parsed.append(source)
    )

    assert ffi.sizeof("Rect[3]") == 24
    assert parsed == []


def test_another_cffi_is_told(monkeypatch):
    from cffi import cparser

    monkeypatch.setattr(cparser.Parser, "parse_type", print)

    assert "cffi.cparser.Parser.parse_type" in c_types.install()
