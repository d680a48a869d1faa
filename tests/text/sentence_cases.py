"""Where sentences end, in many languages: a line is a text, `|` stands at every end inside it.

A blank follows `|` in the text; after `¦` nothing does. `CASES` gives each text with its sentences.
"""

_LINES = {
    "en": """
The minister left at noon.|Nobody knew why.
Dr. Alan P. Moore met Lt. Gen. Ruiz in Washington, D.C., on Friday.
He works for the U.S. Treasury.|The U.S. has not replied.
The plan was drafted in the U.K.|It failed within a year.
Shares of Harrow & Co. fell 3.5 percent to $12.40.|Traders shrugged.
She arrived at 9 a.m. on Monday.|The talks began at 10 a.m.|They ended badly.
“We will not go back,” he said.|“Not now.|Not ever.”|He then left.
“Who pays?” she asked.|No one answered.
"Stop!" cried the guard.|"Stop or I shoot!"|The man ran.
The report (see Fig. 3 and pp. 12-14) names no one.|That is odd.
The court heard Smith v. Jones on Oct. 3.|It ruled on Nov. 5, 2024.
Inflation rose to 4.1% in Sept. from 3.9% in Aug., the bureau said.|Rents rose too.
What happened next?!|Nobody will say ... at least not today.
I never thought of that....|Then the lights went out.
The site bbc.example.org was down.|So was node.js.example.
Prices rose.¦That surprised analysts, who had expected a fall.
He quoted article 5 (“No one shall be held.”) and sat down.
Sen. J. D. Cole, R-Texas, voted no.|Rep. Ann Li voted yes.
The former president, Donald J. Marsh Jr., spoke first.|Mr. Lee spoke last.
It was cold, i.e. below zero, in St. Albans and on Mt. Rainier.
A spokesman for Yahoo! in London declined to comment.
Gov. Pat Quinn signed it on Feb. 2.|No. 3 on the list was dropped.
1. Call the desk.|2. Check the source.|3. Publish.
The firm, founded in 1998 by E. J. Brandt, Inc., has closed.|Its debts remain.
'It is over,' said the mayor.|'We lost.'
He told the BBC: "I am sorry."|She told ITV: "I am not."
Police found 5 kg. of powder and 20 lbs. of resin.|Two men were held.
Turnout was 61 per cent.|In 2019 it was 58.
The vote is on Tuesday.|U.N. observers will attend.
""",
    "fr": """
Le ministre est parti à midi.|Personne ne sait pourquoi.
M. Dupont et Mme Leroy ont rencontré le Dr. Martin.|Ils n'ont rien dit.
« Nous ne céderons pas », a-t-il déclaré.|« Jamais. »|Puis il est sorti.
« Qui paiera ? » demande-t-elle.|Silence dans la salle.
Le texte (art. 12, al. 3) date du 3 janv. 2021.|Il est contesté.
L'entreprise emploie 1.200 personnes, dont env. 300 à Lyon.|Elle recrute.
Qu'en pense J.-C. Morel ?|Il refuse de répondre…|Son avocat aussi.
La loi n° 2019-22 est votée.|L'opposition saisira la Cour.
Les prix ont grimpé de 2,5 % en un an.|Les loyers, eux, stagnent.
« C'est fini ! » crie le maire.|La foule applaudit.
Le groupe Bel & Cie. a perdu un procès.|Il fera appel.
Selon l'AFP, M. A. Benali, né en 1970, est mort.|Il avait 54 ans.
""",
    "de": """
Der Minister ging um zwölf.|Niemand wusste warum.
Am 3. Oktober tagt der Rat.|Am 4. Oktober folgt die Abstimmung.
Dr. med. Anna Huber und Prof. Kern sprachen mit Hrn. Weiß.|Sie schwiegen danach.
„Wir geben nicht nach“, sagte er.|„Niemals.“|Dann ging er.
„Wer zahlt das?“, fragte sie.|Niemand antwortete.
Das gilt z. B. für Kinder, d. h. für alle unter 14 Jahren.|Ausnahmen gibt es nicht.
Die Firma zahlt ca. 1,5 Mio. Euro.|Der Rest folgt im 2. Quartal.
Laut Art. 5 Abs. 3 ist die Kunst frei.|Das gilt auch hier.
Papst Johannes Paul II. kam 1980 nach Köln.
Es kamen Bauern, Händler usw.|Die Polizei zählte 300.
Wilhelm II. dankte 1918 ab.|Er ging ins Exil.
Die Sitzung beginnt um 9.30 Uhr.|Sie ist öffentlich.
»Das ist falsch«, rief der Abg. Klein.|Er verließ den Saal.
Im Jahr 2024 waren es 12.000.|Heute sind es mehr.
""",
    "es": """
El ministro salió a mediodía.|Nadie sabe por qué.
El Sr. Ruiz y la Sra. Paz se reunieron con el Dr. Gil.|No hubo acuerdo.
«No cederemos», dijo.|«Jamás.»|Luego se fue.
¿Quién pagará?|¡Nadie lo sabe!
Los EE. UU. no han respondido.|La UE tampoco.
El art. 14 y la pág. 30 dicen otra cosa.|Conviene leerlos.
La inflación subió un 2,5 %.|Los salarios, un 1 %.
"¿Qué pasó?", preguntó la jueza.|El acusado calló.
La empresa Sol y Cía. cerró en ene. de 2020.|Debía 1.500.000 euros.
—No lo sé —dijo el alcalde—.|Pregunte mañana.
""",
    "it": """
Il ministro è uscito a mezzogiorno.|Nessuno sa perché.
Il sig. Rossi e la dott.ssa Neri hanno visto l'on. Bruni.|Non hanno parlato.
«Non cederemo», ha detto.|«Mai.»|Poi è uscito.
Chi pagherà?|Nessuno risponde.
L'art. 3 della legge n. 40 è chiaro.|Il resto no.
La Fiorel S.p.A. ha chiuso.|I debiti restano.
I prezzi salgono del 2,5%.|Gli stipendi calano.
"È finita!", grida il sindaco.|La folla applaude.
Il prof. G. Conti, nato nel 1950, è morto.|Aveva 74 anni.
""",
    "pt": """
O ministro saiu ao meio-dia.|Ninguém sabe porquê.
O Sr. Alves e a Dra. Lima falaram com o Prof. Reis.|Não houve acordo.
“Não vamos ceder”, disse ele.|“Nunca.”|Depois saiu.
Quem vai pagar?|Ninguém responde!
O art. 5 da lei n. 12 é claro.|O resto não.
A inflação subiu 2,5%.|Os salários caíram.
O grupo Mar Ltda. fechou.|As dívidas ficaram.
— Não sei — disse o prefeito.|A praça ficou vazia.
""",
    "nl": """
De minister vertrok om twaalf uur.|Niemand wist waarom.
Dhr. Jansen en mevr. De Wit spraken met prof. dr. Bos.|Er kwam geen akkoord.
'Wij geven niet toe', zei hij.|'Nooit.'|Toen ging hij weg.
Wie betaalt dat?|Niemand antwoordt.
Volgens art. 3 is dat verboden.|De rechter is het eens.
Het kost ca. 1,5 mln. euro, d.w.z. te veel.|Men zoekt verder.
's Avonds werd het stil.|'t Was een lange dag.
De N.V. Zeeland is failliet.|De schulden blijven.
""",
    "pl": """
Minister wyszedł w południe.|Nikt nie wie dlaczego.
Prof. dr hab. Jan Kot i p. Anna Lis spotkali gen. Wilka.|Nie było zgody.
„Nie ustąpimy” – powiedział.|„Nigdy.”|Potem wyszedł.
Kto za to zapłaci?|Nikt nie odpowiada.
W 2020 r. wydano 5 mln zł.|W 2021 r. wydano więcej.
Zgodnie z art. 3 ust. 2 jest to zakazane.|Sąd się zgodził.
Rada zbiera się 3. dnia miesiąca.|Obrady są jawne.
Dotyczy to m.in. rolników, tj. wszystkich.|Wyjątków nie ma.
""",
    "cs": """
Ministr odešel v poledne.|Nikdo neví proč.
Prof. Jan Novák a pí. Malá jednali s gen. Dvořákem.|Dohoda nebyla.
„Neustoupíme,“ řekl.|„Nikdy.“|Pak odešel.
Kdo to zaplatí?|Nikdo neodpovídá.
Jednání začne 3. října v Brně.|Skončí 4. října.
Podle čl. 5 odst. 2 je to zakázáno.|Soud souhlasil.
Týká se to např. zemědělců, tj. všech.|Výjimky nejsou.
Stálo to 5 mil. Kč.|Teď je to víc.
""",
    "ru": """
Министр ушёл в полдень.|Никто не знает почему.
Проф. А. С. Иванов и г-н Петров встретились с ген. Сидоровым.|Согласия нет.
«Мы не уступим», — сказал он.|«Никогда».|Потом он ушёл.
— Кто заплатит? — спросила она.|Никто не ответил.
В 2020 г. истратили 5 млн руб.|В 2021 г. истратили больше.
Согласно ст. 3 п. 2 это запрещено.|Суд согласился.
Это касается фермеров и т. д.|Исключений нет.
Он живёт на ул. Ленина, д. 5.|Дом стоит у реки.
По словам В. Путина, это так.|Доказательств нет…|Будут ли они?
""",
    "uk": """
Міністр пішов опівдні.|Ніхто не знає чому.
Проф. А. С. Коваль і п. Шевчук зустріли ген. Бойка.|Згоди немає.
«Ми не поступимося», — сказав він.|«Ніколи».|Потім він пішов.
Хто заплатить?|Ніхто не відповів.
У 2020 р. витратили 5 млн грн.|Потім витратили більше.
Згідно зі ст. 3 це заборонено.|Суд погодився.
Він живе на вул. Франка.|Дім стоїть біля річки.
""",
    "el": """
Ο υπουργός έφυγε το μεσημέρι.|Κανείς δεν ξέρει γιατί.
Ο κ. Παππάς και η κα. Λίμα είδαν τον καθ. Ρήγα.|Δεν συμφώνησαν.
«Δεν θα υποχωρήσουμε», είπε.|«Ποτέ.»|Ύστερα έφυγε.
Ποιος θα πληρώσει;|Κανείς δεν απαντά.
Αφορά π.χ. τους αγρότες.|Εξαιρέσεις δεν υπάρχουν.
Ο πληθωρισμός έφτασε το 2,5%.|Οι μισθοί μειώθηκαν.
Σύμφωνα με το αρ. 3 απαγορεύεται.|Το δικαστήριο συμφώνησε.
""",
    "tr": """
Bakan öğlen ayrıldı.|Nedenini kimse bilmiyor.
Prof. Dr. Ayşe Kaya ve Av. Can Demir buluştu.|Anlaşma olmadı.
“Geri adım atmayız,” dedi.|“Asla.”|Sonra gitti.
Kim ödeyecek?|Kimse yanıtlamadı.
Toplantı 3. katta yapıldı.|Bina eskiydi.
Deniz A.Ş. kapandı.|Borçları sürüyor.
Enflasyon yüzde 2,5 arttı.|Maaşlar düştü.
""",
    "sv": """
Ministern gick klockan tolv.|Ingen vet varför.
Dr. Ek och prof. Lund talade, bl.a. om priser.|De enades inte.
”Vi ger inte upp”, sade han.|”Aldrig.”|Sedan gick han.
Vem betalar?|Ingen svarar.
Priset steg med 2,5 procent.|Lönerna föll.
""",
    "ar": """
غادر الوزير ظهرا.|لا أحد يعرف السبب.
«لن نتراجع»، قال الوزير.|ثم غادر القاعة.
من سيدفع؟|لم يجب أحد.
بلغ التضخم 2.5 في المئة.|وانخفضت الأجور.
قال د. أحمد إن الأمر انتهى!|وغادر الجميع.
""",
    "he": """
השר יצא בצהריים.|איש אינו יודע למה.
"לא ניסוג", אמר.|אחר כך יצא.
מי ישלם?|איש לא ענה.
המדד עלה ב-2.5 אחוזים.|השכר ירד.
ד"ר כהן פגש את ח"כ לוי.|הם לא הסכימו.
""",
    "zh": """
部长中午离开了。¦没有人知道原因。
“我们不会让步。”他说。¦然后他走了。
谁来付钱？¦没有人回答！
通胀率升至2.5%。¦工资下降了。
他问：“为什么？”¦没有人说话。
""",
    "ja": """
大臣は正午に出発した。¦理由は誰も知らない。
「譲らない。」と述べた。¦その後、退席した。
誰が払うのか？¦誰も答えなかった！
物価は2.5％上がった。¦賃金は下がった。
彼は「終わりだ。もう戻らない」と語った。¦会場は静まった。
""",
    "hi": """
मंत्री दोपहर में चले गए।|कोई नहीं जानता क्यों।
कौन भुगतान करेगा?|किसी ने जवाब नहीं दिया।
महंगाई 2.5 प्रतिशत बढ़ी।|वेतन घटा।
""",
    "ro": """
Ministrul a plecat la prânz.|Nimeni nu știe de ce.
„Nu vom ceda”, a spus el.|„Niciodată.”|Apoi a plecat.
Dl. Popa și dna. Ene s-au întâlnit.|Nu s-au înțeles.
Cine plătește?|Nimeni nu răspunde.
""",
    "hu": """
A miniszter délben távozott.|Senki sem tudja, miért.
„Nem engedünk” – mondta.|„Soha.”|Aztán elment.
A tanács október 3. napján ül össze.|Az ülés nyilvános.
Ki fizet?|Senki sem felel.
""",
    "fi": """
Ministeri lähti puoliltapäivin.|Kukaan ei tiedä miksi.
”Emme anna periksi”, hän sanoi.|”Emme koskaan.”|Sitten hän lähti.
Kokous pidetään 3. lokakuuta Turussa.|Se on avoin.
Kuka maksaa?|Kukaan ei vastaa.
""",
}


def _case(line: str) -> tuple[str, list[str]]:
    parts = [part for block in line.split("|") for part in block.split("¦")]
    return line.replace("|", " ").replace("¦", ""), parts


CASES = {
    language: [_case(line) for line in lines.strip().splitlines()]
    for language, lines in _LINES.items()
}
