"""What the project promises about itself, to installers and to those who read its first page."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from timeline.checks import read
from timeline.problems.report import as_text
from timeline.site.colours import COLOURS

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
NAME = PROJECT["name"]
EXTRAS = PROJECT["optional-dependencies"]


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def asked() -> list[Requirement]:
    """Every requirement on somebody else's package, of the core and of all extras."""
    all_of_them = [*PROJECT["dependencies"], *(line for extra in EXTRAS.values() for line in extra)]
    return [each for each in map(Requirement, all_of_them) if each.name != NAME]


def pins(name: str = "constraints.txt") -> list[Requirement]:
    lines = text(name).splitlines()
    return [Requirement(line) for line in lines if line and not line.startswith("#")]


@pytest.fixture(scope="module")
def installed() -> Distribution:
    return distribution(NAME)


# -- the distribution ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("group", "offered"),
    [
        ("console_scripts", "main"),
        ("mkdocs.plugins", "TimelinePlugin"),
        ("markdown.extensions", "makeExtension"),
    ],
)
def test_what_other_programs_look_for_under_our_name_is_there(installed, group, offered) -> None:
    (entry,) = installed.entry_points.select(group=group, name="timeline")

    assert entry.attr == offered
    assert callable(entry.load())


def test_the_version_is_said_once(installed) -> None:
    assert installed.version == PROJECT["version"]


def test_the_site_engine_is_an_extra_and_the_tests_bring_it(installed) -> None:
    assert set(installed.metadata.get_all("Provides-Extra")) == {"editor", "import", "site", "test"}
    assert {f"{NAME}[site]", f"{NAME}[import]", f"{NAME}[editor]"} <= set(EXTRAS["test"])
    assert not {"mkdocs", "mkdocs-material"} & {Requirement(line).name for line in PROJECT["dependencies"]}


@pytest.mark.parametrize("requirement", asked(), ids=lambda requirement: requirement.name)
def test_a_requirement_is_bounded_below_and_above(requirement) -> None:
    assert {each.operator for each in requirement.specifier} == {">=", "<"}


def test_the_licences_are_two_and_both_are_here() -> None:
    assert PROJECT["license"] == "MIT"
    assert text("LICENSE").startswith("MIT License")
    assert "SPDX-License-Identifier: CC-BY-4.0" in text("LICENSE-DATA")
    assert "Creative Commons Attribution 4.0 International Public License" in text("LICENSE-DATA")


# -- the pins --------------------------------------------------------------------------------------


def test_the_pins_name_no_host() -> None:
    assert not re.search(r"://|-url\b|--index|--find-links|--trusted-host| @ ", text("constraints.txt"))


def test_every_pin_is_of_one_version() -> None:
    assert [str(pin) for pin in pins() if [each.operator for each in pin.specifier] != ["=="]] == []


def test_every_requirement_is_pinned_within_its_bounds() -> None:
    pinned: dict[str, list[str]] = {}
    for pin in pins():
        (exactly,) = pin.specifier
        pinned.setdefault(canonicalize_name(pin.name), []).append(exactly.version)

    astray = [
        str(requirement)
        for requirement in asked()
        if not all(map(requirement.specifier.contains, pinned.get(canonicalize_name(requirement.name), [""])))
    ]
    assert astray == []


def test_what_continuous_integration_calls_oldest_are_the_lower_bounds() -> None:
    oldest = {
        canonicalize_name(pin.name): str(pin.specifier).removeprefix("==") for pin in pins("constraints-oldest.txt")
    }
    lower = {
        canonicalize_name(each.name): next(s.version for s in each.specifier if s.operator == ">=") for each in asked()
    }

    assert [name for name, bound in lower.items() if not (oldest[name] + ".").startswith(bound + ".")] == []


# -- what people read first ------------------------------------------------------------------------


def blocks(starting: str) -> list[str]:
    """The fenced blocks of the README whose text starts like this."""
    fenced = re.findall(r"^```\w*\n(.*?)^```", text("README.md"), re.MULTILINE | re.DOTALL)
    return [block for block in fenced if block.startswith(starting)]


def test_the_readme_begins_with_the_two_commands() -> None:
    assert [line.partition("#")[0].strip() for line in blocks("")[0].splitlines()] == [
        "python3 dev.py serve",
        "python3 dev.py test",
    ]


def test_the_readme_stays_short_enough_to_be_read() -> None:
    assert len(text("README.md").splitlines()) < 120


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "docs/design/architecture.md"])
def test_the_files_that_a_page_for_programmers_links_to_exist(page) -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", text(page))

    assert targets
    assert [target for target in targets if not (ROOT / page).parent.joinpath(target).exists()] == []


