using Voltloop.Core.Problems;
using Voltloop.Record.Log;
using Voltloop.Record.Ports;
using Voltloop.Record.Proofs.Credentials;
using Voltloop.Record.Proofs.Keys;

namespace Voltloop.Record.Replication;

/// <summary>Pieces of series as signed bytes, version 1.</summary>
public static class SeriesPieceCodec
{
    private const string Use = "voltloop/series/1";

    /// <summary>Signs pieces.</summary>
    public static byte[] Seal(IReadOnlyList<SeriesPiece> pieces, IssuerKey by)
    {
        var buffer = new CanonicalBuffer();
        foreach (var piece in pieces)
        {
            buffer.Add(piece.Series);
            buffer.Add(piece.From);
            buffer.Add((uint)piece.Count);
            buffer.Add((uint)piece.Channels.Count);
            piece.Channels.ToList().ForEach(channel => PartCodec.WriteBytes(buffer, channel));
        }

        return SignedBody.Seal(Use, buffer.Written, by);
    }

    /// <summary>Reads pieces after verifying who signed them.</summary>
    /// <exception cref="ProblemException">Damaged on the way, or signed by somebody else.</exception>
    public static IReadOnlyList<SeriesPiece> Open(ReadOnlySpan<byte> bytes, Func<string, P256PublicKey?> keys)
    {
        var reader = new CanonicalReader(SignedBody.Open(Use, bytes, keys));
        var pieces = new List<SeriesPiece>();
        while (!reader.IsAtEnd)
        {
            pieces.Add(new SeriesPiece(reader.Text() ?? "", reader.Long(), (int)reader.UInt(), ReadChannels(ref reader)));
        }

        return pieces;
    }

    private static byte[][] ReadChannels(ref CanonicalReader reader)
    {
        var count = reader.UInt();
        reader.Expect(count <= WriteLimits.MaxChannels);
        var channels = new byte[count][];
        for (var i = 0; i < count; i++)
        {
            channels[i] = PartCodec.ReadBytes(ref reader) ?? [];
        }

        return channels;
    }
}
