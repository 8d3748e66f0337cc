using System.Diagnostics;
using System.Globalization;
using Voltloop.Kernels.Lineage;
using Voltloop.Tracing.TraceLineage;

namespace Voltloop.Bench.Lineage;

/// <summary>
/// What the index does beside walking: open a base with names from its file and check every byte of it, merge a delta of a tenth
/// into a new file, or keep names; beside a dictionary and a list of names on the heap.
/// </summary>
/// <param name="chains">The chain.</param>
/// <param name="what">Which of these.</param>
internal sealed class StartComparison(Chains chains, StartFigure what) : IComparison
{
    public string Name => what switch
    {
        StartFigure.Open => $"opening a base with names, {chains}",
        StartFigure.Merge => $"merging a tenth into a new base, {chains}",
        _ => $"names, {chains}",
    };

    public string Unit => what == StartFigure.Names ? "bytes/node" : "s";

    public bool SmallerIsBetter => true;

    public Task<(double Ours, double Plain)> MeasureAsync()
    {
        chains.Build();
        var (without, plain) = (Sealed("rows", []), double.NaN);
        var (names, dictionary) = NamesOf(without.Rows.Nodes);
        if (what == StartFigure.Names) plain = dictionary / (double)names.Length;
        var with = Sealed("named", names);
        return Task.FromResult((what switch
        {
            StartFigure.Open => with.Opened,
            StartFigure.Merge => Merged(with.Rows),
            _ => (with.Rows.Bytes - without.Rows.Bytes) / (double)names.Length,
        }, plain));
    }

    private (LineageBase Rows, double Opened) Sealed(string name, string[] names)
    {
        var path = chains.FilePath(name + names.Length.ToString(CultureInfo.InvariantCulture));
        Write(path, chains.Graph, names);
        var clock = Stopwatch.StartNew();
        var rows = LineageSeal.Open(MappedMemory.Open(path), out _, out var fault) ?? throw new InvalidOperationException(fault);
        return (rows, clock.Elapsed.TotalSeconds);
    }

    private double Merged(LineageBase rows)
    {
        var (delta, random) = (new LineageDelta(rows), new Random(1));
        for (var i = 0; i < rows.Edges / 10; i++) delta.Add(new LineageEdge(random.Next(rows.Nodes), random.Next(rows.Nodes), LineageKind.Aggregation, 2));
        var clock = Stopwatch.StartNew();
        Write(chains.FilePath("merged"), delta.Graph(), []);
        return clock.Elapsed.TotalSeconds;
    }

    private static void Write(string path, LineageGraph graph, string[] names)
    {
        MappedMemory? memory = null;
        var rows = LineageBuilder.Merge(graph, names, bytes => memory = MappedMemory.Create(path, bytes));
        LineageSeal.Write(rows, new LineageMark(1, 1, new byte[LineageSeal.RootBytes]));
        memory!.Flush();
        memory.Dispose();
    }

    private static (string[] Names, long Bytes) NamesOf(int nodes)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var names = Enumerable.Range(0, nodes).Select(node => string.Create(CultureInfo.InvariantCulture, $"https://id.gs1.org/01/09521234500032/21/CELL-{node:D9}")).ToArray();
        var ids = names.Select((name, node) => (name, node)).ToDictionary(pair => pair.name, pair => pair.node, StringComparer.Ordinal);
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(ids);
        return (names, bytes);
    }
}
