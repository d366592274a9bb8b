package org.stele.commandline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.database.Refusal;
import org.stele.language.Text;
import org.stele.places.Boundaries;
import org.stele.places.BoundarySet;
import org.stele.places.Gazetteer;
import org.stele.places.Match;
import org.stele.places.Place;
import org.stele.places.PlaceImport;
import org.stele.places.PlaceTable;
import org.stele.places.Places;
import org.stele.register.Codebooks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** The gazetteer: imported from tables, listed, and tried with texts. */
@Command(name = "places", description = "Lists and imports places, tries how a text is matched, and replaces the boundaries of maps.",
        footer = {"", "Examples:", "  stele places list --level governorate", "  stele places import districts.csv subdistricts.csv communities.csv --dry-run",
            "  stele places match 'Aleppo: al Bab'", "  stele places boundaries governorates.geojson --credit-en 'UN OCHA (COD), CC BY 3.0 IGO' --credit-ar '…'"})
final class PlacesCommand implements Callable<Integer> {

    @ParentCommand
    private SteleCommand stele;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return 2;
    }

    @Command(description = "Lists places: those of a level, or those within one.",
            footer = {"", "Examples:", "  stele places list", "  stele places list --within SY02", "  stele places list --level district --json"})
    int list(@Option(names = "--level", description = "a level of the codebook, by code or number (default: the widest)") @Nullable String level,
            @Option(names = "--within", paramLabel = "CODE", description = "only places directly within this one") @Nullable String within,
            @Option(names = "--json", description = "print a JSON list") boolean json) {
        try (OpenRegister register = stele.open()) {
            Gazetteer gazetteer = register.get(Places.class).gazetteer();
            int number = number(register, level, 0);
            List<Place> places = within == null ? gazetteer.level(Math.max(number, 1)) : gazetteer.within(within);
            if (json) {
                say(JsonMapper.builder().build().writeValueAsString(places));
            } else {
                places.forEach(place -> say(line(place)));
                say(places.size() + " places");
            }
        }
        return 0;
    }

    @Command(description = "Shows which place a text is matched to, or between which it stays open.",
            footer = {"", "Examples:", "  stele places match 'al Bab, Aleppo'", "  stele places match دوما --within SY03 --json", "",
                "Exit code 1 if the text fits several places or none."})
    int match(@Parameters(paramLabel = "TEXT") String text,
            @Option(names = "--level", description = "the level the place must have, by code or number") @Nullable String level,
            @Option(names = "--within", paramLabel = "CODE", description = "the place it must lie in") @Nullable String within,
            @Option(names = "--json", description = "print a JSON object") boolean json) {
        Match match;
        try (OpenRegister register = stele.open()) {
            match = register.get(Places.class).gazetteer().match(text, number(register, level, 0), within);
        }
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("text", text);
        switch (match) {
            case Match.Found found -> {
                told.put("result", "found");
                told.put("places", List.of(found.place()));
                told.put("beyond", found.beyond());
            }
            case Match.Ambiguous several -> {
                told.put("result", "ambiguous");
                told.put("places", several.candidates());
                told.put("within", several.within() == null ? "" : several.within().code());
            }
            case Match.Unmatched _ -> told.put("result", "unmatched");
        }
        if (json) {
            say(JsonMapper.builder().build().writeValueAsString(told));
        } else {
            say(told.get("result") + switch (match) {
                case Match.Found found when !found.whole() -> ", but for: " + found.beyond();
                case Match.Ambiguous several when several.within() != null -> ", within " + line(several.within());
                default -> "";
            });
            switch (match) {
                case Match.Found found -> say(line(found.place()));
                case Match.Ambiguous several -> several.candidates().forEach(place -> say(line(place)));
                case Match.Unmatched _ -> { }
            }
        }
        return match instanceof Match.Found ? 0 : 1;
    }

    @Command(name = "import", description = "Takes in tables of places as the United Nations publish them (CSV, columns known by their heads).",
            footer = {"", "Examples:", "  stele places import syr_districts.csv syr_subdistricts.csv syr_communities.csv --dry-run",
                "  stele places import *.csv --source 'UN OCHA COD, edition 2015, CC BY 3.0 IGO' --rejects rejects.csv", "",
                "Heads: pcode, name_en, name_ar, adm1_pcode … for the levels above, lat, lon; or ADM2_PCODE, ADM2_EN, ADM2_AR.",
                "Governorates keep the house's spelling and learn the table's. Importing the same tables again changes nothing.",
                "Exit code 1 if any row was rejected."})
    int take(@Parameters(paramLabel = "FILE", arity = "1..*") List<Path> files,
            @Option(names = "--dry-run", description = "say what would change, and change nothing") boolean dryRun,
            @Option(names = "--level", description = "the level of the rows, by code or number (default: told by the heads)") @Nullable String level,
            @Option(names = "--source", defaultValue = "UN OCHA common operational dataset", description = "where the tables come from, with their licence (default: ${DEFAULT-VALUE})") String source,
            @Option(names = "--rejects", paramLabel = "CSV", description = "write rejected rows with their reasons here") @Nullable Path rejects,
            @Option(names = "--by", description = "who answers for it (default: who runs the command)") @Nullable String by,
            @Option(names = "--reason", defaultValue = "Import of places", description = "why, for the record (default: ${DEFAULT-VALUE})") String reason) throws IOException {
        PlaceImport plan;
        Places.Taken taken;
        try (OpenRegister register = stele.open()) {
            Places places = register.get(Places.class);
            List<PlaceTable> tables = new ArrayList<>();
            for (Path file : files) {
                tables.add(PlaceTable.read(file.getFileName().toString(), Files.readString(file), number(register, level, 0), source));
            }
            plan = places.plan(tables);
            taken = dryRun ? places.preview(plan.wanted()) : places.take(plan.wanted(), Answerable.or(by), reason);
        }
        new TreeMap<>(plan.rowsByLevel()).forEach((number, rows) -> say("level %d: %d rows".formatted(number, rows)));
        say("%s%d added, %d changed, %d as they were, %d rejected".formatted(dryRun ? "would be: " : "", taken.added(), taken.changed(), taken.unchanged(), plan.rejects().size()));
        if (rejects != null) {
            Files.write(rejects, Stream.concat(Stream.of("file,row,column,reason"), plan.rejects().stream().map(PlacesCommand::csv)).toList());
        } else {
            plan.rejects().forEach(reject -> spec.commandLine().getErr().println("%s, row %d%s: %s".formatted(reject.file(), reject.row(),
                    reject.column().isEmpty() ? "" : ", " + reject.column(), reject.reason())));
            spec.commandLine().getErr().flush();
        }
        return plan.rejects().isEmpty() ? 0 : 1;
    }

    @Command(description = "Replaces the shapes that maps draw by a GeoJSON set: one feature for each place of the widest level.",
            footer = {"", "Example:", "  stele places boundaries syr_adm1.geojson --credit-en 'Boundaries: UN OCHA (COD), CC BY 3.0 IGO' --credit-ar 'الحدود: …'"})
    int boundaries(@Parameters(paramLabel = "FILE") Path file,
            @Option(names = "--credit-en", required = true, description = "whose boundaries these are; printed under every map") String english,
            @Option(names = "--credit-ar", required = true, description = "the same in Arabic") String arabic,
            @Option(names = "--property", defaultValue = "", description = "the property with the place's code (default: found by its values)") String property,
            @Option(names = "--by", description = "who answers for it (default: who runs the command)") @Nullable String by,
            @Option(names = "--reason", defaultValue = "Import of boundaries", description = "why, for the record (default: ${DEFAULT-VALUE})") String reason) throws IOException {
        try (OpenRegister register = stele.open()) {
            Boundaries boundaries = register.get(Boundaries.class);
            BoundarySet set = boundaries.read(Files.readString(file), property, new Text(english, arabic));
            boolean changed = boundaries.adopt(set, Answerable.or(by), reason);
            int points = set.areas().stream().flatMap(area -> area.rings().stream()).mapToInt(ring -> ring.points().size()).sum();
            say((changed ? "In force now: " : "In force already: ") + set.areas().size() + " areas, " + points + " points");
        }
        return 0;
    }

    private static int number(OpenRegister register, @Nullable String level, int absent) {
        if (level == null) {
            return absent;
        }
        if (level.matches("[1-9]")) {
            return Integer.parseInt(level);
        }
        OptionalInt number = register.get(Codebooks.class).inForce().map(version -> version.record().codebook().levelNumber(level)).orElse(OptionalInt.empty());
        return number.orElseThrow(() -> new Refusal("The codebook in force has no level '" + level + "'. Name one of its levels, or its number."));
    }

    private static String line(Place place) {
        return "%-10s %s / %s%s".formatted(place.code(), place.name().en(), place.name().ar(), place.parent() == null ? "" : ", in " + place.parent());
    }

    private static String csv(PlaceTable.Reject reject) {
        return "%s,%d,%s,%s".formatted(quoted(reject.file()), reject.row(), quoted(reject.column()), quoted(reject.reason()));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
