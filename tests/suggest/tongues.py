"""Invented news paragraphs in other languages, read as the guideline reads them.

No two are translations of one another. The rules were mended with these at hand.
"""

#: A text, and all its quotes: fragments, type, speaker.
QUOTES = [
    # --- German -----------------------------------------------------------------------
    (
        "„Die Mieten sind uns davongelaufen“, sagte die Sprecherin des "
        "Mietervereins, Renate Wülfing, am Mittwoch in Kassel. „Das muss aufhören.“",
        [
            (
                ["„Die Mieten sind uns davongelaufen“", "„Das muss aufhören.“"],
                "direct",
                "Renate Wülfing",
            )
        ],
    ),
    (
        "Der Bahnhof werde frühestens im Herbst wieder geöffnet, teilte ein Sprecher "
        "der Bahn mit.",
        [
            (
                ["Der Bahnhof werde frühestens im Herbst wieder geöffnet"],
                "indirect",
                "Sprecher der Bahn",
            )
        ],
    ),
    (
        "Finanzsenator Olaf Brinkhues (SPD) kündigte an, dass die Stadt „keinen "
        "einzigen Cent“ zuschießen werde. Er rechne mit einer Entscheidung im Mai.",
        [
            (
                ["dass die Stadt „keinen einzigen Cent“ zuschießen werde"],
                "mixed",
                "Olaf Brinkhues",
            ),
        ],
    ),
    (
        "Nach Angaben der Polizei war der Fahrer zuvor in eine Baustelle gerast.",
        [(["war der Fahrer zuvor in eine Baustelle gerast"], "indirect", "Polizei")],
    ),
    (
        "Die Winzerin Hedwig Mallmann sieht das anders: „Wir haben jede Flasche "
        "geprüft.“ Der Verband wies die Vorwürfe zurück.",
        [(["„Wir haben jede Flasche geprüft.“"], "direct", "Hedwig Mallmann")],
    ),
    (
        "„Ohne Wasser“, sagt Landwirt Jost Behnke, „wächst hier nichts.“",
        [(["„Ohne Wasser“", "„wächst hier nichts.“"], "direct", "Jost Behnke")],
    ),
    (
        "Der Konzern hat bestritten, dass Kundendaten verkauft worden seien.",
        [(["dass Kundendaten verkauft worden seien"], "indirect", "Konzern")],
    ),
    (
        "Die Ärztin Selma Odabaş leitet die Station seit zehn Jahren. Man habe die "
        "Betten nie gezählt, sagte sie.",
        [(["Man habe die Betten nie gezählt"], "indirect", "Selma Odabaş")],
    ),
    # --- French -----------------------------------------------------------------------
    (
        "« On nous a promis un médecin, on attend toujours », soupire Josiane "
        "Perrachon, 74 ans, devant la pharmacie fermée.",
        [
            (
                ["« On nous a promis un médecin, on attend toujours »"],
                "direct",
                "Josiane Perrachon",
            )
        ],
    ),
    (
        "La préfète de la Creuse, Hélène Vautrin, a indiqué lundi que les digues "
        "avaient tenu.",
        [(["que les digues avaient tenu"], "indirect", "Hélène Vautrin")],
    ),
    (
        "« Rien n’est signé, tempère Marc Ollivier. Nous discutons encore. »",
        [
            (
                ["« Rien n’est signé", "Nous discutons encore. »"],
                "direct",
                "Marc Ollivier",
            )
        ],
    ),
    (
        "Selon le ministère de la Santé, trois lots ont été retirés de la vente.",
        [
            (
                ["trois lots ont été retirés de la vente"],
                "indirect",
                "ministère de la Santé",
            )
        ],
    ),
    (
        "Le directeur de l’usine, Thierry Gaubert, dément que des licenciements "
        "soient prévus. « C’est faux », a-t-il lancé aux délégués.",
        [
            (["que des licenciements soient prévus"], "indirect", "Thierry Gaubert"),
            (["« C’est faux »"], "direct", "Thierry Gaubert"),
        ],
    ),
    (
        "Le pont a été fermé par précaution, a précisé la mairie.",
        [(["Le pont a été fermé par précaution"], "indirect", "mairie")],
    ),
    (
        "Interrogée à la sortie du tribunal, l’avocate Nadia Ferhat a répondu : « "
        "Mon client n’a rien à se reprocher. »",
        [(["« Mon client n’a rien à se reprocher. »"], "direct", "Nadia Ferhat")],
    ),
    (
        "Les travaux coûteront deux fois plus cher que prévu, d’après un rapport de "
        "la Cour des comptes.",
        [
            (
                ["Les travaux coûteront deux fois plus cher que prévu"],
                "indirect",
                "rapport de la Cour des comptes",
            )
        ],
    ),
    # --- Spanish ----------------------------------------------------------------------
    (
        "“El río nos quitó todo”, lamentó ayer Gumersindo Arce, vecino de "
        "Ribadelago, ante las cámaras.",
        [(["“El río nos quitó todo”"], "direct", "Gumersindo Arce")],
    ),
    (
        "La ministra de Transportes, Pilar Echenique, negó que exista un plan de "
        "cierre y añadió que los trenes seguirán circulando.",
        [
            (["que exista un plan de cierre"], "indirect", "Pilar Echenique"),
            (["que los trenes seguirán circulando"], "indirect", "Pilar Echenique"),
        ],
    ),
    (
        "Según fuentes de la investigación, el arma apareció en el maletero.",
        [
            (
                ["el arma apareció en el maletero"],
                "indirect",
                "fuentes de la investigación",
            )
        ],
    ),
    (
        "El alcalde fue tajante: «No dimitiré». El regidor de Villarcayo, Tomás "
        "Urrutia, compareció sin preguntas.",
        [(["«No dimitiré»"], "direct", "alcalde")],
    ),
    (
        "La vacuna estará lista en junio, aseguró el laboratorio.",
        [(["La vacuna estará lista en junio"], "indirect", "laboratorio")],
    ),
    (
        "“Nadie nos avisó”, dijo la maestra Lucía Perdomo, “y eso es lo grave”.",
        [(["“Nadie nos avisó”", "“y eso es lo grave”"], "direct", "Lucía Perdomo")],
    ),
    (
        "El portavoz ha explicado que la avería «no afecta» a la red, aunque 300 "
        "hogares siguen sin luz.",
        [(["que la avería «no afecta» a la red"], "mixed", "portavoz")],
    ),
    # --- Italian ----------------------------------------------------------------------
    (
        "«Abbiamo perso la vendemmia», dice Loredana Bisio, viticoltrice di Ovada.",
        [(["«Abbiamo perso la vendemmia»"], "direct", "Loredana Bisio")],
    ),
    (
        "Il sindaco Ettore Vannucchi ha annunciato che il teatro riaprirà in "
        "primavera. Poi ha aggiunto: «È una promessa».",
        [
            (["che il teatro riaprirà in primavera"], "indirect", "Ettore Vannucchi"),
            (["«È una promessa»"], "direct", "Ettore Vannucchi"),
        ],
    ),
    (
        "Secondo i carabinieri, l’uomo avrebbe agito da solo.",
        [(["l’uomo avrebbe agito da solo"], "indirect", "carabinieri")],
    ),
    (
        "«Nessun rischio per la salute – assicura il direttore dell’Arpa, Cesare "
        "Malinverni –. I valori sono nella norma».",
        [
            (
                ["«Nessun rischio per la salute", "I valori sono nella norma»"],
                "direct",
                "Cesare Malinverni",
            )
        ],
    ),
    (
        "La società nega che i controlli siano stati sospesi.",
        [(["che i controlli siano stati sospesi"], "indirect", "società")],
    ),
    # --- Portuguese -------------------------------------------------------------------
    (
        "“A água chegou ao telhado em vinte minutos”, contou o pescador Adalberto "
        "Nogueira.",
        [
            (
                ["“A água chegou ao telhado em vinte minutos”"],
                "direct",
                "Adalberto Nogueira",
            )
        ],
    ),
    (
        "A prefeita de Itaocara, Rosângela Prates, afirmou nesta terça-feira que as "
        "aulas serão retomadas na semana que vem.",
        [
            (
                ["que as aulas serão retomadas na semana que vem"],
                "indirect",
                "Rosângela Prates",
            )
        ],
    ),
    (
        "Segundo a Defesa Civil, 42 famílias estão desabrigadas.",
        [(["42 famílias estão desabrigadas"], "indirect", "Defesa Civil")],
    ),
    (
        "O governador negou que haja atraso nas obras. “É mentira”, disse.",
        [
            (["que haja atraso nas obras"], "indirect", "governador"),
            (["“É mentira”"], "direct", "governador"),
        ],
    ),
    (
        "A empresa informou que vai recorrer da multa, mas não comentou o vazamento.",
        [(["que vai recorrer da multa"], "indirect", "empresa")],
    ),
    # --- Dutch ------------------------------------------------------------------------
    (
        "„We zijn er niet klaar voor”, zegt wethouder Marijke Terpstra (D66). „Dat "
        "geef ik toe.”",
        [
            (
                ["„We zijn er niet klaar voor”", "„Dat geef ik toe.”"],
                "direct",
                "Marijke Terpstra",
            )
        ],
    ),
    (
        "De gemeente liet weten dat de markt dit jaar niet doorgaat.",
        [(["dat de markt dit jaar niet doorgaat"], "indirect", "gemeente")],
    ),
    (
        "Volgens het waterschap is de dijk al in maart verzwakt.",
        [(["is de dijk al in maart verzwakt"], "indirect", "waterschap")],
    ),
    (
        "Boer Gerrit Hoekstra ontkent dat hij het land heeft verkocht.",
        [(["dat hij het land heeft verkocht"], "indirect", "Gerrit Hoekstra")],
    ),
    (
        "Het rapport ‘deugt van geen kant’, zei advocaat Wim Jonkers dinsdag in de "
        "rechtbank van Zwolle.",
        [(["Het rapport ‘deugt van geen kant’"], "mixed", "Wim Jonkers")],
    ),
    # --- Polish -----------------------------------------------------------------------
    (
        "– Woda przyszła w nocy, nikt nas nie ostrzegł – opowiada Teresa Wnuk, "
        "sołtyska Brzezin. – Uratowaliśmy tylko psy.",
        [
            (
                [
                    "Woda przyszła w nocy, nikt nas nie ostrzegł",
                    "Uratowaliśmy tylko psy",
                ],
                "direct",
                "Teresa Wnuk",
            )
        ],
    ),
    (
        "Minister Paweł Gędek zapewnił, że pieniądze trafią do szpitali jeszcze w "
        "tym roku.",
        [
            (
                ["że pieniądze trafią do szpitali jeszcze w tym roku"],
                "indirect",
                "Paweł Gędek",
            )
        ],
    ),
    (
        "Rzeczniczka spółki Dorota Klich nie ukrywa, że linia „od lat przynosi "
        "straty”.",
        [(["że linia „od lat przynosi straty”"], "mixed", "Dorota Klich")],
    ),
    # --- Swedish, Danish, Norwegian ---------------------------------------------------
    (
        "”Vi har väntat i tolv år”, säger Birgitta Alm, ordförande i "
        "hembygdsföreningen. ”Nu räcker det.”",
        [(["”Vi har väntat i tolv år”", "”Nu räcker det.”"], "direct", "Birgitta Alm")],
    ),
    (
        "Åklagaren Per Nyström uppger att mannen nekar till brott.",
        [(["att mannen nekar till brott"], "indirect", "Per Nyström")],
    ),
    (
        "Enligt polisen har bilen hittats utbränd utanför Kumla.",
        [(["har bilen hittats utbränd utanför Kumla"], "indirect", "polisen")],
    ),
    (
        "– Det blir dyrt, säger ekonomichefen Åsa Berglind.",
        [(["Det blir dyrt"], "direct", "Åsa Berglind")],
    ),
    (
        "»Vi kan ikke vente længere«, siger borgmester Jens Overgaard (V) og peger "
        "på taget.",
        [(["»Vi kan ikke vente længere«"], "direct", "Jens Overgaard")],
    ),
    (
        "Politiet oplyser, at tre mænd er anholdt på havnen.",
        [(["at tre mænd er anholdt på havnen"], "indirect", "Politiet")],
    ),
    (
        "«Fisken er borte», sier fisker Odd Rasmussen til avisen. Han frykter at "
        "båten må selges.",
        [
            (["«Fisken er borte»"], "direct", "Odd Rasmussen"),
            (["at båten må selges"], "indirect", "Odd Rasmussen"),
        ],
    ),
    # --- Russian and Ukrainian --------------------------------------------------------
    (
        "«Дорогу обещали починить ещё весной», — рассказывает жительница посёлка "
        "Нина Карпова.",
        [(["«Дорогу обещали починить ещё весной»"], "direct", "Нина Карпова")],
    ),
    (
        "По данным МЧС, площадь пожара выросла втрое.",
        [(["площадь пожара выросла втрое"], "indirect", "МЧС")],
    ),
    (
        "В пресс-службе завода опровергли, что людей отправляют в отпуск.",
        [(["что людей отправляют в отпуск"], "indirect", "unknown")],
    ),
    (
        "Врачи не справляются, признал главврач больницы Олег Тимофеев.",
        [(["Врачи не справляются"], "indirect", "Олег Тимофеев")],
    ),
    (
        "Директор школы Марина Львова пояснила, что занятия перенесли. «Дети в "
        "безопасности», — добавила она.",
        [
            (["что занятия перенесли"], "indirect", "Марина Львова"),
            (["«Дети в безопасности»"], "direct", "Марина Львова"),
        ],
    ),
    (
        "«Світло дали лише на дві години», — каже вчителька Оксана Дячук із Ніжина.",
        [(["«Світло дали лише на дві години»"], "direct", "Оксана Дячук")],
    ),
    (
        "Речник управління Ігор Бондар повідомив, що рух відновлять у п’ятницю.",
        [(["що рух відновлять у п’ятницю"], "indirect", "Ігор Бондар")],
    ),
    (
        "За даними обладмінстрації, постраждали вісім будинків.",
        [(["постраждали вісім будинків"], "indirect", "обладмінстрації")],
    ),
    # --- Turkish ----------------------------------------------------------------------
    (
        "Belediye Başkanı Nurcan Akın, köprünün haziranda açılacağını söyledi.",
        [(["köprünün haziranda açılacağını"], "indirect", "Nurcan Akın")],
    ),
    (
        "“Su gelmezse ekim yapamayız” diyen çiftçi Veli Durmaz, devletten destek "
        "istedi.",
        [(["“Su gelmezse ekim yapamayız”"], "direct", "Veli Durmaz")],
    ),
    (
        "Avukat Derya Sönmez ise müvekkilinin suçsuz olduğunu savundu. Sönmez, "
        "“Dosyada tek delil yok” dedi.",
        [
            (["müvekkilinin suçsuz olduğunu"], "indirect", "Derya Sönmez"),
            (["“Dosyada tek delil yok”"], "direct", "Derya Sönmez"),
        ],
    ),
    (
        "Meteoroloji'ye göre sıcaklıklar hafta sonu 6 derece düşecek.",
        [(["sıcaklıklar hafta sonu 6 derece düşecek"], "indirect", "Meteoroloji")],
    ),
    # --- Arabic -----------------------------------------------------------------------
    (
        "وقالت مديرة المستشفى هناء الزين إن الأدوية تكفي لأسبوع واحد، فيما نفى "
        "الوزير ذلك.",
        [(["إن الأدوية تكفي لأسبوع واحد"], "indirect", "هناء الزين")],
    ),
    (
        "«خسرنا الموسم كله»، يقول المزارع عادل بركات.",
        [(["«خسرنا الموسم كله»"], "direct", "عادل بركات")],
    ),
    (
        "وأوضح المهندس فؤاد حمدان أن السد آمن، مضيفا أن الصيانة ستنتهي في مايو.",
        [
            (["أن السد آمن"], "indirect", "فؤاد حمدان"),
            (["أن الصيانة ستنتهي في مايو"], "indirect", "فؤاد حمدان"),
        ],
    ),
    (
        "وبحسب تقرير البنك المركزي، ارتفعت الأسعار في مارس.",
        [(["ارتفعت الأسعار في مارس"], "indirect", "تقرير البنك المركزي")],
    ),
    # --- Chinese ----------------------------------------------------------------------
    (
        "“路已经断了三天。”村民周大勇说。",
        [(["“路已经断了三天。”"], "direct", "周大勇")],
    ),
    (
        "市水务局局长林海涛14日表示，供水将在两天内恢复。",
        [(["供水将在两天内恢复"], "indirect", "林海涛")],
    ),
    (
        "该公司发言人陈静否认裁员，称“没有任何计划”。",
        [(["“没有任何计划”"], "direct", "陈静")],
    ),
    (
        "据当地警方通报，事故造成四人受伤。",
        [(["事故造成四人受伤"], "indirect", "当地警方")],
    ),
    (
        "专家指出，今年的雨季比往年长。他说：“农民要早做准备。”",
        [
            (["今年的雨季比往年长"], "indirect", "专家"),
            (["“农民要早做准备。”"], "direct", "专家"),
        ],
    ),
    # --- Japanese ---------------------------------------------------------------------
    (
        "漁協の大野健二組合長は「サンマが全く取れない」と嘆いた。",
        [(["「サンマが全く取れない」"], "direct", "大野健二")],
    ),
    (
        "気象庁によると、噴煙は高さ3000メートルに達した。",
        [(["噴煙は高さ3000メートルに達した"], "indirect", "気象庁")],
    ),
    (
        "県は、工事の完了が来年春になると発表した。",
        [(["工事の完了が来年春になる"], "indirect", "県")],
    ),
    (
        "店主の西村まゆみさん（48）は「客足が戻らない」と話す。",
        [(["「客足が戻らない」"], "direct", "西村まゆみ")],
    ),
    (
        "社長は会見で「責任を痛感している」と述べ、再発防止策を年内にまとめるとした。",
        [
            (["「責任を痛感している」"], "direct", "社長"),
            (["再発防止策を年内にまとめる"], "indirect", "社長"),
        ],
    ),
]

