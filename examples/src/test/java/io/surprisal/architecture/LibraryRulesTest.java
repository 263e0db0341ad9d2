package io.surprisal.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.Externalizable;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LibraryRulesTest {
    private static final DescribedPredicate<JavaClass> IN_CORE =
            in(EnumSet.of(Module.CORE)).as("are in core");
    private static final DescribedPredicate<JavaClass> IN_MATHEMATICS_ABOVE_CORE =
            in(Module.mathematics()).and(not(IN_CORE)).as("are mathematics above core");
    private static final DescribedPredicate<JavaClass> IN_LIBRARY =
            in(Module.library()).as("are in the library");
    private static final DescribedPredicate<JavaClass> IN_INJECT =
            resideInAnyPackage("io.surprisal.inject..").as("are in io.surprisal.inject");
    private static final DescribedPredicate<JavaClass> IN_JAVA_BASE = describe(
            "are in java.base",
            type -> Object.class
                    .getModule()
                    .getPackages()
                    .contains(type.getBaseComponentType().getPackageName()));
    private static final DescribedPredicate<JavaClass> OURS_OR_JSPECIFY =
            resideInAnyPackage("io.surprisal..", "org.jspecify.annotations").as("are ours or JSpecify's");

    @Test
    void coreStandsOnJavaBaseAndItsFourLibraries() {
        classes()
                .that(IN_CORE.and(not(IN_INJECT)).as("are in core outside io.surprisal.inject"))
                .should()
                .onlyDependOnClassesThat(IN_JAVA_BASE
                        .or(OURS_OR_JSPECIFY)
                        .or(resideInAnyPackage(
                                "org.apache.commons.numbers..",
                                "org.apache.commons.csv..",
                                "org.ejml..",
                                "com.google.gson..")))
                .check(ProjectClasses.ALL);
    }

    @Test
    void restOfTheMathematicsStandsOnJavaBaseCoreAndItsJson() {
        classes()
                .that(IN_MATHEMATICS_ABOVE_CORE)
                .should()
                .onlyDependOnClassesThat(
                        IN_JAVA_BASE
                                .or(OURS_OR_JSPECIFY)
                                .or(resideInAnyPackage("com.google.gson..")) // a checkpoint's facts are JSON
                        )
                .check(ProjectClasses.ALL);
    }

    @Test
    void mathematicsAboveCoreNeverSeesTheBackendInterface() {
        noClasses()
                .that(IN_MATHEMATICS_ABOVE_CORE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.surprisal.tensor.spi..", "io.surprisal.tensor.reference..")
                .check(ProjectClasses.ALL);
    }

    @Test
    void onlyTheInjectPackageOfTheLibrarySeesGuice() {
        noClasses()
                .that(IN_LIBRARY.and(not(IN_INJECT)).as("are in the library outside io.surprisal.inject"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.google.inject..", "jakarta.inject..")
                .check(ProjectClasses.ALL);
    }

    @Test
    void nothingIsSerialisedByJava() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(
                        Serializable.class, Externalizable.class, ObjectInputStream.class, ObjectOutputStream.class)
                .check(ProjectClasses.ALL);
    }

    @Test
    void libraryLeavesTheStandardStreamsToTheApplication() {
        noClasses().that(IN_LIBRARY).should(ACCESS_STANDARD_STREAMS).check(ProjectClasses.ALL);
    }

    private static DescribedPredicate<JavaClass> in(Set<Module> modules) {
        return resideInAnyPackage(Module.packagesOf(modules));
    }
}
