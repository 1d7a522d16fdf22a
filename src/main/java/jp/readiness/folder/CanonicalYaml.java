package jp.readiness.folder;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The one canonical spelling of plain data, which versions are made of: text in double quotes, one value a line. */
final class CanonicalYaml {

    private CanonicalYaml() {}

    /** @param content mappings, lists, text, numbers and yes or no */
    static String of(Map<String, Object> content) {
        DumperOptions options = new DumperOptions();
        options.setLineBreak(DumperOptions.LineBreak.UNIX);
        options.setSplitLines(false);
        options.setAllowUnicode(true);
        options.setDefaultFlowStyle(FlowStyle.BLOCK);
        StringWriter writer = new StringWriter();
        new Yaml(options).serialize(node(content), writer);
        return writer.toString();
    }

    private static Node node(Object value) {
        if (value instanceof Map<?, ?> map) {
            List<NodeTuple> pairs = new ArrayList<>();
            map.forEach((key, item) -> pairs.add(new NodeTuple(node(key), node(item))));
            return new MappingNode(Tag.MAP, pairs, FlowStyle.BLOCK);
        }
        if (value instanceof List<?> list) {
            List<Node> items = list.stream().map(CanonicalYaml::node).toList();
            return new SequenceNode(Tag.SEQ, items, FlowStyle.BLOCK);
        }
        if (value instanceof BigDecimal number) {
            return scalar(number.scale() > 0 ? Tag.FLOAT : Tag.INT, number.toPlainString(), ScalarStyle.PLAIN);
        }
        return value instanceof Boolean flag
                ? scalar(Tag.BOOL, flag.toString(), ScalarStyle.PLAIN)
                : scalar(Tag.STR, value.toString(), ScalarStyle.DOUBLE_QUOTED);
    }

    private static Node scalar(Tag tag, String text, ScalarStyle style) {
        return new ScalarNode(tag, text, null, null, style);
    }
}
