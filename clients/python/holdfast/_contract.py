"""The contract, read from the generated messages: services, their methods, and which fields of a request the client fills in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from google.protobuf.descriptor import MethodDescriptor
from google.protobuf.message_factory import GetMessageClass

from holdfast.v1 import (
    admin_pb2,
    audit_pb2,
    cache_pb2,
    conversations_pb2,
    episodic_pb2,
    knowledge_pb2,
    ledger_pb2,
    limits_pb2,
    mirror_pb2,
    operations_pb2,
    procedural_pb2,
    semantic_pb2,
    sessions_pb2,
    signals_pb2,
    state_pb2,
    tasks_pb2,
    transact_pb2,
    upstreams_pb2,
    vault_pb2,
    watch_pb2,
    working_pb2,
)

_FILES: tuple[Any, ...] = (
    state_pb2,
    ledger_pb2,
    operations_pb2,
    tasks_pb2,
    episodic_pb2,
    semantic_pb2,
    working_pb2,
    procedural_pb2,
    conversations_pb2,
    knowledge_pb2,
    sessions_pb2,
    signals_pb2,
    limits_pb2,
    audit_pb2,
    cache_pb2,
    upstreams_pb2,
    vault_pb2,
    transact_pb2,
    watch_pb2,
    admin_pb2,
    mirror_pb2,
)


@dataclass(frozen=True)
class Method:
    """One RPC; `fills_*` say which of the fields that the client fills its request has."""

    name: str  # "holdfast.v1.State/PutState"
    path: str
    python_name: str  # "put_state"
    request: Any  # the message class
    response: Any
    client_streaming: bool
    server_streaming: bool
    fills_agent_id: bool
    fills_request_id: bool
    fills_epoch: bool
    # Of a list: the repeated field of its reply, and the name of the iterator over all pages. Empty otherwise.
    items: str
    iterator_name: str


def snake_case(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def _method(descriptor: MethodDescriptor) -> Method:
    name = f"{descriptor.containing_service.full_name}/{descriptor.name}"
    fields = descriptor.input_type.fields_by_name
    items = next((one.name for one in descriptor.output_type.fields if _is_repeated(one)), "")
    paged = "page_token" in fields
    python_name = snake_case(descriptor.name)
    return Method(
        name=name,
        path=f"/{name}",
        python_name=python_name,
        request=GetMessageClass(descriptor.input_type),
        response=GetMessageClass(descriptor.output_type),
        client_streaming=descriptor.client_streaming,
        server_streaming=descriptor.server_streaming,
        fills_agent_id="agent_id" in fields,
        fills_request_id="request_id" in fields,
        # TakeOver's epoch is a condition ("only if it is this one"), not the caller's own.
        fills_epoch="epoch" in fields and descriptor.name != "TakeOver",
        items=items if paged else "",
        iterator_name="iter_" + python_name.partition("_")[2] if paged else "",
    )


def _is_repeated(field: Any) -> bool:
    # Since protobuf 6 a descriptor says so itself; `label` goes away with protobuf 8.
    return bool(field.is_repeated)


def _read() -> dict[str, dict[str, Method]]:
    services = {}
    for file in _FILES:
        for service in file.DESCRIPTOR.services_by_name.values():
            services[service.name] = {one.name: _method(one) for one in service.methods}
    return services


#: By service ("State"), by RPC ("PutState").
METHODS = _read()
