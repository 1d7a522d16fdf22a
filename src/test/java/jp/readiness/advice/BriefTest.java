package jp.readiness.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import jp.readiness.folder.RulesFolderReader;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Question;
import jp.readiness.rulebook.RuleCompiler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BriefTest {

    private static final LocalDate DAY = LocalDate.of(2022, 6, 1);
    private static final int SHEETS = 100;

    static Stream<Edition> editions() {
        return new RulesFolderReader().read(Path.of("rules")).editions().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("editions")
    void a_brief_says_what_the_assessment_says(Edition edition) {
        Adviser adviser = new Adviser(new RuleCompiler(Path.of("target/test-cache"))
                .compile(edition)
                .ruleBook()
                .orElseThrow());
        Briefs briefs = adviser.briefs(DAY);
        LikelySheets sheets = new LikelySheets(edition, 5);
        for (int i = 0; i < SHEETS; i++) {
            Answers sheet = sheets.next();
            Brief expected = Brief.of(adviser.assess(sheet, DAY));

            assertThat(adviser.brief(sheet, DAY)).isEqualTo(expected);
            assertThat(briefs.of(inOrder(edition.questions(), sheet))).isEqualTo(expected);
        }
    }

    private static @Nullable Answer[] inOrder(List<Question> questions, Answers sheet) {
        return questions.stream()
                .map(question -> sheet.get(question.id()).orElse(null))
                .toArray(Answer[]::new);
    }
}
