package jp.readiness.folder;

import java.io.StringReader;
import java.util.Optional;
import jp.readiness.programme.Place;
import jp.readiness.programme.Text;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Parses one YAML text down to nodes, each of which knows its line and column. What YAML can do beyond plain data
 * (anchors, aliases, type tags, several documents in a file) is refused: policy staff do not need it, and attacks do.
 */
final class YamlText {

    private static final int DEEPEST = 20;

    private final String file;
    private final String text;
    private final Problems problems;

    YamlText(String file, String text, Problems problems) {
        this.file = file;
        this.text = text;
        this.problems = problems;
    }

    /** The root; an absent value if there is none, which is then a problem. */
    Value root() {
        return new Value(this, parsed().orElse(null), start(), start());
    }

    Problems problems() {
        return problems;
    }

    Place start() {
        return new Place(file, 1, 1);
    }

    /** @param number from 1 */
    String line(int number) {
        return text.lines().skip(number - 1L).findFirst().orElse("");
    }

    Place place(Mark mark) {
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private Optional<Node> parsed() {
        try {
            return isPlainData() ? composed() : Optional.empty();
        } catch (MarkedYAMLException e) {
            SyntaxError.report(e, this);
        } catch (YAMLException e) {
            problems.error(
                    new Place(file, 1, 1), "YAML_SYNTAX", new Text("YAML として読めません。", "This cannot be read as YAML."));
        }
        return Optional.empty();
    }

    private Optional<Node> composed() {
        Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
        if (root == null) {
            problems.error(start(), "EMPTY_FILE", new Text("ファイルに内容がありません。", "There is nothing in the file."));
        }
        return Optional.ofNullable(root);
    }

    private boolean isPlainData() {
        int depth = 0;
        int documents = 0;
        int errorsBefore = problems.errors();
        for (Event event : new Yaml(new LoaderOptions()).parse(new StringReader(text))) {
            documents += event instanceof DocumentStartEvent ? 1 : 0;
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > DEEPEST || documents > 1) {
                refuse(event, documents > 1 ? SECOND_DOCUMENT : TOO_DEEP);
                return false;
            }
            if (event instanceof NodeEvent node && (event instanceof AliasEvent || node.getAnchor() != null)) {
                refuse(event, ALIAS);
            } else if (hasTag(event)) {
                refuse(event, TAG);
            }
        }
        return problems.errors() == errorsBefore;
    }

    private static boolean hasTag(Event event) {
        return event instanceof ScalarEvent scalar && scalar.getTag() != null
                || event instanceof CollectionStartEvent collection && collection.getTag() != null;
    }

    private void refuse(Event event, Text message) {
        problems.error(place(event.getStartMark()), "YAML_FEATURE", message);
    }

    private static final Text TOO_DEEP =
            new Text("入れ子が深すぎます(" + DEEPEST + "段まで)。", "This is nested too deeply (at most " + DEEPEST + " levels).");
    private static final Text SECOND_DOCUMENT = new Text(
            "「---」で区切られた2つ目の文書があります。1つのファイルには1つだけ書いてください。",
            "A second document begins here with `---`. Please keep one in each file.");
    private static final Text ALIAS = new Text(
            "「&」や「*」で始まる書き方(アンカーとエイリアス)は使えません。文字として使うときは引用符で囲んでください。",
            "Words that begin with `&` or `*` (anchors and aliases) cannot be used. As text they need quotes.");
    private static final Text TAG = new Text(
            "「!」で始まる書き方(型の指定)は使えません。文字として使うときは引用符で囲んでください。",
            "Words that begin with `!` (type tags) cannot be used. As text they need quotes.");
}
