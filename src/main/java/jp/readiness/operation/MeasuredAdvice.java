package jp.readiness.operation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.LocalDate;
import jp.readiness.advice.Adviser;
import jp.readiness.advice.Assessment;
import jp.readiness.programme.Answers;
import org.springframework.stereotype.Service;

/** Gives advice and counts it: the timer {@code readiness.assessments} by programme, edition and verdict. */
@Service
public class MeasuredAdvice {

    private final MeterRegistry meters;

    MeasuredAdvice(MeterRegistry meters) {
        this.meters = meters;
    }

    /** The same as {@link Adviser#assess}. No answer and no name gets into a metric. */
    public Assessment assess(Adviser adviser, Answers answers, LocalDate asOf) {
        Timer.Sample started = Timer.start(meters);
        Assessment assessment = adviser.assess(answers, asOf);
        started.stop(Timer.builder("readiness.assessments")
                .description("Assessments given")
                .tag("programme", assessment.programme())
                .tag("edition", assessment.edition())
                .tag("verdict", assessment.verdict().name())
                .register(meters));
        return assessment;
    }
}
