package io.surprisal.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may read and write a file that is to be replaced; nothing where there is no such file, or no POSIX permissions.
 *
 * @param attributes the old file's
 */
record FileAccess(@Nullable PosixFileAttributes attributes) {
    private static final System.Logger LOG = System.getLogger("io.surprisal.io");

    /** A symbolic link is replaced, not followed: what it points to says nothing about the new file. */
    static FileAccess of(Path target) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(target, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        boolean regular = Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS);
        return new FileAccess(view != null && regular ? view.readAttributes() : null);
    }

    /** With which a new file is never open to more others than the old one. */
    FileAttribute<?>[] atCreation() {
        if (attributes == null) {
            return new FileAttribute<?>[0];
        }
        Set<PosixFilePermission> writable = EnumSet.of(PosixFilePermission.OWNER_WRITE);
        writable.addAll(attributes.permissions());
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(writable)};
    }

    void applyTo(Path file) throws IOException {
        PosixFileAttributes old = attributes;
        if (old != null) {
            PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
            Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
            permissions.addAll(old.permissions());
            if (!passOn(old, view)) {
                // The new file's group is another, which the old one's permissions were not meant for.
                permissions.removeAll(PosixFilePermissions.fromString("---rwx---"));
            }
            view.setPermissions(permissions);
        }
    }

    /** Gives a file the old one's group and owner; false if the group stays another. */
    private static boolean passOn(PosixFileAttributes old, PosixFileAttributeView view) throws IOException {
        PosixFileAttributes own = view.readAttributes();
        boolean sameGroup = own.group().equals(old.group());
        try {
            if (!sameGroup) {
                view.setGroup(old.group());
                sameGroup = true;
            }
            if (!own.owner().equals(old.owner())) {
                view.setOwner(old.owner());
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "the owner or group of the replaced file could not be passed on", e);
        }
        return sameGroup;
    }
}
