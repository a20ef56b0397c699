"""Copies in an archive, against a stand-in for its interfaces that answers as the real one does on bad days."""

from __future__ import annotations

import json

import pytest

from tests.conftest import day
from tests.links.server import in_turn, said
from timeline.links.pauses import Clock, Elapsed
from timeline.links.wayback import Archive, Refusal, Service, Unheard

URL = "https://gazette.example/1931?page=2"
KEYS = "access:secret"


@pytest.fixture
def archive(server, asker, time) -> Archive:
    return Archive(Service.at(server.base), asker, Clock(time.now, time.sleep), ends=1_000.0)


@pytest.fixture
def signed(server, asker, time) -> Archive:
    return Archive(Service.at(server.base, KEYS), asker, Clock(time.now, time.sleep), ends=1_000.0)


def index(*stamps: str):
    """An answer of the index of copies."""
    rows = [["timestamp", "original"], *([stamp, URL] for stamp in stamps)] if stamps else []
    return said(200, json.dumps(rows))


def told(**data: object):
    return said(200, json.dumps(data))


def test_the_copy_nearest_to_the_day_of_reading_is_taken(server, archive) -> None:
    server.answers["/cdx/search/cdx"] = index("20200101000000", "20260301120000", "20260420120000")

    copy = archive.look(URL, day("2026-04-01"))

    assert (str(copy.on), copy.url) == ("2026-04-20", f"{server.base}/web/20260420120000/{URL}")
    assert "url=https%3A%2F%2Fgazette.example%2F1931%3Fpage%3D2" in server.paths[0]


def test_a_copy_from_before_the_document_was_out_is_of_something_else(server, archive) -> None:
    server.answers["/cdx/search/cdx"] = index("20200101000000")

    assert archive.look(URL, day("2026-04-01"), since=day("2026-03-01")) is None


def test_a_copy_of_another_address_or_of_a_day_to_come_is_none(server, archive) -> None:
    rows = [["timestamp", "original"], ["20251201080000", "https://gazette.example/b"], ["20361201080000", URL]]
    server.answers["/cdx/search/cdx"] = said(200, json.dumps(rows))

    assert archive.look(URL, day("2025-12-01"), until=day("2026-12-01")) is None


def test_no_copy_is_told_from_no_answer(server, archive) -> None:
    server.answers["/cdx/search/cdx"] = index()
    assert archive.look(URL, day("2026-04-01")) is None

    server.answers["/cdx/search/cdx"] = server.answers["/wayback/available"] = said(503)
    with pytest.raises(Unheard):
        archive.look(URL, day("2026-04-01"))


@pytest.mark.parametrize("lie", [said(200, "<html>busy"), said(200, "{}"), said(200, '[["a"]]'), said(504)])
def test_where_the_index_fails_the_shorter_question_is_asked(server, archive, lie) -> None:
    nearest = {"available": True, "status": "200", "timestamp": "20260301120000", "url": "http://x.example/"}
    server.answers |= {
        "/cdx/search/cdx": lie,
        "/wayback/available": told(archived_snapshots={"closest": nearest}),
    }

    assert str(archive.look(URL, day("2026-04-01")).on) == "2026-03-01"


@pytest.mark.parametrize("data", [{}, {"archived_snapshots": []}, {"error": "busy"}])
def test_an_answer_that_says_nothing_says_not_that_there_is_none(server, archive, data) -> None:
    server.answers |= {"/cdx/search/cdx": said(500), "/wayback/available": told(**data)}

    with pytest.raises(Unheard):
        archive.look(URL, day("2026-04-01"))


def test_a_moment_that_cannot_be_is_no_copy(server, archive) -> None:
    server.answers["/cdx/search/cdx"] = index("20269999000000", "yesterday")

    assert archive.look(URL, day("2026-04-01")) is None


def test_an_archive_that_asks_to_wait_is_asked_again_then(server, archive, time) -> None:
    server.answers["/cdx/search/cdx"] = in_turn(said(429, retry_after="45"), index("20260301120000"))

    assert archive.look(URL, day("2026-04-01")) is not None
    assert time.waits == [45.0]


# -- asking for a copy ---------------------------------------------------------------------------------


def test_without_keys_the_copy_is_where_the_answer_leads(server, archive) -> None:
    server.otherwise = said(302, location=f"/web/20261201080000/{URL}")

    copy = archive.save(URL, day("2026-12-01"))

    assert copy.url == f"{server.base}/web/20261201080000/{URL}"
    assert server.paths == ["/save/https://gazette.example/1931?page=2", f"/web/20261201080000/{URL}"]
    assert "authorization" not in server.asked[0][1]


