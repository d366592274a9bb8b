package org.stele.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where this machine keeps what is not in the database: each room that has files takes a folder of its own in it. The same folder
 * holds the embedded PostgreSQL; beside a PostgreSQL server it holds the rest.
 *
 * @param path the data folder; need not be there yet
 */
public record DataPlace(Path path) {

    /**
     * The folder of this name, made if it is missing, readable by its owner alone. Its own entry is durable when this returns.
     *
     * @throws Refusal if it cannot be made
     */
    public Path folder(String name) {
        Path folder = path.resolve(name);
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
                }
                Durable.folder(path);
            }
            return folder;
        } catch (IOException e) {
            throw new Refusal("The folder " + folder + " cannot be made: " + e + ". It must be writable by the user who runs the program ("
                    + System.getProperty("user.name") + ").", e);
        }
    }
}
