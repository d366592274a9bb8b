package org.stele.witnessing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.stele.fixity.Digest;

/**
 * An authority that states when it was shown a digest (RFC 3161). It sees nothing but the digest.
 *
 * @param name    what it is called here, a file name
 * @param address where it takes requests, by http or https: its signature is what counts, not the way it came
 * @param trusted certificates that its own must lead to
 */
record TimeStampAuthority(String name, URI address, List<X509Certificate> trusted) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LONGEST_REPLY = 1 << 17;

    /**
     * Reads a list of authorities: one a line, its name, its address, and the PEM file of certificates that its own must lead to; {@code #}
     * begins a comment.
     *
     * @param folder what the names of certificate files are relative to
     * @throws IllegalArgumentException with the line and what is wrong with it
     */
    static List<TimeStampAuthority> list(String text, Path folder) {
        List<TimeStampAuthority> all = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            String stripped = line.strip();
            if (stripped.isEmpty() || stripped.startsWith("#")) {
                continue;
            }
            String[] words = stripped.split("\\s+");
            if (words.length != 3 || !words[0].matches("[a-z0-9][a-z0-9-]{0,40}") || !words[1].matches("https?://.+")) {
                throw new IllegalArgumentException("Line " + number + ": expected a name of small letters, digits and dashes, an http address and a file of certificates, not '"
                        + stripped + "'");
            }
            if (all.stream().anyMatch(each -> each.name.equals(words[0]))) {
                throw new IllegalArgumentException("Line " + number + ": there is an authority '" + words[0] + "' above already");
            }
            try {
                all.add(new TimeStampAuthority(words[0], URI.create(words[1]), certificates(folder.resolve(words[2]))));
            } catch (IOException | CertificateException e) {
                throw new IllegalArgumentException("Line " + number + ": cannot read certificates from " + folder.resolve(words[2]) + ": " + e.getMessage(), e);
            }
        }
        return List.copyOf(all);
    }

    private static List<X509Certificate> certificates(Path file) throws IOException, CertificateException {
        try (InputStream pem = new ByteArrayInputStream(Files.readAllBytes(file))) {
            return CertificateFactory.getInstance("X.509").generateCertificates(pem).stream().map(X509Certificate.class::cast).toList();
        }
    }

    String trustedAsPem() {
        StringBuilder pem = new StringBuilder();
        try {
            for (X509Certificate each : trusted) {
                pem.append("-----BEGIN CERTIFICATE-----\n").append(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(each.getEncoded()))
                        .append("\n-----END CERTIFICATE-----\n");
            }
        } catch (CertificateException e) {
            throw new IllegalStateException("It was read from its encoded form", e);
        }
        return pem.toString();
    }

    /**
     * Has the bytes stamped. The reply is checked before it is returned.
     *
     * @return the reply, as it is to be kept
     * @throws NotStamped   if the authority refuses or its reply does not hold
     * @throws IOException  if it cannot be reached
     */
    byte[] stamp(byte[] bytes, HttpClient http) throws IOException, InterruptedException {
        try {
            TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
            generator.setCertReq(true);
            TimeStampRequest request = generator.generate(TSPAlgorithms.SHA256, Digest.algorithm().digest(bytes),
                    new BigInteger(64, new SecureRandom()));
            byte[] reply = send(request.getEncoded(), http);
            TimeStampResponse response = new TimeStampResponse(reply);
            // Also that the authority's random number is ours: an old stamp is not a new one.
            response.validate(request);
            TimeStamp.checked(reply, bytes, trusted);
            return reply;
        } catch (TSPException e) {
            throw new NotStamped(name + ": " + e.getMessage(), e);
        }
    }

    private byte[] send(byte[] request, HttpClient http) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = http.send(HttpRequest.newBuilder(address).timeout(PATIENCE)
                .header("Content-Type", "application/timestamp-query").header("Accept", "application/timestamp-reply")
                .POST(HttpRequest.BodyPublishers.ofByteArray(request)).build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            byte[] reply = body.readNBytes(LONGEST_REPLY + 1);
            if (response.statusCode() != 200 || reply.length > LONGEST_REPLY) {
                throw new NotStamped(name + " answered " + response.statusCode() + " with " + reply.length + " bytes");
            }
            return reply;
        }
    }
}
