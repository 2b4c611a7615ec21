"""Stretches that are not the article: credits, teasers, datelines, repeated lines.

They are proposed as regions, in which nothing is suggested; nothing is taken away.
"""

import re
from collections.abc import Iterator

from workbench.spans import Fragment
from workbench.suggest import figures, lexicon
from workbench.suggest.foreign import furniture
from workbench.suggest.foreign.languages import Language
from workbench.suggest.foreign.telling import language_of
from workbench.suggest.suggestion import Region
from workbench.text import lines

#: What is longer is a paragraph, whatever it begins with.
_LONGEST_NOTE = 220

_SHARED_ON = (
    r"facebook|twitter|x|whatsapp|e-?mail|copy(?: link)?|linkedin|reddit|telegram"
    r"|pinterest|messenger|print|share|link|threads|bluesky|flipboard|instagram"
    r"|youtube|tiktok|comments?|save|gift|follow|viber|vk|pocket|sms|tumblr|more"
)
#: Whole lines that outlets put between and behind their paragraphs, by rule.
_LINES = {
    "furniture": re.compile(
        r"(?:(?:story|article) continues (?:below|after)(?: (?:this |the )?"
        r"(?:advertisement|ad|video|photo))?"
        r"|(?:-+ ?)?(?:advertisements?|advertising|anzeige|werbung|publicité|publicidad"
        r"|реклама|إعلان|広告|sponsored(?: content)?|promoted|all news|latest headlines"
        r"|latest news|top stories|most (?:read|popular|viewed)|trending(?: now)?"
        r"|more (?:local |world |business |sports? )?(?:news|stories|headlines)"
        r"|recommended(?: for you)?|related(?: articles"
        r"| stories| topics| news)?|you (?:may|might) also (?:like|be interested in)"
        r"|comments?|share"
        r"(?: this(?: article| story)?)?|print|e-?mail|tags|topics|home|menu|search"
        r"|(?:e-?mail|save|kindly share|please share) this (?:article|story|post)"
        r"|allow content from [\w .’'-]{2,24}\?|enter your e-?mail(?: address)?"
        r"|about us|contact us|get in touch"
        r"|(?:media|image|video|photo) (?:caption|source)|story highlights|key points"
        r"|more on this(?: story| topic)?|(?:what to )?read next|around the web"
        r"|in brief"
        r"|also read|read also|see also|explained|staff (?:writer|reporter|and agenc"
        r"(?:y|ies))|(?:web|news|foreign|city) desk"
        r"|agencies"
        r"|(?:express )?news service(?:, \w+)?|our (?:staff )?(?:correspondent"
        r"|reporter)"
        r"|special report"
        r"|(?:explore more on|more about|related) (?:these |this )?topics?"
        r"|comments? \(\d+\)|\d+ (?:comments?|shares?)|share this|read(?:ing)? time"
        r"|(?:\d+ ?min(?:ute)?s?[. ]{1,2})?read(?:ing)? time(?:: ?\d+ ?min(?:ute)?s?)?"
        r"|play video|watch(?: live| now)?|copy link|loading|back to top|facebook"
        r"|twitter"
        r"|whatsapp|in this article|by (?:our )?(?:staff|correspondent|reporter)s?"
        r"|breaking news|read more|load more|show more|see more"
        r"|scroll (?:down|to continue)(?: for (?:video|more))?"
        r"|skip to (?:main )?content|terms of use|privacy policy|cookie policy"
        r"|about sharing|get (?:a )?short url|listen live|community standards\W*"
        r"(?:discussion)?|reuse this content|purchase licensing rights"
        r"|(?:skip past|after) newsletter promotion|(?:read|view|show|hide|post|leave"
        r"|add)(?: all| a)? comments?|the[ -]cnn[ -]wire|loading(?: (?:more|all))? "
        r"(?:comments?|content|player|video|article|stories|posts)"
        r"|part of (?:our |a )?(?:complete coverage on|series on)\b.{0,60}|\(?end\)?"
        r"|(?:toggle|hide) caption|enlarge this image|site ?map|most recent"
        r"|(?:our|editors?['’]?s?) picks|up next|(?:next|previous) (?:article|story)"
        r"|more (?:must-reads )?from .{2,40}|report (?:a typo|an error)"
        r"|(?:comments? ?\(?\d+\)?)|most read [a-z]+|recommended stories|end of list"
        r"|list \d+ of \d+\b.{0,120}|save articles to read later|leave a (?:reply"
        r"|comment)"
        r"|other (?:items|stories) (?:that may|you may|which may)\b.{2,40}|show more "
        r"stories"
        r"|your e-?mail address will not be published\b.*|(?:skip next section "
        r")?explore more"
        r"|share (?:on|via|by) [\w ]{1,20}|[\d ,.]{1,14}(?:views?|shares?|reads?)"
        r"|(?:(?:fact-checked|peer-reviewed publication|trusted source|proofread"
        r"|preprint)"
        r" ?){1,5}|view gallery|share or comment on this article|in the headlines"
        r"|the comments below have .{2,60}"
        r"|the content you requested\b.{2,80})"
        r"(?: ?[:.>»…–—-]*(?: ?(?:continue reading|scroll (?:down|to continue))"
        r"(?: below)?)?))[.…>»]*"
        # Where to share it, or where else to go: "Facebook X Email", "Home | World".
        rf"|(?:{_SHARED_ON})(?:[\s,|/•·]+(?:{_SHARED_ON})){{1,14}}"
        # And no results of a match: "Vessing 3 | Lirren 2 | Orm 1".
        r"|(?!(?:[^|\n]*\d ?\|){2})[^|.\n]{1,32}(?:\|[^|.\n]{1,32}){2,30}",
    ),
    "teaser": re.compile(
        r"[\[(]?(?:see also|you (?:may|might) also like|read (?:also|more|next)"
        r"|show more"
        r"|also read|more on this|related"
        r"|don['’]t miss|watch|listen|in pictures|recommended|further reading|more"
        r"|lesen sie auch|mehr zum thema"
        r"|(?:à )?lire aussi|lea también|leia também"
        r"|leggi anche|читайте также|читайте також|см\. также|اقرأ أيضاً|اقرأ أيضا"
        r"|إقرأ أيضاً)(?: ?[:|>»–—-]).*|read more(?=(?-i:[A-ZÀ-Þ])).*",
        re.IGNORECASE,
    ),
    "sign-up": re.compile(
        r"(?:(?:please )?(?:sign up|subscribe|follow us|join (?:us on|our)"
        r"|follow [\w .’'-]{2,40} on (?:x|twitter|facebook|instagram|bluesky|threads)"
        r"|download (?:our|the)|you can share|never miss|get (?:our|the latest|the day)"
        r"|click here|support our|become a (?:member|subscriber)|like us on"
        r"|jetzt abonnieren|abonnez-vous|suscríbete|подписывайтесь|підписуйтесь)\b.*"
        r"|to (?:read|see|continue)\b.{0,80}\b(?:subscribe|sign up|log in|register)\b.*"
        r"|(?:do you (?:know|have)|have you|are you|were you|got a)\b.*\?.{0,160}@.*"
        r"|support (?:us|[\w’' ]{3,40}) (?:or|and) become (?:a|our) (?:patron|member"
        r"|subscriber)s?!?|by signing up,? you agree\b.*"
        r"|have your say\b.*@.*|(?:anyone|if you (?:are|were|have been)) affected by"
        r" [\w ]{0,20}\bissues? [\w ]{0,10}in this (?:story|article|report)\b.*"
        r"|do not miss\b.*\bjoin us (?:on|at|for|in)\b.*|while you['’]re here"
        r"(?!.*\b(?:said|told|says|asked)\b)\b.*"
        r"|keep up (?:to date )?with (?:our|us|the latest|all the|breaking)\b.*"
        r"|(?:(?:daily|weekly|free|morning|evening|our) "
        r")*newsletters?\b.{0,100}(?<![.!?])"
        r"|(?:(?:daily|weekly|free|our) ){2,4}e-?mail\b"
        r"(?!.*\b(?:had|has|have|was|were|is|are|went|said)\b).{0,100}(?<![.!?])"
        r"|follow our [\w ’'-]{2,40} (?:channel|page|account|feed)\b.*"
        r"|in compliance with the \w+ standards?|join [\w’' -]{3,40} (?:channel"
        r"|newsletter)\b.*)",
    ),
    "rights": re.compile(
        r"(?:our standards ?:|this (?:document|content) is (?:subject to|protected by)"
        r" copyright\b|the thomson reuters trust principles|©|\(c\) ?\d"
        r"|copyright (?:©|\(c\)|\d)|.*\ball rights reserved\b"
        r"|.*\b(?:may|must) (?:not )?(?:be )?(?:reprint|republish|reproduce"
        r"|redistribute)(?:e?d)?\b.*\b(?:permission|consent|credit|report"
        r"|article|material)"
        r"|.*\b(?:material|article|content|report|story|copy|text)\b.{0,40}\bmay not be"
        r" (?:published|broadcast|rewritten|reproduced|copied|redistributed)\b).*",
    ),
    "byline": re.compile(
        r"(?:[Bb]y|BY)(?: (?:and|de|van|von|in|at|with|el|al|bin|ben|di|da|la"
        r"|(?:[ae]l-)?[A-ZÀ-Þ][\w'’-]*)\.?,?){1,16}"
        r"(?:,? [a-z -]{0,40}(?:correspondent|editor|reporter|writer|staff))?"
        r"(?: [|/-].*)?(?<!\.)"
        r"|(?:(?:(?:Additional|Further) )?(?:R|r)eporting|Written|Writing|Edited"
        r"|Editing"
        r"|Compiled|Translated|Text"
        r"|With(?: additional)? reporting|With (?:contributions|files|material))"
        r" (?:by|from)(?: (?:and|de|van|von|in|[A-ZÀ-Þ][\w'’-]*)"
        r"[.,;]?| (?:[Ww]riting|[Ee]diting|[Aa]dditional reporting) by){1,24}"
        r"|(?:[Pp]ublished|[Uu]pdated|[Pp]osted|[Ll]ast (?:updated|modified))\b[ :]"
        r"(?!.*\b(?:is|are|was|were|will|has|have|shows?|showed)\b|in \d{4}, "
        r"|(?:figures|data|numbers|estimates|results|rules|guidance|forecasts)\b)"
        r".{0,60}\d.{0,30}"
        r"(?:(?<!\.)|(?<=[ap]\.m\.))"
        r"|[Pp]osted by:? (?:(?:[A-ZÀ-Þ][\w.’'-]*|admin|staff|editor),? ?){1,5}"
        r"(?:.{0,40}\d.{0,30})?|[Pp]rovided by [A-ZÀ-Þ][^.]{2,60}"
        r"|(?:[Kk]eywords|[Rr]elated [Ii]tems) ?: ?.*"
        r"|(?:[Mm]ore information|[Cc]itation) ?: ?"
        r".*(?:https?:|www\.|\b(?:doi|DOI|et al|retrieved)\b|\(\d{4}).*"
        r"|[—–-] ?[Aa]dditional reporting by .{2,80}"
        r"|[A-ZÀ-Þ][\w .’'-]{3,50} can be reached (?:at|by)\b.*(?:@|\d[\d ().-]{6}).*"
        r"|(?:[Rr]each|[Cc]ontact|E-?mail) [A-ZÀ-Þ][\w.’'-]*(?: [A-ZÀ-Þ][\w.’'-]*){0,3}"
        r" (?:at|on|by|via)\b.*(?:@|\d[\d ().-]{6}).*"
        r"|[A-ZÀ-Þ][A-ZÀ-Þ ]{2,30}, [Uu]pdated ?[-–:].{0,60}\d.{0,30}"
        r"|(?:(?:[A-ZÀ-Þ][\w.’'-]*[,:]?|and|or|at|us|our|e-?mail:?|contact:?) ){0,8}"
        r"[^\s@“\"]+@[\w-]+\.[\w.]*\w"
        r"|\d{1,2}:\d{2}(?: ?(?:am|pm|gmt|utc|cet|msk))?,? .{0,30}\d{4}"
        r"|\d+ (?:min(?:ute)?s?|hours?) (?:read|ago)"
        r"|(?:[Ii]ssued|[Pp]osted|[Ff]iled|[Cc]reated|[Mm]odified|[Dd]ate)(?: on)? "
        r"?[:].{0,60}\d.{0,30}"
        r"|.{0,30}\b(?:updated|published|posted|modified) ?: ?.{0,40}\d{4}.{0,20}"
        r"|(?:source|sources|editors?|edited by|author|authors|reporter|producer|writer"
        r"|translator|photographer|Source|Sources|Editors?|Edited by|Author|Authors"
        r"|Reporter"
        r"|Producer|Writer|Translator)(?: ?: ?| (?=[A-ZÀ-Þ]))[^.!?]{2,60}"
        r"|By (?:[A-Z]\w+ )?[a-z][a-z ]{2,40}(?:reporter|correspondent|editor"
        r"|writer)(?: (?:[A-ZÀ-Þ][\w'’-]+|in)){1,6}"
        r"|[a-z]{2,4}(?:[/-][a-z]{2,4}){1,4}(?: \([A-Za-z, ]{2,24}\))?"
        r"|(?:doi|DOI|ISSN): ?\S+|.{4,40} covers .{4,80} (?:Reach|Contact"
        r"|Follow) .{4,160}"
        r"|(?:BBC News|CNN|Reuters|AFP|AP|PTI|ANI|IANS|UPI|TASS|Xinhua|Bloomberg"
        r"|Sky News)"
        r"(?:,? [A-Z][\w .-]{1,24}|(?: [A-Z]{2,4}){1,5})?"
        r"|[A-ZÀ-Þ][\w’'-]+"
        r"(?: and [A-ZÀ-Þ][\w’'-]+)? reported from [A-ZÀ-Þ][\w ,.-]{2,60}"
        r"(?:\. .{0,80}\b(?:contributed to this (?:report|story|article)|coverage)\b"
        r".{0,60})?"
        r"|[—–-] ?[Ww]ith (?:assistance|reporting|files|additional reporting)\b.*"
        r"|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? \d{1,2} [A-Z][a-z]{2,8} \d{4}\b"
        r".{0,30}"
        r"|(?:[A-ZÀ-Þ][\w'’.-]*(?: and|,)? ){1,8}"
        r"(?:(?!(?:is|was|are|were|has|as|an?|the)\b)[A-Z]?[a-z]+ ){0,3}"
        r"(?:[Ee]ditor|[Cc]orrespondent|[Rr]eporter"
        r"|[Ww]riter)(?: in [A-ZÀ-Þ][\w ]+)?"
        r"|(?:[A-ZÀ-Þ][\w'’.-]*,? |and |(?:staff|writers?|reporters?|correspondents?"
        r"|in) ){2,24}"
        r"(?:also )?contributed to this (?:report|story|article)\.?"
    ),
    "note": re.compile(
        r"(?:[•*] ?)?(?:this (?:article|story|report|piece|headline)"
        r"|an earlier version of this (?:article|story|report))"
        r" (?:was|has (?:not )?been|is|misstated|incorrectly|gave|originally|first)\b.*"
        r"|this (?:article|story|page) (?:includes|contains) content (?:provided by"
        r"|from|hosted)\b.*|\* ?(?:adds|updates|recasts|corrects)\b.{0,60}"
        r"\b(?:comments?|quotes?|details?|background|shares|reaction|context|analyst"
        r"|byline|paragraphs?)\b.{0,40}"
        r"|published in the (?:print|online) edition(?: of [^.]{2,60})?\.?"
        r"|(?-i:(?:[A-ZÀ-Þ][\w.'’-]* ){2,4})is an? (?:contributing|staff|freelance"
        r"|guest) (?:writer|editor|reporter|columnist|correspondent|journalist)"
        r"(?: (?:and|for|at|based|covering|with)\b[^“”\"]{0,160})?"
        r"(?:[“”\"].{0,120})?\.?"
        r"|\(?with (?:inputs?|reporting|material|files|agencies|additional reporting)"
        r"(?: (?:from|by|of|and)\b[^().]{0,60})?\)?|\(with [A-Z][\w ,&]{1,40}\)"
        r"|\((?:this (?:article|story|report)|adds?|updates?|recasts?|corrects?|writes?"
        r" through|refiles?)\b.*\)\.?"
        r"|(?:a version of this|this report by .{2,40} was first"
        r"|this content was published|originally published|first published"
        r"|this (?:article|story) first"
        r" appeared)\b.*"
        r"|(?:correction|clarification|editor['’]s note)s?(?: ?[:(]| "
        r"[\d/. -]{4,12}:).*",
        re.IGNORECASE,
    ),
    "image": re.compile(
        r"(?:image|video|media|photo) source, .*|(?:image|video|media|photo) caption,?"
        r"|[A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]+){0,3} ?/ ?(?:getty(?: images)?|afp"
        r"|reuters|ap"
        r"|epa|shutterstock|alamy|dpa|pa|anadolu|bloomberg|xinhua|tass)\b.{0,20}"
        r"|[A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]+)? ?/ ?[A-ZÀ-Þ][\w.’'-]+"
        r"(?: [A-ZÀ-Þ][\w.’'-]+){1,2}"
        r"|\((?:[A-ZÀ-Þ][\w’'-]* ?){1,3}: (?![^()]*\d[–-]\d)[^():]{2,60}\)"
        r"|\(edited by [^()]{2,60}\)"
        r"|\([A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]+){1,2} ?/ ?[A-ZÀ-Þ][\w .’'-]{1,40}\)"
        r"|(?:https?://|www\.)\S+|\S+\.(?:jpe?g|png|gif|webp|svg|mp4|pdf)"
        r"|(?:getty(?: images)?|afp|reuters|ap(?: photo)?|epa(?:-efe)?|shutterstock"
        r"|alamy|dpa|associated press)(?: ?[/|,] ?[\w .|/]{2,40})?"
        r"|\[?(?:image|img|photo|video|figure)\]?[ _:#]?\d*"
        r"|\d{2,5} ?[x×] ?\d{2,5}(?: ?px)?",
        re.IGNORECASE,
    ),
}
#: These are of small letters, which is quicker than to ask for both kinds.
_SMALL = frozenset(("furniture", "sign-up", "rights"))
#: What invites to sign up or to write, wherever it stands in its line.
_INVITES = re.compile(
    r"\b(?:sign up (?:to|for) our|subscribe (?:today|now)\b|sign up here\b|subscribe "
    r"to (?:our|the)"
    r"|follow us on"
    r"|our (?:free )?(?:newsletter|telegram channel|mailing list|morning letter))\b"
    r"|^(?!.*[“\"])(?=.*(?:@|\d[\d ]{5}|https?:|newsdesk|form below))"
    r".*\b(?:e-?mail|contact|text|whatsapp|call|message|write to) (?:us"
    r"|our [\w ]{3,20})\b",
    re.IGNORECASE,
)
#: "“You should subscribe now,” the seller told her" invites nobody.
_TELLS = re.compile(r"\b(?:said|says|told|asked)\b")
#: A line without one of these is none of that: to look for them is quick.
_INVITING = (
    *("sign up", "subscribe", "follow us", "our ", "@", "http", "newsdesk", "form b"),
    *("mail us", "contact us", "text us", "call us", "message us", "write to us"),
)
_OF_RIGHTS = (
    *("©", "(c)", "copyright", "reserved", "our standards", "trust principles"),
    *("may not", "reprint", "republish", "reproduce", "redistribut"),
)
_OF_CREDIT = (
    *(
        "photo",
        "picture",
        "image",
        "illustration",
        "graphic",
        "video",
        "credit",
        "foto",
    ),
    *("bild", "фото", "الصورة", "تصوير", "©", "/", "caption"),
)
_CREDIT = re.compile(
    r"[(\[](?-i:(?:[A-ZÀ-Þ][\w’'-]* ?){1,3}: (?:[A-ZÀ-Þ][\w.’'-]* ?){2,3})[)\]]$|"
    r"[(\[][^()\[\]\n]{2,40}/ ?(?:afp|ap|epa|getty|reuters|upi|tass|xinhua|bloomberg"
    r"|anadolu)\b"
    r"|[(\[](?:(?:file|photo|courtesy|supplied) ?: ?)?(?-i:[A-ZÀ-Þ][\w.’'-]+"
    r"(?: [A-ZÀ-Þ][\w.’'-]+){1,2} ?/ ?[A-ZÀ-Þ][\w .’'-]{1,40})[)\]]$"
    r"|^(?:image|media|video) caption, "
    r"|(?<![^\s|(\[])[(\[]?(?:(?:(?:file|handout|archive|stock|staff|listing|lead) )?"
    r"(?:photos?|pictures?|images?|photographs?|illustration|graphic|video|credits?"
    r"|foto|bild|crédit photo|фото|الصورة|تصوير)"
    r"(?: credits?| courtesy(?: of)?)?(?: ?(?::|\.{3})| by (?=[A-ZÀ-Þ]))|©"
    r"|(?<![\w,;:] )(?:afp|ap|epa|pa|dpa|getty|reuters|upi|tass|ria|xinhua|anadolu)"
    r"(?:(?: (?:photos?|pictures?|images?|file))+ ?[/|)\]]"
    r"|(?: (?:photos?|pictures?|images?|file))* ?/ ?(?=\w+ \w+[)\]]?\.?$)))",
    re.IGNORECASE,
)
_AGENCY = r"(?:\([^()\n]{2,30}\)|/[^/\n]{2,20}/)"
_MONTHS = (
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
    r" \d{1,2}(?:, \d{4})?"
)
_MONTHS = rf"(?:{_MONTHS}|\d{{1,2}} [A-Z][a-z]{{2,8}}(?: \d{{4}})?)"
_PLACE = r"[A-ZÀ-ÞА-Я][A-ZÀ-ÞА-Я .'’/-]{1,40}(?:, [A-Z][\w. ]{1,20})?"
_DATELINE = re.compile(
    rf"(?:[A-ZÀ-Þ][a-z]+(?: [A-ZÀ-Þ][a-z]+)?, {_MONTHS}:? {_AGENCY}(?=:? [A-ZÀ-Þ])"
    rf"(?!:? ?[—–-])"
    rf"|{_PLACE}(?:, {_MONTHS})?\.? {_AGENCY}|{_PLACE}, {_MONTHS}\.?(?: {_AGENCY})?"
    rf"|{_MONTHS} {_AGENCY}|{_AGENCY}"
    rf"|[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)? \([A-ZÀ-Þ][\w’' -]{{2,24}}\) "
    rf"\([A-Z]{{2,9}}\)"
    rf"(?= ?[—–-])"
    rf"|[A-ZÀ-Þ]{{3,}}(?:[ /-][A-ZÀ-Þ]{{2,}}){{0,3}}(?:, [A-Z][\w. ]{{1,24}}?)?"
    rf"(?= [—–-])"
    rf"|[A-ZÀ-Þ][\w.’'-]+(?:,? [A-Z][\w.’'-]+){{0,3}} \((?:[A-Z]{{2,9}}|Reuters"
    rf"|Xinhua|(?:[A-Z][\w’'-]+ ){{1,3}}(?:News|Press|Agency|Times|Post|Herald|Wire"
    rf"|Newswire|Network|Media|Radio|Review|Courier|Gazette|Globe|Tribune))\)"
    rf"(?= ?[—–-])|\(CNN\)(?=[A-Z ]))"
    r"[^\S\n]?(?:\.|[^\S\n]?[—–-]{1,2}(?=\s)|:|(?<=\(CNN\))"
    r"|(?<=[A-Z]\))(?=[^\S\n][A-Z]))"
)
#: A dateline on a line of its own: "ORMSTADT, 10 June (The Herald)".
_PLACED = re.compile(rf"{_PLACE}, {_MONTHS}\.?(?: {_AGENCY})?|{_PLACE} {_AGENCY}")
#: How often an agency has sent this: "UPDATE 2-Orm cuts outlook".
_WIRE = re.compile(r"(?:UPDATE|WRAPUP|RPT|REFILE|CORRECTED)(?: \d+)?-(?=\S)")
_AUTHOR_MARK = re.compile(
    r"[(\[](?:(?:Additional )?[Rr]eporting|Writing|Editing) by [^()\n]{1,200}[)\]]"
)
_PLACE_ALONE = re.compile(r"[A-ZÀ-Þ]{4,}(?:[ /-][A-ZÀ-Þ]+){0,2}")
_SECTION = re.compile(
    r"(?:(?:world, |news, |sports?, |business, )?(?:world|local|national|international"
    r"|business|political|sports?|breaking) )?(?:news"
    r"|world|politics|business|sports?|opinion|culture|science|health|tech(?:nology)?"
    r"|economy"
    r"|markets?|money|travel|lifestyle|entertainment|arts|education|environment|climate"
    r"|weather"
    r"|europe|asia|africa|americas|middle east|uk|us|u\.s\.|china|india|russia|ukraine"
    r"|explainers?"
    r"|features?|analysis|live|crime|courts?|law|protests|elections?|war|conflict"
    r"|society)",
    re.IGNORECASE,
)
#: Names and nothing else: "Ida Orm-Holm", "Ida Orm in Leeds and Bo Dahl".
_AUTHOR = re.compile(
    r"[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ]?[a-zà-ÿ]+)? (?:[A-ZÀ-Þ]\. |[A-ZÀ-Þ][a-zà-ÿ]{1,8} "
    r"|(?:de|van|von|al|bin|di|da)"
    r" ){0,2}[A-ZÀ-Þ][\w’']+(?:-[A-ZÀ-Þ]\w+)?"
    r"(?: in [A-ZÀ-Þ]\w+(?: [A-ZÀ-Þ]\w+)?)?(?:(?:,| and"
    r"|, and) [A-ZÀ-Þ][a-zà-ÿ]+(?: [A-ZÀ-Þ]\.)? [A-ZÀ-Þ][\w’'-]+"
    r"(?: in [A-ZÀ-Þ]\w+)?){0,4}(?:, [a-z ]{0,24}(?:correspondent|editor|reporter))?"
)
#: Before when somebody wrote: "Ida Orm — Tuesday, 18 November, 08:41".
_DASHES = (" — ", " – ", " - ", " | ")
_AUTHOR_AT = re.compile(rf"{_AUTHOR.pattern} at [A-ZÀ-Þ]\w+(?: [A-ZÀ-Þ]\w+)?")
_HEADLINES = re.compile(
    r"(?:read more (?:with|on|from) .{2,30}|in the headlines|most read(?: [a-z]+)?"
    r"|other (?:items|stories) .{2,40}"
    r"|(?:skip next section )?explore more|recommended stories|read (?:more|also)"
    r"|see also|also read|in other news|more "
    r"(?:must-reads )?from"
    r" .{2,40}|related (?:topics|stories|content)) ?:?"
    r"|more on this(?: story| topic)?|around the web|(?:what to )?read next|(?:latest"
    r"|related|more|top|other)\b.{0,20}\b(?:headlines|stories|news|articles)"
    r"|most (?:popular|viewed)|trending(?: now)?|recommended(?: for you)?"
    r"|you (?:may|might) also (?:like|be interested in):?",
    re.IGNORECASE,
)
#: Behind these stand a few words a line, each a link.
_TAGS = re.compile(r"(?:explore more on (?:these )?)?topics ?:?", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]")
_LONGEST_DATE = 100
_DIGIT = re.compile(r"\d")
_TOKEN = re.compile(r"[^\W\d_]+|\d+")
#: A line of nothing but these and numbers says when the article was published.
_WHEN = lexicon.listed(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu "
    "thur thurs fri sat sun am pm gmt utc bst est edt cst cdt mst mdt pst pdt cet cest "
    "msk ist aest aedt hkt sgt wat eat et p a m h of at on the last first updated "
    "update published posted edited modified created time date hours hrs hour minutes "
    "mins min ago read uhr st nd rd th stand"
) | {name.casefold() for name in (*figures.MONTHS, *furniture.WHEN)}


