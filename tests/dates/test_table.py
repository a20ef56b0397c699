"""The table of dates on the page for editors: each form can be typed as it stands there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from timeline.dates import parse

PAGE = Path(__file__).parents[2] / "docs" / "contribute.md"
TABLE = PAGE.read_text(encoding="utf-8").partition("| written | meant |")[2].partition("\n\n")[0]
FORMS = [
    form for row in TABLE.splitlines() for form in re.findall("`([^`]+)`", row.split("|")[1] if "|" in row else "")
]


@pytest.mark.parametrize("form", FORMS)
def test_a_form_of_the_table_is_a_date_when_it_is_typed_in_a_file(form: str) -> None:
    typed = yaml.load(f"date: {form}", yaml.BaseLoader)["date"]

    assert parse(typed).text == form.strip('"')
