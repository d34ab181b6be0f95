package io.communique.enrich.text.entity;

import io.communique.contract.release.Entity;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the way it is written says of a name that a model saw. */
final class Spelling {
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> FORMERLY = Set.of("née", "né", "nee");

    /** Plurals of peoples; others in "-ans" are surnames more often, or Hans. */
    private static final Pattern SEVERAL_OF_PEOPLE = Pattern.compile("(?:i|ic|ex|Rom|Germ|Afric)ans$");

    /** Offices that are hardly ever surnames. */
    private static final Set<String> HOLDERS = Set.of(
            "ombudsman",
            "minister",
            "secretary",
            "commissioner",
            "ambassador",
            "director",
            "spokesperson",
            "chairman",
            "chairperson",
            "senator",
            "administrator",
            "prosecutor");

    private static final Set<String> SIDES = Set.of(
            "north",
            "south",
            "east",
            "west",
            "central",
            "southeast",
            "northeast",
            "southwest",
            "northwest",
            "southern",
            "northern",
            "eastern",
            "western");

    /** In short they are names as well. */
    private static final Set<String> MONTHS =
            Set.of("Jan", "Mar", "Apr", "Aug", "Dec", "June", "May", "April", "August");

    private static final Set<String> OF_REGIONS = Set.of(
            "Asian",
            "African",
            "European",
            "American",
            "Arab",
            "Latin",
            "Nordic",
            "Balkan",
            "Baltic",
            "Caribbean",
            "Pacific");

    /** Peoples whose name in the plural ends as no other's. */
    private static final Set<String> PEOPLES = Set.of("""
            Turks Serbs Kurds Poles Swedes Danes Finns Spaniards Britons Scots Czechs Slovaks Croats Bosniaks Slovenes
            Arabs Jews Hutus Tutsis Uyghurs Uighurs Tatars Kazakhs Uzbeks Kyrgyz Tajiks Turkmens Pashtuns Hazaras Sikhs
            Hindus Muslims Christians Buddhists Catholics Protestants Sunnis Shiites Kiwis Brits Greeks Thais Filipinos
            Basques Catalans Zulus Maoris Saudis Iraqis Israelis Pakistanis Bangladeshis Yemenis Kuwaitis
            Emiratis Qataris Omanis Afghans Icelanders New_Zealanders Dutchmen Frenchmen Irishmen Englishmen Scotsmen
            """.strip().split("\\s+"));

    private static final Pattern CALL_SIGN = Pattern.compile("\\d\\p{Lu}{2,4}");

    private final Reading reading;
    private final Tokens tokens;

    Spelling(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens();
    }

    /**
     * Returns whether the span can be a name: not without a capital, nor a handle, an address, holders of an office, an office or a people for
     * a person, a people for a place.
     */
    boolean allows(NameModel.Span span) {
        boolean isState = tokens.is(span.from() - 1, ",") && UsStates.isPlainly(tokens, span.from());
        if ((isState && span.type() != Entity.Type.PLACE)
                || isInAddress(span)
                || isSeveralOfOffice(span)
                || isOffice(span)
                || (span.type() == Entity.Type.PERSON && (isHolder(span) || isOfArticle(span) || isPostBox(span)))
                || isNameBefore(span)
                || isPact(span)
                || isCurrency(span)
                || isCountryOfMember(span.from())
                || isOfEveryone(span)
                || isSideOfRegion(span)
                || isAgency(span)
                || isMonth(span)
                || reading.isShip(span.from(), span.to())) {
            return false;
        }
        if (span.type() == Entity.Type.EVENT) {
            return !isWordOfEvent(span);
        }
        boolean capital = IntStream.range(span.from(), span.to()).anyMatch(this::isTelling) || isCallSign(span);
        boolean handle = tokens.is(span.from() - 1, "@") && tokens.isJoined(span.from());
        boolean isPeople = isPeople(span);
        return capital && !handle && !isPeople && !(span.type() == Entity.Type.PERSON && isThing(span));
    }

