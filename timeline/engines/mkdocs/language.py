"""The language of a site: the theme's words and ours are in one."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.localization import parse_locale

from timeline.language import languages

_OWN = {"material": "language"}
"""What a theme calls its language; the others have `locale`, as MkDocs has."""


def theme_language(config: MkDocsConfig, chosen: str | None) -> str:
    """The language that was chosen for the plugin, which the theme then speaks too; else the theme's.

    Raises `PluginError` for one without a catalogue, and where theme and plugin were told two.
    """
    ours = _OWN.get(str(config.theme.name), "locale")
    spoken = str(config.theme.get(ours) or "en").replace("_", "-")
    if not chosen:
        return spoken
    if chosen.partition("-")[0] not in {tag.partition("-")[0] for tag in languages()}:
        known = ", ".join(f"`{tag}`" for tag in languages())
        raise PluginError(f"the timeline plugin has no words in the language `{chosen}`; it has them in {known}")
    if spoken != chosen:
        if _told(config, ours):
            raise PluginError(
                f"the theme was told to speak `{spoken}` and the timeline plugin `{chosen}`; leave one of them out"
            )
        config.theme[ours] = chosen if ours == "language" else parse_locale(chosen.replace("-", "_"))
    return chosen


def _told(config: MkDocsConfig, ours: str) -> bool:
    """Whether the publisher wrote the theme's language down; what the theme starts with says nothing."""
    return str(config.theme.get(ours)) != "en"
