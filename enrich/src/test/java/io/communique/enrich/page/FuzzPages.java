package io.communique.enrich.page;

import static java.util.stream.Collectors.joining;

import java.nio.charset.Charset;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Whole pages of invented offices, as their content systems would write them: what the fuzz test damages. */
enum FuzzPages {
    KOREAN_BOARD(
            "euc-kr",
            "항만처는 북부 항구를 여객선에 개방한다고 밝혔다|이번 조치로 하루 40회 운항이 가능해진다|처장은 안전 점검을 마쳤다고 말했다",
            (random, text) ->
                    "<!DOCTYPE html><html lang=ko><head><meta http-equiv=Content-Type content='text/html; charset=euc-kr'><title>북부 항구 개방 | 보도자료 | 항만처</title></head>"
                            + "<body><div id=skipNav><a href=#content>본문 바로가기</a></div><ul id=gnb>"
                            + menu(random, "/menu/%d.do", "소식") + "</ul>"
                            + "<div id=content><table class=board_view><caption>보도자료 상세</caption><tr><th colspan=4>북부 항구 개방</th></tr><tr><th>작성일<td>2026.05.18"
                            + "<th>조회수<td>1,204</tr><tr><td colspan=4 class=cont><p>□ " + text + "</p><p>&nbsp;ㅇ "
                            + text + "</p><p>※ 문의: 홍보과 044-555-0100</p></td></tr></table>"
                            + "<ul class=file_list><li><a href='/file.do?seq=7&sn=1'>0518 북부 항구.hwpx</a> (1.2MB)</ul><dl><dt>다음글<dd><a href=?seq=8>다음 글의 제목</a></dl></div>"
                            + "<div id=footer><address>(30100) 하늘시 바다로 1</address>Copyright 2026</div></body></html>"),
    JAPANESE_OFFICE(
            "shift_jis",
            "港務庁は北港を旅客船に開放すると発表しました|これにより一日四十便の運航が可能になります|長官は安全点検が終わったと述べました",
            (random, text) ->
                    "<html lang=\"ja\"><head><meta charset=\"Shift_JIS\"><title>北港の開放について：港務庁</title></head><body><div class=\"header\"><p><a href=\"#main\">本文へ</a></p></div>"
                            + "<div id=\"topicPath\"><a href=\"/\">トップ</a> &gt; <a href=\"/press/\">報道発表</a></div><div id=\"main\"><p class=\"right\">令和８年５月１８日<br>広報室</p>"
                            + "<h2>北港の開放について</h2><p>　" + text + "。</p><ol><li>" + text + "。</li><li>" + text
                            + "。</li></ol>"
                            + "<p><a href=\"pdf/260518.pdf\">別紙（PDF形式：212KB）</a></p></div><div class=\"pagetop\"><a href=\"#\">ページの先頭へ戻る</a></div></body></html>"),
    GERMAN_PORTAL(
            "utf-8",
            "Das Hafenamt hat den Nordhafen für Fähren geöffnet|Damit sind täglich vierzig Fahrten möglich|Die Präsidentin dankte allen Beteiligten",
            (random, text) ->
                    "<!doctype html><html lang=de><head><meta charset=utf-8><title>Nordhafen geöffnet - Hafenamt</title><meta property='og:title' content='Nordhafen geöffnet'>"
                            + "<meta name=date content=2026-05-18></head><body><nav aria-label=Hauptmenü><ul>"
                            + menu(random, "/themen/%d", "Thema") + "</ul></nav><main><article>"
                            + "<header><p class=dateline>18. Mai 2026</p><h1>Nordhafen geöffnet</h1></header><figure><img src=/bild.jpg alt=Hafen><figcaption>Der Hafen. Foto: Amt</figcaption></figure>"
                            + "<p class=lead>" + text + ".</p><h2>Wie es weitergeht</h2><p>" + text
                            + ".</p><blockquote>„" + text + "“</blockquote></article></main>"
                            + "<aside><h3>Mehr zum Thema</h3><ul>" + menu(random, "/meldung/%d", "Meldung")
                            + "</ul></aside><footer>Impressum Datenschutz</footer></body></html>"),
    FRENCH_BLOG(
            "utf-8",
            "L’Office des ports ouvre le port du Nord aux traversiers|Quarante traversées par jour seront possibles|La directrice a salué les équipes",
            (random, text) ->
                    "<html lang=fr-FR><head><meta charset=UTF-8><title>Ouverture du port du Nord &#8211; Office des ports</title><script type='application/ld+json'>"
                            + "{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":\"NewsArticle\",\"headline\":\"Ouverture du port du Nord\",\"datePublished\":\"2026-05-18T09:00:00+02:00\"}]}</script></head>"
                            + "<body class='post-template single'><div class=site-header>"
                            + menu(random, "/rubrique/%d", "Rubrique")
                            + "</div><div class=entry-content><h1 class=entry-title>Ouverture du port du Nord</h1>"
                            + "<time datetime=2026-05-18>Publié le 18 mai 2026</time><p>" + text
                            + ".</p><ul class=wp-block-list><li>" + text + " ;</li><li>" + text + ".</li></ul></div>"
                            + "<div class=sharedaddy><a href=#>Partager sur Réseau</a></div><div id=comments><p>Très bien&nbsp;!</p></div></body></html>"),
    SPANISH_TABLES(
            "iso-8859-1",
            "La Dirección de Puertos abrió el puerto norte a los transbordadores|Habrá cuarenta travesías al día|El director agradeció a los equipos",
            (random, text) ->
                    "<HTML><HEAD><META HTTP-EQUIV=\"Content-Type\" CONTENT=\"text/html; charset=iso-8859-1\"><TITLE>Direcci&oacute;n de Puertos - Prensa</TITLE></HEAD><BODY BGCOLOR=#FFFFFF>"
                            + "<TABLE WIDTH=100% BORDER=0><TR><TD VALIGN=TOP WIDTH=150>"
                            + menu(random, "menu%d.htm", "Secci&oacute;n")
                            + "<TD><FONT FACE=Arial SIZE=4><B>Se abre el puerto norte</B></FONT><BR>"
                            + "<FONT SIZE=1>18 de mayo de 2026</FONT><P>" + text + ".<P>" + text + ".<BR><BR>" + text
                            + ".</TABLE><HR><CENTER>P&aacute;gina vista 3.201 veces</CENTER></BODY></HTML>"),
    ARABIC_PORTAL(
            "windows-1256",
            "أعلنت هيئة الموانئ فتح الميناء الشمالي أمام العبارات|وسيتاح أربعون رحلة في اليوم|وشكر المدير جميع العاملين",
            (random, text) ->
                    "<!DOCTYPE html><html dir=rtl lang=ar><head><meta charset=windows-1256><title>فتح الميناء الشمالي</title></head><body><div class='menu-wrapper'><ul>"
                            + menu(random, "/ar/%d", "قسم") + "</ul></div>"
                            + "<div class=news-details><h3>فتح الميناء الشمالي</h3><span class=date>١ ذو الحجة ١٤٤٧ هـ الموافق 18 مايو 2026 م</span><div class=body><p>"
                            + text + ".</p><p>" + text + ".</p></div></div>"
                            + "<div class=footer-links>جميع الحقوق محفوظة ٢٠٢٦</div></body></html>"),
    CHINESE_BUREAU(
            "gb2312",
            "港务局宣布北港向客轮开放|每天可开行四十班次|局长感谢各方支持",
            (random, text) ->
                    "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=gb2312\"><title>北港开放_港务局</title><meta name=\"PubDate\" content=\"2026-05-18 10:21\"></head><body>"
                            + "<div class=\"nav\">" + menu(random, "/c%d/", "栏目")
                            + "</div><div class=\"TRS_Editor\" id=\"zoom\"><style>.x{color:red}</style><h1>北港开放</h1><div class=\"info\">发布时间：2026年05月18日 来源：港务局 【字体：大 中 小】</div>"
                            + "<p>　　" + text + "。</p><p>　　" + text
                            + "。</p><p align=\"right\">港务局<br/>2026年5月18日</p></div><div>上一篇：旧闻 下一篇：新闻</div><div>打印 关闭</div></body></html>"),
    RUSSIAN_AGENCY(
            "windows-1251",
            "Портовое управление открыло северный порт для паромов|Возможны сорок рейсов в день|Директор поблагодарил всех участников",
            (random, text) ->
                    "<html lang=ru><head><meta charset=windows-1251><title>Открыт северный порт</title></head><body><div class=b-menu>"
                            + menu(random, "/ru/%d/", "Раздел") + "</div>"
                            + "<div itemscope itemtype='http://schema.org/NewsArticle'><h1 itemprop=headline>Открыт северный порт</h1><meta itemprop=datePublished content='2026-05-18'><div>18 мая 2026 года, 12:30</div>"
                            + "<div itemprop=articleBody><p>" + text + ".</p><p>— " + text
                            + ", — сказал он.</p></div></div><div class=share>Поделиться</div><div class=footer>При использовании ссылка обязательна</div></body></html>"),
    ENGLISH_HAND_MADE(
            "us-ascii",
            "The Harbour Office has opened the northern port to ferries, of|which forty a day may sail from now on. The Director thanked|everybody who had taken part in the work of the past",
            (random, text) ->
                    "<html><title>Press Statement</title><body text=black><center><img src=seal.gif><h3>HARBOUR OFFICE</h3>PRESS STATEMENT<br>For Immediate Release</center><hr><pre>\nNo. 14/2026                 May 18, 2026\n\n"
                            + "NORTHERN PORT OPENS\n\n" + text.replace(" ", "  ") + "\n" + text
                            + "\n\n- 30 -\n</pre><hr><a href=index.html>Back to list</a> "
                            + menu(random, "p%d.html", "Statement") + "</body></html>"),
    ENGLISH_FIELDS(
            "utf-8",
            "The Harbour Office has opened the northern port to ferries|Forty crossings a day will be possible|The Director thanked all teams",
            (random, text) ->
                    "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Northern port opens | Harbour Office</title><meta property=article:published_time content=2026-05-18T08:00:00Z></head><body>"
                            + "<a class='visually-hidden focusable' href=#main-content>Skip to main content</a><div class='region region-header'>"
                            + menu(random, "/topic/%d", "Topic") + "</div>"
                            + "<div class='node node--type-press-release'><h1><span class='field field--name-title'>Northern port opens</span></h1><div class='field field--name-body'><p>"
                            + text + ".</p><h3>Notes to editors</h3><ol><li>" + text
                            + "<ul><li>" + text
                            + "</li></ul></li></ol></div><div class='field field--name-field-files'><a href='/sites/files/port.pdf' type='application/pdf; length=1024'>Map of the port</a></div></div>"
                            + "<div class=block-related><h2>Related content</h2>"
                            + menu(random, "/node/%d", "Another release about ports") + "</div></body></html>"),
    STATISTICS(
            "utf-8",
            "Přepravu cestujících eviduje Přístavní úřad|Počet plaveb vzrostl o čtvrtinu|Údaje jsou předběžné",
            (random, text) ->
                    "<html lang=cs><head><meta charset=utf-8><title>Plavby v květnu</title></head><body><main><h1>Plavby v květnu</h1><p>18. 5. 2026</p><p>"
                            + text
                            + ".</p><table><caption>Plavby podle přístavu</caption><thead><tr><th>Přístav<th>2025<th>2026</thead>"
                            + items(
                                    2 + random.nextInt(40),
                                    i -> "<tr><td>Přístav " + i + "<td>" + random.nextInt(9_999) + "<td>"
                                            + random.nextInt(9_999) + "</tr>")
                            + "</table><p>* " + text + "</p></main></body></html>"),
    GREEK_BREAKS(
            "iso-8859-7",
            "Ο Οργανισμός Λιμένων άνοιξε το βόρειο λιμάνι|Σαράντα δρομολόγια την ημέρα θα είναι δυνατά|Ο διευθυντής ευχαρίστησε όλους",
            (random, text) ->
                    "<html><head><meta http-equiv=content-type content='text/html; charset=iso-8859-7'><title>Άνοιγμα λιμένα</title></head><body><div class=article>Άνοιγμα λιμένα<br><small>18/05/2026</small><br><br>"
                            + items(1 + random.nextInt(8), i -> text + "<br>" + text + ".<br><br>")
                            + "</div><div class=social><a href=#>Κοινοποίηση</a></div></body></html>"),
    FRAMED_TEXT(
            "utf-8",
            "กรมท่าเรือเปิดท่าเรือเหนือสำหรับเรือข้ามฟาก|จะมีเที่ยวเรือวันละสี่สิบเที่ยว|อธิบดีขอบคุณทุกฝ่าย",
            (random, text) ->
                    "<html lang=th><body><div style='display:none'>ซ่อน</div><iframe src=/inner.html></iframe><section><h2>เปิดท่าเรือเหนือ</h2><p>18 พฤษภาคม 2569</p><div><div><div><span>"
                            + text + "</span> <b><i>" + text + "</b></i></div></div></div><svg><text>" + text
                            + "</text></svg><math><mi>x</math><noscript>" + text
                            + "</noscript></section></body></html>"),
    STREAMED_AND_FOLDED(
            "utf-8",
            "L’office des ports a ouvert le port nord aux ferries|Quarante traversées par jour seront possibles|La directrice a remercié les équipes",
            (random, text) ->
                    "<html lang=fr><head><title>Le port nord est ouvert</title></head><body><main><h1>Le port nord est ouvert</h1><!--$?--><template id=B:0></template><p>…</p><!--/$-->"
                            + "<h2><button aria-expanded=false aria-controls=c1>Les horaires</button></h2><div id=c1 role=region aria-labelledby=h hidden><p>"
                            + text
                            + ".</p></div><div id=ce-que-disent-vos-commentaires><h3>Ce que disent vos commentaires</h3><p>"
                            + text + "</p></div><p><a href=/2>À lire aussi : les ports du sud</a></p></main>"
                            + "<div hidden id=S:0><p>" + text
                            + "</p><template id=P:1></template></div><div hidden id=S:1><ul>"
                            + items(1 + random.nextInt(6), i -> "<li>" + text)
                            + "</ul></div><script>$RS(\"S:1\",\"P:1\")</script><script>$RC(\"B:0\",\"S:0\")</script></body></html>"),
    NOT_FOUND(
            "utf-8",
            "The page you asked for is not here|It may have been moved|Try the search",
            (random, text) -> "<html><head><title>Page not found - Harbour Office</title></head><body><ul>"
                    + menu(random, "/%d", "Section") + "</ul><h1>404</h1><p>Page not found. " + text
                    + ".</p></body></html>"),
    LISTING(
            "utf-8",
            "Biuro portów otworzyło port północny|Czterdzieści rejsów dziennie|Dyrektor podziękował",
            (random, text) -> "<html lang=pl><head><title>Komunikaty</title></head><body><h1>Komunikaty</h1><ul>"
                    + items(
                            5 + random.nextInt(60),
                            i -> "<li><span>" + (1 + i % 28) + ".05.2026</span> <a href=/k/" + i + ">Komunikat numer "
                                    + i + " o porcie</a></li>")
                    + "</ul><p>" + text + "</p><div class=pager>"
                    + menu(random, "?page=%d", "Strona") + "</div></body></html>"),
    GATE(
            "utf-8",
            "Checking your browser before access|This is automatic|Please wait",
            (random, text) ->
                    "<html><head><title>Just a moment...</title><meta http-equiv=refresh content=5></head><body><noscript>Enable JavaScript and cookies to continue</noscript><div id=challenge>"
                            + text + "</div><script>window._gate={a:1};</script></body></html>");

    private final Charset charset;
    private final String sentences;

    @SuppressWarnings("ImmutableEnumChecker") // The functions keep no state.
    private final BiFunction<RandomGenerator, String, String> template;

    FuzzPages(String charset, String sentences, BiFunction<RandomGenerator, String, String> template) {
        this.charset = Charset.forName(charset);
        this.sentences = sentences;
        this.template = template;
    }

    /** Returns the encoding that the page declares, or would be sent in. */
    Charset charset() {
        return charset;
    }

    /** Returns a page with one to twelve sentences in each paragraph and a menu of its own length. */
    String html(RandomGenerator random) {
        String[] all = sentences.split("\\|", -1);
        String text = IntStream.range(0, 1 + random.nextInt(12))
                .mapToObj(i -> all[random.nextInt(all.length)])
                .collect(joining(". "));
        return template.apply(random, text);
    }

    private static String menu(RandomGenerator random, String address, String name) {
        return items(
                random.nextInt(25),
                i -> "<li><a href=\"" + address.replace("%d", "" + i) + "\">" + name + " " + i + "</a></li>\n");
    }

    private static String items(int count, IntFunction<String> item) {
        return IntStream.range(0, count).mapToObj(item).collect(joining());
    }
}
