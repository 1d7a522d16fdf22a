package jp.readiness.library;

import jp.readiness.folder.ResolvedEdition;

/** Is told what becomes of a changed folder. */
public interface FolderListener {

    FolderListener NONE = new FolderListener() {
        @Override
        public void published(ResolvedEdition resolved) {}

        @Override
        public void offered(ResolvedEdition resolved, String live) {}
    };

    /** An edition of the folder went live. */
    void published(ResolvedEdition resolved);

    /**
     * An edition of the folder changed, and does not go live by itself, since something was published online meanwhile.
     *
     * @param live hash of the version that stays live
     */
    void offered(ResolvedEdition resolved, String live);
}
