package jp.readiness.outcome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.readiness.account.StaffMember;
import jp.readiness.advice.Adviser;
import jp.readiness.cohort.Cohort;
import jp.readiness.cohort.Cohorts;
import jp.readiness.cohort.Member;
import jp.readiness.library.Library;
import jp.readiness.programme.Edition;
import jp.readiness.table.Format;
import jp.readiness.table.TableProblem;
import jp.readiness.table.TableWriter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Outcomes of a cohort as a file: a template with what is known already, and the way back in. */
@Controller
@RequestMapping("/staff/cohorts/{cohort}/outcomes/file")
class OutcomeFileController {

    /** More than anybody reads on a page. */
    private static final int SHOWN = 200;

    private final Cohorts cohorts;
    private final Outcomes outcomes;
    private final Library library;

    OutcomeFileController(Cohorts cohorts, Outcomes outcomes, Library library) {
        this.cohorts = cohorts;
        this.outcomes = outcomes;
        this.library = library;
    }

    @GetMapping
    ResponseEntity<byte[]> template(@PathVariable UUID cohort, @RequestParam(defaultValue = "csv") String format)
            throws IOException {
        Cohort of = cohort(cohort);
        Format kind = Format.of("." + format).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        Path file = Files.createTempFile("outcomes-", "." + format);
        try {
            Files.delete(file);
            write(of, kind, file);
            return ResponseEntity.ok()
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename("outcomes." + kind.name().toLowerCase(Locale.ROOT))
                                    .build()
                                    .toString())
                    .contentType(
                            kind == Format.CSV
                                    ? MediaType.valueOf("text/csv;charset=UTF-8")
                                    : MediaType.APPLICATION_OCTET_STREAM)
                    .body(Files.readAllBytes(file));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void write(Cohort cohort, Format kind, Path file) throws IOException {
        Map<UUID, Noted> noted = outcomes.latest(cohort.id());
        try (TableWriter writer = TableWriter.open(file, kind)) {
            writer.write(List.of("id", "applicant", "outcome", "step", "reason"));
            for (Member member : cohorts.members(cohort.id())) {
                Result result = Optional.ofNullable(noted.get(member.id()))
                        .map(Noted::result)
                        .orElse(Result.OPEN);
                writer.write(List.of(
                        member.id().toString(),
                        member.name(),
                        result.isKnown() ? result.state().name() : "",
                        result.step().orElse(""),
                        result.finding().orElse(result.reason())));
            }
        }
    }

    @PostMapping
    ModelAndView take(
            @PathVariable UUID cohort, @RequestParam MultipartFile file, @AuthenticationPrincipal StaffMember staff)
            throws IOException {
        Cohort into = cohort(cohort);
        Path kept = Files.createTempFile("outcomes-", ".upload");
        try {
            file.transferTo(kept);
            OutcomeFile.Read read = OutcomeFile.read(kept, edition(into), cohorts.members(cohort));
            int saved = outcomes.noteAll(staff.id().toString(), into, read.results());
            return new ModelAndView(
                    "outcome/outcome-file",
                    Map.of(
                            "cohort",
                            into,
                            "saved",
                            saved,
                            "same",
                            read.results().size() - saved,
                            "empty",
                            read.empty(),
                            "problems",
                            read.problems()
                                    .subList(0, Math.min(SHOWN, read.problems().size())),
                            "rejected",
                            read.problems().size()),
                    read.problems().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (TableProblem e) {
            return new ModelAndView(
                    "outcome/outcome-file",
                    Map.of(
                            "cohort", into,
                            "saved", 0,
                            "same", 0,
                            "empty", 0,
                            "problems", List.of(),
                            "rejected", 0,
                            "unreadable", e.text()),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        } finally {
            Files.deleteIfExists(kept);
        }
    }

    private Cohort cohort(UUID id) {
        return cohorts.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Edition edition(Cohort cohort) {
        return library.edition(cohort.programme(), cohort.edition())
                .map(Adviser::edition)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
