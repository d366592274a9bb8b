package org.stele.inspection;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The process in which a stranger's file is opened: one question and the file's bytes on standard input, the answer on standard output,
 * then it ends. Started by {@link Inspector}; of no use by hand.
 */
public final class Cell {
    /** The one argument by which the program starts as this and nothing else. */
    public static final String ARGUMENT = "__inspect";

    /** What is asked. */
    enum Task { INSPECT, BLACK_OUT, THUMBNAIL }

    /**
     * The question that comes before the bytes.
     *
     * @param name the file's name as claimed; only ever looked at as text
     * @param regions what to black out
     */
    record Question(Task task, String name, List<Region> regions) {

        void write(DataOutputStream out) throws IOException {
            out.writeByte(task.ordinal());
            Wire.text(out, Shown.atMost(Limits.VALUE, name));
            out.writeInt(regions.size());
            for (Region region : regions) {
                out.writeInt(region.x());
                out.writeInt(region.y());
                out.writeInt(region.width());
                out.writeInt(region.height());
            }
        }

        static Question read(DataInputStream in) throws IOException {
            Task task = Wire.constant(Task.values(), in.readUnsignedByte());
            String name = Wire.text(in, Limits.VALUE + 1);
            List<Region> regions = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                regions.add(new Region(in.readInt(), in.readInt(), in.readInt(), in.readInt()));
            }
            return new Question(task, name, regions);
        }
    }

    private Cell() {
    }

    /** Answers the one question. */
    public static void main(@Nullable String[] arguments) throws IOException {
        var in = new BufferedInputStream(new FileInputStream(FileDescriptor.in), 1 << 16);
        var out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        // Libraries write to the usual outputs; the answer must stay clean of that.
        System.setOut(System.err);
        Question question = Question.read(new DataInputStream(in));
        var report = new Report(out);
        switch (question.task()) {
            case INSPECT -> new Look(report, question.name()).at(in);
            case BLACK_OUT -> new PictureLook(report).blackOut(in, question.regions());
            case THUMBNAIL -> new PictureLook(report).only(in);
        }
        report.done();
        out.flush();
        // Other threads of libraries, if any, have no say in when this ends.
        Runtime.getRuntime().halt(0);
    }
}
