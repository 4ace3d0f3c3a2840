"""A real daemon for the tests: the built one, on a socket in a folder that goes away."""

from __future__ import annotations

import os
import re
import secrets
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import holdfast

ROOT = Path(__file__).resolve().parents[3]
MAIN = Path(os.environ.get("HOLDFAST_TEST_DAEMON", ROOT / "dist" / "src" / "main.js"))


class Daemon:
    """A daemon process on a state folder of its own; start() after kill() is the same daemon again."""

    def __init__(self, folder: Path) -> None:
        self.state_dir = folder / "state"
        self.address = ""
        self._key = folder / "master.key"
        self._log = folder / "log"
        self.process: subprocess.Popen[str] | None = None
        if not self._key.exists():
            self._key.touch(mode=0o600)
            self._key.write_text(secrets.token_hex(32) + "\n")

    def start(self, *args: str, **env: str) -> None:
        command = ["node", str(MAIN), "--state-dir", str(self.state_dir), "--master-key-file", str(self._key), *args]
        with self._log.open("a") as log:
            self.process = subprocess.Popen(
                command, stdout=subprocess.PIPE, stderr=log, text=True, env={**os.environ, **env}
            )
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        found = re.search(r"serves on ([^ ,]+)", line)
        assert found is not None, self._log.read_text()
        self.address = found[1]

    def kill(self) -> None:
        self.signal(signal.SIGKILL)
        self.wait()

    def restore(self, backup: str) -> None:
        """Stops it, puts one of its backups in the place of its database, and starts it again."""
        self.signal(signal.SIGTERM)
        assert self.wait() == 0
        path = self.state_dir / "backups" / f"{backup}.db"
        command = ["node", str(MAIN.parent / "cli" / "main.js"), "--state-dir", str(self.state_dir), "restore", str(path)]
        subprocess.run([*command, "--force"], check=True, capture_output=True, timeout=60)
        self.start()

    def is_running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def signal(self, number: signal.Signals) -> None:
        assert self.process is not None
        self.process.send_signal(number)

    def wait(self) -> int:
        assert self.process is not None and self.process.stdout is not None
        code = self.process.wait(30)
        self.process.stdout.close()
        return code

    def close(self) -> None:
        if self.is_running():
            self.kill()
        if self.process is not None and self.process.stdout is not None:
            self.process.stdout.close()


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Daemon]:
    """One daemon for all tests that leave it alive; each has agents of its own."""
    daemon = Daemon(tmp_path_factory.mktemp("d"))
    daemon.start()
    yield daemon
    daemon.close()


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Daemon]:
    daemon = Daemon(tmp_path_factory.mktemp("k"))
    yield daemon
    daemon.close()


@pytest.fixture
def own(killed: Daemon) -> Daemon:
    """A running daemon that a test may kill and stop; the next test of the module finds it running again."""
    if not killed.is_running():
        killed.start()
    return killed


@pytest.fixture
def agent() -> str:
    """An agent that no other test has."""
    return f"agent-{secrets.token_hex(6)}"


@pytest.fixture
def connect(agent: str) -> Iterator[Callable[..., holdfast.Holdfast]]:
    """Makes clients of the test's agent; they are closed after it."""
    made: list[holdfast.Holdfast] = []

    def client(daemon: Daemon, **options: Any) -> holdfast.Holdfast:
        one = holdfast.Holdfast(daemon.address, **{"agent_id": agent, **options})
        made.append(one)
        return one

    yield client
    for one in made:
        one.close()


@pytest.fixture
def client(shared: Daemon, connect: Callable[..., holdfast.Holdfast]) -> holdfast.Holdfast:
    return connect(shared)
