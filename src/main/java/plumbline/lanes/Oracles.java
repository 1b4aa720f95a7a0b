package plumbline.lanes;

/** Stochastic gradients: the leaf's gradient, scaled, with multiplicative and additive noise. */
abstract class Oracles extends Vectors {
  /** How many indices a step draws; 0 takes the full gradient. */
  protected int batch;

  int factorPurpose;
  int additivePurpose;
  int indexPurpose;

  /** The counter's last word for what a leaf draws once a replica. */
  protected int settingPurpose;

  int scaled;
  int factorLaw;
  double factor;
  int law;
  double[] scaling = new double[1];
  double[] deviation = new double[1];

  Oracles(int dimension, Layout layout) {
    super(dimension, layout);
  }

  /** g &lt;- the full gradient at the point (w or a memory) that begins at a row. */
  protected abstract void gradient(int at, int lo, int hi);

  /** g &lt;- the mean gradient over the minibatch of this iteration at such a point. */
  protected abstract void sample(int at, int lo, int hi, int iteration);

  final void installOracle(Program program) {
    batch = program.batch();
    factorPurpose = program.purposes()[1];
    additivePurpose = program.purposes()[2];
    indexPurpose = program.purposes()[3];
    settingPurpose = program.purposes()[4];
    scaled = program.scaling().length > 0 ? 1 : 0;
    scaling = scaled == 1 ? program.scaling() : new double[1];
    factorLaw = program.factorLaw();
    factor = program.factor();
    law = program.law();
    deviation = program.deviation();
  }

  /** g &lt;- what the oracle returns at a point. */
  final void oracle(int at, int lo, int hi, int iteration) {
    if (batch > 0) {
      sample(at, lo, hi, iteration);
    } else {
      gradient(at, lo, hi);
    }
    if (scaled == 1) {
      scaleRows(lo, hi);
    }
    if (factorLaw != Codes.NONE) {
      variate(factorLaw, lo, hi, iteration, 0, factorPurpose);
      factors(lo, hi);
      for (int j = 0; j < dimension; j++) {
        multiplyRow(rows[g + j], lo, hi);
      }
    }
    if (law == Codes.GAUSSIAN) {
      if (slots == 1) {
        addNormals(lo, hi, iteration);
      } else {
        addNormalsOfSlots(lo, hi, iteration);
      }
    }
    if (law == Codes.RADEMACHER) {
      addSigns(lo, hi, iteration);
    }
    if (law == Codes.SPHERE) {
      addDirection(lo, hi, iteration);
    }
    if (law >= Codes.STUDENT4) {
      addStudents(lo, hi, iteration);
    }
  }

  /** Draws the words of the indices {@code number} to {@code number + 3} of a minibatch. */
  protected final void drawIndices(int lo, int hi, int iteration, int number) {
    draw(lo, hi, iteration, number >> 2, indexPurpose);
  }

  /** into &lt;- index {@code number} of the minibatch, in 0..n-1; words as last drawn. */
  protected final void index(int number, int n, int[] into, int lo, int hi) {
    int word = number & 3;
    if (word == 0) {
      indices(x0, n, into, lo, hi);
    }
    if (word == 1) {
      indices(x1, n, into, lo, hi);
    }
    if (word == 2) {
      indices(x2, n, into, lo, hi);
    }
    if (word == 3) {
      indices(x3, n, into, lo, hi);
    }
  }

  final void scaleRows(int lo, int hi) {
    for (int j = 0; j < dimension; j++) {
      scaleRow(rows[g + j], scaling[j], lo, hi);
    }
  }

