"""The words of each language that reading a quote needs, one frozen table a language.

Phrases are parted by spaces, their words by "_". A verb that has its particle at the
end of the clause is written "räumte…ein".
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


def words(written: str) -> frozenset[str]:
    """The phrases of a table."""
    return frozenset(phrase.replace("_", " ") for phrase in written.split())


def phrases(written: str) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """The phrases by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in written.split():
        first, *rest = phrase.split("_")
        found.setdefault(first, []).append(tuple(rest))
    return {
        first: tuple(sorted(rests, key=len, reverse=True))
        for first, rests in found.items()
    }


@dataclass(frozen=True, slots=True)
class Language:
    """What a reader of a language knows; every word in small letters."""

    code: str
    #: Finite forms that report, and forms that do beside one of `auxiliaries`.
    verbs: str = ""
    participles: str = ""
    auxiliaries: str = ""
    #: Those of them, in any form, that deny.
    denying: str = ""
    #: What opens the clause that is reported.
    that: str = ""
    #: The same behind a verb that denies.
    that_denied: str = ""
    #: "According to" before whom it says, and behind.
    according: str = ""
    according_behind: str = ""
    pronouns: str = ""
    articles: str = ""
    possessives: str = ""
    #: Prepositions that belong to a name or title, and those that begin an adjunct.
    linking: str = ""
    adjuncts: str = ""
    adverbs: str = ""
    conjunctions: str = ""
    relatives: str = ""
    #: Behind a comma these end a clause that is reported.
    ends: str = ""
    titles: str = ""
    #: Endings of words that are titles.
    title_endings: tuple[str, ...] = ()
    bodies: str = ""
    honorifics: str = ""
    #: What whoever spoke before may be called.
    anybody: str = ""
    #: Common finite verbs that report nothing.
    finite: str = ""
    #: The verb comes second, so that its subject may follow it.
    verb_second: bool = False
    #: A comma stands before "that".
    comma_that: bool = False
    #: A subject may be left out.
    drops: bool = False
    #: Nouns have capitals.
    nouns_capital: bool = False
    #: What tells that a clause without "that" is reported.
    reported: str = ""
    #: Words that tell the language.
    telling: str = ""
    letters: str = ""
    #: Its tables as sets, once they were asked for.
    derived: dict[str, frozenset[str]] = field(default_factory=dict, compare=False)

    def set_of(self, name: str) -> frozenset[str]:
        """The words of the table `name` as a set."""
        if name not in self.derived:
            self.derived[name] = words(getattr(self, name))
        return self.derived[name]


GERMAN = Language(
    "de",
    verbs=(
        "sagt sagte sagten sagen erklärt erklärte erklärten erklären betont betonte "
        "betonten meint meinte "
        "meinten schreibt schrieb schrieben warnt warnte warnten warnen behauptet "
        "behauptete behaupteten "
        "versichert versicherte versicherten beteuert beteuerte beteuerten bestätigt "
        "bestätigte bestätigten "
        "bestritt bestreitet bestritten bestreiten berichtet berichtete berichteten "
        "berichten "
        "fordert forderte forderten fordern verlangt verlangte kritisiert "
        "kritisierte kritisierten "
        "mahnt mahnte mahnten ruft rief verkündet verkündete antwortet antwortete "
        "fragt fragte "
        "klagt klagte klagten bekräftigt bekräftigte ergänzt ergänzte entgegnet "
        "entgegnete "
        "erwidert erwiderte erzählt erzählte erzählten erläutert erläuterte bemerkt "
        "bemerkte "
        "bedauert bedauerte begründet begründete beklagt beklagte schimpft schimpfte "
        "spottet spottete "
        "lobt lobte vermutet vermutete glaubt glaubte hofft hoffte hoffen befürchtet "
        "befürchtete "
        "fürchtet fürchtete schätzt schätzte schätzen prognostiziert prognostizierte "
        "argumentiert "
        "argumentierte dementiert dementierte unterstreicht unterstrich sprach "
        "spricht freut freute "
        "verspricht versprach versprachen droht drohte urteilt urteilte entschied "
        "entscheidet "
        "teilt…mit teilte…mit teilten…mit kündigt…an kündigte…an kündigten…an "
        "fügt…hinzu fügte…hinzu "
        "räumt…ein räumte…ein räumten…ein gibt…an gab…an gaben…an geben…an gibt…zu "
        "gab…zu "
        "wies…zurück weist…zurück wies…hin weist…hin stellt…klar stellte…klar "
        "stellt…fest "
        "stellte…fest stellten…fest wirft…vor warf…vor heißt_es hieß_es geht…aus "
        "ging…aus gehen…aus "
        "erinnert erinnerte resümiert resümierte konstatiert konstatierte moniert "
        "monierte "
        "zeigt zeigte zeigen zeigten ergab ergaben widerspricht widersprach "
        "widersprachen raunt raunte schließt…aus schloss…aus "
        "ärgert ärgerte gesteht gestand "
        "beschreibt beschrieb appelliert appellierte "
        "meldet meldete meldeten sieht sah nennt nannte findet fand rechnet rechnete "
        "zeigt…überzeugt "
        "zeigte…überzeugt sagt…voraus sagte…voraus"
        " hebt…hervor hob…hervor hoben…hervor gibt…bekannt gab…bekannt"
        " gaben…bekannt macht…deutlich machte…deutlich machten…deutlich"
        " hält…fest hielt…fest merkt…an merkte…an"
    ),
    participles=(
        "gesagt erklärt betont gemeint geschrieben gewarnt behauptet versichert "
        "beteuert "
        "bestätigt bestritten berichtet gefordert verlangt kritisiert angekündigt "
        "mitgeteilt "
        "eingeräumt angegeben zugegeben hinzugefügt dementiert versprochen "
        "zurückgewiesen "
        "klargestellt festgestellt entschieden geurteilt erzählt beklagt"
        " hervorgehoben bekanntgegeben festgehalten angemerkt"
    ),
    auxiliaries="hat haben hatte hatten habe",
    denying="bestritt bestreitet bestritten bestreiten dementiert dementierte wies "
    "weist "
    "zurückgewiesen",
    that="dass daß ob wie warum",
    according="laut gemäß nach_angaben nach_angaben_von nach_auskunft nach_ansicht "
    "nach_einschätzung nach_aussage nach_darstellung nach_informationen "
    "nach_worten nach_meinung nach_schätzungen nach_überzeugung",
    according_behind="zufolge",
    pronouns="er sie",
    articles="der die das den dem des ein eine einer eines einem einen",
    possessives="sein seine seiner ihr ihre ihrer",
    linking="von vom der des für zu zum zur aus und im am in bei dem den die",
    adjuncts=(
        "am im in an auf bei beim vor vorm nach während zu zum zur mit gegenüber auf "
        "aus über "
        "bereits noch kurz später seit unter ins ans durch per via gegen um "
        "anlässlich als wegen"
    ),
    adverbs=(
        "gestern heute dagegen jedoch zudem außerdem auch aber hingegen dann nun "
        "zuvor später "
        "weiter schließlich unterdessen indes indessen allerdings am montag dienstag "
        "mittwoch "
        "donnerstag freitag samstag sonntag jetzt hier dort dazu danach zugleich "
        "gleichzeitig "
        "daraufhin wiederum deshalb darum sich wieder noch einmal mehrfach "
        "wiederholt bislang "
        "bisher stets immer sogar nur nicht so es das ja doch wohl demnach vielmehr "
        "selbst"
    ),
    conjunctions="und aber denn doch sondern oder",
    relatives="der die das dessen deren dem den welcher welche welches was wer wo",
    ends="wie während wobei nachdem obwohl obgleich sagte sagt was aber doch "
    "berichtete heißt",
    titles="chef chefin vorsitzende vorsitzender expertin experte anwalt anwältin "
    "verteidiger verteidigerin zeuge zeugin sprecher sprecherin könig königin "
    "prinz arzt ärztin bauer landwirt landwirtin studentin student gutachter "
    "gutachterin kommissar ministerin minister präsident präsidentin",
    title_endings=(
        "minister",
        "ministerin",
        "präsident",
        "präsidentin",
        "meister",
        "meisterin",
        "sprecher",
        "sprecherin",
        "kanzler",
        "kanzlerin",
        "leiter",
        "leiterin",
        "direktor",
        "direktorin",
        "richter",
        "richterin",
        "forscher",
        "forscherin",
        "kämmerer",
        "kämmerin",
        "trainer",
        "trainerin",
        "professor",
        "professorin",
        "senator",
        "senatorin",
        "chef",
        "chefin",
        "vorsitzende",
        "vorsitzender",
        "vorsitzenden",
        "anwalt",
        "anwältin",
        "experte",
        "expertin",
        "rat",
        "rätin",
        "führer",
        "führerin",
        "inhaber",
        "inhaberin",
        "betreiber",
        "betreiberin",
        "besitzer",
        "besitzerin",
        "bewohner",
        "bewohnerin",
        "händler",
        "händlerin",
        "politiker",
        "politikerin",
        "ökonom",
        "ökonomin",
        "wissenschaftler",
        "wissenschaftlerin",
        "lehrer",
        "lehrerin",
        "beauftragte",
        "beauftragter",
        "sekretär",
        "sekretärin",
        "dezernent",
        "dezernentin",
        "referent",
        "referentin",
        "kommandant",
        "ingenieur",
        "ingenieurin",
        "bäuerin",
        "wirt",
        "wirtin",
        "arzt",
        "ärztin",
        "vorstand",
        "vorständin",
        "loge",
        "login",
        "historiker",
        "historikerin",
        "gründer",
        "gründerin",
        "abgeordnete",
        "abgeordneter",
        "intendant",
        "intendantin",
        "pfarrer",
        "pfarrerin",
        "bischof",
        "bischöfin",
        "autor",
        "autorin",
        "verwalter",
        "verwalterin",
        "analyst",
        "analystin",
        "manager",
        "managerin",
        "herr",
        "frau",
    ),
    bodies="polizei ministerium behörde gericht regierung stadt verwaltung verband "
    "gewerkschaft partei unternehmen konzern firma bundespolizei feuerwehr "
    "staatsanwaltschaft bundesregierung initiative",
    honorifics="herr frau dr prof",
    anybody="politiker politikerin mann frau beamte minister ministerin manager "
    "managerin jurist juristin unternehmer unternehmerin betroffene betroffener",
    finite=(
        "ist sind war waren hat haben hatte hatten wird werden wurde wurden kann "
        "können konnte konnten "
        "muss müssen musste mussten soll sollen sollte sollten will wollen wollte "
        "dürfen darf gibt gab "
        "kam kamen steht stehen liegt liegen lag lagen ging gehen geht stieg stiegen "
        "sank sanken fiel "
        "betrug betragen handelt bleibt blieb gilt galt kostet kostete beläuft "
        "starben starb"
    ),
    verb_second=True,
    comma_that=True,
    nouns_capital=True,
    reported=(
        "sei seien habe hätten hätte werde würden würde könne könnten müsse müssten "
        "solle sollten "
        "wolle wollten dürfe dürften gebe stehe liege komme gehe wisse brauche "
        "bleibe lasse halte "
        "handle handele drohe fehle bedeute mache sehe zeige bestehe laufe "
        "funktioniere reiche koste gelte wäre wären"
    ),
    telling=(
        "der die das und ist nicht mit von den dem ein eine einen auch auf für sich "
        "wie im zum zur hat "
        "sagte dass war wird werden wurde bei nach aus sei noch wir nicht ich über "
        "seit am beim keine sie laut"
    ),
    letters="ßäöü„",
)

