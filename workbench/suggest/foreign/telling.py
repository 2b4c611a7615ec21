"""Which language a text is in: by its script, else by the small words it is full of."""

import re
from collections import Counter
from functools import lru_cache

from workbench.suggest.foreign import languages
from workbench.suggest.foreign.languages import Language

#: The beginning of a text tells; more costs time.
_ENOUGH = 2_000
_WORD = re.compile(r"[^\W\d_]+['’]?")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_OTHER_SCRIPTS = {
    "kana": re.compile(r"[\u3040-\u30ff]"),
    "han": re.compile(r"[\u3400-\u9fff]"),
    "arabic": re.compile(r"[\u0600-\u06ff]"),
    "cyrillic": re.compile(r"[\u0400-\u052f]"),
}
#: Small words of English, also of those that other languages have.
_ENGLISH = languages.words(
    "the of and to in a is that for it was on with as be by at from he she they are "
    "had has have said not but which who this will would were been his her their its "
    "an or we you i says after more than about over told when there no if out up "
    "into could"
)
#: Languages that none of ours may be taken for.
_OTHERS = {
    "cs": "a je se na že v to s z do o jsou ale jako by podle pro by až které který "
    "také jeho nebo při bylo jsme",
    "ro": "și în de la cu pe este nu din că să pentru care mai au fost sunt o un sau "
    "prin după ale spus",
    "fi": "ja on ei että se oli hän mutta ovat kun joka myös sen mukaan ole kuin tai",
    "hu": "a az és hogy nem egy is volt van meg csak már még el mint azt szerint ha de",
    "ca": "el la els les de i que en un una amb per no es al del ha com més aquest són "
    "ha és també",
    "hr": "i u je se na da su za od s a o koji koja što kako ali bi nije biti iz ne po "
    "rekao",
    "vi": "và của là có không được cho các trong một người này với những đã",
    "id": "yang dan di ini itu dengan untuk dari tidak dalam pada adalah ke akan juga "
    "oleh",
}


def _table() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    ours = [(language.code, language.telling) for language in languages.LATIN]
    for code, written in (*ours, *_OTHERS.items()):
        for word in dict.fromkeys(written.replace("_", " ").split()):
            found.setdefault(word, []).append(code)
    for word in _ENGLISH:
        found.setdefault(word, []).append("en")
    return {word: tuple(codes) for word, codes in found.items()}


_CODES = _table()
_BY_CODE = {language.code: language for language in languages.LATIN}
_LETTERS = {
    letter: [lang.code for lang in languages.LATIN if letter in lang.letters]
    for letter in {letter for lang in languages.LATIN for letter in lang.letters}
}
_LETTER = re.compile(f"[{''.join(map(re.escape, _LETTERS))}]")


@lru_cache(maxsize=8)
def language_of(text: str) -> Language | None:
    """The language of `text`, None where it is English or none that we know."""
    head = text[:_ENOUGH]
    begins = head[:1_000]
    scripts = {
        name: len(found)
        for name, letter in _OTHER_SCRIPTS.items()
        if not begins.isascii() and (found := letter.findall(begins))
    }
    if scripts:
        latin = len(_LATIN.findall(begins))
        kana, han = scripts.get("kana", 0), scripts.get("han", 0)
        if kana * 8 > han + kana > latin:
            return languages.JAPANESE
        most = max(scripts, key=scripts.__getitem__)
        if scripts[most] > latin:
            if most == "han":
                return languages.CHINESE
            if most == "arabic":
                return _arabic(head)
            if most == "cyrillic":
                return _cyrillic(head)
    return _latin(head)


def _arabic(head: str) -> Language | None:
    # Persian and Urdu have letters that Arabic has not.
    return None if re.search("[\u06a9\u06cc\u0679\u06d2]", head) else languages.ARABIC


def _cyrillic(head: str) -> Language | None:
    small = head.casefold()
    ukrainian = sum(small.count(letter) for letter in "іїєґ")
    russian = sum(small.count(letter) for letter in "ыэъё")
    if re.search("[ўјљњћђџқғүұәөңһ]", small) or (
        not ukrainian and not russian and re.search(r"\b(?:е|са|се|ще|от)\b", small)
    ):
        return None
    return languages.UKRAINIAN if ukrainian > russian else languages.RUSSIAN


@lru_cache(maxsize=1)
def _verbs() -> dict[str, tuple[str, ...]]:
    """Which languages have a verb, title or body, where few words must tell."""
    found: dict[str, list[str]] = {}
    for language in languages.LATIN:
        for word in {
            *language.set_of("verbs"),
            *language.set_of("participles"),
            *language.set_of("titles"),
            *language.set_of("bodies"),
            *language.set_of("according"),
        }:
            found.setdefault(word, []).append(language.code)
    return {word: tuple(codes) for word, codes in found.items()}


def _by_verbs(head: str, found: Counter[str]) -> None:
    for word in set(_WORD.findall(head.casefold())):
        for code in _verbs().get(word, ()) if len(word) > 3 else ():
            found[code] += 3


def _latin(head: str) -> Language | None:
    found: Counter[str] = Counter()
    words = _WORD.findall(head.casefold())
    told = [
        (_CODES.get(f"{word[:-1]}'") or _CODES.get(word[:-1], ()), many)
        if word[-1] in "'’"
        else (_CODES[word], many)
        for word, many in Counter(words).items()
        if word in _CODES or word[-1] in "'’"
    ]
    for codes, many in told:
        # What stands twenty times tells less than twenty words.
        weight = min(many, 1 + many // 3) * 2
        for code in codes:
            found[code] += weight
    if not head.isascii():
        for letter, many in Counter(_LETTER.findall(head)).items():
            owners = _LETTERS[letter]
            for code in owners:
                # What one language alone has tells twice as much.
                found[code] += min(many, 3) * (2 if len(owners) == 1 else 1)
    if len(head) < 600 and not any(
        len(word) > 2 and "en" in _CODES.get(word, ()) and len(_CODES[word]) == 1
        for word in words
    ):
        _by_verbs(head, found)
    if not found:
        return None
    (code, score), *others = found.most_common(2)
    second = others[0][1] if others else 0
    if score < 4 or code not in _BY_CODE or score * 8 < len(words):
        return None
    if score <= second and (found["en"] == score or score < 12):
        return None
    return _BY_CODE[code]


#: Letters and marks that English seldom has.
_STRANGE = re.compile(
    "[\u00a1-\u00bf\u00df-\u00f6\u00f8-\u1eff\u3040-\u9fff\u0600-\u06ff„]"
)


def language_of_line(text: str, start: int, end: int) -> Language | None:
    """The language of a line of `text`: its own where its letters are others."""
    language = language_of(text)
    if language is None and _STRANGE.search(text, start, end):
        return language_of(text[start:end])
    return language
