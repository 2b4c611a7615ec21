"""The words that figures are made of: how exact, how much, of what unit.

A closed list, in the languages that the workbench met so far. It only makes borders and
suggestions; a word that it lacks costs the annotator a key press, never a label.
"""

import re
from collections.abc import Iterable
from decimal import Decimal

#: Words before a number, and how exact they make it.
BEFORE = {
    phrase: modifier
    for modifier, phrases in {
        "exact": "exactly, precisely, genau, exactement, exactamente, esattamente, "
        "exatamente, precies, "
        "exakt, dokładnie, ровно, рівно",
        "at_least": (
            "at least, as little as, as few as, as low as, no less than, no fewer "
            "than, not less than, not fewer than, a "
            "minimum of, ≥, mindestens, wenigstens, au moins, al menos, por lo menos, "
            "almeno, pelo menos, не менее, не менше, как минимум, щонайменше, "
            "minstens, ten minste, zeker, minst, åtminstone, co najmniej, "
            "przynajmniej, en az, ao menos, no mínimo, au minimum, como mínimo, على "
            "الأقل, ما لا يقل عن, لا يقل عن, 至少, 少なくとも, 最低"
        ),
        "at_most": (
            "at most, up to, no more than, not more than, a maximum of, as many as, as "
            "much as, as long as, as high as, as far as, within, ≤, höchstens, bis "
            "zu, maximal, au plus, jusqu'à, "
            "jusqu’à, como máximo, hasta, al massimo, fino a, até, не более, maximaal, "
            "hoogstens, högst, upp till, najwyżej, maksymalnie, en fazla, no máximo, "
            "не больше, не більше, щонайбільше, 至多, 最多, 最大, ما لا يزيد على, لا "
            "يزيد "
            "على, ما يصل إلى"
        ),
        "almost": (
            "almost, nearly, just under, just below, close to, just shy of, shy of, "
            "fast, "
            "beinahe, knapp, presque, casi, quase, bijna, nästan, nära, knappt, "
            "prawie, "
            "niemal, niespełna, blisko, neredeyse, næsten, nesten, "
            "quasi, 近, почти, майже, ما يقرب من, ما يقارب"
        ),
        "more_than": (
            "more than, over, above, just over, just above, a little over, "
            "a little more than, slightly over, slightly more than, well over, "
            "well above, far more than, much more than, slightly above, north of, "
            "in excess of, upwards of, upward of, >, meer dan, flere end, mere end, "
            "flere enn, mer enn, ruim, mer än, fler än, över, "
            "drygt, ponad, więcej niż, mais do que, 超过, 逾, 超, mehr als, über, "
            "gut, plus de, "
            "más de, más del, più di, oltre, mais de, более, больше, "
            "более чем, свыше, понад, більше, أكثر من, ما يزيد على, ما يزيد عن"
        ),
        "less_than": (
            "less than, fewer than, under, below, a little under, slightly under, "
            "a little less than, slightly less than, slightly below, well under, well "
            "below, <, "
            "minder dan, færre end, mindre end, færre enn, mindre enn, "
            "mindre än, färre än, mniej niż, poniżej, "
            "weniger als, unter, moins de, menos de, menos del, meno di, менее, "
            "меньше, менше, أقل من"
        ),
        "approx": (
            "about, around, plus or minus, give or take, some, roughly, "
            "approximately, just about, circa, ca., c., "
            "około, in torno a, intorno a, ca, omtrent, bortimot, "
            "ongeveer, zo'n, zo’n, rond, omkring, ungefär, cirka, runt, około, mniej "
            "więcej, "
            "yaklaşık, aşağı yukarı, aproximadamente, em torno de, à peu près, 约, "
            "大约, 約, およそ, "
            "an estimated, in the region of, ~, ≈, ±, etwa, rund, ungefähr, zirka, "
            "environ, près de, autour de, quelque, cerca de, cerca del, alrededor de, "
            "aproximadamente, unos, unas, около, примерно, приблизительно, близько, "
            "приблизно, "
            "نحو, حوالي, زهاء, قرابة"
        ),
    }.items()
    for phrase in phrases.split(", ")
}