FRENCH = Language(
    "fr",
    verbs=(
        "dit disent déclare déclarent affirme affirment ajoute ajoutent explique "
        "expliquent estime estiment "
        "assure assurent indique indiquent annonce annoncent nie nient dément "
        "précise précisent confirme "
        "confirment répond répondent lance souligne soulignent rappelle rappellent "
        "regrette regrettent promet "
        "promettent prévient reconnaît reconnait reconnaissent insiste insistent "
        "conclut poursuit révèle "
        "révèlent avertit dénonce dénoncent s_agace s_inquiète s_interroge s_indigne "
        "s_insurge se_désole "
        "se_réjouit se_félicite se_plaint se_souvient se_défend s_emporte s_étonne "
        "s_alarme s_exclame déplore déplorent "
        "raconte racontent témoigne témoignent rétorque réplique soutient "
        "soutiennent plaide juge jugent "
        "tranche martèle résume confie glisse soupire commente note notent relève "
        "relèvent observe constate "
        "constatent considère croit croient pense pensent prétend prétendent "
        "rapporte écrit fait_valoir "
        "fait_savoir font_savoir met_en_garde réagit nuance tempère admet admettent "
        "avoue détaille critique "
        "ironise tonne peste enchaîne renchérit abonde justifie craint espère redoute "
        "montre montrent suggère suggèrent souhaite craignent espèrent redoutent "
        "souhaitent jugent dénoncent appelle "
        "appellent réclame exige réclament exigent demande demandent "
        "déclara affirma expliqua répondit ajouta"
        " répète répètent laisse_entendre laissent_entendre"
    ),
    participles=(
        "dit déclaré affirmé ajouté expliqué estimé assuré indiqué annoncé nié "
        "démenti précisé confirmé répondu lancé "
        "souligné rappelé regretté promis prévenu reconnu insisté conclu poursuivi "
        "révélé averti dénoncé "
        "déploré raconté témoigné rétorqué répliqué soutenu plaidé jugé tranché "
        "martelé résumé confié "
        "commenté noté relevé observé constaté considéré prétendu rapporté écrit "
        "réagi nuancé admis avoué "
        "détaillé critiqué fait_savoir fait_valoir demandé mis_en_garde décidé "
        "félicité inquiété réjoui"
        " étonné indigné glissé contesté"
        " répété laissé_entendre"
    ),
    auxiliaries="a ont avait avaient aurait est sont ayant",
    denying="nie nient nié dément démenti conteste contesté",
    that="que qu' si",
    according="selon d'_après pour de_source d'_après_les_informations_de aux_yeux_de "
    "de_l'_avis_de",
    pronouns="il elle ils elles celui-ci celle-ci ce_dernier cette_dernière",
    articles="le la les l' un une des du ce cet cette ces",
    possessives="son sa ses leur leurs",
    linking="de du des d' de_la et à au aux la l' le les chargé chargée en pour",
    adjuncts=(
        "à au aux en dans lors devant sur pour avec par après avant pendant durant "
        "chez depuis "
        "auprès vendredi lundi mardi mercredi jeudi samedi dimanche face hier "
        "ce_matin sous"
    ),
    adverbs=(
        "hier aujourd'hui aussi également toutefois pourtant cependant notamment "
        "ainsi encore mercredi lundi "
        "mardi jeudi vendredi samedi dimanche alors ensuite néanmoins même déjà "
        "enfin jeudi_soir ne pas lui "
        "très bien désormais récemment d'ailleurs par_ailleurs puis"
    ),
    conjunctions="et mais or car ou donc",
    relatives="qui que qu' dont où lequel laquelle",
    ends="qui dont où alors tandis mais avant après même ce selon a_ajouté ajoutant "
    "précisant soulignant estimant rappelant évoquant dénonçant citant d' tout à "
    "lors",
    titles=(
        "maire président présidente ministre premier directeur directrice procureur "
        "procureure porte-parole avocat "
        "avocate préfet préfète député députée sénateur sénatrice chef cheffe "
        "secrétaire commissaire général "
        "colonel capitaine juge professeur professeure chercheur chercheuse médecin "
        "patron patronne pdg "
        "responsable délégué déléguée représentant représentante expert experte "
        "économiste historien "
        "historienne sociologue adjoint adjointe conseiller conseillère élu élue "
        "agriculteur agricultrice "
        "éleveur éleveuse habitant habitante gérant gérante syndicaliste militant "
        "militante fondateur "
        "fondatrice roi reine prince évêque pape enseignant enseignante infirmier "
        "infirmière pêcheur maraîcher "
        "rapporteur rapporteure entraîneur sélectionneur dirigeant dirigeante "
        "candidat candidate riverain "
        "riveraine géologue climatologue hydrologue victime témoin vice-présidente "
        "vice-président"
    ),
    bodies=(
        "police gouvernement ministère cour tribunal parquet préfecture mairie "
        "entreprise société syndicat "
        "association direction parti groupe comité commission conseil rapport étude "
        "autorités pompiers "
        "gendarmerie institut agence opposition ong collectif fédération union "
        "élysée matignon"
    ),
    honorifics="m mme mlle me dr pr maître monsieur madame",
    anybody="élu élue homme femme intéressé intéressée avocat avocate dirigeant "
    "dirigeante responsable ministre",
    finite="est sont a ont était étaient avait avaient sera seront fut doit doivent "
    "peut peuvent va vont devrait serait auraient aurait",
    drops=False,
    telling=(
        "le la les des du et est une un dans pour que qui sur pas au avec par ont ne "
        "se ce plus aux "
        "cette son sa ses il elle nous mais été être selon ans leur en l' d' qu' c' "
        "n' à"
    ),
    letters="éèêçàùœ",
)

