"""Pictures of an event's page: its values put into words for drawing."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from sayso.desk.draw.numbers import Bar, Tone, draw_numbers
from sayso.desk.draw.voices import Twig, draw_voice
from sayso.desk.event.lineage import Branch, prune
from sayso.desk.event.number import Count, Scale, caption_count
from sayso.desk.event.view import VoiceView
from sayso.desk.wording import VERBS, word, write_date

Say = Callable[..., str]

MOST = 30  # reports in the picture of a voice: a wire may have hundreds of copies, and all of them say one thing


def picture_voice(view: VoiceView, say: Say) -> Markup:
    """The tree of the reports by which a voice reached us."""
    shown = prune(view.branches, MOST)
    twigs = [_twig(branch, say) for branch in shown]
    left_out = sum(branch.size for branch in view.branches) - sum(branch.size for branch in shown)
    if left_out:
        twigs.append(Twig(say("and %(n)s more reports", n=left_out), say("the list below has them"), None, held=False))
    title = say("How %(voice)s reached us", voice=view.voice.name)
    verbs = say(", ").join(say(VERBS[stance]) for stance in view.voice.stances)
    return draw_voice(verbs, twigs, title=title, tone=Tone(view.voice.interest))


def picture_scale(scale: Scale, place: int, say: Say) -> Markup:
    """The numbers of one scale."""
    bars = tuple(_bar(count, say) for count in scale.counts)
    return draw_numbers(bars, title=say("Numbers by voice"), key=f"scale{place}")


def _twig(branch: Branch, say: Say) -> Twig:
    report = branch.report
    outlet = report.outlet or say("no outlet named")
    return Twig(
        words=f"{outlet} · {write_date(report.told, say)}" if report.held else outlet,
        how=_how(branch, say),
        link=f"/claim/{branch.claims[0].id}" if branch.claims else None,
        held=report.held,
        below=tuple(_twig(each, say) for each in branch.taken_over),
    )


def _how(branch: Branch, say: Say) -> str:
    if not branch.report.held:
        return say("credited by others; its text is not held")
    if branch.edge is not None:
        return word(branch.edge.relation, say)
    return say("has it from the voice")


def _bar(count: Count, say: Say) -> Bar:
    parts = [count.voice.name, write_date(count.told, say)]
    if count.is_update:
        parts.append(say("update"))
    return Bar(
        words=" · ".join(parts),
        figure=caption_count(count),
        link=f"/claim/{count.claim}",
        low=count.low,
        best=count.best,
        high=count.high,
        is_about=count.is_about,
        past=count.is_past,
        tone=Tone(count.voice.interest),
    )
