"""The language of a site: the theme's words and ours are in one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from babel import Locale, UnknownLocaleError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.localization import parse_locale

from timeline.language import languages, tag


@dataclass(frozen=True, slots=True)
class OtherSite:
    """The same site in another language."""

    tag: str
    name: str
    """What its readers call the language: "Deutsch"."""
    place: str
    """Where its root lies, from the root of this one, with a slash at its end."""
    address: str
    """The same in full; empty for a site without an address."""


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


def other_sites(config: MkDocsConfig) -> tuple[OtherSite, ...]:
    """The sites that the plugin was told of, by their languages; one without a place is not there.

    Raises `PluginError` for what is no language.
    """
    plugin = config.plugins.get("timeline")
    places: Mapping[str, str] = plugin.config["other_languages"] if plugin else {}
    return tuple(_other(config, name, place) for name, place in places.items() if place)


def versions(config: MkDocsConfig, others: tuple[OtherSite, ...]) -> tuple[OtherSite, ...]:
    """What `hreflang` is told where there are others: this site, the others, and as `x-default` the record's language.

    Without `x-default` where no site is in the language of the record.
    """
    if not others:
        return ()
    every = (OtherSite(tag(), "", "", config.site_url or ""), *others)
    plugin = config.plugins.get("timeline")
    good = getattr(plugin, "good", None)
    main = str(good.record.language).partition("-")[0] if good else ""
    default = [replace(site, tag="x-default") for site in every if site.tag.partition("-")[0] == main]
    return *every, *default[:1]


def _other(config: MkDocsConfig, tag: str, place: str) -> OtherSite:
    try:
        locale = Locale.parse(tag.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        raise PluginError(f"`other_languages` names `{tag}`, which is no language; write a tag such as `de`") from None
    name = str(locale.get_language_name(str(locale)) or tag)
    root = place if place.endswith("/") else f"{place}/"
    return OtherSite(tag, name[:1].upper() + name[1:], root, urljoin(config.site_url, root) if config.site_url else "")
