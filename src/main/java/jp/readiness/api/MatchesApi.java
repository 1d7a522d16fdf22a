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
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.readiness.advice.Fit;
import jp.readiness.advice.Matcher;
import jp.readiness.advice.Ranked;
import jp.readiness.answers.ListsDocument;
import jp.readiness.library.Library;
import jp.readiness.matching.Best;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Text;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/matches", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "matches", description = "Two lists of answer sheets, and who goes together")
class MatchesApi {

    private static final int MOST_PAIRS = 500_000; // held against each other
    private static final int MOST_BEST = 50; // a sheet of the left list
    private static final int MOST_GIVEN = 5_000; // pairs of an answer

    private final Library library;
    private final Clock clock;

    MatchesApi(Library library, Clock clock) {
        this.library = library;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "All matches, each by its edition in force")
    List<MatchView> matches(
            @Parameter(description = ApiDocs.AS_OF, example = "2022-05-01") @RequestParam Optional<String> asOf) {
        return library.matches(AsOf.day(asOf, clock)).stream()
                .map(matcher -> MatchView.of(matcher.match()))
                .toList();
    }

    @PostMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Who goes together",
            description =
                    "Holds every sheet of one list against every sheet of the other, by the rules of the match. The"
                            + " best pairs come first: those that meet all conditions before those where one is still open, then"
                            + " by points. Equal pairs share a rank and stand in the order of the lists. Each reason has the two"
                            + " answers beside each other. Nothing is kept.",
            requestBody =
                    @RequestBody(
                            required = true,
                            description =
                                    "At most 2 MiB and 500,000 pairs. A question that is left out, or null, is not"
                                            + " known yet.",
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(type = "object"),
                                            examples = @ExampleObject(ApiDocs.LISTS))))
    @ApiResponse(
            responseCode = "200",
            description = "The ranked pairs",
            content = @Content(schema = @Schema(type = "object")))
    @ApiResponse(responseCode = "400", description = ApiDocs.BAD_ANSWERS, content = @Content)
    @ApiResponse(
            responseCode = "404",
            description = "No such match, or it has no edition on that day",
            content = @Content)
    @ApiResponse(responseCode = "413", description = "More than 2 MiB, or too many pairs", content = @Content)
    @ApiResponse(responseCode = "429", description = ApiDocs.TOO_MANY, content = @Content)
    String match(
            @Parameter(description = "id of the match") @PathVariable String id,
            @Parameter(description = ApiDocs.AS_OF, example = "2022-05-01") @RequestParam Optional<String> asOf,
            @Parameter(description = "How many pairs are given for each sheet of the left list, 1 to 50", example = "5")
                    @RequestParam(defaultValue = "5")
                    int best,
            @Parameter(description = "Whether pairs that do not go together are given too")
                    @RequestParam(defaultValue = "false")
                    boolean all,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        LocalDate day = AsOf.day(asOf, clock);
        Matcher matcher = library.match(id, day);
        if (best < 1 || best > MOST_BEST) {
            throw Refusal.field(
                    "best",
                    new Text(
                            "1から%dまでの整数にしてください。".formatted(MOST_BEST),
                            "This must be from 1 to %d.".formatted(MOST_BEST)));
        }
        ListsDocument lists = read(request, matcher);
        List<Answers> left =
                lists.left().stream().map(ListsDocument.Sheet::answers).toList();
        List<Answers> right =
                lists.right().stream().map(ListsDocument.Sheet::answers).toList();
        Set<Fit> wanted = all ? EnumSet.allOf(Fit.class) : EnumSet.of(Fit.FITS, Fit.OPEN);
        List<Ranked> ranked = Best.ofEach(matcher.rank(left, right, wanted), Ranked::left, best);
        List<Ranked> given = ranked.subList(0, Math.min(MOST_GIVEN, ranked.size()));
        return PairsJson.write(matcher, day, given, matcher.explain(given, left, right), lists, ranked.size());
    }

    private static ListsDocument read(HttpServletRequest request, Matcher matcher) throws IOException {
        byte[] body = request.getInputStream().readNBytes(ListsDocument.MAX_BYTES + 1);
        if (body.length > ListsDocument.MAX_BYTES) {
            throw new Refusal(HttpStatus.CONTENT_TOO_LARGE, ListsDocument.tooLarge());
        }
        ListsDocument lists = ListsDocument.read(
                body,
                matcher.match().left().edition().questions(),
                matcher.match().right().edition().questions());
        if (!lists.problems().isEmpty()) {
            throw new Refusal(HttpStatus.BAD_REQUEST, ProblemResponse.NOT_UNDERSTOOD, lists.problems());
        }
        if ((long) lists.left().size() * lists.right().size() > MOST_PAIRS) {
            throw new Refusal(
                    HttpStatus.CONTENT_TOO_LARGE,
                    new Text(
                            "組み合わせが多すぎます。左と右の件数を掛けて%,dまでです。".formatted(MOST_PAIRS),
                            "There are too many pairs: the two lists multiplied give %,d at most."
                                    .formatted(MOST_PAIRS)));
        }
        return lists;
    }
}