SPANISH = Language(
    "es",
    verbs=(
        "dijo dijeron dice dicen afirmó afirmaron afirma afirman declaró declararon "
        "declara añadió añadieron "
        "añade explicó explicaron explica explican aseguró aseguraron asegura "
        "aseguran anunció anunciaron "
        "anuncia negó negaron niega niegan señaló señalaron señala señalan indicó "
        "indicaron indica indican "
        "sostuvo sostiene sostienen recordó recuerda advirtió advirtieron advierte "
        "advierten insistió insiste "
        "manifestó manifestaron comentó comenta reconoció reconoce reconocieron "
        "respondió responde subrayó "
        "subraya denunció denunciaron denuncia denuncian agregó confirmó confirmaron "
        "confirma informó informaron "
        "informa muestra muestran revelan mostró zanjó zanja replicó replica lamentó "
        "lamenta lamentan se_lamenta "
        "se_lamentó se_quejó se_queja "
        "se_quejan criticó critica admitió admite precisó precisa destacó destaca "
        "opinó opina cree creen "
        "considera consideran consideró calcula calculan calculó estima estiman "
        "estimó exclamó preguntó "
        "pregunta contó cuenta cuentan relató relata resumió resume concluyó "
        "concluye matizó matiza apuntó "
        "apunta apuntan avisó avisa alertó alerta prometió promete desmintió "
        "desmiente rechazó rechaza "
        "reiteró reitera reclamó reclama reclaman exigió exige exigen pidió pide "
        "piden aclaró aclara detalló "
        "detalla reveló revela ironizó bromeó sentenció sentencia espetó contestó "
        "contesta argumentó argumenta "
        "alegó alega defendió defiende expresó puntualizó remarcó remarca confesó "
        "confiesa escribió escribe "
        "celebró celebra aventuró sugirió sugiere resolvió dictaminó planteó "
        "pronosticó prevé temen teme"
        " aseveró aseveraron asevera recalcó recalcaron recalca resaltó"
        " resaltaron resalta"
    ),
    participles=(
        "dicho afirmado asegurado señalado declarado añadido explicado anunciado "
        "negado indicado sostenido "
        "recordado advertido insistido manifestado comentado reconocido respondido "
        "subrayado denunciado "
        "agregado confirmado informado lamentado criticado admitido precisado "
        "destacado opinado considerado "
        "calculado prometido desmentido rechazado reiterado reclamado exigido pedido "
        "aclarado detallado revelado "
        "alertado avisado apuntado defendido escrito quejado estimado"
    ),
    auxiliaries="ha han había habían he",
    denying="negó negaron niega niegan negado desmintió desmiente desmentido rechazó "
    "rechaza rechazado",
    that="que si",
    according="según a_juicio_de en_opinión_de de_acuerdo_con para en_palabras_de "
    "a_decir_de",
    pronouns="él ella ellos ellas",
    articles="el la los las un una unos unas del al",
    possessives="su sus",
    linking="de del de_la y la los las el en para e",
    adjuncts=(
        "en a al ante durante tras con por sobre desde para ayer hoy este esta "
        "el_lunes el_martes "
        "el_miércoles el_jueves el_viernes el_sábado el_domingo antes después hasta "
        "mediante sin"
    ),
    adverbs=(
        "ayer hoy también además asimismo ahora luego después sin_embargo tampoco ya "
        "no sí así aún todavía "
        "incluso entonces siempre nunca anoche recientemente finalmente igualmente "
        "lunes martes miércoles "
        "jueves viernes sábado domingo le les nos me se lo mañana"
    ),
    conjunctions="y e pero mas o aunque sino",
    relatives="que quien quienes cuyo cuya donde cual",
    ends="pese aunque pero mientras quien quienes cuyo cuya donde según lo tras "
    "después por así añadió añadiendo y_añadió al en_alusión en_referencia algo "
    "ya sin",
    titles=(
        "alcalde alcaldesa presidente presidenta ministro ministra consejero "
        "consejera director directora portavoz "
        "concejal concejala secretario secretaria fiscal abogado abogada diputado "
        "diputada senador senadora jefe "
        "jefa delegado delegada representante gobernador gobernadora juez jueza "
        "profesor profesora catedrático "
        "catedrática investigador investigadora médico médica doctor doctora experto "
        "experta economista "
        "rector rectora comisario comisaria general coronel capitán obispo rey reina "
        "papa gerente dueño dueña "
        "propietario propietaria vecino vecina agricultor agricultora ganadero "
        "ganadera empresario empresaria "
        "sindicalista coordinador coordinadora responsable vicepresidente "
        "vicepresidenta exministro candidato "
        "candidata entrenador entrenadora historiador historiadora biólogo bióloga "
        "geólogo geóloga fundador "
        "fundadora líder ingeniero ingeniera maestro maestra pescador pescadora "
        "mandatario edil edila hostelero"
    ),
    bodies=(
        "policía gobierno ministerio junta ayuntamiento fiscalía tribunal juzgado "
        "empresa compañía sindicato "
        "asociación partido grupo comisión consejo informe estudio autoridades "
        "bomberos guardia instituto "
        "agencia oposición ong plataforma federación confederación consejería "
        "conselleria xunta generalitat "
        "vecinos regantes agricultores ecologistas expertos trabajadores sindicatos "
        "banco oms onu"
    ),
    honorifics="don doña d dña sr sra dr dra señor señora",
    anybody="edil edila mandatario mandataria político política dirigente ministro "
    "ministra regidor regidora primer_edil letrado letrada portavoz",
    finite="es son está están fue fueron era eran ha han había será serán tiene tienen "
    "puede pueden debe deben va van hay",
    drops=True,
    telling=(
        "el los las del y en una por con para que se su al como más pero sus le ha "
        "no es lo la un fue "
        "este esta según sin sobre también entre hasta desde dijo muy ya"
    ),
    letters="ñ¿¡áíóú",
)