    /** "13" of "the 13 November attacks", "Syrian" of "the Syrian conflict", "Liberation" of "the Liberation of Narvik". */
    private boolean isWordOfEvent(NameModel.Span span) {
        Phrases.Match<String> people = reading.nationality(span.from());
        boolean nationality = (people != null && people.to() == span.to())
                || (span.to() == span.from() + 1 && OF_REGIONS.contains(tokens.word(span.from())));
        boolean begun = tokens.is(span.to(), "of") && !tokens.isBreak(span.to());
        return nationality || (span.to() == span.from() + 1 && (tokens.isNumber(span.from()) || begun));
    }

    /** "Islam", "the Kurds", "the International Community", "United, we …": names of nobody in particular. */
    private boolean isOfEveryone(NameModel.Span span) {
        boolean one = span.to() == span.from() + 1;
        boolean community = span.to() == span.from() + 2
                && tokens.lower(span.from()).equals("international")
                && tokens.lower(span.from() + 1).equals("community");
        boolean united = one
                && tokens.is(span.from(), "United")
                && tokens.is(span.to(), ",")
                && tokens.isSentenceStart(span.from());
        return community || united || (one && reading.is(span.from(), Words.Kind.PEOPLE));
    }

    /** "South" of "South and Central Asia". */
    private boolean isSideOfRegion(NameModel.Span span) {
        return span.type() == Entity.Type.PLACE
                && span.to() == span.from() + 1
                && SIDES.contains(tokens.lower(span.from()))
                && (tokens.is(span.to(), "and") || tokens.is(span.to(), "or"))
                && SIDES.contains(tokens.lower(span.to() + 1))
                && tokens.isCapitalised(span.to() + 2)
                && !tokens.isBreak(span.to() + 2);
    }

    /** "OSLO (NTB) —": whom a report is from is a body. */
    private boolean isAgency(NameModel.Span span) {
        return span.type() != Entity.Type.ORGANIZATION
                && span.to() == span.from() + 1
                && tokens.is(span.from() - 1, "(")
                && tokens.is(span.to(), ")")
                && tokens.isDash(span.to() + 1)
                && tokens.isAllCapitals(span.from())
                && tokens.isAllCapitals(span.from() - 2);
    }

    /** "Jan. 14". */
    private boolean isMonth(NameModel.Span span) {
        return span.to() == span.from() + 1
                && MONTHS.contains(tokens.word(span.from()))
                && (tokens.isNumber(span.to()) || (tokens.is(span.to(), ".") && tokens.isNumber(span.to() + 1)));
    }

    /** "www.harbour.example", "Harbour.gov". */
    private boolean isInAddress(NameModel.Span span) {
        int to = span.to();
        boolean goesOn = tokens.is(to, ".")
                && tokens.isJoined(to)
                && tokens.isJoined(to + 1)
                && tokens.isWord(to + 1)
                && !tokens.isCapitalised(to + 1);
        boolean begun = tokens.is(span.from() - 1, ".")
                && tokens.isJoined(span.from())
                && tokens.lower(span.from() - 2).equals("www");
        return goesOn || begun;
    }

    /** The country's code in "Ann Berg (NOU, SE)". */
    private boolean isCountryOfMember(int token) {
        return tokens.is(token - 1, ",")
                && tokens.is(token + 1, ")")
                && Gazetteer.codeOf(tokens.word(token)).isPresent()
                && IntStream.rangeClosed(token - 5, token - 3).anyMatch(at -> tokens.is(at, "("));
    }

    /** "MEPs". Of "Senators" one cannot know: it may be a team. */
    private boolean isSeveralOfOffice(NameModel.Span span) {
        String word = tokens.word(span.from());
        String one = word.substring(0, word.length() - 1);
        return span.to() == span.from() + 1
                && word.endsWith("s")
                && one.equals(one.toUpperCase(Locale.ROOT))
                && reading.isOffice(one.toLowerCase(Locale.ROOT));
    }

    /** "Ann Berg (née Dahl)": what somebody was called before is nobody else. */
    private boolean isNameBefore(NameModel.Span span) {
        return span.type() == Entity.Type.PERSON && FORMERLY.contains(tokens.lower(span.from() - 1));
    }

