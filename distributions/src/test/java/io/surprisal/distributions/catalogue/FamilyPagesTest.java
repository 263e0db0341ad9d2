package io.surprisal.distributions.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.surprisal.distributions.OnReference;
import io.surprisal.distributions.family.Family;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The pages of docs that are made from the families; with -Dsurprisal.docs.write=true they are written first. */
class FamilyPagesTest extends OnReference {
    private static final Path DOCS = Path.of("..", "docs");

    @Test
    void capabilityMatrixIsThatOfTheClasses() throws IOException {
        String page = CapabilityMatrix.of(backend);
        assertThat(writtenIfAsked("families.md", page)).isEqualTo(page);
    }

    @Test
    void accuracyReportHasEveryFamily() throws IOException {
        String page = Boolean.getBoolean("surprisal.docs.write") ? AccuracyReport.of(backend) : "";
        String committed = writtenIfAsked("accuracy.md", page);
        for (Family<?> family : Families.univariate()) {
            assertThat(committed).contains("| " + family.name() + " | logProb |");
        }
        for (VectorForm form : VectorForm.all()) {
            assertThat(committed).contains("| " + form.grid() + " | logProb |");
        }
    }

    private static String writtenIfAsked(String name, String page) throws IOException {
        if (Boolean.getBoolean("surprisal.docs.write")) {
            Files.writeString(DOCS.resolve(name), page);
        }
        return Files.readString(DOCS.resolve(name));
    }
}
