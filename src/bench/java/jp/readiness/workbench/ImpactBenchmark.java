package jp.readiness.workbench;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import jp.readiness.ReadinessAdvisor;
import jp.readiness.advice.Adviser;
import jp.readiness.answers.AnswerReader;
import jp.readiness.check.Impact;
import jp.readiness.cohort.Cohort;
import jp.readiness.cohort.Cohorts;
import jp.readiness.cohort.Origin;
import jp.readiness.library.Library;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Parameter;
import jp.readiness.programme.Question;
import jp.readiness.programme.QuestionType;
import jp.readiness.rulebook.Spread;
import jp.readiness.screening.AnswerSheets.NewSheet;
import jp.readiness.workbench.LongRuns.Run;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A draft of the shipped boot camp held against 10,000 stored applicants, as its page does it, beside judging the same
 * applicants by one version with their answers at hand.
 */
public final class ImpactBenchmark {

    private static final int ROUNDS = Integer.getInteger("rounds", 7);
    private static final int APPLICANTS = 10_000;
    private static final LocalDate DAY = LocalDate.of(2022, 6, 1);

    private final Cohorts cohorts;
    private final ImpactRuns runs;
    private final Adviser live;
    private final Adviser draft;
    private final Cohort cohort;
    private final List<Answers> answers = new ArrayList<>();

    private ImpactBenchmark(ConfigurableApplicationContext server) {
        this.cohorts = server.getBean(Cohorts.class);
        this.runs = server.getBean(ImpactRuns.class);
        this.live = server.getBean(Library.class).edition("bootcamp", "2022").orElseThrow();
        Parameter minimum = Objects.requireNonNull(live.edition().parameters().get("minimumParticipants"));
        this.draft = new Adviser(
                live.ruleBook().withParameters(Map.of(minimum.id(), minimum.withValue(BigDecimal.valueOf(3)))));
        this.cohort = cohorts.create(
                "system",
                new Cohort.Plan("bootcamp", "2022", "bench", Optional.empty(), Origin.SYNTHETIC, Optional.empty()));
    }

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("bench");
        try (ConfigurableApplicationContext server = SpringApplication.run(
                ReadinessAdvisor.class,
                "--server.port=0",
                "--spring.main.banner-mode=off",
                "--logging.level.root=warn",
                "--readiness.cache-dir=target/bench-rules",
                "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("data"))) {
            new ImpactBenchmark(server).run();
        }
    }

    private void run() {
        Random random = new Random(1);
        for (int i = 0; i < APPLICANTS; i++) {
            answers.add(sheet(random));
        }
        cohorts.add(
                "system",
                cohort,
                answers.stream()
                        .map(sheet -> new NewSheet(sheet, Optional.empty()))
                        .toList());
        System.out.println("\n| 10,000 applicants | seconds | of the bare evaluation |\n|---|---:|---:|");
        double[] bare = new double[ROUNDS];
        double[] both = new double[ROUNDS];
        double[] read = new double[ROUNDS];
        double[] whole = new double[ROUNDS];
        for (int round = -3; round < ROUNDS; round++) {
            double[] times = {
                seconds(this::judge), seconds(this::compare), seconds(this::readAll), seconds(this::asThePageDoes)
            };
            if (round >= 0) {
                bare[round] = times[0];
                both[round] = times[1];
                read[round] = times[2];
                whole[round] = times[3];
            }
        }
        print("judged by one version, answers at hand", bare, bare);
        print("held against two versions, answers at hand", both, bare);
        print("read from the database", read, bare);
        print("the impact of a draft, as its page does it", whole, bare);
    }

    private static void print(String what, double[] times, double[] bare) {
        System.out.printf(Locale.ROOT, "| %s | %s | %s |%n", what, Spread.of(times), Spread.ofRatios(times, bare));
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private void judge() {
        for (Answers sheet : answers) {
            live.brief(sheet, DAY);
        }
    }

    private void compare() {
        Impact impact = new Impact(live, draft, DAY);
        for (Answers sheet : answers) {
            impact.compare(sheet, sheet);
        }
    }

    private void readAll() {
        AnswerReader reader = new AnswerReader();
        cohorts.eachApplicant(
                cohort.id(), applicant -> reader.sheet(live.edition().questions(), applicant.values()));
    }

    private void asThePageDoes() {
        Run<ImpactResult> run = runs.start(cohort, live, draft);
        run.await(Duration.ofMinutes(1));
        if (run.result().orElseThrow().counts().applicants() != APPLICANTS) {
            throw new IllegalStateException("not everybody was judged");
        }
    }

    /** A seventh of the questions open. */
    private Answers sheet(Random random) {
        Answers sheet = Answers.NONE;
        for (Question question : live.edition().questions()) {
            if (random.nextInt(7) > 0 && question.type() != QuestionType.TEXT) {
                sheet = sheet.with(question.id(), answer(question, random));
            }
        }
        return sheet;
    }

    private static Answer answer(Question question, Random random) {
        return switch (question.type()) {
            case YES_NO -> new Answer.YesNo(random.nextBoolean());
            case WHOLE, DECIMAL -> Answer.Number.of(question.min().orElseThrow().longValue() + random.nextInt(6));
            case CHOICE -> new Answer.Choice(option(question, random));
            default -> new Answer.Choices(Set.of(option(question, random)));
        };
    }

    private static String option(Question question, Random random) {
        return question.options().get(random.nextInt(question.options().size())).id();
    }
}
