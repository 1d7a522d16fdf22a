package jp.readiness.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import jp.readiness.advice.Adviser;
import jp.readiness.advice.Verdict;
import jp.readiness.cohort.Cohort;
import jp.readiness.cohort.Origin;
import jp.readiness.library.Library;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Finding;
import jp.readiness.trackrecord.TrackRecord;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** How well the predictions of each edition held. It names no applicant, so that whoever writes rules may read it, too. */
@Controller
@RequestMapping("/staff/track-record")
class TrackRecordController {

    private final Library library;
    private final Outcomes outcomes;
    private final Hindsight hindsight;
    private final MessageSource messages;

    TrackRecordController(Library library, Outcomes outcomes, Hindsight hindsight, MessageSource messages) {
        this.library = library;
        this.outcomes = outcomes;
        this.hindsight = hindsight;
        this.messages = messages;
    }

    /** An edition in the list. @param real outcomes of applicants who exist */
    record Line(String name, String title, TrackRecordView.Counts real, TrackRecordView.Counts demonstration) {}

    @GetMapping
    String list(Locale locale, Model model) {
        List<Line> lines = library.editions().stream()
                .map(adviser -> line(adviser.edition(), locale))
                .filter(line -> line.real().applicants() + line.demonstration().applicants() > 0)
                .toList();
        model.addAttribute("lines", lines);
        return "outcome/track-records";
    }

    private Line line(Edition edition, Locale locale) {
        return new Line(
                edition.name(),
                edition.title().in(locale),
                counts(edition, Origin.REAL),
                counts(edition, Origin.RECONSTRUCTED));
    }

    private TrackRecordView.Counts counts(Edition edition, Origin origin) {
        return outcomes.counts(outcomes.cohorts(edition, origin));
    }

    /** How those fared of whom another edition would have said something. */
    record HindsightLine(String key, String title, Hindsight.Split split) {}

    @GetMapping("/{programme}/{edition}")
    String show(
            @PathVariable String programme,
            @PathVariable String edition,
            @RequestParam(name = "data", defaultValue = "REAL") String asked,
            @RequestParam Optional<String> by,
            Locale locale,
            Model model) {
        Edition shown = library.edition(programme, edition)
                .map(Adviser::edition)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Origin data = Stream.of(Origin.values())
                .filter(origin -> origin.name().equals(asked))
                .findFirst()
                .orElse(Origin.REAL);
        List<Cohort> cohorts = outcomes.cohorts(shown, data);
        TrackRecord record = outcomes.trackRecord(shown, cohorts);
        Phrases words = new Phrases(messages, locale);
        model.addAttribute("edition", shown);
        model.addAttribute("data", data);
        model.addAttribute("origins", origins(shown, data));
        model.addAttribute("cohorts", cohorts);
        model.addAttribute("record", new TrackRecordWords(shown, words).view(record));
        model.addAttribute("calibrated", outcomes.outcomes(programme, edition));
        List<Edition> others = others(shown);
        model.addAttribute("others", others);
        by.filter(id -> others.stream().anyMatch(other -> other.id().equals(id)))
                .flatMap(id -> library.edition(programme, id))
                .or(() -> others.stream()
                        .reduce((first, last) -> last)
                        .flatMap(last -> library.edition(programme, last.id())))
                .filter(adviser -> record.sample().outcomes() > 0)
                .ifPresent(adviser -> hindsight(adviser, cohorts, words, model));
        return "outcome/track-record";
    }

    /** Where there is something to see; that which is shown in any case. */
    private List<Origin> origins(Edition edition, Origin shown) {
        List<Origin> origins = new ArrayList<>();
        for (Origin origin : Origin.values()) {
            if (origin == Origin.REAL
                    || origin == shown
                    || !outcomes.cohorts(edition, origin).isEmpty()) {
                origins.add(origin);
            }
        }
        return origins;
    }

    private List<Edition> others(Edition shown) {
        return library.editions().stream()
                .map(Adviser::edition)
                .filter(edition -> edition.programme().equals(shown.programme())
                        && !edition.id().equals(shown.id())
                        && hasConditions(edition))
                .toList();
    }

    /** Without any, an edition holds nobody back. */
    private static boolean hasConditions(Edition edition) {
        return edition.findings().stream()
                .anyMatch(finding -> finding instanceof Finding.Criterion criterion && criterion.required());
    }

    private void hindsight(Adviser adviser, List<Cohort> cohorts, Phrases words, Model model) {
        Hindsight.Said said = hindsight.by(adviser, cohorts);
        model.addAttribute("by", adviser.edition());
        model.addAttribute("said", said);
        model.addAttribute(
                "saidVerdicts",
                said.verdicts().entrySet().stream()
                        .map(entry -> new HindsightLine(
                                entry.getKey().name(), words.say("verdict." + entry.getKey()), entry.getValue()))
                        .toList());
        model.addAttribute(
                "saidCriteria",
                said.criteria().entrySet().stream()
                        .map(entry -> new HindsightLine(
                                entry.getKey().id(),
                                words.in(entry.getKey().words().title()),
                                entry.getValue()))
                        .toList());
        Hindsight.Split turnedAway = said.verdicts().getOrDefault(Verdict.NOT_YET, Hindsight.Split.NONE);
        model.addAttribute("turnedAway", turnedAway);
    }
}
