package io.communique.contract.telltale;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What pages say that are no release, in the languages of the world's ministries. Families of phrases, none of one site.
 *
 * <p>The same words occur in releases about missing pages, queues and scripts. A line tells something only if it says little else: a
 * {@code saying} fills a good part of it, a {@code label} all of it.
 */
public final class Telltale {
    /** What a page is instead of a release. */
    public enum Kind {
        /** A bot check, a refusal by a firewall. */
        CHALLENGE,
        /** A queue before the page, or a site that is shut for now. */
        WAITING_ROOM,
        /** "Not found", in so many words. */
        SOFT_404,
        /** A request for scripts, or for patience while they run. */
        SCRIPT_ONLY,
        /** A line that a text will stand here. */
        PLACEHOLDER
    }

    /** A longer line is a paragraph, which no error page has for a headline. */
    private static final int LENGTH_MAX = 200;

    private static final String FLAGS = "(?iu)";
    private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{M}\\p{N}]+|[^\\p{L}\\p{M}\\p{N}]+$");

    private static final List<Telltale> HEADLINES = List.of(
            new Telltale(
                    Kind.CHALLENGE,
                    0.4,
                    anyOf(
                            "check(?:ing)? (?:if the site connection is secure|your browser)|verify(?:ing)? (?:that )?you are (?:a )?(?:human|not a (?:ro)?bot)",
                            "(?:confirm|prove) (?:that )?you(?:['’]re| are) (?:a )?(?:human|not a (?:ro)?bot)|are you a (?:ro)?bot\\b|i(?: a|['’])m not a (?:ro)?bot",
                            "enable javascript and cookies to continue|(?:your )?request (?:has been|was) (?:blocked|rejected)|requested url was rejected",
                            "you(?:r ip(?: address)?)? ha(?:ve|s) been blocked|unusual (?:traffic|activity) from your|(?:complete|solve) the captcha|pardon our interruption|attention required! \\| cloudflare",
                            "bestätigen sie, dass sie (?:ein mensch|kein roboter)|vérifi\\p{L}+ que vous (?:êtes|n[’']êtes pas) .{0,12}(?:humain|robot)|verif\\p{L}+ que (?:eres|es|usted es) (?:un )?humano",
                            "проверка (?:вашего )?браузера|подтвердите, что вы (?:человек|не робот)|비정상적인 (?:접근|요청|트래픽)|자동 ?입력 ?방지|로봇이 아닙니다",
                            "ロボットではありません|アクセスが(?:拒否|制限)され|请完成(?:安全)?验证|访问(?:被拒绝|过于频繁)"),
                    anyOf(
                            "just a moment|one moment,? please|access (?:to this (?:page|site) )?(?:has been |is |was )?denied|forbidden|(?:error |http )?403(?: forbidden| error)?|request rejected",
                            "security (?:check|verification|challenge)|(?:ro)?bot check|human verification|captcha|ddos-guard|sicherheits(?:über)?prüfung|vérification de sécurité",
                            "zugriff verweigert|accès refusé|acceso denegado|accesso negato|acesso negado|доступ (?:запрещ[её]н|ограничен)|접근이? ?(?:거부|차단)(?:되었습니다)?|安全验证")),
            new Telltale(
                    Kind.WAITING_ROOM,
                    0.4,
                    anyOf(
                            "you are (?:now |currently )?in (?:line|(?:a|the) (?:\\p{L}+ )?queue)|your (?:estimated|expected) wait(?:ing)? time|(?:people|users) in (?:line|(?:the )?queue) (?:ahead|before)",
                            "sie (?:befinden sich|sind) (?:jetzt |derzeit )?in (?:der|einer) warteschlange|vous êtes (?:actuellement |maintenant )?(?:en|dans (?:la|une)) file d[’']attente|está(?:s)? en (?:la )?(?:cola|fila)",
                            "вы (?:находитесь )?в очереди|접속 ?대기 ?(?:중|자|시간|인원)|서비스 ?접속 ?대기|예상 ?대기 ?시간|(?:ただいま|現在).{0,12}(?:混み合って|混雑して)|(?:正在|您在)?排队(?:中|等待)|访问人数(?:过多|较多)",
                            "(?:this|our|the) (?:web ?)?site is (?:currently |temporarily )?(?:under(?:going)? (?:scheduled )?maintenance|down for maintenance|unavailable)|experiencing technical difficulties",
                            "site (?:est )?(?:actuellement |temporairement )?en (?:cours de )?maintenance|sitio (?:web )?(?:está )?en mantenimiento|сайт .{0,20}на (?:техническом )?обслуживании|ведутся технические работы",
                            "(?:시스템|홈페이지|누리집) ?점검 ?중입니다|(?:システム|サイト).{0,4}メンテナンス中(?:です)?|系统维护中"),
                    anyOf("(?:virtual )?waiting room|접속 ?대기|sala de espera virtual|virtueller warteraum")),
            new Telltale(
                    Kind.SOFT_404,
                    0.4,
                    anyOf(
                            "\\b(?:page|document|file|url|content|item|article|resource|release|post)\\b.{0,60}\\b(?:not (?:be )?(?:found|located)|cannot be (?:found|located|displayed)|can['’]t be (?:found|located|displayed)|does ?n[o'’]t exist|does not exist|no longer (?:exists|available))",
                            "\\b(?:error|fehler|erreur|erro)\\W{0,3}404\\b|\\b404\\b.{0,20}\\b(?:error|not found|fehler)|(?:can(?:no|['’])t|could(?: no|n['’])t) find (?:the|that|this|your) page|nothing (?:was )?found (?:here|at this location)",
                            "seite .{0,40}nicht (?:gefunden|vorhanden|verfügbar)|seite existiert nicht|page .{0,40}(?:introuvable|non trouvée|n[’']existe (?:pas|plus)|pas été trouvée)",
                            "página .{0,40}(?:no (?:encontrada|existe|se encuentra|disponible|fue encontrada|ha sido encontrada|se encontró)|não (?:encontrada|existe|foi encontrada))|pagina .{0,40}(?:non (?:è stata )?trovata|non esiste|inesistente)",
                            "pagina .{0,40}(?:niet (?:gevonden|beschikbaar)|bestaat niet|nu (?:a fost găsită|există))|nie (?:znaleziono|odnaleziono) .{0,12}stron\\p{L}*|stron\\p{L}* .{0,30}nie (?:istnieje|została znaleziona)",
                            "stránka .{0,30}(?:nenalezena|nebyla nalezena|neexistuje|nebola nájdená)|sid(?:an|en) .{0,30}(?:hittades inte|kunde inte hittas|finns inte|findes ikke|blev ikke fundet|finnes ikke|ble ikke funnet)",
                            "sivua ei (?:löyty|löydy)\\p{L}*|oldal .{0,20}nem található|σελίδα .{0,30}δεν (?:βρέθηκε|υπάρχει)|страниц\\p{L}* .{0,30}не (?:найден|существует)\\p{L}*|сторінк\\p{L}* .{0,30}не (?:знайден|існує)\\p{L}*",
                            "sayfa .{0,20}bulunamadı|الصفحة .{0,30}غير موجودة|لم يتم العثور على الصفحة|صفحه .{0,30}(?:یافت|پیدا) نشد|הדף .{0,20}לא נמצא|पृष्ठ नहीं मिला|halaman tidak (?:ditemukan|dijumpai)|không tìm thấy trang|ไม่พบหน้า",
                            "페이지를 찾을 수 없|(?:존재하지 않는|삭제된) (?:페이지|게시물|게시글|자료|콘텐츠)|(?:페이지|게시물|게시글)(?:가|이|는|은) (?:존재하지 않|없습니다|삭제되)|잘못된 (?:접근|경로|주소)|삭제되었거나",
                            "ページ(?:が|は).{0,12}(?:見つかりません|存在しません|ありません)|页面(?:不存在|未找到|已删除)|頁面不存在|找不到.{0,8}[页頁]|您访问的.{0,10}(?:不存在|已删除)"),
                    anyOf(
                            "404|not found|(?:server )?error(?: page)?|fehler(?:seite)?|erreur|ошибка|오류|에러 ?페이지|エラー",
                            "nicht gefunden|non trouvé|no encontrado|não encontrado|non trovato|не найдено|찾을 수 없음|見つかりません")));

    /** Where a page has next to no other words. */
    private static final Telltale SCRIPT = new Telltale(
            Kind.SCRIPT_ONLY,
            0.25,
            anyOf(
                    "(?:enable|activate|turn on|allow) java ?script|java ?script (?:is|must be|needs to be|has to be) (?:disabled|required|enabled|activated|turned on|switched off|not enabled)|(?:requires?|needs?) java ?script|without java ?script",
                    "java ?script .{0,20}(?:aktivier|deaktiviert|eingeschaltet|benötigt|désactivé|activé|requis|habilitado|desactivado|отключ|включить)|aktivieren sie .{0,20}java ?script|(?:activer|activez|habilit\\p{L}+|activ\\p{L}+|ativ\\p{L}+) (?:o |el )?java ?script",
                    "(?:включите|необходим|требуется) java ?script|(?:자바 ?스크립트|java ?script)(?:를|가|을)? .{0,20}(?:활성화|사용|지원|허용)|java ?scriptを?(?:有効|オン)|(?:启用|开启|開啟|啟用) ?java ?script"),
            anyOf(
                    "loading(?: (?:please wait|page|content|application))?|please wait(?: while .{0,40})?|wird geladen|bitte warten|chargement(?: en cours)?|cargando|carregando|загрузка|로딩 ?중(?:입니다)?|読み込み中(?:です)?|加载中|正在加载"));

    private static final String THE_TEXT =
            "(?:(?:the|this|an?|full|complete|official|provisional|english|german|french) )*(?:text|transcript|statement|translation|version|content|details?|press release|release|remarks)s?(?: of (?:the|this) (?:statement|speech|release|remarks|interview|press conference))?";

    /** All that stands where the text will be. */
    private static final Telltale PLACEHOLDER = new Telltale(
            Kind.PLACEHOLDER,
            1,
            anyOf("(?!)"),
            anyOf(
                    "(?:" + THE_TEXT
                            + " )?(?:will (?:be )?)?(?:coming|available|posted|published|provided|added|updated|released|follow(?:ing)?|to follow|is to follow|to be added|to be posted|to be published|to be announced)(?: (?:here|on this page|online))?(?: (?:soon|shortly|later|in due course|in (?:a )?short(?:ly)?(?: time)?|as soon as (?:it is )?(?:available|possible)))",
                    THE_TEXT + " (?:will|to) (?:follow|be added|be posted|be published|be provided|be updated)|"
                            + THE_TEXT
                            + " is (?:being prepared|under preparation|not (?:yet )?available(?: yet)?)|(?:this )?page (?:is )?under construction|(?:coming|more) soon|to follow",
                    "(?:der |die |das )?(?:(?:voll(?:e|ständige)[rs]?|deutsche|ausführliche) )?(?:text|wortlaut|inhalt|rede|mitteilung|übersetzung|meldung) (?:folgt|wird (?:in kürze|demnächst|später|noch)? ?(?:veröffentlicht|nachgereicht|ergänzt|eingestellt))(?: (?:in kürze|demnächst|später|noch))?|folgt in kürze|(?:text )?in vorbereitung",
                    "(?:le )?(?:texte|discours|communiqué|contenu)(?: intégral)? (?:à venir|suivra|sera (?:bientôt |prochainement )?(?:disponible|publié|mis en ligne)(?: (?:prochainement|bientôt|ultérieurement))?)|(?:à venir|prochainement|bientôt disponible)",
                    "(?:el )?(?:texto|contenido|discurso|comunicado)(?: completo| íntegro)? (?:estará disponible|se publicará|será publicado)(?: (?:próximamente|en breve|pronto))?|próximamente|(?:o )?(?:texto|conteúdo|discurso)(?: completo)? (?:estará disponível|será publicado|será divulgado)(?: em breve)?|em breve",
                    "(?:il )?(?:testo|discorso|contenuto)(?: integrale| completo)? (?:sarà (?:disponibile|pubblicato)(?: (?:a breve|prossimamente))?|in arrivo)|(?:de )?tekst (?:volgt|wordt later gepubliceerd)(?: later)?|tekst wkrótce|treść w przygotowaniu",
                    "(?:текст|стенограмма|материал) (?:будет (?:опубликован|размещ[её]н|дополнен)\\p{L}*(?: (?:позже|позднее|дополнительно|в ближайшее время))?|готовится(?: к публикации)?)|материал дополняется|сейчас готовится к публикации",
                    "(?:내용|본문|전문|원문|자료|보도자료|세부 ?내용)?(?:은|는|을|를)? ?(?:추후|곧|향후) ?(?:게재|게시|공개|업데이트|제공|등록|공지)(?: ?(?:예정|하겠습니다|합니다|될 예정))?(?:입니다|임)?|(?:현재 )?(?:자료 |내용 |서비스 )?준비 ?중(?:입니다)?|게재 예정(?:입니다)?",
                    "(?:本文|内容|全文|資料|仮訳|詳細)?[はを]?(?:ただ今|ただいま|現在)?準備中(?:です)?|(?:本文|全文|仮訳|詳細|内容)?[はを]?(?:追って|後日|近日(?:中に)?)(?:掲載|公開|公表)(?:します|いたします|予定(?:です)?)?|掲載までしばらくお待ち(?:下さい|ください)",
                    "(?:全文|正文|内容|详情)?(?:即将(?:发布|公布|上线)|稍后(?:发布|公布)|正在(?:更新|准备|整理)中?|更新中|将陆续公布)|敬请期待|سيتم نشر النص (?:لاحق[اً]+|قريب[اً]+)|metin yakında (?:yayınlanacak|eklenecek)(?:tır)?"));

    private static final Pattern CONSENT = Pattern.compile(
            FLAGS
                    + "\\b(?:we|our|us)\\b.{0,80}\\bcookies?\\b|cookies?\\b.{0,60}\\b(?:your (?:experience|device|consent|preferences|choices|browser)|on (?:this|our) (?:web ?)?site)|your (?:consent|privacy|choices|personal data)|(?:our|their|third[- ]party) (?:\\d+ )?(?:partners|vendors)|by (?:clicking|continuing)"
                    + "|(?:wir|unsere)\\b.{0,80}\\b(?:cookies?|tracking|partner)\\b|cookies?.{0,60}(?:auf ihrem gerät|ihre[rm]? (?:einwilligung|zustimmung))|ihre[rm]? (?:einwilligung|zustimmung|privatsphäre|auswahl)|(?:durch|mit) (?:ihrem |einem )?klick"
                    + "|nous\\b.{0,80}\\bcookies|vo(?:tre|s) (?:consentement|vie privée|choix|préférences)|(?:utilizamos|usamos|utilizziamo|usiamo|nosotros|noi)\\b.{0,60}\\bcookies?|(?:tu|su|seu|sua|tuo) (?:consentimiento|consentimento|consenso|privacidad|privacidade|privacy)"
                    + "|wij\\b.{0,60}\\bcookies|(?:uw|je) (?:toestemming|privacy)|używamy.{0,60}cookies|vaš\\p{L}* souhlas\\p{L}*|мы (?:используем|применяем).{0,40}(?:cookie|куки)|쿠키(?:를|의)? ?(?:사용|허용|동의|수집)|(?:クッキー|cookie)(?:を|の)(?:使用|利用|許可)|(?:我们|本网站|本網站).{0,20}(?:使用|採用).{0,6}cookie");

    private static final Pattern ACCEPTS = Pattern.compile(
            FLAGS
                    + "(?:(?:yes,? )?(?:i )?(?:accept|agree|consent|allow)(?: (?:all|and (?:continue|close|proceed)|cookies|to all|all cookies|&.{0,20}))*|(?:got it|continue to (?:the )?(?:site|article))"
                    + "|(?:alle(?:n|s)? )?(?:cookies )?(?:akzeptieren|zustimmen|annehmen|zulassen|erlauben)(?: und .{0,20})?|(?:ich bin )?einverstanden|ich stimme zu|zustimmen .{0,20}|(?:tout |j['’])?accepte[rz]?(?: .{0,24})?|(?:aceptar|aceitar|acepto|aceito|accetta|accetto)(?: .{0,20})?|(?:alles )?accepteren|akkoord|akceptuj\\p{L}*(?: .{0,20})?|souhlasím|принять(?: .{0,12})?|согласен|(?:모두 )?(?:동의|허용)(?:합니다|하기)?|(?:すべて)?(?:同意|許可)(?:する|します)?|(?:全部)?(?:接受|同意))\\W{0,3}");

    private final Kind kind;
    private final double share;
    private final Pattern saying;
    private final Pattern label;

    private Telltale(Kind kind, double share, Pattern saying, Pattern label) {
        this.kind = kind;
        this.share = share;
        this.saying = saying;
        this.label = label;
    }

    private static Pattern anyOf(String... families) {
        return Pattern.compile(FLAGS + String.join("|", families));
    }

    /** Returns what {@code line} says of the page that it heads; empty if nothing. */
    public static Optional<Kind> headline(String line) {
        return HEADLINES.stream()
                .filter(telltale -> telltale.isIn(line))
                .map(telltale -> telltale.kind)
                .findFirst();
    }

    /** Returns whether {@code line} asks for scripts, or for patience while they run. */
    public static boolean asksForScripts(String line) {
        return SCRIPT.isIn(line);
    }

    /** Returns whether {@code line} says that a text will stand here, and nothing else. */
    public static boolean announcesText(String line) {
        return PLACEHOLDER.isIn(line);
    }

    /** Returns whether {@code text} speaks to its reader about cookies and the reader's consent. */
    public static boolean asksForConsent(String text) {
        return CONSENT.matcher(text).find();
    }

    /** Returns whether {@code control} is what a reader presses to consent. */
    public static boolean accepts(String control) {
        return control.length() <= LENGTH_MAX && ACCEPTS.matcher(control).matches();
    }

    private boolean isIn(String line) {
        if (line.isEmpty() || line.length() > LENGTH_MAX) {
            return false;
        }
        if (label.matcher(EDGES.matcher(line).replaceAll("")).matches()) {
            return true;
        }
        Matcher matcher = saying.matcher(line);
        return matcher.find() && matcher.end() - matcher.start() >= line.length() * share;
    }
}
