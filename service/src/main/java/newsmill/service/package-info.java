/**
 * What every long-running service does around its work: {@link newsmill.service.RequiredTopics} before it starts,
 * {@link newsmill.service.StatusServer} while it runs, {@link newsmill.service.ServiceProcess} around all of it.
 */
package newsmill.service;
