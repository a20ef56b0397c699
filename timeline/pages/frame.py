"""A whole page without theme and without script, for a frame on another site."""

from __future__ import annotations

from markupsafe import Markup

from timeline.model import Timeline
from timeline.pages import paths
from timeline.pages.environment import environment
from timeline.pages.leaf import Leaf
from timeline.pages.paths import Links


def frame(timeline: Timeline, id: str, title: str, body: Markup, home: str) -> Leaf:
    """It asks for nothing but our style sheets; `home` leads to where its content stands on the site."""
    address = paths.embed(id)
    text = (
        environment()
        .get_template("embed.html")
        .render(
            title=title,
            body=body,
            home=home,
            record=timeline.record,
            links=Links(address),
            style=Links(address).to(f"{paths.ASSETS}timeline.css"),
        )
    )
    return Leaf(f"{address}index.html", text)
