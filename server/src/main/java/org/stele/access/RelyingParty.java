package org.stele.access;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * This desk as the one to whom passkeys are shown (WebAuthn Level 3). A device must have checked its owner by finger or PIN, at making a
 * passkey and at every use: so a passkey alone lets in. The cryptography is webauthn4j's.
 */
final class RelyingParty {

    private static final JsonMapper JSON = JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    private final Passkeys passkeys;
    private final Map<URI, Webauthn4JRelyingPartyOperations> byOrigin = new ConcurrentHashMap<>();

    RelyingParty(Passkeys passkeys) {
        this.passkeys = passkeys;
    }

    /** What a browser is given to make a passkey, and what of it is kept until the passkey comes. */
    PublicKeyCredentialCreationOptions toMake(URI origin, String account) {
        passkeys.name(account);
        var who = UsernamePasswordAuthenticationToken.authenticated(account, null, java.util.List.of());
        return operations(origin).createPublicKeyCredentialCreationOptions(new ImmutablePublicKeyCredentialCreationOptionsRequest(who));
    }

    /** What a browser is given to show a passkey: of any account, for it is the passkey that says whose it is. */
    PublicKeyCredentialRequestOptions toShow(URI origin) {
        return operations(origin).createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
    }

    static String json(Object options) {
        return JSON.writeValueAsString(options);
    }

    /** Checks a new passkey and keeps it, within a transaction of the caller.
     *  @throws NotDone if it does not answer what was asked */
    CredentialRecord make(URI origin, PublicKeyCredentialCreationOptions asked, String answer, String label) {
        try {
            PublicKeyCredential<AuthenticatorAttestationResponse> made = JSON.readValue(answer, new TypeReference<>() { });
            CredentialRecord kept = operations(origin).registerCredential(new ImmutableRelyingPartyRegistrationRequest(asked,
                    new RelyingPartyPublicKey(made, label)));
            passkeys.kept(kept.getCredentialId().toBase64UrlString());
            return kept;
        } catch (JacksonException | IllegalArgumentException | IllegalStateException | com.webauthn4j.util.exception.WebAuthnException e) {
            throw new NotDone("access.passkey.wrong");
        }
    }

    /** The account whose passkey it is.
     *  @throws NotDone if the passkey is not known, or does not answer what was asked */
    String shown(URI origin, PublicKeyCredentialRequestOptions asked, String answer) {
        try {
            PublicKeyCredential<AuthenticatorAssertionResponse> shown = JSON.readValue(answer, new TypeReference<>() { });
            CredentialRecord before = passkeys.credentials().findByCredentialId(shown.getRawId());
            String account = operations(origin).authenticate(new RelyingPartyAuthenticationRequest(asked, shown)).getName();
            CredentialRecord after = passkeys.credentials().findByCredentialId(shown.getRawId());
            if (before == null || after == null || after.getSignatureCount() != 0
                    && after.getSignatureCount() <= before.getSignatureCount()) {
                // Devices that count do not count backwards: there are two with this key.
                throw new NotDone("access.passkey.wrong");
            }
            return account;
        } catch (JacksonException | IllegalArgumentException | IllegalStateException | com.webauthn4j.util.exception.WebAuthnException e) {
            throw new NotDone("access.passkey.wrong");
        }
    }

    private Webauthn4JRelyingPartyOperations operations(URI origin) {
        return byOrigin.computeIfAbsent(origin, each -> {
            var made = new Webauthn4JRelyingPartyOperations(passkeys.owners(), passkeys.credentials(),
                    PublicKeyCredentialRpEntity.builder().id(each.getHost()).name("Stele").build(), Set.of(each.toString()));
            made.setCustomizeCreationOptions(options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                    .userVerification(UserVerificationRequirement.REQUIRED).residentKey(ResidentKeyRequirement.REQUIRED).build()));
            made.setCustomizeRequestOptions(options -> options.userVerification(UserVerificationRequirement.REQUIRED));
            return made;
        });
    }
}
