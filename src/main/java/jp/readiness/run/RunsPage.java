package jp.readiness.run;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.readiness.account.StaffMember;
import jp.readiness.advice.Adviser;
import jp.readiness.batch.Columns;
import jp.readiness.batch.Template;
import jp.readiness.library.Library;
import jp.readiness.programme.Text;
import jp.readiness.table.Format;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Where staff have a whole file judged, watch it, and get the results. */
@Controller
@RequestMapping("/staff/runs")
class RunsPage {

    private static final String LIST = "run/list";
    private static final String ONE = "run/run";
    private static final Text NO_FILE = new Text("ファイルを選んでください。", "Choose a file.");
    private static final Text NO_PROGRAMME = new Text("支援を選んでください。", "Choose a programme.");

    private final Runs runs;
    private final RunViews views;
    private final Library library;
    private final Clock clock;

    RunsPage(Runs runs, RunViews views, Library library, Clock clock) {
        this.runs = runs;
        this.views = views;
        this.library = library;
        this.clock = clock;
    }

    @GetMapping
    String list(Locale locale, Model model) {
        return list("", List.of(), locale, model);
    }

    @PostMapping
    String take(
            @AuthenticationPrincipal StaffMember member,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String edition,
            @RequestParam(defaultValue = "") String encoding,
            @RequestParam(defaultValue = "false") boolean details,
            Locale locale,
            HttpServletResponse response,
            Model model)
            throws IOException {
        Optional<Adviser> adviser = adviser(edition);
        if (file == null || file.isEmpty() || adviser.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return list(edition, List.of(adviser.isEmpty() ? NO_PROGRAMME : NO_FILE), locale, model);
        }
        try (InputStream in = file.getInputStream()) {
            Run draft = runs.take(actor(member), adviser.get(), in, wish(file, encoding, details, locale));
            return begin(member, draft);
        } catch (RunRefused e) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return list(edition, e.texts(), locale, model);
        }
    }

    private Runs.Wish wish(MultipartFile file, String encoding, boolean details, Locale locale) {
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        return new Runs.Wish(name, LocalDate.now(clock), charset(encoding), Map.of(), details, locale);
    }

    /** A file about which nothing is to be asked is judged at once. */
    private String begin(StaffMember member, Run draft) {
        if (!runs.inspect(draft).asks()) {
            runs.start(actor(member), draft);
        }
        return to(draft);
    }

    /** The empty table of an edition, to be filled in and brought back. */
    @GetMapping("/templates/{programme}/{edition}/template.{format:csv|xlsx}")
    ResponseEntity<byte[]> template(
            @PathVariable String programme, @PathVariable String edition, @PathVariable String format, Locale locale)
            throws IOException {
        Adviser adviser = library.edition(programme, edition)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        new Template(adviser.edition(), locale).write(Format.of("." + format).orElseThrow(), file);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        Downloads.attachment(programme + "-" + edition + "." + format)
                                .toString())
                .contentType(Downloads.type(format))
                .body(file.toByteArray());
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Locale locale, Model model) {
        return one(run(id), List.of(), locale, model);
    }

    /** What changes of a page while its run goes on. */
    @GetMapping("/{id}/progress")
    String progress(@PathVariable UUID id, Locale locale, Model model) {
        one(run(id), List.of(), locale, model);
        return "run/parts :: state";
    }

    /** @param go {@code look} to look again with another encoding or other columns, else to begin */
    @PostMapping("/{id}")
    String order(
            @AuthenticationPrincipal StaffMember member,
            @PathVariable UUID id,
            @RequestParam Map<String, String> fields,
            @RequestParam(defaultValue = "") String encoding,
            @RequestParam(defaultValue = "") String go,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        Run draft = run(id);
        try {
            Optional<Charset> said = charset(encoding);
            boolean sameText = said.equals(draft.encoding());
            Run corrected = runs.correct(draft, said, sameText ? byHand(draft, fields) : Map.of());
            if (!go.equals("look") && sameText) {
                runs.start(actor(member), corrected);
            }
            return to(draft);
        } catch (RunRefused e) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return one(run(id), e.texts(), locale, model);
        }
    }

    /** Fields are numbered by column, since a header may be anything. */
    private Map<String, String> byHand(Run draft, Map<String, String> fields) {
        Map<String, String> byHand = new LinkedHashMap<>();
        for (Columns.Column column : runs.inspect(draft).columns().all()) {
            String use = fields.getOrDefault("column." + column.index(), "");
            if (!use.isEmpty() && !column.header().isEmpty()) {
                byHand.put(column.header(), use);
            }
        }
        return byHand;
    }

    @PostMapping("/{id}/cancel")
    String cancel(@AuthenticationPrincipal StaffMember member, @PathVariable UUID id) {
        Run run = run(id);
        runs.cancel(actor(member), run);
        return run.state() == Run.State.DRAFT ? "redirect:/staff/runs" : to(run);
    }

    @PostMapping("/{id}/delete")
    String delete(@AuthenticationPrincipal StaffMember member, @PathVariable UUID id) {
        runs.delete(actor(member), run(id));
        return "redirect:/staff/runs";
    }

    @GetMapping("/{id}/{part:results|rejects}.{format:csv|xlsx}")
    Object download(
            @AuthenticationPrincipal StaffMember member,
            @PathVariable UUID id,
            @PathVariable String part,
            @PathVariable String format,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        Run run = run(id);
        try {
            Path file = runs.file(
                    actor(member),
                    run,
                    Runs.Part.valueOf(part.toUpperCase(Locale.ROOT)),
                    Format.of("." + format).orElseThrow());
            return download(run, part, format, file);
        } catch (RunRefused e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return one(run, e.texts(), locale, model);
        }
    }

    private static ResponseEntity<Resource> download(Run run, String part, String format, Path file) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        Downloads.attachment(run, part, format).toString())
                .contentType(Downloads.type(format))
                .body(new FileSystemResource(file));
    }

    private String list(String edition, List<Text> problems, Locale locale, Model model) {
        model.addAttribute("page", views.list(edition, problems, locale));
        return LIST;
    }

    private String one(Run run, List<Text> problems, Locale locale, Model model) {
        model.addAttribute("page", views.one(run, problems, locale));
        return ONE;
    }

    private Run run(UUID id) {
        return runs.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Optional<Adviser> adviser(String edition) {
        String[] parts = edition.split("/", -1);
        return parts.length == 2 ? library.edition(parts[0], parts[1]) : Optional.empty();
    }

    private static Optional<Charset> charset(String name) {
        return RunViews.ENCODINGS.contains(name) ? Optional.of(Charset.forName(name)) : Optional.empty();
    }

    private static String to(Run run) {
        return "redirect:/staff/runs/" + run.id();
    }

    private static String actor(StaffMember member) {
        return member.id().toString();
    }
}
