package io.communique.enrich.field;

import io.communique.contract.file.FileAddress;
import io.communique.contract.file.FileType;
import io.communique.contract.file.LinkedFile;
import io.communique.contract.file.PageFiles;
import io.communique.contract.file.PageScripts;
import io.communique.contract.release.Attachment;
import io.communique.enrich.block.TextBlock;
import io.communique.enrich.strip.Region;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The files that belong to a release: linked from its text, or offered in the boxes around it. Menus, side bars, footers, lists of other
 * releases and programs that show files have none.
 *
 * <p>A file that is offered more than once (from the text and in the box, by its picture and by its title, for a look and for download) is
 * one attachment, under the best of its names. One whose address only a script knows, and not from the page alone, has none.
 */
public final class Attachments {
    private static final int ATTACHMENTS_MAX = 100;
    /** Lists with this many links to pages, and few to files, are menus. */
    private static final int MENU_MIN = 8;

    private static final int MENU_PAGES_TO_FILES = 4;

    private Attachments() {}

    /**
     * Returns the files of the release on {@code page}, each once, in the order of the page.
     *
     * @param charset that the page was read in
     * @param region where its article stands
     * @param blocks of the page
     * @param titleAt which of them is its title; -1 if none is
     */
    public static List<Attachment> find(
            Document page, Charset charset, Region region, List<TextBlock> blocks, int titleAt) {
        List<FileOffer> offers = FileOffers.of(page, region, blocks, titleAt);
        if (offers.isEmpty()) {
            return List.of();
        }
        PageFiles files = new PageFiles(page.baseUri(), charset, scripts(page, offers));
        List<FileOffer> offering = new ArrayList<>();
        for (FileOffer offer : offers) {
            if (offer.read(files)) {
                offering.add(offer);
            }
        }
        return attachments(offering);
    }

    private static PageScripts scripts(Document page, List<FileOffer> offers) {
        PageScripts scripts = new PageScripts();
        if (offers.stream().anyMatch(FileOffer::needsScript)) {
            page.getElementsByTag("script").forEach(script -> scripts.add(script.data()));
        }
        return scripts;
    }

    private static List<Attachment> attachments(List<FileOffer> offering) {
        List<Entry> entries = new ArrayList<>();
        Map<String, Entry> byAddress = new HashMap<>();
        for (FileOffer offer : offering) {
            if (!offer.isInMenu(MENU_MIN, MENU_PAGES_TO_FILES) && !offer.isInRowOfAnotherPage()) {
                add(new Entry(offer), entries, byAddress);
            }
        }
        return entries.stream().map(Entry::attachment).toList();
    }

    private static void add(Entry entry, List<Entry> entries, Map<String, Entry> byAddress) {
        Optional<Entry> known = entry.key()
                .map(byAddress::get)
                .or(() -> entries.stream()
                        .filter(other -> other.isSameFile(entry))
                        .findFirst());
        known.ifPresent(same -> same.join(entry));
        if (known.isEmpty() && (entries.size() >= ATTACHMENTS_MAX || entry.name.isBlank())) {
            return;
        }
        if (known.isEmpty()) {
            entries.add(entry);
        }
        entry.key().ifPresent(key -> byAddress.putIfAbsent(key, known.orElse(entry)));
    }

    /** A file, as far as the offers seen so far tell. */
    private static final class Entry {
        private static final int NAMED_IN_FULL = 5;
        private static final int NAMED = 4;
        private static final int NAMED_IN_SENTENCE = 3;
        private static final int NAMED_BESIDE = 2;
        private static final int NAMED_IN_ADDRESS = 1;

        private final Element row;
        private Optional<String> url;
        private boolean view;
        private Optional<FileType> type;
        private String name;
        private int rank;

        Entry(FileOffer offer) {
            LinkedFile file = offer.file();
            row = offer.row();
            url = file.url();
            view = file.view();
            type = file.type();
            name = file.name().orElse("");
            rank = file.isNamedInFull() ? NAMED_IN_FULL : offer.inSentence() ? NAMED_IN_SENTENCE : NAMED;
            if (name.isEmpty()) {
                nameOtherwise(offer, file);
            }
        }

        private void nameOtherwise(FileOffer offer, LinkedFile file) {
            Optional<String> inRow = offer.nameInRow();
            rank = inRow.isPresent() ? NAMED_BESIDE : file.addressName().isPresent() ? NAMED_IN_ADDRESS : 0;
            name = inRow.or(file::addressName)
                    .or(offer::nameBeside)
                    .orElseGet(() -> file.said().isEmpty() ? lastSegment(url.orElse("")) : file.said());
            type = type.or(() -> inRow.flatMap(FileType::in));
        }

        Optional<String> key() {
            return view ? Optional.empty() : url.map(FileAddress::key);
        }

        /** One offer shows the file and the other sends it, or the other is but a button behind the name. */
        boolean isSameFile(Entry other) {
            return name.equalsIgnoreCase(other.name)
                    && (type.isEmpty() || other.type.isEmpty() || type.equals(other.type))
                    && (key().isEmpty() || other.key().isEmpty() || isButtonOf(other) || other.isButtonOf(this));
        }

        private boolean isButtonOf(Entry other) {
            return rank == NAMED_BESIDE && other.rank > NAMED_BESIDE && row.equals(other.row);
        }

        void join(Entry other) {
            if (key().isEmpty() && (other.url.isPresent() || url.isEmpty())) {
                url = other.url;
                view = other.view;
            }
            type = type.or(() -> other.type);
            if (other.rank > rank) {
                name = other.name;
                rank = other.rank;
            }
        }

        Attachment attachment() {
            return new Attachment(
                    view ? Optional.empty() : url,
                    name,
                    type.map(FileType::mediaType),
                    Attachment.Extraction.NOT_FETCHED,
                    Optional.empty());
        }

        private static String lastSegment(String address) {
            int query = address.indexOf('?');
            String path = query < 0 ? address : address.substring(0, query);
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }
}
