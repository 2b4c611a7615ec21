"""How much speaks for a clause of another language being a claim."""

import re
from functools import lru_cache

from workbench.suggest.foreign.languages import Language, words

#: Superlatives, all or nothing, causes and laws.
_STRONG = {
    "de": r"alle[rns]?|niemand|niemals|nie|kein\w*|nur|einzig\w*|immer"
    r"|[a-zäöü]{3,}ste[nrs]?|wegen|weil|verursacht\w*|verboten|illegal\w*"
    r"|rechtswidrig\w*|mehr|weniger|höher|niedriger|rekord\w*",
    "fr": r"tou(?:s|tes|te|t)|aucune?|jamais|seule?s?|toujours|plus|moins|record"
    r"|première?|parce|cause\w*|illégal\w*|interdit\w*|loi",
    "es": r"tod[oa]s?|ningun[oa]?|ningún|nadie|nunca|jamás|sol[oa]|únic[oa]s?|siempre"
    r"|más|menos|récord|primer[oa]?|porque|caus\w+|ilegal\w*|prohib\w+|ley",
    "it": r"tutt[oiea]|nessun[oa]?|mai|sol[oaie]|unic[oa]|sempre|più|meno|record"
    r"|prim[oa]|perché|caus\w+|illegal\w*|vietat\w+|legge",
    "pt": r"tod[oa]s?|nenhum[a]?|ninguém|nunca|jamais|só|únic[oa]s?|sempre|mais|menos"
    r"|recorde|primeir[oa]|porque|caus\w+|ilegal\w*|proib\w+|lei",
    "nl": r"alle|niemand|nooit|geen|enige|altijd|meer|minder|record\w*|eerste|omdat"
    r"|door|illegaal|verboden|wet",
    "pl": r"wszyst\w+|nikt|nigdy|żad\w+|tylko|jedyn\w+|zawsze|więcej|mniej|rekord\w*"
    r"|pierwsz\w+|ponieważ|bo|spowodowa\w+|nielegaln\w+|naj\w{4,}",
    "sv": r"alla|ingen|aldrig|inga|enda|alltid|fler|mer|färre|mindre|rekord\w*|första"
    r"|eftersom|orsak\w*|olaglig\w*|förbju\w+|\w{3,}ast[e]?",
    "da": r"alle|ingen|aldrig|eneste|altid|flere|mere|færre|mindre|rekord\w*|første"
    r"|fordi|ulovlig\w*|\w{3,}st[e]?",
    "no": r"alle|ingen|aldri|eneste|alltid|flere|mer|færre|mindre|rekord\w*|første"
    r"|fordi|ulovlig\w*|\w{3,}st[e]?",
    "ru": r"все|никто|никогда|ни один|только|единственн\w+|всегда|больше|меньше"
    r"|рекорд\w*|перв\w+|потому|из-за|незаконн\w*|запрещ\w+|сам(?:ый|ая|ое|ые"
    r"|ого)|крупнейш\w+",
    "uk": r"усі|всі|ніхто|ніколи|жоден|жодн\w+|тільки|лише|єдин\w+|завжди|більше|менше"
    r"|рекорд\w*|перш\w+|тому що|через|незаконн\w*|заборон\w+|най\w{4,}",
    "tr": r"tüm|hiç\w*|kimse|asla|sadece|tek|her|en|rekor\w*|ilk|çünkü|nedeniyle"
    r"|yasadışı|yasak\w*",
    "ar": r"كل|جميع|لا أحد|أبدا|فقط|أكبر|أكثر|أقل|أول|بسبب|أعلى|غير قانوني\w*|محظور\w*",
    "zh": r"所有|没有|从未|唯一|最|首|因为|导致|违法|非法|禁止|全部|未",
    "ja": r"すべて|全て|唯一|最も|最大|最多|最高|初めて|初の|過去|違法|禁止|原因|ため"
    r"|ない|なかった|毎年|いずれも",
}
_WISH = {
    "de": r"(?:wir|man|ich|sie|es) (?:müssen|muss|sollte[n]?|sollen|wollen|will"
    r"|brauchen|hoffen|hoffe|möchte[n]?|wünsche\w*|werden)|lasst|bitte|danke"
    r"|hoffentlich|ich (?:glaube|finde|denke)|schade|traurig",
    "fr": r"il faut|nous (?:devons|voulons|espérons|allons|souhaitons|demandons)|on "
    r"(?:veut|espère|demande|va)|je (?:veux|espère|pense|crois|souhaite)|merci"
    r"|c['’]est (?:un|une) \w+|bravo",
    "es": r"hay que|tenemos que|debemos|queremos|esperamos|vamos a|pedimos|exigimos"
    r"|quiero|espero|creo que|ojalá|gracias|me parece|deberían?|que se \w+",
    "it": r"bisogna|dobbiamo|vogliamo|speriamo|chiediamo|voglio|spero|credo|penso"
    r"|grazie|vergogna|dovrebbe\w*|non possiamo",
    "pt": r"temos que|temos de|precisamos|devemos|queremos|esperamos|vamos|pedimos"
    r"|quero|espero|acho|acredito|obrigad[oa]|deveria\w*|é preciso",
    "nl": r"we (?:moeten|willen|hopen|gaan|vragen)|wij (?:moeten|willen|hopen)|ik "
    r"(?:hoop|vind|denk|wil|geloof)|laten we|hopelijk|zou(?:den)? moeten",
    "pl": r"musimy|chcemy|mamy nadzieję|powinni\w*|trzeba|należy|proszę|chcę|myślę"
    r"|liczę|mam nadzieję|dziękuj\w+|nie będę|będziemy|oczekuj\w+",
    "sv": r"vi (?:måste|vill|hoppas|kräver|ska)|jag (?:hoppas|tycker|tror|vill)|borde"
    r"|låt oss|man måste|tack",
    "da": r"vi (?:skal|vil|håber|må|kræver)|jeg (?:håber|synes|tror|vil)|burde|bør|lad "
    r"os",
    "no": r"vi (?:må|vil|håper|skal|krever)|jeg (?:håper|synes|tror|vil)|burde|bør|la "
    r"oss",
    "ru": r"мы (?:должны|хотим|надеемся|требуем|будем|просим)|нужно|надо|необходимо"
    r"|хотелось|надеюсь|думаю|считаю|пусть|давайте|спасибо|следует",
    "uk": r"ми (?:маємо|повинні|хочемо|сподіваємося|вимагаємо|будемо|просимо)|треба"
    r"|потрібно|необхідно|хотілося|сподіваюся|думаю|вважаю|хай|дякую|варто",
    "tr": r"\w+(?:malı|meli|malıyız|meliyiz|sın|sin|alım|elim)|istiyoruz|istiyorum"
    r"|umuyor\w+|bekliyoruz|lazım|gerekiyor|gerek|lütfen|teşekkür\w*",
    "ar": r"يجب|ينبغي|نريد|نأمل|نطالب|أتمنى|نتمنى|أعتقد|لا بد|علينا|شكرا",
    "zh": r"应该|应当|必须|希望|建议|需要|呼吁|感谢|我觉得|我认为|要(?:加强|坚持)|但愿"
    r"|请",
    "ja": r"べき|たい(?:[。」]|$|と)|ほしい|欲しい|してもらい|お願い|おわび|お詫び|感謝"
    r"|と思う|と思っ|だろう|しよう|ましょう|しなければ"
    r"|悔し|うれし|嬉し|残念",
}
_QUESTIONS = words("ob si se om czy чи ли wie warum")
_DENSE = ("zh", "ja")


