package plumbline.lanes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.aparapi.Kernel;
import com.aparapi.internal.model.ClassModel;
import com.aparapi.internal.model.Entrypoint;
import com.aparapi.internal.writer.KernelWriter;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plumbline.simulation.Kernels;

/** What a kernel's bytecode must and must not be, read from the classes themselves. */
class KernelRulesTest {
  /** All classes from the leaves up to, not including, Aparapi's Kernel. */
  private static Set<Class<?>> classes() {
    Set<Class<?>> classes = new LinkedHashSet<>();
    for (Lanes kernel : Kernels.all()) {
      for (Class<?> c = kernel.getClass(); c != Kernel.class; c = c.getSuperclass()) {
        classes.add(c);
      }
    }
    return classes;
  }

  @Test
  void everyLeafIsExamined() throws Exception {
    // five leaves, two classes between some of them and Lanes, and Lanes with its six superclasses
    assertEquals(14, classes().size());
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      Set<String> sources = new TreeSet<>();
      files
          .map(f -> f.getFileName().toString())
          .filter(f -> f.endsWith("Lanes.java"))
          .forEach(f -> sources.add(f.replace(".java", "")));
      Set<String> seen = new TreeSet<>();
      classes().stream()
          .map(Class::getSimpleName)
          .filter(n -> n.endsWith("Lanes"))
          .forEach(seen::add);
      assertEquals(sources, seen);
    }
  }

  @Test
  void noProductFeedsASum() throws Exception {
    int products = 0;
    int sums = 0;
    for (Class<?> type : classes()) {
      UnfusedProducts.Report report = UnfusedProducts.in(type);
      assertEquals(List.of(), report.found());
      products += report.products();
      sums += report.sums();
    }
    assertTrue(products > 40 && sums > 25, products + " products, " + sums + " sums");
  }

  @Test
  void everyUnfusedProductOfTheControlIsFound() throws Exception {
    UnfusedProducts.Report report = UnfusedProducts.in(BadlyFused.class);
    assertEquals(BadlyFused.WAYS, report.found().size(), report.found()::toString);
    assertFalse(report.found().toString().contains("allowed"));
  }

  @Test
  void superclassesHaveNoPrivateStateWhichATranslationWouldMiss() {
    for (Class<?> type : classes()) {
      if (Modifier.isAbstract(type.getModifiers())) {
        for (Field field : type.getDeclaredFields()) {
          assertTrue(
              Modifier.isStatic(field.getModifiers()) || !Modifier.isPrivate(field.getModifiers()),
              field::toString);
        }
      }
    }
  }

  @Test
  void noFieldIsBooleanWhichWouldAbortTheVirtualMachine() {
    int fields = 0;
    for (Class<?> type : classes()) {
      for (Field field : type.getDeclaredFields()) {
        fields++;
        assertFalse(
            field.getType() == boolean.class && !field.getName().startsWith("$"), field::toString);
      }
    }
    assertTrue(fields > 80, fields + " fields");
  }

  @Test
  void noFieldIsFinalSinceOneKernelTakesOverTheFieldsOfAnother() {
    for (Class<?> type : classes()) {
      for (Field field : type.getDeclaredFields()) {
        assertFalse(
            Modifier.isFinal(field.getModifiers()) && !Modifier.isStatic(field.getModifiers()),
            field::toString);
      }
    }
  }

  @Test
  void noKernelIsNested() {
    for (Class<?> type : classes()) {
      assertEquals(null, type.getNestHost() == type ? null : type.getNestHost(), type::toString);
    }
  }

  @Test
  void noTwoMethodsShareANameWhichOpenClCannotTellApart() {
    for (Class<?> type : classes()) {
      Set<String> names = new HashSet<>();
      for (Method method : type.getDeclaredMethods()) {
        if (!method.isSynthetic() && !Modifier.isStatic(method.getModifiers())) {
          assertTrue(names.add(method.getName()), method::toString);
        }
      }
    }
  }

  @Test
  void everyKernelTranslatesWithCalleesBeforeCallers() throws Exception {
    for (Lanes kernel : Kernels.all()) {
      Entrypoint run = ClassModel.createClassModel(kernel.getClass()).getEntrypoint("run", kernel);
      String text = KernelWriter.writeToString(run);
      assertTrue(text.contains("__kernel void run("), kernel.getClass()::getName);
      Matcher calls = Pattern.compile("(void )?(plumbline_\\w+)\\(").matcher(text);
      Set<String> defined = new HashSet<>();
      int count = 0;
      while (calls.find()) {
        count++;
        if (calls.group(1) != null) {
          defined.add(calls.group(2));
        } else {
          assertTrue(defined.contains(calls.group(2)), calls::group);
        }
      }
      assertTrue(count > 150, count + " calls and definitions");
    }
  }
}