def regions(text: str) -> list[Region]:
    """The stretches of `text` that are not the article, in order, none overlapping."""
    found: list[Region] = []
    seen: set[str] = set()
    listing = tags = False
    language = language_of(text)
    inked = [line for line in lines(text) if text[line[0] : line[1]].strip()]
    for number, line in enumerate(inked):
        start, end = _inked(text, line)
        words = text[start:end]
        rule = _rule_of(words) or _head_of(words, number, len(inked))
        if rule is None and 0 < number < 5 and _AUTHOR_AT.fullmatch(words):
            # "Bo Holm at Dell Park": a byline where a date stands below.
            below = (
                text[slice(*_inked(text, inked[number + 1]))]
                if inked[number + 1 :]
                else ""
            )
            rule = "byline" if _is_dated(below) else None
        if rule is None and language is not None and len(words) <= _LONGEST_NOTE:
            rule = furniture.rule_of(words, language, number)
        inner = _dateline(text, start, end, number, language)
        credit = _credit(text, inner, end)
        body = text[start : credit if credit else end].strip()
        if rule is None and len(body) > 25 and body in seen:
            rule = "repeated"
        seen.add(body)
        if rule is None and listing and not words.endswith((".", "!", "?", "”", '"')):
            rule = "headlines"
        if rule is None and tags and len(words.split()) < 5 and words[-1] not in ".!?”":
            rule = "headlines"
        tags = bool(_TAGS.fullmatch(words)) or (tags and rule is not None)
        listing = bool(_HEADLINES.fullmatch(words)) or (listing and rule is not None)
        if rule is not None:
            found.append(Region(start, end, f"boilerplate.{rule}"))
        else:
            if inner > start:
                found.append(Region(start, inner, "boilerplate.dateline"))
            found += _credits(text, inner, end, credit)
    # Elsewhere, as in German, a capital tells no headline.
    return _with_last_headlines(text, inked, found) if language is None else found


