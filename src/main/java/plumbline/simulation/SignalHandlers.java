package plumbline.simulation;

/**
 * Keeps a PoCL device from killing the virtual machine.
 *
 * <p>When PoCL compiles a kernel, LLVM installs a one-shot handler of SIGSEGV over HotSpot's. The
 * next SIGSEGV runs it and puts HotSpot's back. HotSpot itself raises SIGSEGV on purpose, to stop
 * threads at safepoints; if two threads do so at once, one of them meets no handler, and the
 * process dies without a word (5 of 34 long runs). So one harmless SIGSEGV is raised right after
 * each compilation: the implicit null check of a field access. Preloading libjsig does the same
 * from outside and is the better cure where the start of the process is ours.
 */
final class SignalHandlers {
  private static final class Box {
    private int value;
  }

  private static volatile Box nothing;

  private SignalHandlers() {}

  static void restore() {
    try {
      // the interpreter and both compilers check by touching address 0 + offset
      nothing.value++;
      throw new IllegalStateException("the empty reference is not empty");
    } catch (NullPointerException expected) {
      nothing = null;
    }
  }
}
