package org.stele.review;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stele.messages.Channel;
import org.stele.messages.Consents;
import org.stele.messages.Use;

/**
 * Whether something told of a person may leave. Every publication and submission asks here, at the moment it is written: a consent that
 * was taken back since counts for all that is still to come, whatever instant its figures are of.
 */
@Component
public class Disclosure {

    /** Channels by which a person tells us something in confidence; what was public already needs nobody's consent. */
    private static final List<String> CONFIDENTIAL = List.of(Channel.FORM.code(), Channel.FIELD.code(), Channel.DESK.code());

    private final JdbcClient sql;
    private final Consents consents;

    Disclosure(DataSource source, Consents consents) {
        this.sql = JdbcClient.create(source);
        this.consents = consents;
    }

    /**
     * Whether all who told us of a victim in confidence allow a use. Of a victim whom nobody told us of in confidence, a list's or an open
     * source's, the answer is yes: other rules hold for those.
     */
    public boolean allows(long victim, Use use) {
        List<Long> messages = tellingOf(victim);
        return messages.isEmpty() || consents.allows(messages, use);
    }

    /** The messages that told of a victim in confidence, those about records merged into this one included. */
    List<Long> tellingOf(long victim) {
        return sql.sql("""
                with told as (
                    select distinct substring(source.name from '^message ([0-9]{1,18})$')::bigint as message
                      from statement join source on source.id = statement.source and source.recorded_to = 'infinity'
                     where statement.victim in (select :victim::bigint union all select merged from victim_merge
                                                 where kept = :victim and recorded_to = 'infinity' and state = 'merged')
                       and source.name ~ '^message [0-9]{1,18}$')
                select message.id from told join message on message.id = told.message
                 where channel = any(:confidential) order by message.id""")
                .param("victim", victim).param("confidential", CONFIDENTIAL.toArray(String[]::new)).query(Long.class).list();
    }
}