def _with_last_headlines(
    text: str, inked: list[Fragment], found: list[Region]
) -> list[Region]:
    """`found`, and a list of other headlines that ends the text."""
    known = {region.start for region in found}
    last: list[Fragment] = []
    for line in reversed(inked[len(inked) // 2 :]):
        start, end = _inked(text, line)
        if start in known:
            continue
        if not _is_headline(text[start:end]):
            break
        last.append((start, end))
    titles = [text[start:end] for start, end in last]
    words = sum(len(title.split()) for title in titles)
    named = sum(": " in title for title in titles)
    if len(last) < 3 or words < 5 * len(last) or 2 * named > len(last):
        # "Ida Orm, Lirren" and "Best Actor: Bo Holm" are lists of the article's own.
        return found
    listed = [Region(*line, "boilerplate.headlines") for line in last]
    return sorted([*found, *listed], key=lambda region: region.start)


def _is_headline(words: str) -> bool:
    """Whether a line is written like a headline: Most Words With a Capital."""
    if len(words) > 110 or words[0] in "•*–—" or words.endswith((".", "!", "”", '"')):
        return False
    long = [word for word in words.split() if len(word) > 3]
    return len(long) > 1 and sum(word[0].isupper() for word in long) >= 0.8 * len(long)


def _inked(text: str, line: Fragment) -> Fragment:
    start, end = line
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return start, end


def _rule_of(words: str) -> str | None:
    if len(words) > _LONGEST_NOTE:
        return None
    if not _LETTERS.search(words):
        return "furniture"
    if _is_dated(words):
        return "byline"
    if lexicon.holds(words, _DASHES) and _is_signed(words):
        return "byline"
    if _PLACED.fullmatch(words):
        return "dateline"
    folded = words.casefold()
    for rule, pattern in _LINES.items():
        if rule == "rights" and not lexicon.holds(folded, _OF_RIGHTS):
            continue
        if pattern.fullmatch(folded if rule in _SMALL else words):
            return rule
    invites = lexicon.holds(folded, _INVITING) and _INVITES.search(words)
    return "sign-up" if invites and not _TELLS.search(folded) else None


def _head_of(words: str, number: int, many: int) -> str | None:
    """The rule of a section's name or a bare name among an article's first lines."""
    if number > 5 or many < 4 or len(words) > 80:
        return None
    if _SECTION.fullmatch(words) or (number and _PLACE_ALONE.fullmatch(words)):
        return "furniture"
    return "byline" if number and _AUTHOR.fullmatch(words) else None


def _is_dated(words: str) -> bool:
    """Whether a line says when something was published, and nothing else."""
    if len(words) > _LONGEST_DATE or not _DIGIT.search(words):
        return False
    tokens = [token.casefold() for token in _TOKEN.findall(words)]
    numbers = sum(token.isdigit() for token in tokens)
    return (
        0 < numbers < len(tokens) <= 24
        and not words.endswith(".")
        and all(token.isdigit() or token in _WHEN for token in tokens)
    )


def _is_signed(words: str) -> bool:
    """Whether a line is somebody's name, a dash, and when they wrote."""
    author, *when = re.split(r" [—–|-] ", words, maxsplit=1)
    return bool(when) and _is_dated(when[0]) and _AUTHOR.fullmatch(author) is not None


def _credit(text: str, start: int, end: int) -> int | None:
    """Where the credit of a caption begins, up to which its sentences are read."""
    if end - start > 2 * _LONGEST_NOTE:
        return None
    folded = text[start:end].casefold()
    if not (lexicon.holds(folded, _OF_CREDIT) or folded.endswith((")", "]"))):
        return None
    credit = _CREDIT.search(text, start, end)
    if credit and (credit.start() == start or end - credit.start() <= 90):
        return credit.start()
    return None


def _dateline(
    text: str, start: int, end: int, number: int, language: Language | None
) -> int:
    """Where the dateline of a line ends; `start` where it has none."""
    if number == 0 and (wire := _WIRE.match(text, start, end)):
        return wire.end()
    match = _DATELINE.match(text, start, min(end, start + 120))
    if match is None and language is not None:
        return furniture.dateline(text, start, end, number, language) or start
    return match.end() if match else start


def _credits(text: str, start: int, end: int, credit: int | None) -> Iterator[Region]:
    """What behind a line's dateline credits somebody."""
    if credit is not None:
        yield Region(credit, end, "boilerplate.credit")
        return
    authors = _AUTHOR_MARK.search(text, max(start, end - 240), end)
    if authors:
        yield Region(*authors.span(), "boilerplate.credit")
