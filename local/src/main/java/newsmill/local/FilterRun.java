package newsmill.local;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import newsmill.local.filter.Line;
import newsmill.local.filter.Lines;
import newsmill.local.filter.OrderedPipe;
import newsmill.local.filter.Outcome;

/** Runs a filter over its inputs, from the first line to the exit code. */
final class FilterRun {
    private FilterRun() {}

    static int over(List<String> inputs, int threads, Function<Line, Outcome> step) {
        try (OrderedPipe pipe = new OrderedPipe(threads, step, Console.data(), Console::say)) {
            for (String input : inputs) {
                try (Lines lines = Inputs.open(input)) {
                    read(pipe, lines, input);
                }
            }
            pipe.finish();
            if (pipe.rejected() == 0) {
                return Exit.OK;
            }
            Console.say(pipe.rejected() + (pipe.rejected() == 1 ? " line" : " lines") + " could not be used");
            return Exit.BAD_RECORDS;
        } catch (OrderedPipe.Closed e) {
            return Exit.OUTPUT_CLOSED;
        } catch (IOException e) {
            throw Trouble.unavailable(Console.reason(e), e);
        }
    }

    private static void read(OrderedPipe pipe, Lines lines, String input) throws IOException {
        try {
            pipe.pass(lines);
        } catch (OrderedPipe.Closed e) {
            throw e;
        } catch (IOException e) {
            pipe.finish();
            throw Trouble.unavailable(input + ": cannot be read to its end: " + Console.reason(e), e);
        }
    }
}
