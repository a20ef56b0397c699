"""The switch of each export in `mkdocs.yml`."""

from __future__ import annotations

import pytest
from mkdocs.config.base import ValidationError

from tests.engines.sites import Site, tree
from timeline.engines.mkdocs.exports import Exports


def plugin(*names: str) -> list[object]:
    return [{"timeline": {"exports": list(names)}}]


def test_a_site_has_the_exports_that_its_settings_name_and_no_other(site: Site) -> None:
    assert "updates/feed.xml" in tree(site.build())

    built = tree(site.build(plugins=plugin("ris")))

    assert {"events/opening/citation.ris", "sources/bibliography.ris"} <= built.keys()
    assert not {"updates/feed.xml", "sources/bibliography.bib"} & built.keys()
    assert "feed.xml" not in site.html("updates/")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (["atm"], "no export is called `atm`; a similar one is `atom`"),
        (["Parquet"], "no export is called `Parquet`; there are default, json, "),
        ("json", r"a list of names is needed, such as \[default, json\]; \[\] for none"),
        ([{"json": "true"}], "a list of names is needed"),
    ],
)
def test_a_slip_in_the_setting_is_refused_with_what_was_meant(value: object, words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        Exports().run_validation(value)


def test_without_the_setting_nobody_chose(site: Site) -> None:
    assert Exports().run_validation(None) is None
