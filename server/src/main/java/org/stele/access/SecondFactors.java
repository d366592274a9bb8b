package org.stele.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stele.keys.Keyring;
import org.stele.sealing.Sealing;

/** What accounts sign in with beside their passwords: authenticator apps, recovery codes, passkeys. Every change of them is on record. */
@Repository
public class SecondFactors {

    private static final int SECRET_BYTES = 20;

    private final Accounts accounts;
    private final InstantSource clock;
    private final Authenticators authenticators;
    private final RecoveryCodes recoveryCodes;
    private final Passkeys passkeys;

    /**
     * What an authenticator app needs, and the codes on paper; shown once.
     *
     * @param key     the secret as it is typed into an app
     * @param address the same as an address that apps read from a QR code
     */
    public record Enrolled(String key, String address, List<String> recoveryCodes) {
    }

    @Autowired
    public SecondFactors(Accounts accounts, DataSource dataSource, ObjectProvider<Keyring> keys) {
        this(accounts, dataSource, keys, InstantSource.system());
    }

    SecondFactors(Accounts accounts, DataSource dataSource, ObjectProvider<Keyring> keys, InstantSource clock) {
        JdbcClient sql = JdbcClient.create(dataSource);
        this.accounts = accounts;
        this.clock = clock;
        Sealing sealing = new Sealing(dataSource);
        this.authenticators = new Authenticators(sql, sealing, keys::getObject);
        this.recoveryCodes = new RecoveryCodes(sql, sealing);
        this.passkeys = new Passkeys(sql, sealing, dataSource);
    }

    static byte[] newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return secret;
    }

    /** The secret for an app (Key Uri Format). */
    static String address(String account, byte[] secret) {
        return "otpauth://totp/Stele:" + URLEncoder.encode(account, StandardCharsets.UTF_8) + "?secret=" + Totp.base32(secret)
                + "&issuer=Stele";
    }

    /** Sets an account up from outside the desk, in place of all it had before: who runs the command hands these on. */
    public Enrolled enrol(String account, By by) {
        byte[] secret = newSecret();
        List<String> codes = RecoveryCodes.makeUp();
        accounts.change(account, "given an authenticator and recovery codes", by, () -> {
            forget(account);
            authenticators.put(account, secret, 0);
            recoveryCodes.put(account, codes);
        });
        return new Enrolled(Totp.base32(secret), address(account, secret), codes);
    }

    /**
     * Keeps the secret of an app that has just shown a right code.
     *
     * @throws NotDone if the code is none of this secret now
     */
    Account confirm(String account, byte[] secret, String code, By by) {
        long step = Authenticators.stepOf(secret, code.strip(), clock.instant()).orElseThrow(() -> new NotDone("access.wrong-code"));
        return accounts.change(account, "set up an authenticator", by, () -> authenticators.put(account, secret, step));
    }

    /** Makes recovery codes in place of those before. */
    List<String> newRecoveryCodes(String account, By by) {
        List<String> codes = RecoveryCodes.makeUp();
        accounts.change(account, "made recovery codes", by, () -> recoveryCodes.put(account, codes));
        return codes;
    }

    /** Whether a code of the app, or one on paper, is right; it is used up then. */
    boolean takes(String account, String code) {
        if (authenticators.takes(account, code.replace(" ", ""), clock.instant())) {
            return true;
        }
        boolean onPaper = recoveryCodes.takes(account, code);
        if (onPaper) {
            accounts.note(account, "used a recovery code, %d left".formatted(recoveryCodes.left(account)), new By(account, "signed in"));
        }
        return onPaper;
    }

    boolean hasAuthenticator(String account) {
        return authenticators.has(account);
    }

    int recoveryCodesLeft(String account) {
        return recoveryCodes.left(account);
    }

    Passkeys passkeys() {
        return passkeys;
    }

    /** Takes everything away but the password: the account sets itself up anew at the next sign-in. */
    void forget(String account) {
        authenticators.remove(account);
        recoveryCodes.remove(account);
        passkeys.removeAll(account);
    }

    /** @throws NotDone if nothing else would be left to sign in with */
    Account removePasskey(String account, String id, By by) {
        if (!hasAuthenticator(account) && passkeys.of(account).size() < 2) {
            throw new NotDone("access.last-factor");
        }
        return accounts.change(account, "removed a passkey", by, () -> passkeys.remove(account, id));
    }
}
