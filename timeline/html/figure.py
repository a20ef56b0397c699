"""A chart on a page: its drawings, how it is read, what its marks mean, and the ways to take it along."""

from __future__ import annotations

from markupsafe import Markup

from timeline.charts import axis
from timeline.charts.svg import drawing
from timeline.charts.svg.drawing import Chart, fluid
from timeline.html.environment import environment
from timeline.html.month_grid import grid as months_grid
from timeline.language import gettext as _
from timeline.queries.index import Index
from timeline.site import urls
from timeline.site.urls import Links

_SCRIPT = f"{urls.ASSETS}charts/charts.js"


def figure(
    chart: Chart, links: Links, *, level: int = 2, more: str = "", framed: bool = False, name: str = ""
) -> Markup:
    """`level` is that of its heading, 0 for none; `framed` is one that was taken out of the site already, and `name`
    keeps several charts on a page apart."""
    template = environment().get_template("figure.html")
    return Markup(
        template.render(
            chart=chart,
            drawn=Markup(fluid(chart, name)),
            name=name or chart.id,
            level=level,
            more=Markup(more),
            framed=framed,
            script=links.to(_SCRIPT),
            timeline=links.timeline,
            followed=chart.kind in ("forecasts", "ribbons", "growth"),
            picture=links.to(urls.chart(chart.id, "svg")),
            data=links.to(urls.chart(chart.id, "csv")) if chart.rows else "",
            embed=links.to(urls.embed(chart.id)),
        )
    )


def slim(chart: Chart, links: Links) -> Markup:
    """A chart whose page tells it in words: the drawing, and below it in a word each the ways to take it along."""
    below = Markup("<span>{}</span> ").format(chart.note) if chart.note else Markup()
    below += _ways(chart, links) if chart.id else Markup()
    return Markup(
        '<figure class="tc tc-{kind}" data-chart="{kind}"><div class="tc-fit">{drawn}</div>{below}'
        '</figure><script type="module" src="{script}"></script>'
    ).format(
        kind=chart.kind,
        drawn=Markup(drawing.slim(chart)),
        below=Markup("<figcaption>{}</figcaption>").format(below) if below else Markup(),
        script=links.to(_SCRIPT),
    )


def _ways(chart: Chart, links: Links) -> Markup:
    picture, data, embed = (
        links.to(address)
        for address in (urls.chart(chart.id, "svg"), urls.chart(chart.id, "csv"), urls.embed(chart.id))
    )
    return Markup(
        '<span class="tc-ways"><a href="{picture}" download>SVG</a> <a href="{data}" download>CSV</a>'
        ' <a href="{embed}">{words}</a></span>'
    ).format(picture=picture, data=data, embed=embed, words=_("Embed"))


def timeline_axis(index: Index, links: Links, *, level: int = 2) -> Markup:
    """All events by date, with the numbers beside it."""
    if not index.timeline.events:
        return Markup()
    twin = months_grid(index.timeline.events, links)
    return figure(axis.chart(index, links), links, level=level, more=twin)
