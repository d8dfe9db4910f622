"""Our cuts are jieba's cuts; our word list is jieba's dictionary."""

import os
import random
import subprocess
import sys
import warnings
from array import array
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handout.analyse.words import segment as words
from handout.analyse.words.wordlist.build import build_word_list

SEED = Path(__file__).parents[3] / "seeds" / "sample-article.txt"
JIEBA = Path(find_spec("jieba").origin).parent

TEXTS = {
    "law": (
        "第十二条 用人单位自用工之日起满一年不与劳动者订立书面劳动合同的,"
        "视为用人单位与劳动者已订立无固定期限劳动合同。\n"
        "前款第(三)项所称“重大误解”,由第九届全国人民代表大会常务委员会解释。"
    ),
    "tech": (
        "把 Python 3.11 升到 3.12 后,CPU 占用从 37.5% 降到 4%;GPT-4o、C++17、"
        "AT&T、#hashtag 与 user_name@example.com 都要测。v2.1.0-rc1 比 v2.0 快1.8倍,"
        "内存约 512MB,见 https://example.com/a?b=1&c=%E4%BD%A0。T恤、A股、卡拉OK、γ射线"
    ),
    "talk": (
        "诶,我跟你讲哈,那个……小宇他妈昨儿个又来了!真的假的?\n"
        "嗯嗯嗯,笑死我了哈哈哈哈哈,这波操作绝绝子,yyds~"
    ),
    "verse": (
        "床前明月光,疑是地上霜。\r\n举头望明月,低头思故乡。\u3000\u3000落霞与孤鹜齐飞"
    ),
    "names": "欧阳靖宇和司马玉琪在阿克苏遇见了买买提·艾力,后者叫他𠮷野家的㐂先生。",
    "traditional": (
        "臺灣與香港的圖書館員們討論著資訊檢索與數位典藏,並決議於週四召開會議。"
    ),
    "emoji": "今天👍🏽好开心😀😀,全家👨‍👩‍👧‍👦去吃🍜️!☐未完成 ☑完成 ①②③ ½",
    "widths": "２０２４年ＡＢＣ公司的50％股份，ÀÉ café 二〇二四、ﾊﾝ、全角\u3000空\t格",
    "markup": "# 标题\n\n* 一\n* 二\n\n| 表 | 头 |\n|---|:-:|",
    "unseen": "空\x00白\u200b零\ufeff宽\u2028行\x85尾\x1c\u00ad",
    "one word over and over": "的" * 3000 + "中华人民共和国" * 300,
    "unlisted Han without end": "锕镳齄麤龘爨" * 150,
    "Latin without end": "a1-b_2.c%d+e#f&" * 300,
    "nothing": "",
}
LINES = [line for text in TEXTS.values() for line in text.splitlines(keepends=True)]
MIXED = st.text(
    st.one_of(
        st.sampled_from(
            "的一是不了在人有我他这中大来上国和地到以说时要就出会可也你对生能"
        ),
        st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF),
        st.sampled_from("aZ09 .%+-_#&\r\n\t,。:“”(1A〇·…"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=60,
)


@pytest.fixture(scope="module")
def stock(tmp_path_factory):
    """Jieba as it comes, but for where it caches its dictionary."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba

    tokenizer = jieba.Tokenizer()
    tokenizer.tmp_dir = str(tmp_path_factory.mktemp("jieba"))
    tokenizer.initialize()
    return tokenizer


@pytest.fixture(scope="module")
def dictionary():
    """Each word of jieba's dictionary with its frequency and tag."""
    lines = (JIEBA / "dict.txt").read_text("utf-8").splitlines()
    entries = (line.split(" ") for line in lines)
    return {word: (int(frequency), tag) for word, frequency, tag in entries}


def texts_of(cut):
    return [word.text for word in cut]


def tags_of(text):
    return [(word.text, word.tag) for word in words.cut(text)]


def test_the_sample_article_is_cut_as_jieba_cuts_it(stock):
    article = SEED.read_text("utf-8")

    cut = words.cut(article)

    assert texts_of(cut) == list(stock.cut(article))


@pytest.mark.parametrize("genre", TEXTS)
def test_every_genre_is_cut_as_jieba_cuts_it(stock, genre):
    cut = words.cut(TEXTS[genre])

    assert texts_of(cut) == list(stock.cut(TEXTS[genre]))


def test_every_line_alone_is_cut_as_jieba_cuts_it(stock):
    lines = [*LINES, *SEED.read_text("utf-8").splitlines()]

    cuts = [texts_of(words.cut(line)) for line in lines]

    assert cuts == [list(stock.cut(line)) for line in lines]


def test_words_in_any_order_are_cut_as_jieba_cuts_them(stock):
    chosen = random.Random(7).choices(sorted(stock.FREQ), k=20_000)
    runs = ["".join(chosen[start : start + 20]) for start in range(0, 20_000, 20)]

    cuts = [texts_of(words.cut(run)) for run in runs]

    assert cuts == [list(stock.cut(run)) for run in runs]


@settings(derandomize=True, database=None, deadline=None, max_examples=400)
@given(text=MIXED)
def test_any_text_is_cut_as_jieba_cuts_it_and_joins_back(stock, text):
    cut = words.cut(text)

    assert texts_of(cut) == list(stock.cut(text))
    assert "".join(texts_of(cut)) == text
    assert all(text.startswith(word.text, word.start) for word in cut)


@pytest.mark.parametrize("genre", TEXTS)
def test_each_word_starts_where_the_one_before_it_ended(genre):
    cut = words.cut(TEXTS[genre])

    ends = [0, *(word.start + len(word.text) for word in cut)]
    assert ends == [*(word.start for word in cut), len(TEXTS[genre])]


def test_listed_words_have_the_tags_of_the_dictionary():
    assert tags_of("我们在北京学习法律") == [
        ("我们", "r"),
        ("在", "p"),
        ("北京", "ns"),
        ("学习", "v"),
        ("法律", "n"),
    ]


@pytest.mark.parametrize(
    ("word", "tag"),
    [
        ("2024", "m"),
        ("37.5%", "m"),
        ("5", "m"),
        ("〇", "m"),
        ("Python", "eng"),
        ("3D", "eng"),
        ("é", "eng"),
        ("Ａ", "eng"),
        ("３", "m"),
        ("龘", "un"),
        ("𠮷", "un"),
        ("㐂", "un"),
        ("。", "x"),
        ("\n", "x"),
        ("😀", "x"),
        ("++", "x"),
    ],
)
def test_an_unlisted_word_is_tagged_by_its_characters(word, tag):
    assert tags_of(word) == [(word, tag)]


def test_a_name_that_jieba_guesses_is_tagged_unknown():
    assert ("玉琪", "un") in tags_of(TEXTS["names"])


def test_every_listed_word_has_its_frequency_and_tag(dictionary):
    listed = words._word_list()

    found = {word: (words.frequency(word), listed.tag(word)) for word in dictionary}

    assert found == dictionary


def test_every_idf_is_jiebas_to_seven_digits():
    lines = (JIEBA / "analyse" / "idf.txt").read_text("utf-8").splitlines()
    idfs = {word: float(idf) for word, idf in (line.split(" ") for line in lines)}

    found = array("f", map(words.idf, idfs))

    assert found == array("f", idfs.values())


@pytest.mark.parametrize(
    "word", ["", "不在词表里的词", "第九届全国人民代表", "\x00", "\ud800"]
)
def test_an_unlisted_word_has_no_frequency_and_the_median_idf(word):
    assert words.frequency(word) == 0
    assert words.idf(word) == pytest.approx(11.9547675029)


def test_half_a_surrogate_pair_is_a_word_like_any_other():
    assert tags_of("中国\ud83d人") == [("中国", "ns"), ("\ud83d", "x"), ("人", "n")]


def test_cutting_writes_nothing_warns_of_nothing_and_loads_no_code_of_jieba(
    tmp_path,
):
    # Python compiles jieba again here, so its source would warn, as on a first run.
    temp, fake = tmp_path / "temp", tmp_path / "fake"
    temp.mkdir()
    fake.mkdir()
    (fake / "pkg_resources.py").write_text("raise RuntimeError('slow, and it warns')")
    script = """
import sys
sys.addaudithook(lambda event, _: event.startswith("socket.") and sys.exit(event))
from handout.analyse.words import segment as words
assert not {"jieba", "marisa_trie"} & set(sys.modules), "imported before it is needed"
assert words.frequency("中国") and words.idf("中国")
assert "jieba" not in sys.modules, "imported for a figure"
assert len(words.cut("在学思践悟中守初心担使命")) > 1
assert "pkg_resources" not in sys.modules
assert "jieba" not in sys.modules
"""
    python = [sys.executable, "-B", "-W", "error", "-X", f"pycache_prefix={tmp_path}"]
    places = {"TMPDIR": temp, "HOME": temp, "XDG_CACHE_HOME": temp, "PYTHONPATH": fake}

    run = subprocess.run(
        [*python, "-c", script],
        env=os.environ | {name: str(place) for name, place in places.items()},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
    assert list(temp.iterdir()) == []


def test_the_word_list_is_what_build_makes(tmp_path):
    build_word_list(tmp_path)

    made = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    kept = {name: (words.WORDLIST / name).read_bytes() for name in made}
    assert set(made) == {words.LISTED, words.FIGURES}
    # Not ==, which would have pytest compare four million bytes line by line.
    assert all(made[name] == kept[name] for name in made), "run build.py again"
