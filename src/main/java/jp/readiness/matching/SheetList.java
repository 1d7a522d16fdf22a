package jp.readiness.matching;

import java.util.List;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Text;

/**
 * The applicants of one side, in the order given.
 *
 * @param rejected why some rows were left out, each with its line, column and reason
 * @param notes what one should know although all was read
 */
public record SheetList(List<Listed> applicants, List<Text> rejected, List<Text> notes) {
    public SheetList {
        applicants = List.copyOf(applicants);
        rejected = List.copyOf(rejected);
        notes = List.copyOf(notes);
    }

    public List<Answers> answers() {
        return applicants.stream().map(Listed::answers).toList();
    }
}
