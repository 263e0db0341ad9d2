package io.surprisal.io;

import io.surprisal.tensor.HostArray;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** An open NPZ file whose directory was checked. */
final class NpzArchive implements AutoCloseable {
    private static final String SUFFIX = ".npy";

    private final ZipFile zip;
    private final Map<String, ZipEntry> members;
    private final String where;

    private NpzArchive(ZipFile zip, Map<String, ZipEntry> members, String where) {
        this.zip = zip;
        this.members = members;
        this.where = where;
    }

    static NpzArchive open(Path file) throws IOException {
        RegularFile.require(file);
        String where = file.toString();
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw damaged(where, e);
        }
        try {
            return new NpzArchive(zip, members(zip, Files.size(file), where), where);
        } catch (IOException | RuntimeException | Error e) {
            try (zip) {
                throw e;
            }
        }
    }

    /** Whether a name stays inside the folder of whoever makes files of it. */
    static boolean isName(String name) {
        if (name.indexOf('\\') >= 0 || name.indexOf('\0') >= 0 || name.indexOf(':') >= 0) {
            return false;
        }
        for (String part : name.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return false;
            }
        }
        return true;
    }

    List<String> names() {
        return new ArrayList<>(members.keySet());
    }

    HostArray read(String name) throws IOException {
        ZipEntry member = members.get(name);
        if (member == null) {
            throw new IllegalArgumentException(where + ": no array has the name \"" + name + "\"; there are "
                    + members.keySet() + ". Choose one of them.");
        }
        String place = where + ", " + member.getName();
        CRC32 crc = new CRC32();
        try (InputStream stream = zip.getInputStream(member);
                CheckedInputStream in = new CheckedInputStream(stream, crc)) {
            long atMost = Deflate.most(member.getCompressedSize());
            HostArray array = Npy.read(Channels.newChannel(in), atMost, place);
            if (crc.getValue() != member.getCrc()) {
                throw new FormatException(
                        place, "the zip's checksum does not fit. The file is damaged: fetch it again.");
            }
            return array;
        } catch (ZipException | EOFException e) {
            throw damaged(place, e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static Map<String, ZipEntry> members(ZipFile zip, long fileSize, String where) throws FormatException {
        Map<String, ZipEntry> members = new LinkedHashMap<>();
        long compressed = 0;
        for (ZipEntry entry : zip.stream().toList()) {
            String name = entry.getName();
            String array = name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : "";
            if (!isName(array)) {
                throw new FormatException(
                        where,
                        "the entry \"" + name
                                + "\" is not a relative path to an NPY file without . and .. parts. Build the file anew.");
            }
            if (members.put(array, entry) != null) {
                throw new FormatException(where, "the entry \"" + name + "\" occurs twice. Build the file anew.");
            }
            compressed += entry.getCompressedSize();
            if (compressed < 0 || compressed > fileSize) {
                throw new FormatException(
                        where,
                        "the entries overlap: they have more bytes than the file's " + fileSize
                                + ". Do not trust its sender.");
            }
        }
        return members;
    }

    private static FormatException damaged(String where, Exception cause) {
        return new FormatException(
                where, "no readable zip, " + cause.getMessage() + ". Is it an NPZ file, and complete?", cause);
    }
}
