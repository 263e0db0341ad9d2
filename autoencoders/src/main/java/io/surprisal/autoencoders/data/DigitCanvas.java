package io.surprisal.autoencoders.data;

import java.util.Arrays;

/** Draws polylines with a round pen into a square grey image, antialiased by the distance to the nearest segment. */
final class DigitCanvas {
    private final int side;
    private final float[] pixels;

    DigitCanvas(int side) {
        this.side = side;
        this.pixels = new float[side * side];
    }

    /** The picture so far: 0 is paper, 1 is ink. */
    float[] pixels() {
        return pixels;
    }

    void clear() {
        Arrays.fill(pixels, 0);
    }

    /** A stroke through points in pixels; ink fades over one pixel at the pen's rim. */
    void stroke(double[] points, double radius) {
        for (int i = 0; i + 3 < points.length; i += 2) {
            segment(points[i], points[i + 1], points[i + 2], points[i + 3], radius);
        }
    }

    private void segment(double x0, double y0, double x1, double y1, double radius) {
        double reach = radius + 1;
        int left = (int) Math.max(0, Math.floor(Math.min(x0, x1) - reach));
        int right = (int) Math.min(side - 1.0, Math.ceil(Math.max(x0, x1) + reach));
        int top = (int) Math.max(0, Math.floor(Math.min(y0, y1) - reach));
        int bottom = (int) Math.min(side - 1.0, Math.ceil(Math.max(y0, y1) + reach));
        double dx = x1 - x0;
        double dy = y1 - y0;
        double square = dx * dx + dy * dy;
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                double px = column + 0.5 - x0;
                double py = row + 0.5 - y0;
                double t = square == 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / square));
                double distance = Math.hypot(px - t * dx, py - t * dy);
                float ink = (float) Math.min(1, Math.max(0, radius + 0.5 - distance));
                int at = row * side + column;
                pixels[at] = Math.max(pixels[at], ink);
            }
        }
    }
}
