"""Reading Chinese and Japanese, which part no words by spaces."""

import re
from collections.abc import Iterator

from workbench.spans import Fragment
from workbench.suggest.foreign.languages import words
from workbench.suggest.foreign.people import People, Who
from workbench.suggest.passages import (
    LONGEST_SENTENCE,
    Passages,
    Quotation,
    Sentence,
)
from workbench.suggest.reading import WORDS, Quote

_HAN = "\u3400-\u9fff々"
_KANA = "\u3041-\u3096"
_KATA = "\u30a1-\u30fa\u30fc"


def quotes(
    passages: Passages, people: People, line: Fragment, *, headline: bool
) -> Iterator[Quote]:
    """The quotes of a line, in order."""
    kind = _Japanese if people.language.code == "ja" else _Chinese
    for sentence in _joined(passages, passages.sentences(*line), people.language.code):
        reading = kind(passages, people, sentence)
        found = list(reading.read(headline=headline))
        for quote in sorted(found, key=lambda quote: quote.fragments[0]):
            if quote.speaker:
                people.learn(quote.speaker, quote.role)
            yield quote


def _joined(passages: Passages, sentences: list[Sentence], code: str) -> list[Sentence]:
    """The sentences; what is said joined with who says it behind its full stop."""
    found: list[Sentence] = []
    for sentence in sentences:
        before = found[-1] if found else None
        if (
            before is not None
            and before.quotations
            and before.quotations[-1].end == before.end
        ):
            head = passages.view[
                sentence.start : min(sentence.end, sentence.start + 40)
            ]
            tied = head.startswith("と") if code == "ja" else _ZH_AFTER.match(head)
            near = sentence.start - before.end <= 1
            if tied and near and sentence.end - before.start <= LONGEST_SENTENCE:
                found[-1] = Sentence(
                    before.start,
                    sentence.end,
                    (*before.quotations, *sentence.quotations),
                )
                continue
        found.append(sentence)
    return found


class _Dense:
    """One sentence being read."""

    def __init__(self, passages: Passages, people: People, sentence: Sentence) -> None:
        self.view, self.text, self.people = passages.view, passages.text, people
        self.start, self.end = sentence.start, sentence.end
        while self.end > self.start and self.view[self.end - 1] in "。！.":
            self.end -= 1
        self.free = list(sentence.quotations)

    def last(self) -> Who:
        """Who spoke last."""
        who = self.people.last
        return (who, None) if who else None

    def made(
        self,
        fragments: list[Fragment],
        rule: str,
        score: float,
        who: Who,
        cue: Fragment | None = None,
    ) -> Quote:
        """A quote, after which its quotations are no longer free."""
        start, end = fragments[0][0], fragments[-1][1]
        inside = [q for q in self.free if start <= q.start < end]
        self.free = [q for q in self.free if q not in inside]
        speaker, role = who if who else (None, None)
        if speaker:
            self.people.learn(speaker, role)
        quote = Quote(fragments, rule, score, speaker, role, cue=cue)
        if inside:
            quote.opens, quote.goes_on = inside[-1].opens, inside[0].goes_on
        return quote

    def read(self, *, headline: bool) -> Iterator[Quote]:
        """The quotes of the sentence."""
        raise NotImplementedError

    def left_over(self) -> Iterator[Quote]:
        """Quotations of several lines, and those that fill a sentence."""
        for quotation in list(self.free):
            alone = not WORDS.search(
                self.view, self.start, quotation.start
            ) and not WORDS.search(self.view, quotation.end, self.end)
            if (
                quotation.opens
                or quotation.goes_on
                or (alone and quotation.end - quotation.start > 6)
            ):
                span = (quotation.start, quotation.end)
                yield self.made(
                    [span],
                    "quote.carried" if alone and self.last() else "quote.alone",
                    0.5,
                    self.last() if alone else None,
                )


# --- Japanese -------------------------------------------------------------------------

