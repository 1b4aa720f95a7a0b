package plumbline.card;

import java.util.Map;

/** Author, title and year of the lecture documents that cards name by the file of a text copy. */
final class Lectures {
  private static final Map<String, String> NAMES =
      Map.of(
          "001_c569b85e05d37e8d.txt",
          "Y. LeCun, with material from A. Defazio, Optimization for Deep Learning, NYU, spring 2021",
          "002_5345c0e8ec776a68.txt",
          "J. Ba, Optimization I (from a deep learning perspective), University of Toronto and"
              + " Vector Institute",
          "003_f7cf736b4dd08643.txt",
          "L. Bottou, Mathematics of deep learning, guest lecture, 2018",
          "004_7d38480c9fc9a2e2.txt",
          "V. Cevher, Mathematics of Data, lecture 7: Optimization for Deep Learning, EPFL, fall"
              + " 2019");

  private Lectures() {}

  /** The lecture behind a file name; any other text is a citation already and comes back as is. */
  static String name(String document) {
    return NAMES.getOrDefault(document, document);
  }
}
