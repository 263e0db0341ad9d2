package io.surprisal.backend.nd4j;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;

/**
 * Hides every build of ND4J but one: ND4J takes the first of the services on its class path, by a priority that says nothing about what
 * the user asked for. Classes and all other resources are the parent's.
 */
final class PinnedServices extends ClassLoader {
    private static final String SERVICE = "META-INF/services/org.nd4j.linalg.factory.Nd4jBackend";

    private final Nd4jFlavour flavour;

    PinnedServices(Nd4jFlavour flavour, ClassLoader parent) {
        super(parent);
        this.flavour = flavour;
    }

    @Override
    public URL getResource(String name) {
        return name.equals(SERVICE) ? service() : super.getResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return name.equals(SERVICE)
                ? Collections.enumeration(Collections.singleton(service()))
                : super.getResources(name);
    }

    private URL service() {
        byte[] line = flavour.driver().getBytes(StandardCharsets.UTF_8);
        try {
            return new URL("pinned", "", -1, "/" + SERVICE, new Lines(line));
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException("a URL with a handler of its own has no malformed spelling", impossible);
        }
    }

    /** Serves bytes from memory. */
    private static final class Lines extends URLStreamHandler {
        private final byte[] bytes;

        Lines(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        protected URLConnection openConnection(URL url) {
            return new URLConnection(url) {
                @Override
                public void connect() {
                    // The bytes are here already.
                }

                @Override
                public InputStream getInputStream() {
                    return new ByteArrayInputStream(bytes);
                }
            };
        }
    }
}
