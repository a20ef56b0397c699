"""What an answer says about a document. Doubt is never told as loss."""

from __future__ import annotations

import pytest

from tests.links.server import DOCUMENT, said
from timeline.links.link_states import Finding, judged
from timeline.links.page_text import Page

LONG = "<p>" + "The council met and spoke of the bridge at length. " * 200


def look(server, visitor, path: str = "/a") -> Finding:
    return judged(visitor.visit(server.at(path)), visitor.visit)


def test_a_document_that_is_there_is_ok_and_its_text_has_a_sum(server, visitor) -> None:
    server.answers["/a"] = said(200)

    finding = look(server, visitor)

    assert (finding.state, finding.answer) == ("ok", "200 OK")
    assert finding.hash.startswith("sha256 of the text, ")


def test_what_stands_around_a_text_does_not_change_its_sum(server, visitor) -> None:
    around = DOCUMENT.replace("<body>", "<body><nav>Today: rain</nav><script>let x = 7</script><p>\n </p>")
    server.answers |= {"/a": said(200), "/b": said(200, around), "/c": said(200, DOCUMENT.replace("Friday", "Sunday"))}

    hashes = [look(server, visitor, path).hash for path in ("/a", "/b", "/c")]

    assert hashes[0] == hashes[1] != hashes[2]


