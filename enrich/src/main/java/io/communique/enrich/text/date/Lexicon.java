package io.communique.enrich.text.date;

import io.communique.enrich.text.date.Term.Kind;
import java.text.DateFormatSymbols;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words of one language that dates are made of. Months and weekdays are the platform's (CLDR), the others stand here.
 *
 * <p>A word has one meaning: what else it can be is told apart by the words around it.
 */
final class Lexicon {
    private static final int ABBREVIATION_LENGTH_MIN = 3;
    private static final List<String> GERMAN_ENDINGS = List.of("e", "en", "er", "es", "em");

    private static final Lexicon ENGLISH = new Lexicon("en").english();
    private static final Lexicon GERMAN = new Lexicon("de").german();
    private static final Lexicon FRENCH = new Lexicon("fr").french();
    private static final Lexicon SPANISH = new Lexicon("es").spanish();

    private final Map<String, Term> terms = new HashMap<>();
    private final String language;

    private Lexicon(String language) {
        this.language = language;
        Locale locale = Locale.forLanguageTag(language);
        DateFormatSymbols symbols = DateFormatSymbols.getInstance(locale);
        names(Kind.MONTH, symbols.getMonths(), 0, locale);
        names(Kind.MONTH, symbols.getShortMonths(), 0, locale);
        String[] weekdays = symbols.getWeekdays();
        String[] shortWeekdays = symbols.getShortWeekdays();
        // The platform counts from Sunday, 1.
        for (int day = 1; day <= 7; day++) {
            put(Kind.WEEKDAY, day, weekdays[day % 7 + 1].toLowerCase(locale));
            String brief = plain(shortWeekdays[day % 7 + 1], locale);
            if (brief.length() >= ABBREVIATION_LENGTH_MIN) {
                put(Kind.WEEKDAY, day, brief);
            }
        }
    }

    /** Returns the words of {@code language}, an ISO 639 code; English for one that has none here. */
    static Lexicon of(String language) {
        return switch (language) {
            case "de" -> GERMAN;
            case "fr" -> FRENCH;
            case "es" -> SPANISH;
            default -> ENGLISH;
        };
    }

    String language() {
        return language;
    }

    @Nullable
    Term term(String lower) {
        return terms.get(lower);
    }

    private void names(Kind kind, String[] names, int first, Locale locale) {
        for (int i = 0; i < 12; i++) {
            String name = plain(names[i], locale);
            if (name.length() >= ABBREVIATION_LENGTH_MIN) {
                put(kind, i + 1 + first, name);
            }
        }
    }

    private static String plain(String name, Locale locale) {
        return name.toLowerCase(locale).replace(".", "");
    }

    private void put(Kind kind, int value, String... words) {
        for (String word : words) {
            terms.put(word, new Term(kind, value));
        }
    }

    private void put(Kind kind, String words) {
        put(kind, 0, words.split(" ", -1));
    }

    /** Numbers the words from {@code first}; "/" parts words for the same number. */
    private void count(Kind kind, int first, String words) {
        int value = first;
        for (String word : words.split(" ", -1)) {
            put(kind, value++, word.split("/", -1));
        }
    }

    private void unit(Unit unit, String words) {
        put(Kind.UNIT, unit.size(), words.split(" ", -1));
    }

