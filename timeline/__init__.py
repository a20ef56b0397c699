"""A static site generator for hand-curated, source-cited chronologies.

What other programs may rely on stands in `__all__`: reading a folder (`load`), reading and checking it
(`check`), the whole that comes of it (`Timeline`), and two smaller wholes, as known on a day (`as_of`) and
by words, dates and facets (`select`). These names, their arguments and what they return change only with a
new minor version before 1.0, and with a new major one after it. Everything else may change with any release.

The names are looked up when they are asked for, so that `import timeline` costs nothing and a module of this
package never waits for all the others.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.checks import read as check
    from timeline.loader import Loaded, load
    from timeline.model import Timeline
    from timeline.problems import Problem, Severity
    from timeline.queries.as_of import as_of
    from timeline.queries.selection import Selection, select

__all__ = ["Loaded", "Problem", "Selection", "Severity", "Timeline", "as_of", "check", "load", "select"]

_HOMES = {
    "Loaded": ("timeline.loader", "Loaded"),
    "Problem": ("timeline.problems", "Problem"),
    "Selection": ("timeline.queries.selection", "Selection"),
    "Severity": ("timeline.problems", "Severity"),
    "Timeline": ("timeline.model", "Timeline"),
    "as_of": ("timeline.queries.as_of", "as_of"),
    "check": ("timeline.checks", "read"),
    "load": ("timeline.loader", "load"),
    "select": ("timeline.queries.selection", "select"),
}


def __getattr__(name: str) -> object:
    """A public name from the module that defines it (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, attribute = _HOMES[name]
    return getattr(import_module(module), attribute)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
