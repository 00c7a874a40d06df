package io.recio.failuredetector.resource;

import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/** How one release is healed, and how it is: {@code kubectl get cpol}. */
@Group("rec.io")
@Version("v1alpha1")
@ShortNames("cpol")
@AdditionalPrinterColumn(name = "Level", jsonPath = ".status.level")
@AdditionalPrinterColumn(name = "Root cause", jsonPath = ".status.rootCause")
@AdditionalPrinterColumn(name = "Last remedy", jsonPath = ".status.lastRemedy")
@AdditionalPrinterColumn(
        name = "Age",
        jsonPath = ".metadata.creationTimestamp",
        type = AdditionalPrinterColumn.Type.DATE)
public final class CascadePolicy extends CustomResource<CascadePolicySpec, CascadePolicyStatus> implements Namespaced {

    private static final long serialVersionUID = 1L;
}
