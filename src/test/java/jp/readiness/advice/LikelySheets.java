package jp.readiness.advice;

import java.util.List;
import java.util.Random;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Audience;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Question;

/** Answer sheets as applicants of an edition might hand them in: its examples, with some answers replaced or left open. */
final class LikelySheets {

    private final Edition edition;
    private final Random random;

    LikelySheets(Edition edition, long seed) {
        this.edition = edition;
        this.random = new Random(seed);
    }

    Answers next() {
        double replaced = random.nextDouble();
        double open = random.nextBoolean() ? 0 : random.nextDouble() / 2;
        Answers sheet = edition.examples().isEmpty()
                ? Answers.NONE
                : any(edition.examples()).answers();
        for (Question question : edition.questions()) {
            if (random.nextDouble() < replaced) {
                sheet = sheet.with(question.id(), any(AllAnswers.of(edition, question)));
            }
            if (random.nextDouble() < open) {
                sheet = sheet.without(question.id());
            }
        }
        return mostlyMeant(sheet);
    }

    /** Most of those who apply are those whom the programme is for. */
    private Answers mostlyMeant(Answers sheet) {
        Answers meant = sheet;
        for (Audience audience : edition.audience()) {
            if (random.nextInt(5) > 0) {
                List<String> allowed = audience.allowed().stream().sorted().toList();
                meant = meant.with(audience.question(), new Answer.Choice(any(allowed)));
            }
        }
        return meant;
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
