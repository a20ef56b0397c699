"""Each page of a record as Markdown, beside it: for language models, for notes, and for readers without a browser.

What stands there is what the page says, in the dialect that all of Markdown has in common. Texts are escaped, so that
nothing an author writes becomes a heading, a link or an element; a date is told in words, as vague as it is known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache

from timeline import dates
from timeline.exports.export import Publication
from timeline.exports.page_addresses import addresses
from timeline.language import gettext as _
from timeline.model import Actor, Citation, Claim, Event, Source, Subject, Update
from timeline.model.words import STATUS_NAMES
from timeline.queries.index import Index
from timeline.queries.uses import Use
from timeline.site import amounts, document_titles, inline_markdown, kind_names, quotations, urls, wording
from timeline.site.file import Alternate, SiteFile
from timeline.site.settings import Site
from timeline.site.urls import Links

KIND = "text/markdown"
NAME = "index.md"
_MEANS_SOMETHING = re.compile(r"[\\`*_\[\]{}]")
_BEGINS = re.compile(r"[-+#]|\d+(?=[.)])")
_ENDS = re.compile(r"#(?=#*$)")
"""With which a heading may be closed: "C#" would be "C"."""
_ADDRESS = str.maketrans({"(": "%28", ")": "%29", "<": "%3C", ">": "%3E", " ": "%20", "\\": "%5C"})


@lru_cache(maxsize=20_000)
def escaped(text: str) -> str:
    """Plain text as Markdown that says the same, wherever in a line it stands."""
    plain = _MEANS_SOMETHING.sub(r"\\\g<0>", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    plain = _ENDS.sub(r"\\#", plain)
    if plain.startswith("~"):
        return f"&#126;{plain[1:]}"  # which would open a block of code, and has no backslash everywhere
    if begins := _BEGINS.match(plain):
        end = begins.end()
        plain = f"{plain[:end]}\\{plain[end:]}" if begins[0].isdigit() else f"\\{plain}"
    return plain


def link(words: str, address: str) -> str:
    """A link that no sign in an address ends."""
    return f"[{escaped(words)}]({address.translate(_ADDRESS)})"


def of_event(index: Index, event: Event, links: Links) -> str:
    """What the record says of an event, each sentence with its sources."""
    timeline = index.timeline
    status = STATUS_NAMES[event.status]
    facts = [dates.words(event.date), wording.course(event), status, wording.evidence(index.evidence_of(event))]
    rivals = wording.listed([dates.words(rival.date) for rival in event.rivals])
    about = [link(timeline.topics_by_id[id].name, links.topic(id) + NAME) for id in event.topics]
    who = [link(timeline.actors_by_id[id].name, links.actor(id) + NAME) for id in event.actors]
    where = [link(timeline.places_by_id[id].name, links.place(id) + NAME) for id in event.places]
    where += [amounts.degrees(event.coordinates)] if event.coordinates else []
    basis = _("Rests on")
    lines = [
        f"# {escaped(event.title)}",
        " · ".join(escaped(fact) for fact in facts if fact),
        escaped(inline_markdown.plain(event.summary)) if event.summary else "",
        f"{basis}: {escaped(event.date_basis)}" if event.date_basis else "",
        _("Also dated: {dates}").format(dates=escaped(rivals)) + "." if rivals else "",
        "\n".join(
            f"- {escaped(kind_names.of_date(role, on))}: {escaped(dates.words(on.date))}"
            for role, on in event.dates.items()
        ),
        "\n".join(f"- {escaped(amounts.told(amount))}" for amount in event.amounts),
        _("Where: {names}").format(names=", ".join(where)) if where else "",
        _("Who: {names}").format(names=", ".join(who)) if who else "",
        _("About: {names}").format(names=", ".join(about)) if about else "",
        "## " + _("Claims and sources"),
        "\n".join(line for n, claim in enumerate(event.claims, 1) for line in _claim(index, claim, n, links)),
    ]
    if event.note:
        lines += ["## " + _("Note by the editors"), escaped(inline_markdown.plain(event.note))]
    if event.citations:
        told = (_citation(index, citation, links) for citation in event.citations)
        lines.append(_("The event as a whole cites {documents}.").format(documents=", ".join(told)))
    if event.updates:
        lines += ["## " + _("What was changed here"), "\n".join(map(_change, event.updates))]
    return _joined(lines)


def of_source(index: Index, source: Source, links: Links) -> str:
    """What a document is, whom it repeats, and what rests on it."""
    record, by_id = index.timeline.record, index.timeline.sources_by_id
    facts = [
        (_("By"), ", ".join(map(str, source.authors))),
        (_("Published by"), source.publisher),
        (_("Dated"), dates.words(source.issued) if source.issued else _("not known")),
        (_("Language"), wording.language_name(source.language)),
        (_("Kind"), kind_names.of_source(source)),
        (_("Title in our translation"), document_titles.translated(source, record.language)),
        (_("Withdrawn"), _taken_back(source)),
        (_("Read"), "" if source.seen else _("by nobody here; known through documents that repeat it")),
        ("DOI", source.doi or ""),
        ("ISBN", source.isbn or ""),
        (_("Kept at"), str(source.holding) if source.holding else ""),
        (_("Note"), inline_markdown.plain(source.note) if source.note else ""),
    ]
    repeats = [link(wording.document(by_id[id]), links.source(id) + NAME) for id in source.repeats]
    uses = [use for use in index.uses.get(source.id, ()) if use.claim]
    lines = [
        f"# {escaped(document_titles.called(source))}",
        "\n".join(f"- {name}: {escaped(value)}" for name, value in facts if value),
        _("Where it is: {address}").format(address=f"<{source.address}>") if source.address else "",
        *(_("Archived: {address}").format(address=f"<{copy.url}>") for copy in source.copies),
        _("It repeats {documents}.").format(documents=", ".join(repeats)) if repeats else "",
    ]
    if uses:
        told = (line for use in uses for line in _use(use, source, links))
        lines += ["## " + _("What rests on it"), "\n".join(told)]
    return _joined(lines)


def _taken_back(source: Source) -> str:
    """When it was withdrawn, and by whom where that is told."""
    told = source.withdrawn
    return _(", ").join(filter(None, (dates.words(told.on), told.by))) if told else ""


def _use(use: Use, source: Source, links: Links) -> Iterator[str]:
    """A claim that rests on a document, and below it what is quoted of that document for it."""
    event = use.event
    yield f"- {escaped(inline_markdown.plain(use.claim.text))} ({link(event.title, links.event(event.id) + NAME)})"
    for words in use.quoted if use.cited.id == source.id else ():
        yield f"    - {escaped(quotations.plain(words, source))}"


def of_subject(index: Index, subject: Subject, events: Iterable[Event], links: Links) -> str:
    """Its events, in their order."""
    kind = kind_names.of_actor(subject) if isinstance(subject, Actor) else ""
    rows = [
        f"- {escaped(dates.words(event.date))}: {link(event.title, links.event(event.id) + NAME)}"
        f" ({STATUS_NAMES[event.status]})"
        for event in events
    ]
    about = escaped(inline_markdown.plain(subject.about)) if subject.about else ""
    return _joined([f"# {escaped(subject.name)}", escaped(kind), about, "\n".join(rows)])


def _change(update: Update) -> str:
    text, when = escaped(inline_markdown.plain(update.text)), dates.words(wording.day(update.on))
    if update.was:
        text = _("Before: {was} Now: {text}").format(was=escaped(inline_markdown.plain(update.was)), text=text)
    return f"- {when}, {escaped(kind_names.of_update(update))}: {text}"


def _claim(index: Index, claim: Claim, number: int, links: Links) -> Iterator[str]:
    """A sentence, and below it a line for each document that says so."""
    speaker = index.timeline.actors_by_id[claim.by].name if claim.by else ""
    said = f" ({escaped(speaker)})" if speaker else ""
    against = [index.timeline.claims_by_ref.get(ref) for ref in claim.opposes]
    yield f"{number}. {escaped(inline_markdown.plain(claim.text))}{said}"
    if claim.question:
        yield f"    - {escaped(claim.question)}"
    for other in filter(None, against):
        yield "    - " + _("Against: {claim}").format(claim=escaped(inline_markdown.plain(other.text)))
    for citation in claim.citations:
        yield f"    - {_citation(index, citation, links)}"


def _citation(index: Index, citation: Citation, links: Links) -> str:
    source = index.timeline.sources_by_id[citation.source]
    via = index.timeline.sources_by_id.get(citation.via or "")
    more = [
        wording.withdrawn(source),
        citation.locator or "",
        _("repeating {document}").format(document=wording.document(via)) if via and via is not source else "",
        _("attributed to {people}").format(people=citation.attributed_to) if citation.attributed_to else "",
        quotations.plain(citation.quotation, source) if citation.quotation else "",
    ]
    said = ", ".join(escaped(each) for each in more if each)
    return f"{link(wording.document(source), links.source(source.id) + NAME)}{f', {said}' if said else ''}"


def _joined(parts: Iterable[str]) -> str:
    return "\n\n".join(part for part in parts if part) + "\n"


def single(publication: Publication) -> Iterator[SiteFile]:
    """One file for each page of a record, and the same under former ids."""
    index, timeline = publication.index, publication.timeline
    for event in timeline.events:
        yield from _files(publication, urls.event, event, of_event(index, event, Links(urls.event(event.id))))
    for source in timeline.sources:
        yield from _files(publication, urls.source, source, of_source(index, source, Links(urls.source(source.id))))
    subjects: tuple[tuple[tuple[Subject, ...], Mapping[str, tuple[Event, ...]], Callable[[str], str]], ...] = (
        (timeline.actors, index.events_by_actor, urls.actor),
        (timeline.topics, index.events_by_topic, urls.topic),
        (timeline.places, index.events_by_place, urls.place),
    )
    for records, events, address in subjects:
        for record in records:
            text = of_subject(index, record, events.get(record.id, ()), Links(address(record.id)))
            yield from _files(publication, address, record, text)


def _files(
    publication: Publication, address: Callable[[str], str], of: Event | Source | Subject, text: str
) -> Iterator[SiteFile]:
    """With the page that it comes from, and what may be done with it."""
    index = publication.index
    record = index.timeline.record
    where = publication.site.absolute(address(of.id))
    day = dates.words(wording.day(record.through))
    said = [
        _("From {record}, version {version}, checked up to {day}").format(
            record=record.title, version=index.version, day=day
        )
    ]
    said += [record.licence] if record.licence else []
    end = f"\n---\n\n{escaped(', '.join(said))}.{f' <{where}>' if where else ''}\n"
    yield from (SiteFile(page + NAME, text + end) for page in addresses(address, of))


def alternates(site: Site, address: str, title: str) -> Iterable[Alternate]:
    """The same for the head and the foot of the page."""
    if urls.is_event(address) or urls.is_source(address) or urls.is_subject(address):
        yield Alternate(NAME, KIND, _("Page as Markdown"))