_JA_TITLES = (
    "副市長|市長|副知事|知事|町長|村長|区長|首相|大臣|准教授|教授|講師|助教|社長"
    "|副社長|会長|代表|理事長|理事|教育長|教頭|次長|支店長|工場長|編集長|事務局長"
    "|事務総長|所長|課長|部長|局長"
    "|議員|議長|容疑者|被告|弁護士|医師|監督|選手|館長|校長|園長|署長|総裁|総理"
    "|官房長官|長官|外相|財務相|防衛相|環境相|農相|厚労相"
    "|幹事長|委員長|大統領|書記長|主席|報道官|担当者|店長|組合長|支配人|本部長|隊長"
    "|船長|住職|女将|研究員|主任|院長|記者|監査役|専務|常務"
    "|取締役|氏|さん|ちゃん|くん|君|博士|名誉教授|特任教授|秘書官|裁判長|検事|研究者"
)
_JA_BODIES = (
    "県警|道警|府警|警視庁|警察庁|警察|地検|特捜部|検察|市|県|町|村|区|省|庁|府|都|道"
    "|局|部|課|署|会|社|党|側|政府|当局|関係者|協会"
    "|組合|委員会|本部|連盟"
    "|大学|研究所|機構|団体|業者|会社|各社|各紙|病院|学校|高校|銀行|電力|鉄道|センター"
    "|支部|ホテル|連合|住民|男性|女性|幹部|職員|担当者|農家"
    "|漁師|専門家|家族|遺族|母親|父親|利用者|客|らは|ら|代理人|弁護団|原告|被告|保護者"
    "|生徒|学生|店主|経営者|代表者|議会|内閣|官邸|裁判所"
    "|地裁|高裁|最高裁|気象庁|消防|企業|同紙|新聞|通信|テレビ|紙|委|連|院|所"
)
_JA_PERSON = re.compile(rf"(?P<base>.*?)(?P<title>(?:{_JA_TITLES})(?:ら)?)$")
_JA_BODY = re.compile(rf"(?:{_JA_BODIES})$")
_JA_TAIL = re.compile(rf"[{_HAN}{_KATA}A-Za-z・＝=]+$")
#: A given name in hiragana: 西村まゆみ.
_JA_SOFT = re.compile(rf"[{_HAN}]{{1,3}}(?:(?!の)[{_KANA}]){{2,4}}$")
_JA_PHRASE = re.compile(rf"[{_HAN}{_KATA}A-Za-z0-9０-９・の＝]+$")
_JA_NAMED = re.compile(
    rf"(?<![{_HAN}])(?P<name>[{_HAN}]{{2,5}}?[{_KATA}]{{0,4}}[{_HAN}]{{0,2}}?"
    rf"|[{_KATA}・]{{3,16}})(?:[（(][^()（）\n]{{1,12}}[)）])?(?P<title>{_JA_TITLES})"
)
_JA_LEAD = re.compile(
    r"(?:一方で?|また|さらに|ただ|ただし|しかし|その上で|そのうえで|同時に|このため"
    r"|これに対し(?:て)?|なお|だが|それでも|加えて|続けて"
    r"|だから|同日|翌日|この日|\d{1,2}日|昨年|今回|これまでに)、"
)
_JA_STEM = (
    "話し|話す|話した|述べ|語っ|語り|語る|説明|強調|指摘|批判|訴え|振り返|明かし"
    "|明かす|コメント|否定|反論|陳謝|謝罪|主張|発表|答え|回答"
    "|呼びかけ|求め"
    "|警告|警鐘|言う|言い|言っ|評価|予想|分析|表明|認め|明らかに|報告|伝え|期待|懸念"
    "|嘆|喜|悔し|憤|怒|いう|し(?:て|た|、)|つづ|つぶや"
    "|漏ら|打ち明|釈明|釘を刺|注意|注文|不安|首をかしげ|ため息|声を|胸を|意気込|力を込"
    "|決意|歓迎|見解|考え|疑問|苦言|不満|感謝|みる|みて|見る"
    "|見て|見ている|証言|供述|頭を下げ|口にし|手を合わせ|胸をなで|悼|たたえ|称賛"
    "|励まし|笑|書き|書い|記し|紹介|力説|危機感"
    "|警戒|理解を|協力を|断言|推測|説く|みられ|結論|判断"
    "|主張|投稿|約束|宣言|念押し|牽制|けん制|皮肉|自負|弁明|肩を落と|目を細め"
    "|声を詰まらせ|声を落と|声を弾ませ"
)
_JA_SAID = re.compile(
    rf"(?:など)?と(?:は|も"
    rf"|の)?(?P<verb>、?(?:[^。、「」と\ue000]{{0,9}}?)(?:{_JA_STEM})[^。、「」と\ue000]{{0,10}})"
)
_JA_STRONG = re.compile(
    r"(?:など)?と(?:は|も|の)?(?P<verb>(?:改めて|強く|繰り返し|文書で|記者団に|取材に"
    r"|それぞれ)?(?:話した|話す|話し"
    r"|述べ[たるて、]|語った|語る|説明し|説明。|説明する|強調し|強調する|指摘し"
    r"|指摘する|指摘。|批判し|批判する|訴え[たるて]|明かし|コメントし"
    r"|否定し|反論し|主張し|主張する|主張。|発表し|発表。|答え[たて]|回答し|警告し"
    r"|評価し|予想し|分析し|分析する|表明し|認め[たて]|明らかにし"
    r"|断言し|断言する|示唆し|示唆する|付け加え[たて]|言った|言って|語って"
    r"|報告し|伝え[たて]|している|した。|みて|みられる|見(?:て|られ)|判断し|結論づけ"
    r"|証言し|供述し|推測し|懸念を示|認識を示|考えを示|見方を示"
    r"|見解を示|いう(?=[。\n]|$)|のこと(?=[。\n]|だ|$)))"
)
#: Any verb right behind a quotation whose topic is somebody.
_JA_ANY = re.compile(
    r"と(?![いの題呼なはも])(?P<verb>[^。、「」\ue000]{1,14}(?:た|る|う|す"
    r"|む))(?=[。、]|$)"
)
_JA_ACCORDING = re.compile(r"(?P<who>[^、。「」\n]{1,40}?)(?:によると|によれば)、?")
_JA_TOPIC = re.compile(r"(?P<who>[^、。「」\ue000]{1,48}?)(?:は|も|が)(?P<comma>、)?")
_JA_PLAN = re.compile(
    r"(?:方針(?:(?=。|$)|だ|を(?:示|固|明らか|決|表明)|で)|考え(?:だ|を(?:示|明らか"
    r"|表明)|(?=。"
    r"|$))|見通し(?:だ|を(?:示"
    r"|明らか))|意向(?:だ|を(?:示|明らか|固|表明)))"
)
_JA_DATED = re.compile(r"\d{1,2}日(?:夜|朝|午前|午後|夕)?、")
_JA_SELF = words("同氏 同教授 同市長 同知事 同社長 同議員 同准教授 彼 彼女 本人")


