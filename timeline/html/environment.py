"""The Jinja environment: every value escaped unless it is known to be safe, no name silently empty."""

from __future__ import annotations

from collections.abc import MutableMapping
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from timeline.html import messages
from timeline.html.compiled import Compiled
from timeline.language import number
from timeline.model.words import ACCESS_NAMES, ISSUED_BASIS_NAMES, STATUS_NAMES, TITLE_BASIS_NAMES, TONE_NAMES
from timeline.site import amounts, foreign, inline, kinds, quotations, titles, wording
from timeline.site.script_words import IN_PAGES


@cache
def _written() -> str:
    """How templates are written as code: what this module says."""
    return Path(__file__).read_text(encoding="utf-8")


class _Environment(Environment):
    """Knows its words before it loads a template, so that each has them in one mapping and asks no chain of two.

    Jinja subtracts the one from the other whenever a template imports: a thirtieth of the time of a page.
    """

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return {**self.globals, **(d or {})}


@cache
def environment() -> Environment:
    """One environment for all pages; templates see words, never queries."""
    env = _Environment(
        loader=PackageLoader("timeline.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        finalize=foreign.finalized,
        bytecode_cache=Compiled(Path(__file__).parent / "templates", _written),
    )
    env.filters.update(
        inline=foreign.keeping(inline.html),
        plain=foreign.plain(inline.plain),
        begun=foreign.keeping(inline.begun),
        shortened=foreign.plain(inline.shortened),
        first_sentence=foreign.plain(inline.first_sentence),
        gist=foreign.plain(inline.gist),
        when=wording.when,
        within=wording.within,
        day=wording.day,
        evidence=wording.evidence,
        origins=wording.origins,
        unnamed=wording.unnamed,
        language_name=wording.language_name,
        other_language=wording.other_language,
        translated=titles.translated,
        document=wording.document,
        title_language=wording.title_language,
        called=titles.called,
        quotation=quotations.words,
        quotation_language=quotations.language,
        course=wording.course,
        amount=partial(amounts.words, shown=foreign.finalized),
        degrees=amounts.degrees,
        capital=foreign.plain(kinds.sentence_case),
        status_name=partial(wording.named, STATUS_NAMES),
    )
    env.globals.update(
        language=foreign.attributes,
        spoken_here=foreign.here,
        _=messages.message,
        ngettext=messages.of_a_number,
        pgettext=messages.where,
        plural=wording.plural,
        number=number,
        comma=wording.COMMA,
        kind_of_event=kinds.of_event,
        kind_of_source=kinds.of_source,
        kind_of_update=kinds.of_update,
        role_of_date=kinds.of_date,
        FATES=wording.FATES,
        TONES=TONE_NAMES,
        TITLE_BASIS=TITLE_BASIS_NAMES,
        ISSUED_BASIS=ISSUED_BASIS_NAMES,
        ACCESS=ACCESS_NAMES,
        script_words=IN_PAGES,
    )
    return env
