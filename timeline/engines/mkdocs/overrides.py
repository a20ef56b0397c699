"""Our templates in front of the theme's, and small changes to its own; a theme that they do not fit is refused.

What MkDocs calls overrides stands in folders named after themes: `main.html` fills the theme's blocks, partials take
the place of its partials, and reach those as `theme/partials/…`. Where a theme has no block, its template is changed at
an exact text when it is loaded. A theme in which a template, a block or that text is missing stops the build.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, TemplateNotFound
from jinja2.ext import Extension
from jinja2.nodes import Block
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils import get_theme_dir

from timeline import language
from timeline.engines.mkdocs import files as site_files
from timeline.engines.mkdocs.files import ASSETS_ON_SITE
from timeline.engines.mkdocs.language import OtherSite, other_sites, theme_language, versions
from timeline.engines.mkdocs.other_plugins import further_language
from timeline.html.template_cache import Compiled
from timeline.site.script_words.search import SEARCH

FOLDER = Path(__file__).with_suffix("")
_SPOKEN = "{{{{ timeline_theme.instead or {} }}}}"
_DRAWER = '<label class="md-header__button md-icon" for="__drawer">'
_LOCALE = "config.theme.locale|default('en')|string|replace('_', '-')"
CHANGES: Mapping[str, Mapping[str, tuple[tuple[str, str], ...]]] = {
    "material": {
        "base.html": (
            ("{{ lang.t('language') }}", _SPOKEN.format("lang.t('language')")),
            # A page of a record has its own list of what stands on it, and hides the theme's.
            (
                '{% if "toc.integrate" not in features %}',
                '{% if "toc.integrate" not in features and not timeline_bare(page) %}',
            ),
        ),
        "partials/header.html": (
            # Our sheet shows no picture in place of a logo, no title of the page, and no way to a search of the theme.
            ("    <a href=", "    {% if config.theme.logo or config.theme.custom_dir %}<a href="),
            ('    </a>\n    <label class="md-header__button md-icon" for="__drawer">', f"</a>{{% endif %}}{_DRAWER}"),
            ('<div class="md-header__topic" data-md-component="header-topic">', "{% if false %}<div>"),
            ("          </span>\n        </div>\n      </div>\n    </div>", "</span></div>{% endif %}</div></div>"),
            ('{% if "material/search" in config.plugins %}', "{% if false %}"),
            ("</nav>", '{% include "timeline/find.html" %}</nav>'),
            # The name of the site is the way to its first page, which then needs no tab.
            ("            {{ config.site_name }}\n", '{% include "timeline/name.html" %}\n'),
        ),
        "partials/tabs.html": (
            ("{% for nav_item in nav.items %}", "{% for nav_item in timeline_tabs(nav) %}"),
            ("</ul>", '</ul>{% include "timeline/section.html" %}'),
        ),
    },
    # MkDocs' own list of keys, and a class of its style sheet that does the same without a style attribute.
    "mkdocs": {
        "base.html": (("{{ config.theme.locale|default('en') }}", _SPOKEN.format(_LOCALE)),),
        "keyboard-modal.html": (('<th style="width: 20%;">', '<th class="w-25">'),),
    },
    "readthedocs": {
        "base.html": (
            ("{{ config.theme.locale|default('en') }}", _SPOKEN.format(_LOCALE)),
            # A script that is another on each page, and nothing in the theme asks for it: no policy has room for that.
            ("{% if page %}\n      <script>", "{% if false %}\n      <script>"),
        ),
        # No policy lets a style attribute hold, and a browser says so of each.
        "versions.html": tuple(
            (f'{link}" style="', f'{link}" data-style="')
            for link in (
                *("fa fa-github", "icon icon-bitbucket", "icon icon-gitlab", "fa fa-code-fork"),
                *("page.previous_page.url|url }}", "page.next_page.url|url }}"),
            )
        ),
    },
}
"""By theme and template: texts that stand in it once, each with what takes its place."""
BLOCKS: Mapping[str, tuple[str, ...]] = {"material": ("extrahead", "libs", "config", "scripts")}
"""The blocks of `base.html` that our `main.html` fills."""
_BUNDLE = "assets/javascripts/bundle.*.min.js"


@dataclass(frozen=True, slots=True)
class Overrides:
    """What our templates are told, as `timeline_theme`."""

    instead: str
    """The language of our words where the theme was told one that has none of ours; else nothing."""
    others: tuple[OtherSite, ...]
    """The same site in other languages."""
    versions: tuple[OtherSite, ...]
    """The same for machines: with this site itself, and with the one for readers of any other language."""
    find: str
    close: str
    wait: str
    searched: bool
    """Whether the site has a search of its theme."""
    bundle: str
    """The theme's script."""
    ours: str
    later: bool
    """Whether ours may load it when the page has come to rest: nothing else builds on it."""


def refuse(config: MkDocsConfig) -> None:
    """What a theme can be told that our pages cannot live with, told by whomever: asked when all have had their say.

    Raises PluginError.
    """
    features = config.theme.get("features") or ()
    if swaps := [str(feature) for feature in features if str(feature).startswith("navigation.instant")]:
        raise PluginError(
            f"the timeline plugin does not go with `{swaps[0]}`, which swaps pages below scripts that have begun with "
            "another one: notes and filters would stop to answer. Leave it out of the features of the theme"
        )


