"""Names of months, and dates as pages write them."""

from __future__ import annotations

import re

from sayso.model.values.edtf import is_valid

#: Names of the months in English, French, Spanish, Portuguese, German, Italian,
#: Russian, Arabic (both sets) and Turkish.
_MONTHS = (
    (
        "january",
        "jan",
        "janvier",
        "enero",
        "janeiro",
        "januar",
        "gennaio",
        "января",
        "январь",
        "يناير",
        "كانون الثاني",
        "ocak",
    ),
    (
        "february",
        "feb",
        "février",
        "fevrier",
        "febrero",
        "fevereiro",
        "februar",
        "febbraio",
        "февраля",
        "февраль",
        "فبراير",
        "شباط",
        "şubat",
    ),
    ("march", "mar", "mars", "marzo", "março", "marco", "märz", "марта", "март", "مارس", "آذار", "mart"),
    ("april", "apr", "avril", "abril", "aprile", "апреля", "апрель", "أبريل", "ابريل", "نيسان", "nisan"),
    ("may", "mai", "mayo", "maio", "maggio", "мая", "май", "مايو", "أيار", "mayıs"),
    ("june", "jun", "juin", "junio", "junho", "juni", "giugno", "июня", "июнь", "يونيو", "حزيران", "haziran"),
    ("july", "jul", "juillet", "julio", "julho", "juli", "luglio", "июля", "июль", "يوليو", "تموز", "temmuz"),
    ("august", "aug", "août", "aout", "agosto", "августа", "август", "أغسطس", "آب", "ağustos"),
    (
        "september",
        "sept",
        "sep",
        "septembre",
        "septiembre",
        "setembro",
        "settembre",
        "сентября",
        "сентябрь",
        "سبتمبر",
        "أيلول",
        "eylül",
    ),
    (
        "october",
        "oct",
        "octobre",
        "octubre",
        "outubro",
        "oktober",
        "ottobre",
        "октября",
        "октябрь",
        "أكتوبر",
        "تشرين الأول",
        "ekim",
    ),
    ("november", "nov", "novembre", "noviembre", "novembro", "ноября", "ноябрь", "نوفمبر", "تشرين الثاني", "kasım"),
    (
        "december",
        "dec",
        "décembre",
        "decembre",
        "diciembre",
        "dezembro",
        "dezember",
        "dicembre",
        "декабря",
        "декабрь",
        "ديسمبر",
        "كانون الأول",
        "aralık",
    ),
)
_NUMBER = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names}

MONTH = "(?i:" + "|".join(sorted(_NUMBER, key=len, reverse=True)) + r")\.?(?!\w)"

_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_NAMED = rf"(?P<month>{MONTH})"
DAY_AND_MONTH = rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {MONTH}|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{_YEAR}-(?P<number>\d\d)-{_DAY}(?!\d)",
        rf"\b{_DAY}(?: de)? {_NAMED}(?: de)?,? {_YEAR}\b",
        rf"\b{_NAMED} {_DAY},? {_YEAR}\b",
        rf"\b{_DAY}[./](?P<number>\d{{1,2}})[./]{_YEAR}\b",
    )
)
_PARTIAL = (
    re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)? {_NAMED}", re.IGNORECASE),
    re.compile(rf"{_NAMED} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?", re.IGNORECASE),
)


def find_date(text: str) -> str | None:
    """The first full date in a text, as EDTF.

    "03/04/2017" is the third of April in one country and the fourth of March in another: the year
    alone is known, and given. None where no year is written.
    """
    found = sorted((match.start(), place, match) for place, form in enumerate(_FORMS) for match in form.finditer(text))
    for _, _, match in found:
        edtf = _edtf(match)
        if is_valid(edtf):
            return edtf
    return None


def find_day(text: str, *, year: int) -> str | None:
    """The day of a text that names day and month, in the year given; None where it names none."""
    for form in _PARTIAL:
        if match := form.search(text):
            edtf = f"{year}-{_month(match):02}-{int(match['day']):02}"
            return edtf if is_valid(edtf) else None
    return None


def _edtf(match: re.Match[str]) -> str:
    fields = match.groupdict()
    day = int(fields["day"])
    if fields.get("month"):
        return f"{fields['year']}-{_month(match):02}-{day:02}"
    number = int(fields["number"])
    is_sure = number > 12 or day > 12 or number == day or match[0][4] == "-" or "." in match[0]
    if not is_sure:
        return fields["year"]
    month, day = (day, number) if number > 12 else (number, day)
    return f"{fields['year']}-{month:02}-{day:02}"


def _month(match: re.Match[str]) -> int:
    return _NUMBER[match["month"].rstrip(".").lower()]
