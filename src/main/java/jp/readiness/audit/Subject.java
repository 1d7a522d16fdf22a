package jp.readiness.audit;

/**
 * What an event is about, by id: never by a person's name, so that deleting a person leaves the chain whole.
 *
 * @param type such as {@code account} or {@code sheet}, at most 30 characters
 * @param id at most 100 characters
 */
public record Subject(String type, String id) {}
