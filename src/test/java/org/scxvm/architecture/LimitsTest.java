package org.scxvm.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * How large things may become, counted on the sources of the agent, which the JDK's own parser
 * reads. What is in the way of a limit is split; the limits do not grow.
 */
class LimitsTest {
  private static final Path SOURCES = Path.of("src", "main", "java");

  private static final int FILE_LINES_MAX = 300;
  private static final int METHOD_LINES_MAX = 40;
  private static final int INTERFACE_METHODS_MAX = 7;
  private static final int CONSTRUCTOR_PARAMETERS_MAX = 4;
  private static final int COLUMNS_MAX = 100;

  private static final List<Path> FILES = new ArrayList<>();
  private static final List<Declaration> DECLARATIONS = new ArrayList<>();

  /** A type or a method, and where it stands; its Javadoc is not counted among its lines. */
  private record Declaration(Path file, Tree tree, String name, long line, long lines) {
    String exceeds(long is, String unit, int limit) {
      return LimitsTest.exceeds(file, line, name, is, unit, limit);
    }
  }

  @BeforeAll
  static void readSources() throws IOException {
    try (Stream<Path> all = Files.walk(SOURCES)) {
      all.filter(file -> file.toString().endsWith(".java")).sorted().forEach(FILES::add);
    }
    assertFalse(FILES.isEmpty(), "no sources in " + SOURCES);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      var units = manager.getJavaFileObjectsFromPaths(FILES);
      JavacTask task = (JavacTask) compiler.getTask(null, manager, null, null, null, units);
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        new Reader(unit, positions).scan(unit, null);
      }
    }
    assertFalse(DECLARATIONS.isEmpty(), "no declarations in " + SOURCES);
  }

  @Test
  void filesAreShort() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : FILES) {
      int lines = Files.readAllLines(file).size();
      if (lines > FILE_LINES_MAX) {
        found.add(exceeds(file, lines, "the file", lines, "lines", FILE_LINES_MAX));
      }
    }
    assertNone(found);
  }

  /** Imports are left out: nothing can break them. */
  @Test
  void linesAreNarrow() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : FILES) {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        int width = lines.get(i).length();
        if (width > COLUMNS_MAX && !lines.get(i).startsWith("import ")) {
          found.add(exceeds(file, i + 1, "the line", width, "columns", COLUMNS_MAX));
        }
      }
    }
    assertNone(found);
  }

  @Test
  void methodsAreShort() {
    List<String> found = new ArrayList<>();
    for (Declaration each : DECLARATIONS) {
      if (each.tree() instanceof MethodTree && each.lines() > METHOD_LINES_MAX) {
        found.add(each.exceeds(each.lines(), "lines", METHOD_LINES_MAX));
      }
    }
    assertNone(found);
  }

  @Test
  void interfacesAreSmall() {
    List<String> found = new ArrayList<>();
    for (Declaration each : DECLARATIONS) {
      if (each.tree() instanceof ClassTree type && type.getKind() == Tree.Kind.INTERFACE) {
        long methods = type.getMembers().stream().filter(LimitsTest::isSeenOutside).count();
        if (methods > INTERFACE_METHODS_MAX) {
          found.add(each.exceeds(methods, "methods", INTERFACE_METHODS_MAX));
        }
      }
    }
    assertNone(found);
  }

  /** A record is what to pass instead, and an enum's constants are a table: both may have more. */
  @Test
  void constructorsTakeLittle() {
    Set<Tree> constructors = new HashSet<>();
    for (Declaration each : DECLARATIONS) {
      if (each.tree() instanceof ClassTree type && type.getKind() == Tree.Kind.CLASS) {
        type.getMembers().stream().filter(LimitsTest::isConstructor).forEach(constructors::add);
      }
    }
    List<String> found = new ArrayList<>();
    for (Declaration each : DECLARATIONS) {
      if (constructors.contains(each.tree()) && each.tree() instanceof MethodTree constructor) {
        int parameters = constructor.getParameters().size();
        if (parameters > CONSTRUCTOR_PARAMETERS_MAX) {
          found.add(each.exceeds(parameters, "parameters", CONSTRUCTOR_PARAMETERS_MAX));
        }
      }
    }
    assertNone(found);
  }

  private static boolean isSeenOutside(Tree member) {
    return member instanceof MethodTree method
        && !method.getModifiers().getFlags().contains(Modifier.PRIVATE);
  }

  private static boolean isConstructor(Tree member) {
    return member instanceof MethodTree method && method.getReturnType() == null;
  }

  private static void assertNone(List<String> found) {
    assertEquals("", String.join("\n", found), "beyond a limit");
  }

  private static String exceeds(
      Path file, long line, String what, long is, String unit, int limit) {
    return "%s:%d: %s has %d %s, at most %d".formatted(file, line, what, is, unit, limit);
  }

  /** Collects the declarations of one file, those inside methods too. */
  private static final class Reader extends TreeScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;

    Reader(CompilationUnitTree unit, SourcePositions positions) {
      this.unit = unit;
      this.positions = positions;
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
      add(type, type.getSimpleName().toString());
      return super.visitClass(type, null);
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      add(method, method.getName().toString());
      return super.visitMethod(method, null);
    }

    private void add(Tree tree, String name) {
      long first = lineOf(positions.getStartPosition(unit, tree));
      long last = lineOf(positions.getEndPosition(unit, tree));
      Path file = Path.of(unit.getSourceFile().getName());
      DECLARATIONS.add(new Declaration(file, tree, name, first, last - first + 1));
    }

    private long lineOf(long position) {
      return unit.getLineMap().getLineNumber(position);
    }
  }
}
