"""Changes a font in memory: marks as wide as a Chinese character, names, features."""

from collections.abc import Iterator

from fontTools.otlLib.builder import buildLookup, buildSingleSubstSubtable
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables

OPENING, CLOSING = "“‘", "”’"
# Between the edge of the cell and the ink of a curly quote, as in Noto Serif SC.
QUOTE_MARGIN = 0.07
# Name records a changed font keeps: copyright, trademark, designer, licence.
KEPT_NAMES = (0, 7, 9, 13, 14)
ENGLISH = (3, 1, 0x409)


def widen_marks(font: TTFont) -> None:
    """Let — · and the curly quotes fill a cell; `pwid` brings the narrow forms back."""
    narrow = {}
    for mark, wide in (("—", "―"), ("·", "・")):
        narrow |= _draw_as(font, mark, wide)
    narrow |= _widen_quotes(font)
    _add_pwid(font, narrow)


def _draw_as(font: TTFont, mark: str, wide: str) -> dict[str, str]:
    cmap = font.getBestCmap()
    before, after = cmap[ord(mark)], cmap[ord(wide)]
    if before == after:
        return {}
    for table in font["cmap"].tables:
        if ord(mark) in table.cmap:
            table.cmap[ord(mark)] = after
    em, metrics = font["head"].unitsPerEm, font["hmtx"]
    return {after: before} if metrics[before][0] < em else {}


def _widen_quotes(font: TTFont) -> dict[str, str]:
    cmap, em = font.getBestCmap(), font["head"].unitsPerEm
    glyf, metrics = font["glyf"], font["hmtx"]
    margin = round(QUOTE_MARGIN * em)
    narrow = {}
    for quote in OPENING + CLOSING:
        name = cmap[ord(quote)]
        if metrics[name][0] == em:
            continue
        narrow[name] = f"{name}.pwid"
        glyf[narrow[name]] = glyf[name]
        metrics[narrow[name]] = metrics[name]
        font["vmtx"][narrow[name]] = font["vmtx"][name]
        ink = glyf[name]
        left = em - margin - (ink.xMax - ink.xMin) if quote in OPENING else margin
        glyf[name] = _moved(font, name, left - ink.xMin)
        metrics[name] = (em, left)
    return narrow


def _moved(font: TTFont, name: str, right: int) -> object:
    outline = DecomposingRecordingPen(font.getGlyphSet())
    outline.glyphSet[name].draw(outline)
    pen = TTGlyphPen(None)
    outline.replay(TransformPen(pen, (1, 0, 0, 1, right, 0)))
    moved = pen.glyph()
    moved.recalcBounds(font["glyf"])
    return moved


def _add_pwid(font: TTFont, narrow: dict[str, str]) -> None:
    gsub = font["GSUB"].table
    # A wide form that has a narrow one already keeps it.
    new = {wide: to for wide, to in narrow.items() if wide not in _pwid(font)}
    if not new:
        return
    lookups = gsub.LookupList
    lookups.Lookup.append(buildLookup([buildSingleSubstSubtable(new)]))
    lookups.LookupCount = len(lookups.Lookup)
    records = [r for r in gsub.FeatureList.FeatureRecord if r.FeatureTag == "pwid"]
    for record in records or [_new_feature(font, "pwid")]:
        record.Feature.LookupListIndex.append(lookups.LookupCount - 1)
        record.Feature.LookupCount = len(record.Feature.LookupListIndex)


def _pwid(font: TTFont) -> set[str]:
    gsub = font["GSUB"].table
    indexes = {
        index
        for record in gsub.FeatureList.FeatureRecord
        if record.FeatureTag == "pwid"
        for index in record.Feature.LookupListIndex
    }
    tables = (table for i in indexes for table in gsub.LookupList.Lookup[i].SubTable)
    return {
        wide
        for table in tables
        for wide in getattr(table, "ExtSubTable", table).mapping
    }


def _new_feature(font: TTFont, tag: str) -> otTables.FeatureRecord:
    """Add an empty feature, in the order of tags, for every script and language."""
    features = font["GSUB"].table.FeatureList
    record = otTables.FeatureRecord()
    record.FeatureTag, record.Feature = tag, otTables.Feature()
    record.Feature.FeatureParams, record.Feature.LookupListIndex = None, []
    place = sum(each.FeatureTag < tag for each in features.FeatureRecord)
    features.FeatureRecord.insert(place, record)
    features.FeatureCount = len(features.FeatureRecord)
    for language in _languages(font):
        moved = (index + (index >= place) for index in language.FeatureIndex)
        language.FeatureIndex = sorted({place, *moved})
        language.FeatureCount = len(language.FeatureIndex)
    return record


def _languages(font: TTFont) -> Iterator[otTables.LangSys]:
    for script in font["GSUB"].table.ScriptList.ScriptRecord:
        yield script.Script.DefaultLangSys
        yield from (each.LangSys for each in script.Script.LangSysRecord)


def rename(font: TTFont, *, family: str, style: str, made_from: str) -> None:
    """Give the font our names, so that it never meets its original."""
    names = font["name"]
    kept = {number: names.getDebugName(number) for number in KEPT_NAMES}
    postscript = f"{family.replace(' ', '')}-{style}"
    ours = {
        1: family,
        2: style,
        3: f"{postscript}; changed from {made_from}",
        4: family if style == "Regular" else f"{family} {style}",
        5: f"Version {font['head'].fontRevision:.3f}; changed from {made_from}",
        6: postscript,
    }
    names.names = []
    for number, text in (kept | ours).items():
        if text:
            names.setName(text, number, *ENGLISH)