ITALIAN = Language(
    "it",
    verbs=(
        "dice dicono disse dissero afferma affermano affermò dichiara dichiarano "
        "dichiarò aggiunge aggiungono "
        "aggiunse spiega spiegano spiegò sostiene sostengono sostenne assicura "
        "assicurano ribadisce ribadiscono "
        "annuncia annunciano annunciò nega negano negò smentisce smentiscono precisa "
        "precisano conferma "
        "confermano confermò risponde rispose replica replicano replicò sottolinea "
        "sottolineano ricorda "
        "ricordano avverte avvertono osserva osservano commenta commentano racconta "
        "raccontano raccontò "
        "denuncia denunciano lamenta lamentano si_lamenta insiste conclude "
        "concludono scrive scrivono scrisse ammette "
        "ammettono riconosce promette promettono chiede chiedono mostra mostrano "
        "si_legge emerge fa_sapere "
        "fanno_sapere rende_noto rendono_noto "
        "attacca tuona sbotta chiosa incalza rincara taglia_corto ironizza giura "
        "garantisce garantiscono "
        "ritiene ritengono crede pensa teme temono stima stimano prevede segnala "
        "segnalano informa informano "
        "auspica rivela rivelano confida ripete contesta accusa si_difende si_sfoga "
        "dichiarava protesta ragiona"
        " riferisce riferiscono riferì chiarisce chiariscono chiarì evidenzia"
        " evidenziano comunica comunicano"
    ),
    participles=(
        "detto affermato dichiarato aggiunto spiegato sostenuto assicurato ribadito "
        "annunciato negato smentito "
        "precisato confermato risposto replicato sottolineato ricordato avvertito "
        "osservato commentato raccontato "
        "denunciato lamentato insistito concluso scritto ammesso riconosciuto "
        "promesso chiesto fatto_sapere reso_noto "
        "garantito ritenuto stimato segnalato informato rivelato ripetuto contestato "
        "stabilito"
        " riferito chiarito evidenziato comunicato"
    ),
    auxiliaries="ha hanno aveva avevano abbia è",
    denying="nega negano negò negato smentisce smentiscono smentito contesta "
    "contestato",
    that="che se",
    according="secondo per a_detta_di stando_a a_giudizio_di ad_avviso_di",
    pronouns="lui lei egli ella loro",
    articles="il lo la i gli le l' un uno una un' dei degli delle questo questa",
    possessives="suo sua suoi sue",
    linking="di del della dei degli delle dell' d' e da dal dalla al alla ai a per in",
    adjuncts=(
        "in a al alla ai alle nel nella durante con per su sul sulla dopo prima "
        "davanti da dal dalla "
        "ieri oggi lunedì martedì mercoledì giovedì venerdì sabato domenica all' "
        "nell' tra fra"
    ),
    adverbs=(
        "ieri oggi però anche inoltre poi ora ancora invece infatti quindi già non "
        "sempre lunedì martedì mercoledì "
        "giovedì venerdì sabato domenica così dunque infine intanto tuttavia ci si "
        "mai stamattina nuovamente"
    ),
    conjunctions="e ed ma o però",
    relatives="che chi cui quale dove",
    ends="ma mentre anche che il_che dove secondo dopo pur aggiungendo sottolineando "
    "precisando spiegando cui e_ha senza in_riferimento",
    titles=(
        "sindaco sindaca presidente ministro ministra direttore direttrice portavoce "
        "assessore assessora segretario "
        "segretaria procuratore procuratrice avvocato avvocata deputato deputata "
        "senatore senatrice prefetto "
        "questore giudice professore professoressa ricercatore ricercatrice medico "
        "dottore dottoressa esperto "
        "esperta economista rettore rettrice commissario commissaria generale "
        "colonnello capitano vescovo papa "
        "amministratore responsabile titolare proprietario proprietaria agricoltore "
        "sindacalista coordinatore "
        "coordinatrice vicepresidente vicesindaco premier leader consigliere "
        "consigliera governatore allenatore "
        "storico storica geologo geologa fondatore fondatrice parroco preside "
        "dirigente pescatore imprenditore "
        "imprenditrice comandante cittadino residente testimone legale difensore "
        "primario delegato"
    ),
    bodies=(
        "polizia governo ministero procura tribunale comune regione provincia "
        "azienda società sindacato associazione "
        "partito gruppo commissione consiglio rapporto studio autorità carabinieri "
        "istituto agenzia opposizione "
        "federazione questura prefettura giunta comitato esperti sindacati residenti "
        "cgil cisl coldiretti legambiente"
    ),
    honorifics="dott dottor sig signor signora avv ing prof don",
    anybody="politico manager avvocato primo_cittadino ministro ministra dirigente "
    "esponente legale",
    finite="è sono ha hanno era erano fu sarà saranno può possono deve devono va vanno "
    "aveva avevano viene vengono c'è",
    drops=True,
    telling=(
        "il di che e per una della dei nel alla gli con non sono più del si le da al "
        "lo nella delle anche è "
        "ha dal come ma l' dell' un' all' nell' secondo sul ieri"
    ),
    letters="èìòù",
)

PORTUGUESE = Language(
    "pt",
    verbs=(
        "disse disseram diz dizem queixa queixam queixou queixaram contrapõe "
        "contrapôs afirmou afirmaram afirma afirmam declarou "
        "declararam declara explicou explicaram "
        "explica explicam acrescentou acrescenta garantiu garantem garante assegurou "
        "assegura anunciou anunciaram "
        "anuncia negou negaram nega negam destacou destaca ressaltou ressalta "
        "salientou salienta sublinhou sublinha "
        "lembrou lembra alertou alertaram alerta alertam avisou avisa insistiu "
        "insiste comentou comenta reconheceu "
        "reconhece respondeu responde denunciou denunciaram denuncia confirmou "
        "confirmaram confirma informou informaram "
        "informa lamentou lamenta criticou critica admitiu admite defendeu defende "
        "considerou considera acredita "
        "acreditam acha acham contou conta contam relatou relata relatam concluiu "
        "conclui apontou aponta revelou revela prometeu "
        "promete desmentiu desmente rejeitou rejeita reiterou reitera exigiu exige "
        "pediu pede cobrou cobra esclareceu "
        "detalhou escreveu escreve questionou questiona ironizou estima estimam "
        "estimou calcula prevê argumentou "
        "argumenta alegou alega sustentou sustenta completou completa adiantou "
        "adianta referiu refere frisou "
        "frisa reclamou reclama reclamam mostra mostram mostrou desabafou desabafa "
        "resumiu resume observou "
        "avaliou avalia ponderou "
        "pondera rebateu rebate recordou recorda indicou indica confessou determinou"
        " enfatizou enfatizaram enfatiza reforçou reforçaram reforça"
    ),
    participles=(
        "dito afirmado declarado explicado acrescentado garantido anunciado negado "
        "destacado alertado confirmado "
        "informado admitido revelado prometido desmentido rejeitado reiterado "
        "exigido pedido escrito defendido"
    ),
    auxiliaries="tem têm tinha tinham havia haviam",
    denying="negou negaram nega negam negado desmentiu desmente desmentido rejeitou "
    "rejeita rejeitado",
    that="que se",
    according="segundo de_acordo_com conforme para na_avaliação_de na_opinião_de",
    pronouns="ele ela eles elas",
    articles="o a os as um uma uns umas do da dos das",
    possessives="seu sua seus suas",
    linking="de do da dos das e em no na para",
    adjuncts=(
        "em no na nos nas a ao à aos às durante após com por pelo pela sobre desde "
        "para ontem hoje nesta neste esta este nesse nessa "
        "antes depois perante até segunda-feira terça-feira quarta-feira "
        "quinta-feira sexta-feira sem"
    ),
    adverbs=(
        "ontem hoje também ainda agora depois então já não sim assim porém contudo "
        "ainda_assim além segunda-feira "
        "terça-feira quarta-feira quinta-feira sexta-feira sábado domingo lhe se me "
        "recentemente nunca sempre"
    ),
    conjunctions="e mas ou porém",
    relatives="que quem cujo cuja onde qual",
    ends="embora mas enquanto quem cujo cuja onde segundo após apesar porém "
    "acrescentando lembrando o_que acrescentou sem já",
    titles=(
        "prefeito prefeita presidente presidenta ministro ministra diretor diretora "
        "porta-voz vereador vereadora "
        "secretário secretária procurador procuradora promotor promotora advogado "
        "advogada deputado deputada "
        "senador senadora chefe delegado delegada representante governador "
        "governadora juiz juíza professor "
        "professora pesquisador pesquisadora investigador investigadora médico "
        "médica doutor doutora especialista "
        "economista reitor reitora comandante general coronel capitão bispo papa "
        "gerente dono dona proprietário "
        "proprietária morador moradora agricultor agricultora produtor produtora "
        "empresário empresária coordenador "
        "coordenadora vice-presidente vice-prefeito autarca candidato candidata "
        "técnico treinador historiador "
        "historiadora biólogo bióloga geólogo fundador fundadora líder engenheiro "
        "engenheira pescador pescadora "
        "superintendente relator relatora enfermeiro enfermeira"
    ),
    bodies=(
        "polícia governo ministério prefeitura câmara tribunal empresa companhia "
        "sindicato associação partido grupo "
        "comissão conselho relatório estudo autoridades bombeiros instituto agência "
        "oposição ong federação defensoria "
        "secretaria promotoria moradores especialistas justiça procuradoria defesa "
        "ibge petrobras"
    ),
    honorifics="dr dra sr sra dom dona",
    anybody="político política parlamentar dirigente ministro ministra gestor gestora "
    "advogado advogada autarca",
    finite="é são está estão foi foram era eram tem têm tinha será serão pode podem "
    "deve devem vai vão há",
    drops=True,
    telling=(
        "o os do da dos das em não uma um para com que se ao na no por mais como mas "
        "foi ele ela seu sua "
        "à é são pelo pela nos nas às disse segundo também já entre"
    ),
    letters="ãõçâê",
)

