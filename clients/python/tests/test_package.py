"""The package as it is installed, and the README's examples as they stand."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Daemon

CLIENT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What pip installs, in a folder of its own. From a copy, since building writes beside what it builds."""
    folder = tmp_path_factory.mktemp("pip")
    shutil.copytree(CLIENT, folder / "source", ignore=shutil.ignore_patterns("__pycache__", ".*", "tests"))
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*command, "--target", str(folder / "site"), str(folder / "source")], check=True)
    return folder / "site"


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("readme")
    texts = re.findall(r"```python\n(.*?)```", (CLIENT / "README.md").read_text(), re.DOTALL)
    files = [folder / f"example{number}.py" for number in range(len(texts))]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text)
    return files


def test_the_examples_run_as_they_stand_with_the_installed_package(
    shared: Daemon, installed: Path, examples: list[Path]
) -> None:
    env = {**os.environ, "PYTHONPATH": str(installed), "HOLDFAST_ADDRESS": shared.address}

    def run(example: Path) -> str:
        done = subprocess.run([sys.executable, str(example)], env=env, cwd=installed, capture_output=True, text=True)
        assert (done.returncode, done.stderr) == (0, ""), done.stderr
        return done.stdout

    orders, awaited, session = examples
    placed = r"to reconcile: 0\nplaced \{'order': 'x-[a-z0-9-]+'\}\nlast order: \{'id': 'x-[a-z0-9-]+'\}\ncash USDC 975\n"
    assert re.fullmatch(placed, run(orders))
    assert "was placed before {'order': 'x-" in run(orders)
    bought = "bought 2.5 XRP/ETH\n" * 2
    assert run(awaited).startswith(f"{bought}withdrawn now\nINSUFFICIENT_FUNDS available: 0\n")
    assert run(awaited).startswith(f"{bought}withdrawn before: {{'sent': True}}\n")
    told = "halted: True\nrecalled: Spreads widen after 20:00 UTC\nacted on pf:signals:XRP\n"
    assert run(session) == told


def test_type_checkers_see_what_the_examples_use(installed: Path, examples: list[Path], tmp_path: Path) -> None:
    assert (installed / "holdfast" / "py.typed").exists()
    wrong = tmp_path / "wrong.py"
    wrong.write_text(
        "from holdfast import Holdfast\n"
        "client = Holdfast()\n"
        "client.state.put_stat(name='s')\n"
        "client.state.put_state(nmae='s')\n"
        "client.ledger.post_transaction(delta={'account': 'cash', 'asset': 'USDC', 'amount': 0.5})\n"
        "client.ledger.list_holds(status='OPEN')\n"
    )
    files = [str(file) for file in (*examples, wrong)]
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", f"--cache-dir={tmp_path}", *files]
    checked = subprocess.run(command, env={**os.environ, "MYPYPATH": str(installed)}, capture_output=True, text=True)
    problems = [line for line in checked.stdout.splitlines() if ": error:" in line and "holdfast/v1/" not in line]
    own = [line for line in problems if line.startswith(str(wrong))]
    assert [line.rpartition("  [")[2] for line in own] == ["attr-defined]", "call-arg]", "arg-type]", "arg-type]"], own
    assert [line for line in problems if "example" in line] == []
