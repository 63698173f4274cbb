package dev.streamgauge.processors;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.streamgauge.processors.store.PreCommit;
import java.util.stream.Stream;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String ROOT = "dev.streamgauge.processors";
    private static final String[] QUESTIONS = packages(
            "landings",
            "changes",
            "ownership",
            "definitions",
            "staircase",
            "integration",
            "deliveries",
            "failures",
            "health",
            "runs",
            "aggregates",
            "completeness",
            "admission",
            "rules",
            "alerts",
            "queues",
            "watch",
            "table");
    private static final DescribedPredicate<JavaClass> MEANING =
            resideInAnyPackage(QUESTIONS).or(belongToAnyOf(Assembly.class));

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private static String[] packages(String... names) {
        return Stream.of(names).map(name -> ROOT + "." + name + "..").toArray(String[]::new);
    }

    @Test
    void meaningKnowsNoKafka() {
        // Given
        ArchRule rule =
                noClasses().that(MEANING).should().dependOnClassesThat().resideInAnyPackage("org.apache.kafka..");

        // When / Then
        rule.check(MAIN);
    }

    @Test
    void meaningDoesNotKnowWhatCarriesIt() {
        // Given
        ArchRule rule = noClasses()
                .that(MEANING)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages("store", "topology", "publish", "app"));

        // When / Then
        rule.check(MAIN);
    }

    @Test
    void explanationsNeedNoKafka() {
        // Given
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage(ROOT + ".explain..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..");

        // When / Then
        rule.check(MAIN);
    }

    @Test
    void ofTheSchemasMeaningKnowsOnlyTheEventsAndWhatReadsInputItsRules() {
        // Given
        ArchRule rule = noClasses()
                .that(MEANING)
                .and()
                .resideOutsideOfPackages(ROOT + ".admission", ROOT + ".rules")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.streamgauge.schemas..",
                        "dev.streamgauge.facts..",
                        "dev.streamgauge.aggregates..",
                        "dev.streamgauge.alerts..");

        // When / Then
        rule.check(MAIN);
    }

    @Test
    void oneClassTouchesTheInternalsOfKafkaStreams() {
        // Given
        ArchRule rule = noClasses()
                .that(not(belongToAnyOf(PreCommit.class)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka.streams..internals..");

        // When / Then
        rule.check(MAIN);
    }

    @Test
    void whatIsScheduledIsCancelledInOnePlace() {
        // Given
        ArchRule rule = noClasses()
                .that()
                .doNotHaveSimpleName("Stint")
                .should()
                .callMethodWhere(target(name("schedule")).and(target(owner(assignableTo(ProcessingContext.class)))));

        // When / Then
        rule.check(MAIN);
    }

    @Test
    void whatANodeHasBegunEndsWithIt() {
        // Given
        ArchRule rule = noClasses()
                .that()
                .doNotHaveSimpleName("Node")
                .should()
                .callConstructorWhere(target(owner(simpleName("Stint"))));

        // When / Then
        rule.check(MAIN);
    }

    @Test
    void tablesKnowNothingOfWhatIsInThem() {
        // Given
        ArchRule rule = classes()
                .that()
                .resideInAPackage(ROOT + ".table")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(ROOT + ".table", "java..");

        // When / Then
        rule.check(MAIN);
    }

    @Test
    void noPackagesDependOnEachOtherInACircle() {
        // Given
        ArchRule rule = slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

        // When / Then
        rule.check(MAIN);
    }

    @Test
    void nothingReadsTheClockInPassing() {
        // Given
        ArchRule rule = noClasses()
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis");

        // When / Then
        rule.check(MAIN);
    }
}