def test_with_keys_a_job_is_begun_and_waited_for(server, signed, time) -> None:
    server.answers |= {
        "/save": told(url=URL, job_id="spn2-1"),
        "/save/status/spn2-1": in_turn(
            told(status="pending"), told(status="success", timestamp="20261201080000", original_url=URL)
        ),
        f"/web/20261201080000/{URL}": said(200),
    }

    assert str(signed.save(URL, day("2026-12-01")).on) == "2026-12-01"
    assert server.bodies[0] == "url=https%3A%2F%2Fgazette.example%2F1931%3Fpage%3D2&skip_first_archive=1"
    assert server.asked[0][1]["authorization"] == "LOW access:secret"
    assert server.paths[:3] == ["/save", "/save/status/spn2-1", "/save/status/spn2-1"]
    assert [headers.get("authorization") for _, headers in server.asked[3:]] == [None]  # the copy is for everybody


def test_between_two_copies_there_is_the_pause_that_the_archive_wants(server, archive, signed, time) -> None:
    server.otherwise = said(302, location=f"/web/20261201080000/{URL}")
    server.answers |= {
        "/save": told(job_id="a"),
        "/save/status/a": told(status="success", timestamp="20261201080000", original_url=URL),
    }
    for asked, pause in ((archive, 20.0), (signed, 10.0)):
        begun = time.seconds
        asked.save(URL, day("2026-12-01"))
        asked.save(URL, day("2026-12-01"))
        assert time.seconds - begun >= pause


def test_a_fault_for_a_copy_that_was_made_is_seen_through(server, signed) -> None:
    server.answers |= {
        "/save": told(job_id="a"),
        "/save/status/a": told(status="error", message="Live page is not available."),
        "/cdx/search/cdx": index("20261201080000"),
    }

    assert str(signed.save(URL, day("2026-12-01")).on) == "2026-12-01"


def test_a_copy_that_is_told_and_is_not_there_is_not_believed(server, archive) -> None:
    copy = f"/web/20261201080000/{URL}"
    server.answers |= {f"/save/{URL}": said(302, location=copy), "/cdx/search/cdx": index()}

    server.answers[copy] = said(404)
    with pytest.raises(Unheard, match="has none there"):
        archive.save(URL, day("2026-12-01"))
    server.answers[copy] = said(503)
    assert str(archive.save(URL, day("2026-12-01")).on) == "2026-12-01"


def test_an_old_copy_is_not_taken_for_the_one_that_was_asked_for(server, signed) -> None:
    server.answers |= {
        "/save": told(job_id="a"),
        "/save/status/a": told(status="error", message="Live page is not available."),
        "/cdx/search/cdx": index("20250101080000"),
    }

    with pytest.raises(Refusal, match="Live page is not available"):
        signed.save(URL, day("2026-12-01"))


@pytest.mark.parametrize(
    "answer",
    [
        told(status="error", status_ext="error:blocked-url", message="This URL is in our block list.\x1b[2J"),
        told(message="You have already reached the limit."),
        told(job_id="../../etc"),
    ],
)
def test_a_refusal_is_kept_in_the_words_of_the_archive_without_signs_that_do_something(server, signed, answer) -> None:
    server.answers |= {"/save": answer, "/cdx/search/cdx": index()}

    with pytest.raises(Refusal) as refusal:
        signed.save(URL, day("2026-12-01"))

    assert str(refusal.value).isprintable()


@pytest.mark.parametrize("status", [401, 500, 520])
def test_trouble_of_the_archive_is_no_refusal(server, signed, status) -> None:
    server.answers |= {"/save": said(status), "/cdx/search/cdx": index()}

    with pytest.raises(Unheard):
        signed.save(URL, day("2026-12-01"))


def test_a_job_without_end_is_not_waited_for_without_end(server, signed, time) -> None:
    server.answers |= {"/save": told(job_id="a"), "/save/status/a": told(status="pending"), "/cdx/search/cdx": index()}

    with pytest.raises(Unheard):
        signed.save(URL, day("2026-12-01"))

    assert time.seconds < 250


def test_when_the_time_is_over_nothing_more_is_asked(server, asker, time) -> None:
    late = Archive(Service.at(server.base), asker, Clock(time.now, time.sleep), ends=1.0)
    server.answers["/cdx/search/cdx"] = index()
    late.look(URL, day("2026-04-01"))

    with pytest.raises(Elapsed):
        late.look(URL, day("2026-04-01"))
    assert len(server.asked) == 1
