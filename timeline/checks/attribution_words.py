"""The words by which a sentence names who says it, in the languages that we read.

A list of words judges nothing but whether somebody is named at all, so it is generous: a sentence that it
takes for somebody's word is let pass. A record in a language without a list is never judged by words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from timeline.model import Actor


@dataclass(frozen=True, slots=True)
class Speech:
    """How one language tells that somebody says something."""

    saying: re.Pattern[str]
    """Words that name a speaker or a document as the one who says it."""
    retelling: re.Pattern[str]
    """A sentence about somebody's saying: what it states is that it was said."""
    headline: re.Pattern[str]
    """Words that speak of the title of a document."""


def _words(text: str) -> str:
    return "|".join(text.split())


_SAID = _words(
    "say says said saying tell tells told write writes wrote report reports reported reportedly state stated claim "
    "claims claimed allege alleges alleged allegedly allegation allegations accuse accuses accused announce announces "
    "announced acknowledge acknowledges acknowledged admit admits admitted confirm confirms confirmed deny denies "
    "denied reject rejects rejected dispute disputes disputed warn warns warned expect expects expected foretold "
    "predicted estimate estimates estimated argue argues argued suggest suggests suggested describe describes "
    "described retell retells retold summarise summarises summarised summarize summarizes summarized quote quotes "
    "quoted cite cites cited conclude concludes concluded disclose discloses disclosed answer answers answered "
    "reply replies replied comment commented declined remark remarks remarked note notes noted explain explains "
    "explained add adds added speaks spoke sums judge judges judged insist insists insisted believe believes "
    "believed think thinks thought held rumour rumours rumoured rumor rumors rumored headline headlines article "
    "articles newspaper newspapers account count counts counted retelling retellings"
)
_GESAGT = _words(
    "sagt sagte sagten sagen gesagt schreibt schrieb schrieben schreiben geschrieben berichtet berichtete berichteten "
    "berichten Bericht Berichte Berichten Berichts erklärt erklärte erklärten teilte teilten mitgeteilt meldet meldete "
    "meldeten Meldung behauptet behauptete behaupteten angeblich laut zufolge nannte nennt bestätigt bestätigte "
    "bestätigten bestreitet bestritt bestritten dementiert dementierte weist wies warnt warnte warnten erwartet "
    "erwartete erwarteten schätzt schätzte schätzten Schätzung Angaben Auskunft Aussage Aussagen beschuldigt "
    "beschuldigte vorgeworfen warf Vorwurf Vorwürfe kündigte angekündigt räumte gab meint meinte folgert folgerte "
    "Gerücht Gerüchte Gerüchten Gerüchts Schlagzeile Artikel Zeitung Zeitungen heißt hieß wonach"
)

ENGLISH = Speech(
    saying=re.compile(rf"\b(?:{_SAID}|according to|seen as|in the words of)\b|, by (?!\d)", re.IGNORECASE),
    retelling=re.compile(
        r"\b(?:(?:over|about|for) alleged|alleg(?:es|ed) that|allegations?|accus(?:e|es|ed|ing|ations?))\b"
        r"|^[^,;:]*?(?<!is )(?<!are )(?<!was )(?<!were )(?<!been )\b(?:told\b|(?:says?|said|claims|claimed|states|"
        r"stated|writes|wrote|reports|reported|announces|announced) (?:that|it|they)\b)",
        re.IGNORECASE,
    ),
    headline=re.compile(r"\b(?:headlines?|headlined|entitled|titled|in its title)\b", re.IGNORECASE),
)
GERMAN = Speech(
    saying=re.compile(rf"\b(?:{_GESAGT})\b|\bsoll(?:en)?\b.*\b(?:haben|sein)\b"),
    retelling=re.compile(
        r"\b(?:(?:wegen|über) angebliche[nr]?|Vorw[uü]rf\w*|beschuldigten?|vorgeworfen|warf\b.*\bvor)\b"
        r"|^[^,;:]*?\b(?:sagten?|behaupteten?|erklärten?|meldeten?|berichteten?|schreibt|schrieb|mit), dass\b"
    ),
    headline=re.compile(r"\b(?:Schlagzeilen?|Überschrift(?:en)?|im Titel|unter dem Titel|betitelt)\b"),
)
_BY_LANGUAGE = {"en": ENGLISH, "de": GERMAN}


def of(language: str) -> Speech | None:
    """The words of a language, by its tag; nothing for one that we do not read."""
    return _BY_LANGUAGE.get(language.partition("-")[0])


def names_one(text: str, names: Iterable[str]) -> bool:
    """Whether a text has one of some names, as words of their own."""
    return any(_stands(text, name) for name in names if name)


def _stands(text: str, name: str) -> bool:
    """A pattern would be made anew for each of thousands of names."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not (_in_word(text[at - 1 : at]) or _in_word(text[end : end + 1])):
            return True
        at = text.find(name, at + 1)
    return False


def _in_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def bare(publisher: str) -> str:
    """A publisher's name without the word in brackets about where we read it."""
    return publisher.partition(" (")[0]


def called(actor: Actor) -> tuple[str, ...]:
    """What a sentence may call an actor: all names, and of a person the last word of the first."""
    names = (actor.name, *actor.also)
    return (*names, actor.name.split()[-1]) if actor.counts_as == "person" else names
