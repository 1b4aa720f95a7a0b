package plumbline.lanes;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.bcel.Const;
import org.apache.bcel.Repository;
import org.apache.bcel.classfile.JavaClass;
import org.apache.bcel.classfile.Method;
import org.apache.bcel.generic.ConstantPoolGen;
import org.apache.bcel.generic.Instruction;
import org.apache.bcel.generic.InstructionHandle;
import org.apache.bcel.generic.InstructionList;
import org.apache.bcel.generic.LoadInstruction;
import org.apache.bcel.generic.ReturnInstruction;
import org.apache.bcel.generic.StackConsumer;
import org.apache.bcel.generic.StackProducer;
import org.apache.bcel.generic.StoreInstruction;

/**
 * Finds double products that feed a double sum or difference in one method body: what LLVM fuses
 * and Java does not.
 *
 * <p>It follows products over the operand stack, through negation, and through local variables. The
 * walk is linear: at a jump the stack is taken to be empty of products, which javac's code is where
 * no conditional expression stands inside a sum; locals are remembered over jumps.
 */
final class UnfusedProducts {
  private final ConstantPoolGen pool;
  private final String where;
  private final List<String> found = new ArrayList<>();
  private final Deque<Boolean> stack = new ArrayDeque<>();
  private final Map<Integer, Boolean> locals = new HashMap<>();
  private int products;
  private int sums;

  private UnfusedProducts(ConstantPoolGen pool, String where) {
    this.pool = pool;
    this.where = where;
  }

  /** What was read of a class. */
  record Report(List<String> found, int products, int sums) {}

  static Report in(Class<?> type) throws IOException, ClassNotFoundException {
    JavaClass parsed = Repository.lookupClass(type);
    ConstantPoolGen pool = new ConstantPoolGen(parsed.getConstantPool());
    List<String> found = new ArrayList<>();
    int products = 0;
    int sums = 0;
    for (Method method : parsed.getMethods()) {
      if (method.getCode() != null) {
        UnfusedProducts scan = new UnfusedProducts(pool, type.getName() + "." + method.getName());
        for (InstructionHandle handle : new InstructionList(method.getCode().getCode())) {
          scan.step(handle);
        }
        found.addAll(scan.found);
        products += scan.products;
        sums += scan.sums;
      }
    }
    return new Report(found, products, sums);
  }

  private void step(InstructionHandle handle) {
    if (handle.hasTargeters()) {
      clear();
    }
    Instruction instruction = handle.getInstruction();
    switch (instruction.getOpcode()) {
      case Const.DMUL -> {
        pop(4);
        push(2, true);
        products++;
      }
      case Const.DADD, Const.DSUB -> {
        boolean right = pop(2);
        boolean left = pop(2);
        sums++;
        if (left || right) {
          found.add(where + " at " + handle.getPosition());
        }
        push(2, false);
      }
      case Const.DNEG -> push(2, pop(2));
      case Const.DUP2 -> push(2, peek());
      case Const.DUP2_X1, Const.DUP2_X2 -> {
        // a product stored and kept: v = a * b inside an expression
        boolean product = peek();
        pop(2);
        int under = instruction.getOpcode() == Const.DUP2_X1 ? 1 : 2;
        pop(under);
        push(2, product);
        push(under, false);
        push(2, product);
      }
      default -> other(instruction);
    }
  }

  private void other(Instruction instruction) {
    if (instruction instanceof StoreInstruction store) {
      boolean product = pop(store.consumeStack(pool));
      locals.put(store.getIndex(), product && store.getOpcode() != Const.ISTORE);
    } else if (instruction instanceof LoadInstruction load) {
      push(load.produceStack(pool), locals.getOrDefault(load.getIndex(), false));
    } else if (instruction instanceof ReturnInstruction) {
      clear();
    } else {
      pop(instruction instanceof StackConsumer c ? c.consumeStack(pool) : 0);
      push(instruction instanceof StackProducer p ? p.produceStack(pool) : 0, false);
    }
  }

  private void clear() {
    int depth = stack.size();
    stack.clear();
    push(depth, false);
  }

  private boolean peek() {
    return Boolean.TRUE.equals(stack.peek());
  }

  private boolean pop(int slots) {
    boolean product = false;
    for (int i = 0; i < slots; i++) {
      product |= Boolean.TRUE.equals(stack.poll());
    }
    return product;
  }

  private void push(int slots, boolean product) {
    for (int i = 0; i < slots; i++) {
      stack.push(product);
    }
  }
}
