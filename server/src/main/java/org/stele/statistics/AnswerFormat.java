package org.stele.statistics;

import org.stele.codebook.Codebook;
import org.stele.language.Language;

/** The forms in which an answer leaves the program. Each says as of when, by which codebook and on which basis it counts. */
public enum AnswerFormat {
    /** Aligned columns for a terminal. */
    TABLE("text/plain", "txt") {
        @Override
        public String write(Answer answer, Codebook codebook, Language language) {
            return PlainTable.write(answer, codebook, language);
        }
    },
    /** Comma-separated values, UTF-8 with a byte-order mark. */
    CSV("text/csv", "csv") {
        @Override
        public String write(Answer answer, Codebook codebook, Language language) {
            return CsvTable.write(answer, codebook, language);
        }
    },
    /** An object with the question, its scope, axes, rows and totals. */
    JSON("application/json", "json") {
        @Override
        public String write(Answer answer, Codebook codebook, Language language) {
            return JsonTable.write(answer, codebook);
        }
    },
    /** CSV with a row of HXL hashtags below its headers; names in both languages. */
    HXL("text/csv", "hxl.csv") {
        @Override
        public String write(Answer answer, Codebook codebook, Language language) {
            return HxlTable.write(answer, codebook, language);
        }
    };

    private final String mediaType;
    private final String extension;

    AnswerFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /** For file names, without the dot. */
    public String extension() {
        return extension;
    }

    /**
     * Writes an answer.
     *
     * @param codebook the one whose rules were applied: that in force at the answer's moment
     * @param language of headers and labels, where the form does not give both
     */
    public abstract String write(Answer answer, Codebook codebook, Language language);
}
