package io.communique.enrich.strip;

import java.util.regex.Pattern;

/** Rows of labels and values between title and body, or after it: when, by whom, how often seen. Facts about the text, not text. */
public final class MetadataLine {
    private static final int LENGTH_MAX = 120;

    private static final Pattern LABEL = Pattern.compile("(?iu)(?:"
            + "(?:for (?:immediate )?release|date|hits?|views?|author|department|division|writer|files?|attachments?|source|published(?: on)?|posted(?: on)?|last (?:updated|modified|revised)|release date|location|category|contact|tel|e-?mail)\\s*[:：]?"
            + "|(?:datum|stand|erscheinungsdatum|ausgabejahr|nummer|typ|quelle|autor)\\s*[:：]?"
            + "|(?:메뉴\\s?담당\\s?부서|담당\\s?부서|담당자|부서|작성자|작성일|등록일|등록일자|게시일|수정일|조회수?|전화(?:번호?)?|연락처|첨부\\s?파일|첨부|파일|출처|분류)\\s*[:：]?"
            + "|(?:来源|发布日期|发布时间|字号|浏览次数)\\s*[:：]?.{0,40}"
            + ")(?:\\s.{0,60})?");
    /** When a text was published or changed last; some of the labels begin sentences too, unless a colon follows. */
    private static final Pattern DATED = Pattern.compile("(?iu)(?:"
            + "(?:(?:first |date )?(?:published|issued|updated|released)|(?:veröffentlichungs|änderungs)datum|letzte (?:änderung|aktualisierung)|aktualisiert|date(?: de publication)?|dernière (?:mise à jour|modification)|fecha(?: de publicación)?|última (?:actualización|modificación)"
            + "|data(?: (?:de publicação|di pubblicazione|publikacji))?|última (?:atualização|modificação)|ultim[ao] (?:aggiornamento|modifica)|laatst (?:gewijzigd|bijgewerkt)|publicerad|uppdaterad|senast uppdaterad|publisert|oppdatert|sist (?:oppdatert|endret)|julkaistu|päivitetty"
            + "|opublikowano|ostatnia (?:aktualizacja|modyfikacja)|yayın(?:lanma)? tarihi|son güncelleme(?: tarihi)?|дата(?: публикации)?|опубликовано|обновлено|последнее (?:обновление|изменение)|تاريخ النشر|آخر تحديث)\\s*[:：]"
            + "|(?:zuletzt )?(?:aktualisiert|veröffentlicht|geändert) am\\s|(?:publiée?|mise? à jour|modifiée?) le\\s|(?:publicado|actualizado) el\\s|(?:publicado|atualizado) em\\s|(?:pubblicato|aggiornato) il\\s|(?:gepubliceerd|bijgewerkt|gewijzigd) op\\s"
            + "|(?:最終)?(?:更新|掲載|公開|公表|発表|作成|登録)(?:日時?|年月日)[\\s:：]|(?:發[布佈]|发布|發文|刊登|更新|最後更新)(?:日期|时间|時間)[\\s:：]"
            + ")[^\\d.!?。]{0,24}\\d.{0,40}");
    /** Digits, punctuation and month names' letters: a date or number alone on its line. */
    private static final Pattern VALUE = Pattern.compile(
            "[\\d\\s.,:/년월일年月日-]{1,40}|\\d{1,2}-\\p{L}{3,12}-\\d{2,4}"
                    + "|(?:\\p{L}{2,12}[.,]?\\s)?\\d{1,2}(?:st|nd|rd|th|\\.)?\\s(?:de\\s)?\\p{L}{3,12}\\.?,?\\s(?:de\\s)?\\d{4}(?:[\\s,|-]{1,3}\\d{1,2}[:.]\\d\\d.{0,12})?"
                    + "|(?:\\p{L}{2,12}[.,]?\\s)?\\p{L}{3,12}\\.?\\s\\d{1,2},?\\s\\d{4}(?:[\\s,|-]{1,3}\\d{1,2}[:.]\\d\\d.{0,12})?");

    /** The cell before the text, on boards that are tables. */
    private static final Pattern TEXT_LABEL = Pattern.compile(
            "(?iu)(?:글|상세|본문)?\\s?내용|본문|内容|正文|本文|(?:content|message|text|inhalt|texte|contenu|contenido|conteúdo|contenuto|содержание)\\s?[:：]");

    private static final Pattern PAGE_MANAGER = Pattern.compile("(?:메뉴|페이지)\\s?(?:담당|관리)\\s?(?:부서|자)\\s*[:：]?");

    private MetadataLine() {}

    /** Returns whether {@code line} only says that the text follows. */
    static boolean isTextLabel(String line) {
        return line.length() <= LENGTH_MAX && TEXT_LABEL.matcher(line).matches();
    }

    /** Returns whether {@code line} announces who looks after the page. */
    static boolean isPageManager(String line) {
        return line.length() <= LENGTH_MAX && PAGE_MANAGER.matcher(line).matches();
    }

    /** "- 30 -" ends a release, and "1." alone hangs before its paragraph. */
    private static boolean isOfText(String line) {
        char last = line.charAt(line.length() - 1);
        return (line.startsWith("- ") && last == '-')
                || (line.length() <= 3 && (last == '.' || last == ')') && Character.isDigit(line.charAt(0)));
    }

    private static boolean isSentence(String line) {
        return ".。!?".indexOf(line.charAt(line.length() - 1)) >= 0;
    }

    /** Returns whether {@code line} is a label with its value, or a date or number alone. */
    public static boolean matches(String line) {
        return line.length() <= LENGTH_MAX
                && !isOfText(line)
                && (VALUE.matcher(line).matches()
                        || (LABEL.matcher(line).matches() && !line.endsWith("."))
                        || (DATED.matcher(line).matches() && !isSentence(line)));
    }
}
