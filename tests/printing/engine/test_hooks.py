"""Lessons replace functions, share them, and put back what they replaced."""

import sys
from types import ModuleType

import pytest

from handout.printing.engine.functions import Function
from handout.printing.engine.hooks import Hook, Lesson


def stock(text):
    return text


@pytest.fixture
def module(monkeypatch):
    module = ModuleType("a_module_to_teach")
    module.say = stock
    monkeypatch.setitem(sys.modules, module.__name__, module)
    return module


def lesson(sign, name="say", parameters=("text",)):
    def wrap(function):
        def say(text):
            return sign + function(text)

        return say

    function = Function("a_module_to_teach", name, parameters, "a test", "", "")
    hook = Hook(function, wrap)
    return Lesson((hook,), without="all stays quiet")


def test_two_lessons_share_a_function_and_either_can_be_taken_back(module):
    first, second = lesson("1"), lesson("2")

    assert (first.install(), second.install(), first.install()) == ("", "", "")
    both = module.say("")
    first.remove()
    one = module.say("")
    second.remove()

    assert (both, one) == ("21", "2")
    assert module.say is stock


def test_what_another_program_lacks_is_said_and_nothing_replaced(module):
    half = Lesson(
        (*lesson("1").hooks, *lesson("2", name="sing").hooks),
        without="all stays quiet",
    )

    said = half.install()

    assert (
        said == "this WeasyPrint has no a_module_to_teach.sing(text): all stays quiet"
    )
    assert module.say is stock
