package org.stele.messages;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stele.history.Change;
import org.stele.keys.Compartment;
import org.stele.keys.KeyHolder;
import org.stele.keys.Keyring;
import org.stele.keys.SealedText;
import org.stele.keys.WrappedKey;
import org.stele.sealing.Sealing;

/** The data keys of messages, each under the name of the one place that it opens. */
final class MessageKeys implements KeyHolder {

    private final JdbcClient sql;
    private final Keyring keyring;
    private final TransactionTemplate transaction;
    private final Sealing sealing;

    MessageKeys(DataSource source, Keyring keyring) {
        this.sql = JdbcClient.create(source);
        this.keyring = keyring;
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        this.sealing = new Sealing(source);
    }

    /** Encrypts a text for its place and keeps the wrapped key with the change under way. */
    byte[] seal(Change change, long message, Compartment compartment, String place, String text) {
        SealedText sealed = SealedText.seal(keyring, compartment, text, place);
        change.sql().sql("insert into message_key (place, message, wrapped) values (:place, :message, :wrapped)")
                .param("place", place).param("message", message).param("wrapped", sealed.key().text()).update();
        change.written("message_key", List.of(List.of(place)));
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
                exchanged += replace(place, held, exchange.again(WrappedKey.of(held), place).text());
            }
        }
        return exchanged;
    }

    /** One by one: a key that is destroyed meanwhile stays destroyed. */
    private int replace(String place, String held, String again) {
        Integer replaced = transaction.execute(status -> {
            int done = sql.sql("update message_key set wrapped = :again where place = :place and wrapped = :old")
                    .param("again", again).param("place", place).param("old", held).update();
            if (done == 1) {
                sealing.written("message_key", List.of(List.of(place)));
            }
            return done;
        });
        return replaced == null ? 0 : replaced;
    }
}
