package newsmill.local;

/** Closes something once, at the end of a block or when the process is told to end, whichever comes first. */
final class OnExit implements AutoCloseable {
    private final AutoCloseable what;
    private final Thread hook = new Thread(this::closeOnce, "end");
    private boolean closed;

    private OnExit(AutoCloseable what) {
        this.what = what;
    }

    static OnExit close(AutoCloseable what) {
        OnExit onExit = new OnExit(what);
        Runtime.getRuntime().addShutdownHook(onExit.hook);
        return onExit;
    }

    @Override
    public void close() {
        closeOnce();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already, and the hook has done its work.
        }
    }

    private synchronized void closeOnce() {
        if (!closed) {
            closed = true;
            try {
                what.close();
            } catch (Exception e) {
                Console.say("while closing: " + Console.reason(e));
            }
        }
    }
}
