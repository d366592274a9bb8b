package org.stele.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.stele.database.TestDatabase;
import org.stele.statistics.Dimension.Axis;

/** Many ask while another program writes: every answer stays what it was. */
class ConcurrentQuestionsTest {

    private static final Question QUESTION = new Question(List.of(Measure.Basic.RECORDED, Measure.Basic.VICTIMS, Measure.Basic.MASSACRES),
            List.of(Dimension.of(Axis.PARTY)), List.of(), Period.EVER, null);

    private static RegisterStatistics statistics(DataSource source, RandomRegister register) {
        return new RegisterStatistics(source, register.changes(), register.codebooks(), moment -> TestProgramme.gazetteer());
    }

    @Test
    void answersGivenWhileOthersWriteAreGivenAgain() throws Exception {
        try (TestDatabase database = TestDatabase.fresh(); ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            RandomRegister register = new RandomRegister(database, 4);
            register.change();
            RegisterStatistics statistics = statistics(database.source(), register);
            AtomicBoolean writing = new AtomicBoolean(true);
            Future<?> writer = threads.submit(() -> {
                for (int i = 0; i < 80; i++) {
                    register.change();
                }
                writing.set(false);
            });
            List<Future<List<Answer>>> readers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                readers.add(threads.submit(() -> {
                    List<Answer> answers = new ArrayList<>();
                    while (writing.get()) {
                        answers.add(statistics.answer(QUESTION));
                    }
                    return answers;
                }));
            }
            writer.get();
            RegisterStatistics fresh = statistics(database.source(), register);
            int asked = 0;
            for (Future<List<Answer>> reader : readers) {
                for (Answer answer : reader.get()) {
                    assertThat(fresh.answer(answer.question())).isEqualTo(answer);
                    asked++;
                }
            }
            assertThat(asked).isGreaterThan(20);
        }
    }

    /** The connection breaks after the numbers of the new changes were read and before the versions closed by them. */
    @Test
    void aConnectionThatBreaksWhileLoadingLeavesNothingHalfLoaded() {
        try (TestDatabase database = TestDatabase.fresh()) {
            RandomRegister register = new RandomRegister(database, 5);
            for (int i = 0; i < 5; i++) {
                register.change();
            }
            AtomicInteger copies = new AtomicInteger();
            RegisterStatistics statistics = statistics(breaking(database.source(), copies, 7), register);
            Answer before = statistics.answer(QUESTION);
            register.change();
            assertThatThrownBy(() -> statistics.answer(QUESTION)).hasMessageContaining("could not be read");
            Answer after = statistics.answer(QUESTION);
            assertThat(after).isEqualTo(statistics(database.source(), register).answer(after.question())).isNotEqualTo(before);
            assertThat(statistics.answer(before.question()).rows()).isEqualTo(before.rows());
        }
    }

    /** A source whose connections give out their COPY access, except the one time. */
    private static DataSource breaking(DataSource source, AtomicInteger copies, int faulty) {
        return (DataSource) Proxy.newProxyInstance(DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
            Object result = method.invoke(source, arguments);
            return !(result instanceof Connection connection) ? result
                    : Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (inner, call, given) -> {
                        if (call.getName().equals("unwrap") && copies.incrementAndGet() == faulty) {
                            throw new SQLException("the connection broke");
                        }
                        return call.invoke(connection, given);
                    });
        });
    }
}
