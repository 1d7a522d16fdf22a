package jp.readiness.programme;

/** A page of the form. */
public record Section(String id, Text title) {}