    private Lexicon english() {
        put(Kind.MONTH, 9, "sept");
        count(
                Kind.MONTH,
                1,
                "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sep october/oct november/nov december/dec");
        put(Kind.WEEKDAY, 2, "tues");
        put(Kind.WEEKDAY, 4, "thur", "thurs");
        unit(Unit.DAY, "day days");
        unit(Unit.WEEKEND, "weekend weekends");
        unit(Unit.WEEK, "week weeks");
        unit(Unit.MONTH, "month months");
        unit(Unit.QUARTER, "quarter quarters");
        unit(Unit.YEAR, "year years");
        unit(Unit.DECADE, "decade decades");
        unit(Unit.CENTURY, "century centuries");
        count(
                Kind.CARDINAL,
                1,
                "a/an/one two/couple three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty");
        String tens = "thirty forty fifty sixty seventy eighty ninety";
        for (String ten : tens.split(" ", -1)) {
            put(Kind.CARDINAL, 30 + 10 * List.of(tens.split(" ", -1)).indexOf(ten), ten);
        }
        count(
                Kind.ORDINAL,
                1,
                "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth");
        put(Kind.ORDINAL, 30, "thirtieth");
        count(Kind.SEASON, 1, "spring summer autumn/fall winter");
        count(Kind.DAY_WORD, -1, "yesterday today/tonight/tonite tomorrow");
        put(Kind.THIS, "this current");
        put(Kind.LAST, "last previous");
        put(Kind.NEXT, "next following");
        put(Kind.SAME, "same");
        put(Kind.THAT, "that");
        put(Kind.PAST, "past preceding");
        put(Kind.COMING, "coming upcoming");
        put(Kind.ARTICLE, "the");
        put(Kind.OF, "of");
        put(Kind.ON, "on");
        put(Kind.PREPOSITION, "in since until till by during throughout for before after around about circa");
        put(Kind.FROM, "from starting beginning");
        put(Kind.TO, "to through until till thru");
        put(Kind.BETWEEN, "between");
        put(Kind.AND, "and or");
        put(Kind.AGO, "ago");
        put(Kind.LATER, "later");
        put(Kind.EARLIER, "earlier before");
        put(Kind.EARLY, "early");
        put(Kind.MID, "mid middle");
        put(Kind.LATE, "late");
        put(Kind.HALF, "half");
        put(Kind.QUARTER_SIGN, "q");
        put(Kind.HALF_SIGN, "h");
        put(Kind.FEAST, Feast.FIRST_WORDS);
        put(Kind.REST, "rest remainder remaining end beginning start");
        put(Kind.WEEK_SIGN, "w");
        put(Kind.DAY_PART, "morning afternoon evening night");
        String decades = "twenties thirties forties fifties sixties seventies eighties nineties";
        for (String decade : decades.split(" ", -1)) {
            put(Kind.DECADE, 20 + 10 * List.of(decades.split(" ", -1)).indexOf(decade), decade);
        }
        put(Kind.FISCAL, "fiscal fy financial cy");
        put(Kind.ERA, "ad ce");
        put(Kind.EVERY, "every each any all per");
        put(
                Kind.COUNTING,
                "some over nearly approximately roughly than least most total number no room page pages p pp section article rule form block vol volume");
        put(
                Kind.COUNTED,
                "percent million billion trillion mln bln thousand hundred people persons participants students workers troops soldiers employees households families homes jobs visitors guests delegates tonnes tons kilometres kilometers km kg hectares acres metres meters miles dollars euros pounds won yen units copies members employees residents citizens beds patients cases children women men businesses companies firms megawatts mw gw");
        put(
                Kind.NAMING,
                "vision agenda horizon expo strategy resolution windows goals roadmap iso rfc version v release");
        put(
                Kind.FUTURE,
                "will ll shall slated scheduled planned expected expects forthcoming going would ahead opens begins starts arrives resumes expires continues");
        put(
                Kind.PERFECT,
                "was were had did held took met said went came began made gave has have been saw fell rose led ran became drew grew won sent paid spent brought kept stood spoke wrote chose flew sold bought struck laid told found felt meant dealt");
        return this;
    }

