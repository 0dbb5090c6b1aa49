"""Arabic words of time, put into the English ones that the grammar knows.

Levantine and Iraqi month names (كانون الثاني), Egyptian and Gulf ones (يناير), those of the Maghreb
(جانفي); weekdays; the small words that place a date ("منذ", "قبل يومين", "مطلع"). Names of Hijri months
and feasts become English ones too and are left open like these.
"""

from __future__ import annotations

import re

#: Letters that are written in more than one way, brought to one; each keeps its place.
LETTERS = str.maketrans("أإآٱىةۀیکؤئ", "ااااي" + "هه" + "يكوي")
DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_MARKS = re.compile(r"[\u064b-\u065f\u0670\u0640\u200e\u200f]")

_MONTHS = {
    "january": "كانون الثاني|يناير|جانفي",
    "february": "شباط|فبراير|فيفري",
    "march": "اذار|مارس",
    "april": "نيسان|ابريل|افريل",
    "may": "ايار|مايو|ماي",
    "june": "حزيران|يونيو|يونيه|جوان",
    "july": "تموز|يوليو|يوليه|جويليه",
    "august": "اب|اغسطس|اوت",
    "september": "ايلول|سبتمبر",
    "october": "تشرين الاول|اكتوبر",
    "november": "تشرين الثاني|نوفمبر",
    "december": "كانون الاول|ديسمبر",
}
_WEEKDAYS = {
    "monday": "الاثنين",
    "tuesday": "الثلاثاء",
    "wednesday": "الاربعاء",
    "thursday": "الخميس",
    "friday": "الجمعه",
    "saturday": "السبت",
    "sunday": "الاحد",
}
_SMALL = {
    "the day before yesterday": "اول امس|اول من امس|امس الاول",
    "yesterday": "امس|البارحه|يوم امس",
    "today": "اليوم|هذا اليوم",
    "tonight": "الليله|هذه الليله",
    "tomorrow": "غدا|يوم غد",
    "at dawn": "فجرا|فجر",
    "in the morning": "صباحا|صباح",
    "in the evening": "مساء",
    "at noon": "ظهرا|ظهر",
    "overnight": "ليلا",
    "since": "منذ",
    "until": "حتي|لغايه",
    "between": "بين|ما بين",
    "before": "قبل",
    "after": "بعد",
    "from": "من",
    "to": "الي",
    "and": "و",
    "in": "في|خلال",
    "early": "مطلع|اوائل|بدايه",
    "mid": "منتصف|اواسط",
    "late": "اواخر|نهايه",
    "last week": "الاسبوع الماضي|الاسبوع المنصرم|الاسبوع الفائت",
    "this week": "هذا الاسبوع|الاسبوع الحالي|الاسبوع الجاري",
    "next week": "الاسبوع المقبل|الاسبوع القادم",
    "last month": "الشهر الماضي|الشهر المنصرم|الشهر الفائت",
    "this month": "هذا الشهر|الشهر الحالي|الشهر الجاري",
    "next month": "الشهر المقبل|الشهر القادم",
    "last year": "العام الماضي|السنه الماضيه|العام المنصرم",
    "this year": "هذا العام|هذه السنه|العام الحالي|العام الجاري",
    "next year": "العام المقبل|السنه المقبله|العام القادم",
    "last": "الماضي|الماضيه|المنصرم|الفائت",
    "next": "المقبل|المقبله|القادم|القادمه",
    "this": "الجاري|الحالي",
    "spring": "ربيع",
    "summer": "صيف",
    "autumn": "خريف",
    "winter": "شتاء",
    "1 day": "يوم واحد",
    "2 days": "يومين|يومان",
    "days": "ايام",
    "1 week": "اسبوع",
    "2 weeks": "اسبوعين",
    "weeks": "اسابيع",
    "1 month": "شهر واحد",
    "2 months": "شهرين",
    "months": "اشهر|شهور",
    "2 years": "سنتين|عامين",
    "years": "سنوات|اعوام",
    "ramadan": "رمضان",
    "eid": "عيد الفطر|عيد الاضحي|العيد",
    "hijri": "هجري|هجريه|هـ",
}
# "On", "the year", "the month of" stand before names and add nothing; so does "CE" after a year.
_EMPTY = "يوم|يومي|شهر|عام|سنه|ميلادي|ميلاديه|م"
_COUNTS = "واحد اثنين ثلاثه اربعه خمسه سته سبعه ثمانيه تسعه عشره"
_WORDS = (
    {
        name: english
        for table in (_MONTHS, _WEEKDAYS, _SMALL)
        for english, names in table.items()
        for name in names.split("|")
    }
    | dict.fromkeys(_EMPTY.split("|"), "")
    | {name: str(value) for value, name in enumerate(_COUNTS.split(), start=1)}
    | {name.removesuffix("ه"): str(value) for value, name in enumerate(_COUNTS.split(), start=1) if value > 2}
)
_WORD = re.compile(rf"(?<![ء-ي])(?P<joined>[وب]?)(?P<name>{'|'.join(sorted(_WORDS, key=len, reverse=True))})(?![ء-ي])")
_ARABIC = re.compile(r"[ء-ي]")
# "أيار الماضي", "الاثنين الماضي": the adjective stands behind; "قبل 3 ايام" counts back from the telling.
_BEHIND = re.compile(r"\b(?P<name>\w+) (?P<way>last|next|this)\b(?! (?:week|month|year))")


