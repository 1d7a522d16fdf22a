package jp.readiness.folder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import jp.readiness.programme.Audience;

/**
 * Whom the programmes are for, so that one that refers to another knows whom it takes. They are looked at when an edition
 * that refers to them is read, since two programmes may refer to each other; what is wrong in them is reported when their
 * own turn comes.
 */
final class Audiences {

    static final String FILE = "audiences.yaml";
    static final Audiences UNKNOWN = new Audiences(Map.of(), Map.of(), false);

    private final Map<String, List<Audience>> byProgramme;
    private final Map<String, Directory> folders;
    private final boolean complete;

    /**
     * @param known id of the programme → audience of its newest edition
     * @param folders where those that are not known yet can be read
     * @param complete whether these are all programmes there are
     */
    private Audiences(Map<String, List<Audience>> known, Map<String, Directory> folders, boolean complete) {
        this.byProgramme = new ConcurrentHashMap<>(known);
        this.folders = folders;
        this.complete = complete;
    }

    /** Looks through the folders of all programmes. */
    static Audiences of(List<Directory> programmes) {
        Map<String, Directory> folders = new TreeMap<>();
        programmes.forEach(programme -> folders.put(programme.id(), programme));
        return new Audiences(Map.of(), folders, true);
    }

    /** Reads back what {@link #text} wrote. */
    static Audiences read(String text) {
        Map<String, List<Audience>> byProgramme = new TreeMap<>();
        mapping(text).entries().forEach(programme -> byProgramme.put(programme.key(), audiences(programme.value())));
        return new Audiences(byProgramme, Map.of(), false);
    }

    /** Ids of all programmes; empty if that is not known here. */
    Optional<Set<String>> programmes() {
        return complete ? Optional.of(folders.keySet()) : Optional.empty();
    }

    List<Audience> of(String programme) {
        return byProgramme.computeIfAbsent(programme, id -> {
            Directory folder = folders.get(id);
            return folder == null ? List.of() : newest(folder.reportingTo(new Problems()));
        });
    }

    /** The audiences of some programmes in the canonical spelling; empty if they take everybody. */
    Optional<String> text(Set<String> programmes) {
        Map<String, Object> content = new TreeMap<>();
        programmes.stream().filter(p -> !of(p).isEmpty()).forEach(p -> content.put(p, plain(of(p))));
        return content.isEmpty() ? Optional.empty() : Optional.of(CanonicalYaml.of(content));
    }

    private static Map<String, Object> plain(List<Audience> audiences) {
        Map<String, Object> plain = new TreeMap<>();
        audiences.forEach(a -> plain.put(a.question(), new ArrayList<>(new TreeSet<>(a.allowed()))));
        return plain;
    }

    private static List<Audience> newest(Directory programme) {
        return programme.folders().stream()
                .flatMap(edition -> edition.text(ProgrammeFile.FILE).stream())
                .flatMap(Optional::stream)
                .map(Audiences::mapping)
                .max(Comparator.comparing(Audiences::firstDay))
                .flatMap(file -> file.optional("audience"))
                .map(Audiences::audiences)
                .orElse(List.of());
    }

    /** As it is written: days sort as their ISO spelling does. */
    private static String firstDay(Mapping file) {
        return file.optional("inForce")
                .filter(Value::isMapping)
                .flatMap(inForce -> inForce.mapping().peek("from"))
                .orElse("");
    }

    private static Mapping mapping(String text) {
        return new YamlText(FILE, text, new Problems()).root().mapping();
    }

    private static List<Audience> audiences(Value value) {
        Map<String, Set<String>> byQuestion = new LinkedHashMap<>();
        value.mapping()
                .entries()
                .forEach(entry -> byQuestion.put(
                        entry.key(),
                        entry.value().items().stream()
                                .flatMap(option -> option.raw().stream())
                                .collect(Collectors.toSet())));
        return byQuestion.entrySet().stream()
                .map(entry -> new Audience(entry.getKey(), entry.getValue()))
                .toList();
    }
}
