"""How tools read YAML that know types: those of YAML 1.2, as editors are, and those of YAML 1.1."""

from __future__ import annotations

import datetime
import re
from typing import Any, ClassVar

import yaml

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Core(_Loader):  # type: ignore[misc]  # whichever of the two is there
    """The core types of YAML 1.2: a date is a text, and so is `no`."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


for tag, pattern, first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    (
        "float",
        r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)",
        list("-+.0123456789"),
    ),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), first)
Core.add_constructor("tag:yaml.org,2002:int", lambda loader, node: _number(loader.construct_scalar(node)))
Core.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(loader.construct_scalar(node)))


def _number(text: str) -> int:
    return int(text, 0) if text.lower().startswith(("0x", "0o")) else int(text)


def as_editors_read(text: str) -> Any:
    return yaml.load(text, Loader=Core)


def as_older_tools_read(text: str) -> Any:
    """Dates become text again, for JSON has none, and so does the field `on`, which such tools take for a yes."""
    return _plain(yaml.safe_load(text))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {"on" if name is True else name: _plain(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, datetime.date) else value
