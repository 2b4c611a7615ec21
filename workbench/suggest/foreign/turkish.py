"""Reading Turkish, where what is said stands before its verb."""

import re

from workbench.spans import Fragment
from workbench.suggest.foreign.people import People, Who
from workbench.suggest.passages import Passages, Quotation, Sentence
from workbench.suggest.reading import WORDS, Quote

_S = r"[^\S\n]+"
_SAID = (
    r"(?:söyle|belirt|ifade et|kaydet|bildir|açıkla|vurgula|dile getir|anlat|aktar"
    r"|savun|iddia et|hatırlat|öne sür"
    r"|ileri sür|duyur|ekle|kabul et|itiraf et|doğrula|uyar|düşün|tahmin et|umut et"
    r"|um|bekle|iddia ed|ifade ed|kabul ed|itiraf ed|tahmin ed|umut ed|kayded|yalanla"
    r"|yaz|vaat et|vaat ed|belirten|ispatla|göster|sapta|tespit et|tespit ed|paylaş"
    r"|değerlendir|dikkat çek|işaret et|işaret ed|ima et|ima ed|tekrarla"
    # The vowel narrows before -yor: söyle-, söylüyor.
    r"|(?:söylü|ekli|açıklı|vurgulu|yalanlı|doğrulu|tekrarlı|ispatlı|saptı)(?=yor))"
)
_WANTED = r"(?:iste|talep et|talep ed|çağrısında bulun|öner|bekle|emret)"
_DENIED = r"(?:yalanla|reddet|redded|inkar et|inkar ed|inkâr et)"
_PAST = (
    r"(?:[dt][iıuü](?:ler|lar)?|di|yor(?:du|lar)?|[mM][ıiuü]ştı?r?|r|miş"
    r"|mekte(?:dir)?|ir|er)?"
)
_FINITE = (
    r"(?:[dt][iıuü](?:ler|lar)?|iyor(?:lar)?|ıyor(?:lar)?|uyor(?:lar)?|üyor(?:lar)?"
    r"|yor|mişti|mıştı|miştir|tti|ti|di|dı)"
)
_PASSIVE = r"(?:il|ıl|ul|ül|n|in|ın|nil)"
#: "-diğini", "-eceğini": that it is, that it will be.
_THAT = (
    r"(?<!\w)[^\W\d_]{0,40}(?:[dt][ıiuü]ğ[ıiuü](?:n[ıiuü])?|[dt][ıiuü]kların?[ıi]"
    r"|[dt][iü]klerin?[i]|[ae]ca[ğk]ın[ıi]|[ae]ce[ğk]in[i]|[ae]ca[ğk]ı|[ae]ce[ğk]i"
    r"|[ae]cakların[ıi]|[ae]ceklerin[i]"
    r"|olmadığın[ıi])"
)
_WISH = r"(?<!\w)[^\W\d_]{0,40}(?:m[ae]s[ıi]n[ıi]|m[ae]l[ae]rın[ıi]|m[ae]l[ae]rin[i])"
_QUOTED_BY = re.compile(
    rf"[^\S\n]*+(?:,[^\S\n]*+)?(?:diye{_S})?(?P<verb>dedi(?:ler)?|diyor(?:lar)?|denildi"
    rf"|denilerek|konuştu|sordu|yazdı|ekledi|söyledi|cevap verdi"
    rf"|yanıtını verdi|seslendi|tepki gösterdi|karşılık verdi|açıkladı|uyardı|isyan "
    rf"etti|şikayet etti|özetledi|anlattı|bağırdı|yanıtladı"
    rf"|(?:şeklinde|biçiminde){_S}(?:konuştu|açıklama yaptı|yanıt verdi|tepki gösterdi)"
    rf"|ifadelerini kullandı|ifadesini kullandı|ifadelerine yer verdi|ifadelerine "
    rf"yer verildi|sözlerini kullandı|değerlendirmesini yaptı|değerlendirmesinde "
    rf"bulundu|açıklamasını yaptı|açıklamasında bulundu|yorumunu yaptı"
    rf"|uyarısında bulundu|uyarısını yaptı|çağrısında bulundu|çağrısı yaptı"
    rf"|eleştirisinde bulundu|sözleriyle [^,.]{{2,40}}"
    rf"|diyerek(?:{_S}[^\W\d_]+){{1,3}}"
    rf"|(?:(?:uyarısında|açıklamasında|değerlendirmesinde|çağrısında){_S}bulunan"
    rf"|(?:şeklinde|diye){_S}konuşan"
    rf"|ifadelerini{_S}kullanan){_S}(?P<who3>[^,.:;“”\"]{{3,60}}(?:\.[^,.:;“”\"]{{2,40}}){{0,2}})"
    rf"|diyen(?:{_S}(?P<who>[^,.:;“”\"]{{3,60}}))?"
    rf"|diye [^\W\d_]{{2,14}}[ae]n(?:{_S}(?P<who2>[^,.:;“”\"]{{3,60}}))?)(?!\w)"
)
_REPORTED = re.compile(
    rf"(?P<what>{_THAT})(?:{_S}da"
    rf"|{_S}de)?{_S}(?P<verb>{_SAID}(?:{_PASSIVE})?{_FINITE})(?!\w)"
    rf"|(?P<wish>{_WISH}){_S}(?P<want>{_WANTED}{_FINITE})(?!\w)"
    rf"|(?P<part>{_THAT}|{_WISH}){_S}(?P<doing>[^\W\d_]+(?:{_S}(?:eden|getiren|süren"
    rf"|çeken))?){_S}(?P<who>[^\W\d_a-zçğıöşü][^,.:;“”\"]{{2,50}}),"
    rf"|(?P<charge>(?<!\w)[^\W\d_]{{1,40}}){_S}(?:yönündeki|şeklindeki"
    rf"|dair){_S}(?:[^\W\d_]+{_S})?(?:iddiaları|iddiasını|haberleri|iddiayı"
    rf"|suçlamaları|suçlamasını|eleştirileri){_S}(?P<denied>{_DENIED}(?:iyor|ıyor|ti"
    rf"|di|dı|etti|tti))(?!\w)"
)
_DOING = re.compile(
    r"(?:söyleyen|belirten|ifade eden|kaydeden|vurgulayan|açıklayan|savunan"
    r"|hatırlatan|anlatan|bildiren|öne süren|ileri süren|iddia eden|dile getiren"
    r"|aktaran|ekleyen|isteyen|talep eden|uyaran|düşünen|dikkat çeken|işaret eden)$"
)
_ACCORDING = re.compile(
    rf"(?P<who>[^\W\d_a-zçğıöşü][^,.:;“”\"\n]{{1,60}}?)(?:['’](?:n?[ae]|y[ae])"
    rf"|n[ae]){_S}göre,?{_S}(?=\S)"
)
_STATEMENT = re.compile(
    rf"(?P<who>[^\W\d_a-zçğıöşü][^,.:;“”\"\n]{{2,60}}?)['’]?(?:n?[dt][ae]n){_S}(?:yapılan"
    rf"|gelen){_S}(?:[^\W\d_]+{_S})?(?:açıklamada|duyuruda)(?:{_S}ise)?,?{_S}"
)
_IN_STATEMENT = re.compile(
    rf"(?:Açıklamada|Duyuruda|Bildiride|Yazılı açıklamada|Raporda)(?:{_S}(?:ise"
    rf"|ayrıca|da))?,?{_S}"
)
_PRONOUN = re.compile(r"(?:O|Onlar|Kendisi)(?!\w)")
_ALSO = re.compile(
    rf"(?:{_S}|^)(?:ise|da|de|ayrıca|dün|bugün|sonra|ardından|öte yandan|konuşmasında"
    rf"|şöyle|şunları)$",
    re.IGNORECASE,
)
#: "“…” diyor Ayşe Orm."
_NAME_BEHIND = re.compile(
    rf"{_S}(?P<who>(?:[^\W\d_a-zçğıöşü][\w.]*(?:{_S})?){{1,5}})[.]?$"
)
_CAPITALS = re.compile(
    rf"[^\S\n]*(?:[^\W\d_a-zçğıöşü][^\W\d_]*\.?{_S}){{2,7}}(?=[a-zçğıöşü])"
)
#: "Avukat Derya Orm ise …".
_HOWEVER = re.compile(
    rf"[^\S\n]*(?P<who>(?:[^\W\d_a-zçğıöşü][\w.]*{_S}){{1,6}})(?:ise|da|de){_S}"
)
_PLACE = re.compile(
    r"[^\W\d_]+(?:['’](?:de|da|te|ta|nde|nda)|(?:nda|nde|sında|sinde|larda|lerde|mada"
    r"|mede))$"
)