#: Words after a number, and how exact they make it.
AFTER = {
    "or more": "at_least",
    "+": "at_least",
    "or less": "at_most",
    "or fewer": "at_most",
    "or lower": "at_most",
    "or under": "at_most",
    "or below": "at_most",
    "or younger": "at_most",
    "or higher": "at_least",
    "or above": "at_least",
    "or over": "at_least",
    "or older": "at_least",
    "or longer": "at_least",
    "or so": "approx",
    "or thereabouts": "approx",
    "-odd": "approx",
    "-plus": "at_least",
}

#: Words that open a range and belong to it, and those that stand between its ends.
BETWEEN = (
    "between",
    "zwischen",
    "entre",
    "tussen",
    "mellan",
    "tra",
    "между",
    "між",
    "بين",
)
AND = ("and", "und", "et", "y", "e", "en", "och", "и", "і", "та", "و")

#: Words that multiply the number before them.
SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "millions": 1_000_000,
    "billion": 1_000_000_000,
    "billions": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "lakh": 100_000,
    "crore": 10_000_000,
    "mn": 1_000_000,
    "mln": 1_000_000,
    "bln": 1_000_000_000,
    "trln": 1_000_000_000_000,
    "bn": 1_000_000_000,
    "tn": 1_000_000_000_000,
    "tausend": 1_000,
    "Million": 1_000_000,
    "Millionen": 1_000_000,
    "Mio.": 1_000_000,
    "Milliarde": 1_000_000_000,
    "Milliarden": 1_000_000_000,
    "Mrd.": 1_000_000_000,
    "mille": 1_000,
    "milliard": 1_000_000_000,
    "milliards": 1_000_000_000,
    "mil": 1_000,
    "millón": 1_000_000,
    "millones": 1_000_000,
    "mil millones": 1_000_000_000,
    "milioni": 1_000_000,
    "miliardi": 1_000_000_000,
    "milione": 1_000_000,
    "miliardo": 1_000_000_000,
    "mila": 1_000,
    "milhão": 1_000_000,
    "milhões": 1_000_000,
    "bilhão": 1_000_000_000,
    "bilhões": 1_000_000_000,
    "duizend": 1_000,
    "miljoen": 1_000_000,
    "miljard": 1_000_000_000,
    "tusen": 1_000,
    "millioner": 1_000_000,
    "milliarder": 1_000_000_000,
    "mia.": 1_000_000_000,
    "miljon": 1_000_000,
    "miljoner": 1_000_000,
    "miljarder": 1_000_000_000,
    "tys.": 1_000,
    "tysięcy": 1_000,
    "tysiące": 1_000,
    "mld": 1_000_000_000,
    "miliony": 1_000_000,
    "milionów": 1_000_000,
    "miliardów": 1_000_000_000,
    "bin": 1_000,
    "milyon": 1_000_000,
    "milyar": 1_000_000_000,
    "тысяча": 1_000,
    "тысячи": 1_000,
    "тысяч": 1_000,
    "тыс.": 1_000,
    "тисяч": 1_000,
    "тис.": 1_000,
    "млн": 1_000_000,
    "миллион": 1_000_000,
    "миллиона": 1_000_000,
    "миллионов": 1_000_000,
    "мільйон": 1_000_000,
    "мільйони": 1_000_000,
    "мільйонів": 1_000_000,
    "млрд": 1_000_000_000,
    "миллиард": 1_000_000_000,
    "миллиарда": 1_000_000_000,
    "миллиардов": 1_000_000_000,
    "мільярдів": 1_000_000_000,
    "ألف": 1_000,
    "آلاف": 1_000,
    "مليون": 1_000_000,
    "ملايين": 1_000_000,
    "مليار": 1_000_000_000,
    "مليارات": 1_000_000_000,
    "万": 10_000,
    "萬": 10_000,
    "億": 100_000_000,
    "亿": 100_000_000,
    "만": 10_000,
    "억": 100_000_000,
}
#: Words that stand before their number and belong to it: minus 5, magnitude 6.1.
SCALES_BEFORE = ("minus", "magnitude")
#: Letters that multiply the number they touch; with a space they are units.
ATTACHED = {"k": 1_000, "m": 1_000_000}