def use(config: MkDocsConfig) -> None:
    """Our folder stands before the theme's, and behind that of whoever publishes."""
    own = config.theme.custom_dir
    for ours in (str(FOLDER / "shared"), str(FOLDER / str(config.theme.name))):
        if Path(ours).is_dir() and ours not in config.theme.dirs:
            config.theme.dirs.insert(1 if own else 0, ours)


def prepare(env: Environment, config: MkDocsConfig) -> None:
    """The environment of a build with our changes, tried at once.

    Raises PluginError where the theme is not the one that they were made for.
    """
    theme = str(config.theme.name)
    env.bytecode_cache = env.bytecode_cache or Compiled(FOLDER, lambda: _compiled_by(env, theme))
    tell(env, config)
    env.globals |= {"timeline_tabs": _tabs, "timeline_ways": _ways, "timeline_bare": _bare}
    if theme not in CHANGES:
        return
    original = _folder(config)
    loaders = [loader for loader in (env.loader,) if loader]
    env.loader = ChoiceLoader([*loaders, PrefixLoader({"theme": FileSystemLoader(original)})])
    env.add_extension(_for(theme, original))
    env.trim_blocks = env.lstrip_blocks = theme == "material"
    for name in CHANGES[theme]:
        try:
            env.get_template(name)
        except TemplateNotFound:
            raise PluginError(_refusal(theme, f"it has no template {name}")) from None
    source = (original / "base.html").read_text(encoding="utf-8")
    missing = set(BLOCKS.get(theme, ())) - {block.name for block in env.parse(source).find_all(Block)}
    if missing:
        raise PluginError(_refusal(theme, f"its base.html has no block {', '.join(sorted(missing))}"))


def tell(env: Environment, config: MkDocsConfig) -> None:
    """Lets our templates know which scripts the site has."""
    env.globals["timeline_theme"] = _told(config)


def _compiled_by(env: Environment, theme: str) -> str:
    """What decides which code a template of the theme becomes: our changes, and what plugins brought along.

    Filters and tests of a constant are reckoned while a template is compiled.
    """
    brought = {**env.filters, **env.tests}.items()
    named = [f"{name} {getattr(made, '__module__', '')} {getattr(made, '__qualname__', '')}" for name, made in brought]
    layout = (env.trim_blocks, env.lstrip_blocks, env.newline_sequence, env.autoescape, env.optimized)
    return repr((theme, CHANGES.get(theme), sorted(env.extensions), sorted(named), layout))


def _tabs(nav: Navigation) -> list[StructureItem]:
    """What stands in a row below the header: all but the first page, to which the name of the site leads."""
    return [item for item in nav.items if item is not nav.homepage]


def _ways(nav: Navigation) -> list[tuple[StructureItem, StructureItem]]:
    """What the navigation begins with, each with the page to which it leads: a section to its first one."""
    return [(item, first) for item in nav.items if (first := _first(item))]


def _first(item: StructureItem) -> StructureItem | None:
    while isinstance(item, Section):
        if not item.children:
            return None
        item = item.children[0]
    return item


def _bare(page: Page | None) -> bool:
    """Whether a page is one of ours that hides the theme's list of its headings."""
    return bool(page and site_files.HEAD in page.meta and "toc" in page.meta.get("hide", ()))


def _told(config: MkDocsConfig) -> Overrides:
    ours = [str(script) for script in config.extra_javascript if str(script).startswith(f"{ASSETS_ON_SITE}/")]
    bundle = ""
    if config.theme.name == "material":
        names = sorted(path.name for path in _folder(config).glob(_BUNDLE))
        if len(names) != 1:
            raise PluginError(_refusal("material", f"it has {len(names)} files {_BUNDLE}"))
        bundle = f"{Path(_BUNDLE).parent.as_posix()}/{names[0]}"
    others = other_sites(config)
    told = theme_language(config, None).partition("-")[0]
    known = told == language.tag().partition("-")[0] or further_language(config)  # whose pages are all written by hand
    return Overrides(
        "" if known else language.tag(),
        others,
        versions(config, others),
        SEARCH["find"],
        SEARCH["close"],
        SEARCH["wait"],
        any(name in config.plugins for name in ("search", "material/search")),
        bundle,
        ours[0] if ours else "",
        len(config.extra_javascript) == 1 and len(ours) == 1,
    )


def _folder(config: MkDocsConfig) -> Path:
    """The theme's own templates."""
    return Path(get_theme_dir(str(config.theme.name)))


def _for(theme: str, original: Path) -> type[Extension]:
    """What changes the theme's templates as they are loaded."""

    lean = theme == "material"  # whose indents and blank lines are a third of a page without its text

    class Change(Extension):
        def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
            if not filename or not Path(filename).is_relative_to(original):
                return source
            for before, after in CHANGES[theme].get(name or "", ()):
                if source.count(before) != 1:
                    times = source.count(before)
                    raise PluginError(_refusal(theme, f"{name} has {before.strip()} {times} times and not once"))
                source = source.replace(before, after)
            return "\n".join(line for line in map(str.strip, source.splitlines()) if line) if lean else source

    return Change


def _refusal(theme: str, why: str) -> str:
    return (
        f"the theme {theme} is not the one that the timeline plugin knows: {why}. "
        "Install the version that constraints.txt names, or set another theme in mkdocs.yml"
    )
