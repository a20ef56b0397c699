"""What the theme repeats on every page of a record."""

from __future__ import annotations

import re

from tests.engines.sites import Site

NAV = [
    {"Home": "index.md"},
    {"Timeline": "timeline/index.md"},
    {"About": ["about.md", {"Data": "data/index.md"}, {"Further": [{"Updates": "updates/index.md"}]}]},
]
_ENTRY = re.compile(r'<a href="([^"]+)" class="md-nav__link[ "]')


def named(html: str) -> list[str]:
    """What the drawer leads to."""
    return _ENTRY.findall(html)


def test_a_page_that_stands_in_no_section_names_each_by_its_first_page(site: Site) -> None:
    site.write("docs/index.md", "# Home\n")
    site.build(nav=NAV)

    for page in ("events/opening/", "sources/gazette/"):
        assert named(site.html(page)) == ["../..", "../../timeline/", "../../about/"]


def test_a_page_of_a_section_names_all_its_neighbours_in_a_row_where_no_menu_stands_beside_it(site: Site) -> None:
    site.write("docs/index.md", "# Home\n")
    site.build(nav=NAV, theme={"name": "material", "features": ["navigation.tabs"]})

    assert {"../timeline/", "../data/", "../updates/"} <= set(named(site.html("about/")))
    assert "tl-section" not in site.html("about/")
    row = re.search(r'<ul class="tl-section">.*?</ul>', site.html("data/"), re.DOTALL)
    assert row is not None
    assert re.findall(r'href="([^"]+)"', row[0]) == ["../about/", "./", "../updates/"]
    assert 'href="./" aria-current="page">Data<' in row[0]
