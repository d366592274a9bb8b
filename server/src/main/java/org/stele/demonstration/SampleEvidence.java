package org.stele.demonstration;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.evidence.Items;
import org.stele.evidence.Provenance;
import org.stele.evidence.Receiving;
import org.stele.evidence.Reference;
import org.stele.evidence.Submission;

/**
 * A few items of evidence for the demonstration's November, so that the vault is seen at work: twelve pictures and a smaller copy of one of
 * them, a page and a text, all made here and marked as such. They are taken in as any others, after the records and at the time of the
 * machine's clock: a vault has no other.
 */
public final class SampleEvidence {

    private static final int PICTURES = 12;
    private static final int OF_WHICH_A_COPY_IS_THERE = 3;
    private static final String REASON = "synthetic evidence for the demonstration";
    private static final String WORDS = """
            DEMONSTRATION. This text was written by the program. Nobody said it, and what it tells of did not happen.
            «We heard the sound and went out to the street. The neighbours were already there.»
            """;
    private static final String PAGE = """
            <!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>DEMONSTRATION</title>
            <h1>DEMONSTRATION</h1><p>This page was written by the program, as if it had been saved from the web. There is no such site.</p></html>
            """;

    private final JdbcClient sql;
    private final Items items;
    private final ObjectProvider<Receiving> receiving;

    SampleEvidence(DataSource source, Items items, ObjectProvider<Receiving> receiving) {
        this.sql = JdbcClient.create(source);
        this.items = items;
        this.receiving = receiving;
    }

    /** An incident of the month with one of its victims. */
    private record Happening(long incident, long victim) {
        List<Reference> both() {
            return List.of(Reference.incident(incident), Reference.victim(victim));
        }
    }

    /**
     * Takes the items in, unless there is evidence already; what was broken off is finished by the next call, for the same bytes from the same
     * source are known.
     *
     * @return how many there are now of them
     * @throws IOException if they could not be kept
     */
    public int add() throws IOException {
        if (items.count() >= PICTURES + 3) {
            return 0;
        }
        List<Happening> november = november();
        int added = 0;
        for (int number = 1; number <= PICTURES; number++) {
            Happening of = november.get((number - 1) % november.size());
            add(Pictures.picture(number, 960, 640, "png"), "demonstration-" + number + ".png", "DEMONSTRATION: picture " + number,
                    Map.of("kind", "witness", "source", "Synthetic witness " + number, "captured", "2020-11"),
                    number % 2 == 0 ? of.both() : List.of(Reference.incident(of.incident())));
            added++;
        }
        Happening of = november.get((OF_WHICH_A_COPY_IS_THERE - 1) % november.size());
        add(Pictures.picture(OF_WHICH_A_COPY_IS_THERE, 480, 320, "jpg"), "forwarded.jpg", "DEMONSTRATION: a smaller copy of picture " + OF_WHICH_A_COPY_IS_THERE,
                Map.of("kind", "open-source", "url", "https://demonstration.example/post/3"), of.both());
        add(PAGE.getBytes(StandardCharsets.UTF_8), "demonstration.html", "DEMONSTRATION: a saved page",
                Map.of("kind", "open-source", "url", "https://demonstration.example/page", "captured", "2020-11-24T10:15Z"),
                List.of(Reference.incident(november.getFirst().incident())));
        add(WORDS.getBytes(StandardCharsets.UTF_8), "demonstration.txt", "DEMONSTRATION: a text", Map.of("kind", "witness", "source", "Synthetic witness 13"),
                november.getLast().both());
        return added + 3;
    }

    private void add(byte[] bytes, String name, String title, Map<String, String> told, List<Reference> attach) throws IOException {
        Map<String, String> fields = new HashMap<>(told);
        fields.put("obtained-by", Loading.BY);
        fields.put("obtained-at", "2020-11-30");
        fields.put("consent", told.containsKey("url") ? "open-source" : "publication");
        fields.put("note", "made by the program for the demonstration");
        receiving.getObject().add(new Submission(Provenance.of(fields, name), null, title, false, new ArrayList<>(attach), Loading.BY, REASON),
                new ByteArrayInputStream(bytes), taken -> { });
    }

    /** The month's incidents that the report tells of come first. */
    private List<Happening> november() {
        return sql.sql("""
                select i.id, min(v.id) as victim from incident i join victim v on v.incident = i.id and v.recorded_to = 'infinity'
                 where i.recorded_to = 'infinity' and i.occurred_from between '2020-11-01' and '2020-11-30'
                 group by i.id, i.notable order by i.notable desc, i.id limit 6""")
                .query((row, n) -> new Happening(row.getLong("id"), row.getLong("victim"))).list();
    }
}
