package jp.readiness.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.readiness.programme.Text;
import jp.readiness.run.Run;
import jp.readiness.run.RunProgress;
import org.jspecify.annotations.Nullable;

/** A file that is or was judged, for other systems. */
@JsonInclude(Include.NON_NULL)
@Schema(name = "Batch")
record BatchView(
        UUID id,
        String programme,
        String edition,
        String version,
        LocalDate asOf,
        String fileName,

        @Schema(description = "WAITING (being judged, or others come first), DONE, CANCELLED, FAILED")
        String state,

        @Schema(description = "judged or rejected so far") long rows,
        @Schema(description = "of them") long rejected,

        @Schema(description = "of the file that has been read, 0 to 100")
        int percent,

        @Schema(description = "while it is being judged") @Nullable
        Long rowsPerSecond,

        @Schema(description = "while it is being judged, once it can be told") @Nullable
        Long secondsLeft,

        Instant createdAt,
        @Nullable Instant finishedAt,

        @Schema(description = "what one should know beside the results")
        List<Text> notes,

        @Schema(description = "why it failed") List<Text> problems) {

    static BatchView of(Run run, RunProgress progress) {
        boolean done = run.state().isFinished();
        boolean left = !done && progress.secondsLeft().isPresent();
        return new BatchView(
                run.id(),
                run.programme(),
                run.edition(),
                run.version(),
                run.asOf(),
                run.fileName(),
                run.state().name(),
                done ? run.rows() : progress.rows(),
                done ? run.rejected() : progress.rejected(),
                run.state() == Run.State.DONE ? 100 : progress.percent(),
                done || !progress.running() ? null : Long.valueOf(progress.perSecond()),
                left ? Long.valueOf(progress.secondsLeft().getAsLong()) : null,
                run.createdAt(),
                Optional.ofNullable(run.finishedAt().orElse(null)).orElse(null),
                run.notes(),
                run.problems());
    }
}
