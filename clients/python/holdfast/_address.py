"""Where the daemon is and how the client shows who it is: options first, then the environment, then the default."""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import grpc

from holdfast.errors import refuse_locally

_MAX_MESSAGE_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True)
class Endpoint:
    """What a channel is made from. Its text never holds the token."""

    target: str
    credentials: grpc.ChannelCredentials | None
    metadata: Sequence[tuple[str, str]]
    options: Sequence[tuple[str, Any]]

    def __repr__(self) -> str:
        return self.target


def endpoint(
    *,
    address: str | None,
    token: str | None,
    tls_ca: str | os.PathLike[str] | None,
    tls_cert: str | os.PathLike[str] | None,
    tls_key: str | os.PathLike[str] | None,
    tls_server_name: str | None,
) -> Endpoint:
    """Raises InvalidRequestError when a token would go over plain TCP to another machine; OSError for unreadable files."""
    env = os.environ.get
    target = _target(address or env("HOLDFAST_ADDRESS") or _default_address())
    token = token or env("HOLDFAST_TOKEN") or ""
    files = [tls_ca or env("HOLDFAST_TLS_CA"), tls_cert or env("HOLDFAST_TLS_CERT"), tls_key or env("HOLDFAST_TLS_KEY")]
    credentials = _credentials(*files)
    if token and credentials is None and not _is_local(target):
        raise refuse_locally(
            "INVALID_FIELD", f"token: it is not sent over plain TCP to {target}; give tls_ca, or use a Unix socket", "token"
        )
    options: list[tuple[str, Any]] = [
        # Retries are made by this client, where it is known what is safe.
        ("grpc.enable_retries", 0),
        ("grpc.enable_http_proxy", 0),
        ("grpc.initial_reconnect_backoff_ms", 50),
        ("grpc.min_reconnect_backoff_ms", 50),
        ("grpc.max_reconnect_backoff_ms", 500),
        # Else clients of one process would share a connection, its limits and its token's streams.
        ("grpc.use_local_subchannel_pool", 1),
        ("grpc.max_receive_message_length", _MAX_MESSAGE_BYTES),
        ("grpc.max_send_message_length", _MAX_MESSAGE_BYTES),
    ]
    if tls_server_name:
        options.append(("grpc.ssl_target_name_override", tls_server_name))
    metadata = (("authorization", f"Bearer {token}"),) if token else ()
    return Endpoint(target, credentials, metadata, tuple(options))


def _default_address() -> str:
    state = os.environ.get("XDG_STATE_HOME") or str(Path.home() / ".local" / "state")
    return f"unix:{state}/holdfast/holdfast.sock"


def _target(address: str) -> str:
    """`/path` and `unix:/path` are sockets, everything else is HOST:PORT."""
    return f"unix:{address}" if address.startswith("/") else address


def _is_local(target: str) -> bool:
    if target.startswith(("unix:", "unix-abstract:")):
        return True
    host = target.rpartition(":")[0].strip("[]")
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _credentials(*files: str | os.PathLike[str] | None) -> grpc.ChannelCredentials | None:
    if not any(files):
        return None
    ca, cert, key = (None if file is None else Path(file).read_bytes() for file in files)
    if (cert is None) != (key is None):
        raise refuse_locally("INVALID_FIELD", "tls_cert and tls_key: both or neither", "tls_cert")
    return grpc.ssl_channel_credentials(root_certificates=ca, private_key=key, certificate_chain=cert)
