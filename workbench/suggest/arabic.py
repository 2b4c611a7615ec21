"""Whom a subject in Arabic names: a reading of titles and names without a grammar.

A title is a definite noun ("the minister"), or one of a few heads up to a definite noun
("head of the union"); what is left after it is the name.
"""

import re

_DIACRITICS = re.compile("[\u0640\u064b-\u0652\u0670]")
#: Nouns that begin a title, of men and women.
_HEAD = re.compile(
    r"[وفبل]?(?:وزير|رئيس|نائب|مدير|قائد|زعيم|أمين|عضو|محافظ|عميد|سفير|مستشار|مندوب"
    r"|مبعوث"
    r"|عمد|كبير|مفوض|قاضي|ناطق|متحدث|خبير|أستاذ|طبيب|محامي?|صاحب|مهندس|محلل|باحث|صحفي"
    r"|نقيب|ناشط|مزارع|مواطن|سائق|معلم|ممرض|طالب|تاجر|سيد|لواء|عقيد|دكتور|شيخ|نائبة"
    r"|رجل|ناظر|منسق|مشرف|صياد)(?:ة|ها|هم)?"
)
_DEFINITE = re.compile(r"[وفبك]?(?:ال|لل)\S+")
_WITHIN = frozenset(("باسم", "في", "لدى", "من", "على", "السابق", "العام"))
#: How a phrase goes on that names nobody: "but", "as for", "saying".
_LOOSE = frozenset(
    (
        *("لكن", "لكنه", "لكنها", "أما", "وأما", "فيما", "بينما", "كما", "ثم", "قد"),
        *("وقد", "كان", "وكان", "كانت", "وكانت", "هو", "هي", "وهو", "وهي", "قائلا"),
        *("قائلة", "مضيفا", "مضيفة", "مؤكدا", "مؤكدة", "موضحا", "موضحة"),
    )
)


def is_arabic(text: str) -> bool:
    """Whether the text holds a letter of the scripts written from right to left."""
    return any("\u0590" <= char <= "\u08ff" for char in text)


class Arabic:
    """The people and bodies of a text in Arabic, learnt as they are named."""

    def __init__(self, text: str) -> None:
        """Reads nothing yet: `text` is indexed where a short name asks for it."""
        self._text = text
        #: Surnames behind a title with the given name, and bodies by their first word.
        self._index: tuple[dict[str, str], dict[str, str]] | None = None
        self._of_title: dict[tuple[str, str], str] = {}
        self._people: list[str] = []

    def speaker(self, subject: str) -> tuple[str, str | None] | None:
        """Whom `subject` names, in the fullest form of the text, and the title.

        None where it names nobody.
        """
        chunks = [chunk.split() for chunk in re.split("[,،]", subject)]
        chunks = [words for words in map(_opened, chunks) if words]
        if not chunks:
            return None
        words = chunks[0]
        title, name = _apart(words)
        behind = chunks[1] if len(chunks) > 1 else []
        if not name and behind and len(behind) <= 4 and not _apart(behind)[0]:
            name = behind
        elif name and not title and behind and _HEAD.fullmatch(_bare(behind[0])):
            title = behind[:6]
        if not name:
            return self._titled(title), None
        name = name[:5]
        whole = self._fullest(name[0]) if len(name) == 1 else " ".join(name)
        if title:
            self._of_title.setdefault(_key(title), whole)
        if " " in whole and whole not in self._people:
            self._people.append(whole)
        return whole, " ".join(title) or None

    def _titled(self, title: list[str]) -> str:
        """Who has this title, else the body that it names in full."""
        known = self._of_title.get(_key(title))
        if known is not None:
            return known
        if len(title) > 1 or not title[0].startswith("ال"):
            return " ".join(title)
        return self._indexed()[1].get(title[0][2:], title[0])

    def _fullest(self, surname: str) -> str:
        """The name that ends with this surname, of who spoke or has a title."""
        for person in self._people:
            if person.split()[-1] == surname:
                return person
        return self._indexed()[0].get(surname, surname)

    def _indexed(self) -> tuple[dict[str, str], dict[str, str]]:
        if self._index is None:
            self._index = {}, {}
            names, bodies = self._index
            for line in self._text.split("\n"):
                words = [word.strip('،,.:؛«»"()') for word in line.split()]
                definite = [bool(_DEFINITE.fullmatch(word)) for word in words]
                for place in range(len(words) - 2):
                    first, second, third = words[place : place + 3]
                    if definite[place] and second and not definite[place + 1]:
                        names.setdefault(third, f"{second} {third}")
                    if second and not definite[place]:
                        rest = second if definite[place + 1] else f"{second} {third}"
                        bodies.setdefault(first.lstrip("وفبلك"), f"{first} {rest}")
        return self._index


def _bare(word: str) -> str:
    return _DIACRITICS.sub("", word)


def _opened(words: list[str]) -> list[str]:
    """The words without what opens the clause, and without a verb before a title."""
    while words and _bare(words[0]) in _LOOSE:
        words = words[1:]
    for place in (1, 2):
        if place < len(words) and _HEAD.fullmatch(_bare(words[place])):
            first = _bare(words[0])
            if not _HEAD.fullmatch(first) and not _DEFINITE.fullmatch(first):
                return words[place:]
    return words


def _apart(words: list[str]) -> tuple[list[str], list[str]]:
    """The title and the name in a phrase; either may be empty."""
    bare = [_bare(word) for word in words]
    at = 0
    if _HEAD.fullmatch(bare[0]):
        definite = next(
            (i for i, word in enumerate(bare[1:5], 1) if _DEFINITE.fullmatch(word)),
            None,
        )
        if definite is None:
            # "Head of Orm municipality": no telling where the name begins.
            return words, []
        at = definite
    while at < len(words) and (_DEFINITE.fullmatch(bare[at]) or bare[at] in _WITHIN):
        at += 1
    return words[:at], words[at:]


def _key(title: list[str]) -> tuple[str, str]:
    """What two forms of a title have in common: its head and what it is head of."""
    second = _bare(title[1]) if len(title) > 1 else ""
    return _bare(title[0]), second.removeprefix("ال")
