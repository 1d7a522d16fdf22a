package jp.readiness.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.readiness.account.StaffMember;
import jp.readiness.advice.Adviser;
import jp.readiness.library.Library;
import jp.readiness.programme.Text;
import jp.readiness.run.Downloads;
import jp.readiness.run.Inspection;
import jp.readiness.run.Run;
import jp.readiness.run.RunRefused;
import jp.readiness.run.Runs;
import jp.readiness.table.Format;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "batches", description = "Whole files judged as jobs; for staff, with a token")
@SecurityRequirement(name = ApiConfiguration.TOKEN)
class BatchesApi {

    private final Runs runs;
    private final Library library;
    private final Clock clock;

    BatchesApi(Runs runs, Library library, Clock clock) {
        this.runs = runs;
        this.library = library;
        this.clock = clock;
    }

    @PostMapping("/programmes/{id}/batches")
    @Operation(
            summary = "Takes a CSV or XLSX file and judges every row of it",
            description = "The file is the body of the request. Its header names questions by id or Japanese or English"
                    + " label; a row with a wrong cell is rejected with line, column and reason, and the others are"
                    + " judged. Ask for the address in `Location` until `state` is DONE.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/octet-stream",
                                            schema = @Schema(type = "string", format = "binary"))))
    @ApiResponse(responseCode = "202", description = "Taken; being judged", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "400",
            description = "No table, or it is not clear what its columns are for: see `errors`. Nothing is kept.",
            content = @Content)
    @ApiResponse(responseCode = "401", description = "No valid token", content = @Content)
    @ApiResponse(responseCode = "403", description = "Not with the roles of the token's owner", content = @Content)
    @ApiResponse(responseCode = "404", description = ApiDocs.NO_PROGRAMME, content = @Content)
    @ApiResponse(
            responseCode = "409",
            description =
                    "The same file was taken before: `Location` leads there, and `again=true` has it judged again",
            content = @Content)
    @ApiResponse(responseCode = "413", description = "The file is too large", content = @Content)
    @ApiResponse(
            responseCode = "429",
            description = "Too many requests, or too many unfinished files",
            content = @Content)
    @ApiResponse(responseCode = "507", description = "No room on the server", content = @Content)
    ResponseEntity<BatchView> take(
            @AuthenticationPrincipal StaffMember member,
            @PathVariable String id,
            @Parameter(description = ApiDocs.AS_OF) @RequestParam Optional<String> asOf,
            @Parameter(description = "id of an edition, in the place of the one in force") @RequestParam
                    Optional<String> edition,
            @Parameter(description = "how the file is called where it comes from") @RequestParam(defaultValue = "batch")
                    String fileName,
            @Parameter(description = "words, changes and open questions too") @RequestParam(defaultValue = "false")
                    boolean details,
            @Parameter(description = "of a CSV file, if it is not to be recognised", example = "windows-31j")
                    @RequestParam
                    Optional<String> encoding,
            @Parameter(description = "`HEADER=QUESTION`, as often as needed; QUESTION may be `applicant` or `ignore`")
                    @RequestParam(required = false)
                    List<String> map,
            @Parameter(description = "also if the same file was taken before") @RequestParam(defaultValue = "false")
                    boolean again,
            HttpServletRequest request)
            throws IOException {
        Adviser adviser = adviser(id, edition, asOf);
        Runs.Wish wish = new Runs.Wish(
                fileName,
                AsOf.day(asOf, clock),
                charset(encoding),
                byHand(map == null ? List.of() : map),
                details,
                ApiLanguage.of(request));
        String actor = member.id().toString();
        try {
            Run draft = runs.take(actor, adviser, request.getInputStream(), wish);
            try {
                return started(actor, draft, again);
            } catch (RunRefused | Refusal e) {
                runs.delete(actor, draft);
                throw e;
            }
        } catch (RunRefused e) {
            throw refusal(e);
        }
    }

    private Adviser adviser(String programme, Optional<String> edition, Optional<String> asOf) {
        return edition.flatMap(wanted -> library.edition(programme, wanted))
                .orElseGet(() -> library.inForce(programme, AsOf.day(asOf, clock)));
    }

    private ResponseEntity<BatchView> started(String actor, Run draft, boolean again) {
        Inspection seen = runs.inspect(draft);
        if (seen.earlier().isPresent() && !again) {
            throw new Refusal(
                            HttpStatus.CONFLICT,
                            new Text(
                                    "同じ内容のファイルを前に取り込んでいます（Location）。もう一度判定するときは again=true を付けてください。",
                                    "A file of the same content was taken before (see Location). With again=true it is"
                                            + " judged again."))
                    .at(address(seen.earlier().get()));
        }
        Run started = runs.start(actor, draft);
        return ResponseEntity.accepted().location(address(started)).body(view(started));
    }

    @GetMapping("/batches/{id}")
    @Operation(summary = "How a file is getting on, and where its results are")
    @ApiResponse(responseCode = "200", description = "As it stands", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404", description = "There is none of that id, or it was deleted", content = @Content)
    BatchView progress(@PathVariable String id) {
        return view(run(id));
    }

    @GetMapping("/batches/{id}/results")
    @Operation(summary = "The results, in the order of the file")
    @ApiResponse(responseCode = "200", description = "A file", content = @Content(mediaType = "text/csv"))
    @ApiResponse(responseCode = "409", description = "Not done yet, or too many rows for a sheet", content = @Content)
    ResponseEntity<Resource> results(
            @AuthenticationPrincipal StaffMember member,
            @PathVariable String id,
            @Parameter(description = "`csv` or `xlsx`") @RequestParam(defaultValue = "csv") String format) {
        return file(member, id, Runs.Part.RESULTS, format);
    }

    @GetMapping("/batches/{id}/rejects")
    @Operation(summary = "The rejected rows with the reasons, to be corrected and sent again")
    @ApiResponse(responseCode = "200", description = "A file", content = @Content(mediaType = "text/csv"))
    @ApiResponse(responseCode = "409", description = "Not done yet, or too many rows for a sheet", content = @Content)
    ResponseEntity<Resource> rejects(
            @AuthenticationPrincipal StaffMember member,
            @PathVariable String id,
            @Parameter(description = "`csv` or `xlsx`") @RequestParam(defaultValue = "csv") String format) {
        return file(member, id, Runs.Part.REJECTS, format);
    }

    @DeleteMapping("/batches/{id}")
    @Operation(summary = "Cancels what is not done, and deletes the file and its results")
    @ApiResponse(responseCode = "204", description = "Deleted")
    @ApiResponse(responseCode = "404", description = "There is none of that id, or it was deleted", content = @Content)
    ResponseEntity<Void> delete(@AuthenticationPrincipal StaffMember member, @PathVariable String id) {
        runs.delete(member.id().toString(), run(id));
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<Resource> file(StaffMember member, String id, Runs.Part part, String format) {
        Run run = run(id);
        Format wanted = Format.of("." + format)
                .orElseThrow(() -> new Refusal(
                        HttpStatus.BAD_REQUEST, new Text("format は csv か xlsx です。", "The format is csv or xlsx.")));
        try {
            Path file = runs.file(member.id().toString(), run, part, wanted);
            String kind = wanted.name().toLowerCase(Locale.ROOT);
            return ResponseEntity.ok()
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            Downloads.attachment(run, part.name().toLowerCase(Locale.ROOT), kind)
                                    .toString())
                    .contentType(Downloads.type(kind))
                    .body(new FileSystemResource(file));
        } catch (RunRefused e) {
            throw new Refusal(HttpStatus.CONFLICT, e.texts().get(0));
        }
    }

    /** What cannot be an id is the id of nothing. */
    private Run run(String id) {
        return uuid(id).flatMap(runs::find)
                .orElseThrow(() -> new Refusal(
                        HttpStatus.NOT_FOUND,
                        new Text(
                                "この一括判定はありません。削除されたか、保存の期間が過ぎています。",
                                "There is no such batch: it was deleted, or kept long enough.")));
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private BatchView view(Run run) {
        return BatchView.of(run, runs.progress(run));
    }

    private static Optional<Charset> charset(Optional<String> name) {
        try {
            return name.map(Charset::forName);
        } catch (IllegalArgumentException e) {
            throw new Refusal(HttpStatus.BAD_REQUEST, new Text("この文字コードは使えません。", "There is no such encoding."));
        }
    }

    private static Map<String, String> byHand(List<String> pairs) {
        Map<String, String> byHand = new LinkedHashMap<>();
        for (String pair : pairs) {
            int equals = pair.lastIndexOf('=');
            if (equals < 1) {
                throw new Refusal(
                        HttpStatus.BAD_REQUEST,
                        new Text("map は「見出し=質問」の形で書いてください。", "map is written as HEADER=QUESTION."));
            }
            byHand.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return byHand;
    }

    private static Refusal refusal(RunRefused refused) {
        HttpStatus status = switch (refused.why()) {
            case BAD_FILE -> HttpStatus.BAD_REQUEST;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case BUSY -> HttpStatus.TOO_MANY_REQUESTS;
            case NO_SPACE -> HttpStatus.INSUFFICIENT_STORAGE;
            case NOT_NOW -> HttpStatus.CONFLICT;
        };
        Map<String, Text> errors = new LinkedHashMap<>();
        List<Text> more = refused.texts().subList(1, refused.texts().size());
        more.forEach(text -> errors.put("file" + (errors.size() + 2), text));
        return new Refusal(status, refused.texts().get(0), errors);
    }

    private static URI address(Run run) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/api/v1/batches/{id}")
                .build(run.id());
    }
}
