package io.surprisal.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** A gzip stream that can say whether it was all of its file; {@link GZIPInputStream} takes whatever follows for its end. */
final class WholeGzip extends GZIPInputStream {
    /** The checksum and length that end a member; they stay in the decoder's buffer. */
    private static final int TRAILER = 8;

    WholeGzip(InputStream in) throws IOException {
        super(in);
    }

    /** Whether bytes follow that are no further member; asked at the end. */
    boolean isFollowed() throws IOException {
        return inf.getRemaining() > TRAILER || in.read() >= 0;
    }
}
