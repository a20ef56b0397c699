"""What the code says of a class and of its fields, so that it is written once and told wherever it is needed."""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Mapping
from functools import cache
from itertools import pairwise


@cache
def sentences(kind: type) -> Mapping[str, str]:
    """For each field of a class the text that stands below it in the code, also where it is that of a class above."""
    by_field: dict[str, str] = {}
    for above in kind.__mro__[1:]:
        if above.__module__ == kind.__module__:
            by_field |= sentences(above)
    for field, below in pairwise(_classes(kind.__module__)[kind.__name__].body):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(below, ast.Expr):
            words = below.value
            if isinstance(words, ast.Constant) and isinstance(words.value, str):
                by_field[field.target.id] = inspect.cleandoc(words.value).replace("\n", " ")
    return by_field


def summary(kind: type) -> str:
    """What a record is, in the words of its class."""
    return (inspect.getdoc(kind) or "").replace("\n", " ")


@cache
def _classes(module: str) -> Mapping[str, ast.ClassDef]:
    """The classes of a module as they stand in the code, which is read once for all of them."""
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}
