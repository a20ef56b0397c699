"""Whatever is saved, in whatever order and however much of it at once: a served site is what a build would write."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from tests import saves
from tests.engines.conftest import begun
from tests.engines.served import Served, without_policy
from tests.engines.sites import framed, tree
from tests.exports.records import records

_SAVES = 3
_FEW = settings(
    max_examples=max(2, settings.default.max_examples // 8),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
"""Each save is built from the ground up beside the server."""


@_FEW
@given(records(), st.data())
def test_after_any_edits_every_address_is_what_a_clean_build_writes(
    record: dict[str, Any], data: st.DataObject
) -> None:
    with TemporaryDirectory() as folder:
        site = begun(Path(folder, "site"))
        saves.begin(site.root, record)
        served = Served(site, Path(folder, "served"))
        try:
            last: dict[str, bytes] = {}
            for _ in range(_SAVES):
                last = _compared(served, last)
                for _ in range(data.draw(st.integers(1, 2))):
                    note(saves.edit(data.draw, site.root))
                served.noticed()
                for name in data.draw(st.lists(st.sampled_from(sorted(last) or ["index.html"]), max_size=3)):
                    served.get(name)
            _compared(served, last)
        finally:
            served.end()


def _compared(served: Served, last: dict[str, bytes]) -> dict[str, bytes]:
    """Asks for every file; what cannot be built stands as it was last, and its faults above it.

    A record may be sound whose id a page still names as it was: then an address is gone, and that page says so too.
    """
    built = _written(served)
    if built is None:
        pages = [name for name in last if name.endswith("/index.html") and not framed(name)]
        assert [name for name in pages if b"timeline-faults" not in served.get(name)[1]] == []
        return last
    shown = {name: served.get(name) for name in built}
    assert {name for name, (status, _) in shown.items() if status != 200} == set()
    assert {name for name, (_, text) in shown.items() if without_policy(text) != built[name]} == set()
    assert {name for name in last.keys() - built.keys() if served.get(name)[0] == 200} == set()
    return built


def _written(served: Served) -> dict[str, bytes] | None:
    """A clean build; nothing where the record or a page has faults."""
    with served.aside(), TemporaryDirectory() as folder:
        config = load_config(config_file=str(served.site.root / "mkdocs.yml"), site_dir=folder)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        except Abort:
            return None
        return {
            name: without_policy(text)
            for name, text in tree(Path(folder)).items()
            if name != "sitemap.xml.gz"  # the folder of the build is in it
        }
