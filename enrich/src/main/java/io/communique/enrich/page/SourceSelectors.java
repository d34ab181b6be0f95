package io.communique.enrich.page;

import io.communique.contract.page.PageSelectors;
import io.communique.contract.release.Published;
import io.communique.enrich.block.BlockReader;
import io.communique.enrich.block.TextBlock;
import io.communique.enrich.field.PublicationDate;
import io.communique.enrich.field.Title;
import io.communique.enrich.strip.Region;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jsoup.select.Selector;

/** What a source's own selectors find on one page, and which of them found nothing. Not safe to share: it remembers what it missed. */
final class SourceSelectors {
    private final PageSelectors selectors;
    private final Document page;
    private final List<String> missed = new ArrayList<>();

    SourceSelectors(PageSelectors selectors, Document page) {
        this.selectors = selectors;
        this.page = page;
    }

    /** Takes what is no part of a release off the page. */
    void drop() {
        selectors.drop().ifPresent(css -> {
            Elements dropped = select(css);
            note("drop", !dropped.isEmpty());
            dropped.stream().filter(element -> element.parent() != null).forEach(Element::remove);
        });
    }

    /** Returns the region that the source names, whole; empty if it names none, or one without text. */
    Optional<Region> body(List<TextBlock> blocks) {
        return selectors.body().flatMap(css -> {
            Optional<Region> region = region(select(css), blocks);
            note("body", region.isPresent());
            return region;
        });
    }

    Optional<Title> title(List<TextBlock> blocks) {
        return selectors.title().flatMap(css -> {
            Optional<Element> shown = select(css).stream()
                    .filter(element -> !BlockReader.fold(element.text()).isEmpty())
                    .findFirst();
            note("title", shown.isPresent());
            return shown.map(element -> new Title(BlockReader.fold(element.text()), indexIn(element, blocks)));
        });
    }

    /** What the element shows, or else says to machines in {@code datetime} or {@code content}. */
    Optional<Published> date(PublicationDate dates) {
        return selectors.date().flatMap(css -> {
            Optional<Published> found = select(css).stream()
                    .flatMap(element ->
                            List.of(element.text(), element.attr("datetime"), element.attr("content")).stream())
                    .map(dates::written)
                    .flatMap(Optional::stream)
                    .findFirst();
            note("date", found.isPresent());
            return found;
        });
    }

    /** Returns a warning for each selector that found nothing. */
    List<String> warnings() {
        return missed.stream().map(field -> "selector-missed: " + field).toList();
    }

    private void note(String field, boolean found) {
        if (!found) {
            missed.add(field);
        }
    }

    /** A selector was checked when its source was read, but pages come from a topic that others may write to. */
    private Elements select(String css) {
        try {
            return page.select(css);
        } catch (Selector.SelectorParseException | IllegalArgumentException e) {
            return new Elements();
        }
    }

    private Optional<Region> region(Elements containers, List<TextBlock> blocks) {
        Set<Element> chosen = new HashSet<>(containers);
        List<TextBlock> inside = new ArrayList<>();
        int start = blocks.size();
        for (int i = 0; i < blocks.size(); i++) {
            if (isInside(blocks.get(i).element(), chosen)) {
                start = Math.min(start, i);
                inside.add(blocks.get(i));
            }
        }
        return inside.isEmpty() ? Optional.empty() : Optional.of(new Region(around(containers), inside, start));
    }

    /** The only element, or what holds them all. */
    private Element around(Elements containers) {
        Element at = containers.get(0);
        for (Element container : containers) {
            while (!container.equals(at) && !isInside(container, Set.of(at))) {
                Element up = at.parent();
                if (up == null) {
                    return page.body();
                }
                at = up;
            }
        }
        return at;
    }

    private static boolean isInside(Element element, Set<Element> containers) {
        for (Element at = element; at != null; at = at.parent()) {
            if (containers.contains(at)) {
                return true;
            }
        }
        return false;
    }

    private static int indexIn(Element element, List<TextBlock> blocks) {
        Set<Element> container = Set.of(element);
        for (int i = 0; i < blocks.size(); i++) {
            if (isInside(blocks.get(i).element(), container)) {
                return i;
            }
        }
        return -1;
    }
}
