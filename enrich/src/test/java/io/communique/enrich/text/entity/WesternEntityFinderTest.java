package io.communique.enrich.text.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.communique.contract.release.Entity;
import io.communique.contract.release.Mention;
import io.communique.enrich.text.AnnotationInput;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names as German, French and Spanish ministries write them. */
final class WesternEntityFinderTest {
    private static final NamedEntityFinder FINDER = NamedEntityFinder.byRules();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    de | Hafenministerin Svenja Berg kam am Montag.                        | Svenja Berg     | Hafenministerin |
                    de | Svenja Berg, Bundesministerin für Häfen und Fischerei, kam.       | Svenja Berg     | Bundesministerin für Häfen und Fischerei |
                    de | Die Präsidentin der Europäischen Kommission, Ursula von der Au, kam. | Ursula von der Au | Präsidentin der Europäischen Kommission |
                    de | Der norwegische Außenminister Olaf Dahl kam.                      | Olaf Dahl       | Außenminister | NO
                    de | Sie traf den norwegischen Präsidenten Wolodar Dahl.               | Wolodar Dahl    | Präsidenten | NO
                    de | US-Präsident Jon Dahl kam.                                        | Jon Dahl        | US-Präsident | US
                    de | Der Präsident der Ukraine, Jon Dahl, kam.                         | Jon Dahl        | Präsident | UA
                    de | Der Parlamentarische Staatssekretär Jens Berg kam.                | Jens Berg       | Parlamentarische Staatssekretär |
                    de | Jens Berg, Leiter des UN-Hafenprogramms: „Gut.“                   | Jens Berg       | Leiter des UN-Hafenprogramms |
                    de | Die neue Landrätin Frau Dr. Anna Berg kam.                        | Anna Berg       | Landrätin |
                    de | Ministerpräsident Jens Berg zu Besuch in Oslo                     | Jens Berg       | Ministerpräsident |
                    de | Kanzler Dahl sprach.                                              | Dahl            | Kanzler |
                    de | Der Generaldirektor der WHO, Tedor Adham Gebreus, kam.            | Tedor Adham Gebreus | Generaldirektor der WHO |
                    fr | Le président Montel est venu.                                     | Montel          | président |
                    fr | Mme Anne Montel, maire de Paris, est venue.                       | Anne Montel     | maire de Paris | FR
                    fr | Le ministre délégué chargé des Comptes publics, Thomas Montel, est venu. | Thomas Montel | ministre délégué chargé des Comptes publics |
                    es | Juan Marín, presidente de Andalucía, vino.                        | Juan Marín      | presidente de Andalucía | ES
                    es | El presidente de Chile, Juan Marín, vino.                         | Juan Marín      | presidente | CL
                    fr | Le ministre de la Mer, Gérald Montel, est venu.                   | Gérald Montel   | ministre de la Mer |
                    fr | La ministre Agnès Montel est venue.                               | Agnès Montel    | ministre |
                    fr | Agnès Montel, ministre de l'Europe et des Affaires maritimes, est venue. | Agnès Montel | ministre de l'Europe et des Affaires maritimes |
                    fr | Le chancelier norvégien Olaf Dahl est venu.                       | Olaf Dahl       | chancelier norvégien | NO
                    fr | Le président de la République Gabriel Montel est venu.            | Gabriel Montel  | président de la République |
                    fr | Le directeur général des ports, Hugo Montel, est venu.            | Hugo Montel     | directeur général des ports |
                    fr | M. Bruno Le Gall, préfet de la région Bretagne, est venu.         | Bruno Le Gall   | préfet de la région Bretagne | FR
                    fr | Agnès Montel, ministre de la Mer, des Ports et de la Pêche littorale, est venue. | Agnès Montel | ministre de la Mer, des Ports et de la Pêche littorale |
                    fr | Agnès Montel, ministre de la Mer, de l'Agro-pêche et des Ports, est venue. | Agnès Montel | ministre de la Mer, de l'Agro-pêche et des Ports |
                    fr | La ministre des Ports et des Anciens marins, Agnès Montel, est venue. | Agnès Montel | ministre des Ports et des Anciens marins |
                    fr | Zorvane Montel, ministre de la Mer, est venue.                    | Zorvane Montel  | ministre de la Mer |
                    es | El ministro de Puertos portugués, José Marín, vino.               | José Marín      | ministro de Puertos | PT
                    es | La ministra de Puertos y Pesca Sostenible, Carmen Marín, vino.    | Carmen Marín    | ministra de Puertos y Pesca Sostenible |
                    de | Zorvan Berg, Bundesminister für Häfen, kam.                       | Zorvan Berg     | Bundesminister für Häfen |
                    es | El ministro de Puertos, José Luis Marín, vino.                    | José Luis Marín | ministro de Puertos |
                    es | La ministra Carmen Marín vino.                                    | Carmen Marín    | ministra |
                    es | El ministro de Asuntos Exteriores, Pesca y Puertos, José Marín, vino. | José Marín  | ministro de Asuntos Exteriores, Pesca y Puertos |
                    es | Carmen Marín, vicepresidenta segunda y ministra de Puertos, vino. | Carmen Marín    | vicepresidenta segunda y ministra de Puertos |
                    es | El presidente noruego Olaf Dahl vino.                             | Olaf Dahl       | presidente noruego | NO
                    es | El secretario general de la OTAN, Jens Dahl, vino.                | Jens Dahl       | secretario general de la OTAN |
                    """)
    void aPersonHasTheOfficeBesideTheName(String language, String text, String name, String role, String country) {
        assertThat(of(Entity.Type.PERSON, text, language)).singleElement().satisfies(person -> {
            assertThat(person.name()).isEqualTo(name);
            assertThat(person.role()).contains(role);
            assertThat(person.country()).isEqualTo(Optional.ofNullable(country));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    de | Hafenministerin Svenja Berg kam. Ministerin Berg lobte alle; Berg blieb. | Svenja Berg, Berg, Berg
                    de | Frau Berg kam. Später sprach Svenja Berg.                                | Berg, Svenja Berg
                    fr | Mme Agnès Montel est venue. Mme Montel a parlé.                          | Agnès Montel, Montel
                    es | La ministra Carmen Marín Sol vino. Marín habló.                          | Carmen Marín Sol, Marín
                    """)
    void laterMentionsAreTheSamePerson(String language, String text, String mentions) {
        assertThat(of(Entity.Type.PERSON, text, language))
                .singleElement()
                .satisfies(person -> assertThat(person.mentions())
                        .extracting(Mention::text)
                        .containsExactly(mentions.split(", ", -1)));
    }

    @Test
    void anOfficeBehindANameIsNotTheNextOnes() {
        assertThat(of(
                        Entity.Type.PERSON,
                        "Mme Anne Montel, maire de Paris, M. Paul Durand, préfet, et Jean Roche.",
                        "fr"))
                .extracting(person -> person.name() + " " + person.role().orElse(""))
                .containsExactly("Anne Montel maire de Paris", "Paul Durand préfet", "Jean Roche ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    de | Der G7-Gipfel und der NATO-Gipfel folgen.  | G7-Gipfel, NATO-Gipfel
                    de | Die Konferenz und der Gipfel folgen.       |
                    fr | Le sommet du G7 suit le sommet de l'OTAN.  | sommet du G7, sommet de l'OTAN
                    es | La cumbre de la OTAN y la COP28 siguen.    | cumbre de la OTAN, COP28
                    """)
    void anEventIsAMeetingOfWhoIsKnown(String language, String text, String events) {
        assertThat(of(Entity.Type.EVENT, text, language).stream()
                        .map(Entity::name)
                        .collect(Collectors.joining(", ")))
                .isEqualTo(Optional.ofNullable(events).orElse(""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    fr | La ministre a reçu son homologue norvégien Olaf Dahl. | NO
                    de | Sie traf ihren norwegischen Amtskollegen Olaf Dahl.   | NO
                    """)
    void aCounterpartIsOfACountry(String language, String text, String country) {
        assertThat(of(Entity.Type.PERSON, text, language)).singleElement().satisfies(person -> {
            assertThat(person.country()).contains(country);
            assertThat(person.role()).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    de | Die Häfen Deutschlands und Norwegens liegen am Meer.          | place Deutschland DE, place Norwegen NO
                    de | Das Bundesministerium für Häfen und Fischerei und die EU zahlen. | organization Bundesministerium für Häfen und Fischerei, organization Europäische Union
                    de | Die Pläne des Hafenministeriums gelten.                       | organization Hafenministerium
                    de | Die Pläne des Bundesministeriums für Häfen die See betreffend. | organization Bundesministerium für Häfen
                    de | Der EU-Haushalt endet; das Robert Koch-Institut warnt.        | organization Robert Koch-Institut DE
                    de | Der Sprecher des Auswärtigen Amts kam nach Genf.              | organization Auswärtiges Amt DE, place Genf CH
                    fr | Le ministère de la Transition maritime aide les États-Unis.   | organization ministère de la Transition maritime, place États-Unis US
                    fr | L'ONU et l'Union européenne se réunissent à Genève.           | organization Nations unies, organization Union européenne, place Genève CH
                    fr | Les ministres de la réunion sont partis.                      |
                    es | El Ministerio de Pesca y Economía Social ayuda a Chile.       | organization Ministerio de Pesca y Economía Social, place Chile CL
                    es | La Reunión del puerto de Granada.                             |
                    es | La ONU se reúne en Nueva York.                                | organization Naciones Unidas, place Nueva York US
                    """)
    void placesAndBodiesAreThoseOfTheLists(String language, String text, String found) {
        assertThat(FINDER.find(input(text, language)).stream()
                        .map(entity -> entity.type().name().toLowerCase(java.util.Locale.ROOT) + " " + entity.name()
                                + entity.country().map(code -> " " + code).orElse(""))
                        .collect(Collectors.joining(", ")))
                .isEqualTo(Optional.ofNullable(found).orElse(""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    de | Anfang Mai tagt der Minister Ende Juni wieder.
                    de | Präsident Barack Dahls Rettung misslang.
                    de | Die Firma Nordhafen Sprengung beauftragte Berliner Taucher.
                    de | Der Direktor Institut für Meere bleibt leer.
                    de | Minister Verwaltung ist leer; Sprecher Bundespolizei ebenso.
                    de | Die Walter AG baut; sie nannten den Präsidenten Lügner.
                    fr | Le président de la commission a parlé.
                    es | El presidente del Gobierno habló en el Congreso.
                    """)
    void whatHasNoNameIsNoPerson(String language, String text) {
        assertThat(of(Entity.Type.PERSON, text, language)).isEmpty();
    }

    @Test
    void mentionsReadWhatTheyClaim() {
        String text =
                "Deutschlands Hafenministerin Svenja Berg sprach in der EU, mit Frau Berg und Norwegens Minister Olaf Dahl.";

        assertThat(FINDER.find(input(text, "de")))
                .flatExtracting(Entity::mentions)
                .hasSize(6)
                .allSatisfy(mention -> assertThat(text.substring(mention.start(), mention.end()))
                        .isEqualTo(mention.text()));
    }

    @ParameterizedTest
    @CsvSource({
        "de, 'Ministerin für Häfen und '",
        "de, 'Svenja Berg '",
        "de, 'Bundesministerium für '",
        "fr, 'ministre de la '",
        "fr, 'M. Le '",
        "es, 'ministra y '",
        "es, 'José de la '"
    })
    @Timeout(10)
    void aTextThatGoesOnForeverEnds(String language, String words) {
        assertThat(FINDER.find(input(words.repeat(20_000), language))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "es"})
    void anEmptyTextHasNoNames(String language) {
        assertThat(FINDER.find(input("", language))).isEmpty();
    }

    private static List<Entity> of(Entity.Type type, String text, String language) {
        return FINDER.find(input(text, language)).stream()
                .filter(entity -> entity.type() == type)
                .toList();
    }

    private static AnnotationInput input(String text, String language) {
        return new AnnotationInput(text, List.of(), Optional.of(language), Optional.empty(), Optional.empty());
    }
}
