"""`llms.txt`, by which a language model finds its way (llmstxt.org), and one file with the text of the record itself.

The text has a bound, since whoever reads it has one: where the record is longer, key events come first, then the
latest, and the file says how much of the record it holds.
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline import dates
from timeline.exports import markdown_pages
from timeline.exports.export import Export, Publication
from timeline.exports.markdown_pages import KIND, NAME, escaped, link, of_event
from timeline.language import N_, SOURCE, speaking
from timeline.queries import order
from timeline.site import urls, wording
from timeline.site.file import SiteFile
from timeline.site.settings import Site
from timeline.site.urls import Links

GUIDE, TEXT = "llms.txt", "llms-full.txt"
LONGEST = 600_000
"""Characters of the text: about 150,000 tokens of English, which today's models take in."""
_PAGES = (
    (urls.TIMELINE, "Timeline", "every event in its order"),
    (urls.EXPECTATIONS, "What came of every date", "what was predicted, and by whom"),
    (urls.DISPUTES, "Disputes", "what sources disagree about"),
    (urls.SOURCES, "Sources", "every document, and whom it repeats"),
    (urls.EVIDENCE, "How sure is it", "what claims rest on"),
    (urls.UPDATES, "Updates", "what was put right and added"),
)


def guide(publication: Publication) -> str:
    """What this is, how to read it, and where what stands."""
    index, site = publication.index, publication.site
    record, links = index.timeline.record, _Absolute(site)
    events = wording.plural(len(index.timeline.events), "{n} event", "{n} events")
    sources = wording.plural(len(index.timeline.sources), "{n} source", "{n} sources")
    key = [event for event in index.row if event.key]
    lines = [
        f"# {escaped(record.title)}",
        f"> {events} with {sources}, checked up to {dates.words(wording.day(record.through))}. "
        f"Version {index.version}{f', {escaped(record.licence)}' if record.licence else ''}.",
        "Every sentence here is a claim of the documents below it and is not our own. "
        "Dates are as vague as they are known: cite them as they stand and make no day of a month. "
        "Documents that repeat one another count as one source. "
        "Every page has its text beside it under the same address with `index.md` at its end.",
        "## Pages",
        "\n".join(f"- {link(title, links.to(address))}: {about}" for address, title, about in _PAGES),
    ]
    if key:
        told = (
            f"- {link(event.title, links.event(event.id) + NAME)}: {escaped(dates.words(event.date))}" for event in key
        )
        lines += ["## Turning points", "\n".join(told)]
    if site.publishes("json"):
        data = [f"- {link('JSON', links.to(urls.API_INDEX))}: what there is, and where each entry stands as data"]
        data.append(f"- {link('Other forms', links.to(urls.DATA))}: tables, a database, bibliographies, feeds")
        lines += ["## Data", "\n".join(data)]
    lines += ["## Optional", f"- {link('The text of the record in one file', links.to(TEXT))}: {_held(publication)}"]
    return "\n\n".join(lines) + "\n"


def text(publication: Publication) -> str:
    """The events with their claims and sources, in their order."""
    index = publication.index
    record = index.timeline.record
    top = [
        f"{record.title}, version {index.version}, checked up to {dates.words(wording.day(record.through))}.",
        f"This file holds {_held(publication)}.",
        f"Licence: {record.licence}." if record.licence else "",
    ]
    opening = "\n".join(escaped(line) for line in top if line) + "\n"
    return "\n\n---\n\n".join([opening, *_told(publication).values()])


class _Absolute(Links):
    """Links from a file that is read without its place: whole, where the site has an address."""

    __slots__ = ("_site",)

    def __init__(self, site: Site) -> None:
        super().__init__(urls.HOME)
        self._site = site

    def to(self, address: str) -> str:
        return self._site.absolute(address) or super().to(address)


def _told(publication: Publication) -> dict[str, str]:
    """The text of each event that fits, the key ones before the latest, in the order of the record; made once."""
    if _told not in publication.shared:
        index, links = publication.index, _Absolute(publication.site)
        row = order.row(publication.timeline.events)
        latest = order.backwards(row)
        wanted = sorted(latest, key=lambda event: not event.key)
        fitting, left = dict[str, str](), LONGEST
        for event in wanted:
            told = of_event(index, event, links)
            left -= len(told)
            if left < 0:
                break
            fitting[event.id] = told
        publication.shared[_told] = {event.id: fitting[event.id] for event in row if event.id in fitting}
    texts: dict[str, str] = publication.shared[_told]
    return texts


def _held(publication: Publication) -> str:
    """ "all 119 events", or how many of them."""
    shown, every = len(_told(publication)), len(publication.timeline.events)
    if shown == every:
        told = wording.plural(every, "{n} event", "{n} events")
        return f"all {told}" if every > 1 else told
    return f"{shown:,} of {every:,} events, the turning points and then the latest; the pages have the others"


def _whole(publication: Publication) -> Iterator[SiteFile]:
    with speaking(SOURCE):  # they speak to programs, in one language for all
        files = SiteFile(TEXT, text(publication)), SiteFile(GUIDE, guide(publication))
    publication.shared.pop(_told)
    yield from files


MARKDOWN = Export(
    "markdown", "Markdown", KIND,
    N_("The text of the record for language models and for notes: each page beside it, a guide, and all in one file."),
    _whole,
    markdown_pages.single,
    markdown_pages.alternates,
)  # fmt: skip
