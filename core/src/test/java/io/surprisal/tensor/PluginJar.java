package io.surprisal.tensor;

import io.surprisal.tensor.spi.BackendProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Writes jars with a services file, and loads from them first, as a container of plug-ins does. */
final class PluginJar {
    private PluginJar() {}

    /** A jar with these lines in its services file and these of the tests' classes. */
    static Path write(Path jar, List<String> services, Class<?>... classes) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("META-INF/services/" + BackendProvider.class.getName()));
            out.write(String.join("\n", services).getBytes(StandardCharsets.UTF_8));
            for (Class<?> type : classes) {
                out.putNextEntry(new JarEntry(entry(type.getName())));
                try (InputStream in = type.getClassLoader().getResourceAsStream(entry(type.getName()))) {
                    in.transferTo(out);
                }
            }
        }
        return jar;
    }

    /** A jar whose services file lists its classes. */
    static Path of(Path jar, Class<?>... classes) throws IOException {
        List<String> services = new ArrayList<>();
        for (Class<?> type : classes) {
            services.add(type.getName());
        }
        return write(jar, services, classes);
    }

    static URLClassLoader loader(Path... jars) throws IOException {
        URL[] urls = new URL[jars.length];
        for (int i = 0; i < jars.length; i++) {
            urls[i] = jars[i].toUri().toURL();
        }
        return new JarFirst(urls);
    }

    private static String entry(String className) {
        return className.replace('.', '/') + ".class";
    }

    private static final class JarFirst extends URLClassLoader {
        JarFirst(URL[] urls) {
            super(urls, PluginJar.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                if (loaded == null && findResource(entry(name)) != null) {
                    loaded = findClass(name);
                }
                return loaded != null ? loaded : super.loadClass(name, resolve);
            }
        }

        @Override
        public void close() {
            try {
                super.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
