package jp.readiness.programme;

/** One of the answers that a choice offers; the id is what DRL, JSON and CSV use. */
public record Option(String id, Text label) {}
