package jp.readiness.folder;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.readiness.programme.Option;
import jp.readiness.programme.Question;
import jp.readiness.programme.Question.AnsweredBy;
import jp.readiness.programme.QuestionType;
import jp.readiness.programme.Text;

/** Reads the declaration of a question. */
final class QuestionReader {

    private static final Map<String, QuestionType> TYPES = Stream.of(QuestionType.values())
            .collect(Collectors.toMap(QuestionType::yaml, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    private static final Map<String, AnsweredBy> ANSWERED_BY =
            Map.of("applicant", AnsweredBy.APPLICANT, "staff", AnsweredBy.STAFF);

    private static final Bounds EFFORT = Bounds.whole(1, 5);
    private static final Bounds TEXT_LENGTH = Bounds.whole(1, 2000);
    private static final int DEFAULT_TEXT_LENGTH = 200;
    private static final int MOST_CHOICES = 12;

    private final Optional<Set<String>> sections;

    /** @param sections ids of all sections that the question may stand in; empty if they are not known */
    QuestionReader(Optional<Set<String>> sections) {
        this.sections = sections;
    }

    Question read(Entry entry) {
        Ids.identifier(entry);
        return entry.value().as(m -> question(entry, m));
    }

    private Question question(Entry entry, Mapping m) {
        Optional<QuestionType> type = m.required("type").oneOf(TYPES);
        String section =
                m.required("section").reference(Reference.SECTION, sections).orElse("");
        Text label = m.required("label").words();
        Text help = m.optional("help").map(Value::words).orElse(Text.NONE);
        AnsweredBy answeredBy =
                m.optional("answeredBy").flatMap(v -> v.oneOf(ANSWERED_BY)).orElse(AnsweredBy.APPLICANT);
        Optional<Boolean> changeable = m.required("changeable").flag();
        int effort = effort(m, changeable);
        Range range = type.map(t -> range(m, t)).orElse(Range.NONE);
        Text unit = type.filter(QuestionType::isNumber)
                .flatMap(t -> m.optional("unit"))
                .map(Value::words)
                .orElse(Text.NONE);
        List<Option> options =
                type.filter(QuestionType::hasOptions).map(t -> options(m, t)).orElse(List.of());
        if (type.isEmpty()) {
            m.accept();
        }
        return new Question(
                entry.key(),
                type.orElse(QuestionType.TEXT),
                label,
                help,
                section,
                answeredBy,
                changeable.orElse(false),
                effort,
                range.min(),
                range.max(),
                unit,
                options,
                entry.place());
    }

    private static int effort(Mapping m, Optional<Boolean> changeable) {
        if (changeable.isEmpty()) {
            m.optional("effort");
            return 0;
        }
        if (changeable.get()) {
            return m.required("effort").number(EFFORT).intValue();
        }
        m.refuse(
                "effort",
                new Text(
                        "changeable が false の質問に effort は書けません。",
                        "A question with `changeable: false` cannot have an effort."));
        return 0;
    }

    private record Range(Optional<BigDecimal> min, Optional<BigDecimal> max) {
        static final Range NONE = new Range(Optional.empty(), Optional.empty());
    }

    private static Range range(Mapping m, QuestionType type) {
        if (type == QuestionType.TEXT) {
            BigDecimal max =
                    m.optional("max").map(v -> v.number(TEXT_LENGTH)).orElse(BigDecimal.valueOf(DEFAULT_TEXT_LENGTH));
            return new Range(Optional.empty(), Optional.of(max));
        }
        if (!type.isNumber()) {
            return Range.NONE;
        }
        Bounds bounds = type == QuestionType.WHOLE ? Bounds.EXACT_WHOLE : Bounds.EXACT;
        Value max = m.required("max");
        BigDecimal least = m.required("min").number(bounds);
        BigDecimal most = max.number(bounds);
        if (!max.isAbsent() && least.compareTo(most) > 0) {
            max.outOfRange(
                    Wording.say("min(%s)以上の数にしてください。", "It must not be less than `min` (%s).", least.toPlainString()));
        }
        return new Range(Optional.of(least), Optional.of(most));
    }

    private static List<Option> options(Mapping m, QuestionType type) {
        Value value = m.required("options");
        List<Entry> entries = value.mapping().entries();
        entries.forEach(Ids::identifier);
        Ids.distinct(entries);
        int least = type == QuestionType.CHOICE ? 2 : 1;
        boolean tooMany = type == QuestionType.CHOICES && entries.size() > MOST_CHOICES;
        if (value.isMapping() && (entries.size() < least || tooMany)) {
            value.problems()
                    .error(
                            value.owner(),
                            "OUT_OF_RANGE",
                            Wording.say("選択肢が%s個あります。", "There are %s options.", entries.size()),
                            type == QuestionType.CHOICE
                                    ? new Text("2個以上にしてください。", "There must be 2 or more.")
                                    : new Text("1個から12個までにしてください。", "There must be 1 to 12."));
        }
        List<Option> options = entries.stream()
                .map(entry -> new Option(entry.key(), entry.value().words()))
                .toList();
        SameLabel.report(entries, options.stream().map(Option::label).toList());
        return options;
    }
}
