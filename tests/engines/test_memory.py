"""Whoever saves again and again while a site is served needs no more memory than after the first time."""

from __future__ import annotations

import gc
import weakref
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.engines.sites import EVENTS, Site


def test_former_records_are_gone_after_the_next_save(site: Site) -> None:
    config = load_config(config_file=str(site.root / "mkdocs.yml"), site_dir=str(site.root / "site"))
    plugin: Any = config.plugins["timeline"]
    config.plugins.on_startup(command="serve", dirty=False)
    aside = gc.get_freeze_count()
    former: list[weakref.ref[Any]] = []
    for day in ("2025-05-01", "2025-05-02", "2025-05-03"):
        site.write("data/events.yaml", EVENTS.replace("2025-05\n", f"{day}\n"))
        build(config if not former else load_config(config_file=str(site.root / "mkdocs.yml")))
        former.append(weakref.ref(plugin.context.index))

    plugin.on_startup(command="build", dirty=False)

    assert [index() is None for index in former] == [True, True, False]
    assert gc.get_freeze_count() == aside
