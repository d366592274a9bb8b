package org.stele.sealing;

import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.stele.tlog.FileTiles;

/** The log as everybody may read and verify it (C2SP tlog-tiles). Its entries are commitments, which tell nothing about anyone. */
@RestController
class LogPages {

    /** A tile's path as the specification writes it, and nothing else: it becomes the name of a file. */
    private static final Pattern TILE = Pattern.compile("/(entries|[0-7])/(x[0-9]{3}/){0,6}[0-9]{3}(\\.p/[1-9][0-9]{0,2})?");

    private final FileTiles files;

    LogPages(Sequencer sequencer) {
        this.files = new FileTiles(sequencer.folder());
    }

    @GetMapping("/log/checkpoint")
    ResponseEntity<byte[]> checkpoint() {
        return answer("checkpoint", MediaType.parseMediaType("text/plain;charset=utf-8"), CacheControl.noCache());
    }

    @GetMapping("/log/tile/{*path}")
    ResponseEntity<byte[]> tile(@PathVariable String path) {
        return TILE.matcher(path).matches()
                ? answer("tile" + path, MediaType.APPLICATION_OCTET_STREAM, CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                : ResponseEntity.notFound().build();
    }

    private ResponseEntity<byte[]> answer(String path, MediaType type, CacheControl cache) {
        return files.read(path).map(bytes -> ResponseEntity.ok().contentType(type).cacheControl(cache).body(bytes))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
