"""Writes small Word files by hand for the tests of this folder."""

import io
import zipfile

from accounts import placed, set_aside

from handout.read import read

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
LONG = "这一段是正文，有好几句话，比标题长得多，也以句号结束。" * 2
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def run(text, properties=""):
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def para(*runs, properties=""):
    inner = "".join(one if one.startswith("<") else run(one) for one in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def cell(*paragraphs, properties=""):
    inner = "".join(p if p.startswith("<w:p>") else para(p) for p in paragraphs)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner or '<w:p/>'}</w:tc>"


def row(*cells, properties=""):
    inner = "".join(c if c.startswith("<") else cell(c) for c in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def table(*rows):
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def val(name, value):
    return f'<w:{name} w:val="{value}"/>'


def docx(body, *, main="word/document.xml", relations=(), **parts):
    """A file with a body; `parts` are names without suffix, `__` for a folder."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as container:

        def put(name, text):
            container.writestr(name, text)

        put(main, f"<w:document {SPACES}><w:body>{body}</w:body></w:document>")
        links = "".join(
            f'<Relationship Id="{key}" Type="{_RELATION}{kind}" Target="{target}"/>'
            for key, kind, target in relations
        )
        folder, _, name = main.rpartition("/")
        space = "http://schemas.openxmlformats.org/package/2006/relationships"
        put(
            f"{folder}/_rels/{name}.rels",
            f'<Relationships xmlns="{space}">{links}</Relationships>',
        )
        for key, content in parts.items():
            if isinstance(content, str) and not content.startswith("<?"):
                content = f"<w:x {SPACES}>{content}</w:x>"
            put(f"word/{key}.xml" if "." not in key else key, content)
    return file.getvalue()


def read_docx(body, **parts):
    """Read a file with this body; the sum of its characters must hold."""
    document, _ = read(docx(body, **parts), name="a.docx")
    assert document.characters == placed(document) + set_aside(document)
    return document


def texts(document):
    return [paragraph.text for paragraph in document.paragraphs]


def asides(document):
    return {aside.text: aside.reason for aside in document.asides}
