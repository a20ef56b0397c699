"""Shows type, colour, marks and spacing as they are built: `docs/design/style.md` and the two pictures in it.

    python tools/style_page.py

Values come from the code, contrasts are reckoned from them, and the pictures show a specimen under the site's own
style sheet. A test compares the page with the code.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from timeline.browser import styles  # noqa: E402 -- the tree has to be found first
from timeline.model.words import STATUS  # noqa: E402 -- as above
from timeline.site.colours import COLOURS, Colour  # noqa: E402 -- as above
from timeline.site.typefaces import SANS, SERIF  # noqa: E402 -- as above

PAGE = ROOT / "docs" / "design" / "style.md"
MEANING = {
    "tl-ink": "what is said",
    "tl-soft": "what stands beside it: evidence, dates of ours, controls",
    "tl-paper": "the ground",
    "tl-tint": "a box; in charts a stretch in which nothing was named",
    "tl-line": "what parts one thing from the next",
    "tl-link": "the line below a link",
    "tl-missed": "what was predicted and did not come; nothing else is red",
    "tl-accent": "focus, and what a pointer is on",
    "tc-open": "a thing that could be had freely",
    "tc-limited": "a thing under conditions; hatched",
    "tc-closed": "a thing that could not be had",
}
SIZES = (
    ("headline of the first page", "serif, 600", "50 px; 35 px on phones"),
    ("title of a page", "serif, 600", "30 px; 25 px on phones"),
    ("heading", "serif, 600", "21 px"),
    ("what is read at length", "serif", "19 px, lines of 640 px; 17 px on phones"),
    ("data, cards, controls", "sans", "16 px"),
    ("what stands beside it", "sans, soft", "15 px"),
    ("words in charts", "sans", "13 px, never smaller"),
)
COURSES = {"missed": "did not come", "cancelled": "cancelled", "planned": "planned", "unknown": "outcome not known"}


def contrast(one: str, other: str) -> float:
    """As WCAG 2.2 reckons it, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def written() -> str:
    """The page as Markdown."""
    rows = "\n".join(_colour(name, COLOURS[name], words) for name, words in MEANING.items())
    sizes = "\n".join(f"| {what} | {face} | {size} |" for what, face, size in SIZES)
    marks = "\n".join(f"| {name} | {words} |" for name, words in STATUS.items())
    return f"""# Type, colour, marks and spacing

Written by `python tools/style_page.py` from the code, with two pictures of a specimen under the site's own style sheet.

![The specimen in light colours](style-light.png)
![The same in dark colours](style-dark.png)

## Type

Two faces, both the reader's own, so that nothing is fetched.

- Sans: `{SANS}`
- Serif: `{SERIF}`

| what | face | size |
| --- | --- | --- |
{sizes}

No face is bundled: nothing has to be fetched, and what systems bring along serves both tasks.

## Colour

Each colour has one meaning, and none means anything that a shape or a word does not say as well.
The contrast is that with the ground of the page, as WCAG 2.2 reckons it; text needs 4.5.

| name | light | contrast | dark | contrast | paper | meaning |
| --- | --- | ---: | --- | ---: | --- | --- |
{rows}

## Marks

A status is a circle, filled as far as the evidence goes; a course that ended otherwise than expected is struck through.

| status | meaning |
| --- | --- |
{marks}

## Grid and spacing

The page is 1,220 px wide at most.
What is read at length keeps to 640 px on the left; figures stand beside it, and lists take the whole width.
Records of a list are parted by a line and 0.7 em of air on both sides; headings have 1.8 em above and 0.6 em below.
Whatever can be pressed is at least 24 px high and wide.
"""


def _colour(name: str, colour: Colour, words: str) -> str:
    dark, paper = colour.dark or colour.light, colour.paper or colour.light
    light_ground, dark_ground = COLOURS["tl-paper"].light, COLOURS["tl-paper"].dark
    return (
        f"| `{name}` | `{colour.light}` | {contrast(colour.light, light_ground):.1f} "
        f"| `{dark}` | {contrast(dark, dark_ground):.1f} | `{paper}` | {words} |"
    )


def specimen(scheme: str) -> str:
    """A page of HTML that shows all of it."""
    swatches = "".join(
        f'<li><i style="background: var(--{name})"></i><code>{name}</code> {words}</li>'
        for name, words in MEANING.items()
    )
    marks = " ".join(f'<span class="tl-mark tl-status tl-status--{name}">{name}</span>' for name in STATUS)
    courses = " ".join(
        f'<span class="tl-mark tl-course tl-course--{name}">{words}</span>' for name, words in COURSES.items()
    )
    return f"""<!doctype html><html><meta charset="utf-8"><style>{styles.sheet()}
body {{ background: var(--tl-paper); color: var(--tl-ink); font: 16px/1.5 var(--tl-sans);
margin: 0; padding: 30px 46px }}
html {{ font-size: 125% }} .swatches {{ columns: 2; list-style: none; padding: 0 }} .swatches li {{ margin: 4px 0 }}
.swatches i {{ border: 1px solid var(--tl-line); display: inline-block; height: 20px; margin-right: 10px;
vertical-align: middle; width: 44px }} code {{ font-size: 14px; margin-right: 6px }}
</style><body data-md-color-scheme="{scheme}"><main class="md-typeset"><div class="tl-page">
<p class="tl-state"><b class="tl-state-waiting">Not released</b> <span>as of a day, the last day checked</span></p>
<h1>A headline of the first page</h1><p class="tl-lede">A standfirst says in three sentences what the page is about, and
<a href="#">leads on</a> where words are underlined in grey.</p>
<h2>A heading</h2><p>Data, cards and controls are set in the face without serifs.
<span class="tl-soft">What stands beside them is soft.</span></p>
<p>{marks}</p><p>{courses}</p><ul class="swatches">{swatches}</ul></div></main></body></html>"""


def main() -> None:
    """Writes the page and takes its pictures."""
    from playwright.sync_api import sync_playwright

    from tests.browser.chromium import search

    PAGE.write_text(written(), encoding="utf-8")
    with sync_playwright() as playwright:
        found = search(playwright)
        if found.launch is None:
            sys.exit("no Chromium: " + "; ".join(found.attempts))
        browser = playwright.chromium.launch(**found.launch)
        for name, scheme in (("light", "default"), ("dark", "slate")):
            page = browser.new_page(viewport={"width": 1100, "height": 600})
            page.set_content(specimen(scheme))
            page.screenshot(path=PAGE.with_name(f"style-{name}.png"), full_page=True)
        browser.close()
    print(PAGE.relative_to(ROOT))


if __name__ == "__main__":
    main()
