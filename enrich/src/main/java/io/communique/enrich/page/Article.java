package io.communique.enrich.page;

import io.communique.contract.release.Attachment;
import io.communique.contract.release.Block;
import io.communique.contract.release.Image;
import io.communique.contract.release.Link;
import io.communique.contract.release.Published;
import io.communique.contract.release.Quality;
import io.communique.enrich.template.PageBlocks;
import io.communique.enrich.template.Repetition;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * The release on a page, its furniture gone.
 *
 * @param language BCP 47 tag of the body; empty where detection was not sure
 * @param title plain text; empty if the page names none
 * @param subtitle plain text; empty if there is none
 * @param published when it appeared, by the publisher's own word
 * @param body plain text, paragraphs parted by one blank line
 * @param blocks parts of the body, in order
 * @param attachments in the order of the page
 * @param links inside the body, in order
 * @param department the unit that the page names as responsible; empty if it names none
 * @param contact whom to ask, line by line; empty if the page does not say
 * @param licence how the text may be used; empty if the page does not say
 * @param images in the order of the page
 * @param charset IANA name of the encoding that the bytes were read in; empty if there was nothing to decode
 * @param quality how far to trust it
 * @param shown every block of the page, the furniture too: what its host's memory is taught
 * @param repetition what was known of the host's other pages when it was read
 */
public record Article(
        Optional<String> language,
        Optional<String> title,
        Optional<String> subtitle,
        Published published,
        String body,
        List<Block> blocks,
        List<Attachment> attachments,
        List<Link> links,
        Optional<String> department,
        Optional<String> contact,
        Optional<String> licence,
        List<Image> images,
        Optional<String> charset,
        Quality quality,
        PageBlocks shown,
        Repetition repetition)
        implements PageReading {
    public Article {
        Objects.requireNonNull(published, "published");
        Objects.requireNonNull(shown, "shown");
        Objects.requireNonNull(repetition, "repetition");
        blocks = List.copyOf(blocks);
        attachments = List.copyOf(attachments);
        links = List.copyOf(links);
        images = List.copyOf(images);
    }

    @Override
    public <R> R fold(Function<Article, R> article, Function<Rejected, R> rejected) {
        return article.apply(this);
    }
}