DUTCH = Language(
    "nl",
    verbs=(
        "zegt zei zeiden zeggen stelt stelde stelden vertelt vertelde verklaart "
        "verklaarde verklaarden meldt meldde "
        "meldden melden schrijft schreef waarschuwt waarschuwde waarschuwen "
        "benadrukt benadrukte bevestigt bevestigde "
        "ontkent ontkende ontkenden ontkennen erkent erkende beweert beweerde "
        "beweren vindt vond vinden denkt dacht "
        "denken verwacht verwachtte verwachten vreest vreesde vrezen hoopt hoopte "
        "antwoordt antwoordde vraagt vroeg "
        "reageert reageerde klaagt klaagde eist eiste eisen belooft beloofde "
        "verzekert verzekerde betoogt betoogde "
        "concludeert concludeerde oordeelt oordeelde schat schatte schatten noemt "
        "noemde zucht zuchtte moppert "
        "verzucht verzuchtte constateert constateerde laat…weten liet…weten "
        "lieten…weten laten…weten voegt…toe "
        "voegde…toe geeft…toe gaf…toe geven…toe kondigt…aan kondigde…aan wijst…erop "
        "wees…erop legt…uit legde…uit "
        "toont toonde blijkt bleek sluit…uit sloot…uit roept riep spreekt…tegen "
        "sprak…tegen meent meende aldus "
        "licht…toe lichtte…toe stelt…vast stelde…vast spreekt sprak "
        "deelt…mee deelde…mee bepleit bepleitte besloot besluit adviseert adviseerde"
        " geeft…aan gaf…aan gaven…aan herhaalt herhaalde rapporteert"
        " rapporteerde onderstreept onderstreepte merkt…op merkte…op"
    ),
    participles=(
        "gezegd verklaard gemeld geschreven gewaarschuwd bevestigd ontkend erkend "
        "beweerd verteld aangekondigd "
        "toegegeven beloofd geëist benadrukt laten_weten uitgelegd toegezegd besloten"
        " aangegeven herhaald opgemerkt"
    ),
    auxiliaries="heeft hebben had hadden",
    denying="ontkent ontkende ontkenden ontkennen ontkend",
    that="dat of",
    according="volgens aldus blijkens",
    pronouns="hij zij ze",
    articles="de het een dit deze die 't",
    possessives="zijn haar hun",
    linking="van de het der den voor uit en bij in",
    adjuncts="uit in op bij tijdens na voor tegen aan met over sinds via door om naar "
    "tegenover vandaag gisteren onder vlak",
    adverbs=(
        "gisteren vandaag ook echter daarnaast wel nu toen dan later maandag dinsdag "
        "woensdag donderdag vrijdag "
        "zaterdag zondag verder nog al niet wel inmiddels daarom overigens er dat "
        "zich eerder juist daarbij vooral"
    ),
    conjunctions="en maar want of dus",
    relatives="die dat wie waar wiens",
    ends="terwijl hoewel maar die waarbij aldus zo nadat ook want wat waardoor en_dat",
    titles=(
        "burgemeester minister premier wethouder directeur voorzitter woordvoerder "
        "woordvoerster commissaris "
        "officier advocaat rechter hoogleraar onderzoeker onderzoekster arts "
        "huisarts staatssecretaris kamerlid "
        "raadslid bestuurder eigenaar eigenares boer boerin bewoner bewoonster "
        "econoom historicus professor koning "
        "koningin bisschop trainer coach schooldirecteur gedeputeerde "
        "fractievoorzitter lijsttrekker oprichter "
        "zegsman zegsvrouw ondernemer docent leraar viroloog bioloog president "
        "secretaris visser schipper"
    ),
    title_endings=(
        "meester",
        "voorzitter",
        "woordvoerder",
        "woordvoerster",
        "directeur",
        "minister",
        "deskundige",
        "leider",
        "onderzoeker",
        "advocaat",
        "secretaris",
        "bestuurder",
        "manager",
        "hoogleraar",
        "wethouder",
        "loog",
        "expert",
        "boer",
        "chef",
    ),
    bodies=(
        "politie regering ministerie gemeente provincie rechtbank bedrijf vakbond "
        "vereniging partij commissie raad "
        "rapport onderzoekers brandweer justitie om rivm kabinet waterschap college "
        "oppositie bewoners bond stichting "
        "ggd cbs knmi autoriteiten inspectie"
    ),
    honorifics="dhr mevr mevrouw meneer dr prof",
    anybody="politicus politica bestuurder bewindsman bewindsvrouw minister advocaat "
    "ondernemer",
    finite="is zijn was waren heeft hebben had hadden wordt worden werd werden kan "
    "kunnen moet moeten zal zullen gaat gaan blijft bleef staat ligt komt kwam "
    "zou zouden mag stijgt steeg daalde",
    verb_second=True,
    telling=(
        "de het een van en in is dat op te zijn niet met voor er aan die maar ook "
        "bij om door naar hij heeft "
        "nog wordt werd was ze uit over zegt volgens als dan geen wel"
    ),
    letters="ĳ",
)

POLISH = Language(
    "pl",
    verbs=(
        "powiedział powiedziała powiedzieli mówi mówią mówił mówiła mówili "
        "oświadczył oświadczyła oświadczyli "
        "oświadczyło stwierdził stwierdziła stwierdzili stwierdza stwierdzają dodał "
        "dodała dodali dodaje dodają "
        "podkreślił podkreśliła podkreśla podkreślają zaznaczył zaznaczyła zaznacza "
        "wyjaśnił wyjaśniła wyjaśnia "
        "wyjaśniają tłumaczy tłumaczą tłumaczył tłumaczyła poinformował "
        "poinformowała poinformowali poinformowało "
        "informuje informują zapewnił zapewniła zapewnia zapewniają zapowiedział "
        "zapowiedziała zapowiada zapowiadają "
        "przyznał przyznała przyznaje przyznają twierdzi twierdzą twierdził "
        "twierdziła zaprzeczył zaprzeczyła "
        "zaprzecza zaprzeczają zdementował zdementowała dementuje ostrzega "
        "ostrzegają ostrzegł ostrzegła napisał "
        "napisała napisali pisze piszą odpowiedział odpowiedziała odpowiada "
        "odpowiadają pyta pytał pytała zapytał "
        "przekonuje przekonują przekonywał przekonywała uważa uważają ocenił oceniła "
        "ocenia oceniają skomentował "
        "skomentowała komentuje przekazał przekazała przekazali przekazało ujawnił "
        "ujawniła potwierdził potwierdziła "
        "potwierdza potwierdzają zauważa zauważył zauważyła przypomina przypomniał "
        "przypomniała alarmuje alarmują "
        "żali_się skarży_się skarżą_się narzeka apeluje zaapelował zaapelowała "
        "domaga_się domagają_się opowiada "
        "opowiadał relacjonuje wskazuje wskazują wskazał wskazała wspomina kwituje "
        "szacuje szacują ogłosił ogłosiła "
        "obiecał obiecała obiecuje liczy przewiduje orzekł zarzuca obawia_się "
        "obawiają_się denerwuje_się odparł "
        "odparła rzucił rzuciła podsumował podsumowała podsumowuje pokazuje pokazują "
        "pokazał wynika nie_ukrywa "
        "nie_kryje nie_kryje_oburzenia nie_kryje_złości nie_kryje_żalu "
        "nie_kryje_zdziwienia nie_kryje_rozczarowania deklaruje zadeklarował "
        "zadeklarowała"
        " podał podała podało podali podaje podają argumentował argumentowała"
        " argumentowali argumentuje argumentują sugerował sugerowała sugeruje"
        " sugerują zasugerował zasugerowała uznał uznała uznało uznali"
        " utrzymuje utrzymują utrzymywał utrzymywała sądzi sądzą wierzy wierzą"
        " powtórzył powtórzyła powtarza dowodził dowodziła dowodzi zastrzegł"
        " zastrzegła zastrzega donosi donoszą doniósł doniosła skarżył_się"
        " skarżyła_się skarżyli_się zwrócił_uwagę zwróciła_uwagę zwraca_uwagę"
        " ma_nadzieję mają_nadzieję"
    ),
    denying="zaprzeczył zaprzeczyła zaprzecza zaprzeczają zdementował zdementowała "
    "dementuje",
    that="że iż czy żeby aby dlaczego",
    that_denied="że iż by jakoby aby żeby",
    according="według zdaniem jak_wynika_z w_ocenie w_opinii jak_podaje jak_podała "
    "jak_poinformował jak_poinformowała",
    pronouns="on ona oni one",
    possessives="jego jej ich swój",
    linking="w we i z ze ds. do na",
    adjuncts=(
        "w we na podczas po przed wczoraj dziś dzisiaj dla przez do od u nad pod z "
        "ze przy poniedziałek wtorek "
        "środę czwartek piątek sobotę niedzielę za o ws."
    ),
    adverbs=(
        "wczoraj dziś dzisiaj także też również jednak natomiast z_kolei ponadto "
        "teraz potem wcześniej następnie "
        "już nie stanowczo wprost krótko tymczasem z_przekąsem jeszcze więc zaś "
        "m.in. właśnie się"
    ),
    conjunctions="i a ale oraz lecz jednak więc",
    relatives="który która które którzy którego której co",
    ends="który która które którzy ale podczas choć mimo natomiast co i_dodał "
    "i_dodała dodając podkreślając gdzie jednak czym",
    titles=(
        "burmistrz prezydent premier minister wójt starosta radny radna dyrektor "
        "dyrektorka rzecznik rzeczniczka "
        "prezes prezeska przewodniczący przewodnicząca prokurator adwokat mecenas "
        "sędzia poseł posłanka senator "
        "senatorka wojewoda marszałek komendant kierownik kierowniczka profesor "
        "prof. dr doktor lekarz lekarka "
        "ekspert ekspertka ekonomista ekonomistka historyk badacz badaczka szef "
        "szefowa sekretarz wiceminister "
        "wiceprezydent wiceburmistrz generał pułkownik kapitan biskup papież trener "
        "trenerka właściciel właścicielka "
        "mieszkaniec mieszkanka rolnik rolniczka sołtys sołtyska nauczyciel "
        "nauczycielka działacz działaczka "
        "współwłaściciel przedsiębiorca hydrolog biolog pielęgniarka aspirant "
        "podkomisarz nadkomisarz komisarz młodszy kom. asp. st. mł. nadkom. bryg. "
        "kpt. europoseł leśniczy pełnomocnik obrońca"
    ),
    title_endings=(
        "niczka",
        "istka",
        "ysta",
        "ista",
        "lożka",
        "arka",
        "log",
        "dawca",
        "ekspert",
    ),
    bodies=(
        "policja rząd ministerstwo prokuratura sąd urząd gmina powiat spółka firma "
        "związek stowarzyszenie partia "
        "komisja rada raport instytut agencja opozycja straż inspekcja miasto "
        "szpital mieszkańcy eksperci rolnicy "
        "związkowcy naukowcy badacze śledczy strażacy policjanci imgw gus nik pkp "
        "resort"
    ),
    honorifics="pan pani",
    anybody="polityk urzędnik samorządowiec naukowiec szef resortu",
    finite="jest są był była było były będzie będą ma mają miał miała może mogą musi "
    "muszą został została zostały",
    comma_that=True,
    drops=True,
    telling=(
        "w z na i się że nie do jest o po od dla przez jak ale był był była są za to "
        "też już tym ich jego "
        "tylko roku oraz przy co który która które został została przed pod"
    ),
    letters="łąęśżźćń",
)

