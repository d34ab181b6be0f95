package io.communique.enrich.strip;

import io.communique.enrich.block.TextBlock;
import java.util.Locale;
import java.util.regex.Pattern;

/** Lines between paragraphs that send the reader to another text: "See also: …", a link. They are no part of the text that they interrupt. */
final class ReadAlso {
    private static final double LINKED_MIN = 0.3;
    private static final int LENGTH_MAX = 400;

    private static final Pattern OPENING = Pattern.compile("[^\\p{L}\\p{N}]{0,3}(?:"
            + "read (?:more|also|next|on)|also read|see also|(?:more|related) (?:reading|stories|story|articles?|news)|related|don['’]t miss|you may also like"
            // German, Dutch, Danish, Norwegian, Swedish, Finnish
            + "|lesen sie (?:auch|dazu|mehr|hier)(?: auch)?|mehr (?:zum thema|dazu|lesen)|siehe auch|auch interessant|lees (?:ook|meer|verder)|zie ook|les (?:også|mer)|se også"
            + "|læs (?:også|mere)|läs (?:också|även|mer)|se även|lue (?:myös|lisää)|katso myös"
            // French, Spanish, Portuguese, Italian, Romanian
            + "|(?:à )?lire (?:aussi|également|plus)|voir (?:aussi|également)|lea|lea (?:más|también|además)|lee (?:más|también)|mira|mira también|ver también|véase también"
            + "|(?:le|te) puede interesar|leia(?: também| mais)?|ve(?:r|ja) também|leggi anche|vedi anche|approfondisci|citește și|vezi și"
            // Polish, Czech, Slovak, Hungarian, Croatian, Slovene
            + "|czytaj (?:też|także|również|więcej)|zobacz (?:też|także|również)|čtěte (?:také|též)|viz také|čítajte (?:aj|tiež)|olvass(?:a|on)? (?:tovább|el ezt is)|lásd még"
            + "|pročitajte (?:i|još)|preberite (?:tudi|še)"
            // Greek, Russian, Ukrainian, Bulgarian, Turkish, Indonesian
            + "|διαβάστε (?:επίσης|ακόμα|ακόμη)|δείτε (?:επίσης|ακόμα)|читайте (?:также|ещё|еще|по теме)|смотрите также|читайте також|дивіться також|вижте още|прочетете още"
            + "|ayrıca (?:okuyun|bakınız)|bunu da okuyun|baca juga|lihat juga"
            // Arabic, Japanese, Korean, Chinese
            + "|اقرأ أيضا|اقرأ أيضًا|اقرأ المزيد|関連記事|関連リンク|あわせて読みたい|관련\\s?기사|관련\\s?글|함께\\s?읽기|相关阅读|相关新闻|相關新聞|相關閱讀|延伸閱讀|延伸阅读"
            + ")\\s?[:：|–—>»▶].*");

    private ReadAlso() {}

    static boolean matches(TextBlock block) {
        return block.linkDensity() >= LINKED_MIN
                && block.text().length() <= LENGTH_MAX
                && OPENING.matcher(block.text().toLowerCase(Locale.ROOT)).matches();
    }
}
