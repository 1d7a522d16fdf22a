package jp.readiness.programme;

/** An invented applicant that one can load to try the form. */
public record Example(String id, Text title, Text note, Answers answers, Place place) {}
