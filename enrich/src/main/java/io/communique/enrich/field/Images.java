package io.communique.enrich.field;

import io.communique.contract.release.Image;
import io.communique.enrich.block.BlockReader;
import io.communique.enrich.block.Captions;
import io.communique.enrich.strip.Region;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** The pictures of a release: those in its region, with the lines under them. Icons, spacers and counters are none. */
public final class Images {
    private static final int IMAGES_MAX = 200;
    private static final int CAPTION_MAX = 1_000;
    /** Smaller pictures are icons and bullets. */
    private static final int SIDE_MIN = 48;

    private static final Pattern DECORATION = Pattern.compile(
            "(?i)(?:^|[/_.-])(?:spacer|blank|pixel|bullet|ico|icons?|btn|button|logos?|arrow|sprite|share|sns|facebook|twitter|kakao|print|codetype|img_opentype\\w*|loading|avatar)(?:[/_.\\d-]|$)");

    private static final Pattern QUERY = Pattern.compile("[?#].*$");
    private static final Pattern SIDE = Pattern.compile("(\\d{1,5})(?:px)?");
    /** Pages that load pictures late keep the address aside. */
    private static final List<String> ADDRESSES = List.of("data-src", "data-original", "data-lazy-src", "src");

    private Images() {}

    /**
     * Returns the pictures in {@code region}, each once, in order.
     *
     * @param cutline a caption that stands in the text; it is the only picture's, if that has none of its own
     */
    public static List<Image> find(Region region, Optional<String> cutline) {
        List<Image> images = find(region);
        boolean isForOne = images.size() == 1 && images.get(0).caption().isEmpty();
        return isForOne && cutline.isPresent()
                ? List.of(new Image(images.get(0).url(), images.get(0).alt(), cutline.flatMap(Images::text)))
                : images;
    }

    private static List<Image> find(Region region) {
        Map<String, Image> found = new LinkedHashMap<>();
        for (Element image : region.container().select("img")) {
            if (found.size() >= IMAGES_MAX) {
                break;
            }
            String url = isIcon(image) ? "" : address(image);
            if (url.startsWith("http") && !isDecoration(url)) {
                found.putIfAbsent(url, new Image(url, text(image.attr("alt")), caption(image)));
            }
        }
        return new ArrayList<>(found.values());
    }

    private static String address(Element image) {
        for (String attribute : ADDRESSES) {
            String url = image.attr(attribute).isBlank() ? "" : image.absUrl(attribute);
            if (url.startsWith("http")) {
                return url;
            }
        }
        return "";
    }

    private static boolean isDecoration(String url) {
        return DECORATION.matcher(QUERY.matcher(url).replaceAll("")).find();
    }

    private static boolean isIcon(Element image) {
        return isSmall(image.attr("width"))
                || isSmall(image.attr("height"))
                || image.closest("nav, header, footer, aside, button") != null;
    }

    private static boolean isSmall(String side) {
        Matcher pixels = SIDE.matcher(side);
        return pixels.matches() && Integer.parseInt(pixels.group(1)) < SIDE_MIN;
    }

    private static Optional<String> caption(Element image) {
        Element figure = image.closest("figure");
        Element caption = figure == null ? null : figure.selectFirst("figcaption");
        if (caption == null && image.parent() != null) {
            Element next = image.parent().nextElementSibling();
            caption = next != null && Captions.isCaption(next) ? next : null;
        }
        return caption == null ? Optional.empty() : text(caption.text());
    }

    private static Optional<String> text(String raw) {
        String text = BlockReader.fold(raw);
        return text.isEmpty() ? Optional.empty() : Optional.of(text.substring(0, Math.min(text.length(), CAPTION_MAX)));
    }
}
