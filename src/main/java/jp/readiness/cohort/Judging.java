package jp.readiness.cohort;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.readiness.advice.Adviser;
import jp.readiness.advice.Assessment;
import jp.readiness.answers.AnswerReader;
import jp.readiness.cohort.MemberRepository.Stale;
import jp.readiness.library.Library;
import jp.readiness.programme.Answers;
import jp.readiness.screening.AnswerSheets;
import jp.readiness.screening.AnswerSheets.Held;
import org.springframework.stereotype.Service;

/** Holds members against the rules: those that are new, whose answers have changed, or whose rules have. */
@Service
class Judging {

    private final Library library;
    private final AnswerSheets sheets;
    private final MemberRepository members;
    private final Clock clock;
    private final AnswerReader reader = new AnswerReader();

    Judging(Library library, AnswerSheets sheets, MemberRepository members, Clock clock) {
        this.library = library;
        this.sheets = sheets;
        this.members = members;
        this.clock = clock;
    }

    /** The rules that judge the cohort; empty while its edition is withdrawn. */
    Optional<Adviser> adviser(Cohort cohort) {
        return library.edition(cohort.programme(), cohort.edition());
    }

    /** How many wait to be judged. */
    int waiting(Cohort cohort) {
        return adviser(cohort)
                .map(adviser ->
                        members.staleCount(cohort.id(), adviser.edition().version()))
                .orElse(0);
    }

    /**
     * Judges the next ones that wait, in order. Outside a transaction, so that nobody who hands in has to wait for it.
     *
     * @return how many were judged
     */
    int judgeSome(Cohort cohort, int most) {
        return adviser(cohort).map(adviser -> judge(cohort, adviser, most)).orElse(0);
    }

    private int judge(Cohort cohort, Adviser adviser, int most) {
        List<Stale> stale = members.stale(cohort.id(), adviser.edition().version(), most);
        if (stale.isEmpty()) {
            return 0;
        }
        Map<UUID, Held> held = sheets.held(stale.stream().map(Stale::sheet).toList()).stream()
                .collect(Collectors.toMap(Held::id, Function.identity()));
        LocalDate today = LocalDate.now(clock);
        Map<UUID, Projection> judged = new HashMap<>();
        for (Stale member : stale) {
            Held sheet = held.get(member.sheet());
            if (sheet != null) {
                judged.put(member.id(), project(adviser, sheet, today));
            }
        }
        members.keep(cohort.id(), judged);
        return stale.size();
    }

    /** What those rules say of each member whose answers are still there; kept nowhere. */
    Map<UUID, Projection> by(Adviser adviser, List<Member> all) {
        LocalDate today = LocalDate.now(clock);
        Map<UUID, UUID> memberOf = new HashMap<>();
        all.forEach(member -> member.sheet().ifPresent(sheet -> memberOf.put(sheet, member.id())));
        Map<UUID, Projection> said = new HashMap<>();
        for (Held sheet : sheets.held(memberOf.keySet())) {
            said.put(Objects.requireNonNull(memberOf.get(sheet.id())), project(adviser, sheet, today));
        }
        return said;
    }

    /** All that the rules say of each member whose answers are still there; kept nowhere. */
    Map<UUID, Assessment> inFull(Adviser adviser, List<Member> some) {
        LocalDate today = LocalDate.now(clock);
        Map<UUID, UUID> memberOf = new HashMap<>();
        some.forEach(member -> member.sheet().ifPresent(sheet -> memberOf.put(sheet, member.id())));
        return sheets.held(memberOf.keySet()).parallelStream()
                .collect(Collectors.toMap(
                        sheet -> Objects.requireNonNull(memberOf.get(sheet.id())),
                        sheet -> adviser.assess(answers(adviser, sheet), today)));
    }

    private Projection project(Adviser adviser, Held sheet, LocalDate day) {
        Answers answers = answers(adviser, sheet);
        return Projections.of(adviser.edition(), adviser.brief(answers, day), adviser.asked(answers), sheet.revision());
    }

    /** What on the sheet is an answer to a question of the edition, those of staff included. */
    Answers answers(Adviser adviser, Held sheet) {
        return reader.sheet(adviser.edition().questions(), sheet.values()).answers();
    }
}
