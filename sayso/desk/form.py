"""The form: what a visitor posted, once its token was found good. Every endpoint that changes anything takes one."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException

from sayso.desk.page import OpenPage, form_binding
from sayso.desk.refusal import Spoilt

LONGEST_FIELD = 2_000_000  # letters: a pasted report of a few hundred pages
_MOST_FILES, _MOST_FIELDS = 200, 400


@dataclass(frozen=True, slots=True)
class Form:
    """Posted fields. Text comes without the white space around it and without NUL."""

    fields: FormData

    def __getitem__(self, name: str) -> str:
        """A field that the form must have. Raises Spoilt without it."""
        value = self.fields.get(name)
        if not isinstance(value, str):
            raise Spoilt(f"The form came without its field {name!r}; go back, load the page anew and send it again.")
        return _clean(value)

    def get(self, name: str, default: str = "") -> str:
        """A field that may be missing."""
        value = self.fields.get(name)
        return _clean(value) if isinstance(value, str) else default

    def many(self, name: str) -> tuple[str, ...]:
        """All values of a field that may stand several times."""
        return tuple(_clean(value) for value in self.fields.getlist(name) if isinstance(value, str))

    def files(self, name: str) -> tuple[UploadFile, ...]:
        """The files of a field, without empty ones."""
        return tuple(each for each in self.fields.getlist(name) if isinstance(each, UploadFile) and each.filename)


async def read_form(request: Request) -> AsyncIterator[FormData]:
    """The fields of a post; its files are let go of afterwards. Raises Spoilt for what is no form."""
    try:
        form = await request.form(max_files=_MOST_FILES, max_fields=_MOST_FIELDS, max_part_size=LONGEST_FIELD * 4)
    except HTTPException as error:
        raise Spoilt("This form cannot be read; go back, load the page anew and send it again.") from error
    try:
        yield form
    finally:
        await form.close()


def take_form(page: OpenPage, fields: Annotated[FormData, Depends(read_form)]) -> Form:
    """The form, once its token was found to be this visitor's and was not used before.

    Raises Forged, Replayed, or Spoilt for a field beyond all use.
    """
    form = Form(fields)
    for name, value in fields.multi_items():
        if isinstance(value, str) and len(value) > LONGEST_FIELD:
            raise Spoilt(f"The field {name[:40]!r} is longer than the desk takes; save it as a file and add that.")
    page.people.forms.take(form_binding(page), form.get("form"))
    return form


def _clean(value: str) -> str:
    return value.replace("\0", "").strip()


TakeForm = Annotated[Form, Depends(take_form)]
