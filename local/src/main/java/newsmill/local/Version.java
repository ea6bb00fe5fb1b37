package newsmill.local;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of this build. */
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
        return new String[] {"newsmill " + number()};
    }

    /** The project's version, such as {@code 0.1.0}. */
    public static String number() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("/newsmill/local/version.properties")) {
            properties.load(in);
        }
        return properties.getProperty("version");
    }
}
