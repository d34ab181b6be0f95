package io.communique.enrich.field;

import io.communique.enrich.block.Cues;
import io.communique.enrich.block.TextBlock;
import io.communique.enrich.strip.Region;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What stands over a text about its standing: that it is archived, was withdrawn, or is of a former government. */
final class Notices {
    private static final double LENGTH_MAX = 300;
    /** How many blocks of a text may be its notice. */
    private static final int NEAR = 3;

    private static final Pattern NOTICE = Pattern.compile(
            "(?iu)\\bfrozen in time\\b|\\b(?:web ?site|site|page|content) is no longer (?:being )?(?:updated|maintained)\\b|^this (?:\\p{L}+ ){0,3}(?:was|has been) (?:withdrawn|archived|superseded)\\b|^this (?:\\p{L}+ ){0,3}was published under the .{0,80}\\bgovernment\\b|^(?:archived (?:content|page|information)|historical content)\\b"
                    + "|^dies(?:e|er|es) (?:seite|inhalt|meldung|text) (?:ist archiviert|wird nicht mehr aktualisiert)|^cette page a été (?:archivée|retirée)|^contenu archivé|^est[ea] (?:página|contenido) (?:ha sido|fue) (?:archivad[oa]|retirad[oa])|(?:이|본) (?:페이지|자료|게시물)(?:는|은).{0,30}(?:보존용|업데이트되지 않)|このページは.{0,20}(?:アーカイブ|更新されていません)");

    private static final Cues CUES = Cues.of(
            "frozen", "no longer", "this ", "archiv", "historical", "dies", "cette ", "est", "이 ", "본 ", "このページ");

    private Notices() {}

    static boolean isNotice(TextBlock block) {
        return block.weight() <= LENGTH_MAX
                && CUES.areIn(block.text())
                && NOTICE.matcher(block.text()).find();
    }

    /** Returns {@code text} without the notice that it opens with, and the lines before that. */
    static List<TextBlock> removed(List<TextBlock> text) {
        for (int i = Math.min(NEAR, text.size() - 1) - 1; i >= 0; i--) {
            if (isNotice(text.get(i))) {
                return Region.trimmed(text.subList(end(text, i), text.size()));
            }
        }
        return text;
    }

    /** A notice may say more than its heading does, in a box of its own. */
    private static int end(List<TextBlock> text, int notice) {
        Element box = text.get(notice).element().parent();
        int end = notice + 1;
        while (box != null
                && end < text.size()
                && text.get(end).element().parents().contains(box)) {
            end++;
        }
        return end < text.size() ? end : notice + 1;
    }

    /** Returns the notice among {@code blocks}; empty if there is none. */
    static Optional<String> find(List<TextBlock> blocks) {
        return blocks.stream().filter(Notices::isNotice).map(TextBlock::text).findFirst();
    }
}
