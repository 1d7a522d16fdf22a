package jp.readiness.screening;

/**
 * Who hands the answers in to the office, as typed; asked for only then, with its purpose and consent.
 *
 * @param phone may be empty
 * @param message to the office; may be empty
 */
record Contact(String company, String person, String email, String phone, String message) {

    /** Of a sheet that came with a file. */
    static final Contact NONE = new Contact("", "", "", "", "");
}
