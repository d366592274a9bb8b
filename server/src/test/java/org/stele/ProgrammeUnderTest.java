package org.stele;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.stele.database.Database;
import org.stele.database.TestDatabase;
import org.stele.history.Change;
import org.stele.history.Changes;
import org.stele.places.Boundaries;
import org.stele.places.Places;
import org.stele.places.Programme;
import org.stele.places.Programmes;
import org.stele.register.Codebooks;

/** A register of its own, under a clock that the test sets: a programme's codebook and places, and nobody in it yet. */
public final class ProgrammeUnderTest implements AutoCloseable {

    private final TestDatabase database = TestDatabase.fresh();
    private final ConfigurableApplicationContext context = open(database.login());
    private final AtomicReference<Instant> clock;
    private final Changes changes;

    /** @param codebook text of the codebook
     *  @param from     day on which the register begins */
    public ProgrammeUnderTest(String codebook, Programme programme, LocalDate from) {
        clock = new AtomicReference<>(evening(from));
        changes = new Changes(get(DataSource.class), clock::get);
        changes.make("tests", "Adopts the codebook", change -> get(Codebooks.class).adopt(change, codebook));
        Places places = new Places(get(DataSource.class), changes);
        new Programmes(places, new Boundaries(get(DataSource.class), changes, places)).setUp(programme, "tests");
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** Makes a change on the evening of a day. */
    public <T> T on(LocalDate day, Function<Change, T> work) {
        clock.set(evening(day));
        return changes.make("tests", "records of " + day, work::apply);
    }

    private static Instant evening(LocalDate day) {
        return Instant.parse(day + "T18:00:00Z");
    }

    /** What a reader of the site gets, with the status it must have. */
    public String page(String path) {
        URI address = URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port") + path);
        try (HttpClient reader = HttpClient.newHttpClient()) {
            HttpResponse<String> response = reader.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            assertThat(response.statusCode()).as(path).isEqualTo(200);
            return response.body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ConfigurableApplicationContext open(Database.Login login) {
        return new SpringApplicationBuilder(SteleApplication.class).web(WebApplicationType.SERVLET).lazyInitialization(true)
                .properties("stele.data=" + TestDatabase.folder(), "server.port=0", "stele.db-url=" + login.url() + "&user=" + login.user() + "&password=" + login.password()).run();
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
