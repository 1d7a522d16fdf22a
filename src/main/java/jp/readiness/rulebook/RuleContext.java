package jp.readiness.rulebook;

/** What every reader of a rule needs: the text, the names it may use, and where constants and problems go. */
record RuleContext(SourceText source, Vocabulary vocabulary, ConstantPool pool, ProblemLog problems) {

    /** The same inside the pattern of that answer sheet. */
    RuleContext in(String fact) {
        return new RuleContext(source, vocabulary.of(fact), pool, problems);
    }
}
