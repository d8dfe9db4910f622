"""Learns senses of words from what stands near them in texts without annotations.

Positive pointwise mutual information of words within five words of each other, cut to
a few dimensions (Levy and Goldberg 2014; Bullinaria and Levy 2007).
"""

import zlib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from learning_data import Sample
from scipy.sparse import csr_matrix
from scipy.sparse.linalg import svds

from handout.analyse.learned.load import VECTORS_HEAD, Vectors
from handout.analyse.words.segment import cut

NEAR, LEAST_TEXTS, MOST_WORDS = 5, 3, 12000
LEARNED, KEPT = 40, 24
# Frequent neighbours count for less than their number.
SMOOTHING = 0.75


def learn_vectors(found: list[Sample], folder: Path) -> Vectors:
    """Learn from the texts of samples."""
    texts = [_words_of(sample) for sample in found]
    in_texts = Counter(word for text in texts for word in set(text))
    listed = [w for w, n in in_texts.items() if n >= LEAST_TEXTS]
    listed.sort(key=lambda word: (-in_texts[word], word))
    vectors = _vectors(_near(texts, {word: n for n, word in enumerate(listed)}))
    path = folder / "words.vectors"
    content = vector_bytes(listed[:MOST_WORDS], vectors[:MOST_WORDS])
    path.write_bytes(zlib.compress(content, 9))
    return Vectors(content)


def _words_of(sample: Sample) -> list[str]:
    part = sample.parts[0]
    lines = [cut(part.title), *part.words] if part.title else part.words
    return [w.text for line in lines for w in line if w.text[0].isalnum()]


def _near(texts: Iterable[list[str]], numbers: dict[str, int]) -> csr_matrix:
    """Count words near each other; the nearer, the more it counts."""
    total = csr_matrix((len(numbers), len(numbers)))
    ids = [np.array([numbers.get(w, -1) for w in text]) for text in texts]
    for step in range(1, NEAR + 1):
        left = np.concatenate([a[:-step] for a in ids if len(a) > step])
        right = np.concatenate([a[step:] for a in ids if len(a) > step])
        both = (left >= 0) & (right >= 0)
        weights = np.full(both.sum(), 1 / step)
        total += csr_matrix((weights, (left[both], right[both])), total.shape)
    return total + total.T


def _vectors(near: csr_matrix) -> np.ndarray:
    sums = np.asarray(near.sum(axis=1)).ravel() + 1e-9
    smooth = sums**SMOOTHING
    smooth /= smooth.sum()
    pairs = near.tocoo()
    worth = np.log(pairs.data / (sums[pairs.row] * smooth[pairs.col]))
    good = worth > 0
    table = csr_matrix((worth[good], (pairs.row[good], pairs.col[good])), near.shape)
    start = np.random.default_rng(0).normal(size=table.shape[0])
    left, strength, _ = svds(table, LEARNED, v0=start)
    found = (left * np.sqrt(strength))[:, ::-1][:, :KEPT]
    # The sign of each direction is left open; the largest value decides it.
    found = found * np.sign(found[np.abs(found).argmax(axis=0), np.arange(KEPT)])
    return found / (np.linalg.norm(found, axis=1, keepdims=True) + 1e-9)


def vector_bytes(words: list[str], vectors: np.ndarray) -> bytes:
    listed = "\n".join(words).encode()
    values = np.round(vectors * 127).astype(np.int8)
    head = VECTORS_HEAD.pack(len(listed), vectors.shape[1])
    return head + listed + values.tobytes()
