package org.stele.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What sort of thing an item is. A guess from its name is a claim; who adds it may say otherwise. */
public enum Form {
    PHOTO("jpg jpeg png gif webp heic heif tif tiff bmp dng"),
    VIDEO("mp4 m4v mov avi mkv webm 3gp mpg mpeg wmv flv ts"),
    AUDIO("mp3 m4a aac ogg oga opus wav amr flac"),
    DOCUMENT("pdf doc docx xls xlsx odt ods rtf txt csv ppt pptx"),
    /** A page saved from the web, with its files or packed. */
    PAGE("html htm mhtml mht warc wacz maff"),
    /** A letter with its attachments. */
    MESSAGE("eml msg mbox"),
    OTHER("");

    private final List<String> endings;

    Form(String endings) {
        this.endings = Arrays.asList(endings.split(" "));
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Guessed from a file's name: {@code .warc.gz} is a page as {@code .warc} is. */
    public static Form guess(@Nullable String fileName) {
        if (fileName == null) {
            return OTHER;
        }
        String name = fileName.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return Arrays.stream(values()).filter(form -> !ending.isEmpty() && form.endings.contains(ending)).findFirst().orElse(OTHER);
    }

    /** The ending of a name, if it is one that a form has; empty otherwise. */
    static String ending(@Nullable String fileName) {
        String name = fileName == null ? "" : fileName.toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return Arrays.stream(values()).anyMatch(form -> !ending.isEmpty() && form.endings.contains(ending)) ? ending : "";
    }

    /** @throws Unsound if there is none of that code */
    public static Form of(String code) {
        return Arrays.stream(values()).filter(form -> form.code().equals(code)).findFirst().orElseThrow(() -> new Unsound(Map.of("form",
                Fault.of("no-code", code, Arrays.stream(values()).map(Form::code).collect(Collectors.joining(", "))))));
    }
}
