"""Press: the outlets that tell of an event, and which of them words mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from sayso.corroborate.lineage.calling import script_of_name
from sayso.corroborate.lineage.outlet import key_calling, outlet_names
from sayso.corroborate.voice.hearing import Speaking
from sayso.corroborate.voice.naming import is_short_for
from sayso.model.claim import Mention
from sayso.model.values.letter import Script


@dataclass(frozen=True, slots=True)
class Press:
    """The outlets by each form of their names, in lower case; `meant` remembers what was asked."""

    forms: dict[str, frozenset[str]]
    meant: dict[str, frozenset[str]] = field(default_factory=dict)

    def find(self, mention: Mention) -> frozenset[str]:
        """The outlets that a mention names, in full or, where it can mean no other here, in short ("the Gazette")."""
        return frozenset(outlet for name in (mention.text, *mention.names) for outlet in self.find_named(name))

    def find_named(self, name: str) -> frozenset[str]:
        """As `find`, for one form of a name."""
        if name not in self.meant:
            forms = (*map(str.casefold, outlet_names(name)), *key_calling(name))
            full = (self.forms.get(form, frozenset()) for form in forms)
            self.meant[name] = frozenset(outlet for found in full for outlet in found) or self._find_short(name)
        return self.meant[name]

    def _find_short(self, name: str) -> frozenset[str]:
        if not name.casefold().startswith(("the ", "l'", "l’")):
            return frozenset()
        fits = [outlets for form, outlets in self.forms.items() if is_short_for(name, form)]
        # The forms of one outlet have it in common; two outlets have none.
        common = frozenset.intersection(*fits) if fits else frozenset[str]()
        return common if all(outlets <= common for outlets in fits) else frozenset()


def gather_press(speakings: Iterable[Speaking]) -> Press:
    """The outlets that carry the speakings, those of copies included."""
    forms: dict[str, set[str]] = defaultdict(set)
    for outlet in sorted({outlet for speaking in speakings for outlet in outlets_of(speaking)}):
        # Only of a name in other letters is it asked how it sounds.
        called = key_calling(outlet) if script_of_name(outlet) is not Script.LATIN else frozenset[str]()
        for form in (*map(str.casefold, outlet_names(outlet)), *called):
            forms[form].add(outlet)
    return Press({form: frozenset(outlets) for form, outlets in forms.items()})


def outlets_of(speaking: Speaking) -> frozenset[str]:
    """The outlets that print a speaking, copies included, and the one whose page is translated."""
    carried = (member.report.outlet for member in speaking.node.members)
    return frozenset(outlet for outlet in (*carried, speaking.page) if outlet)
