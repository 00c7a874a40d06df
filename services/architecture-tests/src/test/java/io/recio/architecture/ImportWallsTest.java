package io.recio.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The walls of the house: two layers, services apart, a domain that needs nothing, and no import that climbs. */
class ImportWallsTest {

    private static final Path SERVICES = Path.of("..");

    private static final String[] SERVICE_PACKAGES = {
        "io.recio.pricewatchdog..",
        "io.recio.apiwatchdog..",
        "io.recio.accountsync..",
        "io.recio.coordinator..",
        "io.recio.autoentry..",
        "io.recio.trademanager..",
        "io.recio.tradeexecutor..",
        "io.recio.activetradesupervisor..",
        "io.recio.mainapp..",
        "io.recio.failuredetector..",
        "io.recio.systemmonitor..",
        "io.recio.databasemigrator..",
        "io.recio.simulator..",
        "io.recio.localstack.."
    };

    private static final JavaClasses HOUSE = importHouse();

    @Test
    void seesEveryModule() {
        for (String service : SERVICE_PACKAGES) {
            assertThat(HOUSE.stream().anyMatch(resideInAPackage(service)))
                    .as("classes of %s are there to be checked", service)
                    .isTrue();
        }
    }

    /** A rule of trading must not depend on how it is run, or it could not be replayed bit for bit. */
    @Test
    void keepsTheDomainFreeOfEverythingButJava() {
        classes()
                .that()
                .resideInAPackage("io.recio.domain..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("io.recio.domain..", "java..", "org.jspecify.."))
                .check(HOUSE);
    }

    /** A library serves several services; one that knew a service could serve only that one. */
    @Test
    void keepsLibrariesFromServices() {
        noClasses()
                .that()
                .resideOutsideOfPackages(SERVICE_PACKAGES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SERVICE_PACKAGES)
                .check(HOUSE);
    }

    /** Services meet in the database only; an import would bind their releases together. */
    @Test
    void keepsServicesFromEachOther() {
        for (String service : SERVICE_PACKAGES) {
            String[] others = Stream.of(SERVICE_PACKAGES)
                    .filter(other -> !other.equals(service))
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(service)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(HOUSE);
        }
    }

    /** The exchange clients speak domain types outward and know neither storage nor Quarkus. */
    @Test
    void keepsTheExchangeClientsFreeOfStorageAndFrameworks() {
        noClasses()
                .that()
                .resideInAnyPackage("io.recio.kalshi..", "io.recio.coinbase..")
                .and()
                .resideOutsideOfPackage("io.recio.kalshi.connection..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.recio.storage..", "io.recio.servicekit..", "io.quarkus..", "jakarta..")
                .check(HOUSE);
    }

    /** Fair value and fees of the simulator are its own, or it could not find our mistakes. */
    @Test
    void keepsTheSimulatorFromOurModelsAndFees() {
        noClasses()
                .that()
                .resideInAPackage("io.recio.simulator..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.recio.domain.probability..", "io.recio.domain.fee..", "io.recio.domain.striketable..")
                .check(HOUSE);
    }

    @Test
    void hasNoCircleBetweenThePackagesOfALibraryOrService() {
        slices().matching("io.recio.(*..)").should().beFreeOfCycles().check(HOUSE);
    }

    private static JavaClasses importHouse() {
        try (Stream<Path> files = Files.walk(SERVICES, 4)) {
            List<Path> folders = files.filter(path -> path.endsWith(Path.of("target", "classes")))
                    .toList();
            return new ClassFileImporter().importPaths(folders);
        } catch (IOException e) {
            throw new IllegalStateException("compiled modules cannot be read below " + SERVICES.toAbsolutePath(), e);
        }
    }
}
