package plumbline.lanes;

import com.aparapi.Kernel;

/**
 * A chain of empty calls, without which the translation can fail.
 *
 * <p>Aparapi 3.0.2 writes OpenCL functions without prototypes, so callees must come first. It sorts
 * them by passes over the call graph, each of which moves callees behind their callers, and stops
 * with the first pass that finds no new method: that is once a level of the deepest chain of calls,
 * which is too early for a graph as wide as ours. A chain deeper than all others buys the passes.
 */
abstract class Levels extends Kernel {
  final void level1() {
    level2();
  }

  final void level2() {
    level3();
  }

  final void level3() {
    level4();
  }

  final void level4() {
    level5();
  }

  final void level5() {
    level6();
  }

  final void level6() {
    level7();
  }

  final void level7() {
    level8();
  }

  final void level8() {
    level9();
  }

  final void level9() {
    level10();
  }

  final void level10() {
    level11();
  }

  final void level11() {
    level12();
  }

  final void level12() {
    level13();
  }

  final void level13() {
    level14();
  }

  final void level14() {
    level15();
  }

  final void level15() {
    level16();
  }

  final void level16() {
    level17();
  }

  final void level17() {
    level18();
  }

  final void level18() {
    level19();
  }

  final void level19() {
    level20();
  }

  final void level20() {
    level21();
  }

  final void level21() {
    level22();
  }

  final void level22() {
    level23();
  }

  final void level23() {
    level24();
  }

  final void level24() {}
}