#: Signs and codes of currencies, which also stand before the number. A sign that
#: several share is read by its commonest owner where it has one, else left open.
SIGNS: dict[str, str | None] = {
    "$": "USD",
    "US$": "USD",
    "A$": "AUD",
    "C$": "CAD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "S$": "SGD",
    "R$": "BRL",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₽": "RUB",
    "₴": "UAH",
    "₹": "INR",
    "₩": "KRW",
    "₪": "ILS",
    "₺": "TRY",
    "₦": "NGN",
    "₱": "PHP",
    "₫": "VND",
    "zł": "PLN",
    "Kč": "CZK",
    "KSh": "KES",
    "GH₵": "GHS",
    "RM": "MYR",
    "Rp": "IDR",
    "Rs.": "INR",
    "грн": "UAH",
    "kr": None,
    "Rs": "INR",
    "Sh": None,
}
#: Letters that mean money only where they touch the number: N45,000.
TOUCHING = {"N": "NGN", "R": "ZAR", "K": "ZMW"}
_CODES = (
    "AED ARS AUD BRL CAD CHF CNY CZK DKK EGP EUR GBP HKD HUF IDR ILS INR JPY KES KRW "
    "KZT GHS MYR MXN NGN NOK NZD PHP PLN RON RUB SAR SEK SGD THB TRY TWD UAH USD VND "
    "ZAR"
)
CODES = frozenset(_CODES.split())
_MONEY: dict[str, str | None] = {
    "dollar, dollars, US dollar, US dollars, U.S. dollars, Dollar, dólares, "
    "de dólares, de dollars, di dollari, dollari, dolarów, dolar, dólar, "
    "доллар, доллара, долларов, доларів": "USD",
    "Canadian dollars": "CAD",
    "Australian dollars": "AUD",
    "euro, euros, Euro, de euros, d’euros, d'euros, di euro, avro, "
    "евро, євро, يورو, ユーロ, 유로": "EUR",
    "pound, pounds, pounds sterling, Pfund, livres sterling": "GBP",
    "rouble, roubles, ruble, rubles, Rubel, рубль, рубля, рублей, руб.": "RUB",
    "hryvnia, hryvnias, гривна, гривен, гривень": "UAH",
    "yen, 円": "JPY",
    "yuan, renminbi": "CNY",
    "New Zealand dollars": "NZD",
    "Hong Kong dollars": "HKD",
    "Singapore dollars": "SGD",
    "kronor, krona, Swedish kronor, Swedish krona, Swedish crowns": "SEK",
    "Norwegian crowns, Norwegian kroner, Norwegian krone, Norwegian kronor": "NOK",
    "Danish crowns, Danish kroner, Danish krone": "DKK",
    "Icelandic crowns, Icelandic kronur, Icelandic krona": "ISK",
    "Czech crowns, Czech koruna, Czech korunas": "CZK",
    "Egyptian pounds": "EGP",
    "Indian rupees": "INR",
    "Pakistani rupees": "PKR",
    "Sri Lankan rupees": "LKR",
    "Mexican pesos": "MXN",
    "Argentine pesos": "ARS",
    "Chilean pesos": "CLP",
    "Colombian pesos": "COP",
    "Philippine pesos": "PHP",
    "Brazilian reais": "BRL",
    "Saudi riyals": "SAR",
    "Qatari riyals": "QAR",
    "Iranian rials": "IRR",
    "Iraqi dinars": "IQD",
    "Kuwaiti dinars": "KWD",
    "Jordanian dinars": "JOD",
    "Serbian dinars": "RSD",
    "Algerian dinars": "DZD",
    "Emirati dirhams, UAE dirhams": "AED",
    "Moroccan dirhams": "MAD",
    "Ugandan shillings": "UGX",
    "Tanzanian shillings": "TZS",
    "CFA francs": "XOF",
    "Romanian lei": "RON",
    "Taiwan dollars": "TWD",
    "Jamaican dollars": "JMD",
    "Turkish lira": "TRY",
    "Russian rubles, Russian roubles": "RUB",
    "South African rand": "ZAR",
    "South Korean won": "KRW",
    "Japanese yen": "JPY",
    "Chinese yuan": "CNY",
    "Polish zloty, Polish zlotys": "PLN",
    "zloty, zlotys, złoty, złotych": "PLN",
    "shekel, shekels": "ILS",
    "Swiss francs, Franken": "CHF",
    "rand": "ZAR",
    "lira, Turkish lira, Turkish liras, liras": "TRY",
    "baht": "THB",
    "won": "KRW",
    "rupiah": "IDR",
    "ringgit": "MYR",
    "naira": "NGN",
    "kwacha, Malawian kwacha, Zambian kwacha": None,
    "cedi, cedis": "GHS",
    "birr": "ETB",
    "taka": "BDT",
    "dong": "VND",
    "forint, forints": "HUF",
    "koruna, korunas": "CZK",
    "hryvni": "UAH",
    "tenge": "KZT",
    "Kenyan shillings": "KES",
    "rupee, rupees": "INR",
    "quid": "GBP",
    "reais, de reais": "BRL",
    "bitcoin, bitcoins": "BTC",
    # Several countries' money, or its hundredth: the reader knows which, the word not.
    "cent, cents, penny, kroner, krone, crown, crowns, franc, francs, peso, "
    "pesos, dinar, dinars, riyal, riyals, dirham, dirhams, shilling, shillings, som, "
    "de pesos, "
    "دولار, دولاراً, جنيه, ريال, درهم, دينار, 元, 원": None,
}
_PERCENT = (
    "%, ％, ٪, percent, per cent, pct, Prozent, pour cent, por ciento, por cento, per "
    "cento, procent, proc., prosent, процент, процента, процентов, відсоток, відсотки, "
    "відсотків, في المئة, في المائة, بالمئة, بالمائة, パーセント, 퍼센트"
)
_POINTS = "percentage point, percentage points, Prozentpunkte"
_BASIS_POINTS = "basis point, basis points"
#: Lengths of time as (unit, how many of it, its names).
_DURATIONS = (
    (
        "second",
        1,
        "second, seconds, sec, secs, Sekunden, secondes, secondi, segundos, "
        "seconden, "
        "Sekunde, seconde, segundo, секунды, секунду, saniyede, "
        "sekunder, sekund, saniye, секунд, 秒",
    ),
    (
        "minute",
        1,
        "minute, minutes, min, mins, Minuten, minutos, minuti, minuten, minuter, "
        "minut, "
        "Minute, minuto, minuut, minuty, minutter, минуты, минуту, хвилини, "
        "dakika, минут, хвилин, دقيقة, دقائق, 分钟, 分",
    ),
    (
        "hour",
        1,
        "hour, hours, hr, hrs, Stunde, Stunden, heure, heures, hora, horas, ora, ore, "
        "uren, godzinę, timer, година, години, "
        "uur, timme, timmar, godzin, godziny, saat, 小时, 時間, час, часа, "
        "часов, годин, ساعة, ساعات",
    ),
    (
        "day",
        1,
        "day, days, Tag, Tage, Tagen, jour, jours, día, días, giorno, giorni, dia, "
        "dias, "
        "dagar, dage, dager, gündür, døgn, dygn, dnia, dób, сутки, суток, "
        "dag, dagen, dagar, dzień, dni, gün, 天, 日間, день, дня, дней, днів, "
        "يوم, يوماً, يوما, أيام",
    ),
    (
        "week",
        1,
        "week, weeks, Woche, Wochen, semaine, semaines, semana, semanas, settimana, "
        "uge, uger, uke, uker, haftadır, tygodnia, неделю, тиждень, тижні, тижня, "
        "settimane, weken, vecka, veckor, tydzień, tygodni, tygodnie, hafta, 周, "
        "週間, неделя, "
        "недели, недель, тижнів, أسبوع, أسبوعاً, أسابيع",
    ),
    ("night", 1, "night, nights"),
    ("day", 14, "fortnight, fortnights"),
    (
        "month",
        1,
        "month, months, Monat, Monate, Monaten, mois, mes, meses, mese, mesi, mês, "
        "maand, "
        "måneder, måned, miesiąca, місяць, місяці, місяця, ay, "
        "maanden, månad, månader, miesiąc, miesiące, miesięcy, 个月, ヶ月, カ月, "
        "か月, カ月間, "
        "месяц, месяца, "
        "месяцев, місяців, شهر, شهراً, شهرا, أشهر",
    ),
    (
        "year",
        1,
        "year, years, Jahr, Jahre, Jahren, ans, année, années, año, años, anno, anni, "
        "ano, "
        "jaren, yıldır, годам, годами, "
        "anos, jaar, år, rok, lat, lata, yıl, 年间, 年間, "
        "лет, года, років, роки, عام, عاماً, عاما, أعوام, سنة, سنوات",
    ),
    ("year", 10, "decade, decades, Jahrzehnte, Jahrzehnten, décennies, décadas, عقود"),
    ("year", 100, "century, centuries, Jahrhunderte, siècles, siglos, قرون"),
)
_MEASURES = {
    "kilometre": "km, kilometre, kilometres, kilometer, kilometers, Kilometer, "
    "Kilometern, kilomètre, kilomètres, kilómetro, kilómetros, chilometro, chilometri, "
    "quilômetro, quilômetros, quilómetros, kilometrów, kilometra, kilometry, "
    "kilometre, "
    "公里, キロ, キロメートル, км, километров, кілометрів, километра, "
    "كيلومتر, كيلومتراً",
    "metre": "m, metre, metres, meter, meters, Meter, Metern, mètre, mètres, metros, "
    "metri, "
    "metrów, metra, metry, 米, メートル, "
    "метр, метра, метров, метрів, متر, أمتار",
    "centimetre": "cm, centimetre, centimetres, centimeter, centimeters, Zentimeter, "
    "centimètres, centimetri, centímetros, centymetrów, 厘米, センチ, сантиметров",
    "millimetre": "mm, millimetre, millimetres, millimeter, millimeters, Millimeter, "
    "millimètres, millimetri, milímetros, milimetrów, 毫米, ミリ, миллиметров",
    "mile": "mile, miles, Meilen",
    "nautical mile": "nautical mile, nautical miles",
    "foot": "foot, feet, ft",
    "inch": "inch, inches",
    "yard": "yard, yards",
    "square metre": "m², sq m, square metre, square metres, square meter, "
    "square meters, Quadratmeter, mètres carrés, metros cuadrados",
    "square kilometre": "km², sq km, square kilometre, square kilometres, "
    "square kilometer, square kilometers, Quadratkilometer",
    "square mile": "square mile, square miles",
    "square foot": "sq ft, square foot, square feet",
    "cubic metre": "m³, cubic metre, cubic metres, cubic meter, "
    "cubic meters, Kubikmeter, mètres cubes, metros cúbicos, metri cubi, кубометров, "
    "кубометра",
    "cubic hectometre": "hectómetros cúbicos, hm³",
    "hectare": "ha, hectare, hectares, Hektar, hectáreas, гектаров, гектарів",
    "acre": "acre, acres",
    "milligram": "mg, milligram, milligrams, milligramme, milligrammes",
    "microgram": "mcg, µg, microgram, micrograms",
    "gram": "gram, grams, gramme, grammes, Gramm",
    "pound": "lb, lbs",
    "stone": "stone",
    "millilitre": "ml, millilitre, millilitres, milliliter, milliliters",
    "pint": "pint, pints",
    "volt": "volt, volts",
    "calorie": "calorie, calories",
    "kilocalorie": "kcal",
    "hertz": "Hz",
    "pound per square inch": "psi",
    "kilogram": "kg, kilo, kilos, kilogram, kilograms, Kilogramm",
    "tonne": "tonne, tonnes, Tonne, Tonnen, toneladas, tonelada, "
    "tonnellate, tonnellata, طنا, 吨, トン, тонна, тонны, тонн, طن, طناً, "
    "أطنان",
    "ton": "ton, tons",
    "litre": "litre, litres, liter, liters, Liter, litros, литров",
    "barrel": "barrel, barrels",
    "barrel per day": "barrels per day, barrels a day, bpd",
    "gallon": "gallon, gallons",
    "ounce": "ounce, ounces, oz",
    "part per million": "parts per million, ppm",
    "part per billion": "parts per billion, ppb",
    "magnitude": "magnitude",
    "knot": "knot, knots",
    "decibel": "decibel, decibels, dB",
    "megabit per second": "Mbps, megabits per second",
    "cubic foot": "cubic foot, cubic feet",
    "watt": "watt, watts",
    "degree": "°, degree, degrees, Grad, degrés, grados",
    "degree Celsius": "°C, ° C, degrees Celsius",
    "degree Fahrenheit": "°F, ° F, degrees Fahrenheit",
    "kilometre per hour": "km/h, kph, kmh, kilometres per hour, kilometres an hour, "
    "kilometers per hour",
    "mile per hour": "mph, miles per hour, miles an hour",
    "kilowatt": "kW, kilowatt, kilowatts",
    "megawatt": "MW, megawatt, megawatts",
    "gigawatt": "GW, gigawatt, gigawatts",
    "kilowatt hour": "kWh, kilowatt hour, kilowatt hours",
    "megawatt hour": "MWh, megawatt hour, megawatt hours",
    "gigawatt hour": "GWh, gigawatt hour, gigawatt hours",
    "terawatt hour": "TWh, terawatt hour, terawatt hours",
}


