"""Serves the preview to a browser on this machine alone; the only module with sockets.

Bound to 127.0.0.1, under a secret path, for the names of this machine only: a page from
elsewhere that is open in the same browser can neither guess the path nor, by renaming
itself to this address (DNS rebinding), read what is here.
"""

import hmac
import json
import re
import secrets
import threading
from contextlib import suppress
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar
from urllib.parse import parse_qs, urlsplit

from handout.errors import SetupError
from handout.numbers import whole_number
from handout.preview import View
from handout.preview.page_pictures import draw_page

_PAGE = Path(__file__).with_name("preview.html")
_PICTURE = re.compile(r"page-(\d{1,5})\.png")
_WIDTH = 1240
# Seconds between signs of life, by which a closed window is noticed.
_BEAT = 10.0


class Server:
    """A web server of one page, which shows the newest View to whoever knows where."""

    def __init__(self, port: int = 0) -> None:
        """Take a port of 127.0.0.1, any if 0. Raises SetupError if it is taken."""
        self.token = secrets.token_urlsafe(16)
        self._nonce = secrets.token_urlsafe(16)
        self._view = View()
        self._changed = threading.Condition()
        self._open = True
        try:
            self._server = _Sockets(("127.0.0.1", port), _Handler)
        except OSError as error:
            raise SetupError(
                f"port {port} cannot be used ({error.strerror or error})",
                where="[[port]]",
                hint="choose another one, or 0 for any that is free",
            ) from error
        self._server.preview = self
        serve = self._server.serve_forever
        threading.Thread(target=serve, args=(0.05,), daemon=True).start()

    @property
    def port(self) -> int:
        """The port that was taken."""
        return int(self._server.server_address[1])

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"http://127.0.0.1:{self.port}/{self.token}/"

    def publish(self, view: View) -> None:
        """Show another view; every window that is open loads it."""
        with self._changed:
            self._view = view
            self._changed.notify_all()

    def close(self) -> None:
        """End: windows stay as they are."""
        with self._changed:
            self._open = False
            self._changed.notify_all()
        self._server.shutdown()
        self._server.server_close()

    def view(self) -> View:
        """What is shown."""
        return self._view

    def next_view(self, known: int) -> View | None:
        """Wait for a view that is newer; None if it takes long, or at the end."""
        with self._changed:
            self._changed.wait_for(
                lambda: not self._open or self._view.version > known, _BEAT
            )
            return self._view if self._view.version > known else None

    @property
    def is_open(self) -> bool:
        """Whether there will be another view."""
        return self._open

    def page(self) -> bytes:
        """The page, its own style and script marked as ours."""
        text = _PAGE.read_text(encoding="utf-8")
        return text.replace("NONCE", self._nonce).encode()

    def policy(self) -> str:
        """Say what a browser may load for the page: what is in it, and its pictures."""
        own = f"'nonce-{self._nonce}'"
        return (
            "default-src 'none'; img-src 'self' data:; connect-src 'self'; "
            f"style-src {own}; script-src {own}; base-uri 'none'; form-action 'none'; "
            "frame-ancestors 'none'"
        )


class _Sockets(ThreadingHTTPServer):
    daemon_threads = True
    preview: Server


class _Handler(BaseHTTPRequestHandler):
    server: _Sockets
    protocol_version = "HTTP/1.1"
    server_version = "handout"
    sys_version = ""
    # A window that opens a connection and says nothing must not hold a thread.
    timeout: ClassVar[float] = 30.0

    def do_GET(self) -> None:
        """Answer for the page, its pictures and its stream of views; for no file."""
        shown = self.server.preview
        if self.headers.get("Host") not in _hosts(shown.port):
            self._answer(403, "text/plain", b"this preview is for this machine alone")
            return
        try:
            parts = urlsplit(self.path)
        except ValueError:
            self._answer(400, "text/plain", b"that is not an address")
            return
        token, _, name = parts.path.removeprefix("/").partition("/")
        if not hmac.compare_digest(token.encode(), shown.token.encode()):
            self._answer(404, "text/plain", b"open the address that handout printed")
        elif name == "":
            self._answer(200, "text/html; charset=utf-8", shown.page())
        elif name == "views":
            self._stream(shown)
        elif found := _PICTURE.fullmatch(name):
            self._picture(shown.view(), int(found[1]), parse_qs(parts.query))
        else:
            self._answer(404, "text/plain", b"there is no such page")

    do_HEAD = do_GET  # noqa: N815 - the name is http.server's

    def _picture(self, view: View, number: int, asked: dict[str, list[str]]) -> None:
        width = asked.get("width", [""])[0]
        try:
            dots = max(100, whole_number(width) or _WIDTH)
            picture = _page_picture(view.printed, view.pdf, number, dots)
        except IndexError:
            self._answer(404, "text/plain", b"there is no such page")
            return
        self._answer(200, "image/png", picture)

    def _stream(self, shown: Server) -> None:
        """Send each view as it comes (server-sent events)."""
        self._head(200, "text/event-stream")
        known = -1
        # The window was closed: nobody is left to tell.
        with suppress(OSError):
            while shown.is_open:
                view = shown.next_view(known)
                if view is None:
                    self.wfile.write(b": still here\n\n")
                else:
                    known = view.version
                    self.wfile.write(f"data: {view_as_json(view)}\n\n".encode())
                self.wfile.flush()

    def _answer(self, status: int, kind: str, content: bytes) -> None:
        with suppress(OSError):
            self._head(status, kind, len(content))
            if self.command != "HEAD":
                self.wfile.write(content)

    def _head(self, status: int, kind: str, length: int | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Cache-Control", "no-store")
        self.send_header("Content-Security-Policy", self.server.preview.policy())
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("Connection", "close")
        if length is not None:
            self.send_header("Content-Length", str(length))
        self.end_headers()
        self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Say nothing: what goes wrong is shown on the page."""


@cache
def _hosts(port: int) -> frozenset[str]:
    return frozenset({f"127.0.0.1:{port}", f"localhost:{port}"})


_pictures: dict[tuple[int, int, int], bytes] = {}
_MOST_PICTURES = 100


def _page_picture(version: int, pdf: bytes, number: int, width: int) -> bytes:
    """Draw a page, or give it as it was drawn for another window."""
    key = (version, number, width)
    if key not in _pictures:
        if len(_pictures) >= _MOST_PICTURES:
            _pictures.clear()
        _pictures[key] = draw_page(pdf, number, width)
    return _pictures[key]


def view_as_json(view: View) -> str:
    """What the page needs to know of a view, as JSON."""
    error = view.error
    told = {
        "version": view.version,
        "printed": view.printed,
        "sizes": view.sizes,
        "notices": view.notices,
        "seconds": view.seconds,
        "error": error
        and {"where": error.where, "message": error.message, "hint": error.hint},
    }
    return json.dumps(told, ensure_ascii=False)
