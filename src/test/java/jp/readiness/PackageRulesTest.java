package jp.readiness;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.stream.Stream;

/** The architecture, as rules on imports: who may know whom. */
@AnalyzeClasses(packages = "jp.readiness", importOptions = ImportOption.DoNotIncludeTests.class)
class PackageRulesTest {

    private static final String[] DROOLS = {"org.drools..", "org.kie.."};
    private static final String[] SPRING_WEB_JDBC = {
        "org.springframework..", "jakarta.servlet..", "java.sql..", "javax.sql.."
    };

    /** From the vocabulary up to the editions in force: each layer knows those before it and none after it. */
    private static final List<String> LAYERS =
            List.of("programme", "table", "answers", "folder", "rulebook", "advice", "batch", "check", "library");

    @ArchTest
    static final ArchRule only_rulebook_knows_drools = noClasses()
            .that()
            .resideOutsideOfPackage("jp.readiness.rulebook..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(DROOLS);

    @ArchTest
    static final ArchRule the_core_is_free_of_spring_web_and_jdbc = noClasses()
            .that()
            .resideInAnyPackage(Stream.of(
                            "programme",
                            "table",
                            "answers",
                            "folder",
                            "rulebook",
                            "advice",
                            "batch",
                            "check",
                            "trackrecord",
                            "demonstration")
                    .map(name -> "jp.readiness." + name + "..")
                    .toArray(String[]::new))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SPRING_WEB_JDBC);

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("jp.readiness.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule every_package_says_what_it_is_for = ArchRuleDefinition.classes()
            .should(new ArchCondition<JavaClass>("stand in a package with a package-info") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean described = type.getPackage().tryGetPackageInfo().isPresent();
                    if (!described) {
                        events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " has no package-info"));
                    }
                }
            });

    @ArchTest
    static void each_layer_knows_only_those_before_it(JavaClasses classes) {
        for (int layer = 0; layer < LAYERS.size(); layer++) {
            String[] later = LAYERS.subList(layer + 1, LAYERS.size()).stream()
                    .map(name -> "jp.readiness." + name + "..")
                    .toArray(String[]::new);
            if (later.length > 0) {
                noClasses()
                        .that()
                        .resideInAPackage("jp.readiness." + LAYERS.get(layer) + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(later)
                        .check(classes);
            }
        }
    }

    @ArchTest
    static final ArchRule pages_know_advice_and_not_rule_books = noClasses()
            .that()
            .resideInAPackage("jp.readiness.screening..")
            .should()
            .dependOnClassesThat(new DescribedPredicate<>("the rule book, but for its Comparison") {
                @Override
                public boolean test(JavaClass type) {
                    return type.getPackageName().startsWith("jp.readiness.rulebook")
                            && !type.getSimpleName().equals("Comparison");
                }
            })
            .allowEmptyShould(true);
}
