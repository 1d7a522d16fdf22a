package jp.readiness.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.readiness.advice.Adviser;
import jp.readiness.advice.Overview;
import jp.readiness.answers.AnswerDocument;
import jp.readiness.library.Library;
import jp.readiness.programme.Question;
import jp.readiness.programme.Text;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "advice", description = "One answer sheet held against every programme")
class AdviceApi {

    private final Library library;
    private final CalibratedJson calibrated;
    private final Clock clock;

    AdviceApi(Library library, CalibratedJson calibrated, Clock clock) {
        this.library = library;
        this.calibrated = calibrated;
        this.clock = clock;
    }

    @PostMapping(
            path = "/advice",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Which programme fits",
            description = "Holds the sheet against every programme: `ready`, `open`, `notYet` or `notForYou`, each with"
                    + " its assessment; `next` names the questions that bring a programme nearer to being decided, the"
                    + " most telling first; `notAssessed` the programmes without an edition on that day. Nothing is"
                    + " kept.",
            requestBody =
                    @RequestBody(
                            required = true,
                            description = "At most 256 KiB. A question that is left out, or null, is not known yet.",
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(type = "object"),
                                            examples = @ExampleObject(ApiDocs.SHEET))))
    @ApiResponse(
            responseCode = "200",
            description = "Where the applicant stands with each programme",
            content = @Content(schema = @Schema(type = "object")))
    @ApiResponse(responseCode = "400", description = ApiDocs.BAD_ANSWERS, content = @Content)
    @ApiResponse(responseCode = "413", description = "More than 256 KiB", content = @Content)
    @ApiResponse(responseCode = "429", description = ApiDocs.TOO_MANY, content = @Content)
    String advise(
            @Parameter(description = ApiDocs.AS_OF, example = "2022-05-01") @RequestParam Optional<String> asOf,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        LocalDate day = AsOf.day(asOf, clock);
        List<Adviser> current = current(day);
        AnswerDocument document = RequestDocument.read(request, questions(current));
        Overview overview = Overview.of(current, edition -> document.answers(), Set.of(), day);
        return calibrated.overview(OverviewJson.write(overview, day, library.editions()));
    }

    /** @throws Refusal if no programme has an edition on that day */
    private List<Adviser> current(LocalDate day) {
        List<Adviser> current = library.current(day);
        Optional<LocalDate> first = library.editions().stream()
                .map(adviser -> adviser.edition().from())
                .min(Comparator.naturalOrder());
        if (current.isEmpty() && first.isPresent()) {
            throw Refusal.field(
                    "asOf",
                    new Text(
                            "%sには、どの支援の年度版もまだありません。最も古いものは%sからです。".formatted(day, first.get()),
                            "On %s no programme had an edition yet; the first begins on %s."
                                    .formatted(day, first.get())));
        }
        return current;
    }

    /** Every question of every programme; one that several ask, once: it is the same question. */
    private static List<Question> questions(List<Adviser> advisers) {
        Map<String, Question> byId = new LinkedHashMap<>();
        advisers.stream()
                .flatMap(adviser -> adviser.edition().questions().stream())
                .forEach(question -> byId.putIfAbsent(question.id(), question));
        return List.copyOf(byId.values());
    }
}
