package jp.readiness.trackrecord;

import java.util.List;

/**
 * What there is to learn from. Who was declined did not take part and has no outcome, so that all rates are about those
 * who were let in: how the others would have fared, nobody knows.
 *
 * @param declined without an outcome, and never to have one
 * @param pending without an outcome yet
 */
public record Sample(int declined, int pending, int finished, int left) {

    static Sample of(List<Case> cases, int declined, int pending) {
        int left = (int) cases.stream().filter(each -> each.outcome().isLeft()).count();
        return new Sample(declined, pending, cases.size() - left, left);
    }

    public int applicants() {
        return declined + pending + outcomes();
    }

    public int outcomes() {
        return finished + left;
    }
}
