package io.communique.contract.release;

/**
 * A link inside the body.
 *
 * @param url absolute address
 * @param text what was linked, never blank
 */
public record Link(String url, String text) {
    public Link {
        if (url.isBlank() || text.isBlank()) {
            throw new IllegalArgumentException("a link has an address and a text");
        }
    }
}