class _Japanese(_Dense):
    def read(self, *, headline: bool) -> Iterator[Quote]:
        if headline and self.free:
            quote = self._headline()
            if quote is not None:
                yield quote
                return
        lead = _JA_LEAD.match(self.view, self.start, self.end)
        at = lead.end() if lead else self.start
        according = _JA_ACCORDING.match(self.view, at, self.end)
        if according:
            yield from self._according(according)
            yield from self.left_over()
            return
        topic: Who = None
        while at < self.end:
            said = self._said(at)
            if said is None:
                break
            quote, at, topic = self._of(at, said, topic)
            if quote is not None:
                yield quote
            lead = _JA_LEAD.match(self.view, at, self.end)
            at = lead.end() if lead else at
        plan = _JA_PLAN.search(self.view, at, min(len(self.view), self.end + 1))
        if plan:
            who, begun = self._topic(at, plan.start())
            if who and plan.start() - begun > 5:
                yield self.made([(begun, plan.start())], "quote.that", 0.7, who)
        yield from self.left_over()

    def _said(self, at: int) -> re.Match[str] | None:
        """The next "と述べた": right behind a quotation any verb will do."""
        close = min(len(self.view), self.end + 1)
        strong = _JA_STRONG.search(self.view, at, close)
        for quotation in self.free:
            if quotation.start < at or (strong and quotation.end > strong.start()):
                continue
            said = _JA_SAID.match(self.view, quotation.end, close)
            if said:
                return said
            said = _JA_ANY.match(self.view, quotation.end, close)
            if said:
                return said
        return strong

    def _of(
        self, at: int, said: re.Match[str], topic: Who
    ) -> tuple[Quote | None, int, Who]:
        who, begun = self._topic(at, said.start())
        if said.re is _JA_ANY and who is None:
            return None, said.end(), topic
        speaker = who or topic or self.last()
        quoted = next((q for q in self.free if q.end == said.start()), None)
        inside = [q for q in self.free if begun <= q.start and q.end <= said.start()]
        if quoted is not None and (
            quoted.start == begun
            or (who is not None and self._is_aside(begun, quoted.start))
            or not WORDS.search(self.view, begun, quoted.start)
            or (
                who is None
                and self._is_aside(begun, quoted.start)
                and not self._is_subject(begun, quoted.start)
            )
        ):
            return (
                self.made(
                    [(quoted.start, quoted.end)],
                    "quote.cue",
                    0.9,
                    speaker,
                    said.span("verb"),
                ),
                said.end(),
                speaker,
            )
        begun = self._after_aside(begun, said.start(), inside)
        while begun < said.start() and self.view[begun] in "、　 ":
            begun += 1
        strong = (
            who is not None
            or quoted is not None
            or said.group().startswith(("という", "とのこと"))
            or topic is not None
        )
        if said.start() - begun < 5 or not strong or speaker is None:
            return None, said.end(), topic
        rule = "quote.mixed" if inside else "quote.that"
        return (
            self.made([(begun, said.start())], rule, 0.7, speaker, said.span("verb")),
            said.end(),
            speaker,
        )

    def _is_aside(self, start: int, end: int) -> bool:
        words = self.view[start:end].lstrip("、")
        return len(words) < 45 and (
            words == ""
            or words.endswith(
                ("、", "に", "で", "対し", "対して", "として", "て", "ながら", "し")
            )
        )

    def _is_subject(self, start: int, end: int) -> bool:
        return re.search(r"[はが]、?$", self.view[start:end]) is not None

    def _after_aside(self, start: int, end: int, inside: list[Quotation]) -> int:
        dated = _JA_DATED.match(self.view, start, end)
        start = dated.end() if dated else start
        aside = re.compile(
            r"(?:[^、。「」\ue000]{0,24}(?:取材に(?:対し)?|対し(?:て)?|会見で|会議で"
            r"|答弁で|について|議会で"
            r"|コメントで)、?)"
        ).match(self.view, start, end)
        return aside.end() if aside else start

    def _topic(self, at: int, end: int) -> tuple[Who, int]:
        """Who the topic of a clause is, if that is somebody, and where it ends."""
        begun = at
        for _ in range(3):
            place = begun
            for _ in range(3):
                match = _JA_TOPIC.match(self.view, place, end)
                if match is None:
                    break
                phrase = self.view[begun : match.end("who")]
                who = self._who(phrase)
                if who:
                    return who, match.end()
                place = match.end()
            comma = self.view.find("、", begun, end)
            if comma < 0 or "\ue000" in self.view[begun:comma]:
                return None, at
            begun = comma + 1
        return None, at

    def _who(self, phrase: str) -> Who:
        phrase = re.sub(r"[（(][^()（）\n]{0,20}[)）]", "", phrase).strip("、 　")
        if phrase in _JA_SELF:
            return self.last()
        person = _JA_PERSON.match(phrase)
        if person and person["base"]:
            tail = _JA_TAIL.search(person["base"]) or _JA_SOFT.search(person["base"])
            name = tail.group() if tail else ""
            title = person["title"]
            if (
                2 <= len(name) <= 8
                and not _JA_BODY.search(name)
                and title not in ("担当者", "研究者")
            ):
                before = (
                    person["base"][: -len(name)].rpartition("、")[2].removesuffix("の")
                )
                role = _JA_PHRASE.search(before)
                told = (role.group() if role else "") + (
                    "" if title in ("さん", "氏") else title
                )
                return self._full(name), told or None
            whole = _JA_PHRASE.search(phrase)
            return (whole.group(), None) if whole else None
        if person:
            named = self._of_title(phrase)
            return (named or phrase, None)
        if _JA_BODY.search(phrase):
            whole = _JA_PHRASE.search(phrase)
            return (
                (whole.group().strip("の"), None)
                if whole and len(whole.group()) <= 24
                else None
            )
        return None

    def _full(self, name: str) -> str:
        return self._known()[0].get(name, name) if len(name) <= 3 else name

    def _of_title(self, title: str) -> str | None:
        return self._known()[1].get(title)

    def _known(self) -> tuple[dict[str, str], dict[str, str]]:
        """The full names of the text by how they begin, and by their titles."""
        if self.people.indexed is None:
            begun: dict[str, str] = {}
            titled: dict[str, str] = {}
            for match in _JA_NAMED.finditer(self.text):
                name = match["name"]
                for size in range(1, min(4, len(name))):
                    begun.setdefault(name[:size], name)
                if len(name) >= 3:
                    titled.setdefault(match["title"], name)
            self.people.indexed = begun, titled
        return self.people.indexed

    def _headline(self) -> Quote | None:
        last = self.free[-1]
        if WORDS.search(self.view, last.end, self.end):
            return None
        head = re.search(
            r"(?:^|[\s　、])([^\s　「」、。]{1,14})$",
            self.view[self.start : last.start],
        )
        who = self._who(head.group(1)) if head else None
        if who is None and last.end - last.start < 8:
            return None
        return self.made([(last.start, last.end)], "quote.headline", 0.7, who)

    def _according(self, match: re.Match[str]) -> Iterator[Quote]:
        who = self._who(match["who"]) or (self._source(match["who"]), None)
        close = self.end
        tail = re.compile(r"(?:という|とのこと(?:だ)?|とされる|とみられる)$").search(
            self.view[match.end() : close]
        )
        end = match.end() + tail.start() if tail else close
        if end - match.end() < 5 or who[0] is None:
            return
        quoted = next(
            (q for q in self.free if q.start == match.end() and q.end == end), None
        )
        yield self.made(
            [(match.end(), end)],
            "quote.cue" if quoted else "quote.according",
            0.8,
            (who[0], who[1]),
        )

    def _source(self, phrase: str) -> str | None:
        whole = _JA_PHRASE.search(phrase)
        return whole.group() if whole and len(whole.group()) <= 20 else None


