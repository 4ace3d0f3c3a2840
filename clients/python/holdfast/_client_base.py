"""What the blocking and the asyncio client share that is not a flow: options, and the parameters of a decorated function."""

from __future__ import annotations

import inspect
import os
from collections.abc import Callable, Mapping
from typing import Any

from holdfast._address import Endpoint, endpoint
from holdfast._flow import Core


class Options:
    """Keyword arguments of both clients, and the environment's defaults for them."""

    endpoint: Endpoint
    core: Core

    def __init__(
        self,
        address: str | None,
        agent_id: str,
        token: str | None,
        epoch: int,
        timeout_s: float,
        wait_for_ready: bool,
        tls_ca: str | os.PathLike[str] | None,
        tls_cert: str | os.PathLike[str] | None,
        tls_key: str | os.PathLike[str] | None,
        tls_server_name: str | None,
    ) -> None:
        self.core = Core(agent_id, epoch, timeout_s, wait_for_ready)
        self.endpoint = endpoint(
            address=address,
            token=token,
            tls_ca=tls_ca,
            tls_cert=tls_cert,
            tls_key=tls_key,
            tls_server_name=tls_server_name,
        )


class Decorated:
    """A function whose first parameter is the attempt and whose other arguments are the operation's params, by name."""

    def __init__(self, function: Callable[..., Any], options: Mapping[str, Any]) -> None:
        self._function = function
        self._options = dict(options)
        first, *others = inspect.signature(function).parameters.values()
        self._first = first
        self._signature = inspect.Signature(others)

    def operation(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
        """The params and the options of one call; `key` may be a function of the arguments."""
        bound = self._signature.bind(*args, **kwargs)
        bound.apply_defaults()
        options = dict(self._options)
        if callable(options.get("key")):
            options["key"] = options["key"](*args, **kwargs)
        return dict(bound.arguments), options