def test_the_files_that_contributors_are_told_of_in_words_exist() -> None:
    named = re.findall(r"`((?:timeline|tests|tools|docs|data)/[\w./-]+)`", text("CONTRIBUTING.md"))

    assert [name for name in named if not (ROOT / name).exists()] == []


def test_no_module_is_longer_than_three_hundred_lines() -> None:
    files = [
        *ROOT.glob("*.py"),
        *(each for name in ("timeline", "tests", "tools", "bench") for each in (ROOT / name).rglob("*")),
    ]
    kept = [file for file in files if file.suffix in (".py", ".js", ".css")]
    long = {str(file.relative_to(ROOT)): len(file.read_bytes().splitlines()) for file in kept}

    assert {name: lines for name, lines in long.items() if lines > 300} == {}


def test_the_picture_of_the_floors_shows_the_contract() -> None:
    from tools.floors import drawn

    assert text("docs/design/floors.svg") == drawn()


def test_the_page_of_type_and_colour_says_what_the_code_says() -> None:
    from tools.style_page import PAGE, written

    assert PAGE.read_text("utf-8") == written(), "run `python tools/style_page.py`"


def test_what_is_read_stands_out_from_its_ground_in_light_and_in_dark() -> None:
    from tools.style_page import contrast

    ground = COLOURS["tl-paper"]
    for name in ("tl-ink", "tl-soft", "tl-missed", "tl-accent"):
        colour = COLOURS[name]
        assert contrast(colour.light, ground.light) >= 4.5
        assert contrast(colour.dark, ground.dark) >= 4.5
    assert contrast(COLOURS["tl-link"].light, ground.light) >= 3
    assert contrast(COLOURS["tl-link"].dark, ground.dark) >= 3


def test_the_seven_pictures_stand_in_the_readme_and_the_docs_say_the_size_of_those_they_show() -> None:
    from tools.pictures import PICTURES

    readme, charts = (ROOT / "README.md").read_text("utf-8"), (ROOT / "docs/charts.md").read_text("utf-8")
    assert len(PICTURES) == 7
    for picture in PICTURES:
        assert f"](docs/assets/{picture.name}.png)" in readme
        if f"](assets/{picture.name}.png)" not in charts:
            assert picture.name in ("axis", "tracks"), "these are drawn on the page itself"
            continue
        found = re.search(rf"\]\(assets/{picture.name}\.png\){{ loading=lazy width=(\d+) height=(\d+) }}", charts)
        assert found, picture.name
        head = (ROOT / f"docs/assets/{picture.name}.png").read_bytes()[16:24]
        wide, high = (int.from_bytes(head[at : at + 4], "big") / picture.scale for at in (0, 4))
        assert (int(found[1]), int(found[2])) == (wide, high), f"{picture.name} is {wide:g} by {high:g}"


def test_the_example_in_the_readme_is_a_whole_timeline_without_a_fault(tmp_path) -> None:
    (example,) = blocks("record:")
    (tmp_path / "events.yaml").write_text(example, encoding="utf-8")

    assert [problem.code for problem in read(tmp_path).problems] == []


def test_the_message_in_the_readme_is_the_one_that_comes(tmp_path) -> None:
    (example,), (message,) = blocks("record:"), blocks("error[")
    (tmp_path / "events.yaml").write_text(example.replace("cite: harbour", "cite: harbor"), encoding="utf-8")

    faulty = read(tmp_path, "data")

    assert as_text(faulty.problems, faulty.files).startswith(message)


def test_the_changelog_has_a_place_for_what_is_not_yet_released() -> None:
    headings = re.findall(r"^##+ (.+)$", text("CHANGELOG.md"), re.MULTILINE)
    releases = re.findall(r"^## (.+)$", text("CHANGELOG.md"), re.MULTILINE)

    assert releases[0] == "[Unreleased]"
    assert {"Added", "Data"} <= set(headings)
    assert releases[1].startswith(f"[{PROJECT['version']}] - ")


# -- what tests stand on ---------------------------------------------------------------------------

OF_THE_SHIPPED_RECORD = {
    "test_shipped_record.py",  # what is true of it
    "test_search_questions.py",  # what its readers may type
    "test_examples.py",  # that no example is about the same
    "test_cff.py",  # that the file in which it is cited is the one that the generator makes
    "test_fast_file.py",  # as one record among others: both ways of reading it find the same
}


def test_no_other_test_stands_on_the_record_that_is_shipped() -> None:
    tests = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py")}
    reading = re.compile(r"(?:ROOT|Path\(__file__\)\.parents\[\d\]) / \"data\"(?! /)")

    assert {name for name, text in tests.items() if reading.search(text)} == OF_THE_SHIPPED_RECORD
