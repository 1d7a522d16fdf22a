package jp.readiness.screening;

import java.util.Optional;
import jp.readiness.screening.ResultView.QuestionLink;

/**
 * Where one can go from a result. Whoever came by the link to view gets no way to change anything.
 *
 * @param host scheme, host and context path, such as {@code https://advisor.example}
 * @param viewToken key of the link to view
 * @param sheet pages of the sheet; empty for whoever only views
 */
record ResultLinks(String host, String viewToken, Optional<SheetLinks> sheet) {

    static ResultLinks forOwner(String host, String editToken) {
        return new ResultLinks(host, Tokens.viewToken(editToken), Optional.of(new SheetLinks(editToken)));
    }

    static ResultLinks forViewer(String host, String viewToken) {
        return new ResultLinks(host, viewToken, Optional.empty());
    }

    public boolean isOwner() {
        return sheet.isPresent();
    }

    /** The sheet's pages; only for the owner. */
    public SheetLinks getOwned() {
        return sheet.orElseThrow();
    }

    /** Whether the reader may answer the question. */
    public boolean answers(QuestionLink question) {
        return isOwner() && !question.staff();
    }

    /** The question's place in the form; only for the owner. */
    public String question(QuestionLink question) {
        return getOwned().question(question.section(), question.id());
    }

    public String getViewAddress() {
        return host + "/results/" + viewToken;
    }

    public String getEditAddress() {
        return host + getOwned().resume();
    }
}
