"""What could be otherwise in a function: each change is made to a node of its tree, and says what it did."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any

_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
_COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult, ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr, ast.Mod: ast.Mult,
}  # fmt: skip
_NAMES = {"any": "all", "all": "any", "min": "max", "max": "min", "sorted": "list"}


def changes(node: ast.AST) -> list[Callable[[Any], str]]:
    """What can be done to a node; each changes the one it is given and says what it did."""
    match node:
        case ast.Compare(ops=[op]) if type(op) in _COMPARED:
            return [_comparison]
        case ast.BoolOp():
            return [_and_or]
        case ast.UnaryOp(op=ast.Not()):
            return [_without_not]
        case ast.BinOp(op=op) if type(op) in _COUNTED and not _of_text(node):
            return [_operator]
        case ast.Constant(value=bool()):
            return [_flag]
        case ast.Constant(value=int()):
            return [_number]
        case ast.If() | ast.IfExp():
            return [_condition]
        case ast.comprehension(ifs=[_, *_]):
            return [_filter]
        case ast.Call(func=ast.Name(id=name), args=[_, *_]) if name in _NAMES:
            return [_called]
        case ast.Expr(value=ast.Call() | ast.Yield() | ast.YieldFrom()) | ast.AugAssign() | ast.Raise():
            return [_left_out]
        case ast.Return(value=ast.expr()):
            return [_nothing]
        case ast.Continue() | ast.Break():
            return [_left_out]
    return []


def _of_text(node: ast.BinOp) -> bool:
    sides = (node.left, node.right)
    return any(isinstance(side, ast.JoinedStr) or (isinstance(side, ast.Constant) and isinstance(side.value, str))
               for side in sides)  # fmt: skip


def _comparison(node: ast.Compare) -> str:
    before = ast.unparse(node)
    node.ops = [_COMPARED[type(node.ops[0])]()]
    return f"`{before}` is `{ast.unparse(node)}`"


def _and_or(node: ast.BoolOp) -> str:
    before = ast.unparse(node)
    node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    return f"`{before}` is `{ast.unparse(node)}`"


def _without_not(node: ast.UnaryOp) -> str:
    before = ast.unparse(node)
    node.op = ast.Not()
    node.operand = ast.UnaryOp(ast.Not(), node.operand)
    return f"`{before}` without `not`"


def _operator(node: ast.BinOp) -> str:
    before = ast.unparse(node)
    node.op = _COUNTED[type(node.op)]()
    return f"`{before}` is `{ast.unparse(node)}`"


def _flag(node: ast.Constant) -> str:
    node.value = not node.value
    return f"`{not node.value}` is `{node.value}`"


def _number(node: ast.Constant) -> str:
    node.value = int(str(node.value)) + 1
    return f"{node.value - 1} is {node.value}"


def _condition(node: ast.If | ast.IfExp) -> str:
    before = ast.unparse(node.test)
    node.test = ast.UnaryOp(ast.Not(), node.test)
    return f"`if {before}` is turned round"


def _filter(node: ast.comprehension) -> str:
    before = ast.unparse(node.ifs[0])
    node.ifs = node.ifs[1:]
    return f"`if {before}` is left out"


def _called(node: ast.Call) -> str:
    before = ast.unparse(node)
    if isinstance(node.func, ast.Name):
        if node.func.id == "sorted":
            node.keywords = []
        node.func.id = _NAMES[node.func.id]
    return f"`{before}` is `{ast.unparse(node)}`"


def _left_out(node: ast.stmt) -> str:
    before = ast.unparse(node).splitlines()[0]
    node.__class__ = ast.Pass  # in place, for nobody knows the list that it stands in
    return f"`{before}` is left out"


def _nothing(node: ast.Return) -> str:
    before = ast.unparse(node)
    node.value = ast.Constant(None)
    return f"`{before}` returns nothing"