  final void scaleRow(double[] row, double h, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      row[l] = h * row[l];
    }
  }

  final void factors(int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      p[l] = Math.fma(factor, z0[l], 1.0);
    }
  }

  final void multiplyRow(double[] row, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      row[l] = p[l] * row[l];
    }
  }

  /** z0 &lt;- one variate of a law. */
  final void variate(int which, int lo, int hi, int iteration, int slot, int purpose) {
    if (which == Codes.GAUSSIAN) {
      normals(lo, hi, iteration, slot, purpose, 1);
    }
    if (which == Codes.RADEMACHER) {
      draw(lo, hi, iteration, slot, purpose);
      signs(x0, 0, lo, hi);
    }
    if (which == Codes.STUDENT4) {
      student4(lo, hi, iteration, slot, purpose);
    }
    if (which == Codes.STUDENT8) {
      student8(lo, hi, iteration, slot, purpose);
    }
  }

  final void addNormals(int lo, int hi, int iteration) {
    for (int j = 0; j < dimension; j += 4) {
      int wanted = dimension - j;
      normals(lo, hi, iteration, j >> 2, additivePurpose, wanted);
      addScaled(rows[g + j], deviation[j], z0, lo, hi);
      if (wanted > 1) {
        addScaled(rows[g + j + 1], deviation[j + 1], z1, lo, hi);
      }
      if (wanted > 2) {
        addScaled(rows[g + j + 2], deviation[j + 2], z2, lo, hi);
      }
      if (wanted > 3) {
        addScaled(rows[g + j + 3], deviation[j + 3], z3, lo, hi);
      }
    }
  }

  final void addNormalsOfSlots(int lo, int hi, int iteration) {
    for (int j = 0; j < dimension; j += 4 * slots) {
      int count = min(slots, (dimension - j + 3) >> 2);
      // one loop where a kernel has all lanes; an item's lanes do not adjoin those of the next slot
      int length = hi - lo == stride ? count * stride : hi - lo;
      for (int from = lo; from < lo + count * stride; from += max(stride, length)) {
        normals(from, from + length, iteration, j >> 2, additivePurpose, 4);
      }
      for (int i = 0; i < min(4 * count, dimension - j); i++) {
        addVariate(i & 3, rows[g + j + i], deviation[j + i], (i >> 2) * stride, lo, hi);
      }
    }
  }

  final void addVariate(int which, double[] row, double sigma, int o, int lo, int hi) {
    if (which == 0) {
      addPart(row, sigma, z0, o, lo, hi);
    }
    if (which == 1) {
      addPart(row, sigma, z1, o, lo, hi);
    }
    if (which == 2) {
      addPart(row, sigma, z2, o, lo, hi);
    }
    if (which == 3) {
      addPart(row, sigma, z3, o, lo, hi);
    }
  }

  final void addSigns(int lo, int hi, int iteration) {
    for (int j = 0; j < dimension; j++) {
      if ((j & 127) == 0) {
        draw(lo, hi, iteration, j >> 7, additivePurpose);
      }
      int word = (j >> 5) & 3;
      if (word == 0) {
        signs(x0, j & 31, lo, hi);
      }
      if (word == 1) {
        signs(x1, j & 31, lo, hi);
      }
      if (word == 2) {
        signs(x2, j & 31, lo, hi);
      }
      if (word == 3) {
        signs(x3, j & 31, lo, hi);
      }
      addScaled(rows[g + j], deviation[j], z0, lo, hi);
    }
  }

  final void addStudents(int lo, int hi, int iteration) {
    for (int j = 0; j < dimension; j++) {
      variate(law, lo, hi, iteration, j, additivePurpose);
      addScaled(rows[g + j], deviation[j], z0, lo, hi);
    }
  }

  // in the plane an angle; elsewhere normals over their length, drawn twice rather than stored
  final void addDirection(int lo, int hi, int iteration) {
    if (dimension == 2) {
      circle(lo, hi, iteration, 0, additivePurpose);
      addScaled(rows[g], deviation[0], z0, lo, hi);
      addScaled(rows[g + 1], deviation[0], z1, lo, hi);
    } else {
      fill(p, 0.0, lo, hi);
      for (int j = 0; j < dimension; j++) {
        normal(lo, hi, iteration, j);
        addSquare(p, 1.0, z0, 0.0, lo, hi);
      }
      inverseRoots(deviation[0], lo, hi);
      for (int j = 0; j < dimension; j++) {
        normal(lo, hi, iteration, j);
        addProduct(rows[g + j], p, z0, lo, hi);
      }
    }
  }

  // one normal a slot: directions beyond the plane are rare, and simple beats fast
  final void normal(int lo, int hi, int iteration, int j) {
    normals(lo, hi, iteration, j, additivePurpose, 1);
  }

  final void inverseRoots(double length, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      p[l] = length / Math.sqrt(p[l]);
    }
  }
}