# --- Chinese --------------------------------------------------------------------------

_ZH_SURNAMES = (
    "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余"
    "苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙"
    "段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚汤陶黎温莫易樊乔文安殷颜庄章鲁倪庞邢俞翟"
    "蓝聂齐向申葛岳柳甘祁柴关左裴覃翁単單陳張劉楊黃趙吳孫馬鄭羅謝韓許鄧馮蕭葉呂蔣鐘盧"
    "陸譚韋賈鄒"
)
_ZH_TITLES = (
    "副市长|市长|部长|副主任|主任|副院长|院长|副教授|教授|新闻发言人|发言人|负责人"
    "|总经理|经理|董事长|副局长|局长|副校长|校长|副书记|书记|副主席"
    "|主席|总理|总统|医生|律师|专家|研究员"
    "|上班族|白领|摊主|骑手|快递员|外卖员|学者|作家|院士|村民|居民|市民|店主|老板|县长"
    "|区长|镇长|村支书|省长|厅长|处长|科长|队长|所长"
    "|会长|秘书长|理事长|理事|代表|委员|议员|站长|园长|馆长"
    "|主编|记者|工程师|分析师|经济学家|导演|教练|首相|大使|司长|法官|检察官|农民|司机"
    "|店员|学生|家长|老师|创始人|首席执行官|养殖户|种植户|果农"
    "|渔民|护士|主管|合伙人|业主|住户|商户|游客|乘客|志愿者|工作人员|先生|女士|老人"
)
_ZH_BODIES = (
    "部|委|局|署|厅|政府|公司|集团|法院|检察院|警方|大学|学院|医院|协会|中心|银行|组织"
    "|机构|媒体|报告|研究|声明|通报|报|社|台|网|方面|方"
    "|院|会|所|处|办|馆|当局|外交部|消防|气象台|学校|村委会|居委会|村|市|省|县|区|国"
    "|厂|店|队|团队|代表团|人士|人员|专家们|居民们|村民们"
    "|他们|企业|平台|航空|机场|地铁|物业|数据|调查|公告|文件|白皮书|蓝皮书|联合会"
    "|基金会|联盟"
)
_ZH_VERB = (
    "表示|说道|说|称|指出|强调|认为|透露|介绍说|介绍|坦言|回应称|回应说|回应|补充说"
    "|补充道|补充|解释说|解释称|解释道|解释|宣布|承认|否认"
    "|警告称|警告说|警告|呼吁|提醒|写道|回忆说|回忆道|回忆|感叹道|感叹"
    "|告诉记者|告诉本报记者|告诉本报|直言|预计|估计|担心|质疑|批评说|批评|反驳说"
    "|反驳称|反驳道|反驳|通报称|重申|证实|建议|抱怨说|抱怨道|抱怨"
    "|笑着说|谈到|宣称|声称|提到|答道|问道|问|喊道|叹道|叹息|写到|显示|发现|主张|相信"
    "|希望|要求|承诺|保证|断言|辩称|坚称|声明|披露|判断"
    "|推测|预测|提出|感慨道|感慨|无奈地说|苦笑道"
)
_ZH_DENIES = ("否认", "反驳")
_ZH_CUE = re.compile(
    rf"(?P<verb>{_ZH_VERB})(?P<sign>[：:]|，(?=[“\"「『])|(?=[“\"「『])|，)?"
)
_ZH_NOUN_AFTER = re.compile(
    "明|法|服|为|呼|号|职|书|话|辞|谎|教|到底|得|的|了解|会|道理|证|材料|出|点|性|度"
    "|员|机|意|谢|题|答|报|起"
)
_ZH_LEAD = re.compile(
    r"(?:(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?:上午|下午|晚|晚间|凌晨)?|当天|当日|日前"
    r"|近日|昨天|昨日|今天|今日"
    r"|周[一二三四五六日天]|星期[一二三四五六日天]|随后|此前|目前|但是|但|不过|而|然而"
    r"|对此|同时|另外|此外|其中|事后|最后|据悉|而且|因此"
    r"|所以|另一方面)，?"
)
_ZH_TRAIL = re.compile(
    r"(?:(?:在|于|就)[^，。]{1,24}(?:上|中|时|后|里|会|间|期间|问题)|(?:向|对|给|通过"
    r"|用|以)[^，。]{1,14}"
    r"|接受[^，。]{1,16}采访时|也|还|则|曾|又|再次|明确|公开|随后|均|都|并|一直|曾经"
    r"|赛后|会后|事后|会上|当时|接着|同样|多次|强烈|坚决|进一步|同时|就此"
    r"|(?:\d{1,2}月)?\d{1,2}日"
    r"|周[一二三四五六日]|日前|近日|昨日|昨天|今天|今日|当天|上午|下午|晚间|晚|无奈地?"
    r"|笑着|激动地|表态|坦率地|告诉[^，。]{1,8}|如是"
    r"|这样)$"
)
_ZH_NAME = re.compile(
    rf"(?:(?P<title>.*?(?:{_ZH_TITLES}))(?P<name>[{_ZH_SURNAMES}][{_HAN}]{{1,2}}"
    rf"|[{_HAN}]{{1,6}}·[{_HAN}·]{{1,12}})"
    rf"|(?P<name2>[{_ZH_SURNAMES}][{_HAN}]{{1,2}}"
    rf"|[{_ZH_SURNAMES}])(?P<title2>{_ZH_TITLES})"
    rf"|(?P<name3>[{_ZH_SURNAMES}][{_HAN}]{{1,2}}|[{_HAN}]{{1,6}}·[{_HAN}·]{{1,12}}"
    rf"|[老小阿][{_HAN}]))$"
)
_ZH_PERSON = re.compile(
    rf"(?:{_ZH_TITLES})(?P<a>[{_ZH_SURNAMES}][{_HAN}]{{1,2}})"
    rf"|(?P<b>[{_ZH_SURNAMES}][{_HAN}]{{2}})(?=说|表示|称|告诉|指出|认为|介绍|坦言)"
)
_ZH_ACCORDING = re.compile(
    r"(?:另?据|根据)(?P<who>[^，。：“”]{2,30}?)(?:报道|介绍|消息|统计|通报|透露|称"
    r"|的说法|发布的[^，。]{1,12}"
    r"|公布的[^，。]{1,12}|数据|数据显示|最新数据|显示|披露|了解)?，"
)
_ZH_NOBODY = re.compile(
    r"(?:.*(?:如果|因为|虽然|由于|不能|没有|可以|需要|应当|应该|无法|不|可|来|可能|是"
    r"|有|要|会|被|让|把|这|那|能|听|的话|值得"
    r"|已经).*|一|自|据|来|可以|难|换言之|换句话|简单|总体来|一般来|有人|网友)$"
)


