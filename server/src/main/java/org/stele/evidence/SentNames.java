package org.stele.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What files that were sent as one thing are called in it. A browser that is given a folder tells each file's path from that folder on; one that
 * is given files tells their names. Whatever else a sender writes there becomes a name for people to read and steers nothing.
 *
 * @param folder the folder they all lay in; absent if they came without one
 * @param names  for each file, in the order sent: parts divided by slashes, none of them empty or a step upwards, no two the same
 */
record SentNames(@Nullable String folder, List<String> names) {

    /** @param sent what the sender called each file */
    static SentNames of(List<String> sent) {
        List<List<String>> paths = sent.stream().map(SentNames::parts).toList();
        String first = paths.isEmpty() ? null : paths.getFirst().getFirst();
        boolean inOne = paths.stream().allMatch(parts -> parts.size() > 1 && parts.getFirst().equals(first));
        Set<String> taken = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (List<String> parts : paths) {
            names.add(unlike(taken, String.join("/", inOne ? parts.subList(1, parts.size()) : parts)));
        }
        return new SentNames(inOne ? first : null, List.copyOf(names));
    }

    /** What the archive is called: as the folder, or as the page among the files, or as the first of them. */
    String fileName() {
        String name = folder != null ? folder : names.stream().sorted().filter(each -> Form.guess(each) == Form.PAGE).findFirst()
                .orElseGet(() -> names.stream().sorted().findFirst().orElse("files")).replaceFirst("\\.[^./]*$", "");
        return Objects.requireNonNullElse(Provenance.nameAlone(name), "files") + ".zip";
    }

    private static List<String> parts(String sent) {
        List<String> parts = Arrays.stream(sent.split("[/\\\\]")).map(Provenance::nameAlone).filter(Objects::nonNull)
                .filter(each -> !each.matches("[A-Za-z]:")).toList();
        return parts.isEmpty() ? List.of("file") : parts;
    }

    private static String unlike(Set<String> taken, String name) {
        int dot = name.lastIndexOf('.') > name.lastIndexOf('/') + 1 ? name.lastIndexOf('.') : name.length();
        String free = name;
        for (int i = 2; !taken.add(free); i++) {
            free = name.substring(0, dot) + " (" + i + ")" + name.substring(dot);
        }
        return free;
    }
}
