package io.recio.mainapp;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.recio.fixtures.TestDatabase;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/**
 * A database of the screen's own behind a {@link DatabaseProxy}, and an identity provider; all can be had as fields of a test.
 * With the profile {@link LiveMoney} it belongs to a live account, and no provider is set up.
 */
public final class ScreenDatabaseResource implements QuarkusTestResourceLifecycleManager {

    public static final String PASSWORD_FILE = "target/first-admin-password";

    private final TestDatabase database = TestDatabase.fresh();
    private final URI direct = URI.create(database.url());
    private final DatabaseProxy proxy = new DatabaseProxy(direct.getHost(), direct.getPort());

    private final IdentityProviderStandIn provider = new IdentityProviderStandIn();

    private boolean live;

    @Override
    public void setContext(Context context) {
        live = LiveMoney.class.getName().equals(context.testProfile());
    }

    @Override
    public Map<String, String> start() {
        var settings = new HashMap<>(database.serviceSettings());
        settings.put("recio.database.url", "postgresql://127.0.0.1:" + proxy.port() + direct.getPath());
        settings.put("recio.first-admin-password-file", PASSWORD_FILE);
        settings.put("main-app.request.validity", "2S");
        settings.put("smallrye.jwt.sign.key.location", SigningKey.written().toString());
        if (live) {
            database.execute("UPDATE system.installation SET mode = 'live', account = '" + LiveMoney.ACCOUNT + "'");
            settings.put("recio.mode", "live");
            settings.put("recio.account", LiveMoney.ACCOUNT);
        } else {
            settings.putAll(provider.settings());
        }
        return settings;
    }

    @Override
    public void stop() {
        proxy.cut();
        provider.stop();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(database, new TestInjector.MatchesType(TestDatabase.class));
        injector.injectIntoFields(provider, new TestInjector.MatchesType(IdentityProviderStandIn.class));
        injector.injectIntoFields(proxy, new TestInjector.MatchesType(DatabaseProxy.class));
    }
}
