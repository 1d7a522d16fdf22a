package jp.readiness.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.readiness.folder.RulesFolderReader;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Parameter;
import jp.readiness.rulebook.Rule;
import jp.readiness.rulebook.RuleBook;
import jp.readiness.rulebook.RuleCompiler;
import jp.readiness.rulebook.RuleParts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Rules read aloud: the shipped ones, and every form that a condition can take. */
class RuleSentencesTest {

    private static final Path CACHE = Path.of("target/test-cache");
    private static List<RuleBook> shipped;

    @BeforeAll
    static void compile() {
        RuleCompiler compiler = new RuleCompiler(CACHE);
        shipped = new RulesFolderReader()
                .read(Path.of("rules")).editions().stream()
                        .map(edition -> compiler.compile(edition).ruleBook().orElseThrow())
                        .toList();
    }

    @TestFactory
    Stream<DynamicTest> every_shipped_rule_is_read_with_its_questions_numbers_and_findings() {
        return shipped.stream()
                .map(book -> DynamicTest.dynamicTest(book.edition().name(), () -> {
                    assertThat(book.rules()).isNotEmpty();
                    IntStream.range(0, book.rules().size()).forEach(rule -> {
                        names(book, rule, Locale.JAPANESE);
                        names(book, rule, Locale.ENGLISH);
                    });
                }));
    }

    private static void names(RuleBook book, int index, Locale locale) {
        Edition edition = book.edition();
        RuleParts parts = book.parts(index);
        Rule rule = book.rules().get(index);
        Words words = new Words(messages(), locale);
        String sentence = new RuleSentences(edition, words).of(parts);
        for (String question : parts.questions()) {
            assertThat(sentence)
                    .as(rule.name())
                    .contains(words.in(edition.question(question).orElseThrow().label()));
        }
        for (String id : parts.parameters()) {
            Parameter parameter = Objects.requireNonNull(edition.parameters().get(id));
            assertThat(sentence).as(rule.name()).contains(words.in(parameter.label()));
            values(parameter)
                    .forEach(value -> assertThat(sentence)
                            .as(rule.name())
                            .contains(new ValueWords(words).number(value, words.in(parameter.unit()))));
        }
        for (String finding : rule.concludes()) {
            assertThat(sentence)
                    .as(rule.name())
                    .contains(words.in(
                            edition.finding(finding).orElseThrow().words().title()));
        }
        assertThat(sentence)
                .as(rule.name())
                .endsWith(words.japanese() ? "。" : ".")
                .doesNotContain("{", "null");
    }

    private static Stream<java.math.BigDecimal> values(Parameter parameter) {
        return Stream.concat(parameter.value().stream(), parameter.table().values().stream());
    }

    @Test
    void a_changed_number_is_read_with_its_new_value() {
        RuleBook book = edition("bootcamp/2022");
        Parameter two = Objects.requireNonNull(book.edition().parameters().get("minimumParticipants"));
        Parameter three = new Parameter(
                two.id(),
                two.label(),
                two.unit(),
                java.util.Optional.of(java.math.BigDecimal.valueOf(3)),
                two.keyQuestion(),
                two.table(),
                two.citation(),
                two.confirmed(),
                two.place());
        RuleBook stricter = book.withParameters(Map.of(two.id(), three));
        int rule = index(stricter, "too-few-participants");

        assertThat(new RuleSentences(stricter.edition(), new Words(messages(), Locale.JAPANESE))
                        .of(stricter.parts(rule)))
                .isEqualTo("「何名で参加しますか」の答えが「最少参加人数」(3名)より少ないとき、必須条件「複数名での参加」を満たしません。");
        assertThat(new RuleSentences(stricter.edition(), new Words(messages(), Locale.ENGLISH))
                        .of(stricter.parts(rule)))
                .startsWith("When the answer to “How many people will take part?” is less than “")
                .endsWith("(3 people), the required condition “More than one participant” is not met.");
    }

    private static RuleBook edition(String name) {
        return shipped.stream()
                .filter(book -> book.edition().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static int index(RuleBook book, String rule) {
        return book.rules().stream().map(Rule::name).toList().indexOf(rule);
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/result");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
