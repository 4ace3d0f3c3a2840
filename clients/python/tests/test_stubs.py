"""The types that checkers see are those that there are: both come from the contract, by code of their own."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import holdfast
from holdfast import services, types
from holdfast._contract import METHODS

PACKAGE = Path(holdfast.__file__).parent


def classes_of(stub: str) -> dict[str, dict[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    tree = ast.parse((PACKAGE / stub).read_text())
    found = {}
    for one in tree.body:
        if isinstance(one, ast.ClassDef):
            methods = (it for it in one.body if isinstance(it, (ast.FunctionDef, ast.AsyncFunctionDef)))
            found[one.name] = {it.name: it for it in methods if not it.name.startswith("_")}
    return found


def public(made: Any) -> set[str]:
    return {name for name in dir(made) if not name.startswith("_")}


def test_every_method_is_in_the_stub_and_no_other() -> None:
    told = classes_of("services.pyi")
    for service in METHODS:
        if service in ("Transact", "Watch"):
            continue
        for name in (service, f"Async{service}"):
            assert set(told[name]) == public(getattr(services, name)), name
            for method in METHODS[service].values():
                if method.python_name not in told[name] or method.client_streaming:
                    continue
                given = {one.arg for one in told[name][method.python_name].args.kwonlyargs}
                fields = {field.name for field in method.request.DESCRIPTOR.fields}
                assert given - {"timeout_s", "wait_for_ready"} == fields, f"{name}.{method.python_name}"
    for name in ("Calls", "AsyncCalls"):
        assert set(told[name]) == public(getattr(services, name)), name


def test_every_reply_is_in_the_stub_with_its_fields() -> None:
    told = {name: set(fields) for name, fields in classes_of("types.pyi").items()}
    made = {name: one for name, one in vars(types).items() if isinstance(one, type) and issubclass(one, types.Reply)}
    assert len(made) > 100
    replies = {name for name in told if not name.endswith("Dict")}
    assert replies == set(made)
    for name, one in made.items():
        # A Python keyword is no name of a property: getattr reads it.
        assert told[name] == public(one) - {"from", "not"}, name


def test_what_only_checkers_have_can_be_imported() -> None:
    from holdfast.types import MutationDict, PostingDict

    assert PostingDict is dict and MutationDict is dict
    assert not hasattr(types, "NothingOfTheKind")


def test_what_the_package_offers_is_there() -> None:
    assert all(hasattr(holdfast, name) for name in holdfast.__all__)
    assert holdfast.__all__ == sorted(holdfast.__all__)
