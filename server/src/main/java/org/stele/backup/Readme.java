package org.stele.backup;

/** What a stranger who finds backups has to know. */
final class Readme {
    static final String TEXT = """
            Backups of a Stele register.

            backups/   one index for each complete backup: which files of objects/ belong to it. It holds no secret.
            objects/   files named by the SHA-256 of their bytes. Check one:  openssl dgst -sha256 FILE
                       Sealed parts open with the stock program age:  age -d -i IDENTITY FILE | gunzip
                       The part that an index names as its manifest says which part is what. A table is the text of PostgreSQL's COPY.
                       Originals lie here as the vault encrypted them (Tink streaming AES-256-GCM); their keys are in the table blob_key,
                       wrapped for the compartments' keys, which are in the part files/keys. The program brings them back.

            The identity that opens them is the service identity (keys/service.identity of the data folder) or the one that any three of the
            five recovery shares give. Without either nobody can read anything here.

            Restore:  stele restore THIS-FOLDER --data NEW-FOLDER
            Change, rename and delete nothing here by hand; 'stele backup prune' removes old backups.
            """;

    private Readme() {
    }
}
