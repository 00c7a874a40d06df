package io.recio.localstack.chaos.house;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Puts the beans of a service together by their own constructors and producers, as its container does; what a test gives
 * goes first, and any one part may be replaced. It knows as much of CDI as the services of the order path use.
 */
final class Assembly {

    private static final int BEFORE_THE_BUILT_IN = 200;

    private final List<Class<?>> classes = new ArrayList<>();
    private final Map<Class<?>, Object> beans = new LinkedHashMap<>();
    private final Map<Class<?>, UnaryOperator<Object>> replacements = new HashMap<>();
    private final SmallRyeConfig config;

    /** @param anchors one class of each module the service is made of */
    Assembly(Map<String, String> settings, Class<?>... anchors) {
        Arrays.stream(anchors).forEach(anchor -> classes.addAll(classesBeside(anchor)));
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, BEFORE_THE_BUILT_IN, new DurationConverter())
                .withDefaultValues(settings);
        classes.stream().filter(Assembly::isMapping).forEach(builder::withMapping);
        this.config = builder.build();
    }

    <T> Assembly with(Class<T> type, T instance) {
        beans.put(type, instance);
        return this;
    }

    /** Whoever needs the port gets what this makes of the real one. */
    <T> Assembly replace(Class<T> port, UnaryOperator<T> replacement) {
        replacements.put(port, real -> replacement.apply(port.cast(real)));
        return this;
    }

    <T> T get(Class<T> type) {
        return type.cast(bean(type));
    }

    /** Tells every part made so far that the service starts. */
    void start() {
        fire(new StartupEvent());
    }

    void stop() {
        fire(new ShutdownEvent());
    }

    private Object bean(Class<?> type) {
        Object known = beans.get(type);
        if (known == null) {
            Object made = isMapping(type) ? config.getConfigMapping(type) : make(type);
            known = replacements.getOrDefault(type, UnaryOperator.identity()).apply(made);
            beans.put(type, known);
        }
        return known;
    }

    private Object make(Class<?> type) {
        List<Method> producers = classes.stream()
                .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Produces.class) && method.getReturnType() == type)
                .toList();
        if (producers.size() == 1) {
            Method producer = producers.getFirst();
            return call(producer, instanceOf(producer.getDeclaringClass()));
        }
        List<Class<?>> candidates = classes.stream()
                .filter(each -> each.isAnnotationPresent(Singleton.class) && type.isAssignableFrom(each))
                .toList();
        if (producers.size() + candidates.size() != 1) {
            throw new IllegalStateException("one bean must be " + type + ", were " + producers + candidates);
        }
        return instanceOf(candidates.getFirst());
    }

    /** One instance of a class, under whichever of its types it was asked for first. */
    private Object instanceOf(Class<?> type) {
        Object known = beans.get(type);
        if (known == null) {
            Constructor<?> constructor = type.getDeclaredConstructors()[0];
            known = open(constructor, () -> constructor.newInstance(arguments(constructor)));
            beans.put(type, known);
        }
        return known;
    }

    private Object call(Method method, Object target) {
        return open(method, () -> method.invoke(target, arguments(method)));
    }

    private Object[] arguments(Executable executable) {
        return Arrays.stream(executable.getParameters()).map(this::argument).toArray();
    }

    private Object argument(Parameter parameter) {
        ConfigProperty property = parameter.getAnnotation(ConfigProperty.class);
        if (property != null) {
            return config.getOptionalValue(property.name(), parameter.getType())
                    .map(Object.class::cast)
                    .orElseGet(property::defaultValue);
        }
        if (Provider.class.isAssignableFrom(parameter.getType())) {
            Class<?> wanted =
                    (Class<?>) ((ParameterizedType) parameter.getParameterizedType()).getActualTypeArguments()[0];
            return Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {parameter.getType()},
                    (proxy, method, arguments) -> bean(wanted));
        }
        return bean(parameter.getType());
    }

    private void fire(Object event) {
        for (Object bean : List.copyOf(beans.values())) {
            Arrays.stream(bean.getClass().getDeclaredMethods())
                    .filter(method -> method.getParameterCount() == 1
                            && method.getParameters()[0].isAnnotationPresent(Observes.class)
                            && method.getParameterTypes()[0].isInstance(event))
                    .forEach(method -> open(method, () -> method.invoke(bean, event)));
        }
    }

    private interface Action {
        Object run() throws ReflectiveOperationException;
    }

    private static Object open(AccessibleObject member, Action action) {
        member.setAccessible(true);
        try {
            return action.run();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(member + " must work, failed", e);
        }
    }

    private static boolean isMapping(Class<?> type) {
        return type.isAnnotationPresent(ConfigMapping.class);
    }

    private static List<Class<?>> classesBeside(Class<?> anchor) {
        try {
            Path place = Path.of(
                    anchor.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(place)) {
                return classesBelow(place, anchor.getClassLoader());
            }
            try (FileSystem jar = FileSystems.newFileSystem(place)) {
                return classesBelow(jar.getPath("/"), anchor.getClassLoader());
            }
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException("classes beside " + anchor + " cannot be listed", e);
        }
    }

    private static List<Class<?>> classesBelow(Path root, ClassLoader loader) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString().replace('/', '.'))
                    .filter(name -> name.startsWith("io.recio.") && name.endsWith(".class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .filter(name -> !name.endsWith("package-info"))
                    .<Class<?>>map(name -> load(name, loader))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("classes cannot be listed: " + root, e);
        }
    }

    private static Class<?> load(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("class must be there: " + name, e);
        }
    }
}
