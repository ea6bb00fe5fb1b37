/**
 * How the sources are: charts kept from the reports of all visits, and a judgement that is arithmetic on a chart. Reports
 * travel over a topic, because a source and the pages it lists may belong to different partitions.
 */
package newsmill.ingest.health;
