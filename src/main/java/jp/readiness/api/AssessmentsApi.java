package jp.readiness.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.readiness.advice.Adviser;
import jp.readiness.advice.Assessment;
import jp.readiness.advice.AssessmentJson;
import jp.readiness.advice.RuleState;
import jp.readiness.answers.AnswerDocument;
import jp.readiness.answers.AnswerReader;
import jp.readiness.library.Library;
import jp.readiness.operation.MeasuredAdvice;
import jp.readiness.screening.AnswerSheets;
import jp.readiness.screening.AnswerSheets.Kept;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
@Tag(name = "assessments", description = "Advice on an answer sheet, kept under two unguessable keys")
class AssessmentsApi {

    private final Library library;
    private final AnswerSheets sheets;
    private final MeasuredAdvice advice;
    private final CalibratedJson calibrated;
    private final Clock clock;

    AssessmentsApi(
            Library library, AnswerSheets sheets, MeasuredAdvice advice, CalibratedJson calibrated, Clock clock) {
        this.library = library;
        this.sheets = sheets;
        this.advice = advice;
        this.calibrated = calibrated;
        this.clock = clock;
    }

    @PostMapping(
            path = "/programmes/{id}/assessments",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Advice on one answer sheet",
            description = "The advice is kept. The answer holds the assessment and, as `tokens`, a key to view it and"
                    + " one to change or delete it; they cannot be found out again.",
            requestBody =
                    @RequestBody(
                            required = true,
                            description = "At most 256 KiB. A question that is left out, or null, is not known yet."
                                    + " `applicant` may be left out; it is kept apart from the answers.",
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(type = "object"),
                                            examples = @ExampleObject(ApiDocs.SHEET))))
    @ApiResponse(
            responseCode = "201",
            description = "The advice, and its keys",
            headers = @Header(name = "Location", description = "where the advice can be read again"),
            content = @Content(schema = @Schema(type = "object")))
    @ApiResponse(responseCode = "400", description = ApiDocs.BAD_ANSWERS, content = @Content)
    @ApiResponse(responseCode = "404", description = ApiDocs.NO_PROGRAMME, content = @Content)
    @ApiResponse(responseCode = "413", description = "More than 256 KiB", content = @Content)
    @ApiResponse(responseCode = "429", description = ApiDocs.TOO_MANY, content = @Content)
    ResponseEntity<String> assess(
            @Parameter(description = "id of the programme") @PathVariable String id,
            @Parameter(description = ApiDocs.AS_OF, example = "2022-05-01") @RequestParam Optional<String> asOf,
            @Parameter(description = ApiDocs.RULES) @RequestParam(defaultValue = "false") boolean rules,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        LocalDate day = AsOf.day(asOf, clock);
        Adviser adviser = library.inForce(id, day);
        AnswerDocument document =
                RequestDocument.read(request, adviser.edition().questions());
        Assessment assessment = advice.assess(adviser, document.answers(), day);
        Kept kept = sheets.keep(document.answers(), assessment, document.applicant());
        Optional<List<RuleState>> held = rules ? Optional.of(adviser.explain(document.answers())) : Optional.empty();
        return ResponseEntity.created(address(kept.viewToken()))
                .body(calibrated.assessment(KeptJson.write(kept, held)));
    }

    @GetMapping(path = "/assessments/{token}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The advice last given", description = "With either of the two keys.")
    @ApiResponse(
            responseCode = "200",
            description = "The advice",
            content = @Content(schema = @Schema(type = "object")))
    @ApiResponse(responseCode = "404", description = "No advice has this key", content = @Content)
    String assessment(
            @Parameter(description = "one of the two keys") @PathVariable String token,
            @Parameter(description = ApiDocs.RULES) @RequestParam(defaultValue = "false") boolean rules) {
        String advice = sheets.latestAdvice(token).orElseThrow(Refusal::unknownKey);
        String json = rules
                ? rulesBehind(advice, sheets.latestAnswers(token).orElseThrow(Refusal::unknownKey))
                        .map(held -> KeptJson.write(advice, held))
                        .orElse(advice)
                : advice;
        return calibrated.assessment(json);
    }

    /** By the version that gave the advice; empty if it cannot be used any more. */
    private Optional<List<RuleState>> rulesBehind(String advice, Map<String, Object> answers) {
        Assessment given = AssessmentJson.read(advice);
        return library.version(given.programme(), given.edition(), given.version())
                .map(adviser -> adviser.explain(new AnswerReader()
                        .sheet(adviser.edition().questions(), answers)
                        .answers()));
    }

    @DeleteMapping("/assessments/{token}")
    @Operation(
            summary = "Deletes answers, advice and names",
            description = "With the key to edit. Nothing is left that could bring them back.")
    @ApiResponse(responseCode = "204", description = "Deleted")
    @ApiResponse(responseCode = "403", description = "The key allows to view only", content = @Content)
    @ApiResponse(responseCode = "404", description = "No advice has this key", content = @Content)
    ResponseEntity<Void> delete(@Parameter(description = "the key to edit") @PathVariable String token) {
        return switch (sheets.delete(token)) {
            case DELETED -> ResponseEntity.noContent().build();
            case NOT_ALLOWED -> throw Refusal.viewOnly();
            case UNKNOWN -> throw Refusal.unknownKey();
        };
    }

    private static URI address(String token) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/api/v1/assessments/{token}")
                .build(token);
    }
}
