"""A table of events becomes a draft: what it says, as vague as it says it, and nothing that it does not say."""

from __future__ import annotations

import json

import pytest

from tests.imports.making import drafted, fields, left


def event(folder, text: str, **options):
    (made,) = fields(drafted(folder, "events.csv", text, **options))
    return made


def test_a_row_of_timelinejs_needs_no_mapping(tmp_path) -> None:
    made = drafted(
        tmp_path,
        "events.csv",
        "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,"
        "Media Caption,Media Thumbnail,Type,Group,Background\n"
        '2024,5,4,,2024,6,,,,The bridge opens,"<p>It <b>opened</b>.</p>",https://img.example/1.jpg,,,,,Bridges,\n',
    )

    assert fields(made) == [
        {
            "id": "the-bridge-opens",
            "added": "2026-11-29",
            "date": "2024-05-04/2024-06",
            "title": "The bridge opens",
            "topics": ["bridges"],
            "claims": [{"text": "It opened."}],
        }
    ]
    assert fields(made, "topics") == [{"id": "bridges", "name": "Bridges"}]
    assert [(each.field, each.value) for each in made.left] == [("Media", "https://img.example/1.jpg")]


def test_no_title_and_no_source_are_made_up(tmp_path) -> None:
    assert event(tmp_path, "Date,Text\n2024,It was opened.\n") == {
        "id": "it-was-opened",
        "added": "2026-11-29",
        "date": "2024",
        "claims": [{"text": "It was opened."}],
    }


def test_a_source_is_known_by_its_address_alone(tmp_path) -> None:
    made = drafted(
        tmp_path, "events.csv", "Title,Link\nOpening,https://www.gazette.example/news/bridge-opens.html\n"
        "Works,http://gazette.example/news/bridge-opens.html\n",
    )  # fmt: skip

    assert fields(made, "sources") == [
        {"id": "gazette-bridge-opens", "url": "https://www.gazette.example/news/bridge-opens.html"}
    ]
    assert [each["claims"] for each in fields(made)] == [
        [{"text": "Opening", "cite": [{"source": "gazette-bridge-opens"}]}],
        [{"text": "Works", "cite": [{"source": "gazette-bridge-opens"}]}],
    ]


def test_what_a_row_says_of_its_document_stands_at_the_document(tmp_path) -> None:
    made = drafted(
        tmp_path, "events.csv",
        "Title,Source URL,Source title,Newspaper,Published,Page\n"
        "Opening,https://gazette.example/1,A bridge,Gazette,May 1931,2\n",
    )  # fmt: skip

    assert fields(made, "sources") == [
        {"id": "gazette-1931-05-a-bridge", "title": "A bridge", "publisher": "Gazette", "issued": "1931-05",
         "url": "https://gazette.example/1"}
    ]  # fmt: skip
    assert fields(made)[0]["claims"][0]["cite"] == [{"source": "gazette-1931-05-a-bridge", "locator": "2"}]


def test_of_several_documents_nobody_knows_which_one_a_title_is_of(tmp_path) -> None:
    made = drafted(
        tmp_path, "events.csv",
        'Title,Links,Source title\nOpening,"https://a.example/1, https://b.example/2",A bridge\n',
    )  # fmt: skip

    assert [each["url"] for each in fields(made, "sources")] == ["https://a.example/1", "https://b.example/2"]
    assert left(made) == {("row 2", "Source title"): "the row names several documents"}


def test_a_document_in_words_is_kept_as_a_note(tmp_path) -> None:
    made = drafted(tmp_path, "events.csv", 'Title,Source\nOpening,"The Gazette, page 2"\n')

    assert [each["note"] for each in fields(made, "sources")] == ["The Gazette, page 2"]


def test_a_document_and_a_topic_of_the_record_are_found(tmp_path, sample) -> None:
    source, topic = next(each for each in sample.sources if each.url), sample.topics[0]
    made = drafted(tmp_path, "e.csv", f"Title,Link,Group\nAn opening,{source.url}/?utm_source=x,{topic.name}\n", sample)

    assert fields(made, "sources") == fields(made, "topics") == []
    assert fields(made)[0]["claims"][0]["cite"] == [{"source": source.id}]
    assert fields(made)[0]["topics"] == [topic.id]


def test_an_actor_is_found_by_its_name_its_short_name_and_a_former_id(tmp_path, read_record) -> None:
    timeline = read_record("actors: [{id: works, aliases: moor-works, name: Moor Bridge Works, also: MBW}]")
    made = drafted(tmp_path, "e.csv", "Title,Who\nA,mbw\nB,moor-works\nC,Moor bridge works\n", timeline)

    assert fields(made, "actors") == []
    assert [each["actors"] for each in fields(made)] == [["works"]] * 3


def test_an_old_row_id_becomes_an_alias_and_one_made_of_words_stays(tmp_path) -> None:
    made = drafted(tmp_path, "e.csv", "ID,Title\n17,Opening\nbridge-opens,The bridge\nrecAB9,Works\n17,Again\n")

    assert [(each["id"], each.get("aliases")) for each in fields(made)] == [
        ("opening", ["17"]), ("bridge-opens", None), ("works", ["recab9"]), ("again", None),
    ]  # fmt: skip
    assert left(made) == {
        ("row 4", "ID"): "an id is made of a to z, 0 to 9 and hyphens",
        ("row 5", "ID"): "the id of row 2 already",
    }


def test_a_row_that_came_before_is_not_carried_again(tmp_path, read_record) -> None:
    timeline = read_record("events: [{id: opening, aliases: row-17}]")
    made = drafted(tmp_path, "e.csv", "ID,Title\nrow-17,Opening\nrow-18,Works\n", timeline)

    assert [each["title"] for each in fields(made)] == ["Works"]
    assert left(made) == {("row 2", "all of it"): "the record has this row already, as `opening`"}


