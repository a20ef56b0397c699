"""The Jinja environment: every value escaped unless it is known to be safe, no name silently empty."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from jinja2.runtime import Context

from timeline.html import messages
from timeline.html.template_cache import Compiled
from timeline.language import number
from timeline.model.words import ACCESS_NAMES, ISSUED_BASIS_NAMES, STATUS_NAMES, TITLE_BASIS_NAMES, TONE_NAMES
from timeline.site import amounts, document_titles, inline_markdown, kind_names, quotations, text_language, wording
from timeline.site.script_words import IN_PAGES


@cache
def _written() -> str:
    """How templates are written as code: what this module says."""
    return Path(__file__).read_text(encoding="utf-8")


class _Context(Context):
    """Calls functions as they are, for none that our templates know asks for what they hold.

    Jinja asks each of them twice whether it does: a thirtieth of the time of a page.
    """

    def call(self, function: Callable[..., Any], /, *args: Any, **named: Any) -> Any:
        named.pop("_loop_vars", None)
        named.pop("_block_vars", None)
        return function(*args, **named)


class _Environment(Environment):
    """Knows its words before it loads a template, so that each has them in one mapping and asks no chain of two.

    Jinja subtracts the one from the other whenever a template imports: a thirtieth of the time of a page.
    """

    context_class = _Context

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._met: dict[str | Template, Template] = {}

    def get_template(
        self, name: str | Template, parent: str | None = None, globals: MutableMapping[str, Any] | None = None
    ) -> Template:
        """As Jinja does, which looks up thirty times for a page what is never another one."""
        if globals is not None:
            return super().get_template(name, parent, globals)
        met = self._met.get(name)
        if met is None:
            met = self._met[name] = super().get_template(name, parent)
        return met

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
        finalize=text_language.finalized,
        bytecode_cache=Compiled(Path(__file__).parent / "templates", _written),
    )
    env.filters.update(
        inline=text_language.keeping(inline_markdown.html),
        plain=text_language.plain(inline_markdown.plain),
        begun=text_language.keeping(inline_markdown.begun),
        shortened=text_language.plain(inline_markdown.shortened),
        first_sentence=text_language.plain(inline_markdown.first_sentence),
        gist=text_language.plain(inline_markdown.gist),
        when=wording.when,
        within=wording.within,
        day=wording.day,
        evidence=wording.evidence,
        origins=wording.origins,
        unnamed=wording.unnamed,
        language_name=wording.language_name,
        other_language=wording.other_language,
        translated=document_titles.translated,
        document=wording.document,
        title_language=wording.title_language,
        called=document_titles.called,
        quotation=quotations.words,
        quotation_language=quotations.language,
        course=wording.course,
        amount=partial(amounts.words, shown=text_language.finalized),
        degrees=amounts.degrees,
        capital=text_language.plain(kind_names.sentence_case),
        status_name=partial(wording.named, STATUS_NAMES),
    )
    env.globals.update(
        language=text_language.attributes,
        spoken_here=text_language.here,
        _=messages.message,
        ngettext=messages.of_a_number,
        pgettext=messages.where,
        plural=wording.plural,
        number=number,
        comma=wording.COMMA,
        kind_of_event=kind_names.of_event,
        kind_of_source=kind_names.of_source,
        kind_of_update=kind_names.of_update,
        role_of_date=kind_names.of_date,
        FATES=wording.FATES,
        TONES=TONE_NAMES,
        TITLE_BASIS=TITLE_BASIS_NAMES,
        ISSUED_BASIS=ISSUED_BASIS_NAMES,
        ACCESS=ACCESS_NAMES,
        script_words=IN_PAGES,
    )
    return env
