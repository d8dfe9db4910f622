"""Any input of a stranger is read, or refused in one sentence.

`make fuzz` tries many more: FUZZ_COUNT inputs for each kind, from FUZZ_SEED on.
"""

import os
import random

import pytest
from mutation import mutated
from targets import TARGETS, repacked

from handout.errors import HandoutError

COUNT = int(os.environ.get("FUZZ_COUNT", "25"))
SEED = int(os.environ.get("FUZZ_SEED", "1"))


def damaged(kind, number):
    """The input of a kind that a number stands for."""
    chance = random.Random(f"{kind}/{SEED}/{number}")
    target = TARGETS[kind]
    content = chance.choice(target.seeds)
    if target.packed and chance.random() < 0.8:
        return repacked(content, lambda part: mutated(part, chance), number)
    return mutated(content, chance)


@pytest.mark.parametrize("kind", TARGETS)
def test_every_input_is_read_or_refused_in_a_sentence(kind):
    for number in range(COUNT):
        content = damaged(kind, number)
        try:
            TARGETS[kind].run(content)
        except HandoutError:
            pass
        except Exception as error:
            error.add_note(
                f"{kind}: FUZZ_SEED={SEED}, input {number}: {content[:99]!r}"
            )
            raise