def _names(*tables: dict[str, str]) -> str:
    names = (name for table in tables for names in table.values() for name in names.split("|"))
    return "|".join(sorted(names, key=len, reverse=True))


# "آب" is August and "أب" a father, "مارس" is March and "he practised": months only beside a figure.
_COMMON = frozenset({"اب", "مارس", "ماي", "اوت", "جوان"})
_OWN_MONTHS = "|".join(name for name in _names(_MONTHS).split("|") if name not in _COMMON)
_MONTH = rf"(?:{_names(_MONTHS)})(?: ?[/(] ?(?:{_names(_MONTHS)})\)?)?"
_PERIODS = "|".join(name for words, names in _SMALL.items() if "week" in words or " month" in words or " year" in words
                    for name in names.split("|") if " " in name)  # fmt: skip
_END = "(?![ء-ي])"
#: Words of time in folded Arabic text; the particle in front of a name belongs to it.
EXPRESSION = (
    rf"(?<![ء-ي])(?:\d{{1,2}} {_MONTH}{_END}(?: (?:عام )?\d{{4}})?|[وب]?{_MONTH}{_END} (?:عام )?\d{{4}}"
    rf"|[وب]?(?:{_names(_WEEKDAYS)}|{_OWN_MONTHS}){_END}(?: (?:الماضي|المقبل|القادم|الجاري){_END})?"
    rf"|(?:منذ )?(?:عام|سنه) \d{{4}}|(?:{_PERIODS}){_END}|(?<!ذلك )(?:اول امس|امس|اليوم|غدا|البارحه){_END}"
    rf"|(?:قبل|منذ) (?:يومين|اسبوع|اسبوعين|شهرين|عامين|سنتين|\d{{1,2}} (?:ايام|اسابيع|اشهر|سنوات)){_END})"
)
# "أيار/مايو 2017": agencies give a month under both of its names.
_TWICE = re.compile(r"\b(?P<month>[a-z]+) ?[/(] ?(?P=month)\b(?: ?\))?")
_STROKES = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)")


def translate(words: str) -> str:
    """English words of time for Arabic ones in folded text; other text comes back as it is.

    In Arabic the day stands before the month in figures too.
    """
    if not _ARABIC.search(words):
        return words
    words = _STROKES.sub(r"\1.\2.\3", _MARKS.sub("", words))
    english = _WORD.sub(lambda match: f" {'and ' if match['joined'] == 'و' else ''}{_WORDS[match['name']]} ", words)
    once = _TWICE.sub(r"\g<month>", " ".join(english.split()))
    return _BEHIND.sub(r"\g<way> \g<name>", once)
