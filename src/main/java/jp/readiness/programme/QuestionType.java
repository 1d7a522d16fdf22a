package jp.readiness.programme;

/** What kind of answer a question takes; the YAML spells them {@code yesNo, whole, decimal, choice, choices, text}. */
public enum QuestionType {
    YES_NO("yesNo"),
    /** A whole number; its bounds must lie within ±10^15. */
    WHOLE("whole"),
    /** An exact decimal number with at most 9 digits after the point. */
    DECIMAL("decimal"),
    /** One of the options. */
    CHOICE("choice"),
    /** Several of at most 12 options; none of them is an answer too. */
    CHOICES("choices"),
    /** Short text of at most {@code max} characters, 200 unless said; criteria never read it. */
    TEXT("text");

    private final String yaml;

    QuestionType(String yaml) {
        this.yaml = yaml;
    }

    /** The name in YAML, JSON and the API. */
    public String yaml() {
        return yaml;
    }

    public boolean isNumber() {
        return this == WHOLE || this == DECIMAL;
    }

    public boolean hasOptions() {
        return this == CHOICE || this == CHOICES;
    }
}
