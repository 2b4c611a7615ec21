"""What is not the article, in other languages: bylines, teasers, credits, datelines."""

import re

from workbench.suggest.foreign.languages import Language, words

_UP = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢİĶŁĻŃŅŇŌŐŒŔŘŚŞŠŤŪŮŰŹŻŽА-ЯЁІЇЄҐ"
_NAME = rf"[{_UP}][\w.’'-]*"
_NAMES = (
    rf"(?:{_NAME}|de|del|della|di|da|do|dos|van|von|der|den|zu|la|le|und|et|y|e|en"
    rf"|och|og|i|и|та|ve|[,&/|])"
)
_IGNORE = re.IGNORECASE

#: What else a line may have that only says when something was published.
WHEN = words(
    "de del le du den des um kl klo r года г р року saat ore h às às alle las il el o "
    "montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi "
    "mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes "
    "sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica maandag "
    "dinsdag woensdag donderdag vrijdag zaterdag zondag poniedziałek wtorek środa "
    "czwartek piątek sobota niedziela måndag tisdag onsdag torsdag fredag lördag "
    "söndag понедельник вторник среда четверг пятница суббота воскресенье pazartesi "
    "salı çarşamba perşembe cuma pazar"
)

#: Whole lines, by rule.
_LINES = {
    "furniture": re.compile(
        r"(?:[-–— ]*)(?:anzeige|werbung|publicité|publicidad|pubblicità|publicidade"
        r"|advertentie|reklama|annons|annonse|annonce"
        r"|reklame|reklam|реклама|إعلان|إعلانات|广告|廣告|広告|pr|"
        r"(?:la )?rédaction|redaktion(?:en)?|redacción|(?:la )?redazione|(?:da "
        r")?redação|redakcja|redactie|redaksjonen|редакция|редакція"
        r"|kommentare|commentaires|comentarios|commenti|comentários|reacties"
        r"|komentarze|комментарии|коментарі|yorumlar|التعليقات|评论)"
        r"(?: ?[/|,–-] ?[^.!?]{2,40})?[.:]?",
        _IGNORE,
    ),
    "teaser": re.compile(
        r"[\[(>»•▶►👉*]{0,2}[^\S\n]?(?:lesen sie (?:auch|mehr|dazu|hier)|mehr (?:dazu"
        r"|zum thema)|auch interessant|siehe auch|zum thema|lesen sie auch"
        r"|(?:à )?(?:lire|voir)(?: aussi| également)?|sur le même sujet|pour aller "
        r"plus loin|lire la suite"
        r"|lee también|lea también|te puede interesar|también te puede interesar|más "
        r"información|leer más|le puede interesar|noticias? relacionadas?|ver también"
        r"|en otras noticias"
        r"|leggi (?:anche|pure|tutto)|approfondi(?:sci|mento|menti)|potrebbe "
        r"interessarti|guarda anche|vedi anche"
        r"|leia (?:também|mais)|veja (?:também|mais)|saiba mais|confira|lê também"
        r"|leia ainda|ver também"
        r"|lees (?:ook|verder|meer)|bekijk ook|zie ook|meer over"
        r"|czytaj (?:także|też|również|więcej|dalej)|zobacz (?:także|też|również)"
        r"|przeczytaj (?:także|też|również)|sprawdź (?:także|też)|polecamy"
        r"|läs (?:mer|också|även|vidare)|se också|missa inte|læs (?:også|mere)|se "
        r"også|les (?:også|mer)"
        r"|читайте (?:также|еще|ещё|на эту тему)|смотрите также|по теме|материалы по "
        r"теме|ранее по теме|читайте також|дивіться також|за темою|читати також"
        r"|【?(?:関連記事|あわせて読みたい)】|[iİı]lg[iİı]l[iİı] haber(?:ler)?|ayrıca "
        r"(?:oku|bkz)"
        r"|bunu da oku(?:yun)?|haberin devamı|bunlar da ilginizi çekebilir|önerilen "
        r"haber(?:ler)?"
        r"|اقرأ (?:أيضا|أيضاً|المزيد|كذلك)|إقرأ (?:أيضا|أيضاً|المزيد)|شاهد (?:أيضا"
        r"|أيضاً)|مواضيع ذات صلة|أخبار ذات صلة|طالع أيضا|للمزيد"
        r"|相关(?:阅读|新闻|报道|链接)|延伸阅读|推荐阅读|更多(?:阅读|新闻)|関連(?:記事"
        r"|ニュース)|あわせて読みたい|こちらも|続きを読む"
        r"|archivado en|etiquetas|temas|schlag(?:worte|wörter)|themen|mots[- ]clés"
        r"|argomenti|tagi|tags?|ämnen|emner|теги|etiketler|الوسوم|كلمات مفتاحية|标签"
        r"|关键词|关键字)"
        r"(?:[^\S\n]?[:：|>»–—→-].*|(?<=】).*|)",
        _IGNORE,
    ),
    "sign-up": re.compile(
        r"(?:abonnieren sie|jetzt (?:abonnieren|anmelden|testen|lesen)|folgen sie uns"
        r"|newsletter|abonnez-vous|suivez-nous|inscrivez-vous|recevez|suscríbete"
        r"|suscríbase|síguenos|sigue a"
        r"|siga(?:-nos)? (?:a|o|no)|únete|iscriviti|seguici|abbonati|assine"
        r"|inscreva-se|receba|volg ons|abonneer|meld je aan|schrijf je in|zapisz się"
        r"|obserwuj nas|dołącz do"
        r"|prenumerera|följ oss|tilmeld|følg os|følg oss|meld deg på|abonner"
        r"|подписывайтесь|подпишитесь|присоединяйтесь|следите за|підписуйтесь"
        r"|підпишіться|приєднуйтесь"
        r"|bizi takip|takip edin|abone ol|تابعونا|اشترك|اشتركوا|انضم|关注我们|扫码"
        r"|扫描二维码"
        r"|关注公众号|会員登録|無料登録|メルマガ)(?!\w).*|.*(?:takip edin|abone "
        r"olun)[.!]?",
        _IGNORE,
    ),
    "rights": re.compile(
        r".*(?:alle rechte vorbehalten|tous droits réservés|todos los derechos "
        r"reservados|reproducción prohibida|tutti i diritti riservati|riproduzione "
        r"(?:riservata|vietata)"
        r"|todos os direitos reservados|alle rechten voorbehouden|wszelkie prawa "
        r"zastrzeżone|alla rättigheter|все права защищены|перепечатка|всі права "
        r"захищені|передрук"
        r"|tüm hakları saklıdır|izinsiz (?:kopyala|yayın)|جميع الحقوق محفوظة|حقوق "
        r"النشر|版权所有|版權所有|未经(?:授权|许可)|不得转载|転載(?:を)?禁|無断転載).*",
        _IGNORE,
    ),
    "byline": re.compile(
        rf"(?:[Vv]on|VON|[Pp]ar|PAR|[Pp]or|POR|[Dd]i|DI|[Dd]oor|DOOR|[Aa]v|AV|[Aa]f"
        rf"|AF|[Tt]ekst|[Tt]ext|[Tt]exte?|[Tt]exto|[Tt]esto|[Bb]ericht von|[Un]n "
        rf"article de|[Ee]ntrevista de)(?: ?:)?"
        rf"(?: {_NAMES},?){{1,10}}(?<![.!?])"
        r"|(?:(?:Autor(?:in|ka|a|es|en)?|Auteurs?|Autore|Tekst|Texto?e?|Text|Redaktör"
        r"|Redaktion|Reportage|Korrespondent(?:in)?|Automatisch|Korresp\."
        r"|Opracow(?:ał|ała|anie)|oprac\.|Źródło|źródło|Quelle|Source|Fuente|Fonte"
        r"|Bron|Kilde|Källa"
        r"|Автор(?:ы|и)?|Текст|Корреспондент|Корр\.|Источник|Джерело|Подготовил[аи]?"
        r"|Підготува(?:в|ла)|Редактор|Haber|Muhabir|Kaynak|Editör|Yazar|المصدر|كتب"
        r"|كتبت|بقلم|تحرير|المحرر|إعداد|مراسل)\.?(?:[^\S\n]?[:：–—-][^\S\n]?"
        r"|[^\S\n](?=[A-ZÀ-ÞА-Я]))|(?:بقلم|كتبت?) |"
        r"(?:本报记者|本报通讯员|特约记者|责任编辑|責任編輯|责编|编辑|編輯|作者|来源"
        r"|來源|记者|記者|文|撰文|通讯员"
        r"|取材・文|執筆|審校|校对|出典|提供"
        r"|聞き手)[：:／/ \u3000])[^.!?。\n]{2,70}"
        r"|(?i:publié|mis à jour|publicado|actualizado|atualizado|pubblicato"
        r"|aggiornato|veröffentlicht|aktualisiert|erschienen|gepubliceerd|bijgewerkt"
        r"|geplaatst|opublikowano|opublikowany|aktualizacja|zaktualizowano|dodano"
        r"|data publikacji"
        r"|publicerad|uppdaterad|publisert|oppdatert|offentliggjort|opdateret"
        r"|опубликовано|обновлено|дата публикации|опубліковано|оновлено|yayınlanma"
        r"|yayın tarihi|güncelleme|güncellendi|giriş|نشر(?:ت)?(?: في)?|تاريخ النشر"
        r"|آخر تحديث|发布时间|发布于|更新时间|更新于|更新|公開|掲載"
        r"|stand)(?!\w)[^\n]{0,60}\d[^\n]{0,30}(?<!\.)"
        rf"|(?:[{_UP}][\w’'-]+ ){{1,3}}[{_UP}]{{2,}}(?: ?/ ?[^.!?\n]{{2,40}})?"
        r"|【[^【】\n]{2,40}】|（[^（）\n]{2,30}(?:记者|記者|支局)[^（）\n]{0,20}）"
        r"|(?i:dpa|efe|ansa|lusa|pap|tt|ntb|ritzau|anp|belga|agencias|agenzie|agences"
        r"|agências|iha|dha|aa|тасс|риа новости|интерфакс|унiан|укрінформ|新华社|共同"
        r"|時事"
        r"|وكالات|رويترز|أ ف ب|واس)(?: ?[/,|–-] ?[^.!?\n]{2,30})?"
        rf"|[{_UP}][\w’'-]+(?:-[{_UP}]\w+)? [{_UP}][\w’'-]+,? (?:correspondant|envoyé"
        rf"|korrespondent|corresponsal|corrispondente|correspondente|reporter"
        rf"|redaktör|redakteur|redactie|inviat)[^.!?\n]{{0,40}}",
    ),
    "image": re.compile(
        r"(?:fotos?|bild(?:er)?|photos?|imagem|imagen|immagine|zdjęci[ae]|fot\."
        r"|grafi[kc]a?|archivbild|symbolbild|crédits?|фото|світлина|иллюстрация"
        r"|fotoğraf|foto muhabiri|الصورة|صورة|تصوير|图片?|圖|写真"
        r"|撮影)[^\S\n]?[:：/／][^\n]{2,90}"
        r"|fot\.[^\S\n][^\n.]{3,60}",
        _IGNORE,
    ),
}
_CAPITALS = re.compile(rf"[{_UP}][{_UP} .’'/-]{{2,28}}(?:,? ?\([^()]{{2,12}}\))?")
_ARABIC_LINE = re.compile(
    "[\u0600-\u06ff \u00a0]{3,24}[^\\S\\n]?[–—/|:-][^\\S\\n]?[\u0600-\u06ff "
    ".()«»]{3,30}"
)
_AGENCIES = (
    r"(?:\((?:dpa|afp|efe|ap|ansa|lusa|pap|tt|ntb|anp|belga|reuters|epd|kna|sda|apa"
    r"|tass"
    r"|aa|dha|iha|öha|pat|tdn|unn)[^()\n]{0,20}\)"
    r"|\((?-i:[A-ZÀ-Þ][A-ZÀ-Þ /.-]{2,24})\))"
)
_DATED = (
    r"(?:\d{1,2}\.?(?:er|º)?(?: de)? [^\W\d_]{3,10}\.?(?: (?:de )?\d{4})?(?: г\.)?)"
)
_DATELINES = {
    "de": re.compile(
        rf"[A-ZÄÖÜ][\wäöüß]+(?:[ /-](?:am |an der |im |bei "
        rf")?[A-ZÄÖÜ][\wäöüß]+){{0,2}}(?:[.](?=\s[A-ZÄÖÜ„])|,? {_AGENCIES}\.?(?: "
        rf"?[–—-])?|[^\S\n][–—-](?=\s[A-ZÄÖÜ„]))",
        0,
    ),
    "": re.compile(
        rf"(?:[{_UP}][\w’'.-]*(?:[ /-](?:de |di |del |la "
        rf")?[{_UP}][\w’'.-]*){{0,3}}(?:[.,] {_DATED})?(?:[.,/]? "
        rf"?(?i:{_AGENCIES}))(?: ?\.?[–—-]+|\.|:)?"
        rf"|[{_UP}][\w’'.-]*(?:[ /-](?:de |di |del |la "
        rf")?[{_UP}][\w’'.-]*){{0,3}}[.,] {_DATED}(?:[.,] (?:Корр|Кор)\. "
        rf"[^\n—–]{{3,40}}?)?[.,]?[^\S\n]?(?:[–—-]+(?=\s)"
        rf"|/[^/\n]{{2,30}}/\.?(?:[^\S\n]?[–—-]+(?=\s))?"
        rf"|[.,]?[^\S\n]?[–—-]+(?=\s))"
        rf"|[{_UP}]{{3,}}(?:[ /-][{_UP}]{{2,}}){{0,3}}[^\S\n](?:[–—]|-)(?=\s)"
        rf"|[{_UP}][\w’'-]+(?:[ -][{_UP}][\w’'-]+){{0,2}}[^\S\n][–—](?=\s[{_UP}«]))"
    ),
    "zh": re.compile(
        r"(?:(?:新华社|中新社|中新网|本报|本刊|人民网|央视网"
        r"|新华网)[^，。\n]{0,24}?(?:电"
        r"|讯)(?:[（(][^（）()\n]{2,40}[）)])?|【[^【】\n]{2,30}】)"
    ),
    "ja": re.compile(
        r"(?:【[^【】\n]{2,40}】|［[^［］\n]{2,30}］|（[^（）\n]{2,20}(?:共同"
        r"|時事)）)"
    ),
    "ar": re.compile(
        "(?:[\u0600-\u06ff]+(?: "
        "[\u0600-\u06ff]+)?[^\\S\\n]?(?:\\([^()\\n]{2,20}\\))[^\\S\\n]?[–—:-])"
        "|[\u0600-\u06ff]+[^\\S\\n][–—-](?=\\s)"
    ),
}


def rule_of(words: str, language: Language, number: int) -> str | None:
    """The rule by which a line of a text in `language` is none of the article."""
    for rule, pattern in _LINES.items():
        if pattern.fullmatch(words):
            if rule == "byline" and number == 0:
                continue
            return rule
    if 0 < number < 6 and len(words) <= 40:
        if _CAPITALS.fullmatch(words) and words.upper() == words:
            return "dateline"
        if language.code == "ar" and _ARABIC_LINE.fullmatch(words):
            return "byline"
    return None


def dateline(
    text: str, start: int, end: int, number: int, language: Language
) -> int | None:
    """Where the dateline ends that a line begins with, if it does."""
    if not 0 < number < 6:
        return None
    pattern = _DATELINES.get(language.code, _DATELINES[""])
    match = pattern.match(text, start, min(end, start + 120))
    if match is None and language.code == "de":
        match = _DATELINES[""].match(text, start, min(end, start + 120))
    least = 8 if language.code in ("zh", "ja") else 20
    if match is None or match.end() >= end - least:
        return None
    return match.end()
