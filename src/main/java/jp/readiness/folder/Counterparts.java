package jp.readiness.folder;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.readiness.programme.Edition;

/**
 * The programmes whose answer sheets a match can read.
 *
 * @param byProgramme id of the programme → its sound editions, by their first day in force
 * @param folders {@code programme/edition} of every edition that has a folder, sound or not
 */
record Counterparts(Map<String, List<Edition>> byProgramme, Set<String> folders) {

    static Counterparts of(List<Directory> programmes, List<ResolvedEdition> sound) {
        Map<String, List<Edition>> byProgramme = sound.stream()
                .map(ResolvedEdition::edition)
                .collect(groupingBy(Edition::programme, TreeMap::new, Collectors.toList()));
        Set<String> folders = new LinkedHashSet<>();
        for (Directory programme : programmes) {
            byProgramme.putIfAbsent(programme.id(), List.of());
            programme.reportingTo(new Problems()).folders().forEach(e -> folders.add(programme.id() + "/" + e.id()));
        }
        return new Counterparts(byProgramme, folders);
    }

    /** The edition that a side names. */
    Optional<Edition> side(Value value, LocalDate firstDay) {
        String name = value.string();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        int slash = name.indexOf('/');
        String programme = slash < 0 ? name : name.substring(0, slash);
        if (!byProgramme.containsKey(programme)) {
            value.unknown(Reference.PROGRAMME, programme, byProgramme.keySet());
            return Optional.empty();
        }
        return slash < 0 ? inForce(value, programme, firstDay) : named(value, programme, name);
    }

    private Optional<Edition> inForce(Value value, String programme, LocalDate firstDay) {
        Optional<Edition> edition = editions(programme).stream()
                .filter(e -> !e.from().isAfter(firstDay))
                .filter(e -> e.to().filter(firstDay::isAfter).isEmpty())
                .findFirst();
        if (edition.isEmpty()) {
            value.problems()
                    .error(
                            value.place(),
                            "UNKNOWN_EDITION",
                            Wording.say(
                                    "「%s」には、%s に有効で誤りのない年度版がありません。",
                                    "`%s` has no sound edition in force on %s.", programme, firstDay),
                            Wording.permitted(names(programme)));
        }
        return edition;
    }

    private Optional<Edition> named(Value value, String programme, String name) {
        Optional<Edition> edition =
                editions(programme).stream().filter(e -> e.name().equals(name)).findFirst();
        if (edition.isEmpty()) {
            boolean broken = folders.contains(name);
            value.problems()
                    .error(
                            value.place(),
                            "UNKNOWN_EDITION",
                            broken
                                    ? Wording.say(
                                            "「%s」に誤りがあるため、組み合わせに使えません。",
                                            "`%s` has errors, so it cannot be matched.", name)
                                    : Wording.say("年度版「%s」がありません。", "There is no edition `%s`.", name),
                            Wording.permitted(names(programme)));
        }
        return edition;
    }

    private List<Edition> editions(String programme) {
        return byProgramme.getOrDefault(programme, List.of());
    }

    private List<String> names(String programme) {
        return editions(programme).stream().map(Edition::name).toList();
    }
}
