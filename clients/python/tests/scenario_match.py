"""The scenario's variables, paths and matchers, as clients/scenario/README.md describes them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

MATCHERS = {"any", "absent", "size", "matches", "gt", "contains"}
ABSENT = object()


def substitute(value: Any, names: dict[str, Any]) -> Any:
    """A copy with `$name` and `${name}` replaced; KeyError for an unknown one."""
    if isinstance(value, str):
        if alone := re.fullmatch(r"\$([a-z_]\w*)", value):
            return names[alone[1]]
        return re.sub(r"\$\{([a-z_]\w*)\}", lambda found: text_of(names[found[1]]), value)
    if isinstance(value, list):
        return [substitute(one, names) for one in value]
    if isinstance(value, dict):
        return {key: substitute(one, names) for key, one in value.items()}
    return value


def at(value: Any, path: str) -> Any:
    """What is at the path, or ABSENT."""
    for name, index in re.findall(r"([^.\[\]]+)|\[(\d+)\]", path):
        if index:
            value = value[int(index)] if isinstance(value, list) and int(index) < len(value) else ABSENT
        else:
            value = value.get(name, ABSENT) if isinstance(value, dict) else ABSENT
    return value


def matches(value: Any, matcher: Any) -> bool:
    if isinstance(matcher, list):
        return isinstance(value, list) and len(value) == len(matcher) and all(map(matches, value, matcher))
    if not isinstance(matcher, dict):
        return value is None if matcher is None else is_scalar(value) and text_of(value) == text_of(matcher)
    if len(matcher) == 1 and (key := next(iter(matcher))) in MATCHERS:
        return special(value, key, matcher[key])
    return isinstance(value, dict) and len(value) == len(matcher) and holds(value, matcher)


def special(value: Any, key: str, operand: Any) -> bool:
    if key == "any":
        return value is not ABSENT and value not in (None, "", [], {})
    if key == "absent":
        return value is ABSENT
    if key == "size":
        return isinstance(value, (str, list, dict)) and len(value) == operand
    if key == "matches":
        return isinstance(value, str) and re.search(operand, value) is not None
    if key == "gt":
        return is_scalar(value) and Decimal(text_of(value)) > Decimal(text_of(operand))
    if isinstance(operand, dict):
        return any(holds(one, operand) for one in value) if isinstance(value, list) else holds(value, operand)
    if isinstance(value, list):
        return any(is_scalar(one) and text_of(one) == text_of(operand) for one in value)
    return isinstance(value, str) and text_of(operand) in value


def holds(value: Any, entries: dict[str, Any]) -> bool:
    """A map with at least these entries."""
    return isinstance(value, dict) and all(matches(value.get(key, ABSENT), one) for key, one in entries.items())


def is_scalar(value: Any) -> bool:
    return isinstance(value, (str, int, float))


def text_of(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
