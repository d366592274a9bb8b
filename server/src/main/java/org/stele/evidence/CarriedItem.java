package org.stele.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stele.history.Version;
import org.stele.ocfl.PortableName;
import org.stele.vault.Blob;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * An original and all that belongs to it, as it is told on a disk: files with their names there, where it came from, and the description
 * of the whole as an RO-Crate 1.1. The same item gives the same text, so that a second disk, or a second run, can be compared.
 */
final class CarriedItem {
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final String id;
    private final Version<Item> item;
    private final List<Part> parts;
    private final List<Version<Provenance>> provenances;

    /** One file: the original, or what was made from it. */
    record Part(long item, String path, Blob blob, @Nullable String madeHow, Instant since) {
        /** A name that says nothing of the file. */
        String sealedPath() {
            return (madeHow == null ? "original/" : "derived/") + item + ".age";
        }
    }

    CarriedItem(String id, Version<Item> item, Blob blob, List<Version<Provenance>> provenances, List<Part> derived) {
        this.id = id;
        this.item = item;
        this.provenances = provenances;
        this.parts = new ArrayList<>();
        parts.add(new Part(item.id(), "original/" + name(item.record(), provenances), blob, null, item.from()));
        parts.addAll(derived);
    }

    static Part derived(Version<Item> derivative, Blob blob) {
        return new Part(derivative.id(), "derived/" + derivative.id() + "-" + name(derivative.record(), List.of()), blob, derivative.record().madeHow(), derivative.from());
    }

    private static String name(Item item, List<Version<Provenance>> provenances) {
        String told = provenances.stream().map(each -> each.record().fileName()).filter(each -> each != null && !each.isBlank()).findFirst().orElse(item.title());
        return PortableName.of(told == null ? item.form().code() : told);
    }

    String id() {
        return id;
    }

    Version<Item> item() {
        return item;
    }

    List<Part> parts() {
        return parts;
    }

    /** Where it came from, once for each time it came. */
    byte[] source() {
        List<Map<String, Object>> told = new ArrayList<>();
        for (Version<Provenance> each : provenances) {
            Provenance from = each.record();
            Map<String, Object> fields = new LinkedHashMap<>();
            put(fields, "source-kind", from.sourceKind());
            put(fields, "source", from.source());
            put(fields, "url", from.url());
            put(fields, "obtained-by", from.obtainedBy());
            put(fields, "obtained-at", from.obtainedAt());
            put(fields, "claimed-capture-time", from.captured());
            put(fields, "consent", from.consent().code());
            put(fields, "file-name", from.fileName());
            put(fields, "claimed-sha256", from.claimedSha256());
            put(fields, "note", from.note());
            put(fields, "received-at", each.from().toString());
            put(fields, "recorded-by", each.by());
            put(fields, "reason", each.reason());
            told.add(fields);
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("item", id);
        all.put("received", told);
        return JSON.writeValueAsBytes(all);
    }

    /** The whole, for the disk of one who may read it. */
    byte[] crate() {
        List<Object> graph = new ArrayList<>();
        List<Object> files = new ArrayList<>();
        for (Part part : parts) {
            Map<String, Object> file = new LinkedHashMap<>();
            file.put("@id", part.path());
            file.put("@type", "File");
            file.put("contentSize", String.valueOf(part.blob().length()));
            file.put("sha256", part.blob().sha256());
            file.put("dateCreated", part.since().toString());
            if (part.madeHow() != null) {
                file.put("description", part.madeHow());
                file.put("isBasedOn", Map.of("@id", parts.getFirst().path()));
            }
            files.add(file);
        }
        files.add(entity("provenance/source.json", "File", Map.of("encodingFormat", "application/json", "description", "Where the original came from")));
        String title = item.record().title();
        graph.add(descriptor());
        graph.add(dataset(title == null ? id : title, "An item of evidence: its original as received, and what was made from it", files));
        graph.addAll(files);
        return crate(graph);
    }

    /** The whole, for the eyes of whoever finds the disk: that something is sealed here, and since when. */
    byte[] sealedCrate(String mark) {
        List<Object> files = new ArrayList<>();
        for (Part part : parts) {
            files.add(entity(part.sealedPath(), "File", Map.of("encodingFormat", "application/age")));
        }
        files.add(entity("provenance/source.json.age", "File", Map.of("encodingFormat", "application/age")));
        files.add(entity("content.json.age", "File", Map.of("encodingFormat", "application/age", "description",
                "The same description as this, with the names, digests and sizes of what is sealed here")));
        List<Object> graph = new ArrayList<>();
        graph.add(descriptor());
        Map<String, Object> dataset = dataset(id, "An item of evidence, sealed with age (https://age-encryption.org/v1). README.txt of this disk says how to open it.", files);
        dataset.put("version", mark);
        graph.add(dataset);
        graph.addAll(files);
        return crate(graph);
    }

    private Map<String, Object> dataset(String name, String description, List<Object> files) {
        Map<String, Object> dataset = new LinkedHashMap<>();
        dataset.put("@id", "./");
        dataset.put("@type", "Dataset");
        dataset.put("identifier", id);
        dataset.put("name", name);
        dataset.put("description", description);
        dataset.put("datePublished", item.from().toString());
        dataset.put("license", "Not to be published. Use as far as the consent in provenance/source.json goes.");
        dataset.put("hasPart", files.stream().map(each -> Map.of("@id", ((Map<?, ?>) each).get("@id"))).toList());
        return dataset;
    }

    private static Map<String, Object> descriptor() {
        Map<String, Object> descriptor = new LinkedHashMap<>();
        descriptor.put("@id", "ro-crate-metadata.json");
        descriptor.put("@type", "CreativeWork");
        descriptor.put("conformsTo", Map.of("@id", "https://w3id.org/ro/crate/1.1"));
        descriptor.put("about", Map.of("@id", "./"));
        return descriptor;
    }

    private static Map<String, Object> entity(String id, String type, Map<String, String> more) {
        Map<String, Object> entity = new LinkedHashMap<>();
        entity.put("@id", id);
        entity.put("@type", type);
        more.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(each -> entity.put(each.getKey(), each.getValue()));
        return entity;
    }

    private static byte[] crate(List<Object> graph) {
        Map<String, Object> crate = new LinkedHashMap<>();
        crate.put("@context", "https://w3id.org/ro/crate/1.1/context");
        crate.put("@graph", graph);
        return JSON.writeValueAsBytes(crate);
    }

    private static void put(Map<String, Object> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
