package jp.readiness.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.readiness.advice.Assessment.Aim;
import jp.readiness.advice.Assessment.Change;
import jp.readiness.advice.Assessment.ChangeSearch;
import jp.readiness.advice.Assessment.Estimate;
import jp.readiness.advice.Assessment.Exclusion;
import jp.readiness.advice.Assessment.FindingResult;
import jp.readiness.advice.Assessment.GrantAmount;
import jp.readiness.advice.Assessment.Kind;
import jp.readiness.advice.Assessment.OpenQuestion;
import jp.readiness.advice.Assessment.Risk;
import jp.readiness.advice.Assessment.Search;
import jp.readiness.advice.Assessment.SourceReference;
import jp.readiness.advice.Assessment.State;
import jp.readiness.advice.Assessment.StepRisk;
import jp.readiness.programme.Text;
import jp.readiness.rulebook.Comparison;
import org.junit.jupiter.api.Test;

class AssessmentJsonTest {

    private static final Text WORDS = new Text("𠮷野家", "\"quoted\" <script>");

    private static final Assessment FULL = new Assessment(
            "boot",
            "2022",
            "ab12",
            LocalDate.of(2026, 11, 22),
            true,
            Verdict.NOT_YET,
            risk(),
            List.of(
                    new Exclusion(Optional.of("kind"), Optional.of("CITY"), List.of("FIRM"), Optional.empty()),
                    new Exclusion(Optional.empty(), Optional.empty(), List.of(), Optional.of("participants"))),
            List.of(criterion(), signal()),
            List.of(new OpenQuestion("data", List.of("no-data"), new Settles(0.5, 0.25, 0))),
            List.of("colour"),
            List.of(new Change(change(), Verdict.READY, Band.LOW, List.of(Aim.READY, Aim.LOWER_RISK), 4)),
            new ChangeSearch(Search.FOUND, Search.NOTHING_HELPS),
            List.of("value-creation"),
            List.of("school"),
            List.of(
                    new GrantAmount("moving", State.FIRED, Optional.of(new BigDecimal("2E+5")), WORDS),
                    new GrantAmount("office", State.OPEN, Optional.empty(), WORDS)),
            true);

    private static Risk risk() {
        return new Risk(
                new Estimate(0.1 + 0.2, Band.MEDIUM, true, 2.0E-3, 1 / 3.0),
                List.of(new StepRisk("lectures", WORDS, new Estimate(0, Band.LOW, false, 0, 0))),
                false);
    }

    private static FindingResult criterion() {
        Comparison known = new Comparison(
                "participants",
                Set.of("participants"),
                Optional.of(1),
                "<",
                Optional.of(new BigDecimal("2.0")),
                Optional.of("minimumParticipants"),
                Optional.of(true));
        Comparison open = new Comparison(
                "b + a",
                Set.of("b", "a"),
                Optional.empty(),
                "in",
                Optional.of(List.of("X", "Y")),
                Optional.empty(),
                Optional.empty());
        return new FindingResult(
                "participants",
                Kind.CRITERION,
                State.UNMET,
                true,
                Optional.empty(),
                WORDS,
                WORDS,
                WORDS,
                List.of(known, open),
                List.of("too-few"),
                Set.of(),
                new SourceReference("kanto", WORDS, false));
    }

    private static FindingResult signal() {
        return new FindingResult(
                "no-data",
                Kind.SIGNAL,
                State.NOT_FIRED,
                false,
                Optional.of("lectures"),
                WORDS,
                WORDS,
                WORDS,
                List.of(),
                List.of(),
                new LinkedHashSet<>(List.of("z", "a")),
                new SourceReference("k", WORDS, true));
    }

    private static Map<String, Object> change() {
        Map<String, Object> set = new LinkedHashMap<>();
        set.put("participants", 2L);
        set.put("hasData", true);
        set.put("tools", List.of("EXCEL"));
        return set;
    }

    @Test
    void what_was_written_is_read_back_equal_and_written_again_the_same() {
        String json = AssessmentJson.write(FULL);

        assertThat(AssessmentJson.read(json)).isEqualTo(FULL);
        assertThat(AssessmentJson.write(AssessmentJson.read(json))).isEqualTo(json);
    }

    @Test
    void fields_have_their_published_names_and_order() {
        String text = "{\"ja\":\"𠮷野家\",\"en\":\"\\\"quoted\\\" <script>\"}";
        assertThat(AssessmentJson.write(FULL)).isEqualTo("""
                {"programme":"boot","edition":"2022","version":"ab12","asOf":"2026-11-22","closed":true,\
                "verdict":"NOT_YET",\
                "risk":{"overall":{"probability":0.30000000000000004,"band":"MEDIUM","provisional":true,\
                "lowest":0.002,"highest":0.3333333333333333},\
                "steps":[{"step":"lectures","title":TEXT,"probability":0.0,"band":"LOW","provisional":false,\
                "lowest":0.0,"highest":0.0}],"calibrated":false},\
                "notFor":[{"question":"kind","answer":"CITY","allowed":["FIRM"],"criterion":null},\
                {"question":null,"answer":null,"allowed":[],"criterion":"participants"}],\
                "findings":[{"id":"participants","kind":"criterion","state":"unmet","required":true,"step":null,\
                "title":TEXT,"text":TEXT,"advice":TEXT,\
                "because":[{"question":"participants","questions":["participants"],"answer":1,"operator":"<",\
                "threshold":2,"parameter":"minimumParticipants","holds":true},\
                {"question":"b + a","questions":["a","b"],"answer":null,"operator":"in","threshold":["X","Y"],\
                "parameter":null,"holds":null}],\
                "rules":["too-few"],"decidedBy":[],"source":{"id":"kanto","pointer":TEXT,"inferred":false}},\
                {"id":"no-data","kind":"signal","state":"notFired","required":false,"step":"lectures",\
                "title":TEXT,"text":TEXT,"advice":TEXT,"because":[],"rules":[],"decidedBy":["z","a"],\
                "source":{"id":"k","pointer":TEXT,"inferred":true}}],\
                "open":[{"question":"data","decides":["no-data"],\
                "settles":{"required":0.5,"risk":0.25,"rest":0.0}}],"skippable":["colour"],\
                "changes":[{"set":{"participants":2,"hasData":true,"tools":["EXCEL"]},"verdict":"READY",\
                "riskBand":"LOW","aims":["ready","lowerRisk"],"effort":4}],\
                "changeSearch":{"ready":"found","lowerRisk":"nothingHelps"},\
                "placements":["value-creation"],"referrals":["school"],\
                "grants":[{"id":"moving","state":"fired","amount":200000,"unit":TEXT},\
                {"id":"office","state":"open","amount":null,"unit":TEXT}],"searchedFully":true}""".replace("TEXT", text));
    }

    @Test
    void what_was_kept_before_it_said_what_to_change_can_still_be_read() {
        String before = AssessmentJson.write(FULL)
                .replaceFirst(",\"settles\":\\{[^}]*}", "")
                .replaceFirst("\"skippable\":\\[[^\\]]*],", "")
                .replaceFirst("\"changes\":.*\"placements\"", "\"changes\":[],\"placements\"");

        Assessment read = AssessmentJson.read(before);

        assertThat(read.findings()).isEqualTo(FULL.findings());
        assertThat(read.open().get(0).settles()).isEqualTo(Settles.NOTHING);
        assertThat(read.skippable()).isEmpty();
        assertThat(read.changeSearch()).isEqualTo(new ChangeSearch(Search.NOT_NEEDED, Search.NOT_NEEDED));
    }
}
