package jp.readiness.cohort;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.readiness.account.StaffMember;
import jp.readiness.audit.Audit;
import jp.readiness.audit.Subject;
import jp.readiness.programme.Step;
import jp.readiness.table.Format;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A cohort as a file, in the order in which its members came: the columns of a batch run, and what the staff decided. */
@Controller
class ExportController {

    private static final String IDS = " ";

    private final Cohorts cohorts;
    private final Judging judging;
    private final Audit audit;

    ExportController(Cohorts cohorts, Judging judging, Audit audit) {
        this.cohorts = cohorts;
        this.judging = judging;
        this.audit = audit;
    }

    @GetMapping("/staff/cohorts/{id}/export.{ending:csv|xlsx}")
    ResponseEntity<byte[]> export(
            @AuthenticationPrincipal StaffMember staff, @PathVariable UUID id, @PathVariable String ending)
            throws IOException {
        Cohort cohort = cohorts.find(id).orElseThrow(NoSuchCohort::new);
        cohorts.judge(cohort);
        Format format = ending.equals("csv") ? Format.CSV : Format.XLSX;
        byte[] file = Download.table(rows(cohort), format);
        audit.record(
                staff.id().toString(),
                "COHORT_EXPORTED",
                new Subject("cohort", id.toString()),
                Map.of("format", ending));
        return Download.of(file, cohort.name() + "." + ending, format);
    }

    private List<List<String>> rows(Cohort cohort) {
        List<String> steps = judging.adviser(cohort).stream()
                .flatMap(adviser -> adviser.edition().steps().stream())
                .map(Step::id)
                .toList();
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("line", "applicant", "verdict", "risk", "provisional"));
        steps.forEach(step -> header.add("risk." + step));
        header.addAll(List.of("unmet", "fired", "open", "asked", "decision"));
        rows.add(header);
        cohorts.members(cohort.id()).forEach(member -> rows.add(row(member, steps)));
        return rows;
    }

    private static List<String> row(Member member, List<String> steps) {
        List<String> cells = new ArrayList<>(List.of(Integer.toString(member.position()), member.name()));
        member.projection()
                .ifPresentOrElse(said -> cells.addAll(said(said, steps)), () -> cells.addAll(nothing(steps.size())));
        cells.add(member.decision().map(Enum::name).orElse(""));
        return cells;
    }

    private static List<String> said(Projection said, List<String> steps) {
        Map<String, String> bands = said.steps().stream()
                .collect(Collectors.toMap(
                        Projection.StepRisk::step, step -> step.band().name()));
        List<String> cells = new ArrayList<>(
                List.of(said.verdict().name(), said.band().name(), Boolean.toString(said.provisional())));
        steps.forEach(step -> cells.add(bands.getOrDefault(step, "")));
        cells.add(String.join(IDS, said.unmet()));
        cells.add(String.join(IDS, said.fired()));
        cells.add(String.join(IDS, said.open()));
        cells.add(String.join(IDS, said.asked()));
        return cells;
    }

    private static List<String> nothing(int steps) {
        return Collections.nCopies(steps + 7, "");
    }
}
