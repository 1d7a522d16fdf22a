package jp.readiness.folder;

import java.util.List;
import java.util.Optional;
import jp.readiness.programme.Place;
import jp.readiness.programme.Text;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says in plain words what the YAML parser stumbled over, where the author should look. */
final class SyntaxError {

    /**
     * @param sign words of the parser by which the case is known
     * @param begins whether the mistake is where the thing began; the parser gives up later, often lines below
     */
    private record Case(String sign, boolean begins, Text message, Text hint) {}

    private static final List<Case> CASES = List.of(
            new Case(
                    "(TAB)",
                    false,
                    new Text("タブ文字は使えません。", "A tab cannot stand here."),
                    new Text("字下げは半角スペースで書いてください。", "Please indent with spaces.")),
            new Case(
                    "while scanning a quoted scalar",
                    true,
                    new Text("引用符が閉じていません。", "A quotation mark is never closed."),
                    new Text("同じ引用符で閉じてください。", "Please close it with the same mark.")),
            new Case(
                    "while scanning a double-quoted scalar",
                    false,
                    new Text("「\\」に続く文字が正しくありません。", "The character after `\\` is not a known escape."),
                    new Text(
                            "「\\」そのものを書くときは「\\\\」とするか、'…' で囲んでください。",
                            "For a plain `\\` write `\\\\`, or put the text in '…'.")),
            new Case(
                    "while parsing a flow mapping",
                    true,
                    new Text("{ … } の中で、カンマか閉じかっこが足りません。", "A comma or the closing } is missing in { … }."),
                    new Text(
                            "「,」で区切り、最後に「}」を書いてください。「,」や「?」を含む文は引用符で囲みます。",
                            "Separate with `,` and close with `}`; a sentence with `,` or `?` in it needs quotes.")),
            new Case(
                    "while parsing a flow sequence",
                    true,
                    new Text("[ … ] の中で、カンマか閉じかっこが足りません。", "A comma or the closing ] is missing in [ … ]."),
                    new Text("「,」で区切り、最後に「]」を書いてください。", "Separate with `,` and close with `]`.")),
            new Case(
                    "mapping values are not allowed here",
                    false,
                    new Text("ここに「:」は書けません。", "A `:` cannot stand here."),
                    new Text(
                            "前の行の「:」と、字下げを確かめてください。「: 」を含む文は引用符で囲みます。",
                            "Check the `:` of the line before and the indentation; a sentence with `: ` in it needs quotes.")),
            new Case(
                    "could not find expected ':'",
                    true,
                    new Text("項目名のあとに「:」がありません。", "There is no `:` after the name."),
                    new Text(
                            "「項目名: 値」のように、半角の「:」とスペースを書いてください。",
                            "Write `name: value`, with a half-width colon and a space.")),
            new Case(
                    "while parsing a block",
                    false,
                    new Text("字下げが前の行とそろっていません。", "The indentation does not fit the lines before."),
                    new Text(
                            "同じ段の項目は、同じ数の半角スペースで字下げしてください。",
                            "Indent what belongs together by the same number of spaces.")),
            new Case(
                    "that cannot start any token",
                    false,
                    new Text("値をこの文字で始めることはできません。", "A value cannot begin with this character."),
                    new Text("値を引用符で囲んでください。", "Please put the value in quotes.")));

    private static final Case OTHER = new Case(
            "",
            false,
            new Text("YAML の書き方が正しくありません。", "This is not written as YAML."),
            new Text("かっこ、引用符、字下げを確かめてください。", "Check brackets, quotes and indentation."));

    private static final Text FULL_WIDTH_COLON = new Text(
            "もしかして全角の「：」を使っていませんか。項目名のあとは、半角の「:」とスペースです。",
            "Maybe the full-width `：` should be a plain `:` with a space.");

    private SyntaxError() {}

    static void report(MarkedYAMLException error, YamlText yaml) {
        String words = error.getContext() + "\n" + error.getProblem();
        Case found = CASES.stream()
                .filter(known -> words.contains(known.sign()))
                .findFirst()
                .orElse(OTHER);
        Place place = place(error, found, yaml);
        Text hint = yaml.line(place.line()).contains("：") ? FULL_WIDTH_COLON : found.hint();
        yaml.problems().error(place, "YAML_SYNTAX", found.message(), hint);
    }

    private static Place place(MarkedYAMLException error, Case found, YamlText yaml) {
        Optional<Place> began = Optional.ofNullable(error.getContextMark()).map(yaml::place);
        Optional<Place> stopped = Optional.ofNullable(error.getProblemMark()).map(yaml::place);
        boolean ranOn = began.isPresent()
                && stopped.isPresent()
                && began.get().line() < stopped.get().line();
        return (found.begins() && ranOn ? began : stopped.or(() -> began)).orElse(yaml.start());
    }
}
