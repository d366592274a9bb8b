package org.stele.messages;

import java.time.Duration;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

/**
 * How much the public form takes.
 *
 * @param files          files with one message, those sent later among them
 * @param fileBytes      bytes of one file
 * @param bytesPerHour   bytes of files of all senders together
 * @param plainPerHour   messages an hour, all senders together, whose browser did no work first: without scripts
 * @param workedPerHour  messages an hour whose browser did
 * @param workBits       bits of work when nobody else sends; each is twice the work of the one before
 * @param soonest        after the form was opened: nobody types faster, programs do
 * @param latest         after the form was opened; what is sent later is kept on the page and sent once more
 */
record FormLimits(int files, long fileBytes, long bytesPerHour, int plainPerHour, int workedPerHour, int workBits, Duration soonest,
        Duration latest) {

    /** Persons in one form. Their fields stay within what the server reads of a form without files: a thousand. */
    static final int MOST_PERSONS = 40;

    static FormLimits of(Environment environment) {
        return new FormLimits(environment.getProperty("stele.form.files", Integer.class, 30),
                environment.getProperty("stele.form.file-size", DataSize.class, DataSize.ofGigabytes(2)).toBytes(),
                environment.getProperty("stele.form.size-per-hour", DataSize.class, DataSize.ofGigabytes(40)).toBytes(),
                environment.getProperty("stele.form.plain-per-hour", Integer.class, 240),
                environment.getProperty("stele.form.worked-per-hour", Integer.class, 2_400),
                environment.getProperty("stele.form.work-bits", Integer.class, 14),
                environment.getProperty("stele.form.soonest", Duration.class, Duration.ofSeconds(3)),
                environment.getProperty("stele.form.latest", Duration.class, Duration.ofHours(12)));
    }

    /** Whole megabytes of one file, as the form says it. */
    long fileMegabytes() {
        return fileBytes >> 20;
    }
}
