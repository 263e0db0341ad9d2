package io.surprisal.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.util.regex.Pattern;

/** Every class of the project that examples can see, tests left out. */
final class ProjectClasses {
    private static final Pattern TEST_JAR = Pattern.compile(".*/surprisal-[^/]*-tests\\.jar!.*");

    static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(ProjectClasses::isOutsideTestJars)
            .importPackages("io.surprisal");

    private ProjectClasses() {}

    private static boolean isOutsideTestJars(Location location) {
        return !location.matches(TEST_JAR);
    }
}
