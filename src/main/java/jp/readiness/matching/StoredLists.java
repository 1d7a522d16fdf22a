package jp.readiness.matching;

import java.util.List;
import jp.readiness.answers.AnswerReader;
import jp.readiness.programme.Side;
import jp.readiness.screening.AnswerSheets;
import jp.readiness.screening.AnswerSheets.HandedInSheet;
import org.springframework.stereotype.Component;

/** The applicants of one side as they handed in their answers, the first first. */
@Component
class StoredLists {

    static final int MOST = 2_000;

    private final AnswerSheets sheets;
    private final AnswerReader reader = new AnswerReader();

    StoredLists(AnswerSheets sheets) {
        this.sheets = sheets;
    }

    SheetList of(Side side) {
        List<Listed> applicants = sheets.handedInTo(side.edition().programme(), MOST).stream()
                .map(sheet -> listed(side, sheet))
                .toList();
        return new SheetList(applicants, List.of(), List.of());
    }

    /** A sheet may have been answered by another edition: what this one does not take counts as open. */
    private Listed listed(Side side, HandedInSheet sheet) {
        return new Listed(
                sheet.name(),
                sheet.id().toString(),
                reader.sheet(side.edition().questions(), sheet.values()).answers());
    }

    long count(Side side) {
        return sheets.handedInCount(side.edition().programme());
    }
}
