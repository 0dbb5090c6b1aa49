"""Referent: what a mention stands for within one report, before names are joined across reports."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.entity import EntityKind


@dataclass(frozen=True, slots=True)
class Referent:
    """Somebody or something that words of one report stand for.

    `forms` are the words that name it there, the fullest first. `named` is false for sources that
    the report leaves unnamed ("military sources"): they keep their words and become no entity.
    `proper` is the proper name by which it is compared where the fullest form holds more than that;
    `common` is the plain word by which things without a name of their own are compared ("army",
    "pumping station", "base"), None for a name that says all; `country` is whose it is, None if
    the report does not say. `office` and `of` are what a person is and of whom. `plural` and
    `female` are what the words show (None: not shown). `because` is the reason for the reading.
    """

    kind: EntityKind
    forms: tuple[str, ...]
    named: bool = True
    proper: str | None = None
    common: str | None = None
    country: str | None = None
    office: str | None = None
    of: str | None = None
    plural: bool = False
    female: bool | None = None
    because: str = ""

    def __post_init__(self) -> None:
        if not self.forms:
            raise ValueError(f"a {self.kind} needs at least one form ({self.because})")

    @property
    def name(self) -> str:
        """The fullest form."""
        return self.forms[0]

    @property
    def compared(self) -> str | None:
        """The proper name that tells it from others; None for what has only a plain word."""
        return self.proper or (None if self.common else self.forms[0])