@pytest.mark.parametrize(
    "text",
    ["a<b ", "<a ", '<a href="', "<!--", "<nav></aside>", "<script>", "&#99999999999", "&", "<title>"],
)
def test_a_page_that_is_made_to_be_slow_to_read_is_read(text) -> None:
    body = "<title>The bridge opens</title><p>It opened. " + text * (400_000 // len(text))

    page = Page(body.encode(), "text/html")

    assert page.title.startswith("The bridge opens")
    assert page.text.startswith("The bridge opens It opened.")


def test_two_pages_that_are_made_to_be_slow_to_compare_are_compared(server, visitor) -> None:
    server.answers["/a"] = said(200, "<title>404</title>" + "a" * 2_000)
    server.otherwise = said(200, "<title>404</title>" + "ab" * 1_000)

    assert look(server, visitor).state == "ok"


@pytest.mark.parametrize("status", [404, 410])
def test_gone_is_what_says_so(server, visitor, status) -> None:
    server.answers["/a"] = said(status)

    assert look(server, visitor).state == "gone"


@pytest.mark.parametrize("status", [401, 402, 403, 407, 429, 451])
def test_who_does_not_let_us_in_says_nothing_of_the_document(server, visitor, status) -> None:
    server.answers["/a"] = said(status)

    assert look(server, visitor).state == "blocked"


@pytest.mark.parametrize("status", [400, 405, 418, 500, 502, 503, 599])
def test_a_server_in_trouble_is_failing_and_not_gone(server, visitor, status) -> None:
    server.answers["/a"] = said(status)

    assert look(server, visitor).state == "failing"


@pytest.mark.parametrize(
    "answer",
    [
        said(403, "<title>Just a moment...</title>"),
        said(503, "<title>Attention Required! | Cloudflare</title>"),
        said(200, "<title>Are you a robot?</title><p>Please tick the box."),
        said(403, cf_mitigated="challenge"),
        said(403, x_datadome="protected"),
    ],
)
def test_a_question_whether_a_human_is_there_blocks(server, visitor, answer) -> None:
    server.answers["/a"] = answer

    finding = look(server, visitor)

    assert (finding.state, finding.answer.partition(", ")[2]) == ("blocked", "and it asks whether a human is there")


def test_an_article_about_captchas_is_a_document(server, visitor) -> None:
    server.answers["/a"] = said(200, f"<title>How a captcha works</title>{LONG}")

    assert look(server, visitor).state == "ok"


def test_what_robots_may_not_ask_for_is_blocked_and_not_asked_for(server, visitor) -> None:
    server.answers |= {"/robots.txt": said(200, "User-agent: *\nDisallow: /*secret"), "/a/secret": said(200)}

    assert look(server, visitor, "/a/secret").state == "blocked"
    assert server.paths == ["/robots.txt"]


def test_a_rule_for_this_program_alone_is_kept(server, visitor) -> None:
    rules = "User-agent: *\nAllow: /\n\nUser-agent: sourced-timeline\nDisallow: /a"
    server.answers |= {"/robots.txt": said(200, rules), "/a": said(200), "/b": said(200)}

    assert [look(server, visitor, path).state for path in ("/a", "/b")] == ["blocked", "ok"]


def test_rules_that_cannot_be_had_close_the_site(server, visitor) -> None:
    server.answers |= {"/robots.txt": said(500), "/a": said(200)}

    finding = look(server, visitor)

    assert (finding.state, finding.answer) == ("failing", "its robots.txt answers 500")
    assert server.paths == ["/robots.txt"]


# -- lies ----------------------------------------------------------------------------------------------


def test_not_found_that_calls_itself_found_is_gone_when_an_address_that_never_was_gets_it_too(server, visitor) -> None:
    lie = said(200, "<title>Page not found</title><p>We are sorry.")
    server.answers |= {"/news/a": lie}
    server.otherwise = lie

    finding = look(server, visitor, "/news/a")

    assert finding.state == "gone"
    assert finding.answer == "200 OK, with a page that it also gives for an address that never was"
    assert server.paths[-1].startswith("/news/no-such-page-")


def test_the_lie_is_known_though_it_repeats_the_address(server, visitor) -> None:
    def lie(path: str):
        return said(200, f"<title>404</title><p>Nothing stands at {path}, we are sorry. Here is what others read.")

    server.answers["/a"] = lie("/a")
    server.otherwise = lie("/no-such-page")

    assert look(server, visitor).state == "gone"


def test_an_article_about_what_was_not_found_is_a_document(server, visitor) -> None:
    server.answers["/a"] = said(200, f"<title>Wreck of the ferry not found</title>{LONG}")

    assert look(server, visitor).state == "ok"


def test_a_front_page_in_place_of_everything_is_gone(server, visitor) -> None:
    server.answers |= {"/a": said(301, location="/"), "/": said(200)}
    server.otherwise = said(302, location="/")

    assert look(server, visitor).state == "gone"


def test_a_front_page_in_place_of_one_document_is_not_where_it_moved(server, visitor) -> None:
    server.answers |= {"/a": said(301, location="/"), "/": said(200)}

    finding = look(server, visitor)

    assert (finding.state, finding.moved_to) == ("failing", None)


def test_an_empty_page_is_no_document(server, visitor) -> None:
    server.answers["/a"] = said(200, " \n")

    assert look(server, visitor).state == "failing"


def test_a_wrong_media_type_changes_nothing_about_what_is_there(server, visitor) -> None:
    picture = b"\x89PNG\r\n\x1a\n\0\0\0" * 30
    server.answers |= {
        "/a": said(200, picture, content_type="text/html; charset=nonsense"),
        "/b": said(200, content_type="application/octet-stream"),
        "/c": said(200),
        "/d": said(200, content_type=""),
    }

    a, b, c, d = (look(server, visitor, f"/{name}") for name in "abcd")

    assert {each.state for each in (a, b, c, d)} == {"ok"}
    assert a.hash.startswith("sha256 of the bytes, ")
    assert b.hash == c.hash == d.hash


def test_of_a_document_that_was_read_in_part_no_sum_is_kept(server, visitor) -> None:
    server.answers["/a"] = said(200, DOCUMENT + "much " * 50_000)

    finding = look(server, visitor)

    assert (finding.state, finding.hash) == ("ok", None)


# -- redirects -----------------------------------------------------------------------------------------


def test_moved_is_what_says_that_it_is_elsewhere_for_good(server, visitor) -> None:
    server.answers |= {"/a": said(301, location="/b"), "/b": said(308, location="/c#part"), "/c": said(200)}

    finding = look(server, visitor)

    assert (finding.state, finding.moved_to) == ("moved", server.at("/c"))


def test_a_way_round_that_is_not_meant_to_last_moves_nothing(server, visitor) -> None:
    server.answers |= {"/a": said(302, location="/b"), "/b": said(301, location="/c"), "/c": said(200)}

    assert look(server, visitor).state == "ok"


def test_only_the_lasting_part_of_a_way_is_told(server, visitor) -> None:
    server.answers |= {"/a": said(301, location="/b"), "/b": said(307, location="/c"), "/c": said(200)}

    assert look(server, visitor).moved_to == server.at("/b")


def test_what_moved_and_is_gone_there_is_gone(server, visitor) -> None:
    server.answers |= {"/a": said(301, location="/b")}

    finding = look(server, visitor)

    assert (finding.state, finding.moved_to) == ("gone", None)


@pytest.mark.parametrize(
    ("there", "why"),
    [
        ("/a", "its redirects go round in a circle"),
        ("/b", "its redirects go round in a circle"),
        ("ftp://a.example/", "it leads elsewhere: `ftp:` is neither http nor https"),
        ("http://10.0.0.1/", "it leads elsewhere: its machine is not on the public internet"),
        ("http://[half/", "it leads to what is no address"),
    ],
)
def test_a_redirect_that_leads_nowhere_is_a_fault_of_today(server, visitor, there, why) -> None:
    server.answers |= {"/a": said(302, location=there), "/b": said(302, location="/a")}

    finding = look(server, visitor)

    assert (finding.state, finding.answer) == ("failing", why)


@pytest.mark.parametrize(
    ("place", "asked"),
    [("/br\N{LATIN SMALL LETTER U WITH DIAERESIS}cke", "/br%C3%BCcke"), ("/the bridge", "/the%20bridge")],
)
def test_a_redirect_is_followed_as_browsers_do_though_its_address_is_not_spelt_as_one(
    server, visitor, place, asked
) -> None:
    server.answers |= {"/a": said(301, location=place), asked: said(200)}

    assert look(server, visitor).state == "moved"
    assert server.paths[-1] == asked


def test_redirects_without_end_are_followed_only_so_far(server, visitor) -> None:
    for number in range(9):
        server.answers[f"/{number}"] = said(301, location=f"/{number + 1}")

    finding = look(server, visitor, "/0")

    assert (finding.state, finding.answer) == ("failing", "more than 4 redirects")
    assert server.paths[-1] == "/4"


@pytest.mark.parametrize("place", ["/login", "/subscribe", "/de/account/sign-up", "/auth"])
def test_a_page_that_asks_who_is_reading_blocks(server, visitor, place) -> None:
    server.answers |= {"/a": said(301, location=f"{place}?back=/a"), place: said(200)}

    assert look(server, visitor).state == "blocked"


def test_the_rules_of_the_site_that_a_redirect_leads_to_are_kept(server, other, visitor) -> None:
    server.answers["/a"] = said(301, location=other.at("/b"))
    other.answers |= {"/robots.txt": said(200, "User-agent: *\nDisallow: /"), "/b": said(200)}

    assert look(server, visitor).state == "blocked"
    assert other.paths == ["/robots.txt"]
