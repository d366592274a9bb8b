package org.stele.vault;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.stele.fixity.Digest;

/** Small files in a bucket. What was written is read back: what a store says of itself is not believed. */
record BucketShelf(Bucket bucket) implements Shelf {

    @Override
    public List<String> names(String begin) throws IOException {
        String prefix = bucket.means().prefix();
        return bucket.keys(prefix + begin).stream().map(key -> key.substring(prefix.length())).sorted().toList();
    }

    @Override
    public byte[] read(String name) throws IOException {
        try (var body = bucket.openKey(bucket.means().prefix() + name)) {
            return body.readAllBytes();
        }
    }

    @Override
    public void write(String name, byte[] content) throws IOException {
        String sha256 = Digest.of(content).sha256();
        bucket.send(bucket.means().prefix() + name, content, content.length, sha256, false, null);
        if (!Digest.of(read(name)).sha256().equals(sha256)) {
            throw new IOException(bucket.name() + " does not give back what was written to it a moment ago: " + name);
        }
    }

    @Override
    public void remove(String name) throws IOException {
        String key = bucket.means().prefix() + name;
        try {
            List<String> versions = bucket.versions(key);
            if (versions.isEmpty()) {
                bucket.removeKey(key);
            }
            for (String version : versions) {
                bucket.removeVersion(key, version);
            }
        } catch (NoSuchFileException e) {
            // Gone already.
        }
    }
}
