package jp.readiness.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.readiness.advice.Adviser;
import jp.readiness.library.Library;
import jp.readiness.programme.Edition;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/programmes", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "programmes", description = "What one can be advised on, and what it asks")
class ProgrammesApi {

    private final Library library;
    private final Clock clock;

    ProgrammesApi(Library library, Clock clock) {
        this.library = library;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "All programmes, each by its edition in force")
    List<ProgrammeView> programmes(
            @Parameter(description = ApiDocs.AS_OF, example = "2022-05-01") @RequestParam Optional<String> asOf) {
        LocalDate day = AsOf.day(asOf, clock);
        return library.current(day).stream()
                .map(adviser -> ProgrammeView.of(adviser.edition(), editions(), day))
                .toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "One programme, its questions and the JSON Schema of its answers")
    @ApiResponse(
            responseCode = "200",
            description = "The programme by its edition in force",
            useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "404",
            description = ApiDocs.NO_PROGRAMME,
            content = @io.swagger.v3.oas.annotations.media.Content)
    ProgrammeDetail programme(
            @Parameter(description = "id of the programme") @PathVariable String id,
            @Parameter(description = ApiDocs.AS_OF, example = "2022-05-01") @RequestParam Optional<String> asOf,
            HttpServletRequest request) {
        LocalDate day = AsOf.day(asOf, clock);
        return ProgrammeDetail.of(library.inForce(id, day).edition(), editions(), day, ApiLanguage.of(request));
    }

    private List<Edition> editions() {
        return library.editions().stream().map(Adviser::edition).toList();
    }
}
