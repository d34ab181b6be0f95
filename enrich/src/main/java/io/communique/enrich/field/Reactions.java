package io.communique.enrich.field;

import io.communique.enrich.block.Headings;
import io.communique.enrich.block.TextBlock;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What readers are asked about a page, and what they say, under its text: surveys, who looks after the page, comments and their rules. */
final class Reactions {
    /** More than this is text, and text is not under a survey. */
    private static final double PROSE = 220;

    private static final Pattern COMMENTS = Pattern.compile(
            "(?i)(?:^|[\\s_-])(?:comments?|comment-?list|commentlist|repl(?:y|ies)|respond|disqus\\w*|kommentare?|commentaires?|comentarios?)(?:$|[\\s_-])");
    private static final Pattern SURVEY = Pattern.compile(
            "(?iu)(?:(?:고객|이용자|페이지|콘텐츠)?\\s?만족도\\s?(?:조사|평가)|(?:현재|이|본|해당)\\s?(?:페이지|콘텐츠|화면|자료).{0,40}만족.{0,20}|(?:메뉴|콘텐츠|페이지|자료)\\s?(?:관리|담당)\\s?(?:부서|자)(?:\\s?[:：].{0,60})?"
                    + "|(?:is|was) this (?:page|information|article) (?:helpful|useful)\\s?\\??|did you find what you were looking for\\s?\\??|rate this page|(?:war|ist) diese (?:seite|information) (?:für sie )?(?:hilfreich|nützlich)\\s?\\??|cette page vous a-t-elle (?:été utile|aidée?)\\s?\\??|¿(?:le|te) (?:ha sido|fue|resultó) útil.{0,40}|esta página (?:foi|lhe foi) útil\\s?\\??"
                    + "|このページは(?:お)?役に立.{0,20}|このページに関する(?:アンケート|ご意見).{0,20}|您对本页.{0,20}满意.{0,10})");

    private Reactions() {}

    /** Returns {@code text} up to where they begin, if no more text follows; all of it otherwise. */
    static List<TextBlock> removed(List<TextBlock> text) {
        Set<Element> aroundAll = text.isEmpty() ? Set.of() : around(text.get(0));
        boolean proseBefore = false;
        for (int i = 0; i < text.size(); i++) {
            TextBlock block = text.get(i);
            if (proseBefore && (isComment(block, aroundAll) || (isSurvey(block) && isLast(text, i)))) {
                return text.subList(0, i);
            }
            proseBefore |= block.weight() > PROSE / 2;
        }
        return text;
    }

    private static boolean isSurvey(TextBlock block) {
        return SURVEY.matcher(block.text()).matches();
    }

    private static boolean isLast(List<TextBlock> text, int at) {
        return text.stream().skip(at).noneMatch(block -> block.weight() > PROSE);
    }

    private static Set<Element> around(TextBlock block) {
        Set<Element> elements = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Element at = block.element(); at != null; at = at.parent()) {
            elements.add(at);
        }
        return elements;
    }

    /** Names of the outermost containers say nothing, nor does that of one that holds the beginning of the text too. */
    private static boolean isComment(TextBlock block, Set<Element> aroundAll) {
        for (Element at = block.element(); at != null && !aroundAll.contains(at); at = at.parent()) {
            String tag = at.normalName();
            if (tag.equals("body") || tag.equals("main") || tag.equals("article")) {
                return false;
            }
            if ((COMMENTS.matcher(at.id()).find() && !Headings.isNamedByHeading(at))
                    || COMMENTS.matcher(at.className()).find()) {
                return true;
            }
        }
        return false;
    }
}
