"""A hostile or broken template is stopped, and what it used up is given back."""

import re
import resource
import signal
import threading

import pytest
from jinja2.sandbox import SandboxedEnvironment

from handout.errors import TemplateError
from handout.render.limits import join_output, limits_on_template

ENDLESS = (
    "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
)
DOUBLED = (
    "{% set x = namespace(t='xxxxxxxxxxxxxxxx') %}"
    "{% for n in range(40) %}{% set x.t = x.t ~ x.t %}{% endfor %}"
)


def whole(message):
    """The pattern of a message that is this and nothing else."""
    return f"^{re.escape(message)}$"


def rendered(text):
    return join_output(
        SandboxedEnvironment().from_string(text).generate(), most=1_000_000
    )


def test_a_loop_without_an_end_is_stopped():
    said = whole(
        "the template: takes longer than 0.2 s; look for a loop that does not end, or "
        "one inside another"
    )
    with pytest.raises(TemplateError, match=said), limits_on_template(0.2):
        rendered(ENDLESS)


@pytest.mark.parametrize("text", [DOUBLED, "{{ 'x' * 9999999999 }}"])
def test_a_template_that_eats_memory_is_stopped(text):
    said = whole(
        "the template: takes more than 300 MB of memory; look for text that is doubled "
        "or repeated in a loop"
    )
    with (
        pytest.raises(TemplateError, match=said),
        limits_on_template(20, megabytes=300),
    ):
        rendered(text)


def test_a_flood_of_text_is_stopped():
    said = whole(
        "the template: puts out more than 1 million characters; look for a loop that "
        "goes on too long"
    )
    with pytest.raises(TemplateError, match=said):
        rendered("{% for n in range(9999) %}{{ 'x' * 1000 }}{% endfor %}")


def test_limits_end_with_the_template():
    before = resource.getrlimit(resource.RLIMIT_AS), signal.getsignal(signal.SIGPROF)

    with limits_on_template():
        assert rendered("ok") == "ok"

    after = resource.getrlimit(resource.RLIMIT_AS), signal.getsignal(signal.SIGPROF)
    assert before == after
    assert signal.getitimer(signal.ITIMER_PROF)[0] == 0


def test_a_template_renders_in_another_thread_too():
    results = []

    def work():
        with limits_on_template():
            results.append(rendered("ok"))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert results == ["ok"]
