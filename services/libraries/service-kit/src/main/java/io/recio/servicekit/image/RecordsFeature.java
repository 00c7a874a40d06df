package io.recio.servicekit.image;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Set;
import org.graalvm.nativeimage.hosted.Feature;
import org.graalvm.nativeimage.hosted.RuntimeReflection;

/**
 * Keeps for a native image what Jackson looks up by reflection: the components, accessors and constructors of every record of
 * ours that the image uses. There is no list to forget a record in.
 */
public final class RecordsFeature implements Feature {

    private static final String OURS = "io.recio.";

    private final Set<Class<?>> kept = new HashSet<>();

    @Override
    public String getDescription() {
        return "keeps the records of REC.IO for JSON";
    }

    @Override
    public void beforeAnalysis(BeforeAnalysisAccess access) {
        access.registerSubtypeReachabilityHandler((analysis, type) -> keep(type), Record.class);
    }

    /** With the records it is made of: nothing but Jackson may ever make one. */
    private synchronized void keep(Type type) {
        if (type instanceof ParameterizedType generic) {
            keep(generic.getRawType());
            for (Type argument : generic.getActualTypeArguments()) {
                keep(argument);
            }
        } else if (type instanceof Class<?> found
                && found.isRecord()
                && found.getName().startsWith(OURS)
                && kept.add(found)) {
            RuntimeReflection.register(found);
            RuntimeReflection.registerAllRecordComponents(found);
            RuntimeReflection.registerAllDeclaredFields(found);
            RuntimeReflection.registerAllDeclaredMethods(found);
            RuntimeReflection.register(found.getDeclaredMethods());
            RuntimeReflection.registerAllDeclaredConstructors(found);
            RuntimeReflection.register(found.getDeclaredConstructors());
            for (RecordComponent component : found.getRecordComponents()) {
                keep(component.getGenericType());
            }
        }
    }
}
