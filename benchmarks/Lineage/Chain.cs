using System.Text.Json;
using Voltloop.Kernels.Lineage;
using Voltloop.Tracing.Model.Factory;
using Voltloop.Tracing.Model.Genealogy;

namespace Voltloop.Bench.Lineage;

/// <summary>
/// The genealogy of the made-up factory and its supply chain, with as many cells as asked: every event of the generator that the
/// example is made of, read as the index reads it. What was taken apart again in use is left out. Nodes are numbered as the index
/// numbers them, in the order in which events name things, or at random, the worst case for memory.
/// </summary>
internal sealed class Chain
{
    private const int Seed = FactoryPlan.UsualSeed;
    private const int CoatersOfLine = 3;

    private static readonly string[] OreIds = [.. Commodities.All.Select(commodity => commodity.Ore.Id + "/")];
    private static readonly string MotherId = FactoryProducts.CathodeCoil.Id + "/";
    private static readonly string PackId = FactoryProducts.Pack.Id + "/";

    private readonly List<LineageEdge> _edges = [];
    private readonly List<int> _mothers = [];
    private readonly List<int> _ores = [];
    private readonly List<int> _packs = [];
    private readonly Random _random = new(20260310);
    private Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public Chain(int cells, bool isShuffled)
    {
        var genealogy = new EventGenealogy(name => name);
        foreach (var captured in new FactoryChain(new FactoryPlan(cells, Seed)).Events())
        {
            Events++;
            using var json = JsonDocument.Parse(captured);
            foreach (var step in genealogy.Of(json.RootElement, "event " + Events)) if (!step.Removes) _edges.Add(new LineageEdge(Number(step.From), Number(step.To), step.Kind, 1));
        }

        Nodes = _numbers.Count;
        _numbers = [];
        KeepOresThatReachPacks();
        if (isShuffled) Shuffle();
        (Packs, Ores) = (Marked(_packs), Marked(_ores));
    }

    /// <summary>Events that were read.</summary>
    public int Events { get; }

    /// <summary>Nodes.</summary>
    public int Nodes { get; }

    /// <summary>Edges, in the order in which things were made.</summary>
    public List<LineageEdge> Edges => _edges;

    /// <summary>Whether each node is a pack.</summary>
    public bool[] Packs { get; }

    /// <summary>Whether each node is an ore lot.</summary>
    public bool[] Ores { get; }

    /// <summary>A cathode mother coil, about a thousand cells.</summary>
    public int[] MotherRoll(int number) => [Of(_mothers, number)];

    /// <summary>The coils that the three coaters of a line coat in the same hour.</summary>
    public int[] CoaterHour(int number) => [.. Enumerable.Range(CoatersOfLine * number, CoatersOfLine).Select(n => Of(_mothers, n))];

    /// <summary>An ore lot.</summary>
    public int[] OreLot(int number) => [Of(_ores, number)];

    /// <summary>A pack.</summary>
    public int[] PackOf(int number) => [Of(_packs, number)];

    private static int Of(List<int> nodes, int number) => nodes[number % nodes.Count];

    private int Number(string name)
    {
        if (_numbers.TryGetValue(name, out var number)) return number;
        number = _numbers.Count;
        _numbers.Add(name, number);
        if (name.StartsWith(PackId, StringComparison.Ordinal)) _packs.Add(number);
        else if (name.StartsWith(MotherId, StringComparison.Ordinal)) _mothers.Add(number);
        else if (Array.Exists(OreIds, id => name.StartsWith(id, StringComparison.Ordinal))) _ores.Add(number);
        return number;
    }

    // What was sold elsewhere answers at once and would flatter the median.
    private void KeepOresThatReachPacks()
    {
        var reaches = Marked(_packs);
        for (var i = _edges.Count - 1; i >= 0; i--) reaches[_edges[i].From] |= reaches[_edges[i].To];
        _ores.RemoveAll(ore => !reaches[ore]);
    }

    private void Shuffle()
    {
        int[] other = [.. Enumerable.Range(0, Nodes)];
        _random.Shuffle(other);
        for (var i = 0; i < _edges.Count; i++) _edges[i] = new LineageEdge(other[_edges[i].From], other[_edges[i].To], _edges[i].Kind, 1);
        foreach (var nodes in new[] { _mothers, _ores, _packs }) for (var i = 0; i < nodes.Count; i++) nodes[i] = other[nodes[i]];
    }

    private bool[] Marked(List<int> nodes)
    {
        var marks = new bool[Nodes];
        foreach (var node in nodes) marks[node] = true;
        return marks;
    }
}
