"""The clients' common scenario (clients/scenario), with the blocking and with the asyncio client."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from conftest import Daemon
from scenario_run import Awaiting, Blocking, ScenarioRun

SCENARIO = yaml.safe_load((Path(__file__).parents[2] / "scenario" / "scenario.yaml").read_text())


@pytest.mark.parametrize("style", [Blocking, Awaiting])
def test_every_step_gives_what_the_scenario_expects(shared: Daemon, style: type[Blocking] | type[Awaiting]) -> None:
    assert len(SCENARIO["steps"]) >= 60
    run = ScenarioRun(style(shared.address), f"py{style.__name__[:5].lower()}", SCENARIO["vars"])
    try:
        for step in SCENARIO["steps"]:
            run.step(step)
    finally:
        run.close()
