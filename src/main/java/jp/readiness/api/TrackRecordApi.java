package jp.readiness.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import jp.readiness.advice.Adviser;
import jp.readiness.cohort.Origin;
import jp.readiness.library.Library;
import jp.readiness.outcome.Outcomes;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Text;
import jp.readiness.trackrecord.TrackRecord;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "track record", description = "How well predictions held; for staff, with a token")
class TrackRecordApi {

    private static final Text DATA =
            new Text("REAL、RECONSTRUCTED、SYNTHETIC のどれかにしてください。", "Use REAL, RECONSTRUCTED or SYNTHETIC.");

    private final Library library;
    private final Outcomes outcomes;
    private final Clock clock;

    TrackRecordApi(Library library, Outcomes outcomes, Clock clock) {
        this.library = library;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** @param calibratedOn number of real outcomes; 0 while there are too few */
    record Answer(String programme, String edition, Origin data, int calibratedOn, TrackRecord trackRecord) {}

    @GetMapping(path = "/programmes/{id}/track-record", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Predictions held against outcomes",
            description =
                    "Of the edition in force unless `edition` names another. What is concluded stands under `value`;"
                            + " where there are too few, `of`, `have` and `needed` stand in its place. `data` asks for the"
                            + " reconstructed or generated cohorts, which never calibrate. No applicant is named. An infinite"
                            + " ratio is the text `Infinity`.")
    @ApiResponse(responseCode = "200", description = "The track record")
    @ApiResponse(responseCode = "401", description = "A token of a member of staff is needed", content = @Content)
    @ApiResponse(responseCode = "404", description = ApiDocs.NO_PROGRAMME, content = @Content)
    Answer trackRecord(
            @Parameter(description = "id of the programme") @PathVariable String id,
            @Parameter(description = "id of an edition, such as 2022") @RequestParam Optional<String> edition,
            @Parameter(description = "REAL, RECONSTRUCTED or SYNTHETIC") @RequestParam(defaultValue = "REAL")
                    String data) {
        Origin origin = Stream.of(Origin.values())
                .filter(each -> each.name().equals(data))
                .findFirst()
                .orElseThrow(() -> Refusal.field("data", DATA));
        Adviser adviser = edition.isEmpty()
                ? library.inForce(id, AsOf.day(Optional.empty(), clock))
                : library.edition(id, edition.get()).orElseThrow(TrackRecordApi::unknownEdition);
        Edition shown = adviser.edition();
        return new Answer(
                id,
                shown.id(),
                origin,
                outcomes.outcomes(id, shown.id()),
                outcomes.trackRecord(shown, outcomes.cohorts(shown, origin)));
    }

    private static Refusal unknownEdition() {
        return new Refusal(
                HttpStatus.NOT_FOUND, new Text("この支援に、この年度版はありません。", "The programme has no edition of this name."));
    }
}
