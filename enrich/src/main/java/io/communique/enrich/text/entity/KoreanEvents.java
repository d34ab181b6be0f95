package io.communique.enrich.text.entity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Events in a Korean text: talks between countries in one syllable each ("한·러 정상회담"), numbered sittings ("제3차 해양협력 회의"), and what a
 * name in quotation marks ends like ("'2018 등대 박람회'").
 */
final class KoreanEvents {
    private static final String SIDE = "(?:한|미|중|일|러|북|남|영|독|불|호|EU|아세안)";
    private static final String MIDDLE = "(?: ?[·・ㆍ‧-] ?)";
    private static final String TALKS = "(?:정상회담|정상회의|회담|회의|협의회|협의|대화|공동위원회|공동위|포럼|협상|연합훈련)";
    private static final String SITTING = "(?:정상회의|총회|회의|회담|포럼|협의회|대회|엑스포|박람회|축제|올림픽|대화|심포지엄|공동위원회|공동위|컨퍼런스)";
    private static final String SHOW = "(?:엑스포|박람회|포럼|축제|대회|회의|컨퍼런스|콘퍼런스|페스티벌|전시회|심포지엄|올림픽|아시안게임)";
    /** What may go on behind the last word without being a part of it: particles, marks, the end. */
    private static final String ENDS = "(?=[은는이가을를의에와과도로,.)\\s'’」』]|$)";

    private static final Pattern BETWEEN = Pattern.compile("(?<![가-힣])(?:제 ?\\d{1,3}[차회] )?(?<sides>" + SIDE + "(?:"
            + MIDDLE + SIDE + "){1,3})(?: [가-힣]{2,8}){0,2} ?[가-힣]{0,6}?" + TALKS + ENDS);
    private static final Pattern NUMBERED = Pattern.compile(
            "(?<![가-힣])제 ?\\d{1,3}[차회] (?:[가-힣A-Za-z0-9·-]{1,12} ){0,4}?[가-힣A-Za-z·-]{0,12}?" + SITTING + ENDS);
    private static final Pattern QUOTED = Pattern.compile("(?<=['‘「『])[^'’」』\\n]{2,40}?" + SHOW + "(?=['’」』])");

    /** "G20 정상회의", "아세안+3 외교장관회의": by the group of countries that meets. */
    private static final Pattern OF_GROUP = Pattern.compile(
            "(?<![가-힣A-Za-z0-9])(?:G7|G20|APEC|ASEAN|아세안|BRICS|브릭스|EU|NATO|나토|ASEM|COP ?\\d{1,2})(?:\\+\\d)?(?: [가-힣]{2,8})? ?[가-힣]{0,8}?(?:정상회의|정상회담|장관회의|총회|회의|포럼|회담)"
                    + ENDS);

    /** "한-인도네시아 정상회담": with a country by its name. */
    private static final Pattern BETWEEN_NAMED = Pattern.compile("(?<![가-힣])(?:제 ?\\d{1,3}[차회] )?(?<own>" + SIDE + ")"
            + MIDDLE + "(?<other>[가-힣]{2,8})(?: [가-힣]{2,8}){0,2} ?[가-힣]{0,6}?" + TALKS + ENDS);

    private KoreanEvents() {}

    /**
     * An event.
     *
     * @param sides the countries that it is between
     */
    record Found(int start, int end, List<Side> sides) {}

    /** A country, in one syllable or by its name. */
    record Side(int start, int end, String country) {}

    /** Returns the events in the order of the text, apart from each other. */
    static List<Found> of(String text, KoreanWords known) {
        List<Found> found = new ArrayList<>();
        BitSet taken = new BitSet();
        Matcher between = BETWEEN.matcher(text);
        while (between.find()) {
            taken.set(between.start(), between.end());
            found.add(new Found(between.start(), between.end(), sides(between)));
        }
        collectNamed(text, known, taken, found);
        collect(NUMBERED.matcher(text), taken, found);
        collect(OF_GROUP.matcher(text), taken, found);
        collect(QUOTED.matcher(text), taken, found);
        found.sort((a, b) -> Integer.compare(a.start(), b.start()));
        return found;
    }

    private static void collectNamed(String text, KoreanWords known, BitSet taken, List<Found> found) {
        Matcher between = BETWEEN_NAMED.matcher(text);
        while (between.find()) {
            Optional<String> own = KoreanWords.shortCountry(between.group("own"));
            Optional<String> other = known.country(between.group("other"));
            if (own.isPresent() && other.isPresent() && taken.nextSetBit(between.start()) != between.start()) {
                taken.set(between.start(), between.end());
                found.add(new Found(
                        between.start(),
                        between.end(),
                        List.of(
                                new Side(between.start("own"), between.end("own"), own.get()),
                                new Side(between.start("other"), between.end("other"), other.get()))));
            }
        }
    }

    private static void collect(Matcher event, BitSet taken, List<Found> found) {
        while (event.find()) {
            int next = taken.nextSetBit(event.start());
            if (next < 0 || next >= event.end()) {
                taken.set(event.start(), event.end());
                found.add(new Found(event.start(), event.end(), List.of()));
            }
        }
    }

    private static List<Side> sides(Matcher between) {
        List<Side> sides = new ArrayList<>();
        String written = between.group("sides");
        for (int i = 0; i < written.length(); i++) {
            int at = between.start("sides") + i;
            KoreanWords.shortCountry(written.substring(i, i + 1))
                    .ifPresent(country -> sides.add(new Side(at, at + 1, country)));
        }
        return sides;
    }
}
