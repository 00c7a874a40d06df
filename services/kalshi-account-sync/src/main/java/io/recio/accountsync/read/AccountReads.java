package io.recio.accountsync.read;

/** The account, asked of the exchange. */
public interface AccountReads {

    /** Reads what is asked for, waiting; every list to its last page. Never throws: what went wrong is the outcome. */
    ReadOutcome read(ReadRequest request);
}
