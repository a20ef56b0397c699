"""Messages in templates: HTML in the language of the site, with values in their places.

A message is ours and may hold HTML. What is put into it is escaped, and set apart where it is written in the other
direction, as if it stood in the template.
"""

from __future__ import annotations

from functools import cache
from string import Formatter

from markupsafe import Markup, escape

from timeline import language
from timeline.site.text_language import finalized, marked


def message(text: str, **values: object) -> Markup:
    """`{{ _("Told by {name}", name=source.publisher) }}`."""
    return _filled(_kept(text, language.gettext(text)), values)


def where(context: str, text: str, **values: object) -> Markup:
    """A message that is told apart by where it stands: `{{ pgettext("heading", "Open") }}`."""
    return _filled(_kept(text, language.pgettext(context, text)), values)


def of_a_number(one: str, many: str, number: int, **values: object) -> Markup:
    """The form that goes with a number, which stands in the place `{n}`."""
    said = language.ngettext(one, many, number)
    return _filled(_kept(one if said is one else many, said), {"n": language.number(number), **values})


def _kept(text: str, said: str) -> str:
    """A message that a catalogue does not say yet is English on a page of another language, and is marked so."""
    unsaid = said is text and language.tag() != language.SOURCE and any(sign.isalpha() for sign in text)
    return marked(text, language.SOURCE) if unsaid else said


def _filled(text: str, values: dict[str, object]) -> Markup:
    """As `Markup.format` would, which takes a message apart anew for each of a hundred thousand."""
    if not values:
        return Markup(text)
    filled = []
    for words, name in _pieces(text):
        filled.append(words)
        if name:
            filled.append(escape(finalized(values[name])))
    return Markup("".join(filled))


@cache
def _pieces(text: str) -> tuple[tuple[str, str], ...]:
    """The words of a message, each with the name of the value that follows them."""
    return tuple((words, name or "") for words, name, _, _ in Formatter().parse(text))
