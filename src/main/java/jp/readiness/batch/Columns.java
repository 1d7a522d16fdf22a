package jp.readiness.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.readiness.programme.Question;
import jp.readiness.programme.Suggestion;
import jp.readiness.programme.Text;

/**
 * Which column of a table is for what.
 *
 * @param all one per column of the table, in its order
 * @param problems why the table cannot be read with these columns; without any it can
 * @param warnings what one should know before it is: columns that are not read, questions that have none
 */
public record Columns(List<Column> all, List<Text> problems, List<Text> warnings) {

    /** What a column is for. */
    public enum Use {
        APPLICANT,
        QUESTION,
        /** Not read, because somebody said so or because it is known to hold nothing of use. */
        IGNORED,
        /** Not read, because nobody knows what it is. */
        UNKNOWN
    }

    /**
     * @param index from 0
     * @param header as it stands in the file
     * @param question id of the question it answers; for an unknown column the one that may be meant
     */
    public record Column(int index, String header, Use use, Optional<String> question) {
        boolean answers(String id) {
            return use == Use.QUESTION && question.filter(id::equals).isPresent();
        }
    }

    public Columns {
        all = List.copyOf(all);
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    /**
     * @param byHand header → id of the question that it is for, or {@code applicant} or {@code ignore}; goes before what
     *     the header says by itself
     */
    public static Columns of(List<String> header, List<Question> questions, Map<String, String> byHand) {
        return new Finder(header, questions, byHand).columns();
    }

    /** Those that nobody knows what they are for; a person may say so by hand. */
    public List<Column> unknown() {
        return all.stream().filter(column -> column.use() == Use.UNKNOWN).toList();
    }

    Optional<Column> applicant() {
        return all.stream().filter(column -> column.use() == Use.APPLICANT).findFirst();
    }

    /** Tells columns apart and says what is wrong with them. */
    private static final class Finder {

        private final List<Question> questions;
        private final Names names;
        private final List<Column> columns = new ArrayList<>();
        private final List<Text> problems = new ArrayList<>();
        private final List<Text> warnings = new ArrayList<>();

        Finder(List<String> header, List<Question> questions, Map<String, String> byHand) {
            this.questions = questions;
            this.names = new Names(questions);
            Map<String, String> hand = new LinkedHashMap<>();
            byHand.forEach((name, target) -> hand.put(Names.folded(name), target));
            for (int index = 0; index < header.size(); index++) {
                String target = hand.get(Names.folded(header.get(index)));
                columns.add(
                        target == null
                                ? names.column(index, header.get(index))
                                : said(index, header.get(index), target));
            }
            checkHand(header, byHand);
        }

        private Column said(int index, String header, String target) {
            Column column = names.column(index, header, target);
            if (column != null) {
                return column;
            }
            Text maybe = Suggestion.maybe(
                    target, questions.stream().map(Question::id).toList());
            problems.add(new Text(
                    "列「%s」の割り当て先「%s」という質問はありません。%s".formatted(header, target, maybe.ja()),
                    "The column \"%s\" is to answer `%s`, but there is no such question. %s"
                            .formatted(header, target, maybe.en())
                            .strip()));
            return new Column(index, header, Use.IGNORED, Optional.empty());
        }

        private void checkHand(List<String> header, Map<String, String> byHand) {
            Set<String> there = header.stream().map(Names::folded).collect(Collectors.toSet());
            byHand.keySet().stream()
                    .filter(name -> !there.contains(Names.folded(name)))
                    .forEach(name -> {
                        Text maybe = Suggestion.maybe(name, header);
                        problems.add(new Text(
                                "割り当てた列「%s」がファイルにありません。%s".formatted(name, maybe.ja()),
                                "There is no column \"%s\" in the file, which you said what it is for. %s"
                                        .formatted(name, maybe.en())
                                        .strip()));
                    });
        }

        Columns columns() {
            onlyOneApplicant();
            noQuestionTwice();
            suggest();
            if (columns.stream().noneMatch(column -> column.use() == Use.QUESTION)) {
                problems.add(noQuestionAtAll());
            } else {
                warnOfMissing();
            }
            return new Columns(columns, problems, warnings);
        }

        /** A sheet may have a company's name and a person's: the first of them names the applicant. */
        private void onlyOneApplicant() {
            List<Column> applicants = columns.stream()
                    .filter(column -> column.use() == Use.APPLICANT)
                    .toList();
            for (Column more : applicants.subList(Math.min(1, applicants.size()), applicants.size())) {
                columns.set(more.index(), new Column(more.index(), more.header(), Use.IGNORED, Optional.empty()));
                warnings.add(new Text(
                        "列「%s」は読みません。申込者の名前は列「%s」から読みます。"
                                .formatted(more.header(), applicants.get(0).header()),
                        "The column \"%s\" is not read: the applicant's name is taken from \"%s\"."
                                .formatted(more.header(), applicants.get(0).header())));
            }
        }

        private void noQuestionTwice() {
            Map<String, Column> first = new HashMap<>();
            for (Column column : columns) {
                if (column.use() == Use.QUESTION) {
                    Column other = first.putIfAbsent(column.question().orElseThrow(), column);
                    if (other != null) {
                        problems.add(twice(column.question().orElseThrow(), other, column));
                    }
                }
            }
        }

        private static Text twice(String question, Column one, Column other) {
            return new Text(
                    "質問「%s」の列が2つあります（%d列目「%s」と%d列目「%s」）。1つにするか、使わない列の見出しを変えて ignore に割り当ててください。"
                            .formatted(question, one.index() + 1, one.header(), other.index() + 1, other.header()),
                    "Two columns answer `%s`: column %d \"%s\" and column %d \"%s\". Keep one of them, or rename the other and map it to ignore."
                            .formatted(question, one.index() + 1, one.header(), other.index() + 1, other.header()));
        }

        /** A header that is nearly a question without a column is a slip, and reading on would leave that question open. */
        private void suggest() {
            for (Column unknown :
                    columns.stream().filter(c -> c.use() == Use.UNKNOWN).toList()) {
                Optional<String> meant = names.closest(unknown.header())
                        .filter(id -> columns.stream().noneMatch(column -> column.answers(id)));
                columns.set(unknown.index(), new Column(unknown.index(), unknown.header(), Use.UNKNOWN, meant));
                meant.ifPresentOrElse(id -> problems.add(slip(unknown, id)), () -> warnings.add(notRead(unknown)));
            }
        }

        private static Text slip(Column unknown, String id) {
            return new Text(
                    "列「%s」がどの質問か分かりません。もしかして「%s」ですか。見出しを直すか、列を質問に割り当ててください（使わない列は ignore）。"
                            .formatted(unknown.header(), id),
                    "It is not known which question the column \"%s\" answers. Maybe you meant `%s`. Correct the header, or say which question it is for (ignore for none)."
                            .formatted(unknown.header(), id));
        }

        private static Text notRead(Column unknown) {
            return new Text(
                    "列「%s」は、どの質問の列でもないので読みません。".formatted(unknown.header()),
                    "The column \"%s\" is not read: it is for none of the questions.".formatted(unknown.header()));
        }

        private Text noQuestionAtAll() {
            String ids = questions.stream().map(Question::id).collect(Collectors.joining(", "));
            return new Text(
                    "質問の列が1つもありません。見出しには、質問の文か次のIDを入れてください: " + ids,
                    "No column is for a question. A header is the words of a question or one of these ids: " + ids);
        }

        private void warnOfMissing() {
            List<Question> missing = questions.stream()
                    .filter(question -> columns.stream().noneMatch(column -> column.answers(question.id())))
                    .toList();
            if (!missing.isEmpty()) {
                String ids = missing.stream().map(Question::id).collect(Collectors.joining(", "));
                warnings.add(new Text(
                        "次の質問の列がないため、未回答として扱います: " + ids,
                        "These questions have no column and are taken as unanswered: " + ids));
            }
        }
    }
}
