"""Runs other analysers on a benchmark set, for BENCH/score.py.

    python tests/bench/peers.py PEER SET BENCH/public/SET.jsonl > OUT.jsonl

PEER for phrases: jieba-tfidf jieba-textrank textrank4zh snownlp yake, and of
    rapid-textrank positionrank singlerank topicrank multipartiterank
PEER for summaries: lead textrank4zh snownlp, and of sumy lexrank textrank luhn lsa
    sumbasic

Each has its package's own settings; a title is the first sentence of its text. Needs
a virtual environment of its own with jieba, textrank4zh, snownlp, sumy, yake,
rapid-textrank and networkx.
"""

import json
import re
import sys
import warnings
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from analysis import OPTIONS, record

warnings.simplefilter("ignore")
_SENTENCE = re.compile(r"[^。！？!?\n]*[。！？!?…]+[”’」』）)]*|[^。！？!?\n]+")
_MANY = 12


def sentences_of(text: str) -> list[str]:
    return [m[0].strip() for m in _SENTENCE.finditer(text) if len(m[0].strip()) > 1]


def lead(text: str) -> list[str]:
    return sentences_of(text)[:_MANY]


class Words:
    """What cuts a sentence into words for sumy."""

    def to_words(self, sentence: str) -> tuple[str, ...]:
        import jieba

        return tuple(w for w in jieba.cut(sentence) if w.strip())


def sumy_model(text: str) -> Any:
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

    rows = [Sentence(s, Words()) for s in sentences_of(text)]
    return ObjectDocumentModel([Paragraph(rows)]) if rows else None


def lexrank(text: str) -> list[str]:
    from sumy.summarizers.lex_rank import LexRankSummarizer

    model = sumy_model(text)
    if model is None:
        return []
    summarizer = LexRankSummarizer()
    words = [summarizer._to_words_set(s) for s in model.sentences]
    matrix = summarizer._create_matrix(
        words,
        summarizer.threshold,
        summarizer._compute_tf(words),
        summarizer._compute_idf(words),
    )
    scores = summarizer.power_method(matrix, summarizer.epsilon)
    return _best(model.sentences, scores)


def textrank(text: str) -> list[str]:
    from sumy.summarizers.text_rank import TextRankSummarizer

    model = sumy_model(text)
    rated = TextRankSummarizer().rate_sentences(model) if model else {}
    return _best(list(rated), list(rated.values()))


def _best(sentences: Sequence[object], scores: Sequence[float]) -> list[str]:
    order = sorted(range(len(sentences)), key=lambda n: -scores[n])
    return [str(sentences[n]) for n in order[:_MANY]]


def one_by_one(name: str) -> Callable[[str], list[str]]:
    """A method of sumy that tells no scores: ask for one more each time."""

    def summary(text: str) -> list[str]:
        from importlib import import_module

        module = import_module(f"sumy.summarizers.{name.lower()}")
        method = getattr(module, f"{name.title().replace('_', '')}Summarizer")
        model = sumy_model(text)
        found: list[str] = []
        for count in range(1, _MANY + 1) if model else ():
            chosen = [str(s) for s in method()(model, count)]
            found += [s for s in chosen if s not in found]
        return found

    return summary


def textrank4zh() -> object:
    """Import textrank4zh, which asks networkx for a name that it no longer has."""
    import networkx

    networkx.from_numpy_matrix = networkx.from_numpy_array
    import textrank4zh as found

    return found


def textrank4zh_summary(text: str) -> list[str]:
    ranker = textrank4zh().TextRank4Sentence()
    ranker.analyze(text=text, lower=True, source="all_filters")
    return [item.sentence for item in ranker.get_key_sentences(num=_MANY)]


def textrank4zh_phrases(text: str) -> list[str]:
    ranker = textrank4zh().TextRank4Keyword()
    ranker.analyze(text=text, lower=True, window=2)
    return [item.word for item in ranker.get_keywords(10, word_min_len=2)]


def snownlp_summary(text: str) -> list[str]:
    from snownlp import SnowNLP

    return list(SnowNLP(text).summary(_MANY))


def snownlp_phrases(text: str) -> list[str]:
    from snownlp import SnowNLP

    return [w for w in SnowNLP(text).keywords(30) if len(w) > 1][:10]


def jieba_tfidf(text: str) -> list[str]:
    import jieba.analyse

    return jieba.analyse.extract_tags(text, topK=10)


def jieba_textrank(text: str) -> list[str]:
    import jieba.analyse

    return jieba.analyse.textrank(text, topK=10)


def yake_phrases(text: str) -> list[str]:
    import jieba
    import yake

    spaced = " ".join(jieba.cut(text))
    found = yake.KeywordExtractor(lan="zh", n=3, top=10).extract_keywords(spaced)
    return [phrase.replace(" ", "") for phrase, _ in found]


def rapid(text: str, variant: str) -> list[str]:
    import jieba.posseg
    from rapid_textrank import extract_from_json

    tags = {"n": "NOUN", "v": "VERB", "a": "ADJ", "e": "NOUN"}
    tokens, start = [], 0
    for sentence, piece in enumerate(sentences_of(text)):
        for word, tag in jieba.posseg.cut(piece):
            tokens.append(
                {
                    "text": word,
                    "lemma": word,
                    "pos": tags.get(tag[0], "X"),
                    "start": start,
                    "end": start + len(word),
                    "sentence_idx": sentence,
                    "token_idx": len(tokens),
                    "is_stopword": tag[0] in "uxpcdrfmq",
                }
            )
            start += len(word)
    given = {"tokens": tokens, "variant": variant, "config": {"top_n": 10}}
    found = json.loads(extract_from_json(json.dumps(given)))
    return [p["text"].replace(" ", "") for p in found["phrases"]]


PHRASES: dict[str, Callable[[str], list[str]]] = {
    "jieba-tfidf": jieba_tfidf,
    "jieba-textrank": jieba_textrank,
    "textrank4zh": textrank4zh_phrases,
    "snownlp": snownlp_phrases,
    "yake": yake_phrases,
    "positionrank": partial(rapid, variant="position_rank"),
    "singlerank": partial(rapid, variant="single_rank"),
    "topicrank": partial(rapid, variant="topic_rank"),
    "multipartiterank": partial(rapid, variant="multipartite_rank"),
}
SUMMARIES: dict[str, Callable[[str], list[str]]] = {
    "lead": lead,
    "lexrank": lexrank,
    "textrank": textrank,
    "luhn": one_by_one("luhn"),
    "lsa": one_by_one("lsa"),
    "sumbasic": one_by_one("sum_basic"),
    "textrank4zh": textrank4zh_summary,
    "snownlp": snownlp_summary,
}


def main() -> None:
    peer, kind, path = sys.argv[1:]
    characters = OPTIONS[kind].summary_chars if kind in OPTIONS else 0
    for line in Path(path).read_text("utf-8").splitlines():
        given = record(kind, json.loads(line))
        title, body = given["title"], given["text"]
        answer: dict = {"id": given["id"]}
        if peer in PHRASES and not characters:
            found = PHRASES[peer](f"{title}。{body}" if title else body)
            answer["keyphrases"] = [{"text": text} for text in found]
        if peer in SUMMARIES and kind != "csl_kp":
            chosen = SUMMARIES[peer](body)
            listed = [{"text": t, "rank": n} for n, t in enumerate(chosen, 1)]
            answer["summary"] = listed
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
