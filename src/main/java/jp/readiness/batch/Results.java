package jp.readiness.batch;

import java.util.ArrayList;
import java.util.List;
import jp.readiness.advice.Brief;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Step;

/** The columns of the results: who, verdict, bands and the ids of findings. */
final class Results {

    private static final String IDS = " ";

    private Results() {}

    static List<String> header(Edition edition) {
        List<String> header = new ArrayList<>(List.of("line", "applicant", "verdict", "risk", "provisional"));
        edition.steps().stream().map(Step::id).forEach(step -> header.add("risk." + step));
        header.addAll(List.of("unmet", "fired", "open"));
        return header;
    }

    static List<String> row(ReadRow row, Brief brief) {
        List<String> cells = new ArrayList<>(8 + brief.steps().size());
        cells.add(Long.toString(row.line()));
        cells.add(row.applicant().orElse(""));
        cells.add(brief.verdict().name());
        cells.add(brief.overall().band().name());
        cells.add(Boolean.toString(brief.overall().provisional()));
        for (Brief.Estimate step : brief.steps()) {
            cells.add(step.band().name());
        }
        cells.add(String.join(IDS, brief.unmet()));
        cells.add(String.join(IDS, brief.fired()));
        cells.add(String.join(IDS, brief.open()));
        return cells;
    }
}