    /** "DKK 3.5 billion". */
    private boolean isCurrency(NameModel.Span span) {
        return span.to() == span.from() + 1
                && tokens.isNumber(span.to())
                && CURRENCIES.contains(tokens.word(span.from()));
    }

    /** "Ferry Fares Order"; "Hamar Trade Partnership Agreement", though a partnership is a body. */
    private boolean isPact(NameModel.Span span) {
        return span.type() == Entity.Type.ORGANIZATION
                && span.to() > span.from() + 1
                && (reading.is(span.to() - 1, Words.Kind.PACT)
                        || (tokens.isCapitalised(span.to())
                                && !tokens.isBreak(span.to())
                                && reading.is(span.to(), Words.Kind.PACT)));
    }

    /** "Harbour Systems Engineer" is what somebody does; "Office of the Prime Minister" is a body. */
    private boolean isOffice(NameModel.Span span) {
        return span.type() == Entity.Type.ORGANIZATION
                && span.to() > span.from() + 1
                && reading.is(span.to() - 1, Words.Kind.TITLE_HEAD)
                && IntStream.range(span.from(), span.to())
                        .noneMatch(i -> reading.is(i, Words.Kind.ORGANIZATION_OF)
                                || reading.is(i, Words.Kind.ORGANIZATION_LAST)
                                || tokens.is(i, "of"));
    }

    /** "Harbour Ombudsman": an office with whom it is of before it. */
    private boolean isHolder(NameModel.Span span) {
        return span.to() > span.from() + 1
                && HOLDERS.contains(tokens.lower(span.to() - 1))
                && !reading.is(span.from(), Words.Kind.GIVEN_NAME);
    }

    /** "The Bill", which is not called William. */
    private boolean isOfArticle(NameModel.Span span) {
        String before = tokens.lower(span.from() - 1);
        return span.to() == span.from() + 1
                && reading.is(span.from(), Words.Kind.GIVEN_NAME)
                && (before.equals("the") || before.equals("this") || before.equals("that"))
                && !tokens.isCapitalised(span.to());
    }

    /** "P.O. Box". */
    private boolean isPostBox(NameModel.Span span) {
        return tokens.is(span.to() - 1, "Box") && tokens.lower(span.from()).startsWith("p");
    }

    /** "Norwegian", "Norwegians". */
    private boolean isPeople(NameModel.Span span) {
        Phrases.Match<String> people = reading.nationality(span.from());
        boolean named = people != null && people.to() == span.to() && reading.place(span.from()) == null;
        return named
                || (span.to() == span.from() + 1 && PEOPLES.contains(tokens.word(span.from())))
                || (span.to() == span.from() + 1 && isSeveralOfPeople(tokens.word(span.from()), span.type()));
    }

    /** "Texans", "Venetians"; for a person not "Hermans" or "Hans". */
    private static boolean isSeveralOfPeople(String word, Entity.Type type) {
        return word.endsWith("ans")
                && (type != Entity.Type.PERSON
                        || SEVERAL_OF_PEOPLE.matcher(word).find());
    }

    /** Whether the token is a word with a capital that is no function word, such as "The" at the beginning of a sentence. */
    private boolean isTelling(int token) {
        return tokens.hasCapital(token) && tokens.isWord(token) && !reading.is(token, Words.Kind.FUNCTION);
    }

    /** "7KR", a broadcaster. */
    private boolean isCallSign(NameModel.Span span) {
        return span.type() == Entity.Type.ORGANIZATION
                && span.to() == span.from() + 1
                && CALL_SIGN.matcher(tokens.word(span.from())).matches();
    }

    /** "the Bill", "M.D.", "P. O. Box 12": with an article one word is no person, nor is a degree, nor what has a number. */
    private boolean isThing(NameModel.Span span) {
        boolean one = span.to() == span.from() + 1;
        boolean article = tokens.lower(span.from() - 1).equals("the")
                || tokens.lower(span.from() - 1).equals("this");
        boolean numbered = IntStream.range(span.from(), span.to()).anyMatch(tokens::isNumber);
        return numbered || (one && (article || tokens.word(span.from()).endsWith(".")));
    }
}
