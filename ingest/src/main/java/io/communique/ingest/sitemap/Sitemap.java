package io.communique.ingest.sitemap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import crawlercommons.sitemaps.extension.Extension;
import crawlercommons.sitemaps.extension.ExtensionMetadata;
import crawlercommons.sitemaps.extension.LinkAttributes;
import crawlercommons.sitemaps.extension.NewsAttributes;
import io.communique.contract.page.Bytes;
import io.communique.ingest.listing.Candidate;
import io.communique.ingest.listing.Listing;
import io.communique.ingest.url.CanonicalUrl;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The addresses of a sitemap (sitemaps.org protocol 0.9, news and alternate links included), or the sitemaps of an index.
 *
 * <p>A sitemap names every page of a site, so a source that watches one says which addresses it keeps. {@code lastmod} is when a page changed
 * and no publication date; only a news sitemap gives one.
 */
public final class Sitemap {
    /** The protocol's own limit. */
    private static final int ADDRESSES_MAX = 50_000;

    private static final int SNIFFED_BYTES = 2_000;
    private static final int GZIP_MAGIC_1 = 0x1f;
    private static final int GZIP_MAGIC_2 = 0x8b;
    private static final Pattern ROOT = Pattern.compile("<(?:[\\w-]+:)?(?:urlset|sitemapindex)[\\s>]");

    private Sitemap() {}

    /** Returns whether the bytes begin as a sitemap does, or are compressed, as nothing else that names releases is. */
    public static boolean looksLikeOne(Bytes body) {
        byte[] all = body.toArray();
        boolean zipped = all.length > 2 && (all[0] & 0xff) == GZIP_MAGIC_1 && (all[1] & 0xff) == GZIP_MAGIC_2;
        return zipped
                || ROOT.matcher(new String(all, 0, Math.min(all.length, SNIFFED_BYTES), ISO_8859_1))
                        .find();
    }

    /**
     * Reads a sitemap, compressed or not.
     *
     * @param base the address that answered; entries on other hosts are kept, what belongs to a source is for the source to say
     */
    public static Listing read(Bytes body, URI base) {
        SiteMapParser parser = new SiteMapParser(false, true);
        parser.enableExtension(Extension.NEWS);
        parser.enableExtension(Extension.LINKS);
        try {
            AbstractSiteMap map = parser.parseSiteMap(body.toArray(), base.toURL());
            return map instanceof SiteMapIndex index
                    ? new Listing(
                            Listing.Form.SITEMAP, List.of(), Optional.empty(), lists(index, base), Optional.empty())
                    : Listing.of(Listing.Form.SITEMAP, items((SiteMap) map, base), Optional.empty());
        } catch (UnknownFormatException e) {
            return Listing.unreadable(Listing.Form.SITEMAP, "the sitemap cannot be read: " + e.getMessage());
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("no address of a sitemap: " + base, e);
        } catch (IOException e) {
            return Listing.unreadable(Listing.Form.SITEMAP, "the sitemap cannot be unpacked: " + e.getMessage());
        }
    }

    private static List<URI> lists(SiteMapIndex index, URI base) {
        return index.getSitemaps().stream()
                .sorted(Comparator.comparing(Sitemap::modified).reversed())
                .limit(ADDRESSES_MAX)
                .flatMap(map -> CanonicalUrl.resolve(base, map.getUrl().toString()).stream())
                .toList();
    }

    private static Instant modified(AbstractSiteMap map) {
        return Optional.ofNullable(map.getLastModified()).map(Date::toInstant).orElse(Instant.MIN);
    }

    private static List<Candidate> items(SiteMap map, URI base) {
        List<Candidate> items = new ArrayList<>();
        for (SiteMapURL entry : map.getSiteMapUrls()) {
            if (items.size() < ADDRESSES_MAX) {
                CanonicalUrl.resolve(base, entry.getUrl().toString()).ifPresent(url -> items.add(item(url, entry)));
            }
        }
        return items;
    }

    private static Candidate item(URI url, SiteMapURL entry) {
        Optional<NewsAttributes> news =
                attributes(entry, Extension.NEWS, NewsAttributes.class).stream().findFirst();
        return new Candidate(
                url,
                news.map(NewsAttributes::getTitle).map(String::strip).filter(title -> !title.isEmpty()),
                news.map(NewsAttributes::getPublicationDateTime)
                        .map(at -> at.toOffsetDateTime().toString()),
                twins(url, entry));
    }

    private static Map<String, URI> twins(URI url, SiteMapURL entry) {
        Map<String, URI> twins = new HashMap<>();
        for (LinkAttributes link : attributes(entry, Extension.LINKS, LinkAttributes.class)) {
            Map<String, String> parameters = link.getParams() == null ? Map.of() : link.getParams();
            URL address = link.getHref();
            String language = parameters.get("hreflang");
            if (address != null && language != null && !language.isBlank()) {
                CanonicalUrl.resolve(url, address.toString())
                        .filter(twin -> !twin.equals(url))
                        .ifPresent(twin -> twins.put(language.strip(), twin));
            }
        }
        twins.remove("x-default");
        return twins;
    }

    private static <T> List<T> attributes(SiteMapURL entry, Extension extension, Class<T> type) {
        ExtensionMetadata[] all = entry.getAttributesForExtension(extension);
        List<T> found = new ArrayList<>();
        if (all != null) {
            for (ExtensionMetadata one : all) {
                if (type.isInstance(one)) {
                    found.add(type.cast(one));
                }
            }
        }
        return found;
    }
}
