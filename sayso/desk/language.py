"""Languages of the interface: message catalogues, and which way a page runs."""

from __future__ import annotations

from functools import cache
from gettext import NullTranslations, translation
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from sayso.desk.wording import add_filters

#: Languages with a catalogue, each by its own name.
LANGUAGES = {"en": "English", "ar": "العربية"}
RIGHT_TO_LEFT = frozenset({"ar"})
_DOMAIN = "desk"


def N_(message: str) -> str:  # noqa: N802 - the name that gatherers of messages know
    """Marks a message for the catalogue that is said elsewhere, where it is no literal."""
    return message


def choose_language(*wishes: str | None) -> str:
    """The first wish that there is a catalogue for; each may be a header's list (`ar-EG,ar;q=0.9,en;q=0.5`)."""
    for wish in wishes:
        for each in (wish or "").split(","):
            code = each.partition(";")[0].strip().partition("-")[0].lower()
            if code in LANGUAGES:
                return code
    return "en"


def direction_of(language: str) -> str:
    """`rtl` or `ltr`."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


@cache
def load_messages(language: str) -> NullTranslations:
    """The catalogue of a language; English has the messages themselves."""
    folder = Path(str(files("sayso.desk") / "messages"))
    return translation(_DOMAIN, localedir=str(folder), languages=[language], fallback=True)


@cache
def load_templates(language: str) -> Environment:
    """The templates with the words of one language."""
    environment = Environment(
        loader=PackageLoader("sayso.desk", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    messages = load_messages(language)
    environment.install_gettext_translations(messages, newstyle=True)  # type: ignore[attr-defined]
    add_filters(environment, messages.gettext)
    return environment
