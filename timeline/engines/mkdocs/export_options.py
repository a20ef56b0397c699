"""The options `exports` and `since`: which forms of the record stand on the site, refused in words that help; and how
their files come to stand there.
"""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.base import BaseConfigOption, ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, InclusionLevel

from timeline.engines.mkdocs import files
from timeline.exports.export import Former
from timeline.exports.registry import BY_NAME, DEFAULTS, chosen
from timeline.loader.revision import Unreachable, former
from timeline.problems.suggestions import nearest
from timeline.site.file import SiteFile

EXPORTS = ".exports"
"""Below the site, where large files are written before MkDocs clears the folder: what is hidden it leaves there."""


class Exports(BaseConfigOption[frozenset[str] | None]):
    """A list of names; `default` stands for all that are made when there is no list."""

    def __init__(self) -> None:
        super().__init__()
        self.default = None

    def run_validation(self, value: object) -> frozenset[str] | None:
        if value is None:
            return None
        if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
            raise ValidationError(f"a list of names is needed, such as [{DEFAULTS}, json]; [] for none")
        for name in value:
            if name not in BY_NAME and name != DEFAULTS:
                near = nearest(name, [DEFAULTS, *BY_NAME])
                known = f"a similar one is `{near}`" if near else f"there are {', '.join([DEFAULTS, *BY_NAME])}"
                raise ValidationError(f"no export is called `{name}`; {known}")
        return frozenset(chosen(value))


def earlier(folder: Path, revision: str | None) -> Former | None:
    """The record as it was at a revision, where the site names one."""
    if not revision:
        return None
    try:
        return Former(revision, former(folder, revision).timeline)
    except Unreachable as refused:
        raise PluginError(f"`since: {revision}`: {refused.sentence}; {refused.help}") from None


def as_static_file(file: SiteFile, config: MkDocsConfig) -> File:
    """A file that goes into the site as it is; a large one is moved to its place there and written no second time."""
    if file.large is None:
        return files.made(config, file.path, file.data or file.text, InclusionLevel.NOT_IN_NAV)
    place = Path(config.site_dir, file.path)
    if file.large.place != place:
        file.large.move(place)
    return File.generated(config, file.path, abs_src_path=str(place), inclusion=InclusionLevel.NOT_IN_NAV)