_NORDIC_ENDS = "som där vilket men medan och_att enligt efter eftersom"

SWEDISH = Language(
    "sv",
    verbs=(
        "säger sade sa berättar berättade skriver skrev förklarar förklarade menar "
        "menade anser ansåg hävdar hävdade "
        "uppger uppgav varnar varnade betonar betonade bekräftar bekräftade förnekar "
        "förnekade dementerar dementerade "
        "medger medgav erkänner erkände tillbakavisar tillbakavisade påpekar "
        "påpekade tycker tyckte tror trodde "
        "befarar befarade hoppas hoppades svarar svarade frågar frågade undrar "
        "undrade kräver krävde lovar lovade "
        "konstaterar konstaterade visar visade meddelar meddelade tillägger "
        "understryker "
        "underströk försäkrar försäkrade klagar "
        "suckar kommenterar kommenterade kritiserar kritiserade bedömer bedömde "
        "uppskattar räknar slår_fast slog_fast "
        "lägger_till lade_till pekar_på påstår påstod rapporterar rapporterade minns "
        "ropar ropade nekar nekade bestrider bestred beslutade rasar utbrister "
        "konstaterat"
        " tillade upprepar upprepade"
    ),
    participles="sagt berättat skrivit förklarat menat hävdat uppgett uppgivit varnat "
    "bekräftat förnekat dementerat medgett medgivit erkänt påpekat krävt lovat "
    "meddelat konstaterat tillbakavisat beslutat påstått bestridit",
    auxiliaries="har hade",
    denying="förnekar förnekade förnekat dementerar dementerade dementerat "
    "tillbakavisar "
    "tillbakavisade tillbakavisat nekar nekade bestrider bestred bestridit",
    that="att om",
    according="enligt",
    pronouns="han hon de hen",
    articles="den det de en ett denna detta dessa",
    possessives="hans hennes deras sin sitt sina",
    linking="på i för från av och vid till hos med",
    adjuncts="i på vid under efter inför till med om hos via från för sedan när",
    adverbs=(
        "i_dag idag i_går igår också dock nu då däremot samtidigt vidare sedan även "
        "inte måndagen tisdagen onsdagen "
        "torsdagen fredagen lördagen söndagen därför alltså nyligen tidigare "
        "bland_annat själv ju redan"
    ),
    conjunctions="och men eller utan",
    relatives="som vars vilken vilket där",
    ends=_NORDIC_ENDS,
    titles=(
        "borgmästare statsminister minister ordförande rektor talesperson talesman "
        "taleskvinna generaldirektör "
        "direktör chef åklagare advokat domare professor forskare läkare kommunalråd "
        "oppositionsråd partiledare "
        "riksdagsledamot landshövding ägare bonde lantbrukare ekonom historiker "
        "överläkare presschef polischef vd "
        "förundersökningsledare enhetschef socialdirektör kung drottning biskop "
        "tränare förbundskapten lärare krögare grundare"
    ),
    title_endings=(
        "minister",
        "ordförande",
        "chef",
        "chefen",
        "direktör",
        "direktören",
        "talesperson",
        "talespersonen",
        "talesman",
        "ledare",
        "ledaren",
        "ledamot",
        "råd",
        "rådet",
        "forskare",
        "forskaren",
        "läkare",
        "läkaren",
        "professor",
        "åklagare",
        "åklagaren",
        "advokat",
        "mästare",
        "mästaren",
        "expert",
        "experten",
        "ekonom",
        "rektor",
        "rektorn",
        "ministern",
        "ägare",
        "ägaren",
        "sekreterare",
        "strateg",
        "nomen",
        "loggen",
        "log",
        "logen",
    ),
    bodies=(
        "polisen regeringen kommunen regionen myndigheten nämnden företaget bolaget "
        "facket förbundet partiet "
        "länsstyrelsen rapporten utredningen domstolen åklagaren skolinspektionen "
        "forskarna oppositionen föreningen verket"
    ),
    anybody="politikern ministern mannen kvinnan",
    finite="är var har hade kan kunde ska skulle blir blev får fick måste finns fanns "
    "går gick kommer kom vill ville ligger låg står stod ökar ökade minskade",
    verb_second=True,
    telling="och att det som en på är av för med den till har inte ett om var från men "
    "kan ska vi jag de när sig så säger enligt också nu i",
    letters="åäö",
)

DANISH = Language(
    "da",
    verbs=(
        "viser viste siger sagde fortæller fortalte skriver skrev forklarer "
        "forklarede mener "
        "mente oplyser oplyste advarer "
        "advarede understreger understregede bekræfter bekræftede afviser afviste "
        "benægter benægtede erkender "
        "erkendte indrømmer indrømmede påpeger påpegede tror troede frygter frygtede "
        "håber svarer svarede spørger "
        "spurgte kræver krævede lover lovede konstaterer konstaterede meddeler "
        "meddelte tilføjer tilføjede "
        "vurderer vurderede kalder kritiserer hævder hævdede lyder lød slår_fast "
        "slog_fast"
    ),
    participles="sagt fortalt skrevet forklaret oplyst advaret bekræftet afvist "
    "benægtet "
    "erkendt indrømmet krævet lovet meddelt udtalt",
    auxiliaries="har havde",
    denying="afviser afviste afvist benægter benægtede benægtet",
    that="at om",
    according="ifølge",
    pronouns="han hun de",
    articles="den det de en et denne dette",
    possessives="hans hendes deres sin sit",
    linking="på i for fra af og ved til hos",
    adjuncts="i på ved under efter til med om hos via fra for da mandag tirsdag onsdag "
    "torsdag fredag lørdag søndag",
    adverbs="også dog nu da derimod samtidig ikke derfor altså tidligere selv jo "
    "allerede så mandag tirsdag onsdag torsdag fredag lørdag søndag",
    conjunctions="og men eller",
    relatives="som der hvis hvor",
    ends="som der hvor men mens og_at ifølge efter fordi hvilket",
    titles="borgmester statsminister minister formand forkvinde rektor talsmand "
    "talsperson direktør chef anklager advokat dommer professor forsker læge "
    "partileder ejer landmand økonom overlæge konge dronning biskop træner lærer",
    title_endings=(
        "minister",
        "formand",
        "forkvinde",
        "chef",
        "chefen",
        "direktør",
        "direktøren",
        "talsmand",
        "ordfører",
        "leder",
        "lederen",
        "medlem",
        "forsker",
        "forskeren",
        "læge",
        "lægen",
        "professor",
        "mester",
        "mesteren",
        "ekspert",
        "økonom",
        "rektor",
        "ministeren",
        "ejer",
        "formanden",
        "inspektør",
    ),
    bodies="politiet regeringen kommunen regionen ministeriet selskabet virksomheden "
    "partiet rapporten retten oppositionen foreningen styrelsen",
    anybody="politikeren ministeren manden kvinden",
    finite="er var har havde kan kunne skal skulle bliver blev får fik må måtte findes "
    "går gik kommer kom vil ville ligger lå står stod",
    verb_second=True,
    telling="og at det som en på er af for med den til har ikke et om var fra men kan "
    "skal vi jeg de når sig så siger ifølge også nu der af blev efter hvor i",
    letters="æøå",
)

