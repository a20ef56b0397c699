"""A sentence of the record reaches the reader as it was written, and carries nothing but words and links."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from tests.bodies import Body
from timeline.model.address import unsafe
from timeline.site import inline_markdown

# -- what authors mean -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("The *Gazette* says so.", "The <em>Gazette</em> says so."),
        ("It **never** came.", "It <strong>never</strong> came."),
        ("The file `a<b>.txt` is lost.", "The file <code>a&lt;b&gt;.txt</code> is lost."),
        ("CO<sub>2</sub> and 2<sup>nd</sup>", "CO<sub>2</sub> and 2<sup>nd</sup>"),
        ("a \\*star\\* stays", "a *star* stays"),
        ("snake_case_names stay", "snake_case_names stay"),
    ],
)
def test_inline_markdown_is_rendered(written, shown) -> None:
    assert inline_markdown.html(written) == shown


def test_a_link_leads_where_it_says_and_tells_the_other_side_nothing_of_us() -> None:
    shown = inline_markdown.html('See [the *minutes*](https://council.example/?y=1931&m=5 "of May").')

    (link,) = Body.of(shown).all("a")
    assert link.attributes == {"href": "https://council.example/?y=1931&m=5", "title": "of May", "rel": "noopener"}
    assert link.text == "the minutes"


@pytest.mark.parametrize(
    "text",
    [
        "1. First they came",
        "1) First they came",
        "1986. A good year",
        "10. May 1933",
        "10. *May* 1933",
        "- a dash first",
        "+ 3 degrees",
        "= 5",
        "=== 5",
        "# 1 of 3",
        "#1 of *3*",
        "> 50 percent",
        "> 50 *percent*",
        "* not a list",
        "***",
        "___",
        "- - -",
        "[1]: https://example.org is no definition",
        "    not code, `code` is",
        "Title: --- is no heading",
        "Quarter: 2 < 3 & 3 > 2",
        "\"quoted\" and 'quoted'",
        "Müller & Söhne, 北京",
        "C:\\data",
        "!",
    ],
)
def test_a_sentence_stays_a_sentence_whatever_it_begins_with(text) -> None:
    shown = Body.of(f"<p>{inline_markdown.html(text)}</p>")

    assert {e.tag for e in shown.elements} <= {"p", "em", "code"}
    assert shown.words == " ".join(text.replace("*May*", "May").replace("*3*", "3").replace("*percent*", "percent")
                                   .replace("`code`", "code").split())  # fmt: skip
    assert inline_markdown.plain(text).split() == shown.words.split()


@pytest.mark.parametrize("text", ["a < b", "a & b", "&lt;b&gt;", "\"a\" 'b'", "AT&T;", "5 > 3", "x <y"])
def test_what_has_a_meaning_in_html_is_shown_and_means_nothing(text) -> None:
    shown = inline_markdown.html(text)

    assert "<" not in shown
    assert Body.of(shown).elements == []


# -- what must not reach a reader ------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "x <script src=https://evil.example/x.js></script> y",
        '<img src=x onerror="alert(1)">',
        "![pixel](https://evil.example/pixel.gif)",
        "<svg onload=alert(1)>",
        "<iframe src=https://evil.example></iframe>",
        "<style>* {display: none}</style>",
        "<em onclick=alert(1)>x</em>",
        '<a href="https://a.example" onclick="x" style="y" target=_blank id=claims class=md-button>x</a>',
        "<div><h1>Another title</h1></div>",
        "<form action=//evil.example><input></form>",
        "<p>a</p></article></main>",
        "<!-- --><b>x</b>",
        "<math><mi//xlink:href='data:x,<script>y</script>'>",
        "`<script>`",
        "&#60;script&#62;",
        "text {: onclick=x}",
        "\\<script>x</script>",
    ],
)
def test_no_script_no_image_no_layout_reaches_a_reader(text) -> None:
    shown = Body.of(inline_markdown.html(text))

    assert {e.tag for e in shown.elements} <= {"em", "strong", "code", "a", "sub", "sup", "q", "s"}
    assert {name for e in shown.elements for name in e.attributes} <= {"href", "title", "rel"}


TARGETS = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java&#115;cript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "mailto:a@b.example",
    "//evil.example",
    "/elsewhere",
    "../elsewhere",
    "#claims",
    "https://user:word@evil.example",
    "https://localhost",
    " javascript:x",
    "\tjavascript:x",
]


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("form", ["[x]({})", "[x](<{}>)", '<a href="{}">x</a>', "<a href='{}'>x</a>", "<{}>"])
def test_no_link_has_an_address_that_a_source_may_not_have(form, target) -> None:
    shown = Body.of(inline_markdown.html(form.format(target)))

    assert [link for link in shown.links if unsafe(link)] == []


@given(st.text(alphabet=st.sampled_from(list("ab <>&\"'`*_[](){}!\\/:#=-1.jx\n")), max_size=40))
def test_whatever_is_written_only_the_allowed_tags_come_out(text) -> None:
    shown = Body.of(inline_markdown.html(text))

    assert {e.tag for e in shown.elements} <= {"em", "strong", "code", "a", "sub", "sup", "q", "s"}
    assert [link for link in shown.links if unsafe(link)] == []


# -- the short way and the long way ----------------------------------------------------------------


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=60))
def test_a_text_without_marks_comes_out_the_same_with_and_without_markdown(text) -> None:
    """The short way is taken for texts in which Markdown would find nothing; this takes the long one as well."""
    if inline_markdown._MEANS_SOMETHING.search(text):
        return
    long_way = inline_markdown._markdown.reset().convert(text.strip())

    shown = Body.of(long_way)
    assert [e.tag for e in shown.elements] in ([], ["p"])
    assert shown.text.strip() == text.strip()
    assert inline_markdown.html(text).removeprefix("<bdi>").removesuffix("</bdi>") == escape(text)
    assert inline_markdown.plain(text) == text


@given(st.text(alphabet=st.sampled_from(list("ab <>&;\"'`*_[]()!\\#l")), max_size=30))
def test_the_plain_text_is_what_a_reader_of_the_html_sees(text) -> None:
    shown = Body.of(inline_markdown.html(text))

    assert inline_markdown.plain(text).split() == shown.text.split()


def test_the_plain_text_of_a_marked_sentence_has_no_tags() -> None:
    text = 'The [*Gazette*](https://g.example) calls it **"late"**, `r<2>` & all'

    assert inline_markdown.plain(text) == 'The Gazette calls it "late", r<2> & all'


def test_markup_that_markdown_cannot_put_back_stays_as_it_was_typed() -> None:
    put_back = "<em>a</em><em>a</em>"  # as older releases of Python-Markdown do

    assert inline_markdown.html("*a**a*</a>") in ("*a**a*&lt;/a&gt;", put_back)


@pytest.mark.parametrize(
    ("summary", "shown"),
    [
        ("It opened. It closed.", "It opened. It closed."),
        ("It opened." + " It closed, and nobody said why." * 4, "It opened." + " It closed, and nobody said why." * 3),
        ("It was " + "very " * 40 + "old. It fell.", "It was " + "very " * 40 + "old."),
        ("It was " + "very " * 90 + "old.", "It was" + " very" * 46 + "…"),
        ("It was " + "very " * 40 + "old", "It was " + "very " * 40 + "old"),
        ("A U.S. rule" + " of old" * 20 + ". It fell.", "A U.S. rule" + " of old" * 20 + "."),
    ],
)
def test_a_list_shows_whole_sentences_and_cuts_none(summary: str, shown: str) -> None:
    assert inline_markdown.gist(summary) == shown
