package io.communique.enrich.edition;

import io.communique.contract.file.FileAddress;
import io.communique.contract.release.Attachment;
import io.communique.contract.release.Attachment.Extraction;
import io.communique.contract.release.Provenance;
import io.communique.contract.release.Quality;
import io.communique.contract.release.Release;
import io.communique.enrich.block.TextWeight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Brings a release and the files that its page links together; pure. */
public final class AttachedFiles {
    static final String TEXT_IN_ATTACHMENT = "text is in an attachment";
    static final String TEXT_MAY_BE_IN_ATTACHMENT = "text may be in an attachment";

    /** Of all files of one release together, so that a release stays a record that the topics take. */
    private static final int CHARACTERS_MAX = 2_000_000;
    /** A body that says less is a title, or a word that points to the file. */
    private static final double POINTER_MAX = 150;

    private AttachedFiles() {}

    /** Returns whether the page of {@code release} links the file at {@code link}. */
    public static boolean lists(Release release, String link) {
        String key = FileAddress.key(link);
        return release.attachments().stream()
                .anyMatch(file -> file.url().map(FileAddress::key).equals(Optional.of(key)));
    }

    /**
     * Returns {@code release} with the text of its files, as far as they were read.
     *
     * @param readings of this release's files, by {@link FileAddress#key}
     */
    public static Release with(Release release, Function<String, Optional<FileReading>> readings) {
        List<Attachment> files = new ArrayList<>();
        int room = CHARACTERS_MAX;
        for (Attachment file : release.attachments()) {
            Attachment read = file.url()
                    .map(FileAddress::key)
                    .flatMap(readings)
                    .map(reading -> file.read(reading.extraction(), reading.text()))
                    .orElse(file);
            Attachment fitting = cut(read, room);
            room -= fitting.text().map(String::length).orElse(0);
            files.add(fitting);
        }
        return release.withAttachments(files, provenance(release, files), release.fetchedAt());
    }

    /** Returns {@code read} with what an earlier reading of the same page knew of files whose address alone has changed. */
    static Release keepingText(Release known, Release read) {
        List<Attachment> files = new ArrayList<>();
        for (Attachment file : read.attachments()) {
            boolean fresh = file.extraction() == Extraction.NOT_FETCHED;
            Optional<Attachment> same = known.attachments().stream()
                    .filter(old -> fresh && old.name().equals(file.name()))
                    .findFirst();
            files.add(same.map(old -> file.read(old.extraction(), old.text())).orElse(file));
        }
        return known.withAttachments(files, known.provenance(), known.fetchedAt());
    }

    private static Attachment cut(Attachment file, int room) {
        Optional<String> text = file.text();
        if (text.isEmpty() || text.get().length() <= room) {
            return file;
        }
        int end = room > 0 && Character.isHighSurrogate(text.get().charAt(room - 1)) ? room - 1 : room;
        return end <= 0
                ? file.read(Extraction.FAILED, Optional.empty())
                : file.read(Extraction.PARTIAL, Optional.of(text.get().substring(0, end)));
    }

    /** The body stays what the page says; where that is next to nothing, the warnings say where to look. */
    private static Provenance provenance(Release release, List<Attachment> files) {
        Provenance made = release.provenance();
        List<String> warnings = new ArrayList<>(made.quality().warnings());
        warnings.removeAll(List.of(TEXT_IN_ATTACHMENT, TEXT_MAY_BE_IN_ATTACHMENT));
        if (TextWeight.isBelow(release.body(), POINTER_MAX)) {
            boolean carried = files.stream()
                    .flatMap(file -> file.text().stream())
                    .anyMatch(text -> TextWeight.of(text) > TextWeight.of(release.body()));
            boolean open = files.stream().anyMatch(file -> file.extraction() == Extraction.NOT_FETCHED);
            if (carried || open) {
                warnings.add(carried ? TEXT_IN_ATTACHMENT : TEXT_MAY_BE_IN_ATTACHMENT);
            }
        }
        return made.withQuality(new Quality(made.quality().textDensity(), warnings));
    }
}
