package io.communique.contract.file;

import java.util.Optional;

/**
 * A file as one element of a page offers it.
 *
 * @param url absolute http or https address, characters as on the page; empty where the page gives none that a program can follow
 * @param view whether the file is only shown there, by a viewer, rather than sent
 * @param name what the element calls it: text, {@code title} or the like; empty if it only says "Download"
 * @param addressName the name that the address holds, decoded; empty if it holds none
 * @param said the element's own words, "Download (PDF)" among them; empty if it has none
 * @param type empty if nothing tells
 */
public record LinkedFile(
        Optional<String> url,
        boolean view,
        Optional<String> name,
        Optional<String> addressName,
        String said,
        Optional<FileType> type) {
    /** Returns whether asking for {@link #url} may bring a text. */
    public boolean isWorthAsking() {
        return url.isPresent() && !view && type.map(FileType::isReadable).orElse(true);
    }

    /** Returns whether the element calls the file by a name with an ending. */
    public boolean isNamedInFull() {
        return name.flatMap(FileType::in).isPresent();
    }
}
