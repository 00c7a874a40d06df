package io.recio.localstack.release;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import com.marcnuri.helm.UpgradeCommand;
import io.recio.localstack.refusal.Refused;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A chart in a registry: exactly the bytes whose signature was checked. */
final class PublishedChart {

    private static final String IMAGES_FROM = "image.registry";
    private static final String SCREEN = "/main-app:";
    private static final String MIGRATOR = "/database-migrator:";

    private final Registry registry;
    private final String reference;

    private PublishedChart(Registry registry, String reference) {
        this.registry = registry;
        this.reference = reference;
    }

    static PublishedChart find(Registry registry, ReleaseVersion version, Signer signer)
            throws IOException, InterruptedException {
        String tagged = registry.chart() + ":" + version.name();
        String digest = signer.check(tagged).map(signed -> "@" + signed).orElse("");
        return new PublishedChart(registry, "oci://" + tagged + digest);
    }

    /** With its digest, when it is signed. */
    String reference() {
        return reference;
    }

    /** What the installation would run of this registry. */
    Set<String> images(Installation installation) {
        TemplateCommand template = Helm.template(reference)
                .withName(ChartPackage.NAME)
                .withNamespace(installation.namespace())
                .withValuesFile(installation.values())
                .set(IMAGES_FROM, registry.name());
        if (registry.isPlain()) {
            template.plainHttp();
        }
        Set<String> images = new TreeSet<>();
        Matcher image = Pattern.compile("image: \"?(" + Pattern.quote(registry.name()) + "/[^\\s\"]+)")
                .matcher(template.call());
        while (image.find()) {
            images.add(image.group(1));
            // Helm's library renders no hooks, and with an external database the migrator is one.
            images.add(image.group(1).replace(SCREEN, MIGRATOR));
        }
        return images;
    }

    /**
     * @return the revision, when everything is ready
     * @throws Refused with Helm's words; what ran before runs on
     */
    String upgrade(Installation installation) {
        UpgradeCommand upgrade = Helm.upgrade(reference)
                .install()
                .withName(ChartPackage.NAME)
                .withNamespace(installation.namespace())
                .withKubeConfig(installation.kubeconfig())
                .withValuesFile(installation.values())
                .set(IMAGES_FROM, registry.name())
                .atomic()
                .waitReady()
                .withTimeout(Math.toIntExact(TimeUnit.MINUTES.toSeconds(installation.minutes())));
        if (registry.isPlain()) {
            upgrade.plainHttp();
        }
        try {
            return upgrade.call().getRevision();
        } catch (IllegalStateException e) {
            throw new Refused("the release did not come up: " + oneLine(e.getMessage()), e);
        }
    }

    /** Helm's words, without what it says beside them and without line ends. */
    private static String oneLine(String words) {
        int beside = words.indexOf("\n---");
        return (beside < 0 ? words : words.substring(0, beside)).strip().replaceAll("\\s+", " ");
    }
}
