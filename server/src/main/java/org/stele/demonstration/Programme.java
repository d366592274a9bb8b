package org.stele.demonstration;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.stele.fixity.Digest;
import org.stele.register.Incident;
import org.stele.register.Source;
import org.stele.register.Victim;

/**
 * The whole demonstration, in memory. A victim's incident is here its position among the incidents, from 1; loading puts the
 * register's ids in its place.
 *
 * @param testimonies in order of day
 */
record Programme(List<Source> sources, List<Story<Incident>> incidents, List<Story<Victim>> victims, List<Testimony> testimonies) {

    Programme {
        sources = List.copyOf(sources);
        incidents = List.copyOf(incidents);
        victims = List.copyOf(victims);
        testimonies = List.copyOf(testimonies);
    }

    /** The same every time it is generated: names this programme exactly. */
    String digest() {
        Digest.Sum sum = new Digest.Sum();
        for (List<?> part : List.of(sources, incidents, victims, testimonies)) {
            part.forEach(record -> {
                byte[] text = record.toString().getBytes(StandardCharsets.UTF_8);
                sum.add(text, 0, text.length);
            });
        }
        return sum.end().sha256();
    }
}
