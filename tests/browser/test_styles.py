"""Style sheets hold by their layer: no colour stands outside the one list, no rule outdoes another by force."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from timeline.browser import styles
from timeline.engines.mkdocs.theme_layers import lowered
from timeline.site.colours import COLOURS, plain
from timeline.site.typefaces import TYPEFACES

ROOT = Path(__file__).parents[2] / "timeline"
SHEETS = sorted(ROOT.rglob("*.css"))
NAMED = (
    r"(?<![\w-])(?:black|white|red|green|blue|gr[ae]y|silver|maroon|yellow|olive|navy|teal|aqua|orange|purple)(?![\w-])"
)
LITERAL = re.compile(rf"#[0-9a-fA-F]{{3,8}}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(|{NAMED}")


def rules(sheet: Path) -> str:
    return re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_no_colour_stands_in_a_style_sheet(sheet: Path) -> None:
    assert LITERAL.findall(re.sub(r'"[^"]*"', "", rules(sheet))) == []


def test_no_colour_stands_in_what_draws_pages_and_charts() -> None:
    drawn = [path for path in ROOT.rglob("*") if path.suffix in (".py", ".html", ".js") and path.name != "colours.py"]
    coloured = r"""(?:fill|stroke|color|background)[=:]\s*["']?\s*(?:#[0-9a-fA-F]{3,8}\b|rgba?\()"""
    assert [path.name for path in drawn if re.search(coloured, path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_no_rule_holds_by_force_and_no_selector_is_made_heavy_against_the_theme(sheet: Path) -> None:
    text = rules(sheet)
    assert "!important" not in text
    heavy = r"\.md-typeset(?: \.tl-page)? \.t[lc]-(?!page)|(?<!\()\[class\]|:not\(\[class=\"\"\]\)|\.tl-page\.tl-page"
    assert re.findall(heavy, text) == []


def test_every_colour_that_a_sheet_asks_for_is_defined_and_none_is_left_over() -> None:
    text = "\n".join(map(rules, SHEETS)) + "".join(colour.light for colour in COLOURS.values())
    asked = set(re.findall(r"var\(--(t[lc]-[\w-]+)", text)) - set(TYPEFACES)
    assert asked == set(COLOURS)


def test_a_colour_of_a_chart_is_plain_in_a_picture() -> None:
    assert plain("tc-ink") == plain("tl-ink") == COLOURS["tl-ink"].light
    assert all(plain(name).startswith("#") for name in COLOURS)


def test_every_folder_of_sheets_is_a_layer_and_every_rule_is_in_one() -> None:
    folders = {sheet.parent.name for sheet in (ROOT / "browser/css").rglob("*.css")}
    assert folders < set(styles.LAYERS)
    depth, outside = 0, ""
    for piece in re.split(r"([{}])", styles.sheet()):
        outside += piece if depth == 0 and piece not in "{}" else ""
        depth += {"{": 1, "}": -1}.get(piece, 0)
    assert depth == 0
    assert re.sub(r"@layer [\w, ]+;?", "", outside).strip() == ""


def test_a_sheet_of_the_theme_is_put_below_ours_with_what_it_imports() -> None:
    given = '@charset "UTF-8";@import url("more.css") print;\na { color: red }'

    assert lowered(given) == '@import url("more.css") layer(theme) print;\n@layer theme {\na { color: red }\n}\n'