def _names(written: str) -> list[str]:
    return [name.casefold() for name in written.split(", ")]


#: What "90p" and "90 pence" are.
PENCE = ("money", "GBP", Decimal("0.01"))

#: Every unit, in small letters, as (kind, unit, how many of the unit it is).
UNITS: dict[str, tuple[str, str | None, int | Decimal]] = {
    "pence": PENCE,
    **dict.fromkeys(_names(_PERCENT), ("percent", "percent", 1)),
    **dict.fromkeys(_names(_POINTS), ("percent", "percentage point", 1)),
    **dict.fromkeys(_names(_BASIS_POINTS), ("percent", "basis point", 1)),
    **{
        name: ("money", unit, 1)
        for names, unit in _MONEY.items()
        for name in _names(names)
    },
    **{sign.casefold(): ("money", unit, 1) for sign, unit in SIGNS.items()},
    **{
        name: ("duration", unit, many)
        for unit, many, names in _DURATIONS
        for name in _names(names)
    },
    **{
        name: ("measure", unit, 1)
        for unit, names in _MEASURES.items()
        for name in _names(names)
    },
}


#: The pasts of verbs that do not end in "ed".
PASTS = (
    "ate|beat|began|bit|bought|broke|brought|built|came|caught|chose|cut|dealt|drank"
    "|drew|drove|fell|felt|flew|forgot|fought|found|froze|gave|got|grew|held|hid|hit"
    "|hung|kept|knew|led|left|lost|made|meant|met|paid|put|ran|rang|read|rode|rose|said"
    "|sang|sank|sat|saw|sent|set|shook|shot|slept|sold|spent|spoke|spread|stole|stood"
    "|sought|struck|swam|swept|swore|taught|threw|told|took|went|wept|woke|won|wore"
    "|wrote"
)


def listed(written: str) -> frozenset[str]:
    """The words of a list that is written like a sentence."""
    return frozenset(written.split())


def holds(text: str, parts: Iterable[str]) -> bool:
    """Whether one of `parts` stands in `text`: asked where a pattern that needs one of
    them would take longer to say no."""
    return any(map(text.__contains__, parts))


def cased(words: Iterable[str]) -> frozenset[str]:
    """The words as a sentence may write them: small, with a capital, in capitals."""
    return frozenset(
        form for word in words for form in (word, word.capitalize(), word.upper())
    )


def alternatives(phrases: Iterable[str]) -> str:
    """A pattern of any of `phrases`, the longest first, one kind of space like another.

    A space matches one or more within a line, so no phrase can run far. The character
    that several begin with stands once, so that a text is not tried for each of them.
    """
    behind: dict[str, list[str]] = {}
    for phrase in sorted(set(phrases), key=lambda p: (-len(p), p)):
        rest = re.escape(phrase[1:]).replace(r"\ ", r"[^\S\n]{1,3}")
        behind.setdefault(re.escape(phrase[:1]), []).append(rest)
    return "|".join(f"{first}(?:{'|'.join(rests)})" for first, rests in behind.items())
