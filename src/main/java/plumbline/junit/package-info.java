/**
 * Results as JUnit XML, for viewers of continuous integration; start at {@link
 * plumbline.junit.JUnitXml}. Depends on {@code check} alone; the library JUnit is not needed.
 */
package plumbline.junit;
