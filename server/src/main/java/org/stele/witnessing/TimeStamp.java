package org.stele.witnessing;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.stele.fixity.Digest;

/**
 * What a time-stamp authority has stated: that some bytes were there at a time (RFC 3161).
 *
 * @param at        the time it states
 * @param authority whose certificate signed
 */
public record TimeStamp(Instant at, String authority) {

    /**
     * Checks an authority's reply, wholly offline: that it is about these bytes, that its signature is right, that its certificate is one
     * for time-stamping, and that a chain leads from it to a trusted one, all valid at the time it states. So a stamp stays good after its
     * certificate has run out.
     *
     * @param reply   the reply as the authority sent it, the content of a {@code .tsr} file
     * @param stamped the bytes that were stamped, by SHA-256
     * @param trusted certificates that chains may end in
     * @throws NotStamped saying what is wrong
     */
    public static TimeStamp checked(byte[] reply, byte[] stamped, Collection<X509Certificate> trusted) {
        try {
            TimeStampToken token = new TimeStampResponse(reply).getTimeStampToken();
            if (token == null) {
                throw new NotStamped("The reply grants no time stamp");
            }
            boolean sha256 = NISTObjectIdentifiers.id_sha256.equals(token.getTimeStampInfo().getMessageImprintAlgOID());
            if (!sha256 || !MessageDigest.isEqual(Digest.algorithm().digest(stamped), token.getTimeStampInfo().getMessageImprintDigest())) {
                throw new NotStamped("The time stamp is about other bytes");
            }
            X509Certificate signer = signer(token);
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
            Date at = token.getTimeStampInfo().getGenTime();
            buildChain(signer, certificates(token), trusted, at);
            return new TimeStamp(at.toInstant(), signer.getSubjectX500Principal().getName());
        } catch (TSPException | IOException | OperatorCreationException | GeneralSecurityException e) {
            throw new NotStamped("The time stamp does not hold: " + e.getMessage(), e);
        } catch (NotStamped e) {
            throw e;
        } catch (RuntimeException e) {
            // What the parser throws at bytes that are no reply at all, of many kinds.
            throw new NotStamped("This is no time stamp", e);
        }
    }

    private static X509Certificate signer(TimeStampToken token) throws GeneralSecurityException {
        @SuppressWarnings("unchecked")
        Collection<X509CertificateHolder> matching = token.getCertificates().getMatches(token.getSID());
        if (matching.isEmpty()) {
            throw new NotStamped("The time stamp does not bring its certificate");
        }
        return new JcaX509CertificateConverter().getCertificate(matching.iterator().next());
    }

    private static List<X509Certificate> certificates(TimeStampToken token) throws GeneralSecurityException {
        List<X509Certificate> all = new ArrayList<>();
        for (X509CertificateHolder each : token.getCertificates().getMatches(null)) {
            all.add(new JcaX509CertificateConverter().getCertificate(each));
        }
        return all;
    }

    private static void buildChain(X509Certificate signer, List<X509Certificate> others, Collection<X509Certificate> trusted, Date at)
            throws GeneralSecurityException {
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(signer);
        Set<TrustAnchor> anchors = trusted.stream().map(each -> new TrustAnchor(each, null)).collect(Collectors.toSet());
        if (anchors.isEmpty()) {
            throw new NotStamped("No certificate is trusted to begin with");
        }
        PKIXBuilderParameters chain = new PKIXBuilderParameters(anchors, target);
        chain.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(others)));
        chain.setDate(at);
        // Offline there is nobody to ask whether a certificate was revoked; the methodology says so.
        chain.setRevocationEnabled(false);
        CertPathBuilder.getInstance("PKIX").build(chain);
    }
}
