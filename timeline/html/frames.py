"""One event, one question, the latest events of a subject or a selection, as pages for a frame on another site."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from timeline.html import lede
from timeline.html.cards import card
from timeline.html.embed import frame
from timeline.html.environment import environment
from timeline.model import Actor, Event, Subject, Topic
from timeline.queries import order
from timeline.queries.index import Index
from timeline.site import urls
from timeline.site.file import SiteFile
from timeline.site.urls import Links

_LATEST = 6
"""Events of a subject; its page has the others."""


def of_event(index: Index, event: Event) -> SiteFile:
    """What it is, when, and how sure that is."""
    name = urls.event_frame(event.id)
    links = Links(urls.embed(name))
    body = _macros().event(event, index.evidence_of(event), index.questions_by_event.get(event.id, ()), links)
    return frame(index.timeline, name, event.title, Markup(body), links.event(event.id))


def of_question(index: Index, asked: Any, links: Links) -> SiteFile:
    """What each side says; `found` is as the page of disputes has it, with links from a frame's own place."""
    body = _macros().question(asked, links)
    name = urls.question_frame(asked.anchor)
    return frame(index.timeline, name, asked.title, Markup(body), links.question(asked.anchor))


def of_subject(index: Index, subject: Subject, page: str, row: Sequence[Event]) -> SiteFile:
    """The latest events; what is planned lies ahead and comes first."""
    name = page.rstrip("/")
    links = Links(urls.embed(name))
    cards = [card(index, event) for event in order.backwards(row)[:_LATEST]]
    body = _macros().subject(subject.name, links.to(page), _state(index, links, subject), cards, len(row), links)
    return frame(index.timeline, name, subject.name, Markup(body), links.to(page))


def headed(title: str, page: str, body: str) -> str:
    """A selection under its name, which leads to where it stands on the site."""
    return str(_macros().selection(title, page, body))


def _state(index: Index, links: Links, subject: Subject) -> Markup | str:
    """Whether what was awaited of it has come, as its page says it."""
    if isinstance(subject, Topic):
        return lede.state_of(index, links, subject)
    return lede.state_by(index, links, subject.id) if isinstance(subject, Actor) else ""


def _macros() -> Any:
    return environment().get_template("frames.html").module
