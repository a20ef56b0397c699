"""Each fault as an editor meets it: the text it gets, and that its remedy mends it.

`UPDATE=1 pytest tests/problems/test_golden.py` writes what is said now into the cases; the change is then read
like prose before it is accepted.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.problems.golden import BASE, FOLDER, Case, cases, rewrite, write
from timeline.problems import CATALOGUE
from timeline.problems.remedies import remedies

CASES = cases()
LITERAL = re.compile(r"`([^`…]+)`")
SEVERAL = ("-and-others", "-waived", "-bomb")
"""How the names of cases end that show several faults on purpose, or none."""

# Remedies that cannot be done to the letter by somebody who does not think: codes, or single cases, and why.
LEFT_TO_THE_AUTHOR = {
    "which of two days is wrong": "after-through archive-before-issue inverted-state not-a-day-but-a-month "
    "older-source older-than-relayed other-day overlapping-states said-after-window update-before-added",
    "which of two like things stays": "duplicate-address "
    "merge-conflict duplicate-citation duplicate-embed-twice duplicate-id "
    "duplicate-key-of-a-field duplicate-key-of-a-file "
    "duplicate-record idle-rival near-duplicate shared-name",
    "a fact that the record does not have": "loose-answer missing-option missing-language-of-the-record not-foretold "
    "ai-only not-a-day-in-words not-edtf-unknown not-edtf-unknown-rival bad-id-of-nobody "
    "bad-address-data bad-address-ftp bad-address-javascript "
    "bad-address-without-a-dot bad-uuid bad-isbn-a-slip empty-value guess-without-via missing-address missing-field "
    "no-archive "
    "unkept-source "
    "no-question origin-unnamed overdue-expectation same-title-and-day single-origin uncited-claim uncited-forecast "
    "uncovered-figure undated-source unforetold unlike-copies unnamed-relay-in-brackets unnamed-speaker "
    "uncovered-amount unseen-headline untranslated-title unused unused-word",
    "what was meant": "other-script same-text "
    "looking-back bad-figure-range unused-address unknown-key-in-the-ledger no-question-mark "
    "denied-retelling denied-unattributed idle-question long-title many-key-events older-denial "
    "older-dispute second-question self-denial self-opposition self-relation unconcerned-denier "
    "unknown-claim-without-its-id unknown-event "
    "unknown-key-without-a-near-one unknown-source-without-a-near-one unknown-word-without-a-near-one "
    "unknown-word-source-kind "
    "unrelayed-via-of-a-date vanished-id yaml-syntax-half-a-character",
    "more than what the caret covers": "unnamed-language "
    "alias allowed-error bad-text complex-key control-character-escaped merge-key "
    "long-chain too-many misplaced-reference yaml-syntax-three-dots "
    "not-a-mapping relay-loop several-documents states-out-of-order too-deep unclosed-block "
    "bad-id-several-behind-a-dash bad-indentation-wrapped-with-a-colon unquoted-text-colon-over-lines "
    "unallowed-quotation long-quotation doi-as-address "
    "useless-allow wrong-shape-bare-record wrong-shape-citation wrong-shape-list-for-text wrong-shape-missing-dash "
    "wrong-shape-record wrong-shape-records-by-id wrong-shape-text-for-list wrong-shape-text-for-mapping "
    "yaml-syntax-stray-sign",
    "no place in a text": "empty-file missing-folder missing-record no-files not-utf8 unreadable-file",
    "no fault at all": "single-origin-waived",
}
_LEFT = {name for names in LEFT_TO_THE_AUTHOR.values() for name in names.split()}
LEFT = [case for case in CASES if _LEFT & {case.code, case.path.stem}]


def over(chosen: list[Case]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", chosen, ids=lambda case: case.path.stem)


each = over(CASES)


@each
def test_a_fault_is_told_as_the_golden_file_has_it(case: Case, tmp_path: Path) -> None:
    said = case.said(tmp_path / "data")
    if os.environ.get("UPDATE"):
        rewrite(case, said)
    else:
        assert said == case.output


@each
def test_a_mended_record_has_no_fault(case: Case, tmp_path: Path) -> None:
    _, problems = case.read(tmp_path / "data", mended=True)

    assert problems == ()


@over([case for case in CASES if not case.path.stem.endswith(SEVERAL)])
def test_one_cause_has_one_code(case: Case, tmp_path: Path) -> None:
    _, problems = case.read(tmp_path / "data")

    assert {problem.code for problem in problems} == {case.code}


def test_every_code_has_a_case() -> None:
    assert {case.code for case in CASES} == set(CATALOGUE)


def test_the_base_of_all_cases_has_no_fault(tmp_path: Path) -> None:
    case = Case(FOLDER / "base.yaml", "", BASE, {}, "")

    assert case.said(tmp_path / "data") == ""


# The remedy, done to the letter by somebody who does not think.

_INSTEAD = re.compile(r"(?:^|[;,] (?:or )?)write `([^`…]+)`|a similar (?:id|name) is `([^`]+)`")


def _mended(case: Case, folder: Path) -> dict[str, str] | None:
    """The files after every remedy, from the last fault to the first, so that the places of the others stay."""
    loaded, problems = case.read(folder)
    texts = {name.removeprefix("data/"): text for name, text in loaded.files.items()}
    if not problems or not all(problem.span.line for problem in problems):
        return None
    for problem in reversed(problems):
        name = problem.span.file.removeprefix("data/")
        lines = texts[name].split("\n")
        said = remedies(problem, lines)
        if not said:
            return None
        texts[name] = "\n".join(said[0].lines.get(n, line) for n, line in enumerate(lines))
    return texts


@over([case for case in CASES if case not in LEFT])
def test_a_remedy_applied_literally_makes_the_fault_vanish(case: Case, tmp_path: Path) -> None:
    """What is sound now may still be unused, for its case is only about how it is written."""
    folder = tmp_path / "data"
    texts = _mended(case, folder)
    assert texts is not None, "it leaves something to the author"
    write(folder, texts)

    assert {problem.code for problem in case.told(folder)[1]} <= {"unused"}


@over(LEFT)
def test_a_remedy_is_left_to_the_author_only_where_it_must_be(case: Case, tmp_path: Path) -> None:
    assert _mended(case, tmp_path / "data") is None


def test_every_remedy_that_is_left_to_the_author_has_a_case() -> None:
    assert {name for case in CASES for name in (case.code, case.path.stem)} >= _LEFT


_ADDED = re.compile(
    r"(?:add|meant the line|put|put the text in (?:single )?quotation marks:|put it in quotation marks:|close it.*?:) "
    r"`([^`]+)`"
)
_LEFT_OUT = re.compile(r"(?:leave|delete) `([^`]+)`")


@each
def test_the_mended_record_has_what_the_remedy_adds_and_lacks_what_it_takes_away(case: Case, tmp_path: Path) -> None:
    _, problems = case.read(tmp_path / "data")
    before = "".join(text for text in (case.base | case.files).values() if isinstance(text, str))
    after = "".join(text for text in (case.base | case.files | case.mended).values() if isinstance(text, str))
    for problem in problems:
        if problem.code == "alias" or _INSTEAD.search(problem.help):
            continue  # shown by the test above
        added, taken = _ADDED.search(problem.help), _LEFT_OUT.search(problem.help)
        parts = [part.strip("{ }") for part in re.split("…,?", added[1])] if added and "…" in added[1] else []
        parts = [part for part in parts if part] or ([added[1]] if added else [])
        done = bool(parts) and all(after.count(part) > before.count(part) for part in parts)
        undone = taken is not None and (after.count(taken[1]) < before.count(taken[1]) or f'"{taken[1]}' in after)

        assert done or undone or not (added or taken), problem.help


def test_most_remedies_say_outright_what_to_type() -> None:
    told = [case for case in CASES if "= help: " in case.output]
    outright = [case for case in told if _INSTEAD.search(case.output.partition("= help: ")[2])]

    assert len(outright) > len(told) / 4
