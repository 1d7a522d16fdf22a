package jp.readiness.advice;

import java.util.Set;
import java.util.TreeSet;
import jp.readiness.advice.Assessment.State;

/** What a sheet fails: required criteria by their id, audiences by their question. */
final class Failed {

    private Failed() {}

    static Set<String> of(Assessment assessment) {
        Set<String> failed = new TreeSet<>();
        assessment.findings().stream()
                .filter(finding -> finding.required() && finding.state() == State.UNMET)
                .forEach(finding -> failed.add(finding.id()));
        assessment.notFor().forEach(exclusion -> exclusion.question().ifPresent(failed::add));
        return failed;
    }
}
