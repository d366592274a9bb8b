package org.stele.vault;

import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A location as the organisation planned it.
 *
 * @param name      lower-case letters, digits and hyphens; stands in the custody events for ever, so it is not used again for another
 * @param place     where on earth it is: copies in one place burn together
 * @param offline   whether it is away by design, out of reach of whoever breaks into the machine
 * @param means     what it is
 * @param tolerated what its maker is known to do otherwise, and the organisation has accepted
 */
public record PlannedLocation(String name, String place, boolean offline, Means means, Set<String> tolerated) {

    /** Name of the folder in which the vault writes first. */
    public static final String MAIN = "main";

    /** What a location is. */
    public sealed interface Means {
        /** One word, as the configuration writes it. */
        String kind();
    }

    /** The vault's own folder. */
    public record Main() implements Means {
        @Override
        public String kind() {
            return MAIN;
        }
    }

    /** A folder: of this machine or mounted from another. */
    public record InFolder(Path path) implements Means {
        @Override
        public String kind() {
            return "folder";
        }
    }

    /** A disk that is plugged in from time to time. It is made ready once, by hand; without its mark it is not taken for it. */
    public record OnDisk(Path path) implements Means {
        @Override
        public String kind() {
            return "disk";
        }
    }

    /**
     * A bucket of an S3-compatible store.
     *
     * @param prefix      what all its keys begin with; empty or ending in a slash
     * @param credentials where the key is to be found: {@code env:NAME} for $NAME_KEY and $NAME_SECRET, {@code file:/path}
     * @param lockDays    for how many days the store is asked to let nobody delete or change a copy; none for no lock
     */
    public record InBucket(URI endpoint, String region, String bucket, String prefix, String credentials, @Nullable Integer lockDays) implements Means {
        @Override
        public String kind() {
            return "s3";
        }

        /** The same with a folder of its own below the prefix. */
        InBucket below(String folder) {
            return new InBucket(endpoint, region, bucket, prefix + folder + "/", credentials, lockDays);
        }
    }

    static PlannedLocation main(String place) {
        return new PlannedLocation(MAIN, place, false, new Main(), Set.of());
    }
}