    private Lexicon german() {
        count(Kind.MONTH, 1, "januar/jänner februar/feber märz");
        unit(Unit.DAY, "tag tage tagen tages");
        unit(Unit.WEEKEND, "wochenende");
        unit(Unit.WEEK, "woche wochen kalenderwoche");
        unit(Unit.MONTH, "monat monate monaten monats");
        unit(Unit.QUARTER, "quartal quartals quartale");
        unit(Unit.HALF_YEAR, "halbjahr halbjahres halbjahrs");
        unit(Unit.YEAR, "jahr jahre jahren jahres");
        unit(Unit.DECADE, "jahrzehnt jahrzehnts jahrzehnte jahrzehnten");
        unit(Unit.CENTURY, "jahrhundert jahrhunderts");
        count(
                Kind.CARDINAL,
                1,
                "eins/ein/einem/einen/einer/eines zwei drei vier fünf sechs sieben acht neun zehn elf zwölf");
        int ordinal = 1;
        for (String stem : List.of("erst", "zweit", "dritt", "viert")) {
            inflected(Kind.ORDINAL, ordinal++, stem);
        }
        count(Kind.SEASON, 1, "frühjahr/frühling/frühjahrs sommer/sommers herbst/herbstes winter/winters");
        count(Kind.DAY_WORD, -2, "vorgestern gestern heute morgen übermorgen");
        inflected(Kind.THIS, 0, "dies", "laufend", "heurig");
        inflected(Kind.LAST, 0, "letzt", "vergangen", "vorig");
        inflected(Kind.NEXT, 0, "nächst", "kommend", "folgend");
        put(Kind.SAME, "selben gleichen desselben");
        put(Kind.ARTICLE, "der die das dem den des");
        put(Kind.ON, "am");
        put(Kind.PREPOSITION, "im in seit bis vor nach ab um anfang ende bereits");
        put(Kind.FROM, "vom von zwischen");
        put(Kind.BETWEEN, "zwischen");
        put(Kind.TO, "bis zum");
        put(Kind.AND, "und oder");
        put(Kind.AGO, "vor");
        put(Kind.LATER, "später danach darauf");
        put(Kind.EARLIER, "zuvor davor");
        put(Kind.IN_FUTURE, "in");
        put(Kind.EARLY, "anfang");
        put(Kind.MID, "mitte");
        put(Kind.LATE, "ende");
        put(Kind.HALF, "hälfte");
        put(Kind.UNIT_BEFORE, Unit.YEAR.size(), "vorjahr", "vorjahres", "vorjahrs");
        put(Kind.UNIT_BEFORE, Unit.MONTH.size(), "vormonat", "vormonats");
        put(Kind.UNIT_BEFORE, Unit.QUARTER.size(), "vorquartal", "vorquartals");
        put(
                Kind.SAME_YEAR_BEFORE,
                "vorjahresmonat vorjahresmonats vorjahresquartal vorjahresquartals vorjahreszeitraum vorjahreszeitraums vorjahresperiode vorjahreshalbjahr");
        put(Kind.QUARTER_SIGN, "q");
        inflected(Kind.EVERY, 0, "jed", "all");
        put(Kind.COUNTING, "rund etwa fast über knapp mehr seite nummer artikel");
        put(
                Kind.COUNTED,
                "prozent millionen milliarden euro menschen personen teilnehmer kilometer tonnen dollar unternehmen beschäftigte");
        put(Kind.NAMING, "vision agenda horizont expo strategie");
        put(Kind.FUTURE, "wird werden soll sollen geplant");
        put(
                Kind.PERFECT,
                "war waren wurde wurden hat haben hatte hatten fand fanden stieg stiegen sank sanken fiel fielen wuchs wuchsen lag lagen ging gingen"
                        + " betrug betrugen nahm nahmen kam kamen gab blieb blieben erhöhte erhöhten senkte senkten erreichte erreichten"
                        + " verzeichnete verzeichneten legte legten sagte erklärte besuchte besuchten");
        return this;
    }

    private void inflected(Kind kind, int value, String... stems) {
        for (String stem : stems) {
            GERMAN_ENDINGS.forEach(ending -> put(kind, value, stem + ending));
        }
    }

