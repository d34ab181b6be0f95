package io.communique.enrich.field;

import io.communique.contract.file.Menus;
import io.communique.contract.file.PageFiles;
import io.communique.enrich.block.TextBlock;
import io.communique.enrich.strip.Region;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** Collects what may offer a file of the release, in one walk over the page. */
final class FileOffers implements NodeVisitor {
    /** Far more than is listed; more than this is no release. */
    private static final int OFFERS_MAX = 2_000;
    /** How far above the text the box of files may hang in the tree. */
    private static final int LEVELS_UP = 4;
    /** How far above the text what holds it and the title is looked for. */
    private static final int LEVELS_TO_TITLE = 8;

    private final List<FileOffer> offers = new ArrayList<>();
    private final Deque<LinkCount> lists = new ArrayDeque<>();
    private final Deque<LinkCount> rows = new ArrayDeque<>();
    private final Deque<Integer> paragraphs = new ArrayDeque<>();
    private final Menus menus = new Menus();

    /** For each element of the article's text, the characters of its block. */
    private final IdentityHashMap<Element, Integer> text = new IdentityHashMap<>();

    private final IdentityHashMap<Element, Boolean> repeated = new IdentityHashMap<>();
    private final IdentityHashMap<Element, Boolean> menusOpen = new IdentityHashMap<>();
    private final Element scope;
    private final Set<Element> aroundScope = Collections.newSetFromMap(new IdentityHashMap<>());

    @Nullable
    private final Element title;

    private boolean behindTitle;
    private int scopes;
    private int menuDepth;
    private int articles;
    private int repeatedDepth;

    private FileOffers(Region region, List<TextBlock> blocks, int titleAt) {
        title = titleAt < 0 ? null : blocks.get(titleAt).element();
        behindTitle = title == null;
        scope = scope(region.container(), title);
        for (Element at = scope; at != null; at = at.parent()) {
            aroundScope.add(at);
        }
        for (TextBlock block : region.blocks()) {
            text.merge(block.element(), block.text().length(), Integer::sum);
        }
        for (TextBlock block : blocks) {
            if (block.repeated() && !text.containsKey(block.element())) {
                repeated.put(block.element(), true);
            }
        }
        text.keySet().removeIf(element -> element.normalName().equals("body"));
        repeated.keySet().removeIf(element -> element.normalName().equals("body"));
    }

    static List<FileOffer> of(Document page, Region region, List<TextBlock> blocks, int titleAt) {
        FileOffers walk = new FileOffers(region, blocks, titleAt);
        page.body().traverse(walk);
        return walk.offers;
    }

    /** Files hang beside the text, or beside what holds text and title. */
    private static Element scope(Element container, @Nullable Element title) {
        Element both = container;
        for (int up = 0; title != null && up < LEVELS_TO_TITLE && !contains(both, title); up++) {
            Element parent = both.parent();
            both = parent == null ? both : parent;
        }
        Element scope = title != null && contains(both, title) ? both : container;
        for (int up = 0; up < LEVELS_UP && !scope.normalName().equals("body"); up++) {
            Element parent = scope.parent();
            scope = parent == null ? scope : parent;
        }
        return scope;
    }

    private static boolean contains(Element outer, Element inner) {
        for (Element at = inner; at != null; at = at.parent()) {
            if (at.equals(outer)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void head(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        String tag = element.normalName();
        scopes += element.equals(scope) ? 1 : 0;
        articles += isArticle(tag) ? 1 : 0;
        behindTitle |= element.equals(title);
        repeatedDepth += repeated.containsKey(element) ? 1 : 0;
        Integer characters = text.get(element);
        if (characters != null) {
            paragraphs.push(characters);
        }
        if (menuDepth == 0 && isAroundOffers(element) && isMenu(element, tag)) {
            menusOpen.put(element, true);
            menuDepth++;
        }
        if (isList(tag)) {
            lists.push(new LinkCount(element));
        } else if (isRow(tag)) {
            rows.push(new LinkCount(element));
        }
        if (tag.equals("a") && leadsAway(element.attr("href"))) {
            count(lists.peek());
            count(rows.peek());
        }
        offer(element, tag);
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        String tag = element.normalName();
        scopes -= element.equals(scope) ? 1 : 0;
        articles -= isArticle(tag) ? 1 : 0;
        repeatedDepth -= repeated.containsKey(element) ? 1 : 0;
        if (text.containsKey(element)) {
            paragraphs.pop();
        }
        if (menusOpen.remove(element) != null) {
            menuDepth--;
        }
        if (isList(tag)) {
            lists.pop();
        } else if (isRow(tag)) {
            rows.pop();
        }
    }

    private void offer(Element element, String tag) {
        if (offers.size() >= OFFERS_MAX
                || element.attributesSize() == 0
                || !PageFiles.mayOffer(tag, element.hasAttr("onclick"))) {
            return;
        }
        boolean inText = !paragraphs.isEmpty();
        boolean beside = scopes > 0 && behindTitle && menuDepth == 0 && repeatedDepth == 0;
        if (inText || beside) {
            offers.add(new FileOffer(element, inText, inText ? paragraphs.peek() : 0, lists.peek(), rows.peek()));
        }
    }

    /** Menus elsewhere hold nothing that is asked for. */
    private boolean isAroundOffers(Element element) {
        return scopes > 0 || aroundScope.contains(element);
    }

    private boolean isMenu(Element element, String tag) {
        return element.attributesSize() == 0
                ? menus.isMenu(tag, "", "", "", articles > 0)
                : menus.isMenu(tag, element.attr("role"), element.id(), element.className(), articles > 0);
    }

    private static void count(@Nullable LinkCount around) {
        if (around != null) {
            around.link();
        }
    }

    private static boolean leadsAway(String href) {
        return !href.isEmpty()
                && href.charAt(0) != '#'
                && !href.startsWith("mailto:")
                && !href.startsWith("javascript:");
    }

    private static boolean isArticle(String tag) {
        return tag.equals("article") || tag.equals("main");
    }

    private static boolean isList(String tag) {
        return tag.equals("ul") || tag.equals("ol") || tag.equals("dl");
    }

    private static boolean isRow(String tag) {
        return tag.equals("li") || tag.equals("tr") || tag.equals("dd");
    }
}
