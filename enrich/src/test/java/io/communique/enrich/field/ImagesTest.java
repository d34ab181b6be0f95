package io.communique.enrich.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.communique.contract.release.Image;
import io.communique.enrich.block.BlockReader;
import io.communique.enrich.strip.Region;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ImagesTest {
    @Test
    void pictureHasItsAddressItsAltAndTheCaptionOfItsFigure() {
        assertThat(
                        images(
                                "<figure><img src='lamp.jpg' alt='A lamp'><figcaption>The lamp of the north</figcaption></figure>"))
                .containsExactly(new Image(
                        "https://ministry.example/press/lamp.jpg",
                        Optional.of("A lamp"),
                        Optional.of("The lamp of the north")));
    }

    @Test
    void lineAfterAPictureIsItsCaptionWhereItsClassSaysSo() {
        assertThat(images("<p><img src='/a.jpg'></p><p class='image-caption'>Der Leuchtturm</p>"))
                .extracting(Image::caption)
                .containsExactly(Optional.of("Der Leuchtturm"));
        assertThat(images("<p><img src='/a.jpg'></p><p>Der Leuchtturm</p>"))
                .extracting(Image::caption)
                .containsExactly(Optional.empty());
    }

    @Test
    void cutlineIsTheOnlyPicturesCaptionAndNobodysOfSeveral() {
        Optional<String> cutline = Optional.of("The lamp");

        assertThat(Images.find(region("<p>x</p><img src='/a.jpg'>"), cutline))
                .extracting(Image::caption)
                .containsExactly(cutline);
        assertThat(Images.find(region("<p>x</p><img src='/a.jpg'><img src='/b.jpg'>"), cutline))
                .extracting(Image::caption)
                .containsExactly(Optional.empty(), Optional.empty());
    }

    @Test
    void pictureThatIsLoadedLateHasItsRealAddressAndEachIsNamedOnce() {
        assertThat(images("<img src='data:image/gif;base64,R0lG' data-src='/a.jpg'><img src='/a.jpg'>"))
                .extracting(Image::url)
                .containsExactly("https://ministry.example/a.jpg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src='/img/spacer.gif'>",
                "<img src='/icons/hwp.gif'>",
                "<img src='/a.jpg' width='16' height='16'>",
                "<img src='/sns/facebook.png'>",
                "<img src='/img_opentype01.png'>",
                "<img src='http://[bad/lamp.jpg'>",
                "<img src=''>",
                "<nav><img src='/a.jpg'></nav>"
            })
    void whatDecoratesIsNoPicture(String html) {
        assertThat(images(html)).isEmpty();
    }

    private static List<Image> images(String html) {
        return Images.find(region("<p>x</p>" + html), Optional.empty());
    }

    private static Region region(String html) {
        Document page = Jsoup.parse(html, "https://ministry.example/press/7");
        return new Region(page.body(), BlockReader.read(page), 0);
    }
}
