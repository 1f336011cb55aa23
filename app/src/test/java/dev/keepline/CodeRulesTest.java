package dev.keepline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rules of ARCHITECTURE.md that a machine can check, over every class of the application. */
class CodeRulesTest {
    private static final JavaClasses APPLICATION = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.keepline");

    private static final String ENGINE = "dev.keepline.renewal.engine..";

    private static final DescribedPredicate<JavaClass> RULES =
            JavaClass.Predicates.simpleNameEndingWith("Rules").as("*Rules");

    @Test
    void rules_are_pure() {
        check(noClasses()
                .that(RULES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "java.sql..",
                        "javax.sql..",
                        "java.net.http..",
                        "org.slf4j..",
                        "java.util.logging..",
                        "java.util.random..",
                        "java.io..",
                        "java.nio.."));
        check(noClasses()
                .that(RULES)
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.InstantSource")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.Clock")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random"));
    }

    @Test
    void the_engine_knows_no_framework_thread_database_or_network() {
        check(noClasses()
                .that()
                .resideInAPackage(ENGINE)
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "java.util.concurrent..",
                        "java.sql..",
                        "javax.sql..",
                        "java.net.http..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.Thread"));
        check(noClasses().that().resideInAPackage(ENGINE).should().callMethod(java.util.UUID.class, "randomUUID"));
    }

    @Test
    void the_kernel_knows_no_framework() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.keepline.kernel..")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql.."));
    }

    @Test
    void time_comes_from_the_one_clock() {
        DescribedPredicate<JavaMethodCall> readsTheSystemClock = DescribedPredicate.describe(
                "read the system's clock", call -> isClockRead(call.getTargetOwner(), call.getName()));
        check(noClasses()
                .that()
                .doNotHaveFullyQualifiedName(KeeplineApplication.class.getName())
                .and()
                .doNotHaveFullyQualifiedName("dev.keepline.catalog.ClocksCommand") // a process of its own
                .and()
                .doNotHaveFullyQualifiedName("dev.keepline.database.backup.RestoreCommand") // a process of its own
                .should()
                .callMethodWhere(readsTheSystemClock)
                .orShould()
                .callConstructor(java.util.Date.class));
    }

    @Test
    void fault_13_leases_know_no_clock_but_the_databases() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.keepline.jobs..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.InstantSource")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.Clock"));
    }

    private static boolean isClockRead(JavaClass owner, String method) {
        boolean now = method.equals("now") && owner.getPackageName().equals("java.time");
        boolean system = method.startsWith("system")
                && Set.of("java.time.Clock", "java.time.InstantSource").contains(owner.getName());
        return now || system || (method.equals("currentTimeMillis") && owner.isEquivalentTo(System.class));
    }

    @Test
    void only_the_database_package_opens_transactions() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.keepline.database..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.transaction.."));
    }

    @Test
    void names_say_what_a_class_is() {
        check(noClasses()
                .should()
                .haveNameMatching(".*\\.(Default[A-Z]\\w*|\\w+Impl|\\w*(Util|Utils|Manager|Helper|Helpers))"));
        check(noClasses().should().resideInAnyPackage("..util..", "..common..", "..misc..", "..impl.."));
    }

    @Test
    void nothing_takes_more_than_five_parameters() {
        // what the build writes from templates is not written by anybody
        check(classes()
                .that()
                .resideOutsideOfPackage("..portal.templates..")
                .should(new ArchCondition<>("take at most five parameters, records aside") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getCodeUnits().stream()
                                .filter(unit -> unit.getRawParameterTypes().size() > 5)
                                .filter(unit -> !isOfARecord(unit))
                                .filter(unit -> !unit.getModifiers()
                                        .contains(com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC))
                                .forEach(unit -> events.add(SimpleConditionEvent.violated(
                                        unit,
                                        unit.getFullName() + " takes "
                                                + unit.getRawParameterTypes().size())));
                    }
                }));
    }

    /** A record's constructor takes its components, however many facts belong together. */
    private static boolean isOfARecord(JavaCodeUnit unit) {
        return unit.isConstructor() && unit.getOwner().isRecord();
    }

    @Test
    void nothing_prints_a_stack_trace_or_ends_the_process_by_itself() {
        check(noClasses().should().callMethod(Throwable.class, "printStackTrace"));
    }

    /** Such a stream keeps its connection until it is closed, and is easily left open: read a list. */
    @Test
    void nobody_streams_rows() {
        check(noClasses()
                .should()
                .callMethod(org.springframework.jdbc.core.simple.JdbcClient.MappedQuerySpec.class, "stream"));
        check(noClasses()
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "queryForStream", call -> call.getName().equals("queryForStream"))));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(APPLICATION);
    }
}
