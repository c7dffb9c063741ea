"""A real server on the samples and a real Chromium, as an office has them."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    flags = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking"]
    return browser_type_launch_args | {"executable_path": "/usr/bin/chromium", "args": flags}


class Server:
    """`streamlit run` in a process of its own, on a port of its own."""

    def __init__(self, home: Path, script: str = "dashboard.py", operator: str = "Người kiểm thử") -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        command = [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(self.port)]
        environment = {**os.environ, "DASHBOARD_HOME": str(home), "DASHBOARD_OPERATOR": operator}
        self._process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def wait(self, seconds: float = 60) -> "Server":
        """Until the server answers at all; it has run no page yet."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                with urllib.request.urlopen(f"{self.address}/_stcore/health", timeout=2):
                    return self
            except (urllib.error.URLError, OSError):
                time.sleep(0.2)
        raise TimeoutError("the server does not answer")

    def warm(self) -> "Server":
        """Until it has run the frame once, so that it knows its pages (stack.md: the first deep link after a restart)."""
        self.wait()
        with urllib.request.urlopen(f"{self.address}/_stcore/script-health-check", timeout=60) as answer:
            assert answer.read() == b"ok"
        return self

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait(20)


@pytest.fixture(scope="session")
def server(samples_home: Path) -> Iterator[Server]:
    started = Server(samples_home)
    yield started.warm()
    started.stop()


@pytest.fixture
def just_started(samples_home: Path) -> Iterator[Server]:
    """A server that has not served anybody yet."""
    started = Server(samples_home)
    yield started.wait()
    started.stop()
