package jp.readiness.matching;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jp.readiness.account.StaffMember;
import jp.readiness.advice.Fit;
import jp.readiness.advice.Matcher;
import jp.readiness.audit.Audit;
import jp.readiness.audit.Subject;
import jp.readiness.library.Library;
import jp.readiness.library.NotInLibrary;
import jp.readiness.programme.Match;
import jp.readiness.programme.Side;
import jp.readiness.table.Format;
import jp.readiness.table.TableWriter;
import org.springframework.core.io.ByteArrayResource;
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

/** Staff pick a match and see who goes together, of what was handed in or of two files. Files are not kept. */
@Controller
@RequestMapping("/staff/matches")
class MatchesController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Library library;
    private final StoredLists stored;
    private final Audit audit;
    private final Clock clock;

    MatchesController(Library library, StoredLists stored, Audit audit, Clock clock) {
        this.library = library;
        this.stored = stored;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param lefts how many were handed in */
    record Row(String id, String title, String summary, String left, long lefts, String right, long rights) {}

    @GetMapping
    ModelAndView list(Locale locale) {
        List<Row> rows = library.matches(LocalDate.now(clock)).stream()
                .map(matcher -> row(matcher.match(), locale))
                .toList();
        return new ModelAndView("matching/list", Map.of("rows", rows));
    }

    private Row row(Match match, Locale locale) {
        return new Row(
                match.edition().programme(),
                match.edition().title().in(locale),
                match.edition().summary().in(locale),
                match.left().label().in(locale),
                stored.count(match.left()),
                match.right().label().in(locale),
                stored.count(match.right()));
    }

    /** Of what was handed in. */
    @GetMapping("/{id}")
    ModelAndView show(
            @AuthenticationPrincipal StaffMember member,
            @PathVariable String id,
            @RequestParam(defaultValue = "left") String by,
            @RequestParam(defaultValue = "1") int page,
            Locale locale) {
        Matcher matcher = matcher(id);
        trace(member, "PAIRS_VIEWED", id);
        MatchPages pages = new MatchPages(
                matcher,
                stored.of(matcher.match().left()),
                stored.of(matcher.match().right()),
                true,
                locale);
        return view(matcher, Optional.of(pages.page(!by.equals("right"), page)), List.of(), locale, HttpStatus.OK);
    }

    @GetMapping("/{id}/pairs.csv")
    ResponseEntity<ByteArrayResource> export(
            @AuthenticationPrincipal StaffMember member, @PathVariable String id, Locale locale) throws IOException {
        Matcher matcher = matcher(id);
        trace(member, "PAIRS_EXPORTED", id);
        return csv(
                matcher,
                stored.of(matcher.match().left()),
                stored.of(matcher.match().right()),
                locale);
    }

    /** Of two files, to be seen or to be taken away at once. */
    @PostMapping("/{id}/files")
    Object files(
            @PathVariable String id,
            @RequestParam MultipartFile left,
            @RequestParam MultipartFile right,
            @RequestParam(defaultValue = "left") String by,
            @RequestParam(defaultValue = "show") String as,
            Locale locale)
            throws IOException {
        Matcher matcher = matcher(id);
        try {
            SheetList lefts = read(left, matcher.match().left());
            SheetList rights = read(right, matcher.match().right());
            if (as.equals("csv")) {
                return csv(matcher, lefts, rights, locale);
            }
            MatchPages pages = new MatchPages(matcher, lefts, rights, false, locale);
            return view(matcher, Optional.of(pages.page(!by.equals("right"), 1)), List.of(), locale, HttpStatus.OK);
        } catch (BadList e) {
            List<String> problems =
                    e.texts().stream().map(text -> text.in(locale)).toList();
            return view(matcher, Optional.empty(), problems, locale, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static SheetList read(MultipartFile upload, Side side) throws IOException {
        Path file = Files.createTempFile("match", ".upload");
        try {
            upload.transferTo(file);
            return SheetFile.read(file, side, Optional.empty(), StoredLists.MOST);
        } catch (BadList e) {
            throw e.in(side.label());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Whoever sees pairs sees the answers of many applicants. */
    private void trace(StaffMember member, String action, String match) {
        audit.record(member.id().toString(), action, new Subject("match", match), Map.of());
    }

    private Matcher matcher(String id) {
        try {
            return library.match(id, LocalDate.now(clock));
        } catch (NotInLibrary e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private static ModelAndView view(
            Matcher matcher, Optional<MatchPage> page, List<String> problems, Locale locale, HttpStatus status) {
        Match match = matcher.match();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("id", match.edition().programme());
        model.put("name", match.edition().title().in(locale));
        model.put("summary", match.edition().summary().in(locale));
        model.put("left", match.left().label().in(locale));
        model.put("right", match.right().label().in(locale));
        page.ifPresent(shown -> model.put("page", shown));
        model.put("problems", problems);
        return new ModelAndView("matching/match", model, status);
    }

    private static ResponseEntity<ByteArrayResource> csv(
            Matcher matcher, SheetList left, SheetList right, Locale locale) throws IOException {
        Path file = Files.createTempFile("match", ".csv");
        try {
            try (TableWriter table = TableWriter.open(file, Format.CSV)) {
                new PairTable(matcher, locale)
                        .write(
                                table,
                                matcher.rank(left.answers(), right.answers(), EnumSet.of(Fit.FITS, Fit.OPEN)),
                                left,
                                right);
            }
            String name = "pairs-" + matcher.match().edition().programme() + ".csv";
            return ResponseEntity.ok()
                    .contentType(CSV)
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename(name, StandardCharsets.UTF_8)
                                    .build()
                                    .toString())
                    .body(new ByteArrayResource(Files.readAllBytes(file)));
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
