"""Around: what the pages of other rooms show of a thing beside it: collections, votes, talk, whether one follows it."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.desk.keep.thing import TALKED, VOTED
from sayso.desk.language import LANGUAGES, load_templates
from sayso.desk.page import Page
from sayso.people.collection import KeptCollection, Member, MemberKind
from sayso.people.task import Task
from sayso.people.vote import Tally
from sayso.people.watch import WatchKind


@dataclass(frozen=True, slots=True)
class Around:
    """What people keep about one thing, asked for when a template writes it."""

    page: Page
    kind: MemberKind
    id: str

    @property
    def collections(self) -> tuple[tuple[KeptCollection, bool], ...]:
        """The visitor's own collections, and whether each has it."""
        user = self.page.visitor.user
        mine = self.page.people.collections.list(user) if user else ()
        member = Member(self.kind, self.id)
        return tuple((each, member in each.members) for each in mine)

    @property
    def tally(self) -> Tally | None:
        """The votes on it; None for what nobody votes on."""
        if self.kind not in VOTED:
            return None
        former = self.page.record.former_ids(self.id)
        return self.page.people.votes.count(self.kind, self.id, self.page.visitor.user, former=former)

    @property
    def comments(self) -> int | None:
        """How many comments there are; None for what is not talked about."""
        if self.kind not in TALKED:
            return None
        found = self.page.people.comments.list(self.kind, self.id, former=self.page.record.former_ids(self.id))
        return sum(bool(each.text) for each in found)

    @property
    def task(self) -> Task | None:
        """Who looks after it, and how far that is."""
        return self.page.people.tasks.find(self.kind, self.id)

    @property
    def can_follow(self) -> bool:
        """Whether it can be followed and is not yet."""
        user = self.page.visitor.user
        if user is None or str(self.kind) not in set(map(str, WatchKind)):
            return False
        return not any(each.subject == self.id for each in self.page.people.watches.list(user))


def offer() -> None:
    """Gives templates `around(page, kind, id)`."""
    for language in LANGUAGES:
        load_templates(language).globals["around"] = lambda page, kind, id_: Around(page, MemberKind(kind), id_)
