package org.stele.sealing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Seals the rows of one table while COPY writes them: takes the very bytes that go to the database. From the second lot of bytes on the
 * entries are made on a thread of their own, beside the writer and the database.
 */
public final class RowSeal implements AutoCloseable {

    /** Lots that may wait to be sealed before the writer has to. */
    private static final int WAITING = 4;
    private static final byte[] END = new byte[0];

    private final Connection connection;
    private final Blocks blocks;
    private final TableForm form;
    private final @Nullable Long change;
    private final EntryMaker maker;
    private final BlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(WAITING);

    private byte @Nullable [] first;
    private @Nullable Thread worker;
    private volatile @Nullable Throwable failure;

    RowSeal(Connection connection, Blocks blocks, TableForm form, int[] places, @Nullable Long change) {
        this.connection = connection;
        this.blocks = blocks;
        this.form = form;
        this.change = change;
        this.maker = new EntryMaker(form, places);
    }

    /** Whole rows in the order of the columns named at the beginning, in PostgreSQL's binary COPY format, without its header. The bytes
     *  may be used for something else when this returns. */
    public void rows(byte[] bytes, int from, int to) {
        byte[] lot = Arrays.copyOfRange(bytes, from, to);
        if (first == null) {
            first = lot;
            return;
        }
        if (worker == null) {
            worker = Thread.ofPlatform().name("seal-rows").daemon().start(this::work);
            put(first);
        }
        put(lot);
    }

    /** Writes the entries of all rows, on the connection that wrote the rows and in its transaction. */
    public void finish() throws SQLException {
        if (worker != null) {
            put(END);
            join();
            if (failure != null) {
                throw failure instanceof RuntimeException known ? known : new IllegalStateException("Rows of " + form.table() + " could not be sealed", failure);
            }
        } else if (first != null) {
            maker.tuples(first, 0, first.length);
        }
        blocks.add(connection, form.table(), change, maker.entries());
    }

    /** Ends the work, also where it was broken off. */
    @Override
    public void close() {
        if (worker != null && worker.isAlive()) {
            worker.interrupt();
            join();
        }
    }

    private void work() {
        try {
            for (byte[] lot = waiting.take(); lot != END; lot = waiting.take()) {
                maker.tuples(lot, 0, lot.length);
            }
        } catch (InterruptedException brokenOff) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            failure = e;
            // The writer must not wait for ever for room.
            waiting.clear();
        }
    }

    private void put(byte[] lot) {
        try {
            while (!waiting.offer(lot, 1, java.util.concurrent.TimeUnit.SECONDS)) {
                if (failure != null) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while sealing rows of " + form.table(), e);
        }
    }

    private void join() {
        boolean interrupted = false;
        while (worker != null && worker.isAlive()) {
            try {
                worker.join();
            } catch (InterruptedException e) {
                interrupted = true;
                worker.interrupt();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
