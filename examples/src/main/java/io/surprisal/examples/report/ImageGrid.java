package io.surprisal.examples.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Grey images of one size side by side in one picture, each pixel a small square. */
public final class ImageGrid {
    /** The side of a pixel's square: sharp on screens that show more than one dot for a pixel of the page. */
    private static final int ZOOM = 2;

    private static final int GAP = 2 * ZOOM;
    private static final int WIDE_GAP = 5 * ZOOM;

    /** Dark, for images are bright on black. */
    private static final int GAP_GREY = 56;

    private final BufferedImage picture;
    private final int height;
    private final int width;
    private final int columns;
    private final int group;

    private ImageGrid(int count, int height, int width, int columns, int group) {
        int rows = (count + columns - 1) / columns;
        this.height = height;
        this.width = width;
        this.columns = columns;
        this.group = group;
        this.picture = new BufferedImage(
                columns * (width * ZOOM + GAP) + GAP,
                top(rows - 1) + height * ZOOM + GAP,
                BufferedImage.TYPE_BYTE_GRAY);
    }

    /**
     * {@return the images, row by row}
     *
     * @param pixels the images one after the other, each row by row; 0 is black, 1 is white
     * @param height rows of one image
     * @param width columns of one image
     * @param columns images in a row of the grid
     */
    public static ImageGrid of(float[] pixels, int height, int width, int columns) {
        return inGroups(pixels, height, width, columns, Integer.MAX_VALUE);
    }

    /**
     * {@return the images, row by row, with a wider gap after some rows}
     *
     * @param pixels the images one after the other, each row by row; 0 is black, 1 is white
     * @param height rows of one image
     * @param width columns of one image
     * @param columns images in a row of the grid
     * @param group after how many rows the gap is wider
     */
    public static ImageGrid inGroups(float[] pixels, int height, int width, int columns, int group) {
        int size = height * width;
        ImageGrid grid = new ImageGrid(pixels.length / size, height, width, columns, group);
        grid.fillWithGap();
        for (int i = 0; i < pixels.length / size; i++) {
            grid.draw(i, Arrays.copyOfRange(pixels, i * size, (i + 1) * size));
        }
        return grid;
    }

    private void fillWithGap() {
        int[] frame = new int[picture.getWidth() * picture.getHeight()];
        Arrays.fill(frame, GAP_GREY);
        picture.getRaster().setPixels(0, 0, picture.getWidth(), picture.getHeight(), frame);
    }

    private void draw(int number, float[] image) {
        int left = GAP + number % columns * (width * ZOOM + GAP);
        int top = top(number / columns);
        int[] grey = new int[width * ZOOM * height * ZOOM];
        Arrays.setAll(grey, i -> {
            int row = i / (width * ZOOM) / ZOOM;
            int column = i % (width * ZOOM) / ZOOM;
            return Math.round(255 * Math.min(1, Math.max(0, image[row * width + column])));
        });
        picture.getRaster().setPixels(left, top, width * ZOOM, height * ZOOM, grey);
    }

    private int top(int row) {
        return GAP + row * (height * ZOOM + GAP) + row / group * (WIDE_GAP - GAP);
    }

    /** {@return the picture as a PNG file} */
    public byte[] png() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.setUseCache(false);
            if (!ImageIO.write(picture, "png", bytes)) {
                throw new IllegalStateException(
                        "png: this Java has no writer of PNG images. Use one with java.desktop.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("png: the picture could not be encoded", e);
        }
        return bytes.toByteArray();
    }

    /**
     * {@return the picture inside a page}
     *
     * @param description what it shows, for those who cannot see it
     */
    public Element element(String description) {
        return Element.of("img")
                .with("src", "data:image/png;base64," + Base64.getEncoder().encodeToString(png()))
                .with("width", picture.getWidth() / ZOOM)
                .with("height", picture.getHeight() / ZOOM)
                .with("alt", description);
    }
}
