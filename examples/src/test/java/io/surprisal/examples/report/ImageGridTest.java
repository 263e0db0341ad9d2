package io.surprisal.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ImageGridTest {
    /** Four images of one pixel: black, white, and two that are outside the range of greys. */
    private static final float[] PIXELS = {0, 1, -3, 7};

    @Test
    void drawsEachPixelAsASquareWithinGaps() throws IOException {
        BufferedImage picture = read(ImageGrid.of(PIXELS, 1, 1, 2));
        assertThat(picture.getWidth()).isEqualTo(16);
        assertThat(picture.getHeight()).isEqualTo(16);
        int[][] greys = {
            {4, 4, 0}, {5, 5, 0}, {10, 4, 255}, {11, 5, 255}, {4, 10, 0}, {10, 10, 255}, {0, 0, 56}, {6, 6, 56}
        };
        for (int[] expected : greys) {
            assertThat(picture.getRaster().getSample(expected[0], expected[1], 0))
                    .isEqualTo(expected[2]);
        }
    }

    @Test
    void leavesAWiderGapBetweenGroupsOfRows() throws IOException {
        BufferedImage picture = read(ImageGrid.inGroups(PIXELS, 1, 1, 1, 2));
        assertThat(picture.getHeight())
                .isEqualTo(read(ImageGrid.of(PIXELS, 1, 1, 1)).getHeight() + 6);
        assertThat(picture.getRaster().getSample(4, 10, 0)).isEqualTo(255);
        assertThat(picture.getRaster().getSample(4, 22, 0)).isZero();
    }

    private static BufferedImage read(ImageGrid grid) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(grid.png()));
    }
}
