package io.communique.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            // Nor those of another module, which come as an archive of tests.
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("io.communique");

    @Test
    void stagesDoNotKnowEachOther() {
        slices().matching("io.communique.(ingest|enrich|sink)..")
                .should()
                .notDependOnEachOther()
                .check(ALL);
    }

    @Test
    void theContractKnowsNoStage() {
        noClasses()
                .that()
                .resideInAPackage("io.communique.contract..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.communique.ingest..",
                        "io.communique.enrich..",
                        "io.communique.sink..",
                        "io.communique.desk..",
                        "io.communique.app..")
                .check(ALL);
    }

    @Test
    void theDeskKnowsTheStoresQueriesAndNothingOfTheLine() {
        noClasses()
                .that()
                .resideInAPackage("io.communique.desk..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..",
                        "io.communique.ingest..",
                        "io.communique.enrich..",
                        "io.communique.app..",
                        "io.communique.sink.store.jdbc..")
                .check(ALL);
    }

    @Test
    void enrichmentKnowsNoKafkaNoClockNoFilesAndNoNetwork() {
        noClasses()
                .that()
                .resideInAPackage("io.communique.enrich..")
                .and()
                .resideOutsideOfPackage("io.communique.enrich.stream..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "java.net.http..", "java.nio.channels..", "java.sql..")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(ALL);
    }

    @Test
    void whatDecidesInIngestKnowsNoKafka() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.communique.ingest.feed..",
                        "io.communique.ingest.listing..",
                        "io.communique.ingest.sitemap..",
                        "io.communique.ingest.api..",
                        "io.communique.ingest.probe..",
                        "io.communique.ingest.url..",
                        "io.communique.ingest.robots..",
                        "io.communique.ingest.politeness..",
                        "io.communique.ingest.fetch..",
                        "io.communique.ingest.source..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka..")
                .check(ALL);
    }

    @Test
    void sqlStaysInTheStore() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.communique.sink.store..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.sql..")
                .check(ALL);
    }
}
