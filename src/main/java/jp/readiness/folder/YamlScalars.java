package jp.readiness.folder;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The single values of a YAML text, to be changed where they stand: {@code value: 2  # source: office} becomes {@code
 * value: 3  # source: office}. Everything around them, remarks and order included, stays to the letter.
 */
public final class YamlScalars {

    private static final String FILE = "text.yaml";

    /** What can stand without quotes wherever a value may stand. */
    private static final Pattern PLAIN = Pattern.compile(
            "(?!(?i:true|false|null|yes|no|on|off)$)\\p{L}([\\p{L}\\p{N} 、。・（）「」ー〜/().-]*[\\p{L}\\p{N}。）」)])?"
                    + "|-?\\d+(\\.\\d+)?|\\d{4}-\\d{2}-\\d{2}|true|false");

    /**
     * A value.
     *
     * @param path keys and, in lists, numbers from 0: {@code findings, no-data, weight}
     */
    public record Scalar(List<String> path, String value) {
        public Scalar {
            path = List.copyOf(path);
        }
    }

    private record Found(List<String> path, ScalarNode node) {}

    private final String text;
    private final List<Found> found = new ArrayList<>();

    private YamlScalars(String text) {
        this.text = text;
    }

    /** In the order of the text; empty if it is no plain data. */
    public static Optional<List<Scalar>> of(String text) {
        return read(text).map(YamlScalars::scalars);
    }

    private static Optional<YamlScalars> read(String text) {
        Problems problems = new Problems();
        if (new YamlText(FILE, text, problems).root().isAbsent() || problems.errors() > 0) {
            return Optional.empty();
        }
        YamlScalars scalars = new YamlScalars(text);
        scalars.add(List.of(), new Yaml(new LoaderOptions()).compose(new StringReader(text)));
        return Optional.of(scalars);
    }

    private List<Scalar> scalars() {
        return found.stream()
                .map(each -> new Scalar(each.path(), each.node().getValue()))
                .toList();
    }

    private void add(List<String> path, Node node) {
        if (node instanceof ScalarNode scalar) {
            found.add(new Found(path, scalar));
        } else if (node instanceof SequenceNode list) {
            for (int i = 0; i < list.getValue().size(); i++) {
                add(with(path, Integer.toString(i)), list.getValue().get(i));
            }
        } else if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode key) {
                    add(with(path, key.getValue()), entry.getValueNode());
                }
            }
        }
    }

    private static List<String> with(List<String> path, String last) {
        List<String> longer = new ArrayList<>(path);
        longer.add(last);
        return Collections.unmodifiableList(longer);
    }

    /**
     * The text with some values changed.
     *
     * @param changed path → new value
     * @return empty if that cannot be done in place; then the text has to be changed by hand
     */
    public static Optional<String> change(String text, Map<List<String>, String> changed) {
        return read(text)
                .flatMap(scalars -> scalars.changed(changed))
                .filter(after -> isAsWanted(text, changed, after));
    }

    private Optional<String> changed(Map<List<String>, String> changed) {
        StringBuilder after = new StringBuilder(text);
        List<Found> backwards = found.stream()
                .filter(each -> changed.containsKey(each.path()))
                .sorted(Comparator.comparing(
                                (Found each) -> each.node().getStartMark().getIndex())
                        .reversed())
                .toList();
        for (Found each : backwards) {
            ScalarStyle style = each.node().getScalarStyle();
            if (style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED) {
                return Optional.empty();
            }
            String value = changed.getOrDefault(each.path(), "");
            int from = text.offsetByCodePoints(0, each.node().getStartMark().getIndex());
            int to = text.offsetByCodePoints(0, each.node().getEndMark().getIndex());
            boolean plain = style == ScalarStyle.PLAIN && PLAIN.matcher(value).matches();
            after.replace(from, to, plain ? value : quoted(value));
        }
        return Optional.of(after.toString());
    }

    private static String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        value.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (c == '\n') {
                quoted.append("\\n");
            } else if (Character.isISOControl(c)) {
                quoted.append("\\x%02x".formatted(c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }

    /** Whether those values have changed and no others. */
    private static boolean isAsWanted(String before, Map<List<String>, String> changed, String after) {
        Map<List<String>, String> wanted = byPath(before);
        wanted.replaceAll((path, value) -> changed.getOrDefault(path, value));
        return wanted.equals(byPath(after));
    }

    private static Map<List<String>, String> byPath(String text) {
        Map<List<String>, String> values = new LinkedHashMap<>();
        of(text).orElse(List.of()).forEach(scalar -> values.put(scalar.path(), scalar.value()));
        return values;
    }
}
