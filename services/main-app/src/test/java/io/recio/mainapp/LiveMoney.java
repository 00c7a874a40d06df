package io.recio.mainapp;

import io.quarkus.test.junit.QuarkusTestProfile;

/** The screen of an account whose money is live; {@link ScreenDatabaseResource} sees to the database. */
public final class LiveMoney implements QuarkusTestProfile {

    public static final String ACCOUNT = "acct-4711";
}
