using System.Runtime.CompilerServices;

namespace Voltloop.Kernels.Lineage;

/// <summary>From a thing to what went into it: moments are the latest at which what was in it still mattered.</summary>
internal readonly unsafe struct UpTheLine : ILineageWay
{
    public static bool IsDown => false;

    public static int* Starts(LineageBase rows) => rows.UpStart;

    public static LineageLink* Links(LineageBase rows) => rows.UpLinks;

    public static int EdgeAt(LineageBase rows, int place) => rows.UpEdges[place];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Passes(LineageLink link, uint removed, ref uint moment)
    {
        var passes = link.Added <= moment;
        moment = link.Kind == LineageKind.Transformation ? link.Added : Math.Min(moment, removed);
        return passes;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsBetter(uint moment, uint known) => moment > known;
}
