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

#: Names by which a stretch of Arabic is known to speak of a date.
NAMES = "|".join(
    sorted(
        (name for table in (_MONTHS, _WEEKDAYS) for names in table.values() for name in names.split("|")),
        key=len,
        reverse=True,
    )
)


def translate(words: str) -> str:
    """English words of time for Arabic ones in folded text; other text comes back as it is."""
    if not _ARABIC.search(words):
        return words
    words = _MARKS.sub("", words)
    english = _WORD.sub(lambda match: f" {'and ' if match['joined'] == 'و' else ''}{_WORDS[match['name']]} ", words)
    return _BEHIND.sub(r"\g<way> \g<name>", " ".join(english.split()))
