package jp.readiness.workbench;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jp.readiness.folder.YamlScalars;
import jp.readiness.folder.YamlScalars.Scalar;

/**
 * One thing of a {@code programme.yaml} as a form: a finding, a question, a parameter, or the programme in general. Words
 * stand side by side in both languages; numbers, days and yes or no by themselves. Names that rules use are not in it.
 */
record ItemForm(String item, List<Row> rows) {

    /** What is said of the programme as a whole. */
    static final String GENERAL = "general";

    private static final String JA = "ja";
    private static final String EN = "en";
    private static final List<String> LISTS = List.of("parameters", "questions", "findings", "sources");
    private static final Set<String> GENERAL_PARTS =
            Set.of("title", "summary", "inForce", "window", "contact", "steps", "bands", "sections");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,9})?");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Set<String> YES_OR_NO = Set.of("true", "false");
    private static final int LONGEST = 4_000;

    enum Kind {
        WORDS,
        NUMBER,
        DAY,
        YES_NO
    }

    /**
     * @param path below the item, for its label
     * @param values what stands in its controls: of words Japanese, then English
     * @param wrong whether what stands there cannot be taken
     */
    record Row(Kind kind, List<String> path, List<Control> values, boolean wrong) {}

    /**
     * @param name of the form's field; tells the path
     * @param stored what the file says
     */
    record Control(String name, String value, String stored) {
        public boolean isChanged() {
            return !value.equals(stored);
        }
    }

    /** A thing that has a form. @param title in the file's own words, by language; may be empty */
    record Item(String id, String list, String name, String ja, String en) {}

    /** All things that have a form, in the order of the file. */
    static List<Item> items(List<Scalar> scalars) {
        Map<String, Item> items = new LinkedHashMap<>();
        items.put(GENERAL, new Item(GENERAL, "", "", "", ""));
        for (Scalar scalar : scalars) {
            idOf(scalar).filter(id -> !id.equals(GENERAL)).ifPresent(id -> {
                List<String> prefix = prefix(scalar);
                items.putIfAbsent(
                        id,
                        new Item(
                                id,
                                prefix.get(0),
                                prefix.get(prefix.size() - 1),
                                title(scalars, prefix, JA),
                                title(scalars, prefix, EN)));
            });
        }
        return List.copyOf(items.values());
    }

    private static String title(List<Scalar> scalars, List<String> prefix, String language) {
        return scalars.stream()
                .filter(scalar -> scalar.path().size() == prefix.size() + 2
                        && scalar.path().subList(0, prefix.size()).equals(prefix)
                        && Set.of("title", "label").contains(scalar.path().get(prefix.size()))
                        && scalar.path().get(prefix.size() + 1).equals(language))
                .map(Scalar::value)
                .findFirst()
                .orElse("");
    }

    /** The thing that a value belongs to. */
    private static Optional<String> idOf(Scalar scalar) {
        String first = scalar.path().get(0);
        if (GENERAL_PARTS.contains(first)) {
            return Optional.of(GENERAL);
        }
        return LISTS.contains(first) && scalar.path().size() > prefix(scalar).size()
                ? Optional.of(String.join("/", prefix(scalar)))
                : Optional.empty();
    }

    /** Questions stand in a list, so that their number comes before their name. */
    private static List<String> prefix(Scalar scalar) {
        int length = scalar.path().get(0).equals("questions") ? 3 : 2;
        return scalar.path().subList(0, Math.min(length, scalar.path().size()));
    }

    /** @param sent field → what was sent, instead of what the file says; empty to show the file */
    static ItemForm of(String item, List<Scalar> scalars, Map<String, String> sent) {
        List<Row> rows = new ArrayList<>();
        Map<List<String>, Scalar> byPath = new LinkedHashMap<>();
        scalars.stream()
                .filter(scalar -> idOf(scalar).equals(Optional.of(item)))
                .forEach(scalar -> byPath.put(scalar.path(), scalar));
        byPath.forEach((path, scalar) -> row(scalar, byPath, sent).ifPresent(rows::add));
        return new ItemForm(item, rows);
    }

    private static Optional<Row> row(Scalar scalar, Map<List<String>, Scalar> all, Map<String, String> sent) {
        List<String> path = scalar.path();
        String last = path.get(path.size() - 1);
        List<String> above = path.subList(0, path.size() - 1);
        List<String> shown = above.subList(Math.min(prefix(scalar).size(), above.size()), above.size());
        if (last.equals(JA) && all.containsKey(append(above, EN))) {
            Scalar other = new Scalar(append(above, EN), value(all, append(above, EN)));
            List<Control> both = List.of(control(scalar, sent), control(other, sent));
            boolean wrong = both.stream().anyMatch(each -> each.value().isBlank());
            return Optional.of(
                    new Row(Kind.WORDS, idOf(scalar).equals(Optional.of(GENERAL)) ? above : shown, both, wrong));
        }
        return kind(scalar).map(kind -> {
            Control control = control(scalar, sent);
            List<String> label = idOf(scalar).equals(Optional.of(GENERAL)) ? path : append(shown, last);
            return new Row(kind, label, List.of(control), !fits(kind, control.value()));
        });
    }

    private static String value(Map<List<String>, Scalar> all, List<String> path) {
        return Optional.ofNullable(all.get(path)).map(Scalar::value).orElse("");
    }

    private static List<String> append(List<String> path, String last) {
        List<String> longer = new ArrayList<>(path);
        longer.add(last);
        return List.copyOf(longer);
    }

    private static Optional<Kind> kind(Scalar scalar) {
        String value = scalar.value();
        if (NUMBER.matcher(value).matches()) {
            return Optional.of(Kind.NUMBER);
        }
        if (DAY.matcher(value).matches()) {
            return Optional.of(Kind.DAY);
        }
        return YES_OR_NO.contains(value) ? Optional.of(Kind.YES_NO) : Optional.empty();
    }

    private static boolean fits(Kind kind, String value) {
        return switch (kind) {
            case WORDS -> !value.isBlank();
            case NUMBER -> NUMBER.matcher(value).matches();
            case DAY -> DAY.matcher(value).matches();
            case YES_NO -> YES_OR_NO.contains(value);
        };
    }

    private static Control control(Scalar scalar, Map<String, String> sent) {
        String name = "v." + String.join("/", scalar.path());
        String typed = sent.get(name);
        return new Control(name, typed == null ? scalar.value() : cleaned(typed, scalar), scalar.value());
    }

    /** Full-width digits are read as digits; line breaks of a browser as those of the file. */
    private static String cleaned(String typed, Scalar scalar) {
        String value = typed.replace("\r\n", "\n").strip();
        String kept = value.length() > LONGEST ? value.substring(0, LONGEST) : value;
        return kind(scalar).isPresent()
                ? Normalizer.normalize(kept, Normalizer.Form.NFKC).replace(",", "")
                : kept;
    }

    boolean isRight() {
        return rows.stream().noneMatch(Row::wrong);
    }

    /** The file with what stands in the form; empty if that cannot be written in place. */
    Optional<String> write(String text) {
        Map<List<String>, String> changed = new LinkedHashMap<>();
        Map<String, List<String>> paths = new LinkedHashMap<>();
        Map<String, String> before = new LinkedHashMap<>();
        YamlScalars.of(text).orElse(List.of()).forEach(scalar -> {
            String name = "v." + String.join("/", scalar.path());
            paths.put(name, scalar.path());
            before.put(name, scalar.value());
        });
        for (Row row : rows) {
            for (Control control : row.values()) {
                List<String> path = paths.get(control.name());
                if (path != null && !control.value().equals(before.get(control.name()))) {
                    changed.put(path, control.value());
                }
            }
        }
        return changed.isEmpty() ? Optional.of(text) : YamlScalars.change(text, changed);
    }
}
