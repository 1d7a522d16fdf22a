package jp.readiness.screening;

import java.util.List;
import java.util.Optional;
import jp.readiness.advice.Overview.State;
import jp.readiness.advice.Verdict;
import jp.readiness.programme.Text;

/**
 * What the page says that finds the programme that fits.
 *
 * @param field the question asked now; empty when nothing is left that would decide a programme
 * @param concerns titles of the programmes that the question helps to decide
 * @param question number of the question asked now, from 1
 * @param groups programmes by where one stands, the most promising first; none is empty
 * @param replies what was answered so far
 * @param unsure whether some of that was "not known yet"
 */
record FinderPage(
        FinderLinks links,
        Optional<Field> field,
        List<Text> concerns,
        int question,
        List<Group> groups,
        List<ReplyLine> replies,
        boolean unsure) {

    record Group(State state, List<Card> cards) {

        /** Whether it is worth seeing at once; the others fold away. */
        public boolean isNews() {
            return state == State.READY || state == State.NOT_YET;
        }
    }

    /**
     * One programme.
     *
     * @param lacking titles of the required criteria that are unmet
     * @param undecided how many questions would decide it
     * @param left how many of its questions have no reply yet
     * @param helps other programmes that help with what is lacking
     */
    record Card(
            String programme,
            Text title,
            Verdict verdict,
            boolean closed,
            List<Text> lacking,
            int undecided,
            int left,
            List<Help> helps) {}

    /** @param programme id of the other programme */
    record Help(String programme, Text title, Text why) {}

    /** @param answer empty for "not known yet" */
    record ReplyLine(String question, Text label, Optional<Text> answer) {}
}
