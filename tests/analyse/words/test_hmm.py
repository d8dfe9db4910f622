"""The words that no list has are found by jieba's model, whose code is not loaded."""

import pytest

from handout.analyse.words import hmm


def cut(text, *listed):
    """Cut a text with a list of our own."""

    def words_from_each_place(part):
        return [
            [
                (-float(len(part) - len(word)), start + len(word) - 1)
                for word in listed
                if part.startswith(word, start)
            ]
            or [(-99.0, start)]
            for start in range(len(part))
        ]

    return list(
        hmm.cut_by_hmm(text, words_from_each_place, lambda word: int(word in listed))
    )


def test_the_longest_of_equals_wins_and_the_rest_is_cut_by_the_model():
    assert cut("学习方法论", "学习", "方法", "方法论") == ["学习", "方法论"]
    assert cut("绝绝子") == ["绝绝子"]


@pytest.mark.parametrize("text", ["", "。", " \r\n\t", "a.5%-b", "𠮷野家", "\ud83d人"])
def test_words_join_back_to_the_text(text):
    assert "".join(cut(text)) == text


def test_a_listed_run_of_single_characters_is_not_joined():
    assert cut("人山", "人山") == ["人山"]
