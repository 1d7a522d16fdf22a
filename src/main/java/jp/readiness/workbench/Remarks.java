package jp.readiness.workbench;

import jp.readiness.workbench.Refused.Reason;

/** What the program itself remarks to authors; in both languages, since nobody knows yet who will read it. */
final class Remarks {

    private Remarks() {}

    static String of(Reason why) {
        return why == Reason.OTHER_LIVE
                ? "公開する日に、別の版が公開中になっていました。違いを確かめて、もう一度承認を依頼してください。\n"
                        + "On its day another version was live. Look at the differences and ask for approval again."
                : "公開する日に、誤りが見つかりました。下の一覧を直して、もう一度承認を依頼してください。\n"
                        + "On its day errors were found. Correct what is listed below and ask for approval again.";
    }
}
