"""Every word in a path or the name of a class has one meaning: it stands in the glossary, or here with its reason."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

import timeline.model as model
from timeline.model import words

ROOT = Path(__file__).parent.parent
TREE = ROOT / "timeline"
TERMS = (ROOT / "docs" / "design" / "terms.md").read_text(encoding="utf-8").partition("## Answers")[0]

ELSEWHERE = {
    "names of standards, formats and tools": (
        "dublin core llms oembed cff atom bibtex csl csp css edtf geojson html icalendar javascripts js json linked "
        "markdown material mkdocs ris svg svgs sitemap ods timelinejs xlsx yaml"
    ),
    "words of data for programs": "api column csv openapi sort sqlite structure tables",
    "words of software that any programmer reads alike": (
        "base browser cache cli code collector command config console content data dialog elements embed engine "
        "environment error excerpt export extension field folder formatter html inline item layout lazy line list live "
        "loader macros metrics model modules main nodes observers order paging partials plan plugin preview print "
        "prompts registry row scanner schema script selection settings set severity statistics styles syntax table "
        "template theme tree writer allowed atomic checksums docstrings format garbage merge minify missing redirects "
        "serve spreadsheet terminal time"
    ),
    "words of documents and lists that any reader knows": (
        "bibliography cell colour comment document editors evidence home month phrases precision sentence year "
        "attribution example plain"
    ),
    "verbs, qualities and what is made of them": (
        "building checks citing compiled carrying changed dated drawing filtering find followed forbidden forecast "
        "foretold found folded loaded misuse named overtaken placed read show told unread unused way astray broken "
        "standalone ambiguous counted explained lost verified write"
    ),
    "small words": "across against aside behind beside down not one or other already every here no",
    "what is said of faults": "impossible mending",
    "what becomes of edits": "add faulty renamed",
    "folders and partials of themes": "nav readthedocs shared",
    "the commands, whose modules have their names": "check explain fmt schema show stats",
    "the product": "timeline masthead",
}
"""Words that need no entry, by the reason."""

_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+")


def _used() -> Iterator[tuple[str, str]]:
    """Words of paths and of public classes, each with where it stands."""
    for path in sorted(TREE.rglob("*")):
        if (
            "__pycache__" in path.parts
            or path.name.startswith("__")
            or path.is_relative_to(TREE / "starter" / "site")  # named by MkDocs, the forge and the editor
            or (path.is_file() and path.suffix not in (".py", ".js", ".css", ".html"))
        ):
            continue
        where = path.relative_to(TREE).as_posix()
        yield from ((word.lower(), where) for word in _PART.findall(path.stem))
        if path.suffix == ".py":
            classes = (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.ClassDef))
            for made in classes:
                if not made.name.startswith("_"):
                    yield from ((word.lower(), f"{where}: {made.name}") for word in _PART.findall(made.name))


def _plain(word: str) -> str:
    """A word without the sign of the plural."""
    if word.endswith(("ies", "xes", "sses", "ches")):
        return f"{word[:-3]}y" if word.endswith("ies") else word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _glossary() -> list[str]:
    """The terms, one for each that a row explains."""
    rows = (line.split("|")[1] for line in TERMS.splitlines() if line.startswith("| "))
    return [term.strip() for row in rows for term in row.split(",") if term.strip() not in ("term", "---")]


def _of_the_record() -> set[str]:
    """Fields of the record, their words, and the lists they stand in: the reference explains them."""
    records = [value for value in vars(model).values() if isinstance(value, type) and hasattr(value, "model_fields")]
    fields = {field for record in records for field in record.model_fields}
    literals = {str(word) for value in vars(words).values() for word in get_args(value)}
    named = {record.__name__ for record in records}
    return {_plain(part.lower()) for name in fields | literals | named for part in _PART.findall(name)}


def _known() -> set[str]:
    listed = {word for said in ELSEWHERE.values() for word in said.split()}
    parts = {part.lower() for term in _glossary() for part in _PART.findall(term)}
    return {_plain(word) for word in listed | parts} | _of_the_record()


def test_every_word_of_a_path_or_class_is_explained() -> None:
    known = _known()
    unknown: dict[str, str] = {}
    for word, where in _used():
        if _plain(word) not in known and not word.isdigit():
            unknown.setdefault(word, where)

    assert unknown == {}, "put these into docs/design/terms.md, or use a word that stands there"


def test_a_term_is_explained_once() -> None:
    terms = _glossary()

    assert sorted(term for term in set(terms) if terms.count(term) > 1) == []


@pytest.fixture(scope="module")
def used() -> set[str]:
    return {_plain(word) for word, _ in _used()}


@pytest.mark.parametrize("word", ["desk", "leaf", "press", "guard", "halves"])
def test_a_word_that_only_its_author_understood_does_not_come_back(word: str, used: set[str]) -> None:
    assert word not in used
