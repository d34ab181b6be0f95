package io.communique.enrich.field;

import io.communique.enrich.block.TextBlock;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What closes a page behind its text: "For more information:", links, then what the agency says of itself and a mark for the end. The
 * text ends before the label. An agency's words about itself without such a label before them are left in the text.
 */
final class FurtherReading {
    private static final double LABEL_MAX = 100;
    private static final double LINKED = 0.5;
    private static final int BOILERPLATE_MAX = 2;

    private static final Pattern LABEL = Pattern.compile(
            "(?iu)(?:(?:for )?(?:more|further|additional) (?:information|details|reading)(?: (?:on|about) .{1,60})?|(?:related|useful) (?:information|links|content|documents|resources)|learn more|read more"
                    + "|weitere informationen|weiterführende (?:links|informationen)|mehr zum thema|links zum thema|pour en savoir plus|(?:liens|informations) (?:utiles|complémentaires|connexes)|en savoir plus|más información|(?:enlaces|documentos) relacionados|mais informações|saiba mais|per saperne di più|ulteriori informazioni|meer informatie|läs mer|czytaj więcej"
                    + "|관련\\s?(?:링크|사이트|누리집)|더\\s?알아보기|関連(?:情報|リンク|サイト)|相关链接|相關連結|подробнее|ссылки по теме|روابط ذات صلة)\\s?[:：]?");
    private static final Pattern END_MARK = Pattern.compile("[#*\\s-]{1,9}|-?\\s?30\\s?-?|(?:ENDS?|FIN|ENDE)\\.?");
    private static final String BODY_KIND =
            "(?:agency|department|ministry|office|authority|body|service|institut\\w*|administration|bureau|commission|organi[sz]ation|behörde|amt|ministerium|anstalt|agence|ministère|établissement|organismo|agencia|ministerio)";
    /** An organisation says what it is: "The X, an agency within …", "X is the ministry that …", "About X". */
    private static final Pattern BOILERPLATE = Pattern.compile(
            "(?iu)about (?:the )?[^.]{2,80}|[^.]{2,90}?(?:,| is| ist| est| es| são| è) (?:an?|the|eine?|das|die|der|une?|l[ea]|el) [^.]{0,60}?"
                    + BODY_KIND + "\\b.*");

    private FurtherReading() {}

    /** Returns {@code text} up to where such an ending begins; all of it if there is none. */
    static List<TextBlock> removed(List<TextBlock> text) {
        int at = text.size();
        while (at > 0 && END_MARK.matcher(text.get(at - 1).text()).matches()) {
            at--;
        }
        for (int i = 0; i < BOILERPLATE_MAX && at > 0 && isBoilerplate(text.get(at - 1)); i++) {
            at--;
        }
        int behindLinks = at;
        while (at > 0 && text.get(at - 1).linkDensity() > LINKED) {
            at--;
        }
        boolean announced = at > 1
                && (at < behindLinks || behindLinks < text.size())
                && text.get(at - 1).weight() <= LABEL_MAX
                && LABEL.matcher(text.get(at - 1).text()).matches();
        return announced ? text.subList(0, at - 1) : text;
    }

    private static boolean isBoilerplate(TextBlock block) {
        return BOILERPLATE.matcher(block.text()).matches();
    }
}
