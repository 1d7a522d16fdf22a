package jp.readiness.batch;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Audience;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Option;
import jp.readiness.programme.Question;
import jp.readiness.programme.QuestionType;

/** Made-up answers to one question. */
interface SyntheticAnswers {

    /** Of those for whom the programme is meant, most apply. */
    double MEANT = 0.9;

    /** Each of several options that one may choose. */
    double CHOSEN = 0.35;

    double NOTED = 0.1;

    /** The next answer as the text of a cell. */
    String next(Random random);

    static SyntheticAnswers of(Edition edition, Question question) {
        return switch (question.type()) {
            case YES_NO -> yesNo(question);
            case CHOICE -> choice(edition, question);
            case CHOICES -> choices(question);
            case WHOLE, DECIMAL -> new Numbers(question, examples(edition, question));
            case TEXT -> random -> random.nextDouble() < NOTED ? "架空の回答です" : "";
        };
    }

    private static SyntheticAnswers yesNo(Question question) {
        double yes = 0.4 + Math.floorMod(question.id().hashCode(), 40) / 100.0;
        return random -> random.nextDouble() < yes ? "true" : "false";
    }

    /** Earlier options occur more often than later ones. */
    private static SyntheticAnswers choice(Edition edition, Question question) {
        List<String> all = question.options().stream().map(Option::id).toList();
        List<String> meant = edition.audience().stream()
                .filter(audience -> audience.question().equals(question.id()))
                .map(Audience::allowed)
                .findFirst()
                .map(allowed -> all.stream().filter(allowed::contains).toList())
                .orElse(all);
        return random -> {
            List<String> among = random.nextDouble() < MEANT ? meant : all;
            double skewed = random.nextDouble();
            return among.get((int) (skewed * StrictMath.sqrt(skewed) * among.size()));
        };
    }

    private static SyntheticAnswers choices(Question question) {
        List<String> all = question.options().stream().map(Option::id).toList();
        return random -> {
            StringBuilder chosen = new StringBuilder();
            for (String option : all) {
                if (random.nextDouble() < CHOSEN) {
                    chosen.append(chosen.isEmpty() ? "" : ";").append(option);
                }
            }
            return chosen.isEmpty() ? "none" : chosen.toString();
        };
    }

    private static List<BigDecimal> examples(Edition edition, Question question) {
        return edition.examples().stream()
                .flatMap(example -> example.answers().get(question.id()).stream())
                .filter(Answer.Number.class::isInstance)
                .map(answer -> ((Answer.Number) answer).value())
                .filter(value -> value.signum() > 0)
                .toList();
    }

    /** Numbers around those of the examples, as often a multiple as a fraction of them, rounded as people round. */
    final class Numbers implements SyntheticAnswers {

        private static final double SPREAD = 0.7;
        private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);
        private static final BigDecimal ROUNDED_FROM = BigDecimal.valueOf(100);

        private final List<BigDecimal> around;
        private final BigDecimal min;
        private final BigDecimal max;
        private final int scale;

        Numbers(Question question, List<BigDecimal> examples) {
            this.min = question.min().orElse(BigDecimal.ZERO);
            this.max = question.max().orElse(BigDecimal.valueOf(1_000_000));
            this.scale = question.type() == QuestionType.WHOLE ? 0 : 2;
            List<BigDecimal> found = new ArrayList<>(examples);
            if (Set.copyOf(examples).isEmpty()) {
                found.add(BigDecimal.valueOf(StrictMath.sqrt(Math.max(1, max.doubleValue()))));
            }
            this.around = List.copyOf(found);
        }

        @Override
        public String next(Random random) {
            double factor = StrictMath.exp(SPREAD * random.nextGaussian());
            BigDecimal value = BigDecimal.valueOf(
                            around.get(random.nextInt(around.size())).doubleValue() * factor)
                    .setScale(scale, RoundingMode.HALF_UP);
            if (value.compareTo(ROUNDED_FROM) >= 0) {
                value = value.round(TWO_DIGITS);
            }
            return value.max(min).min(max).stripTrailingZeros().toPlainString();
        }
    }
}
