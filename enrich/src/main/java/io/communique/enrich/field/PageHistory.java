package io.communique.enrich.field;

import io.communique.enrich.block.TextBlock;
import io.communique.enrich.strip.MetadataLine;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The log of a page's changes under its text: dates, each with a note, down to the first publication. It is about the page, and were it text, a
 * word in it would be an edition.
 */
final class PageHistory {
    private static final Pattern LABEL = Pattern.compile(
            "(?iu)[+\\s]*(?:(?:full )?(?:page|document|update|change|revision|publication) history|history of changes|(?:updates|changes) to this (?:page|document)|change ?log"
                    + "|(?:änderungs|dokument)(?:historie|verlauf)|historique (?:de la page|du document|des (?:modifications|mises à jour))|historial de (?:cambios|la página|actualizaciones)|histórico de (?:alterações|atualizações)"
                    + "|(?:변경|개정|수정)\\s?(?:이력|내역)|(?:更新|改訂|変更)履歴|(?:更新|修订|修訂)(?:记录|記錄|历史|歷史))\\s?[:：]?");
    private static final Pattern FIRST = Pattern.compile(
            "(?iu)(?:this (?:page|document) was )?(?:first|originally) published\\.?|page created\\.?|erst(?:mals )?veröffentlich(?:t|ung)\\.?|première publication\\.?|primera publicación\\.?|初版(?:公開|掲載)?。?|최초\\s?(?:게시|작성)\\.?");
    /** Blocks that a note has at most. */
    private static final int NOTE_MAX = 4;

    private PageHistory() {}

    /** Returns {@code text} up to its history; all of it if it has none. */
    static List<TextBlock> removed(List<TextBlock> text) {
        for (int i = 1; i < text.size() - 1; i++) {
            if (LABEL.matcher(text.get(i).text()).matches() && isLog(text.subList(i + 1, text.size()))) {
                return text.subList(0, i);
            }
        }
        int last = text.size() - 1;
        return last > 1 && FIRST.matcher(text.get(last).text()).matches() ? text.subList(0, logStart(text)) : text;
    }

    private static boolean isLog(List<TextBlock> rest) {
        long dates = rest.stream().filter(PageHistory::isDate).count();
        return isDate(rest.get(0)) && dates * NOTE_MAX >= rest.size();
    }

    /** Goes up from date to date, over the notes between them. */
    private static int logStart(List<TextBlock> text) {
        int start = text.size();
        for (int date = dateAbove(text, start); date > 0; date = dateAbove(text, start)) {
            start = date;
        }
        return start;
    }

    /** Returns the nearest date above; 0 if none is near. */
    private static int dateAbove(List<TextBlock> text, int below) {
        for (int at = below - 1; at > 0 && at >= below - NOTE_MAX - 1; at--) {
            if (isDate(text.get(at))) {
                return at;
            }
        }
        return 0;
    }

    private static boolean isDate(TextBlock block) {
        return MetadataLine.matches(block.text()) && block.text().chars().anyMatch(Character::isDigit);
    }
}
