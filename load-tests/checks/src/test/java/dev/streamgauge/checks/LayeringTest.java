package dev.streamgauge.checks;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.streamgauge.processors.store.PreCommit;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Data flows one way, and code depends only inward: on the schemas. */
class LayeringTest {

    private static final String OURS = "dev.streamgauge";

    /** What is in each module. The records that Avro generates belong to the schemas. */
    private static final Map<String, Set<String>> MODULES = Map.of(
            "schemas",
                    Set.of("schemas", "events", "facts", "aggregates", "alerts", "benchmarks", "settings", "operators"),
            "connectors", Set.of("connectors"),
            "processors", Set.of("processors"),
            "generator", Set.of("generator"),
            "oracle", Set.of("oracle"),
            "standalone", Set.of("standalone"));

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(OURS);

    @Test
    void everyClassBelongsToAModule() {
        // When
        Set<String> found = MAIN.stream()
                .map(type -> type.getPackageName().split("\\.", 4)[2])
                .collect(Collectors.toCollection(TreeSet::new));

        // Then
        found.remove("checks");
        assertThat(found)
                .as("A new module needs a rule in this test")
                .containsExactlyInAnyOrderElementsOf(
                        MODULES.values().stream().flatMap(Set::stream).toList());
    }

    @Test
    void schemasDependOnNothingOfOurs() {
        requireOnly("schemas");
    }

    @Test
    void connectorsDependOnlyOnSchemas() {
        requireOnly("connectors", "schemas");
    }

    @Test
    void processorsDependOnlyOnSchemas() {
        requireOnly("processors", "schemas");
    }

    @Test
    void theGeneratorDependsOnlyOnSchemas() {
        requireOnly("generator", "schemas");
    }

    @Test
    void theOracleDependsOnNothingOfOursSoThatItErrsAlone() {
        requireOnly("oracle");
    }

    @Test
    void onlyTheHookBeforeTheCommitAndTheEmbeddedBrokerTouchKafkasInternals() {
        noClasses()
                .that(not(belongToAnyOf(PreCommit.class)))
                .and(not(resideInAPackage(OURS + ".standalone.broker..")))
                .should()
                .dependOnClassesThat(internalsOfKafka())
                .check(MAIN);
    }

    private static void requireOnly(String module, String... others) {
        Set<String> allowed = new TreeSet<>(Set.of(others));
        allowed.add(module);
        String[] forbidden = MODULES.entrySet().stream()
                .filter(other -> !allowed.contains(other.getKey()))
                .flatMap(other -> other.getValue().stream())
                .map(LayeringTest::inside)
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAnyPackage(
                        MODULES.get(module).stream().map(LayeringTest::inside).toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .check(MAIN);
    }

    private static String inside(String name) {
        return OURS + "." + name + "..";
    }

    /** The broker's own classes have no public API at all; of its clients, RecordHeaders is the only way to make headers. */
    private static DescribedPredicate<JavaClass> internalsOfKafka() {
        DescribedPredicate<JavaClass> internal = resideInAnyPackage(
                "org.apache.kafka..internals..",
                "org.apache.kafka..internal..",
                "kafka..",
                "org.apache.kafka.server..",
                "org.apache.kafka.metadata..",
                "org.apache.kafka.image..",
                "org.apache.kafka.controller..",
                "org.apache.kafka.raft..",
                "org.apache.kafka.storage..",
                "org.apache.kafka.coordinator..");
        return internal.and(not(resideInAPackage("org.apache.kafka.common.header.internals")))
                .as("internals of Kafka");
    }
}
