"""The Jinja environment: every value escaped unless it is known to be safe, no name silently empty."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.nodes import Expr
from jinja2.runtime import Context
from markupsafe import Markup, escape

from timeline.html.compiled import Compiled
from timeline.site import inline, wording
from timeline.site.script_words import IN_PAGES


def printed(value: Any) -> str:
    """What `escape` says, as it goes into a page: safe text as it is, all other text escaped."""
    return value if type(value) is Markup else escape(value)


class _Generator(CodeGenerator):
    """Writes templates whose `{{ … }}` print without a new object around what is safe already."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.printed(")


class _Context(Context):
    """Calls what a template calls, without asking whether it wants to know the template: nothing of ours does."""

    def call(self, obj: Callable[..., Any], /, *arguments: Any, **named: Any) -> Any:
        named.pop("_loop_vars", None)
        named.pop("_block_vars", None)
        return obj(*arguments, **named)


class _Template(Template):
    """Its macros are the same for every template that borrows them: none has globals of its own."""

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        return super()._get_default_module()


class _Environment(Environment):
    code_generator_class = _Generator
    context_class = _Context
    template_class = _Template
    printed = staticmethod(printed)


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
        bytecode_cache=Compiled(Path(__file__).parent / "templates", __file__),
    )
    env.filters.update(
        inline=inline.html,
        plain=inline.plain,
        when=wording.when,
        day=wording.day,
        evidence=wording.evidence,
        origins=wording.origins,
        language_name=wording.language_name,
        document=wording.document,
        title_language=wording.title_language,
        course=wording.course,
    )
    env.globals.update(
        count=wording.count,
        SOURCE_KINDS=wording.SOURCE_KINDS,
        DATE_ROLES=wording.DATE_ROLES,
        RELATIONS=wording.RELATIONS,
        TITLE_BASIS=wording.TITLE_BASIS,
        ISSUED_BASIS=wording.ISSUED_BASIS,
        ACCESS=wording.ACCESS,
        script_words=IN_PAGES,
    )
    return env