@lru_cache(maxsize=32)
def _pattern(code: str, strong: bool) -> re.Pattern[str]:
    words = (_STRONG if strong else _WISH)[code]
    bounded = words if code in _DENSE else rf"(?<!\w)(?:{words})(?!\w)"
    return re.compile(bounded, re.IGNORECASE)


def score(
    words: str,
    reported: bool,
    spoken: bool,
    kinds: frozenset[object],
    disputed: bool,
    language: Language,
) -> float:
    """From 0 to 1; `kinds` are those of the figures in it."""
    code = language.code
    count = len(words) / 3 if code in _DENSE else len(words.split())
    if count < 3 or len(words) > 700 or words.endswith(("?", "？", "؟")):
        return 0.0
    total = 0.4
    if kinds - {"date"}:
        total += 0.3
    elif kinds:
        total += 0.15
    total += 0.15 if reported else 0.02 if spoken else 0.0
    if _pattern(code, True).search(words):
        total += 0.12
    if _pattern(code, False).search(words):
        total -= 0.4
    if disputed:
        total += 0.2
    if count < 4:
        total -= 0.1
    return max(0.0, min(1.0, total))


def that_of(words: str, language: Language) -> int:
    """How long the "that" is which a reported clause begins with; -1 for "whether"."""
    first = re.match(r"(?:[^\W\d_]|[\u064b-\u0652])+['’]?", words)
    if first is None:
        return 0
    low = first.group().casefold().replace("’", "'")
    if low in _QUESTIONS and low in language.set_of("that"):
        return -1
    thats = language.set_of("that") | language.set_of("that_denied")
    if low not in thats or low in (
        "وجود",
        "صحة",
        "أي",
        "وقوع",
        "حدوث",
        "تعرض",
        "مسؤولية",
        "ضلوع",
        "مشاركة",
    ):
        return 0
    if language.code == "ar" and len(low.strip("أإنّب")) > 0:
        return 0
    end = first.end()
    while words[end : end + 1].isspace():
        end += 1
    return end
