"""A record under another id: everything that names it is mended, and nothing else is touched."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.conftest import completed
from timeline import checks
from timeline.cli import atomic_write
from timeline.cli.commands import timeline
from timeline.edits.rename import rename
from timeline.html.context import Context
from timeline.pages.registry import drawn, overviews
from timeline.queries.differences import differences

SAMPLE = Path(__file__).parents[1] / "sample"


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """The sample record with its pages."""
    shutil.copytree(SAMPLE / "data", tmp_path / "data")
    shutil.copytree(SAMPLE / "docs", tmp_path / "docs")
    return tmp_path


def run(kept: Path, *words: str) -> Result:
    folders = ["--data", str(kept / "data"), "--docs", str(kept / "docs")]
    return CliRunner().invoke(timeline, ["rename", *words, *folders])


def everything(kept: Path) -> dict[str, bytes]:
    return {path.relative_to(kept).as_posix(): path.read_bytes() for path in sorted(kept.rglob("*")) if path.is_file()}


def ids() -> list[tuple[str, str]]:
    whole = checks.read(SAMPLE / "data").timeline
    every = [
        *(("event", event.id) for event in whole.events),
        *(("source", source.id) for source in whole.sources),
        *(("actor", actor.id) for actor in whole.actors),
        *(("topic", topic.id) for topic in whole.topics),
    ]
    return sorted(random.Random(20).sample(every, 12))


@pytest.mark.parametrize(("thing", "old"), ids())
def test_a_renamed_record_is_the_same_one_and_so_is_all_around_it(kept, thing, old) -> None:
    before = checks.read(kept / "data")

    done = run(kept, old, "quite-another-name", "--of", thing)

    assert done.exit_code == 0, done.output
    after = checks.read(kept / "data")
    told = differences(before.timeline, after.timeline)
    assert [(each.what, each.thing, each.before, each.after) for each in told] == [
        ("renamed", thing, old, "quite-another-name")
    ]
    assert [p.code for p in after.problems] == [p.code for p in before.problems]
    assert CliRunner().invoke(timeline, ["fmt", "--check", str(kept / "data")]).exit_code == 0


def test_there_and_back_again_everything_but_the_aliases_is_as_it_was(kept) -> None:
    before = everything(kept)

    run(kept, "council-votes", "the-vote")
    refused = run(kept, "the-vote", "council-votes")

    assert refused.exit_code == 2
    assert "an old id of this event" in refused.output
    after = everything(kept)
    back = {name: raw.replace(b"aliases: [vote, council-votes]", b"aliases: [vote]") for name, raw in after.items()}
    assert {name: raw.replace(b"the-vote", b"council-votes") for name, raw in back.items()} == before


def test_pages_are_mended_where_they_link_cite_or_list_and_nowhere_else(kept) -> None:
    page = kept / "docs/page.md"
    page.write_text(
        "council-votes [[council-votes]] [[council-votes#nine|council-votes]] [[council-votes-again]]\n"
        "[@council-votes] `topic: bridge`\n\n"
        "::: timeline\nevent: council-votes, other\ntopic: bridge\n:::\n\nevent: council-votes\n",
        encoding="utf-8",
    )

    rename(kept / "data", kept / "docs", "council-votes", "the-vote")
    run(kept, "council-votes", "the-vote")

    assert page.read_text(encoding="utf-8") == (
        "council-votes [[the-vote]] [[the-vote#nine|council-votes]] [[council-votes-again]]\n"
        "[@council-votes] `topic: bridge`\n\n"
        "::: timeline\nevent: the-vote, other\ntopic: bridge\n:::\n\nevent: council-votes\n"
    )


def test_links_to_an_actor_or_a_place_are_mended_unless_they_lead_to_an_event_of_that_id(tmp_path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "record.yaml").write_text(
        completed("""
            sources: [{id: log}]
            actors: [{id: mayor, kind: person}, {id: flood, kind: company}]
            places: [{id: quay, name: The quay}]
            events: [{id: flood, actors: [mayor, flood], places: quay, claims: [{cite: log}]}]
        """),
        encoding="utf-8",
    )
    page = tmp_path / "docs" / "story.md"
    page.parent.mkdir()
    page.write_text("At [[quay|the quay]] stood [[ mayor ]] in the [[flood]].\n", encoding="utf-8")

    for words in (("mayor", "lord-mayor"), ("quay", "old-quay"), ("flood", "flood-ltd", "--of", "actor")):
        assert run(tmp_path, *words).exit_code == 0, words
    assert page.read_text("utf-8") == "At [[old-quay|the quay]] stood [[ lord-mayor ]] in the [[flood]].\n"


def test_comments_and_words_that_look_like_the_id_stay(kept) -> None:
    path = kept / "data/events.yaml"
    text = path.read_text(encoding="utf-8").replace(
        "  - id: council-votes\n", "  # council-votes is first\n  - id: council-votes\n"
    )
    path.write_text(text, encoding="utf-8")

    run(kept, "council-votes", "the-vote")

    assert "  # council-votes is first\n" in path.read_text(encoding="utf-8")


def test_a_file_out_of_shape_is_changed_in_these_places_only(kept) -> None:
    path = kept / "data/events.yaml"
    text = path.read_text(encoding="utf-8").replace("    kind: report\n", "    kind:    report\n", 1)
    path.write_text(text, encoding="utf-8")

    run(kept, "council-votes", "the-vote")

    changed = path.read_text(encoding="utf-8")
    assert "    kind:    report\n" in changed
    assert changed.replace("[vote, council-votes]", "[vote]").replace("the-vote", "council-votes") == text


def test_line_ends_and_the_mark_of_the_encoding_stay(kept) -> None:
    path = kept / "data/events.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))

    assert run(kept, "council-votes", "the-vote").exit_code == 0
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\r\n") == raw.count(b"\n") > 100


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("nosuch", "other", "no record has the id `nosuch`"),
        ("nosuch", "other", "ids stand in the files, behind `id:`"),
        ("council-vote", "other", "a similar id is `council-votes`"),
        ("council-votes", "rowing-boats", "`rowing-boats` is taken by another event"),
        ("council-votes", "Not An Id", "the record would have faults"),
        ("council-votes", "index", "the record would have faults"),
    ],
)
def test_what_cannot_be_is_refused_and_no_file_is_touched(kept, old, new, said) -> None:
    before = everything(kept)

    done = run(kept, old, new)

    assert done.exit_code == 2
    assert said in done.output
    assert everything(kept) == before


def test_a_record_with_errors_is_mended_first(kept) -> None:
    path = kept / "data/events.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("status: confirmed", "status: certain", 1), encoding="utf-8"
    )

    done = run(kept, "council-votes", "the-vote")

    assert done.exit_code == 2
    assert "mend them first: `timeline check" in done.output


def test_a_run_that_was_cut_off_is_taken_up_again(kept, monkeypatch) -> None:
    """Killed after any file, the same command finishes the work."""
    whole = rename(kept / "data", kept / "docs", "council", "town-council", "actor")
    assert len(whole.changes) > 1
    for stop in range(1, len(whole.changes)):
        for change in whole.changes:
            change.path.write_bytes(change.before or b"")
        atomic_write.write(whole.changes[:stop])

        atomic_write.write(rename(kept / "data", kept / "docs", "council", "town-council", "actor").changes)

        assert all(change.path.read_bytes() == change.after for change in whole.changes)


def test_somebody_elses_edit_is_not_overwritten(kept) -> None:
    whole = rename(kept / "data", kept / "docs", "council-votes", "the-vote")
    path = whole.changes[0].path
    path.write_bytes(path.read_bytes() + b"# mine\n")

    with pytest.raises(Exception, match="changed by somebody else"):
        atomic_write.write(whole.changes)
    assert path.read_bytes().endswith(b"# mine\n")
    assert not re.search(rb"the-vote", path.read_bytes())


def test_a_renamed_claim_is_named_anew_where_others_answer_it_and_in_pages(kept) -> None:
    before = checks.read(kept / "data").timeline
    answered = next(claim for claim in before.claims if claim.id and any(claim.ref in o.opposes for o in before.claims))
    old, new = answered.ref, f"{answered.event}#quite-another-name"
    (kept / "docs" / "page.md").write_text(f"[[{old}]] and [[{old}|so]], not [[{old}-too]].\n", encoding="utf-8")

    done = run(kept, old, "quite-another-name")

    assert done.exit_code == 0, done.output
    after = checks.read(kept / "data").timeline
    assert after.claim(new).aliases[-1:] == (answered.id,)
    named = [sorted(new if ref == old else ref for ref in claim.opposes) for claim in before.claims]
    assert [sorted(claim.opposes) for claim in after.claims] == named
    assert (kept / "docs" / "page.md").read_text("utf-8") == f"[[{new}]] and [[{new}|so]], not [[{old}-too]].\n"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("dockers-strike#nobody-said-so", "x", "no claim of `dockers-strike` has the id `nobody-said-so`"),
        ("dockers-strike#claim-2", "no-crane-moved", "no claim of `dockers-strike` has the id `claim-2`"),
        ("dockers-strike#all-stopped", "claim-2", "taken by another claim"),
        ("nowhere#all-stopped", "x", "no event has the id `nowhere`"),
        ("dockers-strik#all-stopped", "x", "a similar id is `dockers-strike`"),
        ("dockers-strike#all-stoped", "x", "a similar id is `all-stopped`"),
        ("dockers-strike#all-stopped", "Not An Id", "faults that it has not now"),
    ],
)
def test_a_claim_that_cannot_be_renamed_so_is_refused_and_no_file_is_touched(kept, old, new, said) -> None:
    before = everything(kept)

    done = run(kept, old, new)

    assert done.exit_code == 2
    assert said in done.output
    assert everything(kept) == before


def test_forecasts_and_tracks_keep_their_old_ids_and_places(kept) -> None:
    whole = checks.read(kept / "data").timeline
    forecast, track = whole.expectations[0].id, whole.tracks[0].id

    assert run(kept, forecast, "another-forecast").exit_code == 0
    assert run(kept, track, "another-track").exit_code == 0

    after = checks.read(kept / "data").timeline
    assert after.renamed["expectation"] == {forecast: "another-forecast"}
    assert after.renamed["track"] == {track: "another-track"}
    pages = {page.address: page.body for page in drawn(overviews(Context.of(after)))}
    assert f'<span id="{forecast}"></span>' in pages["expectations/"]
    assert f'<span id="_{track}"></span>' in pages["tracks/"]
