package io.communique.enrich.strip;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lines that are navigation whatever stands around them. Only whole lines are matched: the words occur in real sentences too.
 *
 * <p>Patterns are of families of phrases rather than of sites: skip links, sharing and printing, paging, neighbours, counters. Each is a
 * line of its own below and begins with a letter, by which the few are found that a line could be.
 */
final class NavigationPhrases {
    private static final int LENGTH_MAX = 80;

    private static final String ENGLISH = """
            skip (?:directly )?to .{1,40}
            jump (?:directly )?to .{1,40}
            back to (?:the )?(?:top|list|overview|home).{0,20}
            return to (?:the )?(?:top|list|overview|home).{0,20}
            go to (?:the )?(?:top|list|overview|home).{0,20}
            scroll back to (?:the )?(?:top|list|overview|home).{0,20}
            top of page
            share(?: this)?(?: page| post| article)?:?
            share on .{1,40}
            print(?: this)?(?: page| article)?
            subscribe
            e-?mail(?: this)?
            facebook
            twitter
            x
            linkedin
            instagram
            youtube
            whatsapp
            telegram
            rss
            kakao ?talk
            naver band
            line
            previous(?: post| article| item)?
            next(?: post| article| item| page)?
            related (?:topics|stories|content|links|news)
            read more
            more
            close
            search
            menu
            home
            you are here:?
            breadcrumb
            privacy policy
            contact us
            site ?map
            accessibility
            cookies?
            an official website of .{2,60}
            all rights reserved\\.?
            hits?[:\\s\\d,.]{0,12}
            views?[:\\s\\d,.]{0,12}
            visitors?[:\\s\\d,.]{0,12}
            """;

    private static final String GERMAN = """
            zu[mr] .{1,30} ?(?:springen)?
            direkt zu[mr] .{1,30} ?(?:springen)?
            link direkt zu[mr] .{1,30} ?(?:springen)?
            nach oben
            seite (?:teilen|drucken|empfehlen)
            teilen
            drucken
            inhalt(?:sverzeichnis)?
            sie sind hier:?
            impressum
            datenschutz(?:erklärung)?
            barrierefreiheit
            leichte sprache
            gebärdensprache
            zurück(?: zur übersicht)?
            weiterlesen
            mehr(?: erfahren)?
            """;

    /** French, Spanish, Portuguese. */
    private static final String ROMANCE = """
            passer au .{1,30}
            aller au .{1,30}
            partager(?: sur .{1,20})?
            imprimer
            haut de page
            mentions légales
            pasar al? contenido.{0,20}
            ir al? contenido.{0,20}
            compartir
            imprimir
            voltar
            volver
            """;

    /** Korean, Japanese, Chinese, Russian. */
    private static final String OTHER = """
            인쇄(?:하기)?
            공유(?:하기)?(?: 열기| 닫기)?
            스크랩
            목록(?:으로)?
            이전글.{0,60}
            다음글.{0,60}
            검색창 열기
            처음
            맨 ?위로
            조회수?[:\\s\\d,]{0,10}
            이 누리집은 .{2,30}누리집입니다\\.?
            만족도 조사.{0,40}
            개인정보 ?처리방침
            저작권(?:보호)?정책
            印刷
            ページの先頭へ戻る
            一覧へ(?:戻る)?
            上一篇.{0,60}
            下一篇.{0,60}
            打印
            关闭
            返回.{0,6}
            поделиться
            распечатать
            скопировать ссылку
            """;

    /** Those of which only the end is known. */
    private static final Pattern ENDINGS =
            Pattern.compile(".{0,14}(?:바로가기|건너뛰기)|.{0,30}만족하십니까\\??|.{0,12}(?:本文へ|先頭へ|トップへ|トップへ戻る)");

    private static final Map<Character, Pattern> BY_FIRST = Stream.of(ENGLISH, GERMAN, ROMANCE, OTHER)
            .flatMap(String::lines)
            .collect(groupingBy(phrase -> phrase.charAt(0), collectingAndThen(joining("|"), Pattern::compile)));

    private NavigationPhrases() {}

    static boolean matches(String line) {
        if (line.isEmpty() || line.length() > LENGTH_MAX) {
            return false;
        }
        String lower = line.toLowerCase(Locale.ROOT);
        Pattern phrases = BY_FIRST.get(lower.charAt(0));
        return (phrases != null && phrases.matcher(lower).matches())
                || (mayEnd(lower) && ENDINGS.matcher(lower).matches());
    }

    /** The last characters of {@link #ENDINGS}. */
    private static boolean mayEnd(String line) {
        return switch (line.charAt(line.length() - 1)) {
            case '기', '까', '?', 'へ', 'る' -> true;
            default -> false;
        };
    }
}
