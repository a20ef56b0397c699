"""From the text of a file to its tree of nodes, and what is wrong with it as YAML.

What YAML refuses is mended in thought where a mend is known, so that the rest of the file is read in the same round.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import yaml
from yaml.nodes import Node, ScalarNode

from timeline.loader.cut_at_hash import cut_texts
from timeline.loader.forbidden_yaml import Loader, forbidden
from timeline.loader.lookalike_signs import foreign_signs
from timeline.loader.merge_conflicts import conflicts
from timeline.loader.syntax import explain
from timeline.problems import Problem
from timeline.problems.fields import SEVERAL_DOCUMENTS, TOO_DEEP


@dataclass(frozen=True, slots=True)
class FileTree:
    """The tree of a file, and what is wrong with its YAML."""

    root: Node | None
    problems: list[Problem]
    guessed: frozenset[int] = frozenset()
    """Lines, counted from 0, that YAML refuses and that were read as something else: nothing in them is certain."""

    signs: list[Problem] = field(default_factory=list)
    """Those of the problems that were read as they were meant."""

    @property
    def as_meant(self) -> bool:
        """Whether the tree holds all that the file says, and every line as its author meant it."""
        return not self.guessed and all(problem in self.signs for problem in self.problems)


class FileTrees(Mapping[str, Node]):
    """The trees of files by their names; that of a sound file which was read without is made when it is asked for."""

    def __init__(self, made: Mapping[str, Node], texts: Mapping[str, str]) -> None:
        self._made, self._texts = dict(made), texts

    def __getitem__(self, name: str) -> Node:
        if name not in self._made:
            root, _ = compose(name, self._texts[name])
            assert root is not None
            self._made[name] = root
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        yield from {**self._made, **self._texts}

    def __len__(self) -> int:
        return len({*self})


def compose(name: str, text: str) -> tuple[Node | None, list[Problem]]:
    """The tree of a file's first document as it was typed, and what is wrong with its YAML."""
    made = file_tree(name, text)
    typed = not made.guessed and not made.signs
    return made.root if typed else None, made.problems


def file_tree(name: str, text: str) -> FileTree:
    """The same; of a file that YAML refuses, the tree that it has once its slips are mended."""
    if unsettled := conflicts(name, text):
        return FileTree(None, unsettled)
    signs, text = foreign_signs(name, text)
    problems = forbidden(name, text)
    if any(problem.kind is TOO_DEEP for problem in problems):
        return FileTree(None, signs + problems, signs=signs)
    try:
        root = _tree(text)
    except yaml.YAMLError as error:
        # Of an alias without its anchor the parser knows nothing, and it was told already.
        found = explain(error, name, text)
        lines = {problem.span.line for problem in (*found.problems, *signs)}
        problems = [p for p in problems if p.span.line not in lines and p.kind is not SEVERAL_DOCUMENTS]
        root = _mended(found.text) if found.text and not problems else None
        return FileTree(root, [*signs, *problems, *found.problems], found.lines, signs)
    if root is not None:
        problems += cut_texts(name, text, root)
    if isinstance(root, ScalarNode) and not root.value and not problems:
        root = None  # three dashes and nothing else
    return FileTree(root, signs + problems, signs=signs)


def _mended(text: str) -> Node | None:
    try:
        return _tree(text)
    except yaml.YAMLError:
        return None  # an alias without its anchor, which is no fault of grammar


def _tree(text: str) -> Node | None:
    """The first document; a fault in a later one is raised too."""
    loader = Loader(text)
    try:
        root: Node | None = loader.get_node() if loader.check_node() else None
        while loader.check_node():
            loader.get_node()
    finally:
        loader.dispose()
    return root
