package io.communique.enrich.text.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.communique.contract.release.Entity;
import io.communique.contract.release.Mention;
import io.communique.enrich.text.AnnotationInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of people and bodies here are invented. */
final class NamedEntityFinderTest {
    private static final NamedEntityFinder FINDER = NamedEntityFinder.byRules();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Minister of Foreign Affairs of the Russian Federation Pavel Orlenko spoke. | Pavel Orlenko | Minister of Foreign Affairs | RU
                    The Korean Foreign Minister Han Ji-woo spoke.                    | Han Ji-woo         | Foreign Minister | KR
                    The Korean Foreign Minister Han Soon-ja spoke.                   | Han Soon-ja        | Foreign Minister | KR
                    Norway's Prime Minister Ann van der Berg spoke.                  | Ann van der Berg   | Prime Minister | NO
                    Norway's Prime Minister Sheikh Ann van der Berg spoke.           | Ann van der Berg   | Prime Minister | NO
                    Pavel Orlenko, Minister of Foreign Affairs, spoke.               | Pavel Orlenko      | Minister of Foreign Affairs |
                    Seo Min-ho, Deputy Minister for Political Affairs, spoke.        | Seo Min-ho         | Deputy Minister for Political Affairs |
                    They met H.E. Omar bin Salid, Ambassador of Chile to Norway.     | Omar bin Salid     | Ambassador of Chile to Norway | CL
                    They met Deputy Secretary of State Mary Kent.                    | Mary Kent          | Deputy Secretary of State |
                    They met Special Envoy for Climate Change Lise Brandt.           | Lise Brandt        | Special Envoy for Climate Change |
                    They met First Vice Chairperson Ro Tae-min.                      | Ro Tae-min         | First Vice Chairperson |
                    They met Lieutenant General Park Dong-su.                        | Park Dong-su       | Lieutenant General |
                    They met Rear Admiral Jon Fell.                                  | Jon Fell           | Rear Admiral |
                    They met Bank of Korea Governor Oh Se-na.                        | Oh Se-na           | Bank of Korea Governor | KR
                    They met the Assistant Minister to the Prime Minister Lise Brandt. | Lise Brandt      | Assistant Minister to the Prime Minister |
                    They met Chief Cabinet Secretary Lise Brandt.                    | Lise Brandt        | Chief Cabinet Secretary |
                    The Norwegian trade minister, Lise Brandt, spoke.                | Lise Brandt        | trade minister | NO
                    The Minister for Food and the Marine, Lise Brandt, spoke.        | Lise Brandt        | Minister for Food and the Marine |
                    State Secretary at the Ministry of Trade Mary Kent spoke.        | Mary Kent          | State Secretary at the Ministry of Trade |
                    Mary Kent, a member of the European Parliament, spoke.           | Mary Kent          | member of the European Parliament |
                    They met Bishop Karl Lehner.                                     | Karl Lehner        | Bishop |
                    They met Mayor of Oslo Kari Lund.                                | Kari Lund          | Mayor of Oslo | NO
                    They met the deputy trade minister of Peru, Rosa Quispe.         | Rosa Quispe        | deputy trade minister | PE
                    They met Minister for Trade, Industry and Energy Nils Holm.      | Nils Holm          | Minister for Trade, Industry and Energy |
                    They met President KIM Jong-su.                                  | KIM Jong-su        | President |
                    They met Director-General Jean-Luc de la Tour.                   | Jean-Luc de la Tour | Director-General |
                    They met Commissioner J. P. O'Dell.                              | J. P. O'Dell       | Commissioner |
                    They met Minister Şebnem Öztürk of Türkiye.                      | Şebnem Öztürk      | Minister | TR
                    They met King Otto II of Norway.                                 | Otto II            | King | NO
                    Ann Berg (Minister of Health) spoke.                             | Ann Berg           | Minister of Health |
                    Ann Berg, M.D., Ph.D., Minister of Health, spoke.                | Ann Berg           | Minister of Health |
                    Ann Berg, MBE, director of the Harbour Office, spoke.            | Ann Berg           | director of the Harbour Office |
                    Ann Berg, Ferry Systems Engineer, spoke.                         | Ann Berg           | Ferry Systems Engineer |
                    "It floats," said Ann Berg, a senior ferry adviser.              | Ann Berg           | senior ferry adviser |
                    They heard rapporteur on ferry fuels Ann Berg.                   | Ann Berg           | rapporteur on ferry fuels |
                    They heard minister for fish and fares Ann Berg.                 | Ann Berg           | minister for fish and fares |
                    They heard rapporteur Ann Berg (NOU, SE).                        | Ann Berg           | rapporteur | SE
                    They heard rapporteur Ann Berg (N&U, UK).                        | Ann Berg           | rapporteur | GB
                    They met U.S. District Judge Ann Berg.                           | Ann Berg           | District Judge | US
                    They met Sergeant First Class Ann Berg.                          | Ann Berg           | Sergeant First Class |
                    They met Envoy for Peru, Chile, and Norway Ann Berg.             | Ann Berg           | Envoy for Peru, Chile, and Norway |
                    They met Deputy Prime Minister and Minister of Health Ann Berg.  | Ann Berg           | Deputy Prime Minister and Minister of Health |
                    They met Norway's Prime Minister and Minister of Health Ann Berg. | Ann Berg          | Prime Minister and Minister of Health | NO
                    Smt. Ann Berg, Minister of Health, spoke.                        | Ann Berg           | Minister of Health |
                    Datuk Seri Ann Berg, Minister of Health, spoke.                  | Ann Berg           | Minister of Health |
                    Reverend Ann Berg, Minister of Health, spoke.                    | Ann Berg           | Minister of Health |
                    President-elect Ann Berg spoke.                                   | Ann Berg           | President-elect |
                    They met Prime Minister-designate Ann Berg.                       | Ann Berg           | Prime Minister-designate |
                    They met ex-chancellor Ann Berg.                                  | Ann Berg           | ex-chancellor |
                    They met Lt. Gen. Dame Ann Berg.                                  | Ann Berg           | Lt. Gen. |
                    Sen. Ann Berg spoke.                                              | Ann Berg           | Sen. |
                    Ann Berg, who is Minister of Health, spoke.                       | Ann Berg           | Minister of Health |
                    They met Head of Delegation Ann Berg.                             | Ann Berg           | Head of Delegation |
                    Ann Berg, head of the Norwegian delegation, spoke.                | Ann Berg           | head of the Norwegian delegation | NO
                    The office's spokesperson, Ann Berg, spoke.                       | Ann Berg           | spokesperson |
                    The Minister of Climate, Energy and Utilities, Ann Berg, spoke.   | Ann Berg           | Minister of Climate, Energy and Utilities |
                    They saw President Ann Berg, the First Lady, and other guests.    | Ann Berg           | President |
                    The Deputy Leader of the Opposition, Ann Berg, spoke.             | Ann Berg           | Deputy Leader of the Opposition |
                    Ann Berg, the Under-Secretary for Ocean Floors, spoke.            | Ann Berg           | Under-Secretary for Ocean Floors |
                    The Foreign Secretary, Ann Berg, spoke.                           | Ann Berg           | Foreign Secretary |
                    The Norwegian trade minister, Omar al-Salid, spoke.               | Omar al-Salid      | trade minister | NO
                    They met the Minister of Health, HE Dr Ann Berg, in May.          | Ann Berg           | Minister of Health |
                    Chargé d'Affaires Ann Berg spoke.                                 | Ann Berg           | Chargé d'Affaires |
                    Press Secretary Ann Berg spoke.                                   | Ann Berg           | Press Secretary |
                    Spc. Ann Berg spoke.                                              | Ann Berg           | Spc. |
                    Staff Sgt. Ann Berg spoke.                                        | Ann Berg           | Staff Sgt. |
                    Rear Adm. Ann Berg spoke.                                         | Ann Berg           | Rear Adm. |
                    Ann Berg, chief of the Trade Section, spoke.                      | Ann Berg           | chief of the Trade Section |
                    Ann Berg, president of the government's Ferry Council, spoke.     | Ann Berg           | president of the government's Ferry Council |
                    They met Omar Al-Ja’ril, Minister of Health.                      | Omar Al-Ja’ril     | Minister of Health |
                    """)
    void aTitleGivesRoleAndCountryAndTheSpanIsTheNameAlone(String text, String name, String role, String country) {
        assertThat(of(Entity.Type.PERSON, text)).singleElement().satisfies(person -> {
            assertThat(person.name()).isEqualTo(name);
            assertThat(person.role()).contains(role);
            assertThat(person.country()).isEqualTo(Optional.ofNullable(country));
            assertThat(person.mentions().get(0).text()).isEqualTo(name);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Foreign Ministers Ann Berg and Jon Fell met.                     | Foreign Minister
                    They met Senators Ann Berg and Jon Fell.                         | Senator
                    They met co-founder Ann Berg and trade secretaries Jon Fell and Mary Kent. | trade secretary
                    Members of the European Parliament Ann Berg and Jon Fell met.    | Member of the European Parliament
                    """)
    void severalShareATitle(String text, String role) {
        List<Entity> persons = of(Entity.Type.PERSON, text);

        assertThat(persons.subList(persons.size() - 2, persons.size()))
                .allSatisfy(person -> assertThat(person.role()).contains(role));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Norway's Ann Berg spoke.",
                "They met their Norwegian counterpart Ann Berg.",
                "They met her Norwegian counterpart, Ann Berg, in May."
            })
    void whoseSomebodyIsSaysTheCountry(String text) {
        assertThat(of(Entity.Type.PERSON, text)).singleElement().satisfies(person -> {
            assertThat(person.country()).contains("NO");
            assertThat(person.role()).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Minister Pavel Orlenko came. Mr. Orlenko spoke. Orlenko left.                       | Pavel Orlenko, Orlenko, Orlenko
                    Deputy Minister Han Ji-woo came. Deputy Minister Han spoke; Han left.               | Han Ji-woo, Han, Han
                    President Moen called. On Friday President Lise Moen flew home.                     | Moen, Lise Moen
                    Dr. Lena Holm came. Later Holm's colleagues left.                                   | Lena Holm, Holm
                    Minister Omar al-Salid came. Salid left; Minister al-Salid stayed.                  | Omar al-Salid, Salid, al-Salid
                    Minister Lars T. Holm IV came. Minister Holm left.                                  | Lars T. Holm IV, Holm
                    Minister Lars Holm Jr. came. Minister Holm left.                                    | Lars Holm Jr., Holm
                    Minister Omar bin Salid came. Minister Bin Salid left.                              | Omar bin Salid, Bin Salid
                    Minister Ann von der Berg came. Minister von der Berg left.                         | Ann von der Berg, von der Berg
                    Minister Ji-woo Han came. Foreign Minister Han spoke.                               | Ji-woo Han, Han
                    Ambassador Kim Su-ho came. Ambassador Su-ho Kim left.                               | Kim Su-ho, Su-ho Kim
                    Senator Ann B. Lund came. Senator Ann Lund left.                                    | Ann B. Lund, Ann Lund
                    Senator Ann B. Lund came. Ann Lund left with senators; Mrs. Lund spoke.             | Ann B. Lund, Ann Lund, Lund
                    """)
    void laterMentionsAreTheSamePerson(String text, String mentions) {
        assertThat(of(Entity.Type.PERSON, text))
                .singleElement()
                .satisfies(person -> assertThat(person.mentions())
                        .extracting(Mention::text)
                        .containsExactly(mentions.split(", ", -1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HMS Prince of Wales sailed.",
                "The ferry MV Ann Berg sailed.",
                "The frigate FS Ann de Berg sailed.",
                "The USS “Ann Berg” sailed.",
                "INS Norway sailed."
            })
    void aShipIsNeitherAPersonNorAPlace(String text) {
        assertThat(FINDER.find(input(text, "en"))).isEmpty();
    }

    @Test
    void namesakesAreKeptApartByOfficeCountryOrFirstName() {
        String text =
                "Director Kim Su-ho of Norway met Ambassador Kim Ha-neul. Ambassador Kim thanked Director Kim. Kim left.";

        assertThat(mentions(Entity.Type.PERSON, text))
                .containsExactly("Kim Su-ho: Kim Su-ho, Kim", "Kim Ha-neul: Kim Ha-neul, Kim");
    }

    @Test
    void anotherHolderOfAnOfficeIsAnotherPerson() {
        String text = "Ann Moen spoke with President Moen of Norway and Prime Minister Moen of Peru.";

        assertThat(of(Entity.Type.PERSON, text)).hasSize(3);
    }

    @Test
    void anOfficeAtTheEndOfAHeadingIsNotThatOfWhoIsNamedBelow() {
        NameModel model = any -> List.of(new NameModel.Span(5, 7, Entity.Type.PERSON, 0.99));
        AnnotationInput input = input("Envoy meets Norwegian Foreign Minister\n\nZorvan Tiskel met him.", "en");

        assertThat(new NamedEntityFinder(model).find(input))
                .filteredOn(entity -> entity.type() == Entity.Type.PERSON)
                .singleElement()
                .satisfies(person -> assertThat(person.role()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    They prayed in the name of Islam.                 | 6 | 7 | PERSON
                    Local Kurds came.                                 | 1 | 2 | PERSON
                    Our long-time Ally came.                          | 4 | 5 | PERSON
                    They saw the 13 November attacks.                 | 3 | 4 | EVENT
                    It will end the Norwegian crisis.                 | 4 | 5 | EVENT
                    They marked the Liberation of Narvik.             | 3 | 4 | EVENT
                    The International Community must act.             | 1 | 3 | ORGANIZATION
                    United, we stand.                                 | 0 | 1 | ORGANIZATION
                    They went to South and Central Zorva.             | 3 | 4 | PLACE
                    HMS Tiskel sailed. They cheered Tiskel.           | 6 | 7 | PERSON
                    """)
    void whatIsOfNobodyIsNoNameThoughAModelTakesItForOne(String text, int from, int to, Entity.Type type) {
        NameModel model = any -> List.of(new NameModel.Span(from, to, type, 0.99));

        assertThat(linesWith(model, text))
                .noneMatch(line -> line.startsWith(type.name().toLowerCase(Locale.ROOT)));
    }

    @Test
    void aPlaceIsOneWhetherItsCountryIsSaidOrNot() {
        String text = "They came from Tiskel, Norway. People left Tiskel, and the city of Tiskel lay empty.";

        assertThat(of(Entity.Type.PLACE, text))
                .filteredOn(place -> place.name().equals("Tiskel"))
                .singleElement()
                .satisfies(place -> {
                    assertThat(place.country()).contains("NO");
                    assertThat(place.mentions()).hasSize(2);
                });
    }

    @Test
    void inAListOfCountriesTheNextOneDoesNotSayWhereAPlaceLies() {
        NameModel model = any -> List.of(new NameModel.Span(4, 5, Entity.Type.PLACE, 0.99));
        AnnotationInput input = input("They met Peru, Zorva, Norway and Chile.", "en");

        assertThat(new NamedEntityFinder(model).find(input))
                .filteredOn(place -> place.name().equals("Zorva"))
                .singleElement()
                .satisfies(place -> assertThat(place.country()).isEmpty());
    }

    @Test
    void whoIsCalledByTheShortNameOfACompanyIsTheCompany() {
        NameModel model = any -> List.of(
                new NameModel.Span(0, 3, Entity.Type.ORGANIZATION, 0.9),
                new NameModel.Span(5, 6, Entity.Type.PERSON, 0.9),
                new NameModel.Span(9, 10, Entity.Type.PERSON, 0.9));

        assertThat(linesWith(model, "Zorvan Tiskel Inc. grew. Zorvan sold ferries. Mr. Zorvan left."))
                .containsExactly("organization Zorvan Tiskel Inc.", "person Zorvan");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Tiskel's Inc. grew.    | 0 | 1 | Tiskel's Inc.
                    Oy Tiskel grew.        | 0 | 2 | Oy Tiskel
                    """)
    void whatHasALegalFormIsNoPerson(String text, int from, int to, String name) {
        NameModel model = any -> List.of(new NameModel.Span(from, to, Entity.Type.PERSON, 0.99));

        assertThat(linesWith(model, text)).containsExactly("organization " + name);
    }

    @Test
    void aShortNameOfACompanyIsAPersonsWhereAPersonHasIt() {
        NameModel model = any -> List.of(
                new NameModel.Span(0, 3, Entity.Type.ORGANIZATION, 0.9),
                new NameModel.Span(5, 7, Entity.Type.PERSON, 0.9),
                new NameModel.Span(9, 10, Entity.Type.PERSON, 0.9));

        assertThat(linesWith(model, "Zorvan Tiskel Inc. grew. Brun Zorvan left. Zorvan sang."))
                .containsExactly("organization Zorvan Tiskel Inc.", "person Brun Zorvan");
    }

    @Test
    void theStateBehindATownIsNoPartOfItsName() {
        NameModel model = any -> List.of(new NameModel.Span(3, 6, Entity.Type.PLACE, 0.99));

        assertThat(linesWith(model, "She lives in Tiskel, N.Y., now.")).contains("place Tiskel");
    }

    @Test
    void aTownBeforeAStateIsNotTheBetterKnownOneElsewhere() {
        assertThat(of(Entity.Type.PLACE, "She lives in Paris, Tenn., and he in Paris."))
                .filteredOn(place -> place.name().equals("Paris"))
                .extracting(Entity::country)
                .contains(Optional.of("US"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    OSLO (NTB) — The ferries stopped.       | 2 | 3
                    They go home by Jan. 14, she said.      | 4 | 5
                    """)
    void anAgencyOrAMonthIsNoPlaceOrPersonThoughAModelTakesItForOne(String text, int from, int to) {
        NameModel model = any -> List.of(new NameModel.Span(from, to, Entity.Type.PERSON, 0.99));

        assertThat(linesWith(model, text)).noneMatch(line -> line.startsWith("person"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OSLO - The talks began.",
                "OSLO (NTB) — The talks began.",
                "PARIS — The talks began.",
                "TISKEL (NTB) — The talks began."
            })
    void aReportSaysWhereItIsFrom(String text) {
        NameModel model = any -> List.of(new NameModel.Span(0, 1, Entity.Type.ORGANIZATION, 0.99));

        assertThat(new NamedEntityFinder(model).find(input(text, "en")))
                .first()
                .satisfies(place -> assertThat(place.type()).isEqualTo(Entity.Type.PLACE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "In May the Minister left.",
                "The Minister may go, said the Ministry.",
                "Yesterday the bill was read to the minister.",
                "MINISTER OPENS NEW OFFICE TODAY",
                "Minister Visits New Trade Office Today",
                "The Christian Democrats and the Roman Catholic side met at San Diego Park.",
                "The form is an MS Excel Spreadsheet.",
                "It was General Election day in Grace Park."
            })
    void wordsWithCapitalsAreNoPersons(String text) {
        assertThat(of(Entity.Type.PERSON, text)).isEmpty();
    }

    @Test
    void afterATitleAMonthIsAName() {
        assertThat(mentions(Entity.Type.PERSON, "Minister May said on May 3 that Bill Hart had seen the bill."))
                .containsExactly("May: May", "Bill Hart: Bill Hart");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    The ROK-Russia talks began.                           | ROK=KR, Russia=RU
                    The U.S.-China talks began.                           | U.S.=US, China=CN
                    The ROK-North Korea-Russia projects began.            | ROK=KR, North Korea=KP, Russia=RU
                    The UK and the UAE met the DPRK.                      | UK=GB, UAE=AE, DPRK=KP
                    The Korean Peninsula is calm.                         | Korean Peninsula=
                    Give us the turkey, not Turkey.                       | Turkey=TR
                    Michael Jordan went to Jordan.                        | Jordan=JO
                    Envoys of Chad and Niger met in Paris.                | Chad=TD, Niger=NE, Paris=FR
                    Victoria Lund came by.                                |
                    They visited Hamar, Norway.                           | Hamar=NO, Norway=NO
                    They went to Telemark County and the city of Narvik.  | Telemark County=, Narvik=
                    RUSSIA AND NORWAY SIGN TREATY                         | Russia=RU, Norway=NO
                    FOR MORE, CONTACT US                                  |
                    Côte d’Ivoire and Türkiye signed.                     | Côte d’Ivoire=CI, Türkiye=TR
                    The Russian and Norwegian sides met.                  |
                    """)
    void placesHaveTheirCountry(String text, String places) {
        assertThat(of(Entity.Type.PLACE, text).stream()
                        .map(place -> place.name() + "=" + place.country().orElse(""))
                        .collect(Collectors.joining(", ")))
                .isEqualTo(Optional.ofNullable(places).orElse(""));
    }

    @Test
    void namesOfOneCountryAreOneEntity() {
        assertThat(mentions(Entity.Type.PLACE, "The ROK, the Republic of Korea and South Korea."))
                .containsExactly("Republic of Korea: ROK, Republic of Korea, South Korea");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    The Ministry of Trade, Industry and Energy signed.                 | Ministry of Trade, Industry and Energy |
                    The Embassy of the Republic of Korea in Norway opened.             | Embassy of the Republic of Korea in Norway | KR
                    The Norwegian Fisheries Agency said so.                            | Norwegian Fisheries Agency | NO
                    The Center for Arctic and Polar Studies said so.                   | Center for Arctic and Polar Studies |
                    It was bought by Nordfisk Co., Ltd. yesterday.                     | Nordfisk Co., Ltd. |
                    The National Assembly met.                                         | National Assembly |
                    Norway's Ministry of Finance paid.                                 | Ministry of Finance | NO
                    The Liberal and Unionist Party won.                                | Liberal and Unionist Party |
                    The People's Bank of Narvik closed.                                | People's Bank of Narvik |
                    The IMF paid.                                                      | International Monetary Fund |
                    The UN Security Council met.                                       | United Nations Security Council |
                    The Ministry of Health and Ann Berg agreed.                        | Ministry of Health |
                    The Alliance of Liberals and Democrats for Europe met.             | Alliance of Liberals and Democrats for Europe |
                    The Movement for Rights and Freedoms met.                          | Movement for Rights and Freedoms | BG
                    The Greens–European Free Alliance met.                             | Greens/European Free Alliance |
                    The New Flemish Alliance (N-VA) met.                               | New Flemish Alliance | BE
                    Members of the Verkhovna Rada met.                                 | Verkhovna Rada | UA
                    The vaccine of Pfizer was sold.                                    | Pfizer | US
                    Pfizer Chairman Ann Berg spoke.                                    | Pfizer | US
                    """)
    void organisationsEndWhereTheirNameEnds(String text, String name, String country) {
        assertThat(of(Entity.Type.ORGANIZATION, text)).singleElement().satisfies(body -> {
            assertThat(body.name()).isEqualTo(name);
            assertThat(body.country()).isEqualTo(Optional.ofNullable(country));
        });
    }

    @Test
    void anAcronymInBracketsStandsForTheNameFromThereOn() {
        String text = "KMI was new. The Korea Maritime Institute (KMI) signed. KMI will report.";

        assertThat(mentions(Entity.Type.ORGANIZATION, text))
                .containsExactly("Korea Maritime Institute: Korea Maritime Institute, KMI, KMI");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The ministry and the Committee met.",
                "They crossed the West Bank and the Soviet Union.",
                "MINISTER OPENS BANK IN NEW COURT",
                "They held a Samsung Galaxy in the hand.",
                "The Joint Committee met."
            })
    void whatIsNotNamedIsNoOrganisation(String text) {
        assertThat(of(Entity.Type.ORGANIZATION, text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    The 2nd Arctic Economic Forum opened in Tromsø.             | 2nd Arctic Economic Forum
                    The third Arctic Economic forum opened.                     | third Arctic Economic forum
                    The NORDEX-2021 International Fish Fair opened.             | NORDEX-2021 International Fish Fair
                    They met beside a G20 summit.                               | G20 summit
                    The 5th ROK-Norway policy consultation was held.            | 5th ROK-Norway policy consultation
                    The inter-Korean summit meeting was held.                   | inter-Korean summit meeting
                    The Narvik Winter Olympics ended.                           | Narvik Winter Olympics
                    It is International Women's Day.                            | International Women's Day
                    The Conference on Disarmament met.                          | Conference on Disarmament
                    She won the 2018 Norwegian general election.                | 2018 Norwegian general election
                    The ASEAN Regional Dialogue ended.                          | ASEAN Regional Dialogue
                    They will speak of ice at COP28.                            | COP28
                    On Monday Typhoon Zorva sank two ferries.                   | Typhoon Zorva
                    The 61st session of the UN General Assembly opened.         | 61st session of the UN General Assembly
                    The third regular meeting of the Nordic Council was short.  | third regular meeting of the Nordic Council
                    The Extraordinary Summit of the Nordic Council was short.   | Extraordinary Summit of the Nordic Council
                    He went to the APEC Economic Leaders' Meeting.              | APEC Economic Leaders' Meeting
                    The Battle of Zorva was remembered.                         | Battle of Zorva
                    """)
    void eventsHaveTheirWholeName(String text, String name) {
        assertThat(of(Entity.Type.EVENT, text)).extracting(Entity::name).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "They held two meetings.",
                "The talks were long.",
                "The Meeting ended.",
                "One day in May they met.",
                "The second session began.",
                "The second session of the day began.",
                "Battle for power began."
            })
    void whatHasNoNameIsNoEvent(String text) {
        assertThat(of(Entity.Type.EVENT, text)).isEmpty();
    }

    @Test
    void anEventHasTheCountryThatItIsSaidToBeIn() {
        assertThat(of(Entity.Type.EVENT, "The 2nd Arctic Forum in Norway ended."))
                .singleElement()
                .satisfies(event -> assertThat(event.country()).contains("NO"));
    }

    @Test
    void inTalksOfTwoStatesWhoIsNotOfTheOneSideIsOfTheOther() {
        String text =
                "The Chile-Norway talks went well. President Ruiz of Chile met President Moen, and there was a meeting"
                        + " between Minister Ann Berg of Norway and Minister Rosa Quispe. Minister Eva Stern watched the Chile-Norway talks.";

        assertThat(of(Entity.Type.PERSON, text).stream()
                        .map(person -> person.name() + "=" + person.country().orElse("")))
                .containsExactly("Ruiz=CL", "Moen=NO", "Ann Berg=NO", "Rosa Quispe=CL", "Eva Stern=");
    }

    @Test
    void withoutTwoSidesACountryThatIsNotSaidStaysEmpty() {
        assertThat(of(Entity.Type.PERSON, "President Ruiz of Chile met President Moen."))
                .extracting(Entity::country)
                .containsExactly(Optional.of("CL"), Optional.empty());
    }

    @Test
    void aModelIsHeardWhereTheRulesSayNothing() {
        String text = "Zorvan Tisk met Minister Ann Berg in Norway.";
        NameModel model = any -> List.of(
                new NameModel.Span(0, 2, Entity.Type.PERSON, 0.9),
                new NameModel.Span(2, 3, Entity.Type.ORGANIZATION, 0.3),
                new NameModel.Span(3, 4, Entity.Type.PLACE, 0.5),
                new NameModel.Span(7, 8, Entity.Type.ORGANIZATION, 0.9));

        assertThat(linesWith(model, text))
                .as("a country of the list stays one, and what a model doubts is no name")
                .containsExactly("person Zorvan Tisk", "person Ann Berg", "place Norway");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    The Hamar Panel on Cod met.                  | ORGANIZATION | 1 | 4 | organization Hamar Panel
                    It lies in Greenbrae, Hamar 94904 there.     | PLACE        | 5 | 7 | place Hamar
                    The Office of the Prime Minister met.        | ORGANIZATION | 1 | 4 | organization Office of the Prime Minister
                    The Hamar Ombudsman met.                     | PERSON       | 1 | 3 |
                    The Bill was read.                           | PERSON       | 1 | 2 |
                    Write to P.O. Box 5 there.                   | PERSON       | 2 | 6 |
                    """)
    void whatAModelTakesForAPartOfANameIsLeftOff(String text, Entity.Type type, int from, int to, String line) {
        NameModel model = any -> List.of(new NameModel.Span(from, to, type, 0.99));

        assertThat(linesWith(model, text)).isEqualTo(line == null ? List.of() : List.of(line));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    The 6th Harbour Forum was held in Oslo.                          | 6th Harbour Forum | NO
                    The Arctic Summit will take place in Oslo in May.                | Arctic Summit | NO
                    The Arctic Summit (AS) took place in Oslo.                       | Arctic Summit | NO
                    The Arctic Summit was discussed in Oslo.                         | Arctic Summit |
                    The exercise Winter Gull began in Norway.                        | Winter Gull | NO
                    Exercise Winter Gull 2022 took place in Norway.                  | Winter Gull 2022 | NO
                    """)
    void anEventIsOfTheCountryWhereItIsHeld(String text, String name, String country) {
        assertThat(of(Entity.Type.EVENT, text)).singleElement().satisfies(event -> {
            assertThat(event.name()).isEqualTo(name);
            assertThat(event.country()).isEqualTo(Optional.ofNullable(country));
        });
    }

    @Test
    void anEventInShortIsTheSameEvent() {
        assertThat(mentions(
                        Entity.Type.EVENT,
                        "The 28th Conference on Climate (COP28) was held in Dubai. COP28 ended in December."))
                .containsExactly("28th Conference on Climate: 28th Conference on Climate, COP28, COP28");
    }

    @ParameterizedTest
    @CsvSource({
        "en, 'Minister to the '",
        "en, 'Office of the '",
        "en, 'exercise Cold '",
        "en, 'Ministers Ann Berg, '",
        "en, 'first session of the UN '",
        "en, 'Arctic Summit (AS) was '",
        "ko, '한지우 장관 겸 '",
        "ko, '한지우 장관 한 장관 '",
        "ko, '외교부 '"
    })
    @Timeout(10)
    void aTextThatGoesOnForeverEnds(String language, String words) {
        assertThat(FINDER.find(input(words.repeat(20_000), language))).isNotNull();
    }

    @Test
    void whatGoesOnBehindATitleIsNotAlwaysAName() {
        assertThat(of(Entity.Type.PERSON, "The Minister for Defence Personnel gave General SEO advice."))
                .isEmpty();
    }

    @Test
    void aModelSaysHowFarANameGoesWhereTheRulesSawAPartOfIt() {
        NameModel model = any -> List.of(new NameModel.Span(1, 7, Entity.Type.ORGANIZATION, 0.9));

        assertThat(linesWith(model, "The Hamar Tunnel Fund for Old Miners met."))
                .containsExactly("organization Hamar Tunnel Fund for Old Miners");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    Senator Ann "the Gull" Berg spoke.           | Ann "the Gull" Berg   | 1 | 3
                    Senator Ann “Old Gull” Berg spoke.           | Ann “Old Gull” Berg   | 1 | 3
                    Senator Ann “Gull” van der Berg spoke.       | Ann “Gull” van der Berg | 1 | 2
                    Senator Zorvan ‘Zo’ Tisk spoke.              | Zorvan ‘Zo’ Tisk      | 3 | 6
                    Senator Zorvan (Zo) Tisk spoke.              | Zorvan (Zo) Tisk      | 1 | 2
                    """)
    void aNicknameIsPartOfTheNameAroundIt(String text, String name, int from, int to) {
        NameModel model = any -> List.of(new NameModel.Span(from, to, Entity.Type.PERSON, 0.99));

        assertThat(linesWith(any -> List.of(), text)).containsExactly("person " + name);
        assertThat(linesWith(model, text)).containsExactly("person " + name);
        assertThat(linesWith(any -> List.of(), text + " Later Berg and Tisk left."))
                .as("the family name stands behind it")
                .containsExactly("person " + name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ann Berg, also known as Emma Lund, fled. Emma Lund was found.",
                "Ann Berg, aka “Emma Lund,” fled. Emma Lund was found.",
                "Ann Berg (a.k.a. Emma Lund) fled. Emma Lund was found.",
                "Ann Berg, better known as Emma Lund, fled. Emma Lund was found."
            })
    void byAnotherNameAPersonIsTheSame(String text) {
        assertThat(of(Entity.Type.PERSON, text)).singleElement().satisfies(person -> {
            assertThat(person.name()).isEqualTo("Ann Berg");
            assertThat(person.mentions())
                    .extracting(Mention::text)
                    .containsExactly("Ann Berg", "Emma Lund", "Emma Lund");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Senator Ann Berg (NOU) spoke.",
                "Senator Ann Berg (Norway) spoke.",
                "Senator Ann Berg “is late” Friday.",
                "Senator Ann Berg (Hamar) spoke."
            })
    void whatStandsInMarksBehindAWholeNameIsNoNickname(String text) {
        assertThat(of(Entity.Type.PERSON, text)).extracting(Entity::name).containsExactly("Ann Berg");
    }

    @Test
    void behindASeatInAParliamentTheOfficeIsThePersons() {
        assertThat(of(Entity.Type.PERSON, "Ann Berg MEP, chair of the Fish Committee, spoke."))
                .singleElement()
                .satisfies(person -> {
                    assertThat(person.name()).isEqualTo("Ann Berg");
                    assertThat(person.role()).contains("chair of the Fish Committee");
                });
    }

    @Test
    void aTitleIsNoPartOfANameThoughAModelTakesItForOne() {
        NameModel model = any -> List.of(new NameModel.Span(0, 3, Entity.Type.PERSON, 0.99));

        assertThat(linesWith(model, "President Ann Berg spoke.")).containsExactly("person Ann Berg");
    }

    @Test
    void aPersonWhomOnlyAModelSawHasTheTitleThatStandsBeforeTheName() {
        NameModel model = any -> List.of(new NameModel.Span(2, 4, Entity.Type.PERSON, 0.99));
        List<Entity> found = new NamedEntityFinder(model).find(input("Trade Minister zu Tisk spoke.", "en"));

        assertThat(found).singleElement().satisfies(person -> {
            assertThat(person.name()).isEqualTo("zu Tisk");
            assertThat(person.role()).contains("Trade Minister");
        });
    }

    @Test
    void anAcronymInBracketsIsTheNameBeforeItThoughOnlyAModelSawBoth() {
        NameModel model = any -> List.of(
                new NameModel.Span(0, 3, Entity.Type.ORGANIZATION, 0.9),
                new NameModel.Span(4, 5, Entity.Type.ORGANIZATION, 0.9),
                new NameModel.Span(8, 9, Entity.Type.ORGANIZATION, 0.9));

        assertThat(new NamedEntityFinder(model).find(input("Zorvan Tiskel Brun (ZTB) met. ZTB left.", "en")))
                .singleElement()
                .satisfies(one -> assertThat(one.mentions()).hasSize(3));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Norwegians cheered in June.              | 0 | 1 | PERSON       |
                    Then Texans cheered in June.             | 1 | 2 | PERSON       |
                    Then Tiskelmans rose.                    | 1 | 2 | PERSON       | person Tiskelmans
                    It heard 7KR twice.                      | 2 | 3 | ORGANIZATION | organization 7KR
                    Clerks read the Bill twice.              | 3 | 4 | PERSON       |
                    Follow us as @HamarTown today.           | 4 | 5 | ORGANIZATION |
                    The crowd waited.                        | 0 | 1 | ORGANIZATION |
                    Some tiskelbrun was sold.                | 1 | 2 | ORGANIZATION |
                    A NOU-approved plan was read.            | 1 | 4 | ORGANIZATION | organization NOU
                    The Tiskel-based firm grew.              | 1 | 4 | PLACE        | place Tiskel
                    Farms in Tiskel county grew.             | 2 | 4 | PLACE        | place Tiskel
                    Boats on Tiskel river sank.              | 2 | 4 | PLACE        | place Tiskel river
                    Then Hon. Zorvan Tisk rose.              | 1 | 4 | PERSON       | person Zorvan Tisk
                    He met Senator Zorvan Tisk there.        | 2 | 5 | PERSON       | person Zorvan Tisk
                    Read www.Tiskel.example now.             | 3 | 4 | ORGANIZATION |
                    Read Tiskel.example now.                 | 1 | 2 | PERSON       |
                    Then MEPs voted.                         | 1 | 2 | ORGANIZATION |
                    He saw the Tiskel Ferry Engineer.        | 3 | 6 | ORGANIZATION |
                    Some EU-UK fares rose.                   | 1 | 4 | ORGANIZATION | organization European Union, place UK
                    It asked Zorvan (NOU, SE) twice.         | 5 | 6 | ORGANIZATION |
                    Write to P. O. Box 12 today.             | 2 | 6 | PERSON       |
                    He asked Ann Lund (R-Ohio) twice.        | 5 | 8 | PLACE        | person Ann Lund, place Ohio
                    Then U.S. District Judge Ann Berg rose.  | 1 | 3 | PLACE        | place U.S., person Ann Berg
                    The EU and NATO rose.                    | 1 | 4 | ORGANIZATION | organization European Union, organization North Atlantic Treaty Organization
                    Then Lord (Zor) Tisk rose.               | 3 | 6 | PERSON       | person Tisk
                    The USS Tiskel rose.                     | 2 | 3 | PERSON       |
                    The USS Tiskel rose.                     | 1 | 3 | ORGANIZATION |
                    The Tiskel Fare Partnership Agreement.   | 1 | 4 | ORGANIZATION |
                    The Tiskel Fares Order changed.          | 1 | 4 | ORGANIZATION |
                    It paid DKK 3.5 billion.                 | 2 | 3 | ORGANIZATION |
                    It paid Tiskel Works A/S for it.         | 2 | 5 | ORGANIZATION | organization Tiskel Works A/S
                    Then Zorvan Chia-kan rose.               | 1 | 5 | PERSON       | person Zorvan Chia-kan
                    Ann Berg (née Tisk) rose.                | 4 | 5 | PERSON       | person Ann Berg
                    Then Zorvan-led crews rose.              | 1 | 4 | PERSON       | person Zorvan
                    Minister of Industry and Trade Ann Berg. | 4 | 5 | PERSON       | person Ann Berg
                    Zor Tiskel MEP rose.                     | 0 | 3 | PERSON       | person Zor Tiskel
                    Zor Tiskel T.D. rose.                    | 0 | 3 | PERSON       | person Zor Tiskel
                    Zor Tiskel Jr. rose.                     | 0 | 3 | PERSON       | person Zor Tiskel Jr.
                    Department for Food, Fish and Ports and Zorvan Norway. | 0 | 10 | ORGANIZATION | organization Department for Food, Fish and Ports, place Norway
                    """)
    void whatTheSpellingRulesOutIsNoNameWhateverAModelSays(
            String text, int from, int to, Entity.Type type, String found) {
        NameModel model = any -> List.of(new NameModel.Span(from, to, type, 0.99));

        assertThat(String.join(", ", linesWith(model, text)))
                .isEqualTo(Optional.ofNullable(found).orElse(""));
    }

    @Test
    void aGivenNameAloneIsTheOnePersonWhoHasIt() {
        NameModel model = any -> List.of(new NameModel.Span(5, 6, Entity.Type.PERSON, 0.9));

        assertThat(linesWith(model, "Senator Ann Lund came. Ann sang.")).containsExactly("person Ann Lund");
        assertThat(linesWith(model, "Bo Lind, Ann Lund, Ann Berg sang."))
                .contains("person Ann Lund", "person Ann Berg");
    }

    @Test
    void aTownBeforeAStateInShortIsAPlaceWhateverAModelSays() {
        NameModel model = any -> List.of(
                new NameModel.Span(1, 2, Entity.Type.ORGANIZATION, 0.99),
                new NameModel.Span(3, 4, Entity.Type.ORGANIZATION, 0.99));

        assertThat(linesWith(model, "By Tiskel, N.Y.-based makers.")).containsExactly("place Tiskel");
    }

    @Test
    void oneNameIsOfOneTypeInAText() {
        NameModel model = any -> List.of(
                new NameModel.Span(1, 2, Entity.Type.PERSON, 0.6),
                new NameModel.Span(6, 7, Entity.Type.ORGANIZATION, 0.9),
                new NameModel.Span(11, 12, Entity.Type.ORGANIZATION, 0.8));

        assertThat(linesWith(model, "With Zorvan they sailed. With Zorvan they fished. With Zorvan they ate."))
                .containsExactly("organization Zorvan");
    }

    @Test
    void initialsStandForTheOneBodyThatHasThem() {
        NameModel model = tokens -> List.of(
                new NameModel.Span(1, 6, Entity.Type.ORGANIZATION, 0.9),
                new NameModel.Span(8, 9, Entity.Type.ORGANIZATION, 0.9));

        assertThat(new NamedEntityFinder(model).find(input("The U.S. Zorvan and Tiskel Board met. ZTB left.", "en")))
                .singleElement()
                .satisfies(one -> assertThat(one.mentions()).hasSize(2));
    }

    @Test
    void aLegalFormMakesNoOtherOrganisation() {
        NameModel model = tokens -> List.of(
                new NameModel.Span(0, 3, Entity.Type.ORGANIZATION, 0.9),
                new NameModel.Span(5, 7, Entity.Type.ORGANIZATION, 0.9));

        assertThat(linesWith(model, "Zorvan Tiskel Ltd grew. Zorvan Tiskel fell."))
                .containsExactly("organization Zorvan Tiskel Ltd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tiskel, Tenn.,", "Tiskel, TN,", "Tiskel, N.Y.,"})
    void aStateInShortBehindATownGivesItsCountry(String place) {
        NameModel model = any -> List.of(new NameModel.Span(3, 4, Entity.Type.PLACE, 0.99));

        assertThat(new NamedEntityFinder(model).find(input("The fair at " + place + " began.", "en")))
                .singleElement()
                .satisfies(town -> {
                    assertThat(town.name()).isEqualTo("Tiskel");
                    assertThat(town.country()).contains("US");
                });
    }

    private static List<String> linesWith(NameModel model, String text) {
        return new NamedEntityFinder(model)
                .find(input(text, "en")).stream()
                        .map(NamedEntityFinderTest::line)
                        .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    윤한별 차관보는 러시아와 협의했다.          | person 윤한별, place 러시아
                    문가람 대통령이 미국을 방문했다.            | person 문가람, place 미국
                    외교부는 북한과의 회담을 발표했다.          | organization 외교부, place 북한
                    한국해양위원회가 문을 열었다.               | organization 한국해양위원회
                    솔담군(군수 한지우)은 솔담군청에서 밝혔다.    | place 솔담군, person 한지우, organization 솔담군청
                    해담공단(이사장 문가람)이 밝혔다.            | organization 해담공단, person 문가람
                    시장 전망치가 올랐다 (시장 조사).            |
                    회의는 서울에서, 다음 회의는 제네바에서 열린다. | place 서울, place 제네바
                    부산광역시는 하노이와 협의했다.             | place 부산광역시, place 하노이
                    오늘 날씨가 맑다.                          |
                    """)
    void koreanNamesAreFoundWithoutTheirParticles(String text, String found) {
        assertThat(FINDER.find(input(text, "ko")).stream()
                        .map(NamedEntityFinderTest::line)
                        .collect(Collectors.joining(", ")))
                .isEqualTo(Optional.ofNullable(found).orElse(""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    한지우 외교부 장관은 밝혔다.                    | 한지우 | 외교부 장관
                    한지우 부총리 겸 외교부 장관은 밝혔다.          | 한지우 | 부총리 겸 외교부 장관
                    한지우 외교부 2차관이 밝혔다.                   | 한지우 | 외교부 2차관
                    한지우 기획조정실장은 밝혔다.                   | 한지우 | 기획조정실장
                    외교부 한지우 장관과 만났다.                    | 한지우 | 장관
                    안나 베르그 노르웨이 국무장관과 만났다.         | 안나 베르그 | 국무장관
                    안나 베르그 유엔 사무총장이 방문했다.           | 안나 베르그 | 유엔 사무총장
                    안나 베르그 주한 노르웨이 대사가 참석했다.      | 안나 베르그 | 주한 노르웨이 대사
                    유엔 사무총장 안나 베르그는 밝혔다.             | 안나 베르그 | 유엔 사무총장
                    안나 베르그 EU 집행위원장과 만났다.             | 안나 베르그 | EU 집행위원장
                    """)
    void aKoreanRoleSaysWhatSomebodyIsOf(String text, String name, String role) {
        List<Entity> persons = FINDER.find(input(text, "ko")).stream()
                .filter(entity -> entity.type() == Entity.Type.PERSON)
                .toList();

        assertThat(persons).singleElement().satisfies(person -> {
            assertThat(person.name()).isEqualTo(name);
            assertThat(person.role()).contains(role);
            assertThat(person.country()).isEqualTo(Optional.of("NO").filter(any -> text.contains("노르웨이")));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    외교부는 제3차 한-러 차관급 회의를 개최하였다.   | 제3차 한-러 차관급 회의     | KR RU
                    한·미·일 외교장관회담이 열렸다.                | 한·미·일 외교장관회담       | KR US JP
                    북·미 정상회담을 앞두고 있다.                  | 북·미 정상회담             | KP US
                    한-노르웨이 정상회담이 열렸다.                  | 한-노르웨이 정상회담         | KR NO
                    제2차 등대협력 공동위원회가 열렸다.              | 제2차 등대협력 공동위원회    |
                    제5회 솔담바다포럼에 갔다.                     | 제5회 솔담바다포럼          |
                    G20 정상회의에 참석했다.                      | G20 정상회의              |
                    아세안+3 외교장관회의가 열렸다.                 | 아세안+3 외교장관회의       |
                    G7 재무장관회의를 마쳤다.                      | G7 재무장관회의            |
                    도시에서 '2018 솔담 등대박람회'가 열렸다.       | 2018 솔담 등대박람회        |
                    """)
    void aKoreanEventIsNamedByWhoMeetsOrHowItIsNumbered(String text, String event, String countries) {
        List<Entity> found = FINDER.find(input(text, "ko"));

        assertThat(found)
                .filteredOn(entity -> entity.type() == Entity.Type.EVENT)
                .extracting(Entity::name)
                .containsExactly(event);
        assertThat(found.stream().flatMap(entity -> entity.country().stream()).collect(Collectors.joining(" ")))
                .isEqualTo(Optional.ofNullable(countries).orElse(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"제3조에 따라 회의를 한다.", "세 번째 회의가 열렸다.", "한 미터 앞에서 회의를 했다."})
    void notEveryKoreanSittingHasAName(String text) {
        assertThat(FINDER.find(input(text, "ko")))
                .filteredOn(entity -> entity.type() == Entity.Type.EVENT)
                .isEmpty();
    }

    @Test
    void aKoreanTownBehindItsProvinceAndAHospitalAreNames() {
        assertThat(FINDER.find(input("전라남도 솔담군에 사는 주민이 솔담대학교병원을 찾았다.", "ko")))
                .extracting(NamedEntityFinderTest::line)
                .containsExactly("place 전라남도", "place 솔담군", "organization 솔담대학교병원");
    }

    @Test
    void aMinisterOfAMinistryAbroadHasANameFromThere() {
        assertThat(FINDER.find(input("차관은 오슬로에서 안나 베르그 농업부 장관과 만났다.", "ko")).stream()
                        .filter(entity -> entity.type() == Entity.Type.PERSON)
                        .toList())
                .singleElement()
                .satisfies(person -> {
                    assertThat(person.name()).isEqualTo("안나 베르그");
                    assertThat(person.role()).contains("농업부 장관");
                });
    }

    @Test
    void inKoreanACountryOfOneSyllableMayStandBeforeAnOffice() {
        assertThat(FINDER.find(input("장관은 안나 베르그 미 국무장관과 만났다.", "ko")))
                .filteredOn(entity -> entity.type() == Entity.Type.PERSON)
                .singleElement()
                .satisfies(person -> assertThat(person.country()).contains("US"));
    }

    @Test
    void inKoreanTheLastNameOfSomebodyFromAbroadWithTheTitleIsThatPerson() {
        String text = "안나 베르그 노르웨이 총리가 왔다. 베르그 총리는 밝혔다. 달 총리는 없었다.";

        assertThat(FINDER.find(input(text, "ko")))
                .filteredOn(entity -> entity.type() == Entity.Type.PERSON)
                .singleElement()
                .satisfies(person ->
                        assertThat(person.mentions()).extracting(Mention::text).containsExactly("안나 베르그", "베르그"));
    }

    @Test
    void aKoreanFamilyNameWithTheTitleIsThePersonNamedBefore() {
        String text = "한지우 외교부 장관이 왔다. 한 장관은 밝혔다. 박 장관은 없었다.";

        assertThat(FINDER.find(input(text, "ko")))
                .filteredOn(entity -> entity.type() == Entity.Type.PERSON)
                .singleElement()
                .satisfies(person ->
                        assertThat(person.mentions()).extracting(Mention::text).containsExactly("한지우", "한"));
    }

    @Test
    void aKoreanPersonOfTwoOfficesIsKnownByEither() {
        String text = "한지우 부총리 겸 외교부 장관이 왔다. 한 장관은 밝혔다. 한 부총리는 떠났다.";

        assertThat(FINDER.find(input(text, "ko")))
                .filteredOn(entity -> entity.type() == Entity.Type.PERSON)
                .singleElement()
                .satisfies(person ->
                        assertThat(person.mentions()).extracting(Mention::text).containsExactly("한지우", "한", "한"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"이번 회의 의장은 없다.", "이사회 의장 선거가 열렸다.", "주한 노르웨이 대사가 왔다.", "13일 왕이 노르웨이 총리가 왔다.", "이날 노르웨이 총리가 왔다."})
    void whatStandsBeforeAKoreanTitleIsNotAlwaysAName(String text) {
        assertThat(FINDER.find(input(text, "ko")))
                .filteredOn(entity -> entity.type() == Entity.Type.PERSON)
                .isEmpty();
    }

    static Stream<Long> seeds() {
        return LongStream.range(0, 1000).boxed();
    }

    /** Offsets are exact, no name stands twice, and the same text gives the same answer. */
    @ParameterizedTest
    @MethodSource("seeds")
    void everyMentionReadsWhatItClaims(long seed) {
        String text = generated(new Random(seed));

        List<Entity> found = FINDER.find(input(text, "en"));

        List<String> spans = new ArrayList<>();
        for (Entity entity : found) {
            for (Mention mention : entity.mentions()) {
                assertThat(text.substring(mention.start(), mention.end())).isEqualTo(mention.text());
                spans.add(entity.type() + " " + mention.start());
            }
        }
        assertThat(spans).doesNotHaveDuplicates();
        assertThat(FINDER.find(input(text, "en"))).isEqualTo(found);
    }

    private static String generated(Random random) {
        String[] words = {
            "Deputy",
            "Minister",
            "President",
            "of",
            "for",
            "the",
            "and",
            "Foreign",
            "Affairs",
            "Han",
            "Ji",
            "-",
            "woo",
            "Ann",
            "Berg",
            "van",
            "der",
            "Mr.",
            "H.E.",
            "ROK",
            "Norway",
            "’s",
            "'",
            "U.S.",
            "Republic of Korea",
            "Jordan",
            "UN",
            "(",
            "KMI",
            ")",
            ",",
            ".",
            "\n\n",
            "2nd",
            "Arctic",
            "Forum",
            "summit",
            "on",
            "G20",
            "2018",
            "Bank",
            "Agency",
            "Co.",
            "Ltd.",
            "in",
            "May",
            "KIM",
            "O’Dell",
            "é",
            "\uD83D\uDE00",
            "문재",
            "&",
            "Prime",
            "General",
            "Ambassador",
            "to",
            "J.",
            "II",
            "by",
            "city",
            "January",
            "«"
        };
        StringBuilder text = new StringBuilder();
        for (int i = 5 + random.nextInt(80); i > 0; i--) {
            text.append(words[random.nextInt(words.length)]).append(random.nextInt(5) == 0 ? "" : " ");
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    It lies near Lewisburg, West Virginia.                | Lewisburg   | US
                    OSLO, August 8 (NTB) -- The ferries ran.              | Oslo        | NO
                    WASHINGTON, Nov. 30 -- The ferries ran.               | Washington  | US
                    NEW YORK, Aug 8 (AP) - The ferries ran.               | New York    | US
                    ABU DHABI -- The ferries ran.                         | Abu Dhabi   | AE
                    The storm hit the Chilean port city of Arica.         | Arica       | CL
                    They met in the French city of Evian.                 | Evian       | FR
                    """)
    void aPlaceIsKnownByItsDatelineOrByWhoseTownItIs(String text, String name, String country) {
        assertThat(of(Entity.Type.PLACE, text)).first().satisfies(place -> {
            assertThat(place.name()).isEqualTo(name);
            assertThat(place.country()).contains(country);
        });
    }

    @Test
    void aRankBehindAnOfficeIsNoPartOfTheName() {
        assertThat(of(Entity.Type.PERSON, "Defence minister General Per Olsen said so."))
                .singleElement()
                .satisfies(person -> {
                    assertThat(person.name()).isEqualTo("Per Olsen");
                    assertThat(person.role()).contains("Defence minister");
                });
    }

    @Test
    void aFormOfAddressIsNoTown() {
        assertThat(of(Entity.Type.PLACE, "He lives in Ms. Berg's house.")).isEmpty();
    }

    @Test
    void aBodyWithDotsInItsNameIsOneBeforeAnOfficeToo() {
        assertThat(of(Entity.Type.ORGANIZATION, "The accord was signed by U.N. Secretary-General Ann Berg."))
                .extracting(Entity::name)
                .containsExactly("United Nations");
        assertThat(of(Entity.Type.PERSON, "The accord was signed by U.N. Secretary-General Ann Berg."))
                .extracting(person -> person.role().orElse(""))
                .containsExactly("U.N. Secretary-General");
    }

    @Test
    void initialsMayBeginWithTheCountrys() {
        NameModel model = tokens -> List.of(
                new NameModel.Span(1, 4, Entity.Type.ORGANIZATION, 0.9),
                new NameModel.Span(7, 8, Entity.Type.ORGANIZATION, 0.9));

        assertThat(new NamedEntityFinder(model).find(input("The Norwegian Zorvan Board met. The NZB left.", "en")))
                .singleElement()
                .satisfies(one -> assertThat(one.mentions()).hasSize(2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Head of the Norwegian Fisheries Agency (NFA) Ann Berg said so.          | Head of the Norwegian Fisheries Agency
                    The head of the Norwegian Fisheries Agency, Ann Berg, said so.          | head of the Norwegian Fisheries Agency
                    Director of the Norwegian Fisheries Agency (NFA) Ann Berg said so.      | Director of the Norwegian Fisheries Agency
                    """)
    void whoHeadsABodyHasItInTheRoleWithoutItsShortName(String text, String role) {
        assertThat(of(Entity.Type.PERSON, text)).singleElement().satisfies(person -> {
            assertThat(person.name()).isEqualTo("Ann Berg");
            assertThat(person.role()).contains(role);
            assertThat(person.country()).contains("NO");
        });
    }

    private static List<Entity> of(Entity.Type type, String text) {
        return FINDER.find(input(text, "en")).stream()
                .filter(entity -> entity.type() == type)
                .toList();
    }

    private static List<String> mentions(Entity.Type type, String text) {
        return of(type, text).stream()
                .map(entity -> entity.name() + ": "
                        + entity.mentions().stream().map(Mention::text).collect(Collectors.joining(", ")))
                .toList();
    }

    private static String line(Entity entity) {
        return entity.type().name().toLowerCase(Locale.ROOT) + " " + entity.name();
    }

    private static AnnotationInput input(String text, String language) {
        return new AnnotationInput(text, List.of(), Optional.of(language), Optional.empty(), Optional.empty());
    }
}
