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
    # --- who it is --------------------------------------------------------------------
    (
        "Umweltdezernentin Claudia Freese wies die Kritik zurück. „Wir haben jeden "
        "Baum begutachtet“, versicherte die CDU-Politikerin. Es gebe keinen Grund "
        "zur Aufregung.",
        [
            (["„Wir haben jeden Baum begutachtet“"], "direct", "Claudia Freese"),
            (["Es gebe keinen Grund zur Aufregung"], "indirect", "Claudia Freese"),
        ],
    ),
    (
        "„Alles war weg, auch der Zaun“, so Rentner Hans-Peter Dürr. Wie die Behörde "
        "mitteilte, wurden 14 Betriebe kontrolliert.",
        [
            (["„Alles war weg, auch der Zaun“"], "direct", "Hans-Peter Dürr"),
            (["wurden 14 Betriebe kontrolliert"], "indirect", "Behörde"),
        ],
    ),
    (
        "« Cette décision est incompréhensible, a dénoncé la CGT dans un communiqué, "
        "car les carnets de commandes sont pleins. » D’après l’intersyndicale, le "
        "site de Vierzon pourrait fermer.",
        [
            (
                [
                    "« Cette décision est incompréhensible",
                    "car les carnets de commandes sont pleins. »",
                ],
                "direct",
                "CGT",
            ),
            (["le site de Vierzon pourrait fermer"], "indirect", "intersyndicale"),
        ],
    ),
    (
        "La directora, Irene Lobo, confesó que no esperaba el éxito. «Lloré al ver "
        "las colas», contó a la cadena Ser.",
        [
            (["que no esperaba el éxito"], "indirect", "Irene Lobo"),
            (["«Lloré al ver las colas»"], "direct", "Irene Lobo"),
        ],
    ),
    (
        "Il presidente della Regione Marco Sala, intervistato alla radio, ha ribadito "
        "che «non ci saranno nuove tasse».",
        [(["che «non ci saranno nuove tasse»"], "mixed", "Marco Sala")],
    ),
    (
        "‘We hoorden een enorme klap’, vertelt buurvrouw Annelies de Wit. “Het is nu "
        "of nooit”, aldus voorzitter Henk Bosman van de bewonersvereniging.",
        [
            (["‘We hoorden een enorme klap’"], "direct", "Annelies de Wit"),
            (["“Het is nu of nooit”"], "direct", "Henk Bosman"),
        ],
    ),
    (
        "Rzecznik PKP Tomasz Bąk przekonuje, że pociągi wrócą w sobotę, ale "
        "pasażerowie w to nie wierzą.",
        [(["że pociągi wrócą w sobotę"], "indirect", "Tomasz Bąk")],
    ),
    (
        "«Это ложь, — отрезал адвокат Борис Клейн, — и мы это докажем». Губернатор "
        "Андрей Носов молчит. По словам губернатора, бюджет вырос на 12%.",
        [
            (["«Это ложь,", "и мы это докажем»"], "direct", "Борис Клейн"),
            (["бюджет вырос на 12%"], "indirect", "Андрей Носов"),
        ],
    ),
    (
        "«Тут навчають ходити заново», — розповідає лікарка Ірина Сова. За словами "
        "Сови, черга вже становить два місяці.",
        [
            (["«Тут навчають ходити заново»"], "direct", "Ірина Сова"),
            (["черга вже становить два місяці"], "indirect", "Ірина Сова"),
        ],
    ),
    (
        "“Yağmur yağmazsa barajlar kuruyacak” uyarısında bulunan Prof. Dr. Ali Kaya, "
        "tasarruf çağrısı yaptı. Kulüp Başkanı Levent Oral transfer yapılmayacağını "
        "söyledi.",
        [
            (["“Yağmur yağmazsa barajlar kuruyacak”"], "direct", "Ali Kaya"),
            (["transfer yapılmayacağını"], "indirect", "Levent Oral"),
        ],
    ),
    (
        "“我下班都十一点了，”在商场工作的李娜说，“打车要花六十多元。”滨海市交通局5月3"
        "日宣布，末班车服务将取消。",
        [
            (["“我下班都十一点了，”", "“打车要花六十多元。”"], "direct", "李娜"),
            (["末班车服务将取消"], "indirect", "滨海市交通局"),
        ],
    ),
    (
        "河合俊夫教育長は「子どもの数は10年で半減した」と説明し、「ご理解いただきたい"
        "」と頭を下げた。",
        [
            (["「子どもの数は10年で半減した」"], "direct", "河合俊夫"),
            (["「ご理解いただきたい」"], "direct", "河合俊夫"),
        ],
    ),
    # --- Marks, spaces and titles as they come ----------------------------------------
    (
        "Полиция сообщила, что мост закрыт до утра. Машины стоят.\n"
        "По словам главы, мост откроют для машин уже завтра утром.",
        [
            (["что мост закрыт до утра"], "indirect", "Полиция"),
            (["мост откроют для машин уже завтра утром"], "indirect", "глава"),
        ],
    ),
    (
        "Straż podała, że most zamknięto na noc. Auta stoją w korku.\n"
        "Według policji most był pusty, kiedy runęło jego przęsło.",
        [
            (["że most zamknięto na noc"], "indirect", "Straż"),
            (["most był pusty, kiedy runęło jego przęsło"], "indirect", "policja"),
        ],
    ),
    (
        "«Мост закрыт,— сказал мэр Иван Орм. — Мы ждём». Это было в прошлом году, и "
        "это важно.",
        [(["«Мост закрыт,", "Мы ждём»"], "direct", "Иван Орм")],
    ),
    (
        "Ali Orm, “Köprü kapalı”dedi. Bu yıl için de çok para var.",
        [(["“Köprü kapalı”"], "direct", "Ali Orm")],
    ),
    (
        "“Su gelmezse ekim yapamayız” diyen çiftçi Veli Durmaz “Devlet yardım etsin, "
        "çok zor” dedi. Bu yıl için de çok para var.",
        [
            (["“Su gelmezse ekim yapamayız”"], "direct", "Veli Durmaz"),
            (["“Devlet yardım etsin, çok zor”"], "direct", "Veli Durmaz"),
        ],
    ),
    (
        "市は橋を閉鎖すると発表した。\n「」と頭を下げた。",
        [(["橋を閉鎖する"], "indirect", "市")],
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

#: A text, and its figures: words, kind, value, upper value, unit, modifier.
FIGURES = [
    (
        "Der Umbau dauert drei Jahre und kostet rund 2,4 Millionen Euro; 1.250 Bäume "
        "werden gefällt.",
        [
            ("drei Jahre", "duration", 3, None, "year", "exact"),
            ("rund 2,4 Millionen Euro", "money", 2400000, None, "EUR", "approx"),
            ("1.250", "count", 1250, None, None, "exact"),
        ],
    ),
    (
        "Zwei von drei Befragten heizen mit Gas, jeder vierte Haushalt mit Öl. Mehr "
        "als die Hälfte der Wohnungen stammt aus den Jahren vor 1970.",
        [
            ("Zwei von drei", "ratio", 0.6667, None, None, "exact"),
            ("jeder vierte", "ratio", 0.25, None, None, "exact"),
            ("Mehr als die Hälfte", "ratio", 0.5, None, None, "more_than"),
            ("1970", "date", "1970", None, None, "exact"),
        ],
    ),
    (
        "Une quinzaine de communes sont privées d’eau depuis six jours, soit près de "
        "12 000 habitants.",
        [
            ("Une quinzaine", "count", 15, None, None, "approx"),
            ("six jours", "duration", 6, None, "day", "exact"),
            ("près de 12 000", "count", 12000, None, None, "approx"),
        ],
    ),
    (
        "Le déficit atteint 5,5 % du PIB, et un tiers des hôpitaux sont dans le rouge "
        "depuis le 3 mars.",
        [
            ("5,5 %", "percent", 5.5, None, "percent", "exact"),
            ("un tiers", "ratio", 0.3333, None, None, "exact"),
            ("3 mars", "date", "--03-03", None, None, "exact"),
        ],
    ),
    (
        "El ayuntamiento gastó casi 3,2 millones de euros en dos años y la mitad de "
        "los 1.800 pisos sigue vacía.",
        [
            ("casi 3,2 millones de euros", "money", 3200000, None, "EUR", "almost"),
            ("dos años", "duration", 2, None, "year", "exact"),
            ("la mitad", "ratio", 0.5, None, None, "exact"),
            ("1.800", "count", 1800, None, None, "exact"),
        ],
    ),
    (
        "Uno de cada cinco vecinos se ha ido desde 2011; el colegio tiene siete "
        "alumnos.",
        [
            ("Uno de cada cinco", "ratio", 0.2, None, None, "exact"),
            ("2011", "date", "2011", None, None, "exact"),
            ("siete", "count", 7, None, None, "exact"),
        ],
    ),
    (
        "L’autostrada resterà chiusa per cinque settimane; i lavori costano oltre "
        "12,5 milioni di euro e riguardano due terzi dei ponti.",
        [
            ("cinque settimane", "duration", 5, None, "week", "exact"),
            ("oltre 12,5 milioni di euro", "money", 12500000, None, "EUR", "more_than"),
            ("due terzi", "ratio", 0.6667, None, None, "exact"),
        ],
    ),
    (
        "A obra custou R$ 3,2 milhões e atende cerca de 4.500 famílias em três "
        "bairros desde 18 de janeiro.",
        [
            ("R$ 3,2 milhões", "money", 3200000, None, "BRL", "exact"),
            ("cerca de 4.500", "count", 4500, None, None, "approx"),
            ("três", "count", 3, None, None, "exact"),
            ("18 de janeiro", "date", "--01-18", None, None, "exact"),
        ],
    ),
    (
        "Het ziekenhuis sluit vier afdelingen; ruim 300 banen en een derde van de "
        "bedden verdwijnen.",
        [
            ("vier", "count", 4, None, None, "exact"),
            ("ruim 300", "count", 300, None, None, "more_than"),
            ("een derde", "ratio", 0.3333, None, None, "exact"),
        ],
    ),
    (
        "Remont potrwa trzy tygodnie i pochłonie około 2,5 mln zł, a co czwarty "
        "pasażer wybierze autobus.",
        [
            ("trzy tygodnie", "duration", 3, None, "week", "exact"),
            ("około 2,5 mln zł", "money", 2500000, None, "PLN", "approx"),
            ("co czwarty", "ratio", 0.25, None, None, "exact"),
        ],
    ),
    (
        "Branden pågick i fem timmar och skadade drygt 40 lägenheter. Var tredje "
        "hyresgäst saknar försäkring.",
        [
            ("fem timmar", "duration", 5, None, "hour", "exact"),
            ("drygt 40", "count", 40, None, None, "more_than"),
            ("Var tredje", "ratio", 0.3333, None, None, "exact"),
        ],
    ),
    (
        "За пять лет население сократилось на треть, до 3,4 тыс. человек; закрыты две "
        "школы.",
        [
            ("пять лет", "duration", 5, None, "year", "exact"),
            ("треть", "ratio", 0.3333, None, None, "exact"),
            ("3,4 тыс.", "count", 3400, None, None, "exact"),
            ("две", "count", 2, None, None, "exact"),
        ],
    ),
    (
        "За три місяці зібрали понад 2 млн гривень, половину віддали двом лікарням.",
        [
            ("три місяці", "duration", 3, None, "month", "exact"),
            ("понад 2 млн гривень", "money", 2000000, None, "UAH", "more_than"),
            ("половину", "ratio", 0.5, None, None, "exact"),
            ("двом", "count", 2, None, None, "exact"),
        ],
    ),
    (
        "İhracat yüzde 12,4 arttı ve 3 milyon 250 bin dolara ulaştı; fabrikada "
        "yaklaşık 1.500 kişi çalışıyor.",
        [
            ("yüzde 12,4", "percent", 12.4, None, "percent", "exact"),
            ("3 milyon 250 bin", "count", 3250000, None, None, "exact"),
            ("yaklaşık 1.500", "count", 1500, None, None, "approx"),
        ],
    ),
    (
        "该项目投资3亿5000万元，历时两年，四分之三的居民已经搬走。",
        [
            ("3亿5000万元", "money", 350000000, None, None, "exact"),
            ("两年", "duration", 2, None, "year", "exact"),
            ("四分之三", "ratio", 0.75, None, None, "exact"),
        ],
    ),
    (
        "参加者は2万5000人以上で、昨年より12.5%増えた。",
        [
            ("2万5000", "count", 25000, None, None, "exact"),
            ("12.5%", "percent", 12.5, None, "percent", "exact"),
        ],
    ),
]

#: Texts whose first line is a headline, and what of them is not the article.
BOILERPLATE = [
    (
        "Brücke wird saniert\nVon Annette Kühlewein und Max Ott\nPotsdam. Die Brücke "
        "über die Havel wird ab Mai saniert, und zwar in zwei Schritten.\nAuch "
        "interessant: Was Pendler wissen müssen\nFoto: Jens Hartig/dpa",
        [
            "Von Annette Kühlewein und Max Ott",
            "Potsdam.",
            "Auch interessant: Was Pendler wissen müssen",
            "Foto: Jens Hartig/dpa",
        ],
    ),
    (
        "La gare rouvre ses portes\nPar Clémence Duhamel\nPublié le 4 juin 2024 à "
        "18h12\nLa gare de Vesoul a rouvert lundi après des mois de travaux et de "
        "retards.\nLire aussi : Le rail au ralenti",
        [
            "Par Clémence Duhamel",
            "Publié le 4 juin 2024 à 18h12",
            "Lire aussi : Le rail au ralenti",
        ],
    ),
    (
        "Cierra la fábrica de Olmedillo\nRedacción\nBurgos, 12 mar (EFE).- La fábrica "
        "de galletas de Olmedillo ha cerrado después de medio siglo.\nTe puede "
        "interesar: Los otros cierres\nPublicidad",
        [
            "Redacción",
            "Burgos, 12 mar (EFE).-",
            "Te puede interesar: Los otros cierres",
            "Publicidad",
        ],
    ),
    (
        "Il lago si ritira\ndi Fosca Bellandi\nIl lago si è ritirato di dieci metri e "
        "le barche sono rimaste in secca per settimane.\nLeggi anche: La siccità in "
        "dieci foto\n© RIPRODUZIONE RISERVATA",
        [
            "di Fosca Bellandi",
            "Leggi anche: La siccità in dieci foto",
            "© RIPRODUZIONE RISERVATA",
        ],
    ),
    (
        "Nowa linia tramwajowa\nOpublikowano: 11.09.2023, 06:30\nTramwaje pojadą nową "
        "linią już od poniedziałku, ale tylko w dni robocze.\nCzytaj więcej: Koniec "
        "objazdów\nFot. Marek Żuk",
        [
            "Opublikowano: 11.09.2023, 06:30",
            "Czytaj więcej: Koniec objazdów",
            "Fot. Marek Żuk",
        ],
    ),
    (
        "В порту сгорел склад\nМУРМАНСК, 3 февраля — Склад площадью 800 квадратных "
        "метров сгорел ночью в порту.\nФото: пресс-служба МЧС\nЧитайте также: Пожары "
        "на севере",
        [
            "МУРМАНСК, 3 февраля —",
            "Фото: пресс-служба МЧС",
            "Читайте также: Пожары на севере",
        ],
    ),
    (
        "新桥下月通车\n本报讯（记者 "
        "孙晓梅）新桥将于下月通车，两岸居民出行更加方便。\n责任编辑：郑磊",
        ["本报讯（记者 孙晓梅）", "责任编辑：郑磊"],
    ),
    (
        "駅前に新図書館\n【佐藤健】駅前の新しい図書館が来月開館し、市民に親しまれそうだ。\n関連記事：図書館の歩み",
        ["【佐藤健】", "関連記事：図書館の歩み"],
    ),
]

#: A sentence for its reporting verb in each language, its speaker, and verbs that news
#: in it reports with.
REPORTING: dict[str, tuple[str, str, str]] = {
    "de": (
        (
            "Die Stadt hat eine neue Brücke\nBürgermeisterin Ida Orm {}, "
            "dass die Brücke seit einem Jahr gesperrt ist."
        ),
        "Orm",
        (
            "sagte|erklärte|betonte|teilte mit|gab an|berichtete|meinte|"
            "kritisierte|warnte|versicherte|behauptete|räumte ein|kündigte "
            "an|bestätigte|hob hervor|fügte hinzu|wies darauf hin|stellte "
            "fest|argumentierte|unterstrich|gab bekannt|schrieb|hat gesagt|"
            "hat mitgeteilt|hatte erklärt|forderte|schätzt|glaubt|geht "
            "davon aus|machte deutlich|stellte klar|hält fest|verlangte|"
            "drohte|mahnte|merkte an|vermutet|befürchtet|beklagte"
        ),
    ),
    "fr": (
        (
            "Le pont est fermé dans la ville\nLa maire Ida Orm {} que le "
            "pont est fermé depuis un an."
        ),
        "Orm",
        (
            "a dit|a déclaré|a affirmé|a expliqué|a indiqué|a précisé|a "
            "annoncé|a assuré|a estimé|a souligné|a ajouté|a reconnu|a "
            "confirmé|a rappelé|a averti|a prévenu|a soutenu|a jugé|a "
            "rapporté|a regretté|affirme|explique|assure|estime|indique|"
            "précise|déclare|souligne|rappelle|soutient|espère|craint|pense|"
            "considère|a fait savoir|a fait valoir|a répété|a admis|a "
            "promis|a insisté sur le fait|a révélé|a noté|a observé|a écrit|"
            "a laissé entendre|avait déclaré|prétend|dénonce|a plaidé|a "
            "martelé"
        ),
    ),
    "es": (
        (
            "El puente está cerrado en la ciudad\nLa alcaldesa Ida Orm {} "
            "que el puente está cerrado desde hace un año."
        ),
        "Orm",
        (
            "dijo|declaró|afirmó|explicó|indicó|señaló|anunció|aseguró|"
            "sostuvo|subrayó|añadió|agregó|reconoció|confirmó|recordó|"
            "advirtió|destacó|manifestó|informó|precisó|apuntó|insistió en|"
            "admitió|prometió|reveló|comentó|aseveró|ha dicho|ha asegurado|"
            "considera|cree|opina|estima|denunció|lamentó|recalcó|reiteró|"
            "alertó|argumentó|matizó|remarcó|resaltó|expresó|detalló|alegó|"
            "planteó|sugirió|exigió|pidió|defendió|avisó|concluyó"
        ),
    ),
    "it": (
        (
            "Il ponte è chiuso in città\nLa sindaca Ida Orm {} che il ponte "
            "è chiuso da un anno."
        ),
        "Orm",
        (
            "ha detto|ha dichiarato|ha affermato|ha spiegato|ha annunciato|"
            "ha assicurato|ha sottolineato|ha aggiunto|ha riconosciuto|ha "
            "confermato|ha ricordato|ha avvertito|ha sostenuto|ha precisato|"
            "ha riferito|ha ammesso|ha promesso|ha rivelato|ha osservato|ha "
            "scritto|ha ribadito|ha fatto sapere|ha chiarito|ha evidenziato|"
            "ha comunicato|dice|afferma|spiega|sostiene|sottolinea|ritiene|"
            "pensa|crede|assicura|ha denunciato|ha lamentato|ha insistito|"
            "ha commentato|ha replicato|ha garantito|ha chiesto|teme|"
            "auspica"
        ),
    ),
    "pt": (
        (
            "A ponte está fechada na cidade\nA prefeita Ida Orm {} que a "
            "ponte está fechada há um ano."
        ),
        "Orm",
        (
            "disse|declarou|afirmou|explicou|indicou|anunciou|assegurou|"
            "sublinhou|acrescentou|reconheceu|confirmou|lembrou|alertou|"
            "garantiu|informou|ressaltou|destacou|admitiu|prometeu|revelou|"
            "comentou|avaliou|defendeu|argumentou|salientou|referiu|"
            "considera|acredita|reiterou|negou|alegou|frisou|apontou|"
            "enfatizou|escreveu|avisou|reforçou|pediu|denunciou|lamentou|"
            "esclareceu|concluiu|observou|estima|contou"
        ),
    ),
    "nl": (
        (
            "De brug in de stad is dicht\nBurgemeester Ida Orm {} dat de "
            "brug al een jaar dicht is."
        ),
        "Orm",
        (
            "zei|zegt|verklaarde|meldde|meldt|stelde|stelt|benadrukte|"
            "benadrukt|waarschuwde|bevestigde|vertelde|beweerde|gaf aan|"
            "laat weten|liet weten|voegde toe|erkende|gaf toe|vindt|denkt|"
            "schreef|kondigde aan|vreest|hoopt|beloofde|heeft gezegd|heeft "
            "verklaard|concludeerde|herhaalde|legde uit|wees erop|schat|"
            "eiste|rapporteerde|onderstreepte|merkte op|verzekerde"
        ),
    ),
    "sv": (
        (
            "Bron i staden är stängd\nKommunalrådet Ida Orm {} att bron har "
            "varit stängd i ett år."
        ),
        "Orm",
        (
            "sade|säger|sa|uppgav|uppger|förklarade|berättade|berättar|"
            "hävdade|hävdar|menar|menade|betonade|betonar|varnade|varnar|"
            "bekräftade|bekräftar|meddelade|meddelar|medgav|anser|tror|"
            "skrev|skriver|konstaterade|konstaterar|tillade|lovade|påpekar|"
            "påpekade|upprepade|har sagt|erkände|bedömer|understryker|"
            "kräver"
        ),
    ),
    "da": (
        (
            "Broen i byen er lukket\nBorgmester Ida Orm {}, at broen har "
            "været lukket i et år."
        ),
        "Orm",
        (
            "sagde|siger|oplyste|oplyser|forklarede|forklarer|fortalte|"
            "fortæller|hævdede|hævder|mener|mente|understregede|"
            "understreger|advarede|advarer|bekræftede|bekræfter|meddelte|"
            "erkendte|skrev|skriver|konstaterede|tilføjede|lovede|har sagt|"
            "påpeger|vurderer|frygter|indrømmede"
        ),
    ),
    "no": (
        (
            "Broen i byen er stengt\nOrdfører Ida Orm {} at broen har vært "
            "stengt i et år."
        ),
        "Orm",
        (
            "sa|sier|opplyste|opplyser|forklarte|forklarer|fortalte|"
            "forteller|hevdet|hevder|mener|mente|understreket|understreker|"
            "advarte|advarer|bekreftet|bekrefter|meldte|melder|erkjente|"
            "skrev|skriver|konstaterte|la til|lovet|har sagt|påpeker|"
            "vurderer|frykter|innrømmet"
        ),
    ),
    "pl": (
        (
            "Most w mieście jest zamknięty\nBurmistrz Ida Orm {}, że most "
            "jest zamknięty od roku."
        ),
        "Orm",
        (
            "powiedziała|oświadczyła|stwierdziła|podała|podaje|"
            "poinformowała|dodała|podkreśliła|zaznaczyła|wyjaśniła|"
            "tłumaczyła|zapewniła|zapowiedziała|przyznała|twierdzi|"
            "ostrzegła|napisała|przekonywała|uważa|oceniła|przekazała|"
            "ujawniła|potwierdziła|zauważyła|przypomniała|argumentowała|"
            "sugerowała|uznała|ogłosiła|wskazała|zadeklarowała|utrzymuje|"
            "zwróciła uwagę|obiecała|sądzi|wierzy|ma nadzieję|powtórzyła|"
            "dowodziła|zastrzegła|zasugerowała|donosi|skarżyła się|"
            "podsumowała|mówiła"
        ),
    ),
    "ru": (
        ("Мост в городе закрыт\nМэр Иван Орм {}, что мост закрыт уже год."),
        "Орм",
        (
            "сказал|заявил|сообщил|отметил|подчеркнул|добавил|объяснил|"
            "пояснил|утверждает|утверждал|заверил|признал|предупредил|"
            "рассказал|напомнил|подтвердил|уверен|считает|полагает|написал|"
            "уточнил|объявил|указал|обещал|пообещал|констатировал|заметил|"
            "настаивает|опасается|надеется|выразил мнение|выразил надежду|"
            "обратил внимание|говорит|сообщает|уверяет|ответил|пожаловался|"
            "допустил|резюмировал|посетовал|отрицает"
        ),
    ),
    "uk": (
        ("Міст у місті закрито\nМер Іван Орм {}, що міст закрито вже рік."),
        "Орм",
        (
            "сказав|заявив|повідомив|зазначив|наголосив|додав|пояснив|"
            "стверджує|стверджував|запевнив|визнав|попередив|розповів|"
            "нагадав|підтвердив|переконаний|вважає|написав|уточнив|оголосив|"
            "вказав|пообіцяв|констатував|зауважив|наполягає|побоюється|"
            "сподівається|каже|повідомляє|підкреслив|відповів|відзначив|"
            "припустив|переконує|заперечує"
        ),
    ),
    "tr": (
        (
            "Şehirde köprü kapalı\nBelediye Başkanı İda Orm köprünün bir "
            "yıldır kapalı olduğunu {}."
        ),
        "Orm",
        (
            "söyledi|açıkladı|belirtti|bildirdi|ifade etti|vurguladı|ekledi|"
            "savundu|iddia etti|dile getirdi|kaydetti|aktardı|anlattı|"
            "duyurdu|doğruladı|hatırlattı|öne sürdü|itiraf etti|yazdı|"
            "düşünüyor|kabul etti|ileri sürdü|yalanladı|aktarıyor|söylüyor|"
            "açıklıyor|vurguluyor|ekliyor|savunuyor|belirtiyor|hatırlatıyor|"
            "söylemişti|ima etti|işaret etti|dikkat çekti|tekrarladı"
        ),
    ),
    "ar": (
        (
            "الجسر مغلق في المدينة\n{} رئيس البلدية سامر أورم أن الجسر مغلق "
            "منذ عام كامل."
        ),
        "أورم",
        (
            "أعلن|أكد|صرح|أوضح|أضاف|ذكر|زعم|ادعى|اعتبر|رأى|كشف|أفاد|بيّن|"
            "اعترف|وأكد|وأضاف|أبلغ|نفى|وعد|أقر"
        ),
    ),
    "zh": (
        "这座桥已经关闭\n市长李明{}，这座桥去年已经关闭，居民都很担心。",
        "李",
        (
            "说|表示|指出|强调|称|宣布|认为|透露|介绍|坦言|解释|补充说|警告|承认|否认|声称|回应称|告诉记者|重申|呼吁|"
            "相信|担心|写道|披露|证实|介绍说|分析说|表示说"
        ),
    ),
    "ja": (
        "橋は閉鎖されている\n李市長は橋が去年から閉鎖されていると{}。",
        "李",
        (
            "述べた|話した|語った|発表した|説明した|強調した|指摘した|明らかにした|主張した|訴えた|警告した|認めた|"
            "コメントした|表明した|断言した|答えた|伝えた|報告した|批判した|付け加えた|否定した|言った|語る|話す|述べる|"
            "している|示唆した|述べている|話している|語っている|見ている"
        ),
    ),
}
