package jp.readiness.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.readiness.programme.Text;
import tools.jackson.databind.JsonNode;

/** Where two JSON documents differ. */
final class JsonDifference {

    private static final int MOST = 20;

    private final List<Text> found = new ArrayList<>();

    private JsonDifference() {}

    /** One line for each value that differs, by its path; the first few. Never empty: texts may differ in form alone. */
    static List<Text> between(JsonNode before, JsonNode after) {
        JsonDifference difference = new JsonDifference();
        difference.compare("", before, after);
        if (difference.found.isEmpty()) {
            difference.found.add(new Text("書き方だけが違います。", "only the way it is written differs."));
        }
        return difference.found.stream().limit(MOST).toList();
    }

    private void compare(String path, JsonNode before, JsonNode after) {
        if (before.isObject() && after.isObject()) {
            Set<String> names = new TreeSet<>(before.propertyNames());
            names.addAll(after.propertyNames());
            names.forEach(
                    name -> compare(path.isEmpty() ? name : path + "." + name, before.path(name), after.path(name)));
        } else if (before.isArray() && after.isArray()) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                compare(path + "[" + i + "]", before.path(i), after.path(i));
            }
        } else if (!before.equals(after)) {
            String line = path + ": " + shown(before) + " → " + shown(after);
            found.add(new Text(line, line));
        }
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() ? "–" : value.toString();
    }
}
