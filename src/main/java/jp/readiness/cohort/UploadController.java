package jp.readiness.cohort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.readiness.account.StaffMember;
import jp.readiness.batch.Columns;
import jp.readiness.cohort.UploadStore.Problem;
import jp.readiness.cohort.UploadStore.Reject;
import jp.readiness.cohort.UploadStore.Upload;
import jp.readiness.programme.Question;
import jp.readiness.table.Format;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Bringing a file into a cohort: choosing it, saying what unknown columns are for, and what came of it. */
@Controller
@RequestMapping("/staff/cohorts/{id}/upload")
class UploadController {

    private static final List<String> CHARSETS = List.of("UTF-8", "windows-31j");
    private static final int MOST_SHOWN = 100;

    private final Cohorts cohorts;
    private final Uploads uploads;
    private final UploadStore store;
    private final Judging judging;
    private final MessageSource messages;

    UploadController(Cohorts cohorts, Uploads uploads, UploadStore store, Judging judging, MessageSource messages) {
        this.cohorts = cohorts;
        this.uploads = uploads;
        this.store = store;
        this.judging = judging;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView choose(@PathVariable UUID id) {
        return page(find(id), "");
    }

    @PostMapping
    ModelAndView receive(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable UUID id,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String charset,
            Locale locale)
            throws IOException {
        Cohort cohort = find(id);
        if (file.isEmpty()) {
            return page(cohort, messages.getMessage("cohort.upload.nothing", null, locale));
        }
        Path copy = Files.createTempFile("upload", "");
        try {
            file.transferTo(copy);
            Optional<String> chosen = Optional.of(charset).filter(CHARSETS::contains);
            UUID upload = uploads.receive(staff.id().toString(), cohort, copy, name(file), chosen);
            return proceed(staff, cohort, find(cohort, upload));
        } catch (Uploads.Refused e) {
            return page(cohort, e.text().in(locale));
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private ModelAndView proceed(StaffMember staff, Cohort cohort, Upload upload) {
        if (uploads.look(cohort, upload, Map.of()).isClear()) {
            uploads.takeIn(staff.id().toString(), cohort, upload, Map.of());
        }
        return redirect(cohort, upload);
    }

    private static String name(MultipartFile file) {
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("").replaceAll("\\p{Cntrl}", "");
        return name.substring(Math.max(0, name.length() - 255));
    }

    @GetMapping("/{upload}")
    ModelAndView show(@PathVariable UUID id, @PathVariable UUID upload, Locale locale) {
        Cohort cohort = find(id);
        Upload found = find(cohort, upload);
        return found.isDone() ? result(cohort, found) : mapping(cohort, found, Map.of(), "", locale);
    }

    /** @param sent {@code column.<index>} → what the column is for */
    @PostMapping("/{upload}")
    ModelAndView map(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable UUID id,
            @PathVariable UUID upload,
            @RequestParam Map<String, String> sent,
            Locale locale) {
        Cohort cohort = find(id);
        Upload found = find(cohort, upload);
        if (found.isDone()) {
            return redirect(cohort, found);
        }
        if (sent.containsKey("drop")) {
            store.delete(found.id());
            return new ModelAndView("redirect:/staff/cohorts/" + id + "/upload");
        }
        try {
            Map<String, String> byHand =
                    byHand(uploads.look(cohort, found, Map.of()).columns(), sent);
            if (!uploads.look(cohort, found, byHand).columns().problems().isEmpty()) {
                return mapping(cohort, found, byHand, "", locale);
            }
            uploads.takeIn(staff.id().toString(), cohort, found, byHand);
            return redirect(cohort, found);
        } catch (Uploads.Refused e) {
            return mapping(cohort, found, Map.of(), e.text().in(locale), locale);
        }
    }

    private static Map<String, String> byHand(Columns columns, Map<String, String> sent) {
        return columns.all().stream()
                .filter(column ->
                        !sent.getOrDefault("column." + column.index(), "").isEmpty())
                .collect(Collectors.toMap(
                        Columns.Column::header,
                        column -> sent.get("column." + column.index()),
                        (first, next) -> first));
    }

    private ModelAndView mapping(
            Cohort cohort, Upload upload, Map<String, String> byHand, String refused, Locale locale) {
        Uploads.Look look = uploads.look(cohort, upload, byHand);
        Map<String, Object> model = new HashMap<>();
        model.put("cohort", cohort);
        model.put("upload", upload);
        model.put("columns", look.columns().all());
        model.put("problems", look.columns().problems());
        model.put("warnings", look.columns().warnings());
        model.put("notes", look.notes());
        model.put("again", look.again().isPresent());
        model.put("byHand", byHand);
        model.put("refused", refused);
        model.put("questions", questions(cohort));
        boolean bad = !refused.isEmpty() || !byHand.isEmpty();
        return new ModelAndView("cohort/upload-columns", model, bad ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }

    private ModelAndView result(Cohort cohort, Upload upload) {
        List<Reject> rejects = store.rejects(upload.id());
        return new ModelAndView(
                "cohort/upload-result",
                Map.of(
                        "cohort", cohort,
                        "upload", upload,
                        "rejects", rejects.stream().skip(1).limit(MOST_SHOWN).toList()));
    }

    /** The rejected rows as they stood in the file, with the reasons behind them; the same file corrected can be brought again. */
    @GetMapping("/{upload}/rejects.{ending:csv|xlsx}")
    ResponseEntity<byte[]> rejects(
            @PathVariable UUID id, @PathVariable UUID upload, @PathVariable String ending, Locale locale)
            throws IOException {
        Upload found = find(find(id), upload);
        Format format = ending.equals("csv") ? Format.CSV : Format.XLSX;
        List<List<String>> rows = new ArrayList<>();
        String reasons = messages.getMessage("cohort.upload.reasons", null, locale);
        List<Reject> rejects = store.rejects(found.id());
        int width =
                rejects.stream().mapToInt(reject -> reject.cells().size()).max().orElse(0);
        for (Reject reject : rejects) {
            List<String> cells = new ArrayList<>(reject.cells());
            cells.addAll(Collections.nCopies(width - cells.size(), ""));
            cells.add(reject.line() == 0 ? reasons : said(reject, locale));
            rows.add(cells);
        }
        return Download.of(Download.table(rows, format), "rejects." + ending, format);
    }

    private static String said(Reject reject, Locale locale) {
        return reject.problems().stream().map(problem -> said(problem, locale)).collect(Collectors.joining(" / "));
    }

    private static String said(Problem problem, Locale locale) {
        String reason = problem.text().in(locale);
        return problem.column().isEmpty() ? reason : problem.column() + ": " + reason;
    }

    private ModelAndView page(Cohort cohort, String refused) {
        return new ModelAndView(
                "cohort/upload",
                Map.of(
                        "cohort", cohort,
                        "refused", refused,
                        "charsets", CHARSETS,
                        "uploads", store.all(cohort.id())),
                refused.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private List<Question> questions(Cohort cohort) {
        return judging.adviser(cohort)
                .map(adviser -> adviser.edition().questions())
                .orElse(List.of());
    }

    private static ModelAndView redirect(Cohort cohort, Upload upload) {
        return new ModelAndView("redirect:/staff/cohorts/" + cohort.id() + "/upload/" + upload.id());
    }

    private Cohort find(UUID id) {
        return cohorts.find(id).orElseThrow(NoSuchCohort::new);
    }

    private Upload find(Cohort cohort, UUID upload) {
        return store.find(cohort.id(), upload).orElseThrow(NoSuchCohort::new);
    }
}