class _Chinese(_Dense):
    def read(self, *, headline: bool) -> Iterator[Quote]:
        at = self.start
        found = False
        according = _ZH_ACCORDING.match(self.view, at, self.end)
        if according:
            who = self._who(according["who"]) or self._body(according["who"])
            if who and who[0]:
                end = self._clause_end(according.end())
                if end - according.end() > 4:
                    found = True
                    yield self.made(
                        [(according.end(), end)], "quote.according", 0.8, who
                    )
                    at = end
        if headline and not found:
            quote = self._headline()
            if quote is not None:
                yield quote
                return
        yield from self._behind()
        while at < self.end:
            cue = self._cue(at)
            if cue is None:
                break
            made, at = self._of(at, cue)
            if made is not None:
                yield made
        yield from self.left_over()

    def _behind(self) -> Iterator[Quote]:
        """“…”李明说，“…”。"""
        for quotation in list(self.free):
            if quotation not in self.free or WORDS.search(
                self.view, self.start, quotation.start
            ):
                continue
            match = _ZH_AFTER.match(self.view, quotation.end, self.end)
            if match is None:
                continue
            who = self._who(match["who"]) if match["who"] else self.last()
            if who is None and match["who"] not in ("他", "她", ""):
                continue
            fragments = [(quotation.start, quotation.end)]
            for other in self.free:
                if other.start > quotation.start and other.start == match.end():
                    fragments.append((other.start, other.end))
            quote = self.made(fragments, "quote.cue", 0.9, who, match.span("verb"))
            self.start = max(self.start, fragments[-1][1], match.end())
            yield quote

    def _cue(self, at: int) -> re.Match[str] | None:
        for cue in _ZH_CUE.finditer(self.view, max(at, self.start), self.end):
            if cue["sign"] is None and (
                _ZH_NOUN_AFTER.match(self.view, cue.end(), self.end)
                or cue["verb"] in _ZH_SIGNED
            ):
                continue
            joined = self.view[cue.start() - 1 : cue.start()] in ("，", "并")
            if (
                cue["sign"] == ""
                and not joined
                and cue["verb"] in ("称", "发现", "提出", "显示")
            ):
                # “被称为”, and a quoted name.
                continue
            return cue
        return None

    def _of(self, at: int, cue: re.Match[str]) -> tuple[Quote | None, int]:
        who, _ = self._subject(
            max(at, self.start), cue.start(), signed=bool(cue["sign"])
        )
        quoted = next((q for q in self.free if q.start == cue.end()), None)
        if quoted is not None:
            rest = WORDS.search(self.view, quoted.end, self.end)
            if (
                cue["sign"] in ("：", ":")
                or (who and rest is None)
                or (who and cue["sign"])
            ):
                return self.made(
                    [(quoted.start, quoted.end)],
                    "quote.cue",
                    0.9,
                    who,
                    cue.span("verb"),
                ), quoted.end
        if who is None:
            return None, cue.end()
        self.people.learn(*who)
        end = self._clause_end(cue.end())
        if end - cue.end() < 5:
            return None, cue.end()
        mixed = any(cue.end() <= q.start < end for q in self.free)
        quote = self.made(
            [(cue.end(), end)],
            "quote.mixed" if mixed else "quote.that",
            0.7,
            who,
            cue.span("verb"),
        )
        if cue["verb"].startswith(_ZH_DENIES):
            quote.polarity = "denied"
        return quote, end

    def _clause_end(self, at: int) -> int:
        ends = (
            _ZH_ENDS.search(self.view, at + 2, self.end) if at + 2 < self.end else None
        )
        return ends.start() if ends else self.end

    def _subject(self, at: int, end: int, *, signed: bool) -> tuple[Who, int]:
        """Who speaks, by the words before a verb."""
        start = max(
            at, self.view.rfind("，", at, end) + 1, self.view.rfind("；", at, end) + 1
        )
        phrase = self._bare(self.view[start:end])
        if not phrase and start - 1 > at:
            before = max(at, self.view.rfind("，", at, start - 1) + 1)
            earlier = self._who(self._bare(self.view[before : start - 1]))
            return earlier or self.last(), start
        if not phrase:
            return self.last() if end - start < 14 else None, start
        who = self._who(phrase)
        if (
            who is None
            and signed
            and re.fullmatch(f"[{_HAN}]{{2,8}}", phrase)
            and not _ZH_NOBODY.match(phrase)
        ):
            who = phrase, None
        return who, start

    def _bare(self, phrase: str) -> str:
        phrase = phrase.strip("，、 \u3000”」")
        for _ in range(4):
            lead = _ZH_LEAD.match(phrase)
            phrase = (
                phrase[lead.end() :]
                if lead and lead.end() < len(phrase) + 1
                else phrase
            )
            trail = _ZH_TRAIL.search(phrase)
            if trail is None:
                break
            phrase = phrase[: trail.start()]
        return re.sub(r"[（(][^()（）]{0,20}[)）]", "", phrase)

    def _who(self, phrase: str) -> Who:
        phrase = self._bare(phrase).strip("《》")
        if phrase in ("他", "她", "他们", "她们", "该", "其"):
            last = self.people.last_person or self.people.last or ""
            thing = phrase in ("他", "她") and _ZH_THING.search(last)
            return None if thing or not last else (last, None)
        if not phrase or len(phrase) > 34 or "\ue000" in phrase or "的是" in phrase:
            return None
        tail = phrase.rpartition("的")[2]
        if tail != phrase and re.fullmatch(f"[{_ZH_SURNAMES}][{_HAN}]{{1,2}}", tail):
            # “在商场工作的李娜”。
            return self._known(tail) or tail, None
        named = _ZH_NAME.match(phrase)
        if named is None and re.search(f"(?:{_ZH_TITLES})[老小阿][{_HAN}]$", phrase):
            return phrase[-2:], phrase[:-2]
        if named:
            name = named["name"] or named["name2"] or named["name3"]
            role = named["title"] or named["title2"]
            if named["name3"] and len(phrase) > 3 and "·" not in name:
                return self._body(phrase)
            if len(name) == 1:
                return self._known(name) or phrase, None
            return self._known(name) or name, role
        return self._body(phrase)

    def _known(self, name: str) -> str | None:
        """The full name of the text that a surname belongs to."""
        if self.people.indexed is None:
            begun: dict[str, str] = {}
            for match in _ZH_PERSON.finditer(self.text):
                full = match["a"] or match["b"]
                begun.setdefault(full[0], full)
            self.people.indexed = begun, {}
        return self.people.indexed[0].get(name) if len(name) == 1 else None

    def _body(self, phrase: str) -> Who:
        phrase = phrase.strip("的，")
        if (
            2 <= len(phrase) <= 20
            and re.search(rf"(?:{_ZH_BODIES}|{_ZH_TITLES})$", phrase)
            and not _ZH_NOBODY.match(phrase)
        ):
            return phrase, None
        return None

    def _headline(self) -> Quote | None:
        match = re.compile(r"(?P<who>[^，。：:“”\s]{2,14})[：:](?=\S)").match(
            self.view, self.start, self.end
        )
        if match is None or self.view[min(len(self.view) - 1, self.end)] == "。":
            return None
        who = self._who(match["who"])
        if who is None or self.end - match.end() < 4:
            return None
        return self.made([(match.end(), self.end)], "quote.headline", 0.7, who)


_ZH_THING = re.compile(
    "(?:报告|数据|研究|声明|通报|公告|局|部|厅|委|院|公司|集团|政府|协会|组织|银行"
    "|大学|机构|社|报|网)$"
)
_ZH_SIGNED = words(
    "说 问 介绍 回应 解释 补充 提醒 警告 批评 回忆 感叹 要求 希望 建议 显示 发现 提出 "
    "相信 担心 谈到 提到 声明 证实 称 判断 估计 保证 "
    "叹息 质疑 抱怨 披露 感慨 主张 推测"
) - {"称", "证实", "警告", "建议", "担心", "质疑"}
_ZH_AFTER = re.compile(
    rf"，?(?P<who>[^，。：“”\ue000]{{0,30}}?)(?P<verb>{_ZH_VERB})(?:[，：](?=[“「])"
    rf"|(?=[。，]"
    rf"|$))"
)
_ZH_ENDS = re.compile(
    rf"；|，(?:并|还|同时|他还|她还|他也|她也)(?:{_ZH_VERB})|，(?:并)?(?:称|说|表示"
    rf"|强调|指出)(?=[，：“])|，(?:但"
    rf"|而|不过|然而)[^，。]{{1,14}}(?:表示|认为|指出|称|否认|说)"
)
