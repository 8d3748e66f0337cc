using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Voltloop.Kernels.Lineage;

/// <summary>
/// A digest of a graph that is the same however it came about: for each node in the order of numbers its name and the edges
/// out of it in the order in which they came, each with everything it has (SHA-256).
/// </summary>
public static class LineageDigest
{
    /// <summary>The digest, in lower-case hexadecimal.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="name">UTF-8 name of a node.</param>
    /// <param name="cancellation">Stops it.</param>
    public static string Of(LineageGraph graph, Func<int, string> name, CancellationToken cancellation = default)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<Line> lines = stackalloc Line[1];
        for (var node = 0; node < graph.Nodes; node++)
        {
            if ((node & 4095) == 0) cancellation.ThrowIfCancellationRequested();
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(name(node)));
            foreach (var step in graph.Down(node))
            {
                lines[0] = LineOf(graph.Edge(node, step));
                hash.AppendData(MemoryMarshal.AsBytes(lines));
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static Line LineOf(in LineageEdge edge) => new()
    {
        From = edge.From,
        To = edge.To,
        Kind = (int)edge.Kind,
        Added = edge.Added,
        Removed = edge.Removed,
        Mass = BitConverter.SingleToInt32Bits(edge.Mass),
        Tag = edge.Tag,
        Lane = edge.Position?.Lane ?? -1,
        FromMetre = edge.Position?.FromMetre ?? 0,
        ToMetre = edge.Position?.ToMetre ?? 0,
    };

    [StructLayout(LayoutKind.Sequential, Pack = 8)]
    private struct Line
    {
        public int From;
        public int To;
        public int Kind;
        public uint Added;
        public uint Removed;
        public int Mass;
        public int Tag;
        public int Lane;
        public double FromMetre;
        public double ToMetre;
    }
}
