"""How the scripts hang together, by their imports: floors without circles, words and addresses from the build."""

from __future__ import annotations

import datetime
import re
from functools import cache
from pathlib import Path, PurePosixPath

from timeline.browser import words
from timeline.model import Timeline
from timeline.queries.search import passages
from timeline.site.script_words import IN_PAGES

ROOT = Path(__file__).parents[2]
SCRIPTS = ROOT / "timeline/browser/js"
FLOORS = [
    {"start", "charts", "print", "aliases", "fallback", "missing"},  # what pages load
    # what `start` fetches when a reader asks for it
    {"timeline", "search_dialog", "as_of", "copy", "list_filter", "notes", "lazy_fold", "selection"},
    {"list_links", "event_list", "timeline_banner", "idle", "years"},
    {"suggestion_list", "day_lists"},
    {"banner", "chips", "filter_panel", "places"},
    {"search"},
    {"cards", "ranking", "suggestions"},
    {"sentence", "filtering"},
    {"event_columns", "address"},
    {"question", "text_shards", "matched_terms"},
    {"data_files"},
    {"terms", "links"},
    {"search_index", "numbers", "days", "typos"},
    {"text_match", "wording", "elements", "announce"},
    {"text_direction", "drawing"},
]
"""A script imports from floors below its own, scripts of one floor know nothing of each other."""
_COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'`/])//[^\n]*", re.DOTALL)
_STATIC = re.compile(r'^import\s[^"]*"([^"]+)";', re.MULTILINE)
_LATER = re.compile(r'import\("([^"]+)"\)')
_TEXT = re.compile(r'"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`')
_KEYS = {"Escape", "Enter", "Home", "End", "ArrowUp", "ArrowDown"}


@cache
def scripts() -> dict[str, str]:
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(SCRIPTS.rglob("*.js"))}


@cache
def code(name: str) -> str:
    return _COMMENT.sub("", scripts()[name])


def stems(addresses: list[str]) -> set[str]:
    return {PurePosixPath(address).stem for address in addresses}


def known(name: str) -> set[str]:
    """All that a script names: what it imports at once, later, and for its types, which stand in comments."""
    return stems(_STATIC.findall(scripts()[name]) + _LATER.findall(scripts()[name]))


def test_every_script_has_a_floor() -> None:
    assert sorted(name for floor in FLOORS for name in floor) == sorted(scripts())


def test_scripts_import_from_the_floors_below() -> None:
    floor = {name: number for number, names in enumerate(FLOORS) for name in names}
    upward = [(name, other) for name in scripts() for other in known(name) if floor[other] <= floor[name]]
    assert upward == []


def test_there_is_no_circle_of_imports() -> None:
    """Floors forbid circles as well; this one says which."""
    seen: dict[str, bool] = {}

    def walk(name: str, above: tuple[str, ...]) -> None:
        assert name not in above, " → ".join((*above[above.index(name) :], name))
        if name not in seen:
            seen[name] = True
            for other in sorted(known(name)):
                walk(other, (*above, name))

    for name in scripts():
        walk(name, ())


def test_the_controls_are_fetched_with_all_that_they_import() -> None:
    """`start.js` names them, for a module that names the next costs a way to the server each."""
    listed = re.search(r"const MODULES = \[([^\]]*)\]", scripts()["start"])
    assert listed
    asked, found = {"timeline"}, set()
    while asked:
        found |= asked
        asked = {other for name in asked for other in stems(_STATIC.findall(scripts()[name]))} - found
    assert sorted(re.findall(r'"(\w+)"', listed[1])) == sorted(found)


def test_every_word_that_the_scripts_ask_for_is_handed_over_and_none_besides() -> None:
    text = "\n".join(code(name) for name in scripts())
    asked = set(re.findall(r"\bwords\.([a-z_]+)\b(?!\()", text)) - {"dataset", "length", "text", "value"}
    by_name = {"groups", "standings", "topic", "actor", "place", "kind", "status", "course", "source-kind"}
    handed = set(words.interface())
    assert asked - handed == set()
    assert handed - asked - by_name == set()
    templates = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "timeline").rglob("*.html"))
    assert {name for name in IN_PAGES if f"script_words.{name} " not in templates} == set()


def test_no_script_holds_words_of_its_own() -> None:
    held = {}
    for name in scripts():
        for text in _TEXT.findall(code(name)):
            plain = re.sub(r"<[^>]*>|\$\{[^}]*\}", "", text[1:-1])
            classes = all(word.startswith((".", "tl-", "tc-", "tp-")) for word in plain.split()[:1])
            if plain not in _KEYS and not classes and re.search(r"^[A-Z][a-z]|[a-z]{2,} [a-z]{2,}", plain):
                held[name] = plain
    assert held == {}


def test_no_script_knows_an_address_or_puts_a_date_into_the_words_of_a_browser() -> None:
    ours = r"\b(?:events|sources|actors|topics|tracks|expectations|timeline|disputes|print)/"
    for name in scripts():
        assert not re.search(ours, " ".join(_TEXT.findall(code(name)))), name
        assert not re.search(r"\bIntl\b(?!\.(?:PluralRules|NumberFormat))|toLocale(?!LowerCase)", code(name)), name


def test_no_script_sends_the_page_an_event_of_the_browser() -> None:
    """Others hear it too."""
    sent = r'dispatchEvent\((?!told\b)(?!new (?:Custom)?Event\("(?:tl-|timeline:))'
    assert [name for name in scripts() if re.search(sent, code(name))] == []


def test_no_script_watches_sizes() -> None:
    """What a browser complains of on a slow machine is then the theme's, and let pass in `engines/started.py`."""
    assert [name for name in scripts() if "ResizeObserver" in code(name)] == []


def test_scripts_count_days_from_the_day_on_which_the_build_begins() -> None:
    zero = str(datetime.date(1970, 1, 1).toordinal())
    told = {name: re.findall(r"const EPOCH = (\d+);", text) for name, text in scripts().items() if "EPOCH" in text}

    assert told == {"drawing": [zero], "days": [zero]}


def test_scripts_count_as_many_parts_of_a_document_as_the_index_of_the_search_has(record: Timeline) -> None:
    told = re.search(r"const OF_SOURCE = (\d+);", code("matched_terms"))

    assert told
    assert {len(passages.of_source(source, {})) for source in record.sources} == {int(told[1])}
