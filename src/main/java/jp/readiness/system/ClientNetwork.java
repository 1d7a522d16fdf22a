package jp.readiness.system;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** What counts as one visitor where requests are counted by address. */
public final class ClientNetwork {

    private ClientNetwork() {}

    /**
     * The address itself or, of an IPv6 address, its first 64 bits: whoever has one of those addresses has all of the
     * network. What is no address is given back as it is; a name server is never asked.
     */
    public static String of(String address) {
        return address.indexOf(':') >= 0 ? network(address) : address;
    }

    private static String network(String address) {
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == 16 ? HexFormat.of().formatHex(Arrays.copyOf(bytes, 8)) : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
