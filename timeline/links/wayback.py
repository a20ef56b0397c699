"""Copies in the Wayback Machine: one that is there is found before another is asked for.

Its three interfaces are asked here: the index of copies (CDX), the shorter question for the nearest copy, and Save Page
Now. The last one reports faults for copies that it made, so after a fault the index is asked again, and a copy that it
says it made is looked at before it is believed.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, unquote, urldefrag, urlencode, urlsplit

from timeline.links.pauses import Clock, Elapsed, asked_to_wait
from timeline.links.request import Answer, Asker
from timeline.model.address import unsafe
from timeline.model.ledger import Snapshot

LOOKING, SAVING, SIGNED = 1.5, 20.0, 10.0
"""Seconds between two questions, between two copies that nobody signs for, and that an account signs for."""
POLLING, LONGEST = 5.0, 180.0
"""Seconds between two questions for the state of a copy that is being made, and until nobody waits for it any more."""
_REST = 60.0
_STAMP = re.compile(r"/web/(\d{14})(?:[a-z]{2}_)?/(https?://\S+)")
_ROWS = 20


class Unheard(Exception):
    """The archive gave no answer that says anything; nothing is known of the address. In words without a full stop."""


class Refusal(Exception):
    """Why the archive makes no copy of an address, in its words or ours."""


@dataclass(frozen=True, slots=True)
class Service:
    """Where the interfaces stand, and who signs."""

    lookup: str = "https://web.archive.org/cdx/search/cdx"
    nearest: str = "https://archive.org/wayback/available"
    save: str = "https://web.archive.org/save"
    copies: str = "https://web.archive.org/web"
    keys: str = ""
    """Access key and secret key with a colon between them; empty where nobody signs."""

    @classmethod
    def at(cls, base: str, keys: str = "") -> Service:
        """All of them on one host, as a stand-in has them."""
        base = base.rstrip("/")
        return cls(f"{base}/cdx/search/cdx", f"{base}/wayback/available", f"{base}/save", f"{base}/web", keys)


class Archive:
    """Asks one service for one run, with the pauses that it wants."""

    def __init__(self, service: Service, asker: Asker, clock: Clock, ends: float) -> None:
        self.service, self.asker, self.clock, self.ends = service, asker, clock, ends
        self._ready = self._save_ready = clock.now()

    def look(
        self, url: str, near: datetime.date, since: datetime.date | None = None, until: datetime.date | None = None
    ) -> Snapshot | None:
        """The copy nearest to a day, of the time between two others; None where there is none. Raises `Unheard`."""
        asked = {"url": url, "output": "json", "fl": "timestamp,original", "filter": "statuscode:200"}
        asked |= {"sort": "closest", "closest": f"{near:%Y%m%d}", "limit": str(_ROWS)}
        with suppress(Unheard):
            return _nearest(self._rows(asked, url), near, since, until)
        answer = self._json(f"{self.service.nearest}?{urlencode({'url': url, 'timestamp': f'{near:%Y%m%d}'})}")
        found = _at(answer, "archived_snapshots", "closest")
        if not isinstance(_at(answer, "archived_snapshots"), dict):
            raise Unheard("the archive answers with what is no answer")
        if not isinstance(found, dict) or str(found.get("status", "200")) != "200":
            return None
        copy = self._snapshot(str(found.get("timestamp", "")), url)
        return _nearest([copy] if copy else [], near, since, until)

    def save(self, url: str, today: datetime.date) -> Snapshot:
        """Asks for a copy, waits for it and looks at it. Raises `Refusal` where none was made, and `Unheard`."""
        try:
            return self._there(self._saved(url))
        except (Refusal, Unheard):
            made = self.look(url, today, today - datetime.timedelta(days=1))
            if made is None:
                raise
            return made

    def _saved(self, url: str) -> Snapshot:
        self._wait(self._save_ready)
        self._save_ready = self.clock.now() + (SIGNED if self.service.keys else SAVING)
        if not self.service.keys:
            answer = self._ask(f"{self.service.save}/{quote(url, safe='/%:@!$&()*+,;=~-._?')}")
            return self._placed(answer, url)
        told = {"Authorization": f"LOW {self.service.keys}", "Accept": "application/json"}
        sent = urlencode({"url": url, "skip_first_archive": "1"}).encode()
        begun = self._json(self.service.save, {**told, "Content-Type": "application/x-www-form-urlencoded"}, sent)
        job = begun.get("job_id")
        if not isinstance(job, str) or not re.fullmatch(r"[\w-]{1,100}", job):
            raise Refusal(_words(begun))
        until = self.clock.now() + LONGEST
        while self.clock.now() < until:
            self._wait(self.clock.now() + POLLING)
            state = self._json(f"{self.service.save}/status/{job}", told)
            if state.get("status") == "success":
                copy = self._snapshot(str(state.get("timestamp", "")), str(state.get("original_url") or url))
                if copy is None:
                    raise Unheard("the archive tells no copy that can be found")
                return copy
            if state.get("status") != "pending":
                raise Refusal(_words(state))
        raise Unheard("the archive was not ready in time")

    def _there(self, copy: Snapshot) -> Snapshot:
        """The copy, unless nothing is at its address; an archive that is only slow to show it is believed."""
        if self._ask(copy.url).status in (404, 410):
            raise Unheard("the archive says that it made a copy, and has none there")
        return copy

    def _placed(self, answer: Answer, url: str) -> Snapshot:
        """The copy that an answer without JSON leads to."""
        if answer.fault:
            raise Unheard(f"the archive was asked in vain: {answer.fault}")
        for name in ("location", "content-location"):
            if found := _STAMP.search(answer.headers.get(name, "")):
                copy = self._snapshot(found[1], found[2])
                if copy:
                    return copy
        if answer.status >= 500 or answer.status == 429:
            raise Unheard(f"the archive answers {answer.status}")
        raise Refusal(f"the archive answers {answer.status} and names no copy")

    def _rows(self, asked: Mapping[str, str], url: str) -> list[Snapshot]:
        answer = self._heard(f"{self.service.lookup}?{urlencode(asked)}")
        try:
            rows = json.loads(answer.body or b"[]")
        except ValueError:
            rows = None
        if not isinstance(rows, list) or not all(isinstance(row, list) and len(row) > 1 for row in rows):
            raise Unheard("the archive answers with what is no answer")
        of_it = [row for row in rows[1:] if _bare(str(row[1])) == _bare(url)]
        return [copy for row in of_it if (copy := self._snapshot(str(row[0]), str(row[1])))]

    def _json(self, url: str, headers: Mapping[str, str] | None = None, sent: bytes | None = None) -> dict[str, Any]:
        answer = self._heard(url, headers, sent)
        try:
            data = json.loads(answer.body)
        except ValueError:
            data = None
        if not isinstance(data, dict):
            raise Unheard("the archive answers with what is no answer")
        return data

    def _heard(self, url: str, headers: Mapping[str, str] | None = None, sent: bytes | None = None) -> Answer:
        answer = self._ask(url, headers, sent)
        if answer.fault:
            raise Unheard(f"the archive was asked in vain: {answer.fault}")
        if answer.status == 401:
            raise Unheard("the archive does not know the keys")
        if not 200 <= answer.status < 300:
            raise Unheard(f"the archive answers {answer.status}")
        return answer

    def _ask(self, url: str, headers: Mapping[str, str] | None = None, sent: bytes | None = None) -> Answer:
        """One question, once more where the archive asks to wait."""
        for last in (False, True):
            self._wait(self._ready)
            answer = self.asker.ask(url, self.ends - self.clock.now(), headers, sent)
            self._ready = self.clock.now() + LOOKING
            if answer.status != 429:
                break
            self._ready = self.clock.now() + (asked_to_wait(answer) or _REST)
            if last:
                break
        return answer

    def _wait(self, until: float) -> None:
        if until >= self.ends:
            raise Elapsed
        if (seconds := until - self.clock.now()) > 0:
            self.clock.sleep(seconds)

    def _snapshot(self, stamp: str, url: str) -> Snapshot | None:
        """A copy by the moment at which it was made; None where the archive tells none that can be."""
        address = f"{self.service.copies}/{stamp}/{url}"
        try:
            day = datetime.datetime.strptime(stamp, "%Y%m%d%H%M%S").date()
        except ValueError:
            return None
        return None if unsafe(address) else Snapshot.model_validate({"url": address, "on": day.isoformat()})


def _nearest(
    copies: list[Snapshot], near: datetime.date, since: datetime.date | None, until: datetime.date | None
) -> Snapshot | None:
    fitting = [copy for copy in copies if (since or copy.on) <= copy.on <= (until or copy.on)]
    return min(fitting, key=lambda copy: abs((copy.on - near).days), default=None)


def _bare(url: str) -> str:
    """An address without what does not make it another one to an archive."""
    split = urlsplit(urldefrag(url).url)
    host = (split.hostname or "").removeprefix("www.")
    return unquote(f"{host}{split.path.rstrip('/')}?{split.query}").lower()


def _at(data: Any, *path: str) -> Any:
    for name in path:
        data = data.get(name) if isinstance(data, dict) else None
    return data


def _words(state: Mapping[str, Any]) -> str:
    """Why no copy is made, as the archive says it."""
    told = str(state.get("message") or state.get("status_ext") or "the archive gives no reason")
    return " ".join("".join(c if c.isprintable() else " " for c in told).split())[:200]
