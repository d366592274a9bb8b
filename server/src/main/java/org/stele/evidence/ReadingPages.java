package org.stele.evidence;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.stele.access.Reader;
import org.stele.page.Missing;

/**
 * Gives an original's bytes out on a reading that was begun and recorded: as a file to be saved, never as something a browser shows, since
 * nobody knows what is in it. Parts can be asked for, so that a long video can be fetched in pieces.
 */
@Controller
class ReadingPages {

    private final ObjectProvider<Reading> reading;
    private final Items items;

    ReadingPages(ObjectProvider<Reading> reading, Items items) {
        this.reading = reading;
        this.items = items;
    }

    @GetMapping("/{language:en|ar}/desk/evidence/{id:[0-9]+}/readings/{event:[0-9]+}")
    void bytes(@ModelAttribute("reader") Reader reader, @PathVariable long id, @PathVariable long event, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        if (items.find(id).isEmpty()) {
            throw new Missing("There is no such item");
        }
        try (Opened opened = reading.getObject().goOn(id, event, reader.name()).orElseThrow(() -> new Missing("There is no such reading of yours, or it is over"))) {
            long length = opened.blob().length();
            response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Accept-Ranges", "bytes");
            response.setHeader("ETag", '"' + opened.blob().sha256() + '"');
            Optional<ByteRange> range = ByteRange.of(request.getHeader("Range"), length);
            if (range.isEmpty()) {
                response.setHeader("Content-Range", "bytes */" + length);
                response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
                return;
            }
            response.setContentType("application/octet-stream");
            response.setHeader("Content-Disposition", ContentDisposition.attachment().filename(name(opened), StandardCharsets.UTF_8).build().toString());
            response.setContentLengthLong(range.get().count());
            if (!range.get().isAll(length)) {
                response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
                response.setHeader("Content-Range", "bytes %d-%d/%d".formatted(range.get().from(), range.get().to(), length));
            }
            if (!request.getMethod().equals("HEAD")) {
                copy(opened.bytes(), range.get(), response.getOutputStream());
            }
        }
    }

    /** Our own name; of the giver's only the ending, where it is one of those we know. */
    private String name(Opened opened) {
        return "item-" + opened.item().id() + items.provenances(opened.item().id()).stream().map(each -> Form.ending(each.record().fileName()))
                .filter(ending -> !ending.isEmpty()).findFirst().map(ending -> "." + ending).orElse("");
    }

    private static void copy(SeekableByteChannel from, ByteRange range, OutputStream to) throws IOException {
        from.position(range.from());
        ByteBuffer piece = ByteBuffer.allocate(1 << 17);
        for (long left = range.count(); left > 0;) {
            piece.clear().limit((int) Math.min(piece.capacity(), left));
            int read = from.read(piece);
            if (read < 0) {
                throw new IOException("The bytes end before their time");
            }
            to.write(piece.array(), 0, read);
            left -= read;
        }
    }
}
