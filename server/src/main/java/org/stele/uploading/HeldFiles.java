package org.stele.uploading;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * Files that must wait on the disk for as long as one request lasts, because what is made of them needs all of them. They are encrypted by a key
 * that this object alone has, so that what a kill leaves behind is noise; they are gone when it is closed.
 */
public final class HeldFiles implements Closeable {

    private static final int PIECE = 1 << 20;

    private final PartFiles files;
    private final Path folder;
    private final PartCipher cipher = new PartCipher(UploadToken.fresh(), 0);
    private int count;

    HeldFiles(PartFiles files, Path folder) {
        this.files = files;
        this.folder = folder;
    }

    /**
     * Takes a file in.
     *
     * @param bytes read to their end; not closed
     * @return by which it is opened again: 0 for the first, then 1, and so on
     * @throws UploadRefused if there is no room
     */
    public int add(InputStream bytes) throws IOException {
        int number = count;
        Files.createDirectories(folder);
        byte[] piece = new byte[PIECE];
        try (FileChannel file = FileChannel.open(file(number), Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
                WritableByteChannel encrypting = cipher.encrypting(file, number)) {
            for (int read = bytes.readNBytes(piece, 0, PIECE); read > 0; read = bytes.readNBytes(piece, 0, PIECE)) {
                files.assertRoom(read);
                ByteBuffer plain = ByteBuffer.wrap(piece, 0, read);
                while (plain.hasRemaining()) {
                    encrypting.write(plain);
                }
            }
        }
        count++;
        return number;
    }

    /** The plain bytes of a file, as often as wanted. Altered ones end in an exception. */
    public InputStream open(int number) throws IOException {
        return cipher.decrypting(Files.newInputStream(file(number)), number);
    }

    @Override
    public void close() throws IOException {
        PartFiles.removeFolder(folder);
    }

    private Path file(int number) {
        return folder.resolve(Integer.toString(number));
    }
}
