"""Every kind of fault has its code, its sentence and its reason."""

from __future__ import annotations

import ast
import pkgutil
import string
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import timeline
from timeline import problems
from timeline.problems import CATALOGUE, Kind, Severity
from timeline.span import Span

PACKAGE = Path(timeline.__file__).parent
KINDS = sorted(CATALOGUE.values(), key=lambda kind: kind.code)
every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)


def calls(*folders: str) -> list[ast.Call]:
    found: list[ast.Call] = []
    for folder in folders:
        for path in sorted((PACKAGE / folder).rglob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            found += [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return found


def test_every_kind_that_a_module_tells_is_in_the_catalogue_under_a_code_of_its_own() -> None:
    modules = [import_module(f"{problems.__name__}.{found.name}") for found in pkgutil.iter_modules(problems.__path__)]
    told = {id(value): value for module in modules for value in vars(module).values() if isinstance(value, Kind)}

    assert sorted(kind.code for kind in told.values()) == sorted(CATALOGUE)


@every_kind
def test_a_code_is_made_of_words(kind: Kind) -> None:
    assert kind.code == kind.code.lower()
    assert kind.code.replace("-", "").isalnum()
    assert CATALOGUE[kind.code] is kind


@every_kind
def test_a_sentence_is_in_lower_case_and_ends_without_a_stop(kind: Kind) -> None:
    assert kind.sentence[0] in "`{" or kind.sentence[0].islower()
    assert not kind.sentence.endswith((".", "!", "?"))


@every_kind
def test_an_explanation_is_made_of_whole_sentences(kind: Kind) -> None:
    assert kind.explanation[0].isupper() or kind.explanation[0] == "`"
    assert kind.explanation.endswith(".")
    assert len(kind.explanation.split()) > 5
    assert "  " not in kind.explanation


def test_every_refusal_of_a_field_is_in_the_catalogue() -> None:
    refusals = [call for call in calls("model") if isinstance(call.func, ast.Name) and call.func.id == "refusal"]
    codes = {call.args[0].value for call in refusals if isinstance(call.args[0], ast.Constant)}

    assert codes
    assert codes <= set(CATALOGUE)


def test_every_refusal_of_a_date_is_in_the_catalogue() -> None:
    errors = [call for call in calls("dates") if isinstance(call.func, ast.Name) and call.func.id == "DateError"]
    codes = {call.args[0].value for call in errors if isinstance(call.args[0], ast.Constant)}

    assert codes == {"impossible-date", "not-edtf"}
    assert codes <= set(CATALOGUE)


def test_every_fault_that_is_made_gets_the_facts_its_sentence_needs() -> None:
    names = _constants()
    made = 0
    for call in calls("loader", "checks"):
        if not (
            isinstance(call.func, ast.Attribute) and call.func.attr == "at" and isinstance(call.func.value, ast.Name)
        ):
            continue
        kind = names.get(call.func.value.id)
        if kind is None:
            continue
        made += 1
        given = {keyword.arg for keyword in call.keywords}
        assert fields(kind) <= given, (kind.code, call.lineno)
        assert "help" in given, (kind.code, call.lineno)
    assert made > 40


@every_kind
def test_a_sentence_formats_whatever_an_author_typed(kind: Kind) -> None:
    facts: dict[str, Any] = dict.fromkeys(fields(kind), "{x} % \\")

    problem = kind.at(Span("data/events.yaml", 1, 1, 1, 2), **facts)

    assert "{x} % \\" in problem.sentence or not facts


def test_only_what_may_be_waived_is_less_than_an_error() -> None:
    lesser = {kind.code for kind in KINDS if kind.severity is not Severity.ERROR}

    assert {"empty-file", "unnamed-relay", "useless-allow", "single-origin"} <= lesser


def fields(kind: Kind) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(kind.sentence) if name}


def _constants() -> dict[str, Kind]:
    from timeline.problems import fields, notes, records, slips

    modules = (fields, records, slips, notes)
    return {name: value for module in modules for name, value in vars(module).items() if isinstance(value, Kind)}
