package jp.readiness.trackrecord;

/** An applicant who took part: what was predicted, and what happened. */
public record Case(Prediction prediction, Outcome outcome) {}
