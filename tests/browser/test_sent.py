"""What browsers are sent of scripts and style sheets is the same code, without what only its readers need."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

from timeline.browser import minify, styles

SCRIPTS = sorted(Path(str(files("timeline.browser") / "js")).rglob("*.js"))


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_is_sent_without_comments_and_with_all_its_texts(path: Path) -> None:
    written = path.read_text(encoding="utf-8")
    sent = minify.sent(written)
    code = re.sub(r"/\*.*?\*/", "", written, flags=re.DOTALL)

    assert "/**" not in sent
    assert "@ts-check" not in sent
    assert re.findall(r'"[^"\n]*"', re.sub(r"(?m)(^|\s)//\s.*$", "", code)) == re.findall(r'"[^"\n]*"', sent)
    assert not re.search(r"`[^`\n]*\n", re.sub(r"`[^`\n]*`", "", sent)), "a text over several lines would lose its room"


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("a  b > c { color : red ; }", "a b > c{color :red}"),
        ('dt::after { content: ": " ; margin: 0.5em 10.05em }', 'dt::after{content:": ";margin:.5em 10.05em}'),
        ("/* why */\n@media (min-width: 4em) {\n  a:hover, b { width: calc(1em + 2px) }\n}\n",
         "@media (min-width:4em){a:hover,b{width:calc(1em + 2px)}}"),
    ],
)  # fmt: skip
def test_a_sheet_is_sent_without_room_that_means_nothing(written: str, sent: str) -> None:
    assert styles.sent(written) == sent