    private Lexicon french() {
        unit(Unit.DAY, "jour jours");
        unit(Unit.WEEK, "semaine semaines");
        unit(Unit.MONTH, "mois");
        unit(Unit.QUARTER, "trimestre trimestres");
        unit(Unit.HALF_YEAR, "semestre semestres");
        unit(Unit.YEAR, "an ans année années");
        unit(Unit.DECADE, "décennie décennies");
        unit(Unit.CENTURY, "siècle siècles");
        count(Kind.CARDINAL, 1, "un/une deux trois quatre cinq six sept huit neuf dix onze douze");
        count(Kind.ORDINAL, 1, "premier/première/er deuxième/second/seconde troisième quatrième");
        count(Kind.SEASON, 1, "printemps été automne hiver");
        count(Kind.DAY_WORD, -1, "hier aujourd demain");
        put(Kind.THIS, "ce cette cet");
        put(Kind.LAST, "dernier dernière derniers dernières passé passée précédent précédente");
        put(Kind.NEXT, "prochain prochaine prochains prochaines suivant suivante");
        put(Kind.SAME, "même");
        put(Kind.ARTICLE, "le la les l");
        put(Kind.OF, "de du d des");
        put(Kind.PREPOSITION, "en depuis dès avant après pour vers courant dans");
        put(Kind.ON, "au à");
        put(Kind.FROM, "du");
        put(Kind.TO, "au à jusqu");
        put(Kind.BETWEEN, "entre");
        put(Kind.AND, "et ou");
        put(Kind.AGO, "il");
        put(Kind.LATER, "tard");
        put(Kind.EARLIER, "auparavant tôt");
        put(Kind.QUARTER_SIGN, "t");
        put(Kind.EARLY, "début");
        put(Kind.MID, "mi milieu");
        put(Kind.LATE, "fin");
        put(Kind.EVERY, "chaque tous toutes");
        put(Kind.COUNTING, "environ près quelque page numéro article plus");
        put(
                Kind.COUNTED,
                "pour millions milliards euros personnes habitants participants salariés entreprises kilomètres tonnes dollars");
        put(Kind.NAMING, "vision agenda horizon expo stratégie");
        put(Kind.FUTURE, "sera seront aura auront prévu prévue prévus doit doivent");
        put(Kind.PERFECT, "était étaient ont eu fut");
        return this;
    }

    private Lexicon spanish() {
        put(Kind.MONTH, 9, "setiembre");
        unit(Unit.DAY, "día días");
        unit(Unit.WEEK, "semana semanas");
        unit(Unit.MONTH, "mes meses");
        unit(Unit.QUARTER, "trimestre trimestres");
        unit(Unit.HALF_YEAR, "semestre semestres");
        unit(Unit.YEAR, "año años");
        unit(Unit.DECADE, "década décadas");
        unit(Unit.CENTURY, "siglo siglos");
        count(Kind.CARDINAL, 1, "un/uno/una dos tres cuatro cinco seis siete ocho nueve diez once doce");
        count(Kind.ORDINAL, 1, "primer/primero/primera segundo/segunda tercer/tercero/tercera cuarto/cuarta");
        count(Kind.SEASON, 1, "primavera verano otoño invierno");
        count(Kind.DAY_WORD, -1, "ayer hoy mañana");
        put(Kind.THIS, "este esta presente");
        put(Kind.LAST, "pasado pasada pasados pasadas último última últimos últimas anterior");
        put(Kind.NEXT, "próximo próxima próximos próximas siguiente siguientes");
        put(Kind.SAME, "mismo misma");
        put(Kind.ARTICLE, "el la los las");
        put(Kind.OF, "de del");
        put(Kind.PREPOSITION, "en desde hasta antes después durante para por");
        put(Kind.ON, "al");
        put(Kind.FROM, "desde");
        put(Kind.TO, "al a hasta");
        put(Kind.BETWEEN, "entre");
        put(Kind.AND, "y o");
        put(Kind.AGO, "hace");
        put(Kind.LATER, "después");
        put(Kind.EARLIER, "antes");
        put(Kind.EARLY, "principios comienzos inicios");
        put(Kind.MID, "mediados");
        put(Kind.LATE, "finales fines");
        put(Kind.EVERY, "cada todos todas");
        put(Kind.HALF, "mitad");
        put(Kind.QUARTER_SIGN, "t");
        put(Kind.COUNTING, "unos unas cerca casi página número artículo más");
        put(
                Kind.COUNTED,
                "por millones euros personas habitantes participantes empresas kilómetros toneladas dólares pesos");
        put(Kind.NAMING, "visión agenda horizonte expo estrategia");
        put(Kind.FUTURE, "será serán tendrá tendrán previsto prevista celebrará");
        put(Kind.PERFECT, "fue fueron ha han había celebró tuvo");
        return this;
    }
}