#: What no rule of one language may take for a quote of another.
NO_QUOTES = [
    "Der Zug von Bremen nach Köln fuhr am Dienstag mit zwei Stunden Verspätung ab, "
    "weil ein Baum auf den Gleisen lag.",
    "La ley que aprobó el Senado en marzo entra en vigor mañana en todo el país.",
    "Le stade que la ville a construit en 1998 sera détruit avant la fin de l’année.",
    "Il ponte che collega i due paesi è stato chiuso ieri per lavori.",
    "A ponte que liga as duas cidades foi fechada ontem pela polícia.",
    "De brug die de twee dorpen verbindt, is gisteren door de gemeente gesloten.",
    "Most, który łączy oba brzegi, został w środę zamknięty dla ciężarówek.",
    "Bron som byggdes 1962 stängs för trafik under två veckor i juli.",
    "Мост, который построили в 1962 году, закрыли на ремонт до осени.",
    "Міст, який збудували у 1962 році, закрили на ремонт до осені.",
    "Köprü, iki yakayı birbirine bağlıyor ve her gün binlerce kişi tarafından "
    "kullanılıyor.",
    "افتتحت المدينة الجسر الجديد أمام السيارات صباح الأحد.",
    "这座大桥连接两岸，每天有上万辆汽车通过。",
    "橋は両岸を結び、毎日多くの人が利用している。",
    "Das Stück „Der Sturm“ läuft bis Mai im Schauspielhaus und ist fast ausverkauft.",
    "El libro «La casa verde» se vende en las librerías de la ciudad desde el lunes.",
]
