package jp.readiness.api;

/** Sentences that the published description of the interface repeats. */
final class ApiDocs {

    static final String AS_OF = "Day that counts, in Japan; today if left out. It selects the edition in force.";
    static final String RULES =
            "Whether every rule is to be shown, with each of its conditions beside the answer: `rules`";
    static final String NO_PROGRAMME = "No such programme, or it has no edition on that day";
    static final String BAD_ANSWERS =
            "Not JSON, an unknown question or a value that does not fit: see `errors`." + " Nothing is kept.";
    static final String TOO_MANY = "Too many requests from this address: wait as many seconds as `Retry-After` says";
    static final String SHEET = """
            {"applicant": "株式会社例示製作所", "answers": {"participants": 2, "hasData": true, "dataVolume": null}}""";

    static final String LISTS = """
            {"left": [{"applicant": "株式会社例示製作所", "answers": {"jointMonths": 6}}],
             "right": [{"applicant": "例示 花子", "answers": {"jointMonths": 5}}]}""";

    private ApiDocs() {}
}
