package jp.readiness.rulebook;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import jp.readiness.programme.Parameter;
import jp.readiness.rulebook.Operand.Asked;
import jp.readiness.rulebook.Operand.Broken;
import jp.readiness.rulebook.Operand.Constant;
import jp.readiness.rulebook.Operand.Nothing;
import jp.readiness.rulebook.Operand.OptionOf;
import jp.readiness.rulebook.Operand.TableEntry;
import jp.readiness.rulebook.Operand.YesNo;

/**
 * Reads a name in an expression:
 *
 * <pre>
 * name := "true" | "false" | "null"
 *       | question                              participants
 *       | $name                                 bound to a question before
 *       | $name "." question                    bound to an answer sheet before
 *       | Question "." OPTION                   ExecutiveCommitment.COMMITTED
 *       | "Parameters" "." parameter [ "(" question ")" ]
 * </pre>
 */
final class NameReader {

    private final RuleContext context;
    private final Vocabulary vocabulary;
    private final Scope scope;
    private final TokenCursor cursor;

    NameReader(RuleContext context, Scope scope, TokenCursor cursor) {
        this.context = context;
        this.vocabulary = context.vocabulary();
        this.scope = scope;
        this.cursor = cursor;
    }

    /** @return broken, with a problem in the log, if the name means nothing */
    Operand read() {
        Token word = cursor.take();
        return switch (word.text()) {
            case "true" -> new YesNo(true);
            case "false" -> new YesNo(false);
            case "null" -> new Nothing();
            case Vocabulary.PARAMETERS -> cursor.at(".") ? parameter() : question(word);
            default -> other(word);
        };
    }

    private Operand other(Token word) {
        if (ConditionComplaints.isNoName(word.text())) {
            return giveUp(word, ConditionComplaints.unexpected(word));
        }
        if (cursor.at("(")) {
            return giveUp(word, ConditionComplaints.function(word.text()));
        }
        if (word.text().startsWith("$")) {
            return bound(word);
        }
        return cursor.at(".") ? option(word) : question(word);
    }

    private Operand question(Token word) {
        return question(word, vocabulary);
    }

    private Operand question(Token word, Vocabulary ofSheet) {
        Optional<Asked> asked = ofSheet.question(word.text());
        if (asked.isPresent()) {
            return asked.get();
        }
        return wrong(word, ConditionComplaints.unknownQuestion(word.text(), ofSheet));
    }

    private Operand bound(Token name) {
        Optional<String> fact = scope.fact(name.text());
        if (fact.isEmpty()) {
            Optional<Asked> asked = scope.question(name.text());
            return asked.isPresent()
                    ? asked.get()
                    : giveUp(name, ConditionComplaints.unknownBinding(name.text(), scope.names()));
        }
        if (!cursor.takeIf(".") || cursor.atEnd()) {
            return giveUp(name, ConditionComplaints.factIsNoValue(name.text()));
        }
        return question(cursor.take(), vocabulary.of(fact.get()));
    }

    private Operand option(Token enumeration) {
        cursor.take();
        if (cursor.atEnd() || cursor.peek().kind() != Token.Kind.WORD) {
            return giveUp(enumeration, ConditionComplaints.missingAfter("."));
        }
        Token id = cursor.take();
        Optional<Asked> question = vocabulary.enumeration(enumeration.text());
        if (question.isEmpty() && (cursor.at("(") || cursor.at("."))) {
            return giveUp(enumeration, ConditionComplaints.function(enumeration.text() + "." + id.text()));
        }
        if (question.isEmpty()) {
            return giveUp(enumeration, unknownEnumeration(enumeration.text(), id.text()));
        }
        Optional<OptionOf> option = vocabulary.option(enumeration.text(), id.text());
        return option.isPresent()
                ? option.get()
                : wrong(
                        id,
                        ConditionComplaints.unknownOption(
                                id.text(), question.get().question()));
    }

    private Complaint unknownEnumeration(String name, String part) {
        Optional<Asked> question = vocabulary.question(name);
        if (question.isPresent()) {
            return ConditionComplaints.partOfQuestion(question.get().question(), part);
        }
        Set<String> known = new HashSet<>(vocabulary.enumNames());
        known.add(Vocabulary.PARAMETERS);
        return ConditionComplaints.unknownEnumeration(name, known);
    }

    private Operand parameter() {
        cursor.take();
        if (cursor.atEnd() || cursor.peek().kind() != Token.Kind.WORD) {
            return giveUp(cursor.last(), ConditionComplaints.missingAfter("."));
        }
        Token id = cursor.take();
        Optional<Parameter> parameter = vocabulary.parameter(id.text());
        boolean called = cursor.at("(");
        Optional<Token> argument = called ? argument() : Optional.empty();
        if (cursor.gaveUp()) {
            return new Broken();
        }
        if (parameter.isEmpty()) {
            return wrong(id, ConditionComplaints.unknownParameter(id.text(), vocabulary.parameterIds()));
        }
        return called ? tableEntry(id, parameter.get(), argument) : plain(id, parameter.get());
    }

    private Operand plain(Token id, Parameter parameter) {
        if (parameter.value().isEmpty()) {
            return wrong(
                    id,
                    ConditionComplaints.tableWithoutKey(
                            id.text(), parameter.keyQuestion().orElse("")));
        }
        return new Constant(context.pool().parameter(id.text()), Optional.of(id.text()));
    }

    /** The question in parentheses. */
    private Optional<Token> argument() {
        cursor.take();
        if (!cursor.atEnd() && cursor.peek().kind() == Token.Kind.WORD && cursor.ahead(1, ")")) {
            Token question = cursor.take();
            cursor.take();
            return Optional.of(question);
        }
        giveUp(cursor.peek(), ConditionComplaints.badTableKey());
        return Optional.empty();
    }

    private Operand tableEntry(Token id, Parameter parameter, Optional<Token> argument) {
        if (parameter.keyQuestion().isEmpty() || argument.isEmpty()) {
            return wrong(id, ConditionComplaints.noTable(id.text()));
        }
        Token word = argument.get();
        Optional<Asked> key = scope.question(word.text()).or(() -> vocabulary.question(word.text()));
        if (key.isEmpty()) {
            return wrong(word, ConditionComplaints.unknownQuestion(word.text(), vocabulary));
        }
        if (!key.get().question().id().equals(parameter.keyQuestion().get())) {
            return wrong(
                    word,
                    ConditionComplaints.wrongTableKey(
                            id.text(), parameter.keyQuestion().get()));
        }
        int index = context.pool().table(id.text(), key.get().question());
        return new TableEntry(index, key.get(), id.text());
    }

    /** A name that means nothing, in an expression that can be read on. */
    private Operand wrong(Token token, Complaint complaint) {
        context.problems().add(token, complaint);
        return new Broken();
    }

    private Operand giveUp(Token token, Complaint complaint) {
        context.problems().add(token, complaint);
        cursor.giveUp();
        return new Broken();
    }
}
