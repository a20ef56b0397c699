"""A timeline read in one of the languages in which its texts stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace

from pydantic import BaseModel

from timeline.model import Timeline
from timeline.model.texts import InLanguages, reworded

Change = Callable[[BaseModel, str, str], str]


def in_own_language(timeline: Timeline) -> Timeline:
    """The timeline as it was typed: every text in the language of the record, whichever a site had chosen."""
    return with_texts(timeline, _own, _own) if timeline.record.languages else timeline


def with_texts(timeline: Timeline, change: Change, of_the_whole: Change) -> Timeline:
    """The timeline with other texts, and with others of what is said of the whole."""
    lists = {
        each.name: tuple(reworded(record, change) for record in getattr(timeline, each.name))
        for each in fields(timeline)
        if each.name != "record"
    }
    return replace(timeline, record=reworded(timeline.record, of_the_whole), **lists)


def _own(record: BaseModel, field: str, text: str) -> str:
    return text.read_in(text.own, text.own) if isinstance(text, InLanguages) and text.texts else text
