package jp.readiness.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Question;
import jp.readiness.table.TableProblem;
import jp.readiness.table.TableWriter;

/**
 * Applicants who do not exist, to try a programme on many rows. The same seed gives the same rows on every Java. CSV has
 * no place for a remark, so every applicant's name says that it is made up.
 */
public final class SyntheticCohort {

    /** Staff cannot say everything of everybody either, and applicants leave a question open now and then. */
    private static final double OPEN = 0.04;

    private final List<String> header = new ArrayList<>(List.of(Names.APPLICANT));
    private final List<SyntheticAnswers> answers = new ArrayList<>();
    private final Random random;

    /** @param seed which rows to make up */
    public SyntheticCohort(Edition edition, long seed) {
        this.random = new Random(seed);
        for (Question question : edition.questions()) {
            header.add(question.id());
            answers.add(SyntheticAnswers.of(edition, question));
        }
    }

    /**
     * Writes the rows; the file appears under its name when it is whole.
     *
     * @param out CSV or XLSX by its ending
     * @throws BatchProblem if a sheet does not hold so many rows, or the name ends like neither
     */
    public void write(long rows, Path out) throws IOException {
        Path part = PartFile.of(out);
        try {
            try (TableWriter writer = TableWriter.open(part, BatchOrder.format(out))) {
                writer.write(header);
                for (long row = 1; row <= rows; row++) {
                    writer.write(row(row));
                }
            }
            Files.move(part, out, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (TableProblem e) {
            throw BatchProblem.of(e);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private List<String> row(long number) {
        List<String> cells = new ArrayList<>(header.size());
        String digits = Long.toString(number);
        cells.add("架空の申込者" + "0".repeat(Math.max(0, 7 - digits.length())) + digits);
        for (SyntheticAnswers column : answers) {
            cells.add(random.nextDouble() < OPEN ? "" : column.next(random));
        }
        return cells;
    }
}
