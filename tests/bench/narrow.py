"""How long a cell, a flex and a grid item of Chinese take, with and without `narrow`.

Run by hand: python tests/bench/narrow.py [characters]
"""

import os
import sys
import tempfile
import time
from pathlib import Path

from handout.assets import fonts_folder
from handout.printing.speed import min_width as narrow

TEXT = "党员领导干部要学深悟透、融会贯通、真信笃行，增强“四个意识”。"
BODIES = {
    "table cell": "<table><tr><td>甲<td>{}</table>",
    "flex item": "<div style='display:flex'><p>甲<p>{}</div>",
    "grid item": "<div style='display:grid'><p>{}</div>",
    "block": "<p>{}",
}


def seconds(body: str) -> float:
    """Time one layout."""
    from weasyprint import HTML

    begin = time.perf_counter()
    HTML(string=f"<style>body{{font-family:'Handout Serif'}}</style>{body}").render()
    return time.perf_counter() - begin


def main(length: int) -> None:
    """Print a table of seconds."""
    with tempfile.TemporaryDirectory() as folder:
        conf = Path(folder, "fonts.conf")
        conf.write_text(
            f"<fontconfig><dir>{fonts_folder()}</dir><cachedir>{folder}</cachedir>"
            "</fontconfig>",
            encoding="utf-8",
        )
        os.environ.setdefault("FONTCONFIG_FILE", str(conf))
        seconds("<p>甲")
        text = (TEXT * (length // len(TEXT) + 1))[:length]
        print(f"{length} characters{'stock':>12}{'narrow':>10}")  # noqa: T201
        for name, body in BODIES.items():
            stock = seconds(body.format(text))
            narrow.install()
            ours = seconds(body.format(text))
            narrow.remove()
            print(f"{name:15}{stock:12.2f} s{ours:8.2f} s")  # noqa: T201


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 4000)
