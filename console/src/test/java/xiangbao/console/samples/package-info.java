/** Makes {@code sample-inputs}: what clerks really send, good and bad. Not the product's code: it shares no writer with the reports and no reader. */
@org.jspecify.annotations.NullMarked
package xiangbao.console.samples;
