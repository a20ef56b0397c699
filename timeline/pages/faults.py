"""A page that shows what is wrong where the site would be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.html.environment import environment
from timeline.html.page import Page
from timeline.language import gettext as _
from timeline.problems import Problem
from timeline.problems.report import summary, texts


def faults_page(problems: Sequence[Problem], files: Mapping[str, str]) -> Page:
    """Each problem with its file, line, excerpt and remedy."""
    told = [(problem, text.rstrip()) for problem, text in texts(problems, files)]
    body = environment().get_template("faults.html").render(summary=summary(problems), problems=told)
    return Page(
        "",
        _("{faults} in the record").format(faults=summary(problems)),
        _("What has to be mended first."),
        body,
        "faults",
        hide=("toc", "navigation"),
    )
