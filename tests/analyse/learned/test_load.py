import zlib
from array import array

from handout.analyse.bulk import one_section
from handout.analyse.learned.load import (
    VECTORS_HEAD,
    WEIGHTS,
    Known,
    Vectors,
    phrase_weights,
)
from handout.analyse.phrases.candidates import phrase_candidates
from handout.analyse.phrases.feature_names import PHRASE
from handout.analyse.phrases.features import phrase_features
from handout.analyse.words.passage import passages

TEXT = "数字孪生把设备搬进计算机。工程师在数字孪生里先试新工艺，预测性维护减少停机。"


def test_all_weights_together_are_less_than_a_megabyte():
    sizes = [f.stat().st_size for f in WEIGHTS.iterdir() if f.is_file()]

    assert sum(sizes) < 1_000_000


def test_every_number_that_phrases_are_ranked_by_has_a_name():
    (part,) = passages(one_section("数字孪生", TEXT))
    weights = phrase_weights()
    found = phrase_candidates(part, weights.marks)

    rows = phrase_features(part, found, weights)

    assert found
    assert {len(row) for row in rows} == {len(PHRASE)}


def test_a_known_phrase_is_met_by_its_checksum_and_others_never():
    sums = sorted(zlib.crc32(text.encode()) for text in ("四个意识", "理论武装"))
    counts = bytes([3, 4, 2, 1, 5, 6, 4, 5, 2, 3])
    known = Known(array("I", sums).tobytes() + counts)
    first = "四个意识" if zlib.crc32("四个意识".encode()) == sums[0] else "理论武装"

    assert known(first) == (3, 2, 5, 4, 2)
    assert known("没有见过") == (0, 0, 0, 0, 0)


def test_a_common_word_has_a_vector_and_a_rare_one_none():
    words = "经济\n改革".encode()
    values = array("b", [1, -2, 3, 4]).tobytes()
    vectors = Vectors(VECTORS_HEAD.pack(len(words), 2) + words + values)

    assert list(vectors.of("改革") or ()) == [3, 4]
    assert vectors.of("饕餮") is None
