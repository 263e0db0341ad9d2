package io.surprisal.examples.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Grey images of one size side by side in one picture. */
public final class ImageGrid {
    private static final int GAP = 2;
    private static final int GAP_GREY = 128;

    private final BufferedImage picture;

    private ImageGrid(BufferedImage picture) {
        this.picture = picture;
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
        int count = pixels.length / (height * width);
        int rows = (count + columns - 1) / columns;
        BufferedImage picture = new BufferedImage(
                columns * (width + GAP) + GAP, rows * (height + GAP) + GAP, BufferedImage.TYPE_BYTE_GRAY);
        int[] frame = new int[picture.getWidth() * picture.getHeight()];
        Arrays.fill(frame, GAP_GREY);
        picture.getRaster().setPixels(0, 0, picture.getWidth(), picture.getHeight(), frame);
        for (int i = 0; i < count; i++) {
            int[] grey = new int[height * width];
            for (int p = 0; p < grey.length; p++) {
                grey[p] = Math.round(255 * Math.min(1, Math.max(0, pixels[i * grey.length + p])));
            }
            int left = GAP + i % columns * (width + GAP);
            int top = GAP + i / columns * (height + GAP);
            picture.getRaster().setPixels(left, top, width, height, grey);
        }
        return new ImageGrid(picture);
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
                .with("width", picture.getWidth())
                .with("height", picture.getHeight())
                .with("alt", description);
    }
}
