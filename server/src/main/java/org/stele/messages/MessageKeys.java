package org.stele.messages;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.history.Change;
import org.stele.keys.Compartment;
import org.stele.keys.KeyHolder;
import org.stele.keys.Keyring;
import org.stele.keys.SealedText;
import org.stele.keys.WrappedKey;

/** The data keys of messages, each under the name of the one place that it opens. */
final class MessageKeys implements KeyHolder {

    private final JdbcClient sql;
    private final Keyring keyring;

    MessageKeys(DataSource source, Keyring keyring) {
        this.sql = JdbcClient.create(source);
        this.keyring = keyring;
    }

    /** Encrypts a text for its place and keeps the wrapped key with the change under way. */
    byte[] seal(Change change, long message, Compartment compartment, String place, String text) {
        SealedText sealed = SealedText.seal(keyring, compartment, text, place);
        change.sql().sql("insert into message_key (place, message, wrapped) values (:place, :message, :wrapped)")
                .param("place", place).param("message", message).param("wrapped", sealed.key().text()).update();
        return sealed.sealed();
    }

    /** Empty if the key was destroyed by a lawful erasure. */
    Optional<String> open(String place, byte[] sealed) {
        return wrapped(place).map(key -> new SealedText(sealed, WrappedKey.of(key)).open(keyring, place));
    }

    private Optional<String> wrapped(String place) {
        return sql.sql("select wrapped from message_key where place = :place").param("place", place).query(String.class).optional();
    }

    @Override
    public String name() {
        return "messages";
    }

    @Override
    public long exchange(Compartment compartment, int newest, Exchange exchange) {
        long exchanged = 0;
        List<String> places = sql.sql("select place from message_key where wrapped like :compartment || '.%' order by place")
                .param("compartment", compartment.code()).query(String.class).list();
        for (String place : places) {
            String held = wrapped(place).orElse(null);
            if (held != null && WrappedKey.of(held).version() < newest) {
                exchanged += sql.sql("update message_key set wrapped = :again where place = :place and wrapped = :old")
                        .param("again", exchange.again(WrappedKey.of(held), place).text()).param("place", place).param("old", held)
                        .update();
            }
        }
        return exchanged;
    }
}
