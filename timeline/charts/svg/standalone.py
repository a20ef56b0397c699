"""A chart as a picture of its own, with the colours and fonts that the site would have given it.

Programs that draw on paper know no custom properties, so every colour stands in it as itself; and a link that is
relative to the site leads nowhere outside, so there is none.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from markupsafe import escape

from timeline import dates
from timeline.charts.svg.drawing import WIDTHS, Chart
from timeline.charts.svg.legend import legend
from timeline.charts.svg.metrics import lines
from timeline.charts.svg.pen import SIZE, Pen, number
from timeline.language import gettext as _
from timeline.model import About
from timeline.site import colours
from timeline.site.typefaces import TYPEFACES

_LINK = re.compile(r"<a\s[^>]*>")
_NAME = re.compile(r"var\(--([\w-]+)\)")
_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
_CLASSES = re.compile(r'class="([^"]+)"')
_NAMED = re.compile(r"\.([\w-]+)")
_ALWAYS = {"tc-ground", "tc-title", "tc-text", "tc-svg", "tc-faint"}
_EDGE = 20.0
_LARGE = 22.0
_SERIF = 0.94
"""Bold letters with serifs are wider than those that widths are reckoned from."""
_OWN = """.tc-ground { fill: var(--tc-paper); }
.tc-title { font-family: var(--tl-serif); font-size: 22px; font-weight: 600; }
"""


def picture(chart: Chart, record: About) -> str:
    """SVG at one fixed width that any program may scale."""
    pen = Pen(WIDTHS["l"], chart.id, fixed=True)
    drawn, height = chart.draw(pen)
    key, high_key = legend(pen, chart.key)
    made = pen.definitions(key + drawn)
    body = _LINK.sub("<g>", drawn).replace("</a>", "</g>")
    titles = lines(chart.whole_title, pen.width * _SERIF, _LARGE, bold=True)
    aid = lines(chart.aid, pen.width, SIZE)
    reach = dates.words(dates.parse(record.through.isoformat()))
    credit = ", ".join(filter(None, (record.title, _("checked up to {day}").format(day=reach), record.licence)))
    begun = 28.0 * len(titles) - 8
    above = begun + 24 + 18 * len(aid)
    top = above + high_key
    wide, high = pen.width + 2 * _EDGE, top + height + 44
    heading = [
        f'<text x="0" y="{number(20 + 28 * n)}" class="tc-text tc-title">{escape(line)}</text>'
        for n, line in enumerate(titles)
    ]
    heading += [
        f'<text x="0" y="{number(begun + 22 + 18 * n)}" class="tc-text">{escape(line)}</text>'
        for n, line in enumerate(aid)
    ]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{number(wide)}" height="{number(high)}"'
        f' viewBox="0 0 {number(wide)} {number(high)}" role="img" aria-labelledby="title about">\n'
        f'<title id="title">{escape(chart.whole_title)}</title>\n<desc id="about">{escape(chart.words)}</desc>\n'
        f"<style>{styles(made + key + drawn)}</style>\n"
        f'<rect width="100%" height="100%" class="tc-ground"/>\n'
        f'<g transform="translate({number(_EDGE)} 14)" class="tc-svg">'
        f'{made}{"".join(heading)}<g transform="translate(0 {number(above - 6)})">{key}</g>'
        f'<g transform="translate(0 {number(top)})">{body}</g>'
        f'<text x="0" y="{number(top + height + 16)}" class="tc-text tc-faint">{escape(credit)}</text></g>\n</svg>\n'
    )


def styles(drawn: str) -> str:
    """The rules for what is drawn, the others stay at home."""
    names = {name for classes in _CLASSES.findall(drawn) for name in classes.split()} | _ALWAYS
    rules = (rule for rule, asked in _rules() if not asked.isdisjoint(names))
    return "\n" + "\n".join(rules) + "\n"


@cache
def rules() -> str:
    """The rules for drawing, a line each, with the names of colours in them."""
    text = (files("timeline.charts.svg") / "drawing.css").read_text(encoding="utf-8")
    return _COMMENT.sub("", text).strip()


@cache
def _rules() -> tuple[tuple[str, frozenset[str]], ...]:
    """Each rule for drawing, with plain values for the names that it uses, and the classes that it asks for."""
    lines = _NAME.sub(lambda name: TYPEFACES.get(name[1]) or colours.plain(name[1]), f"{rules()}\n{_OWN}").splitlines()
    return tuple((line, frozenset(_NAMED.findall(line.partition("{")[0]))) for line in lines)
