package org.stele.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.stele.database.Refusal;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;

/** Opens buckets, each with its own credentials. Nothing of the store's library is loaded before the first. */
final class Buckets {

    private static final int ATTEMPTS = 4;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private Buckets() {
    }

    /**
     * @param environment for credentials that are named by a variable
     * @throws Refusal if the credentials are not where the plan says
     */
    static Bucket open(String name, PlannedLocation.InBucket means, Map<String, String> environment, Patience patience) {
        Key key = key(name, means.credentials(), environment);
        Duration longest = patience.longest();
        S3Client client = S3Client.builder()
                .endpointOverride(means.endpoint()).region(Region.of(means.region()))
                // Stores other than Amazon's know a bucket by its path.
                .forcePathStyle(!String.valueOf(means.endpoint().getHost()).endsWith(".amazonaws.com"))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(key.id(), key.secret())))
                // We give the digest ourselves; the kinds that the library adds unasked are unknown to many stores.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED).responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(settings -> settings.retryStrategy(askingAgain(longest)))
                .serviceConfiguration(settings -> settings.chunkedEncodingEnabled(false))
                .httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(longest.compareTo(Duration.ofSeconds(10)) < 0 ? longest : Duration.ofSeconds(10))
                        .socketTimeout(longest))
                .build();
        return new Bucket(name, means, client);
    }

    /**
     * A request that a store could not answer is sent again. All pauses between together stay far below our patience: else a store that
     * answers "not now" would be taken for one that says nothing.
     */
    static RetryStrategy askingAgain(Duration patience) {
        return AwsRetryStrategy.standardRetryStrategy().toBuilder().maxAttempts(ATTEMPTS).backoffStrategy(pause(patience))
                .throttlingBackoffStrategy(pause(patience)).build();
    }

    static BackoffStrategy pause(Duration patience) {
        Duration longest = patience.dividedBy(4L * (ATTEMPTS - 1));
        Duration first = longest.compareTo(FIRST_PAUSE) < 0 ? longest : FIRST_PAUSE;
        return BackoffStrategy.exponentialDelayHalfJitter(first, longest);
    }

    /** Never shown: not by itself and not in a message. */
    private record Key(String id, String secret) {
        @Override
        public String toString() {
            return "a key";
        }
    }

    private static Key key(String location, String where, Map<String, String> environment) {
        Map<String, String> found = new HashMap<>();
        if (where.startsWith("env:")) {
            String variable = where.substring(4);
            found.put("key", environment.getOrDefault(variable + "_KEY", ""));
            found.put("secret", environment.getOrDefault(variable + "_SECRET", ""));
        } else {
            found.putAll(lines(location, Path.of(where.substring("file:".length()))));
        }
        String id = found.getOrDefault("key", "");
        String secret = found.getOrDefault("secret", "");
        if (id.isBlank() || secret.isBlank()) {
            throw new Refusal("The credentials of the location '" + location + "' are not to be found: " + (where.startsWith("env:")
                    ? "set $" + where.substring(4) + "_KEY and $" + where.substring(4) + "_SECRET."
                    : where.substring(5) + " must have a line 'key: …' and a line 'secret: …'."));
        }
        return new Key(id, secret);
    }

    private static Map<String, String> lines(String location, Path file) {
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix") && Files.getPosixFilePermissions(file).stream()
                    .anyMatch(Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ)::contains)) {
                throw new Refusal("The credentials of the location '" + location + "' can be read by others on this machine. Run: chmod 600 " + file);
            }
            Map<String, String> found = new HashMap<>();
            for (String line : Files.readAllLines(file)) {
                String[] parts = line.split(":", 2);
                if (parts.length == 2) {
                    found.put(parts[0].strip(), parts[1].strip());
                }
            }
            return found;
        } catch (IOException e) {
            throw new Refusal("The credentials of the location '" + location + "' cannot be read: " + e, e);
        }
    }
}
