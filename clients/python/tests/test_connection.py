"""Who the client says it is, and to whom: the token, TLS, mutual TLS."""

from __future__ import annotations

import asyncio
import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import grpc
import pytest
from conftest import Daemon

from holdfast import (
    AsyncHoldfast,
    Holdfast,
    HoldfastError,
    PermissionDeniedError,
    UnauthenticatedError,
    UnavailableError,
)
from holdfast.v1 import PingResponse

TOKEN = "hf_0123456789abcdef_" + "x" * 43


@pytest.fixture
def doorman(tmp_path: Path) -> Iterator[str]:
    """A server that answers Ping with the authorization it was shown, and refuses every other call."""

    class Doorman(grpc.GenericRpcHandler):  # type: ignore[misc]
        def service(self, details: Any) -> Any:
            shown = dict(details.invocation_metadata).get("authorization", "")

            def answer(_request: bytes, context: Any) -> bytes:
                if not details.method.endswith("/Ping"):
                    context.abort(grpc.StatusCode.UNAUTHENTICATED, "no token that counts")
                return PingResponse(payload=shown.encode()).SerializeToString()

            return grpc.unary_unary_rpc_method_handler(answer)

    server = grpc.server(ThreadPoolExecutor(2), handlers=(Doorman(),))
    server.add_insecure_port(f"unix:{tmp_path}/door.sock")
    server.start()
    yield f"unix:{tmp_path}/door.sock"
    server.stop(0).wait()


def test_the_token_goes_with_every_call_and_into_no_error(doorman: str) -> None:
    with Holdfast(doorman, agent_id="a", token=TOKEN) as client:
        assert client.admin.ping().payload == f"Bearer {TOKEN}".encode()
        with pytest.raises(UnauthenticatedError) as caught:
            client.state.put_state(name="s", document=1)
        assert TOKEN not in str(caught.value) + repr(caught.value) + repr(caught.value.__dict__)
    with Holdfast(doorman, agent_id="a") as without:
        assert without.admin.ping().payload == b""

    async def awaited() -> bytes:
        async with AsyncHoldfast(doorman, token=TOKEN) as client:
            return (await client.admin.ping()).payload

    assert asyncio.run(awaited()) == f"Bearer {TOKEN}".encode()


class TlsDoor:
    """Ends TLS in front of a daemon's socket."""

    def __init__(self, daemon: Daemon, folder: Path, with_clients: bool) -> None:
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(folder / "server.pem", folder / "server.key")
        self._context.set_alpn_protocols(["h2"])
        if with_clients:
            self._context.verify_mode = ssl.CERT_REQUIRED
            self._context.load_verify_locations(folder / "ca.pem")
        self._far = daemon.address.removeprefix("unix:")
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        # Closing alone does not wake accept().
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(near,), daemon=True).start()

    def _serve(self, plain: socket.socket) -> None:
        async def pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            with suppress(OSError):
                while chunk := await reader.read(65_536):
                    writer.write(chunk)
                    await writer.drain()
            writer.close()

        async def both() -> None:
            with suppress(OSError):
                near = await self._greet(plain)
                far = await asyncio.open_unix_connection(self._far)
                await asyncio.gather(pump(near[0], far[1]), pump(far[0], near[1]))

        asyncio.run(both())

    async def _greet(self, plain: socket.socket) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        loop = asyncio.get_running_loop()
        reader = asyncio.StreamReader()
        protocol = asyncio.StreamReaderProtocol(reader)
        transport, _ = await loop.connect_accepted_socket(lambda: protocol, plain, ssl=self._context)
        return reader, asyncio.StreamWriter(transport, protocol, reader, loop)


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A CA, and certificates of it for the server "holdfast.test" and for a client."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not installed")
    folder = tmp_path_factory.mktemp("tls")

    def openssl(*arguments: str) -> None:
        subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)

    key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2")
    openssl("req", "-x509", *key, "-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=test CA")
    for name, subject in (("server", "holdfast.test"), ("client", "an agent")):
        (folder / f"{name}.ext").write_text("subjectAltName=DNS:holdfast.test\n")
        openssl("req", *key, "-keyout", f"{name}.key", "-out", f"{name}.csr", "-subj", f"/CN={subject}")
        sign = ("-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2", "-extfile", f"{name}.ext")
        openssl("x509", "-req", "-in", f"{name}.csr", *sign, "-out", f"{name}.pem")
    return folder


def test_tls_is_checked_against_the_ca_and_the_name(shared: Daemon, certificates: Path) -> None:
    door = TlsDoor(shared, certificates, with_clients=False)
    try:
        ca = certificates / "ca.pem"
        with Holdfast(shared.address) as owner:
            made = owner.admin.create_token(name="tls", role="ACCESS_ROLE_AGENT", agents=["a"])
        trusted: Any = {"tls_ca": ca, "tls_server_name": "holdfast.test", "token": made.secret_token}
        with Holdfast(door.address, agent_id="a", **trusted) as client:
            assert client.admin.ping(payload=b"over TLS").payload == b"over TLS"
            with pytest.raises(PermissionDeniedError):
                client.state.list_states(agent_id="b")
        with Holdfast(door.address, agent_id="a", **{**trusted, "token": TOKEN}) as client:
            with pytest.raises(UnauthenticatedError):
                client.admin.ping()
        strangers: list[dict[str, Any]] = [
            {"tls_ca": ca},  # the certificate is for another name
            {"tls_ca": certificates / "client.pem", "tls_server_name": "holdfast.test"},  # of another CA
            {},  # plain text
        ]
        for options in strangers:
            with Holdfast(door.address, agent_id="a", wait_for_ready=False, timeout_s=5, **options) as client:
                with pytest.raises(HoldfastError) as caught:
                    client.admin.ping()
                assert isinstance(caught.value, UnavailableError) or caught.value.reason == "DEADLINE_EXCEEDED"
    finally:
        door.close()


def test_mutual_tls_shows_the_clients_certificate(
    shared: Daemon, certificates: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    door = TlsDoor(shared, certificates, with_clients=True)
    try:
        monkeypatch.setenv("HOLDFAST_TLS_CA", str(certificates / "ca.pem"))
        how: Any = {"agent_id": "a", "tls_server_name": "holdfast.test", "timeout_s": 5}
        with Holdfast(door.address, **how, wait_for_ready=False) as nobody:
            with pytest.raises(HoldfastError):
                nobody.admin.ping()
        monkeypatch.setenv("HOLDFAST_TLS_CERT", str(certificates / "client.pem"))
        with pytest.raises(HoldfastError, match="both or neither"):
            Holdfast(door.address, **how)
        monkeypatch.setenv("HOLDFAST_TLS_KEY", str(certificates / "client.key"))
        with Holdfast(door.address, **how) as client:
            assert client.admin.ping(payload=b"known").payload == b"known"
    finally:
        door.close()