def test_html_becomes_sentences_and_its_links_are_told(tmp_path) -> None:
    made = drafted(
        tmp_path, "e.csv",
        "Title,Text\nOpening,\"<p>It &amp; <a href='https://a.example/1'>that</a> opened.</p><script>x()</script>"
        "<p>3 < 4, [x] * y</p><img src='a.png'>\"\n",
    )  # fmt: skip

    assert [each["text"] for each in fields(made)[0]["claims"]] == ["It & that opened.", r"3 < 4, \[x\] \* y"]
    assert [each.value for each in made.left] == ["https://a.example/1", "x()", "a.png"]


@pytest.mark.parametrize("text", ["a * b * c", "_x_ and y_z", "a <b", "`x` [y](z) ![i](j) \\", "1 &amp 2", "<3 & more"])
def test_plain_words_are_shown_as_they_were_typed(text) -> None:
    from timeline.imports.plain_text import marked
    from timeline.site import inline_markdown

    assert inline_markdown.plain(marked(text)) == text


def test_words_that_a_record_has_are_carried_and_others_told(tmp_path) -> None:
    made = drafted(tmp_path, "e.csv", "Title,Kind,Status\nOpening,release,sure\n")

    assert fields(made)[0]["kind"] == "release"
    assert left(made) == {("row 2", "Status"): "`status` takes confirmed, reported, disputed, denied"}


def test_every_value_is_carried_or_told(tmp_path) -> None:
    made = drafted(
        tmp_path, "e.csv",
        "Title,Title,Latitude,,Date\nOpening,The opening,52.5,loose,2024,beyond\n,,,,\nWorks,,,,\n",
    )  # fmt: skip

    assert [each["title"] for each in fields(made)] == ["Opening", "Works"]
    assert {each.value for each in made.left} == {"The opening", "52.5", "loose", "beyond"}
    assert {each.where for each in made.left} == {"row 2"}


def test_a_column_stands_for_the_field_that_somebody_names(tmp_path) -> None:
    text = "Ereignis,Wann,Beleg\nEröffnung,2024-05,https://a.example/1\n"
    made = drafted(tmp_path, "e.csv", text, columns={"Beleg": "source", "Wann": "date"})

    assert fields(made)[0]["date"] == "2024-05"
    assert fields(made, "sources")[0]["url"] == "https://a.example/1"


def test_names_with_a_comma_stay_one_unless_all_of_them_are_known(tmp_path, read_record) -> None:
    timeline = read_record("actors: [{id: ann, name: Ann, kind: person}, {id: ben, name: Ben, kind: person}]")
    made = drafted(tmp_path, "e.csv", 'Title,Who\nOne,"Ann, Ben"\nTwo,"Smith, Wesson"\nThree,Ann;Cy\n', timeline)

    assert [each["actors"] for each in fields(made)] == [["ann", "ben"], ["smith-wesson"], ["ann", "cy"]]
    assert fields(made, "actors") == [{"id": "smith-wesson", "name": "Smith, Wesson"}, {"id": "cy", "name": "Cy"}]


@pytest.mark.parametrize(
    ("cell", "addresses"),
    [
        ("https://a.example/?a=1&amp;b=2", ["https://a.example/?a=1&b=2"]),
        ("https://a.example/?a=1&lt=2", ["https://a.example/?a=1&lt=2"]),
        ("https://a.example/x;v=1?c=d;e=f", ["https://a.example/x;v=1?c=d;e=f"]),
        ("https://a.example/1;https://b.example/2", ["https://a.example/1", "https://b.example/2"]),
        ("https://a.example/?a=1;b=2; b.example/2", ["https://a.example/?a=1;b=2", "b.example/2"]),
        ("<a href='https://a.example/?a=1&amp;b=2'>Gazette</a>", ["https://a.example/?a=1&b=2"]),
    ],
)
def test_an_address_is_taken_whole_and_makes_no_other_document(tmp_path, cell, addresses) -> None:
    made = drafted(tmp_path, "events.csv", f'Title,Link\nOpening,"{cell}"\n')

    assert [source.get("url") for source in fields(made, "sources")] == addresses


def test_a_column_that_is_named_for_nothing_is_left_out_and_told(tmp_path) -> None:
    made = drafted(tmp_path, "events.csv", "Date,Year,Title\n1931-05-02,1931,Opening\n", columns={"date": ""})

    assert fields(made)[0]["date"] == "1931"
    assert left(made) == {("row 2", "Date"): "`--column` leaves this column out"}


def test_an_object_within_an_object_is_read_by_its_words_and_its_address(tmp_path) -> None:
    row = {
        "title": "Opening",
        "description": {"description": "It opened.", "link": "https://a.example/1"},
        "source": {"title": "A bridge", "url": "https://gazette.example/1"},
        "tags": [{"name": "Bridges"}, {"name": "Ships"}],
        "where": {"hall": "Town"},
    }
    made = drafted(tmp_path, "events.json", json.dumps([row]))

    assert [claim["text"] for claim in fields(made)[0]["claims"]] == ["It opened."]
    assert fields(made)[0]["topics"] == ["bridges", "ships"]
    assert [(each["title"], each["url"]) for each in fields(made, "sources")] == [
        ("A bridge", "https://gazette.example/1")
    ]
    assert [(each.field, each.value) for each in made.left] == [
        ("description link", "https://a.example/1"),
        ("where", '{"hall": "Town"}'),
    ]
