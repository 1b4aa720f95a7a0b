/**
 * The loops over lanes that all recursions share: draws, noise laws, vector operations, readings;
 * start at {@link plumbline.lanes.Lanes}. One source serves Java threads and OpenCL devices, bit
 * for bit. Depends on {@code random} and on Aparapi. It knows no problem: a leaf adds gradient and
 * value. Threads and devices do not belong here.
 *
 * <p>Rules that hold in every class from {@link plumbline.lanes.Words} to a leaf, because the same
 * bytecode is translated to OpenCL and compiled by HotSpot: each loop is a small method of its own
 * with one index for all its arrays; a product that enters a sum is {@link Math#fma}; no boolean or
 * final fields (on a device, one compiled kernel takes over the fields of others), no break, no
 * switch, no calls of static methods, no writing of scalar fields.
 */
package plumbline.lanes;