NORWEGIAN = Language(
    "no",
    verbs=(
        "viser viste sier sa forteller fortalte skriver skrev forklarer forklarte "
        "mener mente "
        "opplyser opplyste advarer advarte "
        "understreker understreket bekrefter bekreftet avviser avviste benekter "
        "benektet erkjenner erkjente innrømmer "
        "innrømmet påpeker påpekte tror trodde frykter fryktet håper svarer svarte "
        "spør spurte krever krevde lover "
        "lovet konstaterer konstaterte melder meldte legger_til la_til vurderer "
        "kaller kritiserer hevder hevdet slår_fast slo_fast"
    ),
    participles="sagt fortalt skrevet forklart opplyst advart bekreftet avvist "
    "benektet "
    "erkjent innrømmet krevd lovet meldt uttalt",
    auxiliaries="har hadde",
    denying="avviser avviste avvist benekter benektet",
    that="at om",
    according="ifølge",
    pronouns="han hun de",
    articles="den det de en et ei denne dette",
    possessives="hans hennes deres sin sitt",
    linking="på i for fra av og ved til hos",
    adjuncts="i på ved under etter til med om hos via fra for da mandag tirsdag onsdag "
    "torsdag fredag lørdag søndag",
    adverbs="også likevel nå da derimot samtidig ikke derfor altså tidligere selv jo "
    "allerede mandag tirsdag onsdag torsdag fredag lørdag søndag",
    conjunctions="og men eller",
    relatives="som der hvor",
    ends="som der hvor men mens og_at ifølge etter fordi noe",
    titles="ordfører statsminister minister leder rektor talsperson talsmann direktør "
    "sjef aktor advokat dommer professor forsker lege partileder eier bonde "
    "økonom overlege konge dronning biskop trener lærer",
    title_endings=(
        "minister",
        "ordfører",
        "sjef",
        "sjefen",
        "direktør",
        "direktøren",
        "talsmann",
        "leder",
        "lederen",
        "medlem",
        "forsker",
        "forskeren",
        "lege",
        "legen",
        "professor",
        "ekspert",
        "økonom",
        "rektor",
        "ministeren",
        "eier",
        "representant",
        "advokat",
    ),
    bodies="politiet regjeringen kommunen fylkeskommunen departementet selskapet "
    "partiet rapporten retten opposisjonen foreningen direktoratet",
    anybody="politikeren ministeren mannen kvinnen",
    finite="er var har hadde kan kunne skal skulle blir ble får fikk må måtte finnes "
    "går gikk kommer kom vil ville ligger lå står sto",
    verb_second=True,
    telling="og at det som en på er av for med den til har ikke et om var fra men kan "
    "skal vi jeg de når seg så sier ifølge også nå etter ble hvor noe i",
    letters="æøå",
)

RUSSIAN = Language(
    "ru",
    verbs=(
        "сказал сказала сказали говорит говорят говорил говорила заявил заявила "
        "заявили заявляет заявляют отметил "
        "отметила отметили отмечает отмечают подчеркнул подчеркнула подчеркивает "
        "подчёркивает сообщил сообщила "
        "сообщили сообщило сообщает сообщают добавил добавила добавили добавляет "
        "пояснил пояснила пояснили поясняет "
        "объяснил объяснила объясняет объясняют написал написала пишет считает "
        "считают полагает полагают утверждает "
        "утверждают утверждал утверждала отрицает отрицают отрицал отрицала опроверг "
        "опровергла опровергли "
        "опровергает отверг отвергла подтвердил подтвердила подтвердили подтверждает "
        "ответил ответила ответили "
        "отвечает признал признала признали признает признаёт признался призналась "
        "предупредил предупредила "
        "предупредили предупреждает предупреждают уточнил уточнила уточнили уточняет "
        "рассказал рассказала рассказали "
        "рассказывает рассказывают объявил объявила пообещал пообещала обещает "
        "обещают заверил заверила заверяет "
        "возмущается возмутился возмутилась сетует жалуется жалуются напомнил "
        "напомнила напоминает указал указала "
        "указали указывает указывают показал показала показало спросил спросила "
        "интересуется настаивает настаивают "
        "уверен уверена уверены убежден убеждена надеется надеются опасается "
        "опасаются вспоминает вспоминают "
        "прокомментировал прокомментировала комментирует резюмировал резюмировала "
        "заключил заключила прогнозирует "
        "потребовал потребовала требует требуют призвал призвала выяснил выяснила "
        "выяснили установил установила "
        "установили оценил оценила парировал парировала посетовал посетовала "
        "констатировал констатировала говорится "
        "следует передает передаёт пришел_к_выводу пришла_к_выводу пришли_к_выводу "
        "пришло_к_выводу делится "
        "поделился поделилась подытожил подытожила не_исключил не_исключила "
        "не_исключает высказал"
        " обещал обещала обещали заметил заметила заметили замечает замечают"
        " выразил_мнение выразила_мнение выразил_надежду выразила_надежду"
        " обратил_внимание обратила_внимание уверяет уверяют уверял уверяла"
        " пожаловался пожаловалась пожаловались допустил допустила допускает"
    ),
    denying="отрицает отрицают отрицал отрицала опроверг опровергла опровергли "
    "опровергает отверг отвергла",
    that="что будто чтобы как",
    according="по_словам по_данным по_мнению по_информации согласно по_оценке "
    "по_оценкам "
    "по_версии по_сведениям по_подсчетам по_подсчётам как_сообщает "
    "как_сообщили_в как_сообщил как_сообщила со_слов",
    pronouns="он она они",
    possessives="его ее её их",
    linking="по в и на при с",
    adjuncts=(
        "в во на после перед для при через по накануне журналистам изданию газете "
        "агентству порталу корреспонденту "
        "сегодня вчера понедельник вторник среду четверг пятницу субботу воскресенье "
        "из о об от"
    ),
    adverbs=(
        "вчера сегодня также тоже однако при_этом кроме_того позже ранее затем тогда "
        "уже еще ещё не накануне "
        "теперь между_тем впрочем далее поэтому это нам там тут здесь же "
        "в_свою_очередь ему ей им"
    ),
    conjunctions="и а но однако да или",
    relatives="который которая которые которое которого которой кто где",
    ends="который которая которые которое однако при добавил добавила отметив "
    "подчеркнув уточнив хотя передает передаёт сообщает пишет поэтому где добавив",
    titles=(
        "мэр президент премьер премьер-министр министр губернатор глава депутат "
        "сенатор директор генерал полковник "
        "пресс-секретарь представитель представительница адвокат эксперт врач "
        "вице-мэр вице-губернатор вице-премьер "
        "заместитель замглавы замминистра спикер прокурор судья следователь "
        "начальник председатель профессор ученый "
        "учёный экономист историк аналитик политолог эколог гидролог руководитель "
        "ректор тренер владелец владелица "
        "житель жительница фермер учитель учительница активист активистка "
        "гендиректор чиновник юрист координатор "
        "основатель педагог инженер секретарь посол советник уполномоченный "
        "омбудсмен главврач патриарх епископ "
        "капитан майор рыбак предприниматель сотрудник сотрудница"
    ),
    title_endings=("ница", "ист", "истка", "олог", "тель", "тельница"),
    bodies=(
        "полиция правительство министерство прокуратура суд администрация мэрия "
        "компания предприятие следствие профсоюз партия "
        "комиссия совет ведомство институт агентство оппозиция мчс мвд минздрав "
        "минобороны росстат кремль эксперты "
        "ученые учёные жители следователи власти палата служба пресс-служба центр "
        "фонд опрос управление комитет банк завод"
    ),
    honorifics="господин госпожа г-н г-жа",
    anybody="чиновник чиновница политик депутат собеседник собеседница глава_региона "
    "градоначальник парламентарий эксперт",
    finite="был была было были есть будет будут может могут должен должны стал стала "
    "является",
    comma_that=True,
    telling="и в не на что с по как из за он это для к от его так но все о после уже "
    "году при до также был была было она они",
    letters="ыэъё",
)

