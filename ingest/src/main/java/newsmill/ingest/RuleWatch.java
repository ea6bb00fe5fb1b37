package newsmill.ingest;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import newsmill.ingest.extract.RuleMisfit;

/** Hears of pages that a site rule does not fit: counts each, and tells the first of a rule's part and host. Thread-safe. */
final class RuleWatch implements Consumer<RuleMisfit> {
    /** A file of rules names no more parts and hosts than this; beyond it only the count goes on. */
    private static final int MOST = 10_000;

    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final Consumer<String> log;
    private final Counter misfits;

    RuleWatch(PrometheusRegistry registry, Consumer<String> log) {
        this.log = log;
        this.misfits = Counter.builder()
                .name("newsmill_ingest_site_rule_misfits_total")
                .help("Pages on which a part of a site rule was not obeyed, because it found nothing or another text")
                .labelNames("site", "part")
                .register(registry);
    }

    @Override
    public void accept(RuleMisfit misfit) {
        misfits.labelValues(misfit.site(), misfit.part()).inc();
        String key = misfit.site() + " " + misfit.part() + " " + misfit.host();
        if (told.size() < MOST && told.add(key)) {
            log.accept(misfit + " (said once for this host; the others are counted)");
        }
    }
}
