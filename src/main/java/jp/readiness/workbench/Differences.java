package jp.readiness.workbench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import jp.readiness.advice.Adviser;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Finding;
import jp.readiness.programme.Option;
import jp.readiness.programme.Parameter;
import jp.readiness.programme.Question;
import jp.readiness.programme.Text;
import jp.readiness.rulebook.RuleBook;
import jp.readiness.wording.RuleSentences;
import jp.readiness.wording.ValueWords;
import jp.readiness.wording.Words;

/** What differs between two versions of an edition, in words: rules as sentences, numbers, findings and questions. */
final class Differences {

    /** @param before empty for what is new, @param after empty for what is gone */
    record Change(What what, String name, String before, String after) {}

    enum What {
        RULE,
        PARAMETER,
        FINDING,
        QUESTION,
        EDITION
    }

    private final Words words;
    private final List<Change> changes = new ArrayList<>();

    private Differences(Words words) {
        this.words = words;
    }

    static List<Change> between(Adviser before, Adviser after, Words words) {
        Differences differences = new Differences(words);
        Edition old = before.edition();
        Edition now = after.edition();
        differences.compare(What.RULE, differences.rules(before.ruleBook()), differences.rules(after.ruleBook()));
        differences.compare(What.PARAMETER, differences.parameters(old), differences.parameters(now));
        differences.compare(What.FINDING, differences.findings(old), differences.findings(now));
        differences.compare(What.QUESTION, differences.questions(old), differences.questions(now));
        differences.compare(What.EDITION, differences.facts(old), differences.facts(now));
        return differences.changes;
    }

    private void compare(What what, Map<String, String> before, Map<String, String> after) {
        after.forEach((name, text) -> {
            String old = before.getOrDefault(name, "");
            if (!old.equals(text)) {
                changes.add(new Change(what, name, old, text));
            }
        });
        before.forEach((name, text) -> {
            if (!after.containsKey(name)) {
                changes.add(new Change(what, name, text, ""));
            }
        });
    }

    private Map<String, String> rules(RuleBook book) {
        Map<String, String> sentences = new LinkedHashMap<>();
        RuleSentences reader = new RuleSentences(book.edition(), words);
        for (int rule = 0; rule < book.rules().size(); rule++) {
            sentences.put(book.rules().get(rule).name(), reader.of(book.parts(rule)));
        }
        return sentences;
    }

    private Map<String, String> parameters(Edition edition) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Parameter parameter : edition.parameters().values()) {
            ValueWords numbers = new ValueWords(words);
            String unit = words.in(parameter.unit());
            values.put(
                    words.in(parameter.label()) + " (" + parameter.id() + ")",
                    parameter
                            .value()
                            .map(value -> numbers.number(value, unit))
                            .orElseGet(() -> parameter.table().entrySet().stream()
                                    .sorted(Map.Entry.comparingByKey())
                                    .map(entry -> entry.getKey() + " " + numbers.number(entry.getValue(), unit))
                                    .collect(Collectors.joining(", "))));
        }
        return values;
    }

    private Map<String, String> findings(Edition edition) {
        Map<String, String> said = new LinkedHashMap<>();
        for (Finding finding : edition.findings()) {
            Finding.Words all = finding.words();
            said.put(finding.id(), lines(rank(finding), all.title(), all.text(), all.met(), all.advice()));
        }
        return said;
    }

    private String rank(Finding finding) {
        String kind = RulePages.kind(finding);
        if (finding instanceof Finding.Signal signal) {
            return kind + " " + signal.weight()
                    + signal.step().map(step -> " " + step).orElse("");
        }
        return finding instanceof Finding.Strength strength
                ? kind + " " + strength.weight() + " "
                        + strength.damps().stream().sorted().toList()
                : kind;
    }

    private Map<String, String> questions(Edition edition) {
        Map<String, String> asked = new LinkedHashMap<>();
        for (Question question : edition.questions()) {
            String options = question.options().stream()
                    .map(Option::label)
                    .map(words::in)
                    .collect(Collectors.joining(" / "));
            String bounds = question.min().map(Objects::toString).orElse("")
                    + question.max().map(max -> "–" + max).orElse("");
            asked.put(question.id(), lines(bounds + options, question.label(), question.help()));
        }
        return asked;
    }

    private Map<String, String> facts(Edition edition) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("title", words.in(edition.title()));
        facts.put("summary", words.in(edition.summary()));
        facts.put("contact", words.in(edition.contact()));
        facts.put(
                "inForce",
                edition.from() + " – " + edition.to().map(Objects::toString).orElse(""));
        facts.put("bands", edition.bands().medium() + " / " + edition.bands().high());
        edition.steps().forEach(step -> facts.put("steps." + step.id(), words.in(step.title()) + " " + step.leak()));
        return facts;
    }

    /** Both languages, since either may have changed. */
    private static String lines(String first, Text... texts) {
        List<String> lines = new ArrayList<>(List.of(first));
        for (Text text : texts) {
            lines.add(text.ja());
            lines.add(text.en());
        }
        return lines.stream().filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
    }
}