UKRAINIAN = Language(
    "uk",
    verbs=(
        "сказав сказала сказали каже кажуть говорить говорять заявив заявила заявили "
        "заявляє зазначив зазначила "
        "зазначили зазначає зазначають наголосив наголосила наголосили наголошує "
        "підкреслив підкреслила підкреслює "
        "повідомив повідомила повідомили повідомляє повідомляють додав додала додали "
        "додає пояснив пояснила пояснили "
        "пояснює пояснюють написав написала пише вважає вважають стверджує "
        "стверджують заперечив заперечила "
        "заперечили заперечує заперечують спростував спростувала спростували "
        "підтвердив підтвердила підтвердили "
        "підтверджує відповів відповіла відповіли визнав визнала визнали визнає "
        "попередив попередила попередили "
        "попереджає попереджають уточнив уточнила розповів розповіла розповіли "
        "розповідає розповідають оголосив "
        "оголосила пообіцяв пообіцяла обіцяє запевнив запевнила запевняє обурюється "
        "нарікає скаржиться скаржаться нагадав "
        "нагадала нагадує вказав вказала вказує запитав запитала переконаний "
        "переконана переконує сподівається "
        "побоюється згадує прокоментував прокоментувала вимагає вимагають закликав "
        "закликала йдеться показало показав "
        "дійшла_висновку дійшов_висновку дійшли_висновку не_виключив не_виключає "
        "зауважив зауважила констатував"
        " стверджував стверджувала стверджували наполягає наполягають відзначив"
        " відзначила відзначає припустив припустила припускає"
    ),
    denying="заперечив заперечила заперечили заперечує заперечують спростував "
    "спростувала спростували",
    that="що щоб ніби як",
    according="за_словами за_даними на_думку за_інформацією згідно_з за_оцінками "
    "за_оцінкою за_версією як_повідомляє як_повідомили_в",
    pronouns="він вона вони",
    possessives="його її їх їхній",
    linking="з в у і й та на при із",
    adjuncts="в у на після перед для при через журналістам виданню сьогодні вчора "
    "понеділок вівторок середу четвер п'ятницю суботу неділю із зі до під",
    adverbs="вчора сьогодні також теж однак проте при_цьому крім_того пізніше раніше "
    "потім тоді вже ще не тепер тим_часом далі тому це нам тут там же "
    "у_свою_чергу",
    conjunctions="і й а але та однак проте або",
    relatives="який яка які яке якого якої хто де",
    ends="який яка які яке однак проте додав додала зазначивши наголосивши хоча "
    "передає повідомляє пише тому де додавши",
    titles=(
        "мер президент прем'єр прем’єр прем'єр-міністр міністр міністерка губернатор "
        "голова депутат депутатка директор "
        "директорка генерал полковник речник речниця представник представниця "
        "адвокат адвокатка експерт експертка "
        "лікар лікарка заступник заступниця прокурор суддя слідчий начальник "
        "керівник керівниця професор професорка "
        "науковець економіст історик аналітик політолог еколог ректор тренер власник "
        "власниця житель жителька "
        "мешканець мешканка фермер вчителька учитель активіст активістка чиновник "
        "юрист координатор координаторка "
        "засновник секретар посол радник омбудсмен очільник очільниця командир майор "
        "капітан волонтерка волонтер пресофіцер"
    ),
    title_endings=("ниця", "истка", "ист", "іст", "олог", "ологиня", "тель", "телька"),
    bodies=(
        "поліція уряд міністерство прокуратура суд адміністрація мерія компанія "
        "підприємство профспілка партія комісія "
        "рада відомство інститут агентство опозиція дснс мвс моз експерти науковці "
        "жителі мешканці влада служба "
        "пресслужба центр фонд опитування управління комітет банк генштаб набу сбу"
    ),
    honorifics="пан пані",
    anybody="чиновник політик депутат очільник посадовець експерт",
    finite="був була було були є буде будуть може можуть повинен мають має став стала",
    comma_that=True,
    telling="і в не на що з по як із за він це для до від його так але про та й у "
    "після "
    "вже року при також був була було вона вони який які",
    letters="іїєґ",
)

#: Of these only what the tables of others do not have: they have readers of their own.
ARABIC = Language(
    "ar",
    verbs=(
        "قال قالت قالوا تقول يقول يقولون أعلن أعلنت يعلن أوضح أوضحت يوضح توضح أكد "
        "أكدت أكّد أكّدت يؤكد تؤكد ذكر ذكرت يذكر "
        "أضاف أضافت يضيف تضيف ترى يرى حذّر حذر حذّرت حذرت يحذر تحذر نفى نفت ينفي "
        "تنفي زعم زعمت اعتبر اعتبرت يعتبر أشار أشارت يشير تشير "
        "كشف كشفت شدد شددت شدّد شدّدت يشدد كتب كتبت ردّ ردّت رد ردت صرح صرّح صرحت "
        "صرّحت أفاد أفادت لفت لفتت بيّن بيّنت أبلغ "
        "أبلغت اعترف اعترفت توقع توقعت يتوقع رأى رأت يعتقد تعتقد تابع تابعت روى روت "
        "يروي تروي تساءل تساءلت علق علّق علقت وعد وعدت "
        "تعهد تعهدت طالب طالبت دعا دعت أقر أقرت أقرّ أقرّت استبعد استبعدت نقل نقلت "
        "ادعى ادعت اشتكى اشتكت أظهر أظهرت قدّر قدر قدرت رجح رجحت رجّح"
    ),
    denying="نفى نفت ينفي تنفي استبعد استبعدت",
    that="أن إن أنّ إنّ أنه أنها إنه إنها أنهم إنهم أنّه أنّها إنّه إنّها بأن بأنه بأنها",
    according="بحسب وبحسب وفق ووفق وفقا_ل وفقاً_ل ووفقا_ل ووفقاً_ل حسب وحسب",
    that_denied="أن إن أنّ إنّ أنه أنها إنه إنها وجود صحة أي وقوع حدوث تعرض مسؤولية "
    "ضلوع "
    "مشاركة نيته نيتها علمه",
    ends="وذلك مضيفا مضيفة مضيفاً مؤكدا مؤكدة مؤكداً مشيرا مشيرة مشيراً مطالبا مطالبة "
    "مطالباً موضحا موضحة محذرا معتبرا التي الذي فيما لكن لكنه لكنها بينما حسب "
    "وفق بحسب داعيا داعية لافتا رغم وهو وهي في_حين بعد قائلا",
    telling="من في على إلى عن أن إن التي الذي هذا هذه مع بعد قبل كان كانت ما لا",
)
TURKISH = Language(
    "tr",
    titles=(
        "başkanı başkan bakanı bakan müdürü müdür sözcüsü sözcü uzmanı uzman üyesi "
        "valisi vali kaymakamı "
        "milletvekili genel_başkanı cumhurbaşkanı başbakan profesör prof dr doktor "
        "doç avukat av öğretmen "
        "tüccar çiftçi muhtarı muhtar temsilcisi yöneticisi yönetici sekreteri "
        "mühendis mühendisi ekonomist "
        "esnaf lideri lider direktör antrenör savcı öğrenci öğrencisi savcısı hakim "
        "rektörü rektör "
        "dekanı sahibi "
        "işletmecisi yardımcısı vekili komutanı "
        "antrenörü teknik_direktörü direktörü koordinatörü şefi kaptanı gazeteci "
        "yazar üretici üreticisi balıkçı "
        "genel_sekreteri danışmanı büyükelçisi hekim hekimi hemşire "
        "öğretim_görevlisi ceo'su amiri kurucusu işçi emekli bey hanım"
    ),
    pronouns="o onlar kendisi",
    telling=(
        "ve bir bu için da de ile olarak olduğunu dedi çok daha en kadar sonra gibi "
        "ise ya var yok yüzde söyledi "
        "belirtti göre her ne olan olduğu değil ama ancak yeni büyük eden üzerine "
        "tarafından etti edildi şöyle konuştu diye"
    ),
    letters="ğışİ",
)
CHINESE = Language("zh")
JAPANESE = Language("ja")

#: All of them that are written in Latin letters, and those in others.
LATIN = (
    GERMAN,
    FRENCH,
    SPANISH,
    ITALIAN,
    PORTUGUESE,
    DUTCH,
    POLISH,
    SWEDISH,
    DANISH,
    NORWEGIAN,
    TURKISH,
)
