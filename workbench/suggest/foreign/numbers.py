"""Numbers as other languages write them, turned into what `figures.read` reads.

"Neun Stunden" is "9 Stunden", "12.500" is "12500", "2億1000万円" is "210000000円".
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Final

from workbench.suggest import lexicon
from workbench.suggest.figures import MONTHS, Figure, read
from workbench.suggest.foreign.languages import Language

_S = r"[^\S\n\ue000]"


def _table(written: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in written.split():
        names, _, value = entry.rpartition("=")
        for name in names.split("|"):
            found[name.replace("_", " ")] = value
    return found


#: Spelled numbers, in the forms that stand before a noun.
_WORDS: Final = {
    code: _table(written)
    for code, written in {
        "de": "zwei|zweier=2 drei|dreier=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 "
        "neun=9 zehn=10 elf=11 zwölf=12 zwanzig=20 dreißig=30 vierzig=40 "
        "fünfzig=50 hundert=100 tausend=1000 anderthalb|eineinhalb=1.5 "
        "zweieinhalb=2.5",
        "fr": "deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 "
        "onze=11 douze=12 treize=13 quatorze=14 quinze=15 seize=16 vingt=20 "
        "trente=30 quarante=40 cinquante=50 soixante=60 cent=100 mille=1000",
        "es": "dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 "
        "doce=12 trece=13 catorce=14 quince=15 veinte=20 treinta=30 cuarenta=40 "
        "cincuenta=50 sesenta=60 cien=100",
        "it": "due=2 tre=3 quattro=4 cinque=5 sei=6 sette=7 otto=8 nove=9 dieci=10 "
        "undici=11 dodici=12 quindici=15 venti=20 trenta=30 quaranta=40 "
        "cinquanta=50 sessanta=60 cento=100 mille=1000",
        "pt": "dois|duas=2 três=3 quatro=4 cinco=5 seis=6 sete=7 oito=8 nove=9 dez=10 "
        "onze=11 doze=12 quinze=15 vinte=20 trinta=30 quarenta=40 cinquenta=50 "
        "cem=100",
        "nl": "twee=2 drie=3 vier=4 vijf=5 zes=6 zeven=7 acht=8 negen=9 tien=10 elf=11 "
        "twaalf=12 twintig=20 dertig=30 veertig=40 vijftig=50 honderd=100 "
        "anderhalf|anderhalve=1.5",
        "pl": "dwa|dwie|dwóch|dwoje|dwoma|dwiema=2 trzy|trzech|troje|trzema=3 cztery"
        "|czterech|czworo=4 pięć|pięciu|pięcioro=5 sześć|sześciu=6 siedem"
        "|siedmiu=7 osiem|ośmiu=8 dziewięć|dziewięciu=9 dziesięć|dziesięciu=10 "
        "jedenaście=11 dwanaście|dwunastu=12 piętnaście=15 dwadzieścia"
        "|dwudziestu=20 trzydzieści=30 pół=0.5 półtora|półtorej=1.5",
        "sv": "två=2 tre=3 fyra=4 fem=5 sex=6 sju=7 åtta=8 nio=9 tio=10 elva=11 "
        "tolv=12 femton=15 tjugo=20 trettio=30 fyrtio=40 femtio=50 hundra=100",
        "da": "to=2 tre=3 fire=4 fem=5 seks=6 syv=7 otte=8 ni=9 ti=10 elleve=11 "
        "tolv=12 tyve=20 tredive=30 halvanden=1.5",
        "no": "to=2 tre=3 fire=4 fem=5 seks=6 sju|syv=7 åtte=8 ni=9 ti=10 elleve=11 "
        "tolv=12 tjue=20 tretti=30 halvannen=1.5",
        "ru": "два|две|двух|двум|двое|двоих|двумя=2 три|трех|трёх|трое|троих|тремя=3 "
        "четыре|четырех|четырёх|четверо|четверых=4 пять|пяти|пятеро=5 шесть|шести"
        "|шестеро=6 семь|семи=7 восемь|восьми=8 девять|девяти=9 десять|десяти=10 "
        "двенадцать=12 пятнадцать=15 двадцать|двадцати=20 тридцать|тридцати=30 "
        "сорок=40 пятьдесят=50 сто=100 полтора|полторы=1.5",
        "uk": "два|дві|двох|двоє|двом=2 три|трьох|троє=3 чотири|чотирьох|четверо=4 "
        "п'ять|п’ять|п'яти|п’яти|п'ятеро|п’ятеро=5 шість|шести|шестеро=6 сім"
        "|семи=7 вісім|восьми=8 дев'ять|дев’ять=9 десять|десяти=10 дванадцять=12 "
        "двадцять=20 тридцять=30 півтора|півтори=1.5",
        "tr": "iki=2 üç=3 dört=4 beş=5 altı=6 yedi=7 sekiz=8 dokuz=9 on=10 yirmi=20 "
        "otuz=30 kırk=40 elli=50 yüz=100",
        "ar": "ثلاثة|ثلاث=3 أربعة|أربع=4 خمسة|خمس=5 ستة|ست=6 سبعة|سبع=7 ثمانية|ثماني=8 "
        "تسعة|تسع=9 عشرة|عشر=10 عشرين|عشرون=20 ثلاثين|ثلاثون=30",
    }.items()
}
#: "La centaine": about so many.
_ABOUT: Final = {
    code: _table(written)
    for code, written in {
        "fr": "une_dizaine=10 une_douzaine=12 une_quinzaine=15 une_vingtaine=20 "
        "une_trentaine=30 une_quarantaine=40 une_cinquantaine=50 "
        "une_soixantaine=60 une_centaine=100 un_millier=1000",
        "es": "una_decena=10 una_docena=12 una_quincena=15 una_veintena=20 "
        "una_treintena=30 una_cincuentena=50 un_centenar|una_centena=100 "
        "un_millar=1000 medio_centenar=50",
        "it": "una_decina=10 una_dozzina=12 una_quindicina=15 una_ventina=20 "
        "una_trentina=30 una_quarantina=40 una_cinquantina=50 una_sessantina=60 "
        "un_centinaio=100 un_migliaio=1000",
        "pt": "uma_dezena=10 uma_dúzia=12 uma_centena=100 um_milhar=1000",
        "sv": "ett_dussin=12 ett_tjugotal=20 ett_trettiotal=30 ett_femtiotal=50 "
        "ett_hundratal=100 ett_tiotal=10",
        "ru": "десяток=10 полсотни=50",
    }.items()
}
_RANKS: Final = {
    code: _table(written)
    for code, written in {
        "de": "erste=1 zweite|zweiten|zweiter|zweites=2 dritte|dritten|dritter"
        "|drittes=3 vierte|vierten|vierter=4 fünfte|fünften=5 sechste|sechsten=6 "
        "siebte|siebten=7 achte|achten=8 neunte|neunten=9 zehnte|zehnten=10",
        "fr": "deuxième=2 troisième=3 quatrième=4 cinquième=5 sixième=6 septième=7 "
        "huitième=8 neuvième=9 dixième=10",
        "es": "segundo|segunda=2 tercero|tercer|tercera=3 cuarto|cuarta=4 quinto"
        "|quinta=5 sexto|sexta=6 séptimo|séptima=7 octavo|octava=8 noveno"
        "|novena=9 décimo|décima=10",
        "it": "secondo|seconda=2 terzo|terza=3 quarto|quarta=4 quinto|quinta=5 sesto"
        "|sesta=6 settimo|settima=7 ottavo|ottava=8 nono|nona=9 decimo|decima=10",
        "pt": "segundo|segunda=2 terceiro|terceira=3 quarto|quarta=4 quinto|quinta=5 "
        "sexto|sexta=6 sétimo|sétima=7 oitavo|oitava=8 nono|nona=9 décimo"
        "|décima=10",
        "nl": "tweede=2 derde=3 vierde=4 vijfde=5 zesde=6 zevende=7 achtste=8 "
        "negende=9 tiende=10",
        "pl": "drugi|druga|drugie|drugą|drugiego|drugiej=2 trzeci|trzecia|trzecie"
        "|trzecią|trzeciego|trzeciej=3 czwarty|czwarta|czwarte|czwartą"
        "|czwartego=4 piąty|piąta|piąte|piątą=5 szósty|szósta|szóste=6 siódmy"
        "|siódma=7 ósmy|ósma=8 dziewiąty|dziewiąta=9 dziesiąty|dziesiąta=10",
        "sv": "andra=2 tredje=3 fjärde=4 femte=5 sjätte=6 sjunde=7 åttonde=8 nionde=9 "
        "tionde=10",
        "da": "tredje=3 fjerde=4 femte=5 sjette=6 syvende=7 ottende=8 niende=9 "
        "tiende=10",
        "no": "tredje=3 fjerde=4 femte=5 sjette=6 sjuende=7 åttende=8 niende=9 "
        "tiende=10",
        "ru": "второй|вторая|второе|вторую|второго=2 третий|третья|третье|третью"
        "|третьего|третьей=3 четвертый|четвёртый|четвертая|четвертую|четвертой"
        "|четвертого=4 пятый|пятая|пятую|пятого=5 шестой|шестая=6 седьмой"
        "|седьмая=7 восьмой|восьмая=8 девятый|девятая=9 десятый|десятая=10",
        "uk": "другий|друга|друге|другу|другого|другої=2 третій|третя|третє|третю"
        "|третього|третьої=3 четвертий|четверта|четверту=4 п'ятий|п’ятий|п'ята"
        "|п’ята=5 шостий|шоста=6 сьомий|сьома=7 восьмий|восьма=8 дев'ятий"
        "|дев’ятий=9 десятий|десята=10",
        "tr": "ikinci=2 üçüncü=3 dördüncü=4 beşinci=5 altıncı=6 yedinci=7 sekizinci=8 "
        "dokuzuncu=9 onuncu=10",
        "ar": "الثالث|الثالثة=3 الرابع|الرابعة=4 الخامس|الخامسة=5 السادس|السادسة=6 "
        "السابع|السابعة=7 الثامن|الثامنة=8 التاسع|التاسعة=9 العاشر|العاشرة=10",
    }.items()
}
_HALF, _THIRD, _QUARTER = "1/2", "1/3", "1/4"
_SHARES: Final = {
    code: _table(written)
    for code, written in {
        "de": "die_hälfte|der_hälfte|hälfte=1/2 ein_drittel|einem_drittel=1/3 "
        "zwei_drittel|zwei_dritteln=2/3 ein_viertel|einem_viertel=1/4 "
        "drei_viertel=3/4 ein_fünftel|einem_fünftel=1/5 jeder_dritte|jede_dritte"
        "|jedes_dritte=1/3 jeder_vierte|jede_vierte|jedes_vierte=1/4 jeder_fünfte"
        "|jede_fünfte|jedes_fünfte=1/5 jeder_zweite|jede_zweite|jedes_zweite=1/2 "
        "jeder_zehnte|jede_zehnte=1/10",
        "fr": "la_moitié=1/2 un_tiers|le_tiers=1/3 deux_tiers|les_deux_tiers=2/3 "
        "un_quart|le_quart=1/4 trois_quarts|les_trois_quarts=3/4 "
        "un_cinquième=1/5 un_dixième=1/10",
        "es": "la_mitad=1/2 un_tercio=1/3 dos_tercios=2/3 un_cuarto=1/4 "
        "una_cuarta_parte=1/4 una_tercera_parte=1/3 tres_cuartos=3/4 "
        "una_quinta_parte|un_quinto=1/5",
        "it": "la_metà=1/2 un_terzo=1/3 due_terzi=2/3 un_quarto=1/4 tre_quarti=3/4 "
        "un_quinto=1/5",
        "pt": "a_metade|metade=1/2 um_terço=1/3 dois_terços=2/3 um_quarto=1/4 "
        "três_quartos=3/4 um_quinto=1/5",
        "nl": "de_helft=1/2 een_derde=1/3 twee_derde=2/3 een_kwart=1/4 driekwart=3/4 "
        "een_vijfde=1/5",
        "pl": "połowa|połowę|połowy|połowie=1/2 jedna_trzecia|jedną_trzecią"
        "|jednej_trzeciej=1/3 dwie_trzecie=2/3 jedna_czwarta|jedną_czwartą"
        "|ćwierć=1/4 trzy_czwarte=3/4 co_trzeci|co_trzecia|co_trzecie=1/3 "
        "co_drugi|co_druga=1/2 co_czwarty|co_czwarta=1/4 co_piąty|co_piąta=1/5 "
        "co_dziesiąty|co_dziesiąta=1/10",
        "sv": "hälften=1/2 en_tredjedel=1/3 två_tredjedelar=2/3 en_fjärdedel=1/4 "
        "tre_fjärdedelar=3/4 en_femtedel=1/5 vart_tredje|var_tredje=1/3 "
        "vart_fjärde|var_fjärde=1/4 vart_femte|var_femte=1/5 varannan"
        "|vartannat=1/2 var_tionde|vart_tionde=1/10",
        "da": "halvdelen=1/2 en_tredjedel=1/3 to_tredjedele=2/3 en_fjerdedel=1/4 "
        "tre_fjerdedele=3/4 hver_tredje|hvert_tredje=1/3 hver_fjerde"
        "|hvert_fjerde=1/4 hver_femte=1/5 hver_anden=1/2",
        "no": "halvparten=1/2 en_tredel|en_tredjedel=1/3 to_tredeler"
        "|to_tredjedeler=2/3 en_firedel|en_fjerdedel=1/4 tre_firedeler=3/4 "
        "hver_tredje|hvert_tredje=1/3 hver_fjerde|hvert_fjerde=1/4 "
        "hver_femte=1/5 annenhver=1/2",
        "ru": "половина|половину|половины|половине=1/2 треть|трети=1/3 две_трети"
        "|двух_третей=2/3 четверть|четверти=1/4 три_четверти=3/4 каждый_третий"
        "|каждая_третья|каждое_третье=1/3 каждый_второй|каждая_вторая=1/2 "
        "каждый_четвертый|каждый_четвёртый|каждая_четвертая=1/4 каждый_пятый"
        "|каждая_пятая=1/5 каждый_десятый=1/10",
        "uk": "половина|половину|половини=1/2 третина|третину|третини=1/3 "
        "дві_третини=2/3 чверть|чверті=1/4 три_чверті=3/4 кожен_третій"
        "|кожна_третя=1/3 кожен_другий=1/2 кожен_четвертий|кожна_четверта=1/4 "
        "кожен_п'ятий|кожен_п’ятий=1/5 кожен_десятий=1/10",
        "tr": "yarısı|yarısını|yarısının=1/2 üçte_biri|üçte_birini|üçte_birinin=1/3 "
        "üçte_ikisi|üçte_ikisini=2/3 dörtte_biri|dörtte_birini"
        "|dörtte_birinin=1/4 dörtte_üçü|dörtte_üçünü=3/4 beşte_biri"
        "|beşte_birini=1/5",
        "ar": "نصف=1/2 ثلث=1/3 ثلثا|ثلثي=2/3 ربع=1/4",
    }.items()
}
#: What stands between the two numbers of "two of three".
_OF: Final = {
    "de": rf"{_S}von{_S}",
    "fr": rf"(?:{_S}[^\W\d_]{{3,20}})?{_S}sur{_S}",
    "es": rf"{_S}(?:de{_S}cada|de){_S}",
    "it": rf"(?:{_S}[^\W\d_]{{3,20}})?{_S}su{_S}",
    "pt": rf"{_S}(?:em|de){_S}cada{_S}",
    "nl": rf"{_S}(?:op|van){_S}(?:de|elke){_S}",
    "pl": rf"{_S}(?:na|z|ze){_S}",
    "sv": rf"{_S}av{_S}",
    "da": rf"{_S}(?:ud{_S})?af{_S}",
    "no": rf"{_S}av{_S}",
    "ru": rf"{_S}из{_S}",
    "uk": rf"{_S}(?:із|з){_S}",
}
_ONE = {
    "de": "einer|eine|eins",
    "fr": "un|une",
    "es": "uno|una",
    "it": "uno|una",
    "pt": "um|uma",
    "nl": "een|één",
    "sv": "en|ett",
    "da": "en|et",
    "no": "en|et|ett",
    "pl": "jeden|jedna",
    "ru": "один|одна",
    "uk": "один|одна",
}
#: Articles before which "two" are those two: die zwei, les deux.
_THE_TWO = re.compile(
    rf"(?<!\w)(?:die|den|der|diese|les|des|ces|ses|los|las|sus|i|le|gli|os|as|nos|de"
    rf"|deze|obie|de|båda|begge|эти|обе|ці){_S}$",
    re.IGNORECASE,
)
#: Words behind which a spelled number counts nothing.
_NO_NOUN = re.compile(
    rf"(?:{_S}?[.,;:!?)»”\"“]|$|{_S}(?:und|et|y|e|en|i|och|og|и|і|ve|oder|ou|o|of|lub"
    rf"|eller|или|або|heures?|Uhr|fois{_S}plus|mal|volte|veces)(?!\w))"
)
#: Before the name of a month that stands alone.
_IN_MONTH = {
    "de": "im|seit|bis|ab|ende|anfang|mitte|vom",
    "fr": "en|fin|début|mi|depuis|d'ici",
    "es": "en|desde|hasta|de|a finales de|para|antes de",
    "it": "a|in|da|entro|di|fino a|ad",
    "pt": "em|desde|até|de|para",
    "nl": "in|sinds|tot|eind|begin|vanaf",
    "pl": "w|od|do|we",
    "sv": "i|sedan|till|från",
    "da": "i|siden|til|fra",
    "no": "i|siden|til|fra",
    "ru": "в|с|до|к",
    "uk": "у|в|з|до",
}
_MONTH_NAMES = {
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November "
    "Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre "
    "décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre "
    "noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre "
    "novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro "
    "novembro dezembro",
    "nl": "januari februari maart april mei juni juli augustus september oktober "
    "november december",
    "pl": "styczniu lutym marcu kwietniu maju czerwcu lipcu sierpniu wrześniu "
    "październiku listopadzie grudniu stycznia lutego kwietnia maja czerwca "
    "lipca sierpnia września października listopada grudnia",
    "sv": "januari februari mars april maj juni juli augusti september oktober "
    "november december",
    "da": "januar februar marts april maj juni juli august september oktober november "
    "december",
    "no": "januar februar mars april mai juni juli august september oktober november "
    "desember",
    "ru": "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре "
    "декабре января февраля марта апреля мая июня июля августа сентября октября "
    "ноября декабря",
    "uk": "січні лютому березні квітні травні червні липні серпні вересні жовтні "
    "листопаді грудні січня лютого березня квітня травня червня липня серпня "
    "вересня жовтня листопада грудня",
}
_DIGITS = r"\d+(?:[.,]\d+|[ \u00a0\u2009\u202f]\d{3}(?!\d))*"
_TURKISH = (
    rf"(?P<digits>(?:yüzde{_S}|%{_S}?){_DIGITS}"
    rf"|\d{{1,3}}{_S}(?:milyar|milyon){_S}\d{{1,3}}{_S}(?:milyon"
    rf"|bin)(?:{_S}\d{{1,3}}(?!\d|{_S}(?:milyon|milyar|bin)))?"
    rf"|\d{{1,3}}{_S}bin{_S}\d{{1,3}}(?![\d.,]))(?!\w)"
)
_DENSE = (
    r"(?P<date>\d{1,2}月(?![\d間间]))"
    r"|(?P<share>[一二三四五六七八九十两0-9]{1,4}分(?:之"
    r"|の)[一二三四五六七八九十0-9]{1,3}|半数|一半)"
    r"|(?P<digits>(?<!\d)(?<!\d[,.])\d[\d,.]*+(?:[兆億亿]\d*(?:[\d,]*\d)?[万萬]?\d*|[万萬]\d+)(?=\D"
    r"|\Z))"
    r"|(?P<words>(?:[二两三四五六七八九]?十[一二三四五六七八九]?"
    r"|[两三四五六七八九])(?=(?:余|多)?(?:名|人|位|家|年|天|个月"
    r"|个小时|小时|周|岁|次|辆|艘|架|所|座|起|项|倍|分钟|万|亿|元|公里|米|吨|条|间|户"
    r"|层|張|张|件|套|名|成)))"
)
_HAN = dict(zip("一二两三四五六七八九", (1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))


@lru_cache(maxsize=32)
def seeds(code: str) -> re.Pattern[str] | None:
    """What looks like a number in a language, tried at the beginning of a word."""
    if code in ("zh", "ja"):
        return re.compile(_DENSE)
    parts: list[str] = []
    months = _MONTH_NAMES.get(code)
    words = _WORDS.get(code, {})
    number = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    if code in _OF:
        parts.append(
            rf"(?P<of>(?:{number}|{_ONE[code]}|\d{{1,3}}){_OF[code]}(?:{number}"
            rf"|\d{{1,3}})(?!\w|[.,]\d|{_S}(?:\d|Uhr|heures"
            rf"|{lexicon.alternatives(_MONTHS_ALL)})))"
        )
    for group, table in (("share", _SHARES), ("about", _ABOUT), ("rank", _RANKS)):
        if table.get(code):
            parts.append(rf"(?P<{group}>{lexicon.alternatives(table[code])})(?!\w)")
    if number:
        parts.append(rf"(?P<words>{number})(?!\w|-)")
    if code == "tr":
        parts.append(_TURKISH)
    if months:
        parts.append(
            rf"(?P<date>(?:{'|'.join(months.split())})(?!\w|{_S}?\d|{_S}de{_S}\d))"
        )
    return re.compile("|".join(parts), re.IGNORECASE) if parts else None


_MONTHS_ALL = [name for name in MONTHS if len(name) > 3]


@lru_cache(maxsize=32)
def first_words(code: str) -> frozenset[str]:
    """The words that a spelled number may begin with."""
    tables: list[Mapping[str, str]] = [
        table.get(code, {}) for table in (_WORDS, _ABOUT, _RANKS, _SHARES)
    ]
    found = {re.split(r"[ '’]", word)[0] for table in tables for word in table}
    found.update(_ONE.get(code, "").split("|"))
    found.update(_MONTH_NAMES.get(code, "").casefold().split())
    return frozenset(found | ({"yüzde"} if code == "tr" else set()))


def is_none(text: str, seed: re.Match[str], language: Language) -> bool:
    """Whether a spelled number or month at `seed` is none that counts something."""
    start, end = seed.span()
    group = seed.lastgroup
    word = seed.group()
    code = language.code
    if group == "date" and code in ("zh", "ja"):
        return False
    if group == "date":
        before = text[max(0, start - 14) : start].casefold()
        if word[0].islower() == (code == "de"):
            return True
        return not re.search(rf"(?:^|[\W])(?:{_IN_MONTH[code]}){_S}$", before)
    if group == "digits" and code in ("zh", "ja"):
        return False
    if group in ("digits", "of", "share", "about"):
        return (
            group == "share"
            and word[0].isupper()
            and start > 0
            and text[start - 1].isalpha()
        )
    if code in ("zh", "ja"):
        return False
    opens = (
        not text[max(0, start - 2) : start].strip(' «„“"-–—(\n')
        or text[start - 1 : start] in "\n"
        or text[max(0, start - 2) : start - 1] in ".!?:"
    )
    if word[0].isupper() and not opens:
        return True
    if start and (text[start - 1].isalnum() or text[start - 1] in "-/_'’"):
        return True
    if group == "rank":
        following = re.match(rf"{_S}[^\W\d_]{{3,}}", text[end : end + 24])
        if not following or following.group().strip().casefold() in (
            "mal",
            "o",
            "que",
            "per",
            "de",
            "a",
            "por",
            "il",
            "la",
            "le",
            "gli",
            "los",
            "las",
            "os",
            "as",
            "os",
            "un",
            "una",
            "um",
            "uma",
            "do",
            "da",
            "del",
            "della",
            "quanto",
            "dados",
            "alcuni",
            "fonti",
            "när",
            "att",
            "som",
            "är",
        ):
            return True
        # "Segundo a polícia", "secondo il sindaco": according to.
        return word.casefold() in (
            "secondo",
            "segundo",
            "segunda",
            "seconda",
            "cuarto",
            "quarto",
            "quinta",
            "sexta",
            "quarta",
            "terça",
        ) and (
            opens
            or word.casefold()
            in (
                "segunda",
                "sexta",
                "quinta",
                "quarta",
                "cuarto",
                "quarto",
                "secondo",
                "segundo",
            )
        )
    if word.casefold() in (
        "sei",
        "sex",
        "to",
        "ti",
        "ni",
        "on",
        "yüz",
        "altı",
        "yedi",
        "elli",
        "pół",
        "cent",
        "mille",
        "sto",
        "сто",
        "hundert",
        "tausend",
        "acht",
        "elf",
        "neuf",
    ):
        return not _counts(text, end, language, word.casefold())
    if _NO_NOUN.match(text, end):
        return not _unit_follows(text, end)
    return (
        words_two(word, code)
        and _THE_TWO.search(text, max(0, start - 10), start) is not None
    )


def words_two(word: str, code: str) -> bool:
    """Whether a spelled number is two."""
    return _WORDS.get(code, {}).get(word.casefold()) == "2"


def _unit_follows(text: str, end: int) -> bool:
    following = re.match(rf"{_S}([^\W\d_]+)", text[end : end + 30])
    return following is not None and following[1].casefold() in lexicon.UNITS


def _counts(text: str, end: int, language: Language, word: str) -> bool:
    """Whether a word that is more than a number stands before a unit or a plural."""
    following = re.match(rf"{_S}([^\W\d_]+)", text[end : end + 30])
    if following is None:
        return False
    noun = following[1].casefold()
    if noun in lexicon.UNITS or noun in lexicon.SCALES:
        return True
    plural = {
        "it": ("i", "e"),
        "fr": ("s", "x"),
        "sv": ("r", "ar", "or", "er", "n"),
        "da": ("er", "e", "r"),
        "no": ("er", "e", "r"),
        "de": ("en", "er", "e", "n"),
        "nl": ("en", "s"),
        "tr": (),
        "pl": (),
        "ru": (),
    }.get(language.code, ())
    return (
        noun.endswith(tuple(plural))
        and len(noun) > 3
        and word not in ("to", "yüz", "neuf")
    )


# --- reading --------------------------------------------------------------------------

_POINTS = re.compile(r"\d{1,3}(?:\.\d{3})+(?![.\d])")
_DATED = re.compile(r"\d[./]\d{1,2}[./]\d{4}")
_COMMA = re.compile(r"(?<=\d),(?=\d)")
_UNITS = {"ton": "tonne", "tona": "tonne", "tony": "tonne", "tonu": "tonne"}


def read_in(words: str, language: Language) -> Figure:
    """What the figure `words` says in a language."""
    found = read(normalised(words, language))
    if found.kind == "date" and _POINTS.search(words) and str(found.value).isdigit():
        # "1.800" is no year.
        return replace(found, kind="count", value=int(str(found.value)))
    return found


def normalised(words: str, language: Language) -> str:
    """The figure `words` with its numbers in digits, as English writes them."""
    code = language.code
    if code in ("zh", "ja"):
        return _dense(words)
    text = " ".join(words.split())
    if code != "ar" and not _DATED.search(text):
        text = _POINTS.sub(lambda m: m.group().replace(".", ""), text)
        text = _COMMA.sub(".", text)
    if code == "tr":
        text = _turkish(text)
    pattern = seeds(code)
    if pattern is None:
        return text
    text = _replaced(text, language)
    last = text.rpartition(" ")[2].casefold()
    return text[: -len(last)] + _UNITS[last] if last in _UNITS else text


def _replaced(text: str, language: Language) -> str:
    code = language.code
    small = (
        text.replace("İ", "i").replace("Ü", "ü").casefold()
        if code == "tr"
        else text.casefold()
    )
    of = re.search(_OF[code], small) if code in _OF else None
    if of:
        ends = [
            _number(small[: of.start()].rpartition(" ")[2], code),
            _number(small[of.end() :].partition(" ")[0], code),
        ]
        if None not in ends:
            head = text[: of.start()].rpartition(" ")[0]
            return f"{head} {ends[0]} of {ends[1]}".strip()
    if re.search(r"\d", text):
        return text
    for table, form in (
        (_SHARES, "{}"),
        (_ABOUT, "about {}"),
        (_RANKS, "{}th"),
        (_WORDS, "{}"),
    ):
        for word in sorted(table.get(code, {}), key=len, reverse=True):
            at = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", small)
            if at and len(small) == len(text):
                value = form.format(table[code][word])
                if table is _RANKS and value in ("2th", "3th"):
                    value = {"2th": "2nd", "3th": "3rd"}[value]
                return text[: at.start()] + value + text[at.end() :]
    return text


def _number(word: str, code: str) -> str | None:
    if word.isdigit():
        return word
    if word in _ONE.get(code, "").split("|"):
        return "1"
    return _WORDS[code].get(word)


_TR_PERCENT = re.compile(rf"(?:yüzde{_S}|%{_S}?)(?P<n>\d[\d.]*)", re.IGNORECASE)
_TR_PARTS = re.compile(r"(?<!\d)(\d++(?:\.\d++)?) (milyar|milyon|bin)\b")
_TR_SCALES = {"milyar": 10**9, "milyon": 10**6, "bin": 10**3}


def _turkish(text: str) -> str:
    text = _TR_PERCENT.sub(r"\g<n> percent", text)
    parts = list(_TR_PARTS.finditer(text))
    if not parts or "." in text[parts[0].start() : parts[-1].end()]:
        return text
    rest = re.match(r" (\d{1,3})(?![\d.])", text[parts[-1].end() :])
    if len(parts) < 2 and not rest:
        return text
    total = sum(int(part[1]) * _TR_SCALES[part[2]] for part in parts) + (
        int(rest[1]) if rest else 0
    )
    end = parts[-1].end() + (rest.end() if rest else 0)
    return text[: parts[0].start()] + str(total) + text[end:]


_CJK = re.compile(
    r"(?<!\d)(?<!\d[,.])(?P<a>\d[\d,.]*+)(?P<s>[兆億亿万萬])(?:(?P<b>\d[\d,]*)(?P<t>[万萬])?(?P<c>\d[\d,]*)?)?"
)
_CJK_SCALES = {"兆": 10**12, "億": 10**8, "亿": 10**8, "万": 10**4, "萬": 10**4}
_CJK_SHARE = re.compile(
    r"(?<![一二两三四五六七八九十0-9])(?P<b>[一二两三四五六七八九十0-9]++)分(?:之|の)(?P<a>[一二三四五六七八九十0-9]+)"
)
_CJK_AFTER = {
    "足らず": "less than",
    "未満": "less than",
    "以上": "at least",
    "以下": "at most",
    "余り": "more than",
    "余": "more than",
    "多": "more than",
    "超": "more than",
    "左右": "about",
    "ほど": "about",
    "前後": "about",
}


_CJK_TENTHS = re.compile(r"([一二两三四五六七八九]|\d)[成割]$")
_CJK_YEARS = re.compile(r"([一二两三四五六七八九十]|(?<!\d)\d{1,3})年$")
#: Units that Chinese writes behind a number.
BEHIND_CHINESE = re.compile(
    "年(?![代级度生目月])|[成割]|天|个月|个小时|小时|周(?!年)|分钟|公里|吨|(?:万|亿)?元"
)
_CJK_BEFORE = re.compile(
    r"^(約|约|大约|およそ|超过|逾|超|近|至少|最多|最大|至多|少なくとも)(?=\d)"
)


_MONTHS_IN_ENGLISH = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def _dense(words: str) -> str:
    text = words.replace("，", ",")
    month = re.fullmatch(r"(\d{1,2})月", text)
    if month:
        return (
            f"{_MONTHS_IN_ENGLISH[int(month[1]) - 1]}" if 0 < int(month[1]) < 13 else ""
        )
    share = _CJK_SHARE.search(text)
    if share:
        return text[: share.start()] + f"{_han(share['a'])}/{_han(share['b'])}"
    if text in ("半数", "一半"):
        return "half"
    for word, modifier in _CJK_AFTER.items():
        if text.endswith(word):
            text = f"{modifier} {text.removesuffix(word)}"
            break
    text = _CJK_BEFORE.sub(r"\1 ", text)
    tenths = _CJK_TENTHS.search(text)
    if tenths:
        return f"{text[: tenths.start()]}{10 * _han(tenths[1])} percent"
    text = _CJK_YEARS.sub(r"\1 years", text)
    large = _CJK.search(text)
    if large and len(large.group()) <= 24 and "." not in large["a"]:
        total = float(large["a"].replace(",", "")) * _CJK_SCALES[large["s"]]
        if large["b"]:
            total += int(large["b"].replace(",", "")) * (
                _CJK_SCALES[large["t"]] if large["t"] else 1
            )
        if large["c"]:
            total += int(large["c"].replace(",", ""))
        if total == int(total):
            return text[: large.start()] + str(int(total)) + text[large.end() :]
    han = re.search("[一二两三四五六七八九十]+", text)
    if han:
        text = text[: han.start()] + str(_han(han.group())) + text[han.end() :]
    return text


def _han(word: str) -> int:
    if word.isdigit():
        return int(word)
    tens, ten, ones = word.partition("十")
    if not ten:
        return _HAN.get(word, 0)
    return 10 * _HAN.get(tens, 1) + _HAN.get(ones, 0)


#: What stands behind a number in dense scripts and tells how exact it is.
BEHIND_DENSE = re.compile("|".join(_CJK_AFTER))


_HOURS = re.compile(
    rf"(?<!\w)(?:alle|dalle|ore|a{_S}las|de{_S}las|às|das|klockan|kl\.|godz\.|godzinie"
    rf"|saat)"
    rf"(?:{_S}ore)?{_S}$",
    re.IGNORECASE,
)
#: "10日" without its month tells the day, and "4日" a time of it.
_DAY = re.compile("日(?!間|间)")


_SCORE = re.compile(r"[:比]\d{1,2}(?!\d)")
_RANKED = re.compile(
    r"\.[^\S\n](?:Minute|Spieltag|Geburtstag|Platz|Mal|Auflage|Runde|Etage|minut|time)"
)


def is_time(text: str, seed: re.Match[str], language: Language) -> bool:
    """Whether a number tells an hour or the day of a month, and counts nothing."""
    word = seed.group()
    if not word.isdigit() or len(word) > 2:
        return False
    if _SCORE.match(text, seed.end()) or _RANKED.match(text, seed.end()):
        return True
    if text[max(0, seed.start() - 1) : seed.start()] in (":", "比"):
        return True
    if language.code in ("zh", "ja"):
        return _DAY.match(text, seed.end()) is not None
    if int(word) > 24 or not _HOURS.search(
        text, max(0, seed.start() - 12), seed.start()
    ):
        return False
    return not _unit_follows(text, seed.end())
