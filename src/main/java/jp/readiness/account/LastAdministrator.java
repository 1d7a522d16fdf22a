package jp.readiness.account;

/** A change was not made, because no administrator would be left. */
class LastAdministrator extends RuntimeException {

    LastAdministrator() {
        super("no administrator would be left");
    }
}
