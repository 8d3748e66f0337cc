using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Voltloop.Tests.EndToEnd.Broker;

/// <summary>The few lines of MQTT 3.1.1 (OASIS) that a sensor needs: connect, publish with QoS 1, wait for the acknowledgement.</summary>
public static class MqttPublisher
{
    private const byte Connect = 0x10;
    private const byte Acknowledged = 0x20;
    private const byte PublishOnceOrMore = 0x32;
    private const byte Published = 0x40;
    private const byte Disconnect = 0xE0;

    /// <summary>Publishes; returns when the broker has acknowledged.</summary>
    public static async Task PublishAsync(int port, string topic, byte[] body)
    {
        using var client = new TcpClient();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await client.ConnectAsync(IPAddress.Loopback, port, patience.Token);
        await using var stream = client.GetStream();
        // Protocol name and level 4, clean session, 60 s to live, name of the client.
        await SendAsync(stream, Connect, [.. Text("MQTT"), 4, 2, 0, 60, .. Text("voltloop-test")], patience.Token);
        (await ReadAsync(stream, Acknowledged, patience.Token))[1].ShouldBe((byte)0, "the broker accepts the connection");
        await SendAsync(stream, PublishOnceOrMore, [.. Text(topic), 0, 1, .. body], patience.Token);
        (await ReadAsync(stream, Published, patience.Token)).ShouldBe([0, 1]);
        await SendAsync(stream, Disconnect, [], patience.Token);
    }

    private static byte[] Text(string text) => [(byte)(text.Length >> 8), (byte)text.Length, .. Encoding.UTF8.GetBytes(text)];

    private static async Task SendAsync(NetworkStream stream, byte kind, byte[] content, CancellationToken cancellation)
    {
        var head = new List<byte> { kind };
        var length = content.Length;
        do
        {
            head.Add((byte)((length & 127) | (length > 127 ? 128 : 0)));
            length >>= 7;
        }
        while (length > 0);
        await stream.WriteAsync((byte[])[.. head, .. content], cancellation);
    }

    private static async Task<byte[]> ReadAsync(NetworkStream stream, byte kind, CancellationToken cancellation)
    {
        var packet = new byte[4];
        await stream.ReadExactlyAsync(packet, cancellation);
        packet[0].ShouldBe(kind);
        return packet[2..];
    }
}
