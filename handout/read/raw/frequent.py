"""The most frequent characters of Chinese, simplified and traditional."""

# They make up a fifth of any Chinese text; a wrong guess hits them only by chance.
FREQUENT = frozenset(
    "的一是不了在人有我他中大上个国到说们为子和你地出道也时年得就那要下以生会自着去之过家学"
    "个國說們為時會著過學這来來对對可她里裡后後小么麼心多天而能好都然没沒日于於起还還发發成"
    "事只作当當想看文无無开開手十用主行方又如前所本见見经經头頭面公同三已老从從动動两兩长長"
    "第章节節工业業党政民"
)
