/**
 * Carries enriched articles to where they are used: {@link newsmill.sink.SinkWorker} takes them from Kafka and gives them
 * to a {@link newsmill.sink.Sink}; offsets are committed only after the sink has them. {@link newsmill.sink.SinkApp}
 * wires it.
 */
package newsmill.sink;
