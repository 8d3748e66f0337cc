using System.Runtime.CompilerServices;

namespace Voltloop.Kernels.Lineage;

/// <summary>From what went in to what it went into: moments are those of the earliest arrival.</summary>
internal readonly unsafe struct DownTheLine : ILineageWay
{
    public static bool IsDown => true;

    public static int* Starts(LineageBase rows) => rows.DownStart;

    public static LineageLink* Links(LineageBase rows) => rows.DownLinks;

    public static int EdgeAt(LineageBase rows, int place) => place;

    // What is built in leaves with its container whenever that was joined, if it was not taken out before.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Passes(LineageLink link, uint removed, ref uint moment)
    {
        var passes = link.Kind == LineageKind.Transformation ? link.Added >= moment : removed > moment;
        moment = Math.Max(moment, link.Added);
        return passes;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsBetter(uint moment, uint known) => moment < known;
}
