"""A real browser for the pages we serve: headless Chromium, told what to do."""

import json
import os
import shutil
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync "
    "--lang=en --window-size=1000,900"
)


class Browser:
    """A window of Chromium, through ChromeDriver (W3C WebDriver)."""

    def __init__(self, port: int, program: str, folder: Path) -> None:
        self._base = f"http://127.0.0.1:{port}"
        options = {
            "binary": program,
            "args": [*ARGUMENTS.split(), f"--user-data-dir={folder}"],
        }
        wanted = {"alwaysMatch": {"goog:chromeOptions": options}}
        self._session = self._ask("POST", "/session", {"capabilities": wanted})
        self._base += f"/session/{self._session['sessionId']}"

    def _ask(self, method: str, path: str, body: Any = None) -> Any:
        request = urllib.request.Request(
            self._base + path,
            json.dumps(body or {}).encode() if method == "POST" else None,
            {"Content-Type": "application/json"},
            method=method,
        )
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)["value"]

    def open(self, address: str) -> None:
        self._ask("POST", "/url", {"url": address})

    def run(self, script: str) -> Any:
        """What a script of the page returns."""
        return self._ask("POST", "/execute/sync", {"script": script, "args": []})

    def wait(self, script: str, seconds: float = 30) -> Any:
        """What an expression is as soon as it is something."""
        end = time.monotonic() + seconds
        while not (found := self.run(f"return {script}")):
            assert time.monotonic() < end, f"{script} never came true"
            time.sleep(0.05)
        return found

    def press(self, key: str) -> None:
        keys = [{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]
        source = {"type": "key", "id": "keys", "actions": keys}
        self._ask("POST", "/actions", {"actions": [source]})

    def close(self) -> None:
        self._ask("DELETE", "")


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A window; skip where there is no Chromium, unless it must be there."""
    program = next((found for name in CHROMIUM if (found := shutil.which(name))), None)
    driver = shutil.which("chromedriver")
    if not (program and driver):
        reason = "no Chromium with ChromeDriver here: make browser installs them"
        if os.environ.get("HANDOUT_BROWSER") == "needed":
            pytest.fail(reason)
        pytest.skip(reason)
    command = [driver, "--port=0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        port = 0
        for line in process.stdout:
            if "started successfully on port" in line:
                port = int(line.rstrip(".\n").rpartition(" ")[2])
                break
        window = Browser(port, program, tmp_path_factory.mktemp("chromium"))
        yield window
        window.close()
        process.terminate()
