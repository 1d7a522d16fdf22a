package jp.readiness.cohort;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.readiness.account.StaffMember;
import jp.readiness.advice.Adviser;
import jp.readiness.audit.Audit;
import jp.readiness.audit.Subject;
import jp.readiness.batch.Details;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Finding;
import jp.readiness.programme.Question;
import jp.readiness.programme.Step;
import jp.readiness.table.Format;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A cohort as a file, in the order in which its members came: the columns of a batch run, and what the staff decided. */
@Controller
class ExportController {

    private static final String IDS = " ";
    private static final int AT_ONCE = 500;

    private final Cohorts cohorts;
    private final Judging judging;
    private final Audit audit;

    ExportController(Cohorts cohorts, Judging judging, Audit audit) {
        this.cohorts = cohorts;
        this.judging = judging;
        this.audit = audit;
    }

    /** @param details whether the words, what to change and what is open are wanted too, which takes its time */
    @GetMapping("/staff/cohorts/{id}/export.{ending:csv|xlsx}")
    ResponseEntity<byte[]> export(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable UUID id,
            @PathVariable String ending,
            @RequestParam(defaultValue = "false") boolean details,
            Locale locale)
            throws IOException {
        Cohort cohort = cohorts.find(id).orElseThrow(NoSuchCohort::new);
        cohorts.judge(cohort);
        Format format = ending.equals("csv") ? Format.CSV : Format.XLSX;
        byte[] file = Download.table(rows(cohort, details, locale), format);
        audit.record(
                staff.id().toString(),
                "COHORT_EXPORTED",
                new Subject("cohort", id.toString()),
                Map.of("format", ending, "details", details));
        return Download.of(file, cohort.name() + "." + ending, format);
    }

    private List<List<String>> rows(Cohort cohort, boolean details, Locale locale) {
        Optional<Adviser> adviser = judging.adviser(cohort);
        Order order = adviser.map(Adviser::edition).map(Order::of).orElse(Order.NONE);
        List<Member> members = cohorts.members(cohort.id());
        List<List<String>> rows = new ArrayList<>();
        rows.add(header(order.steps()));
        members.forEach(member -> rows.add(row(member, order)));
        adviser.filter(edition -> details).ifPresent(edition -> addDetails(rows, members, edition, locale));
        return rows;
    }

    private static List<String> header(List<String> steps) {
        List<String> header = new ArrayList<>(List.of("line", "applicant", "verdict", "risk", "provisional"));
        steps.forEach(step -> header.add("risk." + step));
        header.addAll(List.of("unmet", "fired", "open", "asked", "decision", "ending"));
        return header;
    }

    /** @param rows the header, then a row for each member; all grow to the right */
    private void addDetails(List<List<String>> rows, List<Member> members, Adviser adviser, Locale locale) {
        Details details = new Details(adviser.edition(), locale);
        Map<UUID, List<String>> words = new HashMap<>();
        for (int from = 0; from < members.size(); from += AT_ONCE) {
            List<Member> some = members.subList(from, Math.min(members.size(), from + AT_ONCE));
            judging.inFull(adviser, some).forEach((member, said) -> words.put(member, details.row(said)));
        }
        List<String> nothing = Collections.nCopies(Details.HEADER.size(), "");
        rows.get(0).addAll(Details.HEADER);
        for (int i = 0; i < members.size(); i++) {
            rows.get(i + 1).addAll(words.getOrDefault(members.get(i).id(), nothing));
        }
    }

    /** In which order the edition names its steps and findings; a run's results follow it too. */
    private record Order(List<String> steps, List<String> findings, List<String> questions) {

        static final Order NONE = new Order(List.of(), List.of(), List.of());

        static Order of(Edition edition) {
            return new Order(
                    edition.steps().stream().map(Step::id).toList(),
                    edition.findings().stream().map(Finding::id).toList(),
                    edition.questions().stream().map(Question::id).toList());
        }

        /** What the edition does not name any more stands behind. */
        private static String ids(Set<String> said, List<String> order) {
            return Stream.concat(order.stream(), said.stream())
                    .filter(said::contains)
                    .distinct()
                    .collect(Collectors.joining(IDS));
        }
    }

    private static List<String> row(Member member, Order order) {
        List<String> cells = new ArrayList<>(List.of(Integer.toString(member.position()), member.name()));
        member.projection()
                .ifPresentOrElse(
                        said -> cells.addAll(said(said, order)),
                        () -> cells.addAll(nothing(order.steps().size())));
        cells.add(member.decision().map(Enum::name).orElse(""));
        cells.add(member.ending().map(Enum::name).orElse(""));
        return cells;
    }

    private static List<String> said(Projection said, Order order) {
        Map<String, String> bands = said.steps().stream()
                .collect(Collectors.toMap(
                        Projection.StepRisk::step, step -> step.band().name()));
        List<String> cells = new ArrayList<>(
                List.of(said.verdict().name(), said.band().name(), Boolean.toString(said.provisional())));
        order.steps().forEach(step -> cells.add(bands.getOrDefault(step, "")));
        cells.add(Order.ids(said.unmet(), order.findings()));
        cells.add(Order.ids(said.fired(), order.findings()));
        cells.add(Order.ids(said.open(), order.findings()));
        cells.add(Order.ids(said.asked(), order.questions()));
        return cells;
    }

    private static List<String> nothing(int steps) {
        return Collections.nCopies(steps + 7, "");
    }
}