def quotes(
    passages: Passages, people: People, sentence: Sentence, *, headline: bool
) -> tuple[list[Quote], Quote | None]:
    """The quotes of a sentence, and the one that its cue closes last, if any."""
    reading = _Turkish(passages, people, sentence)
    found = sorted(
        reading.read(headline=headline), key=lambda quote: quote.fragments[0]
    )
    for quote in found:
        if quote.speaker:
            people.learn(quote.speaker, quote.role)
    return found, reading.closing


class _Turkish:
    def __init__(self, passages: Passages, people: People, sentence: Sentence) -> None:
        self.view, self.text, self.people = passages.view, passages.text, people
        self.start, self.end = sentence.start, sentence.end
        self.sentence = sentence
        self.free = list(sentence.quotations)
        self.closing: Quote | None = None
        self.speaker: Who = None

    def read(self, *, headline: bool) -> list[Quote]:
        found = self._quoted()
        found += self._reported()
        if not found:
            found += self._according()
        for quotation in self.free:
            before = self.view[self.start : quotation.start].rstrip()
            if before.endswith(":") and not WORDS.search(
                self.view, quotation.end, self.end
            ):
                who = self._opening(self.start, quotation.start)
                quote = self._made(
                    [(quotation.start, quotation.end)],
                    "quote.headline" if headline else "quote.colon",
                    0.8,
                    who,
                )
                self.closing = None if headline else quote
                found.append(quote)
            elif quotation.opens or quotation.goes_on:
                found.append(
                    Quote(
                        [(quotation.start, quotation.end)],
                        "quote.alone",
                        0.5,
                        opens=quotation.opens,
                        goes_on=quotation.goes_on,
                    )
                )
        return found

    def _made(
        self,
        fragments: list[tuple[int, int]],
        rule: str,
        score: float,
        who: Who,
        cue: tuple[int, int] | None = None,
    ) -> Quote:
        speaker, role = who if who else (None, None)
        if who:
            self.speaker = who
        return Quote(fragments, rule, score, speaker, role, cue=cue)

    def _last(self) -> Who:
        last = self.people.last_person or self.people.last
        return self.speaker or ((last, None) if last else None)

    def _quoted(self) -> list[Quote]:
        """“…” dedi; “…” diyen Orm."""
        found: list[Quote] = []
        for quotation in list(self.free):
            if quotation not in self.free:
                continue
            match = _QUOTED_BY.match(self.view, quotation.end, self.end)
            if match is None:
                continue
            named = match["who"] or match["who2"] or match["who3"]
            behind = _NAME_BEHIND.match(self.view, match.end(), self.end)
            if (
                behind
                and not named
                and not WORDS.search(self.view, self.start, quotation.start)
            ):
                named = behind["who"]
            who = (
                self._named(named)
                if named
                else self._opening(self.start, quotation.start)
            )
            if who is None and not named:
                who = self._last()
            self.free.remove(quotation)
            quote = self._made(
                [(quotation.start, quotation.end)],
                "quote.cue",
                0.9,
                who,
                _cue_of(match),
            )
            quote.opens, quote.goes_on = quotation.opens, quotation.goes_on
            rest = [q for q in self.free if q.start > quotation.start]
            gap = self.view[match.end() : rest[0].start].strip() if rest else ""
            if (
                rest
                and gap in (",", ":", "ve")
                and not WORDS.search(self.view, rest[0].end, self.end)
            ):
                quote.fragments.append((rest[0].start, rest[0].end))
                self.free.remove(rest[0])
            if (
                not WORDS.search(self.view, quote.fragments[-1][1], self.end)
                or match.end() >= self.end - 1
            ):
                self.closing = quote
            found.append(quote)
        return found

    def _reported(self) -> list[Quote]:
        """Orm, … olduğunu söyledi."""
        found: list[Quote] = []
        at = max(
            [
                self.start,
                *(
                    self._after(q)
                    for q in self.sentence.quotations
                    if q not in self.free
                ),
            ]
        )
        speaker = self.speaker
        for match in _REPORTED.finditer(self.view, at, self.end):
            group = next(g for g in ("what", "wish", "part", "charge") if match[g])
            if group == "part" and not _DOING.search(match["doing"]):
                continue
            begun = at
            statement = _STATEMENT.match(
                self.view, self.start, match.end(group)
            ) or _IN_STATEMENT.match(self.view, self.start, match.end(group))
            who: Who
            if statement and begun <= statement.start():
                named = statement.groupdict().get("who")
                who = (
                    self._named(named)
                    if named
                    else ((self.people.last, None) if self.people.last else None)
                )
                begun = statement.end()
            elif group == "part":
                who = self._named(match["who"])
            else:
                who, begun = self._subject(begun, match.start(group))
                who = who or speaker or self._last()
            start = begun
            while start < match.end(group) and self.view[start] in " ,\u00a0":
                start += 1
            if len(self.view[start : match.end(group)].split()) < 2:
                continue
            quote = self._made([(start, match.end(group))], "quote.that", 0.8, who)
            speaker = who
            if group == "charge":
                quote.polarity = "denied"
            self.free = [
                q for q in self.free if not start <= q.start < match.end(group)
            ]
            found.append(quote)
            at = match.end()
        return found

    def _after(self, quotation: Quotation) -> int:
        match = _QUOTED_BY.match(self.view, quotation.end, self.end)
        return match.end() if match else quotation.end

    def _subject(self, start: int, limit: int) -> tuple[Who, int]:
        """The subject that a clause begins with, up to its comma, and where it ends."""
        comma = self.view.find(",", start, limit)
        however = _HOWEVER.match(self.view, start, limit)
        if however and (comma < 0 or however.end() < comma):
            who = self._named(however["who"])
            if who:
                return who, however.end()
        titled = self._titled_run(start, limit)
        if titled and (comma < 0 or titled[1] < comma):
            return titled
        if comma < 0:
            return None, start
        if not self.view[start:comma].strip():
            start = comma + 1
            return None, start
        who = self._named(self.view[start:comma])
        if who is None:
            return None, start
        return who, comma + 1

    def _titled_run(self, start: int, limit: int) -> tuple[Who, int] | None:
        """ "Kulüp Başkanı Levent Orm …": a title and a name that no comma ends."""
        run = _CAPITALS.match(self.view, start, limit)
        if run is None:
            return None
        parts = run.group().split()
        heads = [n for n, part in enumerate(parts) if self.people.is_title(_low(part))]
        if not heads or not 1 <= len(parts) - 1 - heads[-1] <= 3:
            return None
        who = self._named(run.group())
        return (who, run.end()) if who and who[1] else None

    def _opening(self, start: int, end: int) -> Who:
        """Whom a sentence is about, by its words before what is said."""
        head = self.view[start:end].strip(" ,:")
        statement = _STATEMENT.match(self.view, start, end)
        if statement:
            return self._named(statement["who"])
        if _IN_STATEMENT.match(self.view, start, end):
            return (self.people.last, None) if self.people.last else None
        first = head.split(",")[0]
        who = self._named(first)
        if who is None and " " in first:
            # "Hasan Orm borçlarını düşünüyor:".
            capital = re.match(
                r"(?:[^\s,]+[^\S\n]+){0,4}?((?:[^\W\d_a-zçğıöşü][^\W\d_]+[^\S\n]+){2,4})(?=[(a-zçğıöşü])",
                first,
            )
            name = capital[1].strip() if capital else ""
            who = self._named(name) if " " in name else None
        return who

    def _named(self, phrase: str) -> Who:
        phrase = re.sub(r"[^\S\n]?\([^()\n]{1,30}\)", "", phrase).strip(" ,.")
        # Nobody is called that, and what follows reads it several times.
        if len(phrase) > 200 or "\ue000" in phrase:
            return None
        while _ALSO.search(phrase):
            phrase = _ALSO.sub("", phrase)
        if _PRONOUN.fullmatch(phrase):
            return self._last()
        words = phrase.split()
        if not words or len(words) > 9:
            return None
        # "Meclis toplantısında konuşan Başkan Orm".
        for place in range(len(words) - 1, 0, -1):
            if (
                words[place - 1].endswith(("an", "en"))
                and words[place - 1].islower()
                and words[place][:1].isupper()
            ):
                words = words[place:]
                break
        if len(words) > 2 and words[0].endswith(("lerden", "lardan")):
            # "Velilerden Songül Er": one of them.
            words = words[1:]
        while (
            len(words) > 1
            and _PLACE.fullmatch(words[0])
            and words[0][:1].isupper()
            and "'" in words[0].replace("’", "'")
        ):
            words = words[1:]
        head = 0
        for place, word in enumerate(words):
            if self.people.is_title(_low(word)):
                head = place + 1
        name = words[head:]
        if not name:
            known = self.people.titled(_low(words[-1])) if len(words) <= 2 else None
            if known:
                return known, None
            return (
                (" ".join(words), None)
                if words[0][:1].isupper() or len(words) > 1
                else None
            )
        if (
            head == 0
            and len(name) > 2
            and all(word[:1].isupper() for word in name[-2:])
            and name[-3].islower()
            and len(name) <= 5
        ):
            # "Muhalefet sözcüsü Kemal Orm": what he is ends in a possessive.
            words, head = name, len(name) - 2
            name = name[-2:]
        if not all(word[:1].isupper() or word in ("ve", "bin", "de") for word in name):
            return None
        if head == 0 and len(name) == 1:
            full = self.people.named(name[0])
            return (full or name[0], None)
        if re.search(r"['’]", name[-1]):
            return None
        full = self.people.named(" ".join(name)) or " ".join(name)
        return full, " ".join(words[:head]) or None

    def _according(self) -> list[Quote]:
        match = _ACCORDING.match(self.view, self.start, self.end)
        if match is None:
            return []
        who = self._named(match["who"])
        end = self.end
        while self.view[end - 1] in ".!":
            end -= 1
        if who is None or len(self.view[match.end() : end].split()) < 3:
            return []
        return [self._made([(match.end(), end)], "quote.according", 0.8, who)]


def _low(word: str) -> str:
    return (
        word.replace("İ", "i")
        .replace("I", "ı")
        .casefold()
        .rstrip(".")
        .replace("’", "'")
    )


def _cue_of(match: re.Match[str]) -> Fragment:
    """The cue of a match without whom it names behind: "diyen" of "diyen Orm"."""
    start, end = match.span("verb")
    named = [match.start(who) for who in ("who", "who2", "who3") if match[who]]
    return start, start + len(match.string[start : min([end, *named])].rstrip())
