"""Texts in several languages, once it is known which is that of the record: each becomes the one in that language.

A record without such texts is not gone through.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from babel import Locale
from babel.core import get_global
from pydantic import BaseModel

from timeline.file_place import Place
from timeline.loader.gathering import Gathering
from timeline.model import About, Record
from timeline.model.texts import InLanguages, nearest, reworded
from timeline.problems import Problem
from timeline.problems.languages import MISSING_LANGUAGE, OTHER_SCRIPT, SAME_TEXT, UNNAMED_LANGUAGE

_LETTERS = 12
"""So many letters of ours stand in no text of a language that is written otherwise, unless they are names."""
_HAN = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO")
_BEGINS = {"Hans": _HAN, "Hant": _HAN, "Hani": _HAN, "Jpan": _HAN, "Kore": _HAN}
"""How the names of letters begin where that is not the name of the script (Unicode, chapter 4.8)."""


@dataclass(frozen=True, slots=True)
class _Typed:
    """Such a text where somebody typed it."""

    text: InLanguages
    place: Place
    field: str

    @property
    def said(self) -> Mapping[str, str]:
        return self.text.texts


def settle(gathered: Gathering) -> None:
    """Reads every text in the language of the record, and tells what is wrong with those in several."""
    if not gathered.in_languages:
        return
    about = gathered.says
    texts: list[_Typed] = []

    def own(record: BaseModel, field: str, text: str) -> str:
        if not isinstance(text, InLanguages):
            return text
        assert isinstance(record, Record)
        texts.append(_Typed(text, record.place, type(record).model_fields[field].alias or field))
        return text.read_in(about.language, about.language) if about else text

    if gathered.about:
        gathered.about = reworded(gathered.about, own)
    elif about:
        reworded(about, own)
    for name, records in gathered.records.items():
        gathered.records[name] = [reworded(record, own) for record in records]
        for record in gathered.refused[name]:  # for what is wrong with its texts
            reworded(record, own)
    if about:
        gathered.problems += _unnamed(about, texts)
        gathered.problems += (problem for text in texts for problem in _problems(about.language, text))


def _unnamed(about: About, texts: Sequence[_Typed]) -> Iterator[Problem]:
    """Each language that the record does not name, where it is first met."""
    named = list(dict.fromkeys((about.language, *about.languages)))
    first: dict[str, _Typed] = {}
    for text in texts:
        for tag in text.said:
            if tag not in named:
                first.setdefault(tag, text)
    for tag, text in first.items():
        near = nearest((each for each in about.languages if each not in text.said), tag)
        help = f"add `languages: [{', '.join([*named, tag])}]` to `record`, or leave the text out"
        if about.languages:
            help = f"add `{tag}` to `languages` in `record`, or leave the text out"
        if near:
            help = f"write `{near}`, or add `{tag}` to `languages` in `record`"
        others = sum(tag in each.said for each in texts) - 1
        label = f"`{tag}` is none of its languages" + (f"; {others:,} more such texts" if others else "")
        yield UNNAMED_LANGUAGE.at(text.place.key(text.field, tag), label=label, help=help)


def _problems(own: str, text: _Typed) -> Iterator[Problem]:
    if own not in text.said:
        near = nearest(text.said, own)
        span = text.place.key(text.field, near) if near else text.place.at(text.field)
        help = f"write `{own}`" if near else f"add `{own}: …`"
        yield MISSING_LANGUAGE.at(span, label=f"`{own}` is needed", help=help)
    first: dict[str, str] = {}
    for tag, said in text.said.items():
        if (before := first.setdefault(said, tag)) != tag:
            left = before if tag == own else tag
            help = f"translate it, or leave `{left}` out"
            yield SAME_TEXT.at(text.place.at(text.field, tag), label=f"word for word as in `{before}`", help=help)
        elif script := _missed(tag, said):
            help = "write it in that language, or under the tag of the language that it is in"
            yield OTHER_SCRIPT.at(
                text.place.at(text.field, tag), label=f"`{tag}` is written in {script} letters", help=help
            )


def _missed(tag: str, text: str) -> str:
    """The script of a language of which no letter stands in a text; nothing for a text that may be a name."""
    script = _script(tag)
    begins = _BEGINS.get(script) or (str(Locale("en").scripts.get(script, "")).upper(),)
    letters = [unicodedata.name(sign, "") for sign in text if sign.isalpha()]
    if not begins[0] or not letters or any(name.startswith(begins) for name in letters):
        return ""
    if all(name.startswith("LATIN") for name in letters) and len(letters) < _LETTERS:
        return ""
    return "Chinese" if script in ("Hans", "Hant") else str(Locale("en").scripts[script])


@cache
def _script(tag: str) -> str:
    """The script that a tag names, or in which the language is mostly written."""
    parts = tag.split("-")
    if len(parts) > 1 and len(parts[1]) == 4 and parts[1].isalpha():
        return parts[1]
    likely = get_global("likely_subtags")
    full = next((likely[name] for name in ("_".join(parts[:2]), parts[0]) if name in likely), "")
    return next((part for part in str(full).split("_") if len(part) == 4), "")
