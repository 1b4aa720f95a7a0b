package plumbline.grade;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import plumbline.simulation.ScalarStep;

/** Steps from a source file, compiled in memory, or from a jar. */
public final class Source {
  private Source() {}

  /**
   * Compiles one source file and finds the step in it.
   *
   * @param file MyStep.java
   * @return makes a new object of the class that is a {@link ScalarStep}
   * @throws IllegalArgumentException what is wrong with it, with the compiler's lines
   */
  public static Supplier<ScalarStep> compiled(Path file) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IllegalArgumentException(
          "this Java has no compiler, so that "
              + file
              + " cannot be compiled: run with a JDK, or compile it and name it with --jar and"
              + " --class");
    }
    if (!file.toString().endsWith(".java") || !Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          file
              + " is no source file: name a file that ends in .java (`grade --example` prints"
              + " one)");
    }
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    try (JavaFileManager standard =
            compiler.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8);
        InMemory memory = new InMemory(standard)) {
      String text = Files.readString(file);
      List<String> options =
          List.of("-proc:none", "-g", "-cp", System.getProperty("java.class.path"));
      boolean done =
          compiler.getTask(null, memory, said, options, null, List.of(new Text(file, text))).call();
      if (!done) {
        throw new IllegalArgumentException(file + " does not compile: " + errors(said));
      }
      return only(memory.load(), file.toString());
    } catch (IOException e) {
      throw new IllegalArgumentException(
          file + " cannot be read as UTF-8 (" + e.getMessage() + "): save it as UTF-8", e);
    }
  }

  /**
   * A class in a jar or a folder of classes.
   *
   * @param name the class's full name
   */
  public static Supplier<ScalarStep> loaded(Path jar, String name) {
    if (!Files.exists(jar)) {
      throw new IllegalArgumentException(jar + " is not there: name a jar, or a folder of classes");
    }
    try {
      URL[] path = {jar.toUri().toURL()};
      // open as long as the step runs, which may load classes late
      ClassLoader loader = new URLClassLoader(path, Source.class.getClassLoader());
      return maker(Class.forName(name, true, loader), jar.toString());
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(
          jar + " has no class " + name + ": write its full name, with its package", e);
    } catch (IOException | LinkageError e) {
      throw new IllegalArgumentException(
          name + " in " + jar + " cannot be loaded (" + e + "): build the jar anew", e);
    }
  }

  private static String errors(DiagnosticCollector<JavaFileObject> said) {
    return said.getDiagnostics().stream()
        .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
        .map(d -> "line " + d.getLineNumber() + ": " + d.getMessage(Locale.ROOT))
        .collect(Collectors.joining("; "));
  }

  private static Supplier<ScalarStep> only(List<Class<?>> classes, String where) {
    List<Class<?>> steps =
        classes.stream()
            .filter(c -> ScalarStep.class.isAssignableFrom(c) && !c.isInterface())
            .filter(c -> !Modifier.isAbstract(c.getModifiers()) && !c.isAnonymousClass())
            .toList();
    if (steps.size() != 1) {
      throw new IllegalArgumentException(
          "%s has %s that implement plumbline.simulation.ScalarStep: write exactly one (`grade --example` prints one)"
              .formatted(
                  where,
                  steps.isEmpty()
                      ? "no classes"
                      : steps.size()
                          + " classes ("
                          + steps.stream().map(Class::getName).collect(Collectors.joining(", "))
                          + ")"));
    }
    return maker(steps.get(0), where);
  }

  private static Supplier<ScalarStep> maker(Class<?> type, String where) {
    if (!ScalarStep.class.isAssignableFrom(type)) {
      throw new IllegalArgumentException(
          type.getName() + " in " + where + " does not implement plumbline.simulation.ScalarStep");
    }
    Constructor<?> constructor;
    try {
      constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
    } catch (NoSuchMethodException | RuntimeException e) {
      throw new IllegalArgumentException(
          type.getName()
              + " has no constructor without arguments, by which each replica gets its own object:"
              + " write one (and make an inner class static)",
          e);
    }
    return () -> made(constructor);
  }

  private static ScalarStep made(Constructor<?> constructor) {
    try {
      return (ScalarStep) constructor.newInstance();
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("its constructor threw " + e.getCause(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e.toString(), e);
    }
  }

  /** The source, as the compiler reads it. */
  private static final class Text extends SimpleJavaFileObject {
    private final String text;

    Text(Path file, String text) {
      super(URI.create("memory:///" + file.toUri().getRawPath()), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignored) {
      return text;
    }
  }

  /** A class, as the compiler writes it. */
  private static final class Code extends SimpleJavaFileObject {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Code(String name) {
      super(URI.create("memory:///" + name.replace('.', '/') + ".class"), Kind.CLASS);
    }

    @Override
    public OutputStream openOutputStream() {
      return bytes;
    }
  }

  /** Keeps classes as bytes and writes no file. */
  private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, Code> classes = new HashMap<>();

    InMemory(JavaFileManager standard) {
      super(standard);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      return classes.computeIfAbsent(name, Code::new);
    }

    List<Class<?>> load() {
      ClassLoader loader =
          new ClassLoader(Source.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
              Code code = classes.get(name);
              if (code == null) {
                throw new ClassNotFoundException(name);
              }
              byte[] bytes = code.bytes.toByteArray();
              return defineClass(name, bytes, 0, bytes.length);
            }
          };
      List<Class<?>> loaded = new ArrayList<>();
      for (String name : classes.keySet().stream().sorted().toList()) {
        try {
          loaded.add(loader.loadClass(name));
        } catch (ClassNotFoundException | LinkageError e) {
          throw new IllegalArgumentException(name + " cannot be loaded: " + e, e);
        }
      }
      return loaded;
    }
  }
}
